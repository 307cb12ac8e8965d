/* "l'Union" is one word to Unicode and two to French and Italian; a Latin acronym right after or
 * before letters of a script without capitals, such as those of an Arabic word or of a Persian
 * ending, is a word of its own. */
#include "mining/word_cut.h"

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
		else if (word.data[i] == TYPOGRAPHIC.data[0]
		         && clausary_slice_starts(clausary_slice_part(word, i, word.size),
		                                  TYPOGRAPHIC))
			return i + TYPOGRAPHIC.size;
	return 0;
}

/* The bytes of the elided word that a word begins with, its apostrophe included; 0 for most. */
static size_t
elided(const clausary_mining *mining, clausary_slice word)
{
	size_t size = apostrophe_end(word);
	if (size == 0 || size == word.size)
		return 0;
	clausary_slice before = clausary_slice_part(word, 0, size);
	before.size -= before.data[size - 1] == '\'' ? 1 : 3;
	return clausary_cues_has(&mining->cues->elisions, before) ? size : 0;
}

/* The bytes of a word before its first letter with case after one without, or the other way round;
 * 0 when there is none. */
static size_t
one_script(clausary_slice word)
{
	int before = -1;
	for (size_t at = 0, here = 0; here < word.size; here = at) {
		UChar32 c = (UChar32)clausary_utf8_next(word, &at);
		int cased = u_isupper(c) || u_islower(c);
		if (!u_isalpha(c))
			continue;
		if (before >= 0 && cased != before)
			return here;
		before = cased;
	}
	return 0;
}

/* Letters of more than one script may stand in such a token. */
enum { MIXED = CLAUSARY_TOKEN_NON_ASCII | CLAUSARY_TOKEN_CAPITAL };

/* The bytes of the first piece of the part of a token from byte `from` on; 0 when it is whole. */
static size_t
first_piece(const clausary_mining *mining, size_t token, size_t from)
{
	const clausary_token *whole = &mining->tokens.items[token];
	if (whole->kind != CLAUSARY_TOKEN_WORD)
		return 0;
	clausary_slice word = clausary_mining_word(mining, token);
	word = clausary_slice_part(word, from, word.size);
	if (mining->cues->caseless && (whole->traits & MIXED) == MIXED)
		return one_script(word);
	return from || mining->cues->elisions.longest == 0 ? 0 : elided(mining, word);
}

/* What the letters of a piece of a token say of it. */
static unsigned
traits_of(clausary_slice word)
{
	unsigned traits = 0;
	bool letter = false;
	for (size_t at = 0; at < word.size;) {
		bool first = at == 0;
		UChar32 c = (UChar32)clausary_utf8_next(word, &at);
		if (c < 0x80 && clausary_ascii_is_lower((char)c)) { /* most letters */
			traits |= CLAUSARY_TOKEN_LOWER;
			letter = true;
			continue;
		}
		traits |= c >= 0x80 ? CLAUSARY_TOKEN_NON_ASCII : 0;
		traits |= u_isdigit(c) ? CLAUSARY_TOKEN_DIGIT : 0;
		traits |= u_islower(c) ? CLAUSARY_TOKEN_LOWER : 0;
		if (u_isupper(c))
			traits |= CLAUSARY_TOKEN_CAPITAL
			          | (letter ? 0 : CLAUSARY_TOKEN_CAPITAL_FIRST)
			          | (first ? 0 : CLAUSARY_TOKEN_CAPITALS);
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
	part.traits = clausary_token_traits(
	        traits_of(clausary_token_text(mining->document, part)) | joined, part.size);
	return part;
}

enum { MOST_PIECES = 4 };

/* Where the pieces of a token end; returns how many there are. */
static size_t
pieces_of(const clausary_mining *mining, size_t token, size_t ends[MOST_PIECES])
{
	size_t count = 0, from = 0, size;
	while (count + 1 < MOST_PIECES && (size = first_piece(mining, token, from)) > 0)
		ends[count++] = from += size;
	ends[count++] = mining->tokens.items[token].size;
	return count;
}

/* Where the next apostrophe of either kind may stand: byte by byte is left to memchr(). */
typedef struct apostrophes {
	const char *end, *next[2]; /* of the text; NULL: not looked for yet */
} apostrophes;

/* The first that is not before byte `from`, or the end of the text. */
static const char *
next_apostrophe(apostrophes *all, const char *from)
{
	static const char FIRST[2] = {'\'', '\xe2'};
	for (int i = 0; i < 2; i++)
		if (all->next[i] < from) {
			all->next[i] = memchr(from, FIRST[i], (size_t)(all->end - from));
			if (all->next[i] == NULL)
				all->next[i] = all->end;
		}
	return all->next[0] < all->next[1] ? all->next[0] : all->next[1];
}

/* Whether a token may have pieces: most have not, and need no second look. `*next` is the first
 * apostrophe that does not stand before it. */
static bool
may_be_cut(const clausary_mining *mining, const clausary_token *token, apostrophes *all,
           const char **next)
{
	const char *start = mining->document->text.data + token->start;
	if (*next < start)
		*next = next_apostrophe(all, start);
	return *next < start + token->size
	       || (mining->cues->caseless && (token->traits & MIXED) == MIXED);
}

/* Put the pieces of token `from` at the places before `to`; returns the first of these. */
static size_t
put_pieces(clausary_mining *mining, size_t from, size_t to)
{
	size_t ends[MOST_PIECES], pieces = pieces_of(mining, from, ends);
	clausary_token *tokens = mining->tokens.items, whole = tokens[from];
	for (size_t i = pieces; i-- > 0;)
		tokens[--to] = piece(mining, whole, i ? ends[i - 1] : 0, ends[i]);
	return to;
}

void
clausary_word_cut(clausary_mining *mining, size_t first)
{
	size_t from = mining->tokens.count, more = 0, ends[MOST_PIECES];
	if (mining->cues->elisions.longest == 0 && !mining->cues->caseless)
		return;
	mining->cuts.count = 0;
	if (first == from)
		return;
	const char *text = mining->document->text.data, *next = text;
	apostrophes all = {text + clausary_token_end(mining->tokens.items[from - 1]), {text, text}};
	for (size_t i = first; i < from; i++) {
		size_t pieces = may_be_cut(mining, &mining->tokens.items[i], &all, &next)
		                        ? pieces_of(mining, i, ends)
		                        : 1;
		if (pieces > 1)
			clausary_array_push(&mining->cuts, (uint32_t)i);
		more += pieces - 1;
	}
	for (size_t i = 0; i < more; i++)
		clausary_array_push(&mining->tokens, ((clausary_token){0}));
	/* from the end, so that nothing is written over before it is read */
	size_t to = from + more;
	for (size_t i = mining->cuts.count; i-- > 0;) {
		size_t whole = mining->cuts.items[i], after = from - whole - 1;
		clausary_token *tokens = mining->tokens.items;
		memmove(&tokens[to - after], &tokens[whole + 1], after * sizeof *tokens);
		to = put_pieces(mining, whole, to - after);
		from = whole;
	}
}
