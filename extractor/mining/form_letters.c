/* What the letters of a form alone tell of it, wherever it stands. */
#include "mining/form_letters.h"

#include "base/fold.h"
#include "base/lookalike.h"
#include "base/utf8.h"
#include "document/label.h"

#include <unicode/uchar.h>

typedef struct shape {
	unsigned capitals, small, digits, others;
	bool plural; /* ends in a small "s" after a capital or digit */
} shape;

/* 'A' for a capital, 'a' for a small letter, '0' for a digit, '-' for all else. */
static char
class_of(uint32_t c)
{
	if (c < 0x80)
		return clausary_ascii_is_upper((char)c)   ? 'A'
		       : clausary_ascii_is_lower((char)c) ? 'a'
		       : clausary_ascii_is_digit((char)c) ? '0'
		                                          : '-';
	if (c >= 0x410 && c < 0x450) /* the letters of Russian, without a question to ICU */
		return c < 0x430 ? 'A' : 'a';
	if (c >= 0x1d400 && c < 0x1d800) /* letters of formulas: each is a quantity by itself */
		return '-';
	return u_isupper((UChar32)c)   ? 'A'
	       : u_islower((UChar32)c) ? 'a'
	       : u_isdigit((UChar32)c) ? '0'
	                               : '-';
}

static shape
shape_of(clausary_slice form)
{
	shape found = {0};
	size_t at = 0;
	uint32_t c = 0;
	char last = '-', class = '-';
	while (at < form.size) {
		c = clausary_utf8_next(form, &at);
		last = class;
		class = class_of(c);
		found.capitals += class == 'A';
		found.small += class == 'a';
		found.digits += class == '0';
		found.others += class == '-' && c != ' ';
	}
	found.plural = c == 's' && (last == 'A' || last == '0');
	found.small -= found.plural;
	return found;
}

bool
clausary_form_has_small(clausary_slice form)
{
	return shape_of(form).small > 0;
}

/* Small Roman numbers (of I, V, X and L): "CD", "DC" or "MC" are acronyms more often. */
bool
clausary_form_is_roman(clausary_slice form)
{
	for (size_t i = 0; i < form.size; i++)
		if (strchr("IVXL", form.data[i]) == NULL)
			return false;
	return form.size && clausary_roman_value(form);
}

bool
clausary_short_form_shown(clausary_slice form)
{
	shape s = shape_of(form);
	if (s.capitals >= 2)
		return s.small <= s.capitals + 1;
	if (s.capitals == 1 && s.digits)
		return clausary_ascii_is_digit(form.data[0]) && s.small == 0 && form.size <= 4;
	return false;
}

/* The bytes of an ending that an apostrophe parts from the acronym, with the apostrophe: the "'s"
 * of "ITU's", the Danish "'er" of "FTU'er". They are one word for ICU. */
size_t
clausary_form_ending(clausary_slice form)
{
	size_t end = form.size;
	while (end > 0 && clausary_ascii_is_lower(form.data[end - 1]))
		end--;
	clausary_slice before = clausary_slice_part(form, 0, end);
	if (end == form.size)
		return 0;
	if (clausary_slice_ends(before, CLAUSARY_SLICE("'")))
		return form.size - end + 1;
	return clausary_slice_ends(before, CLAUSARY_SLICE("\xe2\x80\x99")) ? form.size - end + 3
	                                                                   : 0;
}

/* "U.S." and "J.R." are initials of names and places; three letters make an acronym. */
static bool
is_dotted_pair(clausary_slice form)
{
	return (form.size == 3 || (form.size == 4 && form.data[3] == '.')) && form.data[1] == '.';
}

/* "XIXe": a Roman number with the ending that makes it ordinal. */
static bool
is_roman_ordinal(const clausary_cues *cues, clausary_slice form)
{
	size_t end = form.size;
	while (end > 0 && !clausary_ascii_is_upper(form.data[end - 1]))
		end--;
	return end < form.size && clausary_form_is_roman(clausary_slice_part(form, 0, end))
	       && clausary_cues_has(&cues->ordinal_endings,
	                            clausary_slice_part(form, end, form.size));
}

bool
clausary_form_is_unit(const clausary_cues *cues, clausary_slice form)
{
	return clausary_map_get(&cues->units.words, form) != CLAUSARY_NONE;
}

bool
clausary_form_is_none(const clausary_cues *cues, clausary_slice form)
{
	return clausary_form_is_roman(form) || is_roman_ordinal(cues, form)
	       || (clausary_form_is_unit(cues, form) && clausary_form_has_small(form))
	       || clausary_map_get(&cues->not_acronyms.words, form) != CLAUSARY_NONE;
}

/* "4B": a number and one capital, other than those that are counted, label a part. */
static bool
is_label(const clausary_cues *cues, clausary_slice form)
{
	size_t digits = 0;
	while (digits < form.size && clausary_ascii_is_digit(form.data[digits]))
		digits++;
	return digits > 0 && digits + 1 == form.size
	       && clausary_map_get(&cues->counted.words,
	                           clausary_slice_part(form, digits, form.size))
	                  == CLAUSARY_NONE;
}

bool
clausary_form_is_year(clausary_slice word)
{
	size_t digits = 0;
	while (digits < word.size && clausary_ascii_is_digit(word.data[digits]))
		digits++;
	return digits == 4 && word.size <= 5
	       && (memcmp(word.data, "19", 2) == 0 || memcmp(word.data, "20", 2) == 0);
}

bool
clausary_short_form_usual(const clausary_cues *cues, clausary_slice form)
{
	return clausary_short_form_shown(form) && !is_dotted_pair(form)
	       && !clausary_form_is_none(cues, form) && !is_label(cues, form);
}

/* Letters, digits and hyphens of ASCII: nothing to fold. */
static bool
is_plain_ascii(clausary_slice form)
{
	for (size_t i = 0; i < form.size; i++)
		if ((unsigned char)form.data[i] <= ' ' || (unsigned char)form.data[i] >= 0x80)
			return false;
	return true;
}

/* "EE. UU." and "EE.UU." are the same. */
static void
drop_blanks_after_stops(clausary_buffer *text)
{
	size_t kept = 0;
	for (size_t i = 0; i < text->size; i++)
		if (text->data[i] != ' ' || i == 0 || text->data[i - 1] != '.')
			text->data[kept++] = text->data[i];
	text->size = kept;
}

void
clausary_short_form_key(const clausary_cues *cues, clausary_slice form, clausary_buffer *to)
{
	to->size = 0;
	form.size -= clausary_form_ending(form);
	if (clausary_ascii_is_upper(form.data[form.size - 1]) && is_plain_ascii(form)) {
		clausary_buffer_add(to, form);
		return;
	}
	shape s = shape_of(form);
	if (is_plain_ascii(form)) {
		clausary_fold(to, form, 0);
	} else {
		clausary_buffer folded = {0};
		clausary_fold(&folded, form, 0);
		clausary_lookalike_unify(to, clausary_buffer_slice(&folded));
		clausary_buffer_finish(&folded);
	}
	drop_blanks_after_stops(to);
	if (s.plural && to->size > 2
	    && clausary_map_get(&cues->plurals.words, CLAUSARY_SLICE("s")) != CLAUSARY_NONE)
		to->size--;
}

bool
clausary_short_form_plausible(clausary_slice form)
{
	shape s = shape_of(form);
	return s.capitals + s.small + (s.digits > 0) >= 2 && form.size <= 12 && s.others <= 2
	       && (s.capitals || s.small + s.digits <= 5);
}

clausary_slice
clausary_form_without_number(clausary_slice form)
{
	enum { FEWEST_LETTERS = 2 };
	size_t at = form.size;
	while (at > 0 && clausary_ascii_is_digit(form.data[at - 1]))
		at--;
	bool numbered = at > FEWEST_LETTERS && at < form.size && form.data[at - 1] == '.'
	                && !memchr(form.data, '.', at - 1);
	return numbered ? clausary_slice_part(form, 0, at - 1) : form;
}
