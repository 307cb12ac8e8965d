/* Words of a locale at the start of a text. */
#include "document/pattern.h"

#include "base/utf8.h"
#include "document/numeral.h"

#include <unicode/uchar.h>

static const clausary_slice NUMBER = {"{number}", 8};

static bool
is_alphanumeric(clausary_slice text, size_t at)
{
	return at < text.size
	       && (clausary_ascii_is_letter(text.data[at])
	           || clausary_ascii_is_digit(text.data[at]));
}

/* The bytes of a number: "12", "55/100", "IV", "A.2", or one in other numerals. */
static size_t
number_size(clausary_slice text)
{
	enum { LONGEST = 16 };
	uint32_t value;
	size_t end = 0;
	while (end < LONGEST
	       && (is_alphanumeric(text, end)
	           || (end && end < text.size && strchr("/.-", text.data[end])
	               && is_alphanumeric(text, end + 1))))
		end++;
	return end ? end : clausary_numeral_read(text, &value);
}

/* The next letter of `text`, folded; `*at` moves past it and past marks that folding drops. */
static uint32_t
next_letter(clausary_slice text, size_t *at)
{
	uint32_t c = 0;
	while (*at < text.size && c == 0)
		c = clausary_fold_next(text, at, CLAUSARY_PATTERN_FOLDING);
	return c;
}

/* Whether a word that ends before byte `at` is whole: no letter or digit goes on with it. */
static bool
ends_word(clausary_slice text, size_t at)
{
	return at == text.size || !u_isalnum((UChar32)clausary_utf8_next(text, &at));
}

size_t
clausary_pattern_match(clausary_slice pattern, clausary_slice text, clausary_slice *number)
{
	size_t at = 0, matched = 0;
	uint32_t before = ' ', wanted;
	*number = CLAUSARY_SLICE("");
	while (matched < pattern.size) {
		clausary_slice rest = clausary_slice_part(pattern, matched, pattern.size);
		if (clausary_slice_starts(rest, NUMBER)) {
			at = clausary_slice_skip_blanks(text, at);
			size_t size = number_size(clausary_slice_part(text, at, text.size));
			if (size == 0)
				return 0;
			*number = clausary_slice_part(text, at, at + size);
			at = clausary_slice_skip_blanks(text, at + size);
			matched += NUMBER.size;
			before = ' ';
			continue;
		}
		wanted = clausary_utf8_next(pattern, &matched);
		size_t blanks = clausary_slice_skip_blanks(text, at) - at;
		if (wanted == ' ' && blanks == 0 && before != ' ')
			return 0;
		if (wanted == ' '
		    || (clausary_utf8_is_square(before) && clausary_utf8_is_square(wanted)))
			at += blanks;
		before = wanted;
		if (wanted != ' ' && next_letter(text, &at) != wanted)
			return 0;
	}
	for (size_t next = at; next < text.size; at = next) /* a vowel mark on the last letter */
		if (clausary_fold_next(text, &next, CLAUSARY_PATTERN_FOLDING) != 0)
			break;
	bool open =
	        clausary_utf8_is_unspaced(before) || number->size || !u_isalnum((UChar32)before);
	return open || ends_word(text, at) ? at : 0;
}

bool
clausary_pattern_begins(clausary_slice pattern, clausary_slice text)
{
	size_t at = 0;
	bool free_start = false;
	while (pattern.size) {
		size_t hole = clausary_slice_find(pattern, CLAUSARY_PATTERN_HOLE);
		clausary_slice piece =
		        clausary_slice_part(pattern, 0, hole == SIZE_MAX ? pattern.size : hole);
		size_t found = clausary_slice_find(clausary_slice_part(text, at, text.size), piece);
		if (found == SIZE_MAX || (found > 0 && !free_start))
			return false;
		at += found + piece.size;
		free_start = true;
		if (hole == SIZE_MAX)
			break;
		pattern = clausary_slice_part(pattern, hole + CLAUSARY_PATTERN_HOLE.size,
		                              pattern.size);
	}
	return true;
}
