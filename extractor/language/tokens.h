/* Tokens: the words, numbers and marks of a document's text, cut exactly where ICU's word iterator
 * cuts. */
#ifndef CLAUSARY_LANGUAGE_TOKENS_H
#define CLAUSARY_LANGUAGE_TOKENS_H

#include "document/document.h"

typedef enum clausary_token_kind {
	CLAUSARY_TOKEN_WORD,   /* has a letter: "ITU's", "5G", "I.C.A.O", one dictionary word of
	                          Chinese */
	CLAUSARY_TOKEN_NUMBER, /* has a digit and no letter: "3.2", "1,000" */
	CLAUSARY_TOKEN_MARK /* neither: one punctuation mark or symbol, with what combines with it;
	                       "__" */
} clausary_token_kind;

#define CLAUSARY_TOKEN_CAPITAL_FIRST 1u /* its first letter is a capital: "Radio", "5G" */
#define CLAUSARY_TOKEN_NON_ASCII 2u     /* has a byte past 0x7f */
#define CLAUSARY_TOKEN_DIGIT 4u         /* has a digit */
#define CLAUSARY_TOKEN_JOINED                                                                      \
	8u /* no blank between it and the token before, skipped text apart                         \
	    */
#define CLAUSARY_TOKEN_CAPITALS 16u /* has a capital, and not as "Radio" has: "5G", "ITU", "A" */
#define CLAUSARY_TOKEN_CAPITAL 32u  /* has a capital letter */
#define CLAUSARY_TOKEN_LOWER 64u    /* has a small letter */

/** One segment of the word iterator that is not blank. */
typedef struct clausary_token {
	uint32_t start; /* byte in the document's text */
	uint16_t size;  /* bytes */
	uint8_t kind;   /* clausary_token_kind */
	uint8_t traits; /* CLAUSARY_TOKEN_… */
} clausary_token;

/** Zeros are the empty list; set `count` to 0 to use the memory again, clausary_array_finish()
 * frees it. */
typedef CLAUSARY_ARRAY(clausary_token) clausary_tokens;

/**
 * Add the tokens of a span of the document's text to `to`.
 *
 * The iterator is that of the document's language; the start and the end of the span and of every
 * span to skip are ends of text to it. A span to skip that begins before `span` does not count: a
 * footnote's body lies inside the hole it leaves. Where 65,535 bytes hold neither blank nor bracket
 * nor stop, the text is cut there, between two code points; the halves are joined tokens.
 *
 * Fails: never; without any word rules in ICU there are no tokens.
 */
void clausary_tokens_read(clausary_tokens *to, const clausary_document *document,
                          clausary_span span);

/** The traits of a token of `size` bytes: those that its letters show one by one, and what follows
 * from them together. */
static inline uint8_t
clausary_token_traits(unsigned traits, size_t size)
{
	bool other = traits & (CLAUSARY_TOKEN_NON_ASCII | CLAUSARY_TOKEN_DIGIT) || size == 1;
	bool capitals = traits & CLAUSARY_TOKEN_CAPITAL && other;
	return (uint8_t)(traits | (capitals ? CLAUSARY_TOKEN_CAPITALS : 0));
}

/** The text of a token. Owner: the document. */
static inline clausary_slice
clausary_token_text(const clausary_document *document, clausary_token token)
{
	return (clausary_slice){document->text.data + token.start, token.size};
}

/** The byte after a token. */
static inline uint32_t
clausary_token_end(clausary_token token)
{
	return token.start + token.size;
}

#endif
