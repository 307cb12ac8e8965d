/* Zip archives in memory, read entry by entry, with limits on what they may unpack to. */
#ifndef CLAUSARY_INPUT_ZIP_H
#define CLAUSARY_INPUT_ZIP_H

#include "base/context.h"

typedef struct clausary_archive clausary_archive;
typedef struct clausary_entry clausary_entry;

/**
 * Open the archive in `bytes`, which must outlive it.
 *
 * Owner: caller frees `*out` with clausary_archive_close().
 * Fails: CLAUSARY_EFORMAT cut off or damaged, CLAUSARY_ELIMIT more entries than ARCHIVE_ENTRIES.
 */
clausary_status clausary_archive_open(clausary_archive **out, clausary_context *context,
                                      clausary_slice bytes);

/** Close the archive; NULL is allowed. Its entries must be closed. */
void clausary_archive_close(clausary_archive *archive);

/** Whether there is an entry of this name; ASCII letters compare without case. */
bool clausary_archive_has(const clausary_archive *archive, const char *entry);

/**
 * Open an entry for reading from its start.
 *
 * Owner: caller frees `*out` with clausary_entry_close().
 * Fails: CLAUSARY_EFORMAT it is not there, encrypted or packed in a way that is not known.
 */
clausary_status clausary_entry_open(clausary_entry **out, clausary_archive *archive,
                                    const char *entry);

/**
 * Read up to `size` bytes; 0 at the end, and where reading cannot go on: clausary_entry_close()
 * tells why.
 */
int clausary_entry_read(clausary_entry *entry, char *to, int size);

/** What stopped the reading of an entry before its end: one line; NULL when nothing did. Owner:
 * static. */
const char *clausary_entry_damage(const clausary_entry *entry);

/**
 * Close an entry.
 *
 * Fails: CLAUSARY_ELIMIT when reading stopped at UNPACKED_BYTES or UNPACKED_RATIO. Damage is no
 * failure: ask clausary_entry_damage() before.
 */
clausary_status clausary_entry_close(clausary_entry *entry);

#endif
