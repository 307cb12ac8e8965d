/* A chunk of text goes to ICU's word iterator (ubrk) as UTF-16, and its segments become tokens. */
#include "language/word_chunk.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

enum {
	ENOUGH = 4096 /* units, after which a chunk may end before a mark and not only before a
	                 blank */
};

static uint32_t
decode(const clausary_word_scan *scan, uint32_t *at)
{
	int32_t i = (int32_t)*at;
	UChar32 c;
	U8_NEXT_OR_FFFD(scan->text, i, (int32_t)scan->end, c);
	*at = (uint32_t)i;
	return (uint32_t)c;
}

static bool
is_space(uint32_t c)
{
	return c < 0x80 ? clausary_ascii_is_blank((char)c) : clausary_word_is_blank(c);
}

/* Punctuation that no rule joins to what stands before it, and that emoji do not use. */
static bool
is_stop(clausary_word_table *table, uint32_t c)
{
	uint32_t index = clausary_word_index(c);
	if (index != CLAUSARY_NONE && clausary_word_flags(table, c) != 0)
		return false;
	return u_ispunct((UChar32)c)
	       && u_getIntPropertyValue((UChar32)c, UCHAR_WORD_BREAK) == U_WB_OTHER
	       && !u_hasBinaryProperty((UChar32)c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

/* Whether the blank that starts at `at` is followed by text that needs no ICU. */
static bool
is_easy_after(const clausary_word_scan *scan, uint32_t at)
{
	uint32_t c = ' ';
	while (at < scan->end && c < 0x80 && clausary_ascii_is_blank((char)c))
		c = decode(scan, &at);
	return clausary_word_flags(scan->table, c) != CLAUSARY_WORD_HARD;
}

/* Whether a chunk may end before byte `at`, where `c` stands after `previous`. Nothing is joined to
 * an ASCII blank but a blank (WB3, WB3d) and nothing on its left looks past it; the same holds for
 * a stop. */
static bool
may_end(const clausary_word_scan *scan, uint32_t at, uint32_t through, size_t units,
        uint32_t previous, uint32_t c)
{
	if (c < 0x80 && clausary_ascii_is_blank((char)c) && !is_space(previous))
		return units >= ENOUGH || (at > through && is_easy_after(scan, at));
	return units >= ENOUGH && is_stop(scan->table, c);
}

/* Fill the table's units and offsets from `safe` on; returns how many units. */
static size_t
convert(clausary_word_scan *scan, uint32_t through)
{
	clausary_word_table *table = scan->table;
	uint32_t previous = 0;
	size_t units = 0;
	for (scan->at = scan->safe; scan->at < scan->end;) {
		uint32_t next = scan->at, c = decode(scan, &next);
		if (next - scan->safe > CLAUSARY_WORD_CHUNK
		    || (units && may_end(scan, scan->at, through, units, previous, c)))
			break;
		table->offsets[units] = table->offsets[units + 1] =
		        (uint16_t)(scan->at - scan->safe);
		U16_APPEND_UNSAFE(table->units, units, (UChar32)c);
		scan->at = next;
		previous = c;
	}
	table->offsets[units] = (uint16_t)(scan->at - scan->safe);
	return units;
}

/* What one code point tells about its token; most of those that come here are letters without case.
 */
static void
describe(clausary_token *token, UChar32 c, bool first)
{
	if (c >= CLAUSARY_WORD_LOW && u_charType(c) == U_OTHER_LETTER) {
		token->kind = CLAUSARY_TOKEN_WORD;
	} else if (u_isUAlphabetic(c)) {
		bool capital = u_isUUppercase(c) || u_istitle(c);
		if (token->kind != CLAUSARY_TOKEN_WORD && capital)
			token->traits |= CLAUSARY_TOKEN_CAPITAL_FIRST;
		if (capital)
			token->traits |=
			        CLAUSARY_TOKEN_CAPITAL | (first ? 0 : CLAUSARY_TOKEN_CAPITALS);
		else if (u_isULowercase(c))
			token->traits |= CLAUSARY_TOKEN_LOWER;
		token->kind = CLAUSARY_TOKEN_WORD;
	} else if (u_getIntPropertyValue(c, UCHAR_WORD_BREAK) == U_WB_NUMERIC) {
		token->traits |= CLAUSARY_TOKEN_DIGIT;
		if (token->kind == CLAUSARY_TOKEN_MARK)
			token->kind = CLAUSARY_TOKEN_NUMBER;
	}
}

/* Add the segment from `start` to `end`, given as units of the chunk, unless it is blank: the rules
 * join to a blank the marks of direction after it, which nobody sees either. */
static void
add(clausary_word_scan *scan, size_t start, size_t end)
{
	clausary_word_table *table = scan->table;
	clausary_token token = {scan->safe + table->offsets[start],
	                        (uint16_t)(table->offsets[end] - table->offsets[start]),
	                        CLAUSARY_TOKEN_MARK, scan->after_blank ? 0 : CLAUSARY_TOKEN_JOINED};
	bool blank = true;
	for (size_t i = start; i < end;) {
		UChar32 c;
		bool first = i == start;
		U16_NEXT(table->units, i, end, c);
		token.traits |= c > 0x7f ? CLAUSARY_TOKEN_NON_ASCII : 0;
		describe(&token, c, first);
		blank = blank && token.kind == CLAUSARY_TOKEN_MARK
		        && (clausary_word_is_blank((uint32_t)c)
		            || (!first && u_charType(c) == U_FORMAT_CHAR));
	}
	scan->after_blank = blank;
	token.traits = clausary_token_traits(token.traits, token.size);
	if (!blank)
		clausary_array_push(scan->to, token);
}

static void
cut(clausary_word_scan *scan, size_t units)
{
	UBreakIterator *iterator = scan->table->iterator;
	UErrorCode error = U_ZERO_ERROR;
	int32_t start = 0, end;
	ubrk_setText(iterator, scan->table->units, (int32_t)units, &error);
	while ((end = ubrk_next(iterator)) != UBRK_DONE) {
		add(scan, (size_t)start, (size_t)end);
		start = end;
	}
}

void
clausary_word_chunk(clausary_word_scan *scan, uint32_t through)
{
	clausary_tokens *to = scan->to;
	while (to->count > scan->first && to->items[to->count - 1].start >= scan->safe)
		to->count--;
	scan->after_blank = scan->safe_after_blank;
	do {
		cut(scan, convert(scan, through));
		scan->safe = scan->at;
	} while (scan->at <= through && scan->at < scan->end);
	scan->safe_after_blank = scan->after_blank;
}
