/* Footnotes in HTML: how programs name their bodies and the links to them. These are names in
 * markup. */
#include "input/html.h"

/* Word, Pandoc and most generators, LibreOffice, the Official Journal of the European Union. */
static const char *const NAMES[] = {"_ftn",     "_edn",    "ftn",        "edn",       "fn",
                                    "footnote", "endnote", "sdfootnote", "sdendnote", "ntr"};

static clausary_slice
after(clausary_slice text, size_t size)
{
	return clausary_slice_part(text, size, text.size);
}

/* What follows the first part of a footnote's name, `ref` with it; false when it is no such name.
 */
static bool
split(clausary_slice name, bool reference, clausary_slice *number)
{
	for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
		clausary_slice first = clausary_slice_of(NAMES[i]);
		if (name.size <= first.size
		    || !clausary_slice_equal_ascii(clausary_slice_part(name, 0, first.size), first))
			continue;
		*number = after(name, first.size);
		if (reference && !clausary_slice_starts(*number, CLAUSARY_SLICE("ref")))
			continue;
		*number = after(*number, reference ? 3 : 0);
		if (number->size && strchr("-:_.", number->data[0]))
			*number = after(*number, 1);
		if (number->size
		    && (clausary_ascii_is_digit(number->data[0]) || number->data[0] == '*'))
			return true;
	}
	return false;
}

bool
clausary_html_names_note(clausary_slice name)
{
	clausary_slice number;
	return split(name, false, &number) && !clausary_slice_ends(name, CLAUSARY_SLICE("anc"));
}

bool
clausary_html_names_call(clausary_slice name)
{
	clausary_slice number;
	return split(name, true, &number)
	       || (clausary_slice_ends(name, CLAUSARY_SLICE("anc")) && split(name, false, &number))
	       || (name.size > 3 && clausary_slice_starts(name, CLAUSARY_SLICE("ntc"))
	           && clausary_ascii_is_digit(name.data[3]));
}

static clausary_slice
trim_brackets(clausary_slice text)
{
	if (text.size && (text.data[0] == '[' || text.data[0] == '('))
		text = after(text, 1);
	if (text.size && strchr("]).", text.data[text.size - 1]))
		text.size--;
	return clausary_slice_trim(text);
}

/* A number, up to three letters, or asterisks and daggers. */
clausary_slice
clausary_html_note_mark(clausary_slice text)
{
	enum { LONGEST = 9, MOST_LETTERS = 3 };
	size_t digits = 0, letters = 0;
	text = trim_brackets(clausary_slice_trim(text));
	for (size_t i = 0; i < text.size; i++) {
		digits += clausary_ascii_is_digit(text.data[i]);
		letters += clausary_ascii_is_letter(text.data[i]);
		if (clausary_ascii_is_blank(text.data[i]))
			return CLAUSARY_SLICE("");
	}
	bool symbols = text.size && (text.data[0] == '*' || (unsigned char)text.data[0] >= 0x80);
	bool fits = digits == text.size
	            || (letters <= MOST_LETTERS && letters + digits == text.size)
	            || (symbols && letters + digits == 0);
	return fits && text.size <= LONGEST ? text : CLAUSARY_SLICE("");
}
