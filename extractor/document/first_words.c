/* First words: which letters a text begins with tells most texts from all of them. */
#include "document/first_words.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "document/pattern.h"

#include <unicode/uchar.h>

size_t
clausary_letter_size(clausary_slice text, size_t at)
{
	size_t end = at;
	if (at >= text.size || (unsigned char)text.data[at] < 0x80)
		return at < text.size
		       && (clausary_ascii_is_letter(text.data[at])
		           || clausary_ascii_is_digit(text.data[at]));
	uint32_t c = clausary_utf8_next(text, &end);
	bool letter = clausary_fold_is_plain(c) || u_isalnum((UChar32)c)
	              || U_GET_GC_MASK((UChar32)c) & U_GC_MN_MASK;
	return letter ? end - at : 0;
}

static bool
begins_square(clausary_slice text, size_t *end)
{
	*end = 0;
	return text.size && (unsigned char)text.data[0] >= 0x80
	       && clausary_utf8_is_square(clausary_utf8_next(text, end));
}

clausary_slice
clausary_first_letters(clausary_slice text)
{
	size_t end, size;
	if (begins_square(text, &end))
		return clausary_slice_part(text, 0, end);
	end = 0;
	while ((size = clausary_letter_size(text, end)) > 0)
		end += size;
	return clausary_slice_part(text, 0, end);
}

void
clausary_first_words_add(clausary_first_words *to, clausary_slice word, uint32_t value)
{
	size_t end, at = 0;
	if (word.size == 0)
		to->none = true;
	else if (!begins_square(word, &end) && clausary_utf8_count(word) == 1)
		to->alone |= (uint32_t)1 << clausary_utf8_next(word, &at) % 32;
	else
		clausary_beginnings_add(&to->beginnings, word);
	clausary_map_put(&to->words, word, value);
}

/* Whether `text` begins with one letter by itself, marks on it apart, which may be a word. */
static bool
may_be_alone(const clausary_first_words *words, clausary_slice text)
{
	uint32_t letter = 0, other;
	for (size_t at = 0; clausary_letter_size(text, at) > 0;) {
		other = clausary_fold_next(text, &at, CLAUSARY_PATTERN_FOLDING);
		if (letter && other)
			return false;
		letter = other ? other : letter;
	}
	return words->alone >> letter % 32 & 1;
}

bool
clausary_first_words_may(const clausary_first_words *words, clausary_slice text)
{
	return words->none
	       || clausary_beginnings_may(&words->beginnings, text, CLAUSARY_PATTERN_FOLDING)
	       || (words->alone && may_be_alone(words, text));
}
