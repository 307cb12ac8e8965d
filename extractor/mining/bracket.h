/* What brackets hold, and how far back the words reach that they explain. */
#ifndef CLAUSARY_MINING_BRACKET_H
#define CLAUSARY_MINING_BRACKET_H

#include "mining/mining.h"

typedef struct clausary_bracket {
	uint32_t passage;
	size_t open, close; /* tokens */
	size_t first, last; /* tokens inside, quotes left out */
	bool doubtful;      /* begins with a word that begins no short form: "(not …)" */
} clausary_bracket;

/** The bracket that begins at an opener, if it is short and holds no other. */
bool clausary_bracket_at(const clausary_mining *mining, const clausary_opener *opener,
                         clausary_bracket *b);

/** Leave out a cue that the bracket begins with: "hereinafter". False when nothing is left. */
bool clausary_bracket_skip_cue(const clausary_mining *mining, clausary_bracket *b);

/** Whether tokens `first` to `last` are a cue: "ABC in short". */
bool clausary_bracket_is_cue(const clausary_mining *mining, size_t first, size_t last);

/**
 * What a bracket holds as a short form: the acronym that begins it, or else its only word. `shown`:
 * its letters show an acronym. False when it holds more than that.
 */
bool clausary_bracket_short(const clausary_mining *mining, const clausary_bracket *b,
                            clausary_span *span, bool *shown);

/** The number of words that a short form may stand for. */
size_t clausary_bracket_words(clausary_slice form);

/**
 * Where a long form may begin at the earliest that ends before token `before`: after the last mark
 * that ends a sentence or a bracket, at most `words` words back.
 */
size_t clausary_bracket_earliest(const clausary_mining *mining, const clausary_passage *passage,
                                 size_t before, size_t words);

#endif
