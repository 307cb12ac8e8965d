/* Folding by ICU's character data (unicode/uchar.h), ASCII without it. */
#include "base/fold.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { DROP = 0, BLANK = ' ' };

/* What a code point beyond ASCII becomes: DROP, BLANK or another code point. */
static uint32_t
fold_wide(uint32_t c, unsigned how)
{
	if (c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029
	    || c == 0x202f || c == 0x205f || c == 0x3000)
		return BLANK;
	if (c == 0xad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
	    || (c >= 0x2060 && c <= 0x2069) || c == 0xfeff || c == 0x61c)
		return DROP;
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xfe58 || c == 0xfe63
	    || c == 0xff0d)
		return '-';
	if (c == 0x2018 || c == 0x2019 || c == 0x2bc)
		return '\'';
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	return how & CLAUSARY_FOLD_CASE ? (uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT) : c;
}

void
clausary_fold(clausary_buffer *to, clausary_slice text, unsigned how)
{
	size_t start = to->size, at = 0;
	bool blank = false;
	while (at < text.size) {
		uint32_t c = (unsigned char)text.data[at];
		if (c < 0x80) {
			at++;
			c = clausary_ascii_is_blank((char)c) ? (uint32_t)BLANK
			    : how & CLAUSARY_FOLD_CASE ? (uint32_t)clausary_ascii_lower((char)c)
			                               : c;
		} else {
			c = fold_wide(clausary_utf8_next(text, &at), how);
		}
		if (c == BLANK) {
			blank = true;
			continue;
		}
		if (c == DROP)
			continue;
		if (blank && to->size > start)
			clausary_buffer_add_byte(to, ' ');
		blank = false;
		if (c < 0x80)
			clausary_buffer_add_byte(to, (char)c);
		else
			clausary_utf8_add(to, c);
	}
}

bool
clausary_fold_same_letter(uint32_t a, uint32_t b)
{
	return a == b || fold_wide(a, CLAUSARY_FOLD_CASE) == fold_wide(b, CLAUSARY_FOLD_CASE)
	       || (a < 0x80 && b < 0x80
	           && clausary_ascii_lower((char)a) == clausary_ascii_lower((char)b));
}
