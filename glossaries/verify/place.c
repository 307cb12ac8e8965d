/* Quotation marks, addresses and joints around a place. */
#include "verify/place.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/ucurr.h>

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
	if (c < 0x80)
		return c == '"' ? EITHER : NO_MARK;
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
	size_t start = span.start;
	while (start > 0 && span.start - start < LONGEST_QUOTED
	       && !clausary_ascii_is_blank(text.data[start - 1]))
		start--;
	if (clausary_slice_find(clausary_slice_part(text, start, span.start), CLAUSARY_SLICE("://"))
	    != SIZE_MAX)
		return true;
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

static bool
is_all_capitals(clausary_slice word)
{
	size_t letters = 0;
	for (size_t at = 0; at < word.size; letters++)
		if (!u_isupper((UChar32)clausary_utf8_next(word, &at)))
			return false;
	return letters > 1;
}

/* The letters that end at byte `at`, or begin there. */
static clausary_slice
letters_before(clausary_slice text, size_t at)
{
	size_t start = at;
	for (size_t next = start; next > 0; start = next)
		if (!u_isalpha((UChar32)clausary_utf8_previous(text, &next)))
			break;
	return clausary_slice_part(text, start, at);
}

static clausary_slice
letters_after(clausary_slice text, size_t at)
{
	size_t end = at;
	for (size_t next = end; next < text.size; end = next)
		if (!u_isalpha((UChar32)clausary_utf8_next(text, &next)))
			break;
	return clausary_slice_part(text, at, end);
}

bool
clausary_place_is_shouted(clausary_slice text, clausary_span span, clausary_slice *beside)
{
	if (span.start > 0 && clausary_ascii_is_blank(text.data[span.start - 1])) {
		*beside = letters_before(text, span.start - 1);
		if (is_all_capitals(*beside))
			return true;
	}
	size_t next = clausary_slice_skip_blanks(text, span.end);
	*beside = letters_after(text, next);
	return next > span.end && is_all_capitals(*beside);
}

/* Letters of words in capitals and of others, the word at `span` left out. */
typedef struct cases {
	size_t capital, small;
} cases;

static cases
count_cases(clausary_slice text, size_t start, size_t end, clausary_span span)
{
	cases found = {0};
	for (size_t at = start; at < end;) {
		clausary_slice word = letters_after(text, at);
		if (word.size > 1 && at != span.start)
			*(is_all_capitals(word) ? &found.capital : &found.small) += word.size;
		if (word.size > 0)
			at += word.size;
		else
			clausary_utf8_next(text, &at);
	}
	return found;
}

bool
clausary_place_is_in_capitals(const clausary_index *index, clausary_span span)
{
	enum { REACH = 120 /* bytes */, FEWEST = 8 /* letters */, TIMES = 3 };
	clausary_slice text = clausary_document_text(index->document);
	clausary_span block = clausary_index_block(index, span.start)->span;
	size_t start = span.start, end = span.end;
	while (start > block.start && span.start - start < REACH && text.data[start - 1] != '\n')
		start--;
	while (end < block.end && end - span.end < REACH && text.data[end] != '\n')
		end++;
	cases found = count_cases(text, clausary_utf8_start(text, start), end, span);
	return found.capital >= FEWEST && found.capital >= TIMES * found.small;
}

bool
clausary_place_is_surname(clausary_slice text, clausary_span span)
{
	enum { SHORTEST = 5, SHORTEST_GIVEN = 3 };
	if (span.end - span.start < SHORTEST || span.start == 0 || text.data[span.start - 1] != ' ')
		return false;
	clausary_slice given = letters_before(text, span.start - 1);
	size_t at = 0, letters = 1;
	if (given.size == 0 || !u_isupper((UChar32)clausary_utf8_next(given, &at)))
		return false;
	for (; at < given.size; letters++)
		if (!u_islower((UChar32)clausary_utf8_next(given, &at)))
			return false;
	return letters >= SHORTEST_GIVEN;
}

bool
clausary_place_is_currency(clausary_slice text, clausary_span span)
{
	enum { LETTERS = 3 };
	UErrorCode error = U_ZERO_ERROR;
	UChar code[LETTERS + 1] = {0};
	size_t before = span.start, after = span.end;
	if (span.end - span.start != LETTERS)
		return false;
	for (size_t i = 0; i < LETTERS; i++)
		code[i] = (UChar)(unsigned char)text.data[span.start + i];
	uint32_t left = before > 0 ? clausary_utf8_previous(text, &before) : 0;
	if ((left == ' ' || left == 0xa0 || left == 0x202f) && before > 0)
		left = clausary_utf8_previous(text, &before);
	uint32_t right = after < text.size ? clausary_utf8_next(text, &after) : 0;
	if ((right == ' ' || right == 0xa0 || right == 0x202f) && after < text.size)
		right = clausary_utf8_next(text, &after);
	return (u_isdigit((UChar32)left) || u_isdigit((UChar32)right))
	       && ucurr_isAvailable(code, U_DATE_MIN, U_DATE_MAX, &error) && U_SUCCESS(error);
}

bool
clausary_place_is_glossed(clausary_slice text, clausary_span span)
{
	size_t at = clausary_slice_skip_blanks(text, span.end), next = at;
	if (at < text.size && mark_of(clausary_utf8_next(text, &next)) != NO_MARK)
		at = clausary_slice_skip_blanks(text, next);
	if (at + 1 >= text.size || text.data[at] != ':' || text.data[at + 1] != ' ')
		return false;
	at = clausary_slice_skip_blanks(text, at + 1);
	return letters_after(text, at).size > 0;
}

bool
clausary_place_is_in_name(const clausary_cues *cues, clausary_slice text, clausary_span span)
{
	if (cues->noun_capitals || span.end + 1 >= text.size || text.data[span.end] != ' ')
		return false;
	clausary_slice next = letters_after(text, span.end + 1);
	size_t at = 0;
	return next.size > 1 && u_isupper((UChar32)clausary_utf8_next(next, &at))
	       && u_islower((UChar32)clausary_utf8_next(next, &at));
}

/* Whether a character is a blank that French puts inside of its quotation marks. */
static bool
is_inner_blank(uint32_t c)
{
	return c == ' ' || c == 0xa0 || c == 0x202f;
}

bool
clausary_place_is_literal(clausary_slice text, clausary_span span)
{
	size_t before = span.start, after = span.end;
	uint32_t left = before > 0 ? clausary_utf8_previous(text, &before) : 0;
	uint32_t right = after < text.size ? clausary_utf8_next(text, &after) : 0;
	if (is_inner_blank(left) && is_inner_blank(right) && before > 0 && after < text.size) {
		left = clausary_utf8_previous(text, &before);
		right = clausary_utf8_next(text, &after);
		if (left == '"' || right == '"') /* the ends of two quotations */
			return false;
	}
	mark opens = mark_of(left), closes = mark_of(right);
	return left == '`' || right == '`'
	       || ((opens == OPENS || opens == EITHER) && (closes == CLOSES || closes == EITHER));
}

bool
clausary_place_is_counted(clausary_slice text, clausary_span span)
{
	size_t at = span.start;
	while (at > 0 && clausary_ascii_is_blank(text.data[at - 1]))
		at--;
	return at > 0 && at < span.start && clausary_ascii_is_digit(text.data[at - 1]);
}

bool
clausary_place_is_line(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	clausary_span block = clausary_index_block(index, span.start)->span;
	size_t start = span.start, end = span.end;
	while (start > block.start
	       && (clausary_ascii_is_blank(text.data[start - 1])
	           || (signed char)text.data[start - 1] < 0))
		start--; /* the sign of an item as well */
	end += end < block.end && strchr(":.;,", text.data[end]) != NULL;
	end = clausary_slice_skip_blanks(text, end);
	return start == block.start && end >= block.end;
}

bool
clausary_place_is_called_out(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t next = clausary_slice_skip_blanks(text, span.end);
	bool stop = span.end < text.size && text.data[span.end] == '.';
	return (next < text.size && text.data[next] == '!')
	       || (stop && clausary_index_block(index, span.start)->span.start == span.start);
}

bool
clausary_place_follows(clausary_slice text, size_t at, clausary_slice words)
{
	size_t rest = words.size;
	while (at > 0 && rest > 0) { /* a blank may be the end of a line there */
		bool blank = clausary_ascii_is_blank(text.data[at - 1]);
		while (blank && at > 1 && clausary_ascii_is_blank(text.data[at - 2]))
			at--;
		if (blank ? words.data[rest - 1] != ' '
		          : clausary_ascii_lower(text.data[at - 1])
		                    != clausary_ascii_lower(words.data[rest - 1]))
			return false;
		at--;
		rest--;
	}
	return rest == 0;
}

bool
clausary_place_is_label(clausary_slice text, clausary_span span)
{
	size_t start = span.start;
	start -= start > 0 && (text.data[start - 1] == '!' || text.data[start - 1] == '?');
	return start > 0 && span.end < text.size && text.data[start - 1] == '['
	       && text.data[span.end] == ']';
}

/* How many words a remark that begins with `first` must have; 0 where none begins so. */
static size_t
fewest_words(const clausary_cues *cues, clausary_slice first)
{
	enum { FEWEST_OF_NAME = 3 };
	size_t at = 0;
	if (first.size == 0 || clausary_cues_has(&cues->not_short, first)
	    || clausary_cues_has(&cues->edge, first))
		return 0;
	return u_isupper((UChar32)clausary_utf8_next(first, &at)) ? FEWEST_OF_NAME : 1;
}

bool
clausary_place_has_remark(const clausary_cues *cues, clausary_slice text, clausary_span span)
{
	enum { MOST_BYTES = 120 };
	size_t at = span.end + 2, words = 0, fewest = 0;
	if (at >= text.size || text.data[span.end] != ' ' || text.data[span.end + 1] != '(')
		return false;
	for (size_t end = at; end < text.size && end - at < MOST_BYTES; words++) {
		clausary_slice word = letters_after(text, end);
		fewest = words == 0 ? fewest_words(cues, word) : fewest;
		if (word.size == 0 || fewest == 0)
			return false;
		end += word.size;
		if (end < text.size && text.data[end] == ')')
			return words + 1 >= fewest;
		for (; end < text.size && strchr(" &-", text.data[end]); end++)
			;
	}
	return false;
}
