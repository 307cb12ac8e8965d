/* Words that are written together with the next one: the conjunctions, prepositions and the article
 * of Arabic. A language without a table of them has none. */
#ifndef CLAUSARY_MINING_CLITIC_H
#define CLAUSARY_MINING_CLITIC_H

#include "mining/cues.h"

typedef struct clausary_clitic {
	size_t size; /* bytes of the conjunction and the preposition in front: no part of a name */
	size_t article; /* bytes of the article, where it is not contracted with the preposition */
	bool definite;  /* the article follows */
	bool conjunction;
	size_t doubtful; /* bytes of what is a preposition or letters of the word itself, else 0 */
} clausary_clitic;

/** What is joined to the front of `word`, where the article after it leaves no doubt. */
clausary_clitic clausary_clitic_read(const clausary_cues *cues, clausary_slice word);

enum { CLAUSARY_CLITIC_WAYS = 3 };

/** The bytes of what `word` may begin with: a conjunction and a preposition, a conjunction, a
 * preposition; 0 for what it does not begin with. */
void clausary_clitic_possible(const clausary_cues *cues, clausary_slice word,
                              size_t sizes[CLAUSARY_CLITIC_WAYS]);

/** Whether `set`, of function words, has `word`, or has it without what may be joined to its front:
 * "and that", "from all" are as small as "that" and "all". */
bool clausary_clitic_in_set(const clausary_cues *cues, const clausary_word_set *set,
                            clausary_slice word);

/** The bytes in front of `word` when the word itself begins with the letter `start`; 0 if it does
 * not or nothing stands before them. */
size_t clausary_clitic_before(const clausary_cues *cues, clausary_slice word, clausary_slice start);

/**
 * What is left of a folded word when everything that may be joined to its front is gone. It tells
 * words apart, it is no word: letters of the root go too, in all forms of the word alike.
 */
clausary_slice clausary_clitic_stem(const clausary_cues *cues, clausary_slice word);

#endif
