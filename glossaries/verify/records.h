/* Strings with a number each, one after the other in large blocks that never move: memory for
 * millions comes a huge page at a time, and a place of 32 bits names a string. */
#ifndef CLAUSARY_VERIFY_RECORDS_H
#define CLAUSARY_VERIFY_RECORDS_H

#include "base/array.h"

/** Zeros are none. Owner: caller calls clausary_records_finish(). */
typedef struct clausary_records {
	CLAUSARY_ARRAY(char *) blocks;
	size_t used, size; /* of the last one */
} clausary_records;

/** Keep a string, given as two of which it is made. Returns its place; CLAUSARY_NONE: nothing was
 * kept, for it is longer than 2 MiB or 4 GiB are kept. */
uint32_t clausary_records_add(clausary_records *records, clausary_slice head, clausary_slice tail,
                              uint32_t number);

/** Forget the string at a place, if it is the last that was kept. */
void clausary_records_drop(clausary_records *records, uint32_t place);

/** The string at a place, and its number. Owner: `records`. */
clausary_slice clausary_records_at(const clausary_records *records, uint32_t place,
                                   uint32_t *number);

void clausary_records_finish(clausary_records *records);

#endif
