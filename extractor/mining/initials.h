/* How well the letters of a short form are those of some words. Initials are evidence, not a gate.
 */
#ifndef CLAUSARY_MINING_INITIALS_H
#define CLAUSARY_MINING_INITIALS_H

#include "mining/mining.h"

typedef struct clausary_initials {
	size_t first, last; /* tokens of the first and the last word that gives a letter */
	float score; /* 1: every letter is an initial and no word of weight is left out; below 0:
	                none */
} clausary_initials;

/** Memory for the words read last. Owner: caller frees it with free(). */
clausary_met_words *clausary_met_words_new(void);

/**
 * The best reading of `form` in the words of tokens `first` to `last`.
 *
 * `anchor_first`: the expansion begins at `first`, else anywhere; it always reaches to `last`, at a
 * cost for words of weight after the last letter.
 */
clausary_initials clausary_initials_read(const clausary_mining *mining, clausary_slice form,
                                         size_t first, size_t last, bool anchor_first);

#endif
