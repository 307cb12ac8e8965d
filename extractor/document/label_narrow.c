/* Labels in other digits and marks than those of ASCII. */
#include "document/label_narrow.h"

#include "base/fold.h"
#include "base/lookalike.h"
#include "base/utf8.h"
#include "document/numeral.h"

#include <stdio.h>

enum { LONGEST_LABEL = 24 /* bytes of ASCII */, IDEOGRAPHIC_COMMA = 0x3001, WIDE_BLANK = 0x3000 };

bool
clausary_narrow_needed(clausary_slice text)
{
	for (size_t i = 0; i < text.size && i < LONGEST_LABEL; i++) {
		if ((unsigned char)text.data[i] >= 0x80)
			return true;
		if (clausary_ascii_is_blank(text.data[i]))
			return false;
	}
	return false;
}

static void
add(clausary_narrow *narrow, char c, size_t from)
{
	narrow->from[narrow->size] = (uint8_t)from;
	narrow->text[narrow->size++] = c;
}

static bool
add_numeral(clausary_narrow *narrow, clausary_slice text, size_t *at)
{
	char digits[16];
	uint32_t value;
	size_t size = clausary_numeral_read(clausary_slice_part(text, *at, text.size), &value);
	if (size == 0)
		return false;
	snprintf(digits, sizeof digits, "%u", value);
	for (const char *digit = digits; *digit; digit++)
		add(narrow, *digit, *at);
	*at += size;
	return true;
}

/* The character of ASCII that a code point stands for in a label; 0: none, the label ends here. */
static char
narrow_letter(clausary_slice text, size_t *at)
{
	size_t start = *at;
	if (clausary_utf8_next(text, at) == IDEOGRAPHIC_COMMA)
		return ',';
	*at = start;
	uint32_t c = clausary_fold_next(text, at, 0);
	if (clausary_lookalike_latin(c))
		c = clausary_lookalike_latin(c);
	return c > ' ' && c < 0x80 && c != ',' ? (char)c : '\0';
}

static size_t
add_blanks(clausary_narrow *narrow, clausary_slice text, size_t at)
{
	size_t blank;
	while (narrow->size < LONGEST_LABEL
	       && (blank = clausary_slice_blank(clausary_slice_part(text, at, text.size))) > 0) {
		size_t next = at;
		bool wide = clausary_utf8_next(text, &next) == WIDE_BLANK || text.data[at] == '\t';
		add(narrow, wide ? '\t' : ' ', at);
		at += blank;
	}
	return at;
}

void
clausary_narrow_read(clausary_narrow *narrow, clausary_slice text)
{
	size_t at = 0, next;
	narrow->size = 0;
	narrow->glued = false;
	while (at < text.size && narrow->size + 8 < LONGEST_LABEL) {
		if (add_numeral(narrow, text, &at))
			continue;
		next = at;
		char c = narrow_letter(text, &next);
		if (c == '\0')
			break;
		add(narrow, c, at);
		at = next;
	}
	size_t end = at;
	at = add_blanks(narrow, text, at);
	if (at < text.size) {
		next = at;
		narrow->glued =
		        at == end && clausary_utf8_is_unspaced(clausary_utf8_next(text, &next));
		if (narrow->glued)
			add(narrow, ' ', at);
		add(narrow, '\1', at);
	}
	narrow->from[narrow->size] = (uint8_t)at;
}
