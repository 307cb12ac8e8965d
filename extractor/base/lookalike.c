/* The pairs of Unicode's confusables.txt that print alike in every common type face. */
#include "base/lookalike.h"

#include "base/utf8.h"

static const struct {
	uint16_t latin, cyrillic;
} PAIRS[] = {{'A', 0x410}, {'B', 0x412}, {'C', 0x421}, {'E', 0x415}, {'H', 0x41d},
             {'I', 0x406}, {'J', 0x408}, {'K', 0x41a}, {'M', 0x41c}, {'O', 0x41e},
             {'P', 0x420}, {'S', 0x405}, {'T', 0x422}, {'X', 0x425}, {'Y', 0x423},
             {'a', 0x430}, {'c', 0x441}, {'e', 0x435}, {'i', 0x456}, {'j', 0x458},
             {'o', 0x43e}, {'p', 0x440}, {'s', 0x455}, {'x', 0x445}, {'y', 0x443}};

uint32_t
clausary_lookalike_latin(uint32_t cyrillic)
{
	if (cyrillic < 0x400 || cyrillic > 0x4ff)
		return 0;
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (PAIRS[i].cyrillic == cyrillic)
			return PAIRS[i].latin;
	return 0;
}

uint32_t
clausary_lookalike_cyrillic(uint32_t latin)
{
	for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
		if (PAIRS[i].latin == latin)
			return PAIRS[i].cyrillic;
	return 0;
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
