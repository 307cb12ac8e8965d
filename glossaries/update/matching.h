/* Entries of several termbases that are one concept, side by side. */
#ifndef CLAUSARY_UPDATE_MATCHING_H
#define CLAUSARY_UPDATE_MATCHING_H

#include "update/evidence.h"

enum { CLAUSARY_MOST_SIDES = 3 };

typedef struct clausary_matching {
	clausary_member *members;
	uint32_t count;
	unsigned side_count;
	uint32_t starts[CLAUSARY_MOST_SIDES + 1]; /* first member of each side, and the end */
	uint32_t *classes; /* first members, in the order of the sides and their entries */
	uint32_t class_count;
} clausary_matching;

/** Match the entries of termbases, which are brought into the form that a file has (outside.h).
 * Of three sides the last is a new run, and the first what the second was made of; a side may be
 * NULL. Owner: caller calls clausary_matching_finish(). */
void clausary_matching_begin(clausary_matching *matching, clausary_termbase *const *sides,
                             size_t count);

void clausary_matching_finish(clausary_matching *matching);

/** Of three sides give each class one id: that of the second side's entry, which people may have
 * cited, else that of the last's, else of the first's; an id that is taken gets a number. What
 * references follow. Owner: `arena`. */
void clausary_matching_give_ids(clausary_matching *matching, clausary_arena *arena);

/** The side of a member. */
unsigned clausary_matching_side(const clausary_matching *matching, uint32_t member);

#endif
