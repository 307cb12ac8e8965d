/* Letters and neighbours of a short form. */
#include "verify/acronym.h"

#include "base/fold.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "verify/place.h"

#include <unicode/uchar.h>

size_t
clausary_acronym_letters(clausary_slice form)
{
	size_t count = 0;
	for (size_t at = 0; at < form.size;)
		count += u_isalpha((UChar32)clausary_utf8_next(form, &at)) != 0;
	return count;
}

/* Whether every letter stands beside its like, and there are four or more. */
static bool
is_paired(clausary_slice form)
{
	size_t count = 0;
	for (size_t i = 0; i < form.size; i++) {
		char c = form.data[i];
		if (c == '-' || c == '/' || c == '.' || c == ':')
			continue;
		if (!(i > 0 && form.data[i - 1] == c)
		    && !(i + 1 < form.size && form.data[i + 1] == c))
			return false;
		count++;
	}
	return count >= 4;
}

/* Whether capitals have one or two small letters behind them, as symbols of formulas have their
 * index: "TBn"; an ending of the plural is none. */
static bool
has_index(clausary_slice form, size_t capital, size_t small)
{
	size_t end = form.size;
	while (end > 0 && clausary_ascii_is_lower(form.data[end - 1]))
		end--;
	return capital >= 2 && small > 0 && form.size - end == small && small <= 2
	       && form.data[form.size - 1] != 's';
}

/* Whether three letters or more stand beside a stop inside: "I.GEN", a part of a name. */
static bool
has_long_part(clausary_slice form)
{
	enum { LONGEST = 2 }; /* "B.Sc." */
	size_t letters = 0, longest = 0;
	bool stop = false;
	for (size_t i = 0; i < form.size; i++) {
		letters = form.data[i] == '.' ? 0 : letters + 1;
		longest = letters > longest ? letters : longest;
		stop |= form.data[i] == '.' && i + 1 < form.size;
	}
	return stop && longest > LONGEST;
}

bool
clausary_acronym_is_code(clausary_slice form)
{
	enum { LONGEST_SMALL = 2 }; /* small letters in a row: more make a word of a name */
	size_t capital = 0, small = 0, row = 0, rows = 0, joined = 0;
	for (size_t at = 0; at < form.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		joined = u_isupper(c) && (joined || row == LONGEST_SMALL) ? joined + 1 : 0;
		if (joined > 1) /* "MaxLUX": words written as one, the name of a field */
			return true;
		bool greek = c >= 0x370 && c < 0x400; /* as in formulas */
		row = u_islower(c) ? row + 1 : 0;
		rows += row == 1;
		if (u_isdigit(c) || c == '_' || c == '/' || c == ',' || greek
		    || row > LONGEST_SMALL)
			return true;
		capital += u_isupper(c) != 0;
		small += u_islower(c) != 0;
	}
	/* small letters in two places are indices: "YCbCr" */
	return small > capital || (rows > 1 && form.data[form.size - 1] != 's') || is_paired(form)
	       || has_long_part(form) || (form.size && has_index(form, capital, small));
}

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

/* Whether a number begins at byte `at`, or one of a series: "A.1" of "HRC A.1". */
static bool
is_number(clausary_slice text, size_t at)
{
	at += at + 1 < text.size
	      && (text.data[at] == '.' || text.data[at] == '('); /* "HRC(31) 7" */
	if (at + 2 < text.size && clausary_ascii_is_upper(text.data[at])
	    && text.data[at + 1] == '.')
		at += 2;
	return at < text.size && clausary_ascii_is_digit(text.data[at]);
}

/* Whether a use names a document or a part of one: a number follows, or it is in the label of a
 * reference. */
static bool
is_name(clausary_slice text, clausary_span span)
{
	size_t at = clausary_slice_skip_blanks(text, span.end);
	bool same_line = !memchr(text.data + span.end, '\n', at - span.end);
	return (same_line && is_number(text, at)) || is_cited(text, span) || is_formula(text, span)
	       || is_notation(text, span);
}

bool
clausary_acronym_is_name(const clausary_index *index, const clausary_form *form, unsigned zones)
{
	clausary_slice text = clausary_document_text(index->document);
	bool any = false;
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (!(1u << use->zone & zones) || use->inside)
			continue;
		if (!is_name(text, use->span) && !clausary_place_is_quoted(index, use->span))
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
clausary_acronym_is_part_name(const clausary_index *index, const clausary_form *form,
                              unsigned zones)
{
	clausary_slice text = clausary_document_text(index->document);
	bool any = false;
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (!(1u << use->zone & zones) || use->inside)
			continue;
		if (!clausary_cues_has(&index->cues->code_words, word_beside(text, use->span, true))
		    && !clausary_cues_has(&index->cues->code_words,
		                          word_beside(text, use->span, false)))
			return false;
		any = true;
	}
	return any;
}

const clausary_use *
clausary_acronym_first(const clausary_index *index, const clausary_form *form, unsigned zones)
{
	clausary_slice text = clausary_document_text(index->document);
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (1u << use->zone & zones && !use->inside
		    && (use->pair != CLAUSARY_NONE || !is_name(text, use->span)))
			return use;
	}
	return NULL;
}

/* Whether a use stands alone in brackets behind a word: "… of the tides (RTD)". */
static bool
is_bracketed(clausary_slice text, clausary_span span)
{
	size_t word = span.start - 2;
	if (span.start < 3 || span.end >= text.size || text.data[span.end] != ')'
	    || text.data[span.start - 1] != '(' || text.data[word] != ' ')
		return false;
	return u_isalpha((UChar32)clausary_utf8_previous(text, &word)) != 0;
}

/* Whether words with its letters stand in brackets behind a use: "EOF (end of file on a tape)". */
static bool
is_explained(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { MOST_BYTES = 80 };
	size_t at = span.end + 2, end = at + MOST_BYTES;
	if (at >= text.size || text.data[span.end] != ' ' || text.data[span.end + 1] != '(')
		return false;
	end = clausary_utf8_start(text, end < text.size ? end : text.size);
	clausary_slice words = clausary_slice_part(text, at, end);
	size_t i = 0, j = 0;
	return clausary_fold_next(words, &i, CLAUSARY_FOLD_CASE)
	               == clausary_fold_next(form, &j, CLAUSARY_FOLD_CASE)
	       && !clausary_slice_starts(words, form) /* "of the HRC (HRC-S)" */
	       && clausary_acronym_letters_in(form, words);
}

/* Whether a use between commas repeats words with its letters: "the rate of harbour lamps, RHL, is
 * constant". */
static bool
is_apposed(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { MOST_BYTES = 120, FEWEST = 4 }; /* three letters fit too much */
	size_t start = span.start > MOST_BYTES ? span.start - MOST_BYTES : 0;
	if (span.start < 3 || span.end >= text.size || text.data[span.start - 1] != ' '
	    || text.data[span.start - 2] != ',' || text.data[span.end] != ','
	    || clausary_acronym_letters(form) < FEWEST
	    || clausary_ascii_is_upper(text.data[span.start - 3])) /* "RHL, RHT, RTL" */
		return false;
	start = clausary_utf8_start(text, start);
	clausary_slice words = clausary_slice_part(text, start, span.start - 2);
	for (size_t i = words.size; i > 0; i--)
		if (strchr("\n.;,:", words.data[i - 1])) {
			words = clausary_slice_part(words, i, words.size);
			break;
		}
	return clausary_acronym_fits(form, words);
}

bool
clausary_acronym_seems_introduced_at(const clausary_index *index, const clausary_use *use)
{
	return is_bracketed(clausary_document_text(index->document), use->span);
}

bool
clausary_acronym_seems_introduced(const clausary_index *index, const clausary_form *form)
{
	clausary_slice text = clausary_document_text(index->document);
	for (uint32_t i = 0; i < form->use_count; i++)
		if (is_bracketed(text, form->uses[i].span)
		    || is_apposed(text, form->designation->form, form->uses[i].span)
		    || is_explained(text, form->designation->form, form->uses[i].span))
			return true;
	return false;
}

bool
clausary_acronym_heads_clause(const clausary_index *index, const clausary_use *use)
{
	clausary_slice text = clausary_document_text(index->document);
	if (use->clause == CLAUSARY_NONE)
		return false;
	const clausary_clause *clause = &index->document->clauses.items[use->clause];
	return clause->mark.end > clause->mark.start && clause->parent != CLAUSARY_NONE
	       && clausary_ascii_is_digit(text.data[clause->mark.start])
	       && clausary_slice_skip_blanks(text, clause->mark.end) == use->span.start;
}

bool
clausary_acronym_is_words(clausary_slice expansion)
{
	bool blank = false, code = false, digit = false;
	if (expansion.size == 0)
		return true; /* it stands in no text: the title of <abbr> */
	for (size_t at = 0; at < expansion.size;) {
		size_t start = at;
		UChar32 c = (UChar32)clausary_utf8_next(expansion, &at);
		if (c == '_' || c == '=' || c == '+' || c == 0xd7 || c == '<' || c == '>')
			return false;
		blank |= c == ' ' || clausary_utf8_is_square((uint32_t)c);
		code |= start > 0 && u_isupper(c)
		        && clausary_ascii_is_lower(expansion.data[start - 1]);
		digit |= start == 0 && u_isdigit(c);
	}
	return !digit && (blank || !code);
}

bool
clausary_acronym_letters_in(clausary_slice form, clausary_slice text)
{
	size_t at = 0;
	for (size_t i = 0; i < form.size;) {
		uint32_t wanted =
		        clausary_fold_next(form, &i, CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS);
		bool found = !u_isalpha((UChar32)wanted);
		while (!found && at < text.size)
			found = clausary_fold_next(text, &at,
			                           CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS)
			        == wanted;
		if (!found)
			return false;
	}
	return true;
}

bool
clausary_acronym_fits(clausary_slice form, clausary_slice text)
{
	const unsigned how = CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS;
	size_t letters = 0, found = 0, at = 0;
	for (size_t i = 0; i < form.size;) {
		uint32_t wanted = clausary_fold_next(form, &i, how);
		bool begins = at == 0, matches = false;
		if (!u_isalpha((UChar32)wanted))
			continue;
		letters++;
		for (size_t j = at; j < text.size && !matches;) {
			uint32_t c = clausary_fold_next(text, &j, how);
			matches = c == wanted && (begins || clausary_utf8_is_square(c));
			begins = !u_isalpha((UChar32)c);
			at = matches ? j : at;
		}
		found += matches;
	}
	return found * 4 >= letters * 3;
}

bool
clausary_acronym_is_row(const clausary_index *index, clausary_slice form, clausary_span use)
{
	enum { MOST_LETTERS = 12 }; /* that the word of one letter takes; a sentence needs more */
	const clausary_block *block = clausary_index_block(index, use.start);
	clausary_slice text = clausary_document_text(index->document);
	size_t end = block->span.end, most = MOST_LETTERS * clausary_acronym_letters(form);
	if (block->span.start != use.start || end < use.end)
		return false;
	if (use.end < end && text.data[use.end] == '\t')
		return true;
	for (size_t at = use.end; at < end; most--)
		if (most == 0)
			end = at;
		else
			clausary_utf8_next(text, &at);
	return clausary_acronym_letters_in(form, clausary_slice_part(text, use.end, end));
}

bool
clausary_acronym_heads_row(const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++)
		if (clausary_acronym_is_row(index, form->designation->form, form->uses[i].span))
			return true;
	return false;
}

bool
clausary_acronym_is_loose(const clausary_pair *pair)
{
	const float sure = 0.7f;
	return strstr(pair->rule, "translated") != NULL && pair->confidence < sure;
}

bool
clausary_acronym_is_unsure(const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 1; i < form->pair_count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[i]];
		const clausary_pair *first = &index->findings->pairs.items[form->pairs[0]];
		if (pair->expansion != first->expansion
		    && (clausary_acronym_is_loose(pair) || clausary_acronym_is_loose(first)))
			return true;
	}
	return false;
}

/* The end of the letters and digits that stand at `at`; most are of ASCII. */
static size_t
end_of_word(clausary_slice text, size_t at)
{
	while (at < text.size) {
		size_t next = at + 1;
		char c = text.data[at];
		if ((unsigned char)c < 0x80
		            ? !clausary_ascii_is_letter(c) && !clausary_ascii_is_digit(c)
			    : (next = at, !u_isalnum((UChar32)clausary_utf8_next(text, &next))))
			break;
		at = next;
	}
	return at;
}

void
clausary_acronym_find_words(const clausary_index *index, clausary_map *forms)
{
	clausary_slice text = clausary_document_text(index->document);
	for (size_t start = 0, end; start < text.size; start = end) {
		bool ascii = (unsigned char)text.data[start] < 0x80;
		end = end_of_word(text, start);
		if (end == start) {
			clausary_utf8_next(text, &end);
			continue;
		}
		clausary_slice word = clausary_slice_part(text, start, end);
		size_t letters = 0;
		bool small = ascii ? !clausary_ascii_is_upper(text.data[start])
		                   : !u_isupper((UChar32)clausary_utf8_next(word, &letters));
		if (small && word.size <= CLAUSARY_LIMIT_SHORT_FORM_BYTES
		    && clausary_map_get(forms, word) != CLAUSARY_NONE)
			clausary_map_put(forms, word, 1);
	}
}
