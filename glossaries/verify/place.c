/* Quotation marks, addresses and joints around a place. */
#include "verify/place.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum {
	LONGEST_QUOTED = 300, /* bytes before and after a place */
	MOST_READ = 4096      /* of a block, where a mark that opens is looked for */
};

/* What a quotation mark does where it stands: opens, closes, or either. A single one may be an
 * apostrophe, and is none. */
typedef enum mark { NO_MARK, OPENS, CLOSES, EITHER } mark;

static mark
mark_of(uint32_t c)
{
	if (c == '"')
		return EITHER;
	if (c == 0x300c || c == 0x300e || c == 0x201e) /* corner brackets; low quotation marks */
		return OPENS;
	if (c == 0x300d || c == 0x300f)
		return CLOSES;
	if (c == 0x2018 || c == 0x2019 || c == 0x201a)
		return NO_MARK;
	int8_t type = u_charType((UChar32)c);
	return type == U_INITIAL_PUNCTUATION ? OPENS
	       : type == U_FINAL_PUNCTUATION ? CLOSES
	                                     : NO_MARK;
}

/* Where a quotation opens before byte `at`, not before `low`, and closes not before `at`;
 * SIZE_MAX where there is none. */
static size_t
find_opening(clausary_slice text, size_t low, size_t at)
{
	size_t found = SIZE_MAX;
	for (size_t next = low; next < at;) {
		mark one = mark_of(clausary_utf8_next(text, &next));
		if (one == OPENS || (one == EITHER && found == SIZE_MAX))
			found = next;
		else if (one != NO_MARK)
			found = SIZE_MAX;
	}
	return found;
}

bool
clausary_place_is_quoted(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	clausary_span block = clausary_index_block(index, span.start)->span;
	size_t low = span.start > MOST_READ ? span.start - MOST_READ : 0, end = span.end;
	low = low > block.start ? clausary_utf8_start(text, low) : block.start;
	size_t start = find_opening(text, low, span.start);
	if (start == SIZE_MAX || span.start - start > LONGEST_QUOTED)
		return false;
	while (end < block.end && end - span.end < LONGEST_QUOTED) {
		size_t at = end;
		mark one = mark_of(clausary_utf8_next(text, &end));
		if (one == CLOSES || one == EITHER)
			return start < span.start || at > span.end;
		if (one == OPENS)
			return false;
	}
	return false;
}

bool
clausary_place_is_address(clausary_slice text, clausary_span span)
{
	char before = span.start > 0 ? text.data[span.start - 1] : ' ';
	char after = span.end < text.size ? text.data[span.end] : ' ';
	char second = span.end + 1 < text.size ? text.data[span.end + 1] : ' ';
	char first = span.start > 1 ? text.data[span.start - 2] : ' ';
	return before == '@' || before == '_' || after == '@' || after == '_'
	       || (before == '/' && (first == '/' || first == '.'))
	       || (before == '.' && clausary_ascii_is_letter(first))
	       || (after == '.' && clausary_ascii_is_lower(second));
}

static bool
is_hyphen(uint32_t c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

bool
clausary_place_is_joined(clausary_slice text, clausary_span span)
{
	size_t before = span.start, after = span.end;
	return (span.start > 0 && is_hyphen(clausary_utf8_previous(text, &before)) && before > 0
	        && u_isalnum((UChar32)clausary_utf8_previous(text, &before)))
	       || (span.end < text.size && is_hyphen(clausary_utf8_next(text, &after))
	           && after < text.size && u_isalnum((UChar32)clausary_utf8_next(text, &after)));
}

bool
clausary_place_begins(clausary_slice text, clausary_span span)
{
	size_t at = span.start;
	while (at > 0 && text.data[at - 1] == ' ')
		at--;
	return at == 0 || strchr("\n\t.:;?!", text.data[at - 1]) != NULL;
}
