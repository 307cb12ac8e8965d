/* Folding by ICU's character data (unicode/uchar.h), ASCII without it. */
#include "base/fold.h"

#include "base/utf8.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

enum { DROP = 0, BLANK = ' ', FIRST_HAN = 0x3400, LAST_HANGUL = 0xd7a3 };

/* The letter under the marks of a letter, "e" of "é"; DROP for a mark by itself. A syllable of
 * Hangul is no letter with marks. */
static uint32_t
without_marks(uint32_t c)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
	UChar parts[4];
	UChar32 base = (UChar32)c;
	if (u_charType(base) == U_NON_SPACING_MARK)
		return DROP;
	for (int32_t size = 1; size > 0 && base >= 0x80;) {
		size = unorm2_getRawDecomposition(nfc, base, parts, 4, &status);
		UChar32 first, mark;
		int32_t at = 0;
		if (U_FAILURE(status) || size <= 0)
			break;
		U16_NEXT(parts, at, size, first);
		if (at == size) /* another code point for the same letter */
			mark = 0x300;
		else
			U16_NEXT(parts, at, size, mark);
		if (u_charType(mark) != U_NON_SPACING_MARK)
			break;
		base = first;
	}
	return (uint32_t)base;
}

/* Letters that writers of one word exchange, made one for matching: Arabic without kashida and
 * vowel marks, with one alef, one yeh, one kaf and one heh; Cyrillic io as ie. */
static uint32_t
fold_spelling(uint32_t c)
{
	switch (c) {
	case 0x451:
		return 0x435;
	case 0x622:
	case 0x623:
	case 0x625:
	case 0x671:
		return 0x627;
	case 0x649:
	case 0x6cc:
		return 0x64a;
	case 0x629:
		return 0x647;
	case 0x6a9:
		return 0x643;
	}
	return c == 0x640 || (c >= 0x64b && c <= 0x65f) || c == 0x670 ? DROP : c;
}

/* Arabic letters in the shape they take in a word, as old converters write them. */
static bool
is_presentation_form(uint32_t c)
{
	return (c >= 0xfb50 && c <= 0xfdff) || (c >= 0xfe70 && c <= 0xfefc);
}

enum { LONGEST_LIGATURE = 18 };

/* The letters that a presentation form stands for, as NFKC has them; returns how many. */
static int32_t
presented_letters(uint32_t c, UChar *letters)
{
	UErrorCode failure = U_ZERO_ERROR;
	const UNormalizer2 *nfkc = unorm2_getNFKCInstance(&failure);
	if (U_FAILURE(failure))
		return 0;
	int32_t size =
	        unorm2_getDecomposition(nfkc, (UChar32)c, letters, LONGEST_LIGATURE, &failure);
	return U_FAILURE(failure) || size < 0 ? 0 : size;
}

/* The one letter of a presentation form; a ligature stays. */
static uint32_t
presented_letter(uint32_t c)
{
	UChar letters[LONGEST_LIGATURE];
	return presented_letters(c, letters) == 1 ? letters[0] : c;
}

/* What a code point beyond ASCII becomes: DROP, BLANK or another code point. */
static uint32_t
fold_wide(uint32_t c, unsigned how)
{
	if (c >= FIRST_HAN && c <= LAST_HANGUL) /* neither case nor marks */
		return c;
	if (clausary_fold_is_plain(c))
		return how & CLAUSARY_FOLD_CASE && c < 0x430 ? c + 0x20 : c;
	if (c >= 0x627 && c <= 0x64a) /* Arabic letters that carry no hamza or madda */
		return how & CLAUSARY_FOLD_CASE ? fold_spelling(c) : c;
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
	if ((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9))
		return '0' + (c & 0xf);
	if (is_presentation_form(c))
		c = presented_letter(c);
	if (how & CLAUSARY_FOLD_MARKS)
		c = without_marks(c);
	if (c == DROP || !(how & CLAUSARY_FOLD_CASE))
		return c;
	return fold_spelling((uint32_t)u_foldCase((UChar32)c, U_FOLD_CASE_DEFAULT));
}

uint32_t
clausary_fold_next_wide(clausary_slice text, size_t *at, unsigned how)
{
	return fold_wide(clausary_utf8_next(text, at), how);
}

char
clausary_fold_mark_wide(uint32_t c)
{
	switch (c) {
	case 0x3001:
	case 0x60c:
		return ',';
	case 0x61b:
		return ';';
	case 0x3002:
		return '.';
	}
	return c >= 0xff01 && c <= 0xff5e ? (char)(c - 0xfee0) : '\0';
}

char
clausary_fold_end(clausary_slice text)
{
	size_t at = text.size;
	return at ? clausary_fold_mark(clausary_utf8_previous(text, &at)) : '\0';
}

/* Whether the blank before `c` stays: not between two square letters of a title that is spaced out.
 */
static bool
keeps_blank(uint32_t before, uint32_t c, unsigned how)
{
	return !(how & CLAUSARY_FOLD_SPACING && clausary_utf8_is_square(before)
	         && clausary_utf8_is_square(c));
}

/* Add the letters that a ligature of Arabic stands for. */
static void
fold_ligature(clausary_buffer *to, uint32_t c, unsigned how)
{
	UChar letters[LONGEST_LIGATURE];
	int32_t size = presented_letters(c, letters);
	clausary_buffer plain = {0};
	for (int32_t i = 0; i < size; i++) /* none of them lies beyond U+FFFF */
		clausary_utf8_add(&plain, letters[i]);
	if (size)
		clausary_fold(to, clausary_buffer_slice(&plain), how);
	else
		clausary_utf8_add(to, c);
	clausary_buffer_finish(&plain);
}

/* Fold what stands within a word, from `at` on, as long as every letter is ASCII or a plain one of
 * two bytes: as many bytes come out as go in. Returns where it ends. */
static size_t
fold_plain(clausary_buffer *to, clausary_slice text, size_t at, unsigned how)
{
	unsigned char *out = (unsigned char *)to->data + to->size;
	const unsigned char *in = (const unsigned char *)text.data + at,
	                    *end = (const unsigned char *)text.data + text.size;
	while (in < end) {
		uint32_t c = *in;
		if (c > ' ' && c < 0x80) {
			*out++ = how & CLAUSARY_FOLD_CASE
			                 ? (unsigned char)clausary_ascii_lower((char)c)
			                 : (unsigned char)c;
			in++;
			continue;
		}
		if (c < 0xd0 || c >= 0xe0 || end - in < 2)
			break;
		c = (c & 0x1f) << 6 | (in[1] & 0x3f);
		if (!clausary_fold_is_plain(c))
			break;
		c += how & CLAUSARY_FOLD_CASE && c < 0x430 ? 0x20 : 0;
		*out++ = (unsigned char)(0xc0 | c >> 6);
		*out++ = (unsigned char)(0x80 | (c & 0x3f));
		in += 2;
	}
	to->size = (size_t)((char *)out - to->data);
	return (size_t)((const char *)in - text.data);
}

void
clausary_fold(clausary_buffer *to, clausary_slice text, unsigned how)
{
	size_t start = to->size, at = 0;
	uint32_t before = 0; /* the last letter where it may be square */
	bool blank = false;
	while (at < text.size) {
		if (!blank) {
			size_t from = at;
			clausary_buffer_reserve(to, text.size - at);
			at = fold_plain(to, text, at, how);
			before = at > from ? 0 : before; /* none is square */
			if (at == text.size)
				break;
		}
		uint32_t c = clausary_fold_next(text, &at, how);
		if (c == BLANK) {
			blank = true;
			continue;
		}
		if (c == DROP)
			continue;
		if (blank && to->size > start && keeps_blank(before, c, how))
			clausary_buffer_add_byte(to, ' ');
		blank = false;
		before = c;
		if (c < 0x80)
			clausary_buffer_add_byte(to, (char)c);
		else if (is_presentation_form(c))
			fold_ligature(to, c, how);
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
