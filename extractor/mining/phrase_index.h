/* Phrases found in one walk over the text, however many there are and however alike they begin. */
#ifndef CLAUSARY_MINING_PHRASE_INDEX_H
#define CLAUSARY_MINING_PHRASE_INDEX_H

#include "mining/mining.h"

/* A set of hashes of phrases and of all their beginnings; zeros are the empty index. */
typedef struct clausary_phrase_index {
	struct clausary_phrase_slot {
		uint64_t hash;  /* of the folded words so far; 0: free */
		uint32_t value; /* of the phrase that ends here, or CLAUSARY_NONE */
	} *slots;
	uint32_t count, capacity;
	struct clausary_phrase_word {
		clausary_slice word; /* beyond ASCII, in the text */
		uint64_t hash;       /* of its stem */
	} *met; /* by a hash of their bytes: most words come again; NULL before one is met */
	clausary_buffer scratch;
} clausary_phrase_index;

/** Add the phrase of `count` tokens from `first` on; a phrase that is there already keeps its
 * value. */
void clausary_phrase_add(clausary_phrase_index *index, const clausary_mining *mining, size_t first,
                         size_t count, uint32_t value);

/**
 * The longest phrase that begins at token `at` and ends before token `end`: returns the token after
 * it and sets
 * `*value`, or returns 0. Words are compared without case and by their stems (stem.h), by a
 * hash of 64 bits.
 */
size_t clausary_phrase_find(clausary_phrase_index *index, const clausary_mining *mining, size_t at,
                            size_t end, uint32_t *value);

void clausary_phrase_finish(clausary_phrase_index *index);

#endif
