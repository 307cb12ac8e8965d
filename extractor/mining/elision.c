/* "l'Union" is one word to Unicode and two to French and Italian. */
#include "mining/elision.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

/* The bytes of a word up to its first apostrophe, that included; 0 when it has none. */
static size_t
apostrophe_end(clausary_slice word)
{
	static const clausary_slice TYPOGRAPHIC = {"\xe2\x80\x99", 3};
	for (size_t i = 0; i + 1 < word.size; i++)
		if (word.data[i] == '\'')
			return i + 1;
		else if (clausary_slice_starts(clausary_slice_part(word, i, word.size),
		                               TYPOGRAPHIC))
			return i + TYPOGRAPHIC.size;
	return 0;
}

/* The bytes of the elided word that a token begins with, its apostrophe included; 0 for most. */
static size_t
elided(const clausary_mining *mining, size_t token)
{
	clausary_slice word = clausary_mining_word(mining, token);
	if (mining->tokens.items[token].kind != CLAUSARY_TOKEN_WORD)
		return 0;
	size_t size = apostrophe_end(word);
	if (size == 0 || size == word.size)
		return 0;
	clausary_slice before = clausary_slice_part(word, 0, size);
	before.size -= before.data[size - 1] == '\'' ? 1 : 3;
	return clausary_cues_has(&mining->cues->elisions, before) ? size : 0;
}

/* What the letters of a piece of a token say of it. */
static unsigned
traits_of(clausary_slice word)
{
	unsigned traits = 0;
	bool letter = false;
	for (size_t at = 0; at < word.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(word, &at);
		traits |= c >= 0x80 ? CLAUSARY_TOKEN_NON_ASCII : 0;
		traits |= u_isdigit(c) ? CLAUSARY_TOKEN_DIGIT : 0;
		traits |= u_islower(c) ? CLAUSARY_TOKEN_LOWER : 0;
		if (u_isupper(c))
			traits |= CLAUSARY_TOKEN_CAPITAL
			          | (letter ? 0 : CLAUSARY_TOKEN_CAPITAL_FIRST);
		letter |= u_isalpha(c);
	}
	return traits;
}

static clausary_token
piece(const clausary_mining *mining, clausary_token whole, size_t from, size_t to)
{
	clausary_token part = {.start = whole.start + (uint32_t)from,
	                       .size = (uint16_t)(to - from),
	                       .kind = CLAUSARY_TOKEN_WORD};
	unsigned joined = from ? CLAUSARY_TOKEN_JOINED : whole.traits & CLAUSARY_TOKEN_JOINED;
	part.traits = (uint8_t)(traits_of(clausary_token_text(mining->document, part)) | joined);
	return part;
}

void
clausary_elision_split(clausary_mining *mining, size_t first)
{
	size_t count = mining->tokens.count, more = 0;
	if (mining->cues->elisions.longest == 0)
		return;
	for (size_t i = first; i < count; i++)
		more += elided(mining, i) > 0;
	for (size_t i = 0; i < more; i++)
		clausary_array_push(&mining->tokens, ((clausary_token){0}));
	/* from the end, so that nothing is written over before it is read */
	clausary_token *tokens = mining->tokens.items;
	for (size_t from = count, to = count + more; from < to;) {
		clausary_token whole = tokens[--from];
		size_t size = elided(mining, from);
		if (size) {
			tokens[--to] = piece(mining, whole, size, whole.size);
			whole = piece(mining, whole, 0, size);
		}
		tokens[--to] = whole;
	}
}
