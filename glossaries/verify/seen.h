/* Strings of a file and a number for each, such as the line where it stood first: exact, and one
 * look into memory for a string that is new, as there may be millions. Strings may wait a little
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
 * The number that `text` got first, or CLAUSARY_NONE: it is new, and gets `number`. `hash` is
 * one of it, here and below: the same for the same string.
 *
 * Fails: past 4 GiB of strings a new one is forgotten, and one longer than 2 MiB.
 */
uint32_t clausary_seen_add(clausary_seen *seen, clausary_slice text, uint64_t hash,
                           uint32_t number);

/** Ask for the memory that looking up a string of this hash is going to look at. */
void clausary_seen_expect(const clausary_seen *seen, uint64_t hash);

/** The number of `text`, or CLAUSARY_NONE. */
uint32_t clausary_seen_get(const clausary_seen *seen, clausary_slice text, uint64_t hash);

void clausary_seen_finish(clausary_seen *seen);

#endif
