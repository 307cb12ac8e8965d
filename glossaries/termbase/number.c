/* Number of an expansion by its ending: enough for two expansions of the same acronym, never used
 * for other words. */
#include "termbase/number.h"

#include "base/utf8.h"

#include <unicode/uscript.h>

enum { ENDING = 3 };

/* The bytes that both begin with, on a code point. */
static size_t
common_start(clausary_slice a, clausary_slice b)
{
	size_t common = 0;
	while (common < a.size && common < b.size && a.data[common] == b.data[common])
		common++;
	while (common > 0 && common < a.size && ((unsigned char)a.data[common] & 0xc0) == 0x80)
		common--;
	return common;
}

static bool
is_ending(clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++)
		if (text.data[i] == ' ' || text.data[i] == '-')
			return false;
	return clausary_utf8_count(text) <= ENDING;
}

bool
clausary_number_is_plural(clausary_slice form, clausary_slice written)
{
	return written.size > form.size && written.size <= form.size + 3
	       && clausary_slice_starts(written, form);
}

bool
clausary_number_may_differ(clausary_slice a, clausary_slice b)
{
	size_t common = common_start(a, b), word = 0;
	for (size_t i = 0; i < common; i++)
		if (a.data[i] == ' ' || a.data[i] == '-')
			word = i + 1;
	return clausary_utf8_count(clausary_slice_part(a, word, common)) >= ENDING
	       && is_ending(clausary_slice_part(a, common, a.size))
	       && is_ending(clausary_slice_part(b, common, b.size));
}

bool
clausary_number_differs(clausary_slice a, clausary_slice b, clausary_locale_entry plurals)
{
	clausary_slice one = a.size < b.size ? a : b, many = a.size < b.size ? b : a;
	if (!clausary_number_may_differ(a, b))
		return false;
	size_t common = common_start(one, many);
	size_t less = clausary_utf8_count(clausary_slice_part(one, common, one.size));
	size_t more = clausary_utf8_count(clausary_slice_part(many, common, many.size));
	if (!(less == 0 && more < ENDING) && !(less == 1 && more == ENDING))
		return false;
	for (size_t i = 0; i < plurals.count; i++)
		if (clausary_slice_ends(clausary_slice_part(many, common, many.size),
		                        plurals.words[i]))
			return true;
	return false;
}

/* The next word of `*rest`, which is folded: blanks and hyphens part words. */
static clausary_slice
next_word(clausary_slice *rest)
{
	size_t size = 0;
	while (size < rest->size && rest->data[size] != ' ' && rest->data[size] != '-')
		size++;
	clausary_slice word = clausary_slice_part(*rest, 0, size);
	*rest = clausary_slice_part(*rest, size < rest->size ? size + 1 : size, rest->size);
	return word;
}

static bool
is_arabic(uint32_t letter)
{
	UErrorCode status = U_ZERO_ERROR;
	return uscript_getScript((UChar32)letter, &status) == USCRIPT_ARABIC;
}

/* Whether one word has all letters of the other, in their order, and three more at most: plurals of
 * Arabic are made inside the word and keep its root. */
static bool
may_share_root(clausary_slice a, clausary_slice b)
{
	enum { ROOT = 3 };
	clausary_slice root = a.size < b.size ? a : b, word = a.size < b.size ? b : a;
	size_t at = 0, matched = 0, letters = 0;
	uint32_t wanted = at < root.size ? clausary_utf8_next(root, &at) : 0;
	for (size_t i = 0; i < word.size; letters++) {
		uint32_t letter = clausary_utf8_next(word, &i);
		if (letter != wanted || !is_arabic(letter))
			continue;
		matched++;
		wanted = at < root.size ? clausary_utf8_next(root, &at) : 0;
	}
	return matched >= ROOT && wanted == 0 && letters - matched <= ENDING;
}

/* Whether two words may be forms of one: as above, or short ones ("буй", "буёв") alike in two code
 * points and different in two at most. */
static bool
may_be_forms(clausary_slice a, clausary_slice b)
{
	enum { SHORT_STEM = 2, SHORT_ENDING = 2 };
	size_t common = common_start(a, b);
	size_t stem = clausary_utf8_count(clausary_slice_part(a, 0, common));
	return clausary_number_may_differ(a, b) || may_share_root(a, b)
	       || (stem >= SHORT_STEM
	           && clausary_utf8_count(clausary_slice_part(a, common, a.size)) <= SHORT_ENDING
	           && clausary_utf8_count(clausary_slice_part(b, common, b.size)) <= SHORT_ENDING);
}

bool
clausary_number_inflected(clausary_slice a, clausary_slice b)
{
	while (a.size && b.size) {
		clausary_slice x = next_word(&a), y = next_word(&b);
		if (!clausary_slice_equal(x, y) && !may_be_forms(x, y))
			return false;
	}
	return a.size == 0 && b.size == 0;
}
