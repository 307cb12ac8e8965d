/* Beginnings of words: a bit for each pair of letters. */
#include "base/beginnings.h"

#include "base/fold.h"
#include "base/utf8.h"

enum { FIRST_PRESENTATION_FORM = 0xfb50 };

static bool
is_vague(uint32_t c)
{
	return c == ' ' || c == '.' || c == ',';
}

void
clausary_beginnings_add(clausary_beginnings *to, clausary_slice words)
{
	size_t at = 0;
	if (words.size == 0)
		return;
	uint32_t first = clausary_utf8_next(words, &at);
	uint32_t second = at < words.size ? clausary_utf8_next(words, &at) : ' ';
	if (is_vague(first))
		memset(to->second, 0xff, sizeof to->second);
	to->second[first % 32] |= is_vague(second) ? UINT32_MAX : (uint32_t)1 << second % 32;
}

/* The next letter that folding leaves; a blank at the end of the text. */
static uint32_t
next_letter(clausary_slice text, size_t *at, unsigned how)
{
	uint32_t letter = 0;
	while (letter == 0 && *at < text.size)
		letter = clausary_fold_next(text, at, how);
	return letter ? letter : ' ';
}

bool
clausary_beginnings_may(const clausary_beginnings *beginnings, clausary_slice text, unsigned how)
{
	size_t at = 0;
	uint32_t first = next_letter(text, &at, how), seconds = beginnings->second[first % 32];
	if (first >= FIRST_PRESENTATION_FORM) /* it may stand for several letters */
		return true;
	if (seconds == 0 || seconds == UINT32_MAX)
		return seconds;
	uint32_t second = next_letter(text, &at, how);
	return second >= FIRST_PRESENTATION_FORM || seconds >> second % 32 & 1;
}
