/* Clippings. */
#include "mining/clipping.h"

#include "base/fold.h"
#include "base/utf8.h"

/* The next square letter of `text`; 0 at its end. */
static uint32_t
next_square(clausary_slice text, size_t *at)
{
	while (*at < text.size) {
		uint32_t c = clausary_utf8_next(text, at);
		if (clausary_utf8_is_square(c))
			return c;
	}
	return 0;
}

static size_t
count_squares(clausary_slice text)
{
	size_t at = 0, count = 0;
	while (next_square(text, &at))
		count++;
	return count;
}

/* Move `*at` past the next `wanted` in `name`; false when there is none. */
static bool
find_square(clausary_slice name, size_t *at, uint32_t wanted)
{
	uint32_t c;
	while ((c = next_square(name, at)) != 0)
		if (c == wanted)
			return true;
	return false;
}

/* The last word of a name is a common noun: "the Company". */
static bool
is_noun(clausary_slice form, clausary_slice name, size_t count)
{
	enum { LONGEST_NOUN = 3 };
	return count <= LONGEST_NOUN && clausary_slice_ends(name, form);
}

bool
clausary_clipping_of(clausary_slice form, clausary_slice name)
{
	size_t at = 0, place = 0, count = 0;
	uint32_t c;
	while ((c = next_square(form, &at)) != 0) {
		if (!find_square(name, &place, c))
			return false;
		count++;
	}
	return count >= 2 && count < count_squares(name) && !is_noun(form, name, count);
}

size_t
clausary_clipping_read(clausary_slice text, clausary_slice name)
{
	size_t at = 0, place = 0, end = 0, count = 0;
	while (at < text.size) {
		uint32_t c = clausary_utf8_next(text, &at);
		if (!clausary_utf8_is_square(c) || !find_square(name, &place, c))
			break;
		end = at;
		count++;
	}
	clausary_slice form = clausary_slice_part(text, 0, end);
	bool clipped = count >= 2 && count < count_squares(name) && !is_noun(form, name, count);
	return clipped ? end : 0;
}
