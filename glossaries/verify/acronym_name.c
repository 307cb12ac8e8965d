/* Uses of a short form that name something or reckon with it: numbers and signs beside them. */
#include "verify/acronym.h"

#include "base/utf8.h"
#include "verify/place.h"

/* Whether a use goes on with a hyphen as the notation of a code does: "LScB-xyz(v)". */
static bool
is_notation(clausary_slice text, clausary_span span)
{
	size_t at = span.end;
	if (at >= text.size || text.data[at] != '-')
		return false;
	for (at++; at < text.size && clausary_ascii_is_lower(text.data[at]);)
		at++;
	return at > span.end + 1 && at < text.size && text.data[at] == '(';
}

/* Whether a use stands in a formula or in code: "QAC(b) = Q + BOH", "IOP:IOR()",
 * "log10(LOUT/LIN)", "xs:LAMP", "LAMPOUT#". */
static bool
is_formula(clausary_slice text, clausary_span span)
{
	const char *signs = "=+*/^_<>\\";
	size_t next = clausary_slice_skip_blanks(text, span.end), before = span.start;
	char first = span.end < text.size ? text.data[span.end] : ' ';
	char second = span.end + 1 < text.size ? text.data[span.end + 1] : ' ';
	while (before > 0 && text.data[before - 1] == ' ')
		before--;
	char sign = before > 0 ? text.data[before - 1] : ' ';
	bool argument = span.start > 1 && text.data[span.start - 1] == '('
	                && (clausary_ascii_is_letter(text.data[span.start - 2])
	                    || clausary_ascii_is_digit(text.data[span.start - 2]));
	bool qualified = span.start > 1 && text.data[span.start - 1] == ':'
	                 && clausary_ascii_is_letter(text.data[span.start - 2]);
	return argument || qualified || strchr("([{=_#", first)
	       || ((first == ',' || first == ':') && clausary_ascii_is_letter(second))
	       || (next < text.size && text.data[next] == '=') || sign == '=' || sign == '+'
	       || (before == span.start && strchr(signs, sign));
}

/* Whether a use stands in the label of a reference: "[HRC]", "[b-HRC 7]". */
static bool
is_cited(clausary_slice text, clausary_span span)
{
	enum { LONGEST_LABEL = 60 };
	for (size_t i = 0; i < LONGEST_LABEL && i < span.start; i++) {
		char c = text.data[span.start - 1 - i];
		if (c == '[')
			return true;
		if (c == ']' || c == '\n')
			return false;
	}
	return false;
}

enum { NUMERO = 0x2116, DEGREE = 0xb0, MASCULINE = 0xba };

/* Past the sign of a number at byte `at`: "R.J.N° 7"; `at` where there is none. */
static size_t
skip_sign(clausary_slice text, size_t at)
{
	size_t next = at;
	uint32_t c = at < text.size ? clausary_utf8_next(text, &next) : 0;
	return c == DEGREE || c == MASCULINE ? next : at;
}

/* Past a word for "number" and its mark at byte `at`: "No.", "N°", "nr.", "núm.", "№"; it begins
 * with an N in every language of the Latin alphabet. `at` where there is none. */
static size_t
skip_number_word(const clausary_cues *cues, clausary_slice text, size_t at)
{
	size_t next = at, end;
	uint32_t mark = 0;
	if (at < text.size && clausary_utf8_next(text, &next) == NUMERO)
		return clausary_slice_skip_blanks(text, next);
	for (next = end = at; next < text.size; end = next)
		if (!u_isalpha((UChar32)(mark = clausary_utf8_next(text, &next)))
		    || mark == MASCULINE)
			break;
	bool sign = mark == DEGREE || mark == MASCULINE;
	if (end == at || (text.data[at] != 'N' && text.data[at] != 'n')
	    || !(sign ? end == at + 1
	              : clausary_cues_has(&cues->abbreviations,
	                                  clausary_slice_part(text, at, end))))
		return at;
	return clausary_slice_skip_blanks(text, sign || mark == '.' ? next : end);
}

bool
clausary_acronym_is_numbered(const clausary_index *index, size_t at)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t start = clausary_slice_skip_blanks(text, at);
	size_t number = skip_number_word(index->cues, text, start);
	return number > start && number < text.size && clausary_ascii_is_digit(text.data[number]);
}

/* Whether a number begins at byte `at`, or one of a series: "A.1" of "HRC A.1", "X3" of "HRC X3.4".
 */
static bool
is_number(const clausary_cues *cues, clausary_slice text, size_t at)
{
	at = skip_number_word(cues, text, at);
	at += at + 1 < text.size
	      && (text.data[at] == '.' || text.data[at] == '('); /* "HRC(31) 7" */
	if (at + 2 < text.size && clausary_ascii_is_upper(text.data[at]))
		at += 1 + (text.data[at + 1] == '.');
	return at < text.size && clausary_ascii_is_digit(text.data[at]);
}

/* Whether a use ends the number of a document, or stands in it: "054-2018-HRC", "149-HRC",
 * "001-2018-GRA/HRC". */
static bool
ends_number(clausary_slice text, clausary_span span)
{
	enum { FEWEST_DIGITS = 2 }; /* "1-HRC" may be a label */
	const char *joints = "-/.";
	size_t at = span.start, digits = 0, letters = 0;
	while (at > 0 && clausary_ascii_is_blank(text.data[at - 1]))
		at--; /* a line that ends at the hyphen */
	if (at == 0 || !strchr(joints, text.data[at - 1])
	    || (at < span.start && text.data[at - 1] != '-'))
		return false;
	for (at--; at > 0; at--) {
		char c = text.data[at - 1];
		if (strchr(joints, c)) {
			if (letters == 0 && digits >= FEWEST_DIGITS)
				return true;
			digits = letters = 0;
		} else if (clausary_ascii_is_digit(c))
			digits++;
		else if (clausary_ascii_is_letter(c))
			letters++;
		else
			break;
	}
	return letters == 0 && digits >= FEWEST_DIGITS;
}

/* Whether a word has a capital behind a small letter, or a digit: "maxLength", "r16". */
static bool
is_field(clausary_slice text, size_t start, size_t end)
{
	bool small = false;
	for (; start < end; start++) {
		char c = text.data[start];
		if (clausary_ascii_is_digit(c) || (small && clausary_ascii_is_upper(c)))
			return true;
		small = clausary_ascii_is_lower(c);
	}
	return false;
}

/* Whether a part of a joined name, from byte `at` on, begins with a capital that a small letter
 * follows. */
static bool
is_capitalised(clausary_slice text, size_t at)
{
	return at + 1 < text.size && clausary_ascii_is_upper(text.data[at])
	       && clausary_ascii_is_lower(text.data[at + 1]);
}

/* Whether some part of a name joined by hyphens begins so. */
static bool
has_capitalised(clausary_slice text, size_t start, size_t end)
{
	for (; start < end; start++)
		if ((start == 0 || text.data[start - 1] == '-') && is_capitalised(text, start))
			return true;
	return false;
}

/* Whether a character may stand in the name of a field. */
static bool
is_joined(char c)
{
	return clausary_ascii_is_letter(c) || clausary_ascii_is_digit(c) || c == '-' || c == ':';
}

/* Whether hyphens join a use to the name of a field: "HRC-ResourceSet", "lamp-HRC-r16",
 * "lamp-HRC-List". */
static bool
is_field_part(clausary_slice text, clausary_span span)
{
	size_t start = span.start, end = span.end;
	while (end < text.size && is_joined(text.data[end]))
		end++;
	while (start > 0 && is_joined(text.data[start - 1]))
		start--;
	if (start < span.start && memchr(text.data + start, ':', span.start - start))
		return true; /* of a name space: "lamps:law-HRC" */
	return (end > span.end && text.data[span.end] == '-' && is_field(text, span.end, end))
	       || (start < span.start
	           && (is_field(text, start, span.start)
	               || (clausary_ascii_is_lower(text.data[start])
	                   && has_capitalised(text, start, end))));
}

/* Whether a use is the author of a work with its year: "(HRC, 2009)". */
static bool
is_author(clausary_slice text, clausary_span span)
{
	enum { DIGITS_OF_YEAR = 4 };
	size_t at = span.end, digits = 0;
	if (span.start == 0 || at + 2 >= text.size || text.data[at] != ','
	    || text.data[at + 1] != ' '
	    || (text.data[span.start - 1] != '(' && text.data[span.start - 1] != '['))
		return false;
	for (at += 2; at < text.size && clausary_ascii_is_digit(text.data[at]); at++)
		digits++;
	return digits == DIGITS_OF_YEAR;
}

static size_t
end_of_capitals(clausary_slice text, size_t at)
{
	while (at < text.size && clausary_ascii_is_upper(text.data[at]))
		at++;
	return at;
}

/* Whether a use names a document or a part of one: a number follows or holds it, or it is in the
 * label of a reference. */
static bool
is_name(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t end = span.end + (span.end < text.size && text.data[span.end] == ')');
	size_t at = clausary_slice_skip_blanks(text, skip_sign(text, end));
	bool same_line = !memchr(text.data + span.end, '\n', at - span.end);
	if (end < text.size && text.data[end] == '/') /* "HRC/LMP 7" */
		at = clausary_slice_skip_blanks(text, end_of_capitals(text, end + 1));
	return (same_line && is_number(index->cues, text, at)) || ends_number(text, span)
	       || is_field_part(text, span) || is_cited(text, span) || is_author(text, span)
	       || is_formula(text, span) || is_notation(text, span);
}

bool
clausary_acronym_is_name(const clausary_index *index, const clausary_form *form, unsigned zones)
{
	bool any = false;
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (!(1u << use->zone & zones) || use->inside)
			continue;
		if (!is_name(index, use->span) && !clausary_place_is_quoted(index, use->span))
			return false;
		any = true;
	}
	return any;
}

/* The word after a span, or before it. */
static clausary_slice
word_beside(clausary_slice text, clausary_span span, bool after)
{
	size_t start = span.start, end = span.end;
	if (after) {
		start = end = clausary_slice_skip_blanks(text, end);
		while (end < text.size && !strchr(" \t\n.,;:()", text.data[end]))
			end++;
		return clausary_slice_part(text, start, end);
	}
	while (start > 0 && text.data[start - 1] == ' ')
		start--;
	end = start;
	while (start > 0 && !strchr(" \t\n.,;:()", text.data[start - 1]))
		start--;
	return clausary_slice_part(text, start, end);
}

bool
clausary_acronym_is_reckoned(const clausary_index *index, const clausary_form *form)
{
	clausary_slice text = clausary_document_text(index->document);
	for (uint32_t i = 0; i < form->use_count; i++) {
		size_t start = form->uses[i].span.start, end = form->uses[i].span.end;
		while (start > 0 && text.data[start - 1] == ' ')
			start--;
		while (end < text.size && text.data[end] == ' ')
			end++;
		if ((start == 0 || text.data[start - 1] == '\n') && end < text.size
		    && (text.data[end] == '='
		        || clausary_slice_starts(clausary_slice_part(text, end, text.size),
		                                 CLAUSARY_SLICE("::="))))
			return true;
	}
	return false;
}

bool
clausary_acronym_is_part_name(const clausary_index *index, const clausary_form *form,
                              unsigned zones)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t uses = 0, beside = 0;
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (!(1u << use->zone & zones) || use->inside)
			continue;
		uses++;
		beside += clausary_cues_has(&index->cues->code_words,
		                            word_beside(text, use->span, true))
		          || clausary_cues_has(&index->cues->code_words,
		                               word_beside(text, use->span, false));
	}
	return beside > 0 && 2 * beside >= uses;
}

const clausary_use *
clausary_acronym_first(const clausary_index *index, const clausary_form *form, unsigned zones)
{
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (1u << use->zone & zones && !use->inside
		    && (use->pair != CLAUSARY_NONE || !is_name(index, use->span)))
			return use;
	}
	return NULL;
}
