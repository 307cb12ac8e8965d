/* The pairs of Unicode's confusables.txt that print alike in every common type face. */
#include "base/lookalike.h"

#include "base/utf8.h"

/* clang-format off */
#define PAIRS(X) \
	X('A', 0x410) X('B', 0x412) X('C', 0x421) X('E', 0x415) X('H', 0x41d) X('I', 0x406) \
	X('J', 0x408) X('K', 0x41a) X('M', 0x41c) X('O', 0x41e) X('P', 0x420) X('S', 0x405) \
	X('T', 0x422) X('X', 0x425) X('Y', 0x423) X('a', 0x430) X('c', 0x441) X('e', 0x435) \
	X('i', 0x456) X('j', 0x458) X('o', 0x43e) X('p', 0x440) X('s', 0x455) X('x', 0x445) \
	X('y', 0x443)
/* clang-format on */

enum { FIRST_CYRILLIC = 0x400, LAST_CYRILLIC = 0x45f };

uint32_t
clausary_lookalike_latin(uint32_t cyrillic)
{
	static const char LATIN[LAST_CYRILLIC - FIRST_CYRILLIC + 1] = {
#define X(latin, cyrillic) [cyrillic - FIRST_CYRILLIC] = latin,
	        PAIRS(X)
#undef X
	};
	if (cyrillic < FIRST_CYRILLIC || cyrillic > LAST_CYRILLIC)
		return 0;
	return (uint32_t)LATIN[cyrillic - FIRST_CYRILLIC];
}

uint32_t
clausary_lookalike_cyrillic(uint32_t latin)
{
	static const uint16_t CYRILLIC[0x80] = {
#define X(latin, cyrillic) [latin] = cyrillic,
	        PAIRS(X)
#undef X
	};
	return latin < 0x80 ? CYRILLIC[latin] : 0;
}

static bool
is_cyrillic(uint32_t c)
{
	return c >= 0x400 && c <= 0x52f;
}

/* What scripts the letters of a form are of, and which of them leave no doubt. */
typedef struct scripts {
	bool latin, cyrillic, surely_latin, surely_cyrillic;
} scripts;

static scripts
scripts_of(clausary_slice form)
{
	scripts found = {0};
	for (size_t at = 0; at < form.size;) {
		uint32_t c = clausary_utf8_next(form, &at);
		if (c < 0x80 && clausary_ascii_is_letter((char)c)) {
			found.latin = true;
			found.surely_latin |= !clausary_lookalike_cyrillic(c);
		} else if (is_cyrillic(c)) {
			found.cyrillic = true;
			found.surely_cyrillic |= !clausary_lookalike_latin(c);
		}
	}
	return found;
}

static void
add_unified(clausary_buffer *to, clausary_slice part, bool cyrillic)
{
	for (size_t at = 0; at < part.size;) {
		uint32_t c = clausary_utf8_next(part, &at), other = 0;
		if (cyrillic && c < 0x80)
			other = clausary_lookalike_cyrillic(c);
		else if (!cyrillic)
			other = clausary_lookalike_latin(c);
		clausary_utf8_add(to, other ? other : c);
	}
}

bool
clausary_lookalike_unify(clausary_buffer *to, clausary_slice form)
{
	scripts all = {0};
	if (clausary_utf8_ascii(form) < form.size)
		all = scripts_of(form);
	if (!all.latin || !all.cyrillic) {
		clausary_buffer_add(to, form);
		return false;
	}
	for (size_t start = 0, end = 0; start < form.size; start = end) {
		while (end < form.size && form.data[end] != '-')
			end++;
		end += end < form.size;
		clausary_slice part = clausary_slice_part(form, start, end);
		scripts here = scripts_of(part);
		bool doubtful = here.surely_cyrillic == here.surely_latin;
		add_unified(to, part, doubtful ? all.surely_cyrillic : here.surely_cyrillic);
	}
	return true;
}
