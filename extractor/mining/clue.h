/* What speaks for a finding or against it: named bits, each with a weight. The weights are fitted
 * on annotated texts, so that of the findings that are given a confidence of 0.9 nine in ten are
 * right.
 */
#ifndef CLAUSARY_MINING_CLUE_H
#define CLAUSARY_MINING_CLUE_H

#include "mining/mining.h"

typedef enum clausary_clue_kind {
#define CLUE(id, name, sentence) CLAUSARY_CLUE_##id,
#include "mining/clue.def"
#undef CLUE
	CLAUSARY_CLUE_COUNT
} clausary_clue_kind;

typedef enum clausary_sentence_clue {
#define CLUE(id, name, sentence) CLAUSARY_SENTENCE_##id,
#include "mining/sentence_clue.def"
#undef CLUE
	CLAUSARY_SENTENCE_COUNT
} clausary_sentence_clue;

_Static_assert(CLAUSARY_CLUE_COUNT <= 64 && CLAUSARY_SENTENCE_COUNT <= 64,
               "a bit for each kind of evidence");

static inline uint64_t
clausary_clue_bit(clausary_clue_kind kind)
{
	return (uint64_t)1 << kind;
}

/** What a candidate for a pair shows by itself; `written` is the short form as found. */
uint64_t clausary_clue_of_pair(const clausary_mining *mining,
                               const clausary_pair_candidate *candidate, clausary_slice written);

/** How sure a pair with such clues is: the share of such pairs that are right, 0 to 1. */
float clausary_clue_weigh(uint64_t clues);

/** The same of a sentence: how sure it is that it defines. */
float clausary_clue_weigh_sentence(uint64_t clues);

/** What is added to the weights of every pair, or of every sentence. */
float clausary_clue_bias(bool sentence);

#endif
