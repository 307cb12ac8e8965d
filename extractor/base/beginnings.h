/* What folded words begin with, to tell quickly that a text begins with none of them. */
#ifndef CLAUSARY_BASE_BEGINNINGS_H
#define CLAUSARY_BASE_BEGINNINGS_H

#include "base/slice.h"

/* For each first letter the second ones, both by their lowest five bits, which tell the letters of
 * an alphabet apart. Zeros are those of no words. */
typedef struct clausary_beginnings {
	uint32_t second[32];
} clausary_beginnings;

/** Add what `words`, which are folded, begin with; after a blank, a stop or a comma, which a text
 * may leave out, any letter may come. */
void clausary_beginnings_add(clausary_beginnings *to, clausary_slice words);

/** Whether `text`, folded as `how` says (fold.h), may begin with one of the words: two letters tell
 * most texts apart. */
bool clausary_beginnings_may(const clausary_beginnings *beginnings, clausary_slice text,
                             unsigned how);

#endif
