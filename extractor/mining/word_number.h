/* Numbers of words, by which most words are told from those that are looked for. */
#ifndef CLAUSARY_MINING_WORD_NUMBER_H
#define CLAUSARY_MINING_WORD_NUMBER_H

#include "mining/mining.h"

/* Bits for numbers of words, so many that few are set. */
typedef struct clausary_number_set {
	uint64_t *bits;
	unsigned shift; /* of a number, to the place of its bit */
} clausary_number_set;

/** An empty set for `most` numbers. Owner: caller frees `bits` with free(). */
clausary_number_set clausary_number_set_new(size_t most);

static inline void
clausary_number_set_add(clausary_number_set set, uint32_t number)
{
	number >>= set.shift;
	set.bits[number / 64] |= (uint64_t)1 << number % 64;
}

static inline bool
clausary_number_set_has(clausary_number_set set, uint32_t number)
{
	number >>= set.shift;
	return set.bits[number / 64] >> number % 64 & 1;
}

/** The number of two words, one after the other. */
static inline uint32_t
clausary_number_of_both(uint32_t first, uint32_t second)
{
	return (first ^ (second << 7 | second >> 25)) * 0x9e3779b1u;
}

/** The number of a word of ASCII: of its first four bytes without case, and its length. */
static inline uint32_t
clausary_number_of_ascii(uint32_t head, size_t size)
{
	static const uint32_t THERE[] = {0, 0xff, 0xffff, 0xffffff, 0xffffffff};
	head &= THERE[size < 4 ? size : 4]; /* no branch: short words come as they like */
	head |= 0x20202020u;
	return head * 0x9e3779b1u + (uint32_t)size * 0x85ebca6bu;
}

/** The number of a word beyond ASCII. `stems`: the cues of a language whose words stand in several
 * forms, of which most have one number; else NULL. A hyphen is one in whatever form. */
uint32_t clausary_number_of_wide(const clausary_cues *stems, clausary_slice word);

/** The number of any word. */
uint32_t clausary_number_of_word(const clausary_cues *stems, clausary_slice word);

/** The same of a token: the document's text has padding after it. */
static inline uint32_t
clausary_number_of_token(const clausary_cues *stems, const char *text, const clausary_token *token)
{
	uint32_t head;
	if (token->traits & CLAUSARY_TOKEN_NON_ASCII)
		return clausary_number_of_wide(stems,
		                               (clausary_slice){text + token->start, token->size});
	memcpy(&head, text + token->start, 4);
	return clausary_number_of_ascii(head, token->size);
}

#endif
