/* Strings of a file and a number for each, such as the line where it stood first: exact, and one
 * look into memory for a string that is new, as there may be millions. Strings wait a little
 * before they are looked up, so that the memory of several comes at the same time. */
#ifndef CLAUSARY_VERIFY_SEEN_H
#define CLAUSARY_VERIFY_SEEN_H

#include "verify/records.h"

/** Zeros are none. Owner: caller calls clausary_seen_finish(). */
typedef struct clausary_seen {
	struct clausary_seen_slot {
		uint32_t hash; /* its first bits choose the slot */
		uint32_t text; /* where its record is, plus one; 0: free */
	} *slots;
	size_t count, capacity;
	clausary_records records;
} clausary_seen;

/**
 * Keep a string, given as two of which it is made, to be looked up a little later, when the memory
 * for that has come. `hash` is one of it, here and below: the same for the same string. Returns
 * its place.
 *
 * Fails: past 4 GiB of strings, and one longer than 2 MiB: there is no place, CLAUSARY_NONE, and
 * nothing is the same.
 */
uint32_t clausary_seen_keep(clausary_seen *seen, clausary_slice head, clausary_slice tail,
                            uint64_t hash, uint32_t number);

/** Look up a string that was kept. The number that it got first, and it is kept no longer; or
 * CLAUSARY_NONE: it is new. */
uint32_t clausary_seen_look_up(clausary_seen *seen, uint32_t place, uint64_t hash);

/** The number of `text`, whose hash is clausary_slice_hash(), or CLAUSARY_NONE. */
uint32_t clausary_seen_get(const clausary_seen *seen, clausary_slice text);

void clausary_seen_finish(clausary_seen *seen);

#endif
