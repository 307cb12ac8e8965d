/* Words that are written together with the next one: the conjunctions, prepositions and the article
 * of Arabic. A language without a table of them has none. */
#ifndef CLAUSARY_MINING_CLITIC_H
#define CLAUSARY_MINING_CLITIC_H

#include "mining/cues.h"

typedef struct clausary_clitic {
	size_t size; /* bytes of the conjunction and the preposition in front: no part of a name */
	bool definite; /* the article follows */
	bool conjunction;
	size_t doubtful; /* bytes of what is a preposition or letters of the word itself, else 0 */
} clausary_clitic;

/** What is joined to the front of `word`, where the article after it leaves no doubt. */
clausary_clitic clausary_clitic_read(const clausary_cues *cues, clausary_slice word);

/** The bytes of a conjunction, or else a preposition, that `word` may begin with; 0 for none. */
size_t clausary_clitic_possible(const clausary_cues *cues, clausary_slice word);

/** The bytes in front of `word` when the word itself begins with the letter `start`; 0 if it does
 * not or nothing stands before them. */
size_t clausary_clitic_before(const clausary_cues *cues, clausary_slice word, clausary_slice start);

/**
 * What is left of a folded word when everything that may be joined to its front is gone. It tells
 * words apart, it is no word: letters of the root go too, in all forms of the word alike.
 */
clausary_slice clausary_clitic_stem(const clausary_cues *cues, clausary_slice word);

#endif
