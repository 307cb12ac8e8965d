/* What explains a short form: which pairs, and which uses where no pair was found. */
#include "verify/acronym.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/clue.h"
#include "verify/place.h"

#include <unicode/uchar.h>

/* Whether the words of a long form have the short form itself among them: "lamp signals of the RHL
 * [RHL]" says nothing of it. */
static bool
holds_itself(clausary_slice words, clausary_slice form)
{
	for (size_t from = 0, at; form.size; from = at + form.size) {
		at = clausary_slice_find(clausary_slice_part(words, from, words.size), form);
		if (at == SIZE_MAX)
			return false;
		at += from;
		size_t before = at, after = at + form.size;
		if ((at == 0 || !clausary_utf8_is_word(clausary_utf8_previous(words, &before)))
		    && (after == words.size
		        || !clausary_utf8_is_word(clausary_utf8_next(words, &after))))
			return true;
	}
	return false;
}

/* Whether a short form stands as the label of a reference does, "[RHL]", and not inside other
 * brackets. */
static bool
is_label(clausary_slice text, clausary_span span)
{
	enum { REACH = 200 /* bytes */ };
	size_t low = span.start > REACH ? span.start - REACH : 0;
	if (!clausary_place_is_label(text, span))
		return false;
	for (size_t at = span.start; at > low && text.data[at - 1] != '\n'; at--)
		if (text.data[at - 1] == '(' || text.data[at - 1] == ')')
			return text.data[at - 1] == ')';
	return true;
}

/* Whether "or" joins two short forms, not a name and its short form: "of type B or TB". */
static bool
joins_short_forms(const clausary_pair *pair)
{
	size_t start = pair->text.size, letters = 0;
	if (strcmp(pair->rule, "cue") != 0)
		return false;
	for (size_t at = start; at > 0; start = at) {
		UChar32 c = (UChar32)clausary_utf8_previous(pair->text, &at);
		if (c == ' ')
			break;
		if (!u_isupper(c))
			return false;
		letters++;
	}
	return letters > 0;
}

/* Whether a quotation ends in a long form and did not begin there: more than the name was taken. */
static bool
has_loose_quote(clausary_slice words)
{
	int open = 0;
	for (size_t at = 0; at < words.size;) {
		int8_t type = u_charType((UChar32)clausary_utf8_next(words, &at));
		open += type == U_INITIAL_PUNCTUATION;
		open -= type == U_FINAL_PUNCTUATION && (at >= words.size || words.data[at] == ' ');
		if (open < 0)
			return true;
	}
	return false;
}

/* Whether a short form in brackets belongs to the number behind them: "Regulation (RHL) No 7/98".
 */
static bool
is_marked_number(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	return span.end < text.size && text.data[span.end] == ')'
	       && clausary_acronym_is_numbered(index, span.end + 1);
}

bool
clausary_acronym_explains(const clausary_index *index, const clausary_pair *pair)
{
	clausary_slice form = index->findings->designations.items[pair->acronym].form;
	clausary_slice text = clausary_document_text(index->document);
	return clausary_acronym_is_words(pair->text)
	       && !(pair->clues & clausary_clue_bit(CLAUSARY_CLUE_APART))
	       && !holds_itself(pair->text, form) && !joins_short_forms(pair)
	       && !has_loose_quote(pair->text) && !is_label(text, pair->short_span)
	       && !is_label(text, pair->long_span) && !is_marked_number(index, pair->short_span);
}

/* Whether a use stands alone in brackets behind something: "… of the tides (RTD)", "the law of 7
 * June 2003 (RTD)". */
static bool
is_bracketed(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	span.start -= span.start > 0 && text.data[span.start - 1] == ' ';
	return span.start > 2 && span.end < text.size && text.data[span.end] == ')'
	       && text.data[span.start - 1] == '('
	       && clausary_ascii_is_blank(text.data[span.start - 2])
	       && !clausary_acronym_is_numbered(index, span.end + 1);
}

/* Whether words are one long word, which need not show each letter: "(Hafenlampenverordnung, HLG)".
 */
static bool
is_long_word(clausary_slice words)
{
	enum { SHORTEST = 10 /* bytes */ };
	return words.size >= SHORTEST && memchr(words.data, ' ', words.size) == NULL;
}

/* Whether a use ends a bracket in which its words stand before it: "(harbour lamp law, HLL)". */
static bool
is_in_aside(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { LONGEST = 120 /* bytes */ };
	size_t start = span.start, i = 0, j = 0;
	if (span.start < 3 || span.end >= text.size || !strchr(")/", text.data[span.end])
	    || text.data[span.start - 1] != ' ' || text.data[span.start - 2] != ',')
		return false;
	while (start > 0 && span.start - start < LONGEST && text.data[start - 1] != '(')
		start--;
	if (start == 0 || text.data[start - 1] != '(')
		return false;
	clausary_slice words = clausary_slice_part(text, start, span.start - 2);
	return clausary_fold_next(words, &i, CLAUSARY_FOLD_CASE)
	               == clausary_fold_next(form, &j, CLAUSARY_FOLD_CASE)
	       && (is_long_word(words) || clausary_acronym_letters_in(form, words));
}

/* Whether words with its letters stand in brackets behind a use: "EOF (end of file on a tape)",
 * "RHL (the Royal Harbour Lamps)". */
static bool
is_explained(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { MOST_BYTES = 80 };
	size_t at = span.end + 2, end = at + MOST_BYTES;
	if (at >= text.size || text.data[span.end] != ' ' || text.data[span.end + 1] != '(')
		return false;
	end = clausary_utf8_start(text, end < text.size ? end : text.size);
	clausary_slice words = clausary_slice_part(text, at, end);
	size_t i = 0, j = 0, close = clausary_slice_find(words, CLAUSARY_SLICE(")"));
	if (clausary_slice_starts(words, form)) /* "of the HRC (HRC-S)" */
		return false;
	return (clausary_fold_next(words, &i, CLAUSARY_FOLD_CASE)
	                == clausary_fold_next(form, &j, CLAUSARY_FOLD_CASE)
	        && clausary_acronym_letters_in(form, words))
	       || (close != SIZE_MAX
	           && clausary_acronym_fits(form, clausary_slice_part(words, 0, close)));
}

/* Whether words with its letters stand behind a use and a colon: "Committee RHL: Committee for the
 * Royal Harbour Lamps". */
static bool
is_glossed(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { MOST_BYTES = 120 };
	size_t end = span.end + MOST_BYTES;
	if (!clausary_place_is_glossed(text, span))
		return false;
	end = clausary_utf8_start(text, end < text.size ? end : text.size);
	return clausary_acronym_fits(form, clausary_slice_part(text, span.end + 1, end));
}

/* Whether a dash and words with its letters stand behind a use: "RHL – Royal Harbour Lamps". */
static bool
is_spelled(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { MOST_BYTES = 120, EN_DASH = 0x2013, EM_DASH = 0x2014 };
	size_t at = span.end + 1, end = span.end + MOST_BYTES;
	if (at >= text.size || text.data[span.end] != ' ')
		return false;
	uint32_t c = clausary_utf8_next(text, &at);
	if ((c != '-' && c != EN_DASH && c != EM_DASH) || at >= text.size || text.data[at] != ' ')
		return false;
	end = clausary_utf8_start(text, end < text.size ? end : text.size);
	clausary_slice words = clausary_slice_part(text, at, end);
	for (size_t i = 0; i < words.size; i++)
		if (strchr("\n.;:", words.data[i]))
			words.size = i;
	return clausary_acronym_fits(form, words);
}

/* The last `most` words of a text. */
static clausary_slice
last_words(clausary_slice text, size_t most)
{
	size_t start = text.size;
	for (size_t words = 0; words < most && start > 0; words++) {
		while (start > 0 && clausary_ascii_is_blank(text.data[start - 1]))
			start--;
		while (start > 0 && !clausary_ascii_is_blank(text.data[start - 1]))
			start--;
	}
	return clausary_slice_part(text, start, text.size);
}

/* Whether words end a text that the letters of a form were taken from: initials, or a capital and
 * what follows it. */
static bool
is_name_of(clausary_slice form, clausary_slice text)
{
	clausary_slice words = last_words(text, 2 * clausary_acronym_letters(form));
	size_t first = 0;
	uint32_t capital = clausary_utf8_next(form, &first), before = ' ';
	if (clausary_acronym_fits(form, words))
		return true;
	for (size_t at = 0, start = 0; at < words.size; start = at) {
		uint32_t c = clausary_utf8_next(words, &at);
		if (c == capital && !u_isalpha((UChar32)before)
		    && clausary_acronym_letters_in(form,
		                                   clausary_slice_part(words, start, words.size)))
			return true;
		before = c;
	}
	return false;
}

/* Whether a word is a cue that gives names, "hereinafter", or means "acronym". Articles, which
 * brackets may begin with, are none. */
static bool
is_naming(const clausary_cues *cues, clausary_slice word)
{
	enum { SHORTEST = 5 /* bytes */ };
	clausary_buffer folded = {0};
	clausary_fold(&folded, word, CLAUSARY_FOLD_CASE);
	bool found = clausary_cues_has(&cues->term_words, word);
	for (size_t i = 0; i < cues->brackets.count && !found && word.size >= SHORTEST; i++)
		found = clausary_slice_equal(clausary_buffer_slice(&folded),
		                             cues->brackets.items[i]);
	clausary_buffer_finish(&folded);
	return found;
}

/* Where the last letter before byte `at` ends, over blanks and marks; 0 where there is none. */
static size_t
end_of_letters(clausary_slice text, size_t at)
{
	for (size_t next = at; at > 0; at = next)
		if (u_isalpha((UChar32)clausary_utf8_previous(text, &next)))
			return at;
	return 0;
}

/* Whether a use is quoted behind a word for "acronym", a cue that gives names, or another name of
 * the same: "known by the acronym “RHL”", "hereinafter “RHL”", "“royal harbour lamps” or “RHL”". */
static bool
is_called(const clausary_index *index, clausary_slice form, clausary_span span)
{
	enum { LONGEST_OR = 4 /* bytes of the word for "or" */ };
	clausary_slice text = clausary_document_text(index->document);
	size_t end = end_of_letters(text, span.start), start = end;
	if (!clausary_place_is_literal(text, span))
		return false;
	while (start > 0 && !strchr(" \n\t(", text.data[start - 1]))
		start--;
	if (is_naming(index->cues, clausary_slice_part(text, start, end)))
		return true;
	size_t name = end_of_letters(text, start), close = name;
	uint32_t mark = ' ';
	while (close < start && (mark == ' ' || mark == 0xa0 || mark == 0x202f))
		mark = clausary_utf8_next(text, &close);
	return end - start <= LONGEST_OR
	       && (mark == '"' || u_charType((UChar32)mark) == U_FINAL_PUNCTUATION)
	       && is_name_of(form, clausary_slice_part(text, 0, name));
}

/* Whether a use begins a block, but for the label of an item, and a colon and words follow: "(b)
 * RHL: the lamps of the harbour". */
static bool
is_item(const clausary_index *index, clausary_span span)
{
	enum { MOST_LABEL = 8 /* bytes */, MOST_LETTERS = 2 };
	clausary_slice text = clausary_document_text(index->document);
	uint32_t start = clausary_index_block(index, span.start)->span.start;
	return clausary_place_is_glossed(text, span) && span.start - start <= MOST_LABEL
	       && clausary_acronym_letters(clausary_slice_part(text, start, span.start))
	                  <= MOST_LETTERS;
}

/* Whether a use follows words with its letters and a dash, as Spanish and Russian introduce names:
 * "Royal Harbour Lamps - RHL", "- RHL)" or "-RHL)". */
static bool
is_dashed(const clausary_index *index, clausary_slice form, clausary_span span)
{
	enum { FEWEST = 3 /* letters */, EN_DASH = 0x2013, EM_DASH = 0x2014 };
	clausary_slice text = clausary_document_text(index->document);
	size_t start = clausary_index_block(index, span.start)->span.start, dash = span.start;
	if (clausary_acronym_letters(form) < FEWEST || span.start < start + 2)
		return false;
	dash -= text.data[dash - 1] == ' ';
	uint32_t c = clausary_utf8_previous(text, &dash);
	if ((c != '-' && c != EN_DASH && c != EM_DASH) || dash <= start
	    || !clausary_ascii_is_blank(text.data[dash - 1]))
		return false;
	return is_name_of(form, clausary_slice_part(text, start, dash - 1));
}

/* Whether a use is in square brackets behind words with its initials, "royal harbour lamps [RHL]",
 * or behind words that give a name in brackets, "(hereinafter RHL)". */
static bool
is_named(const clausary_index *index, clausary_slice form, clausary_span span)
{
	enum { LONGEST = 40 /* bytes of such words */ };
	clausary_slice text = clausary_document_text(index->document);
	size_t start = clausary_index_block(index, span.start)->span.start, open = span.start;
	while (open > start && span.start - open < LONGEST && !strchr("([", text.data[open - 1]))
		open--;
	if (open == start || !strchr("([", text.data[open - 1]))
		return false;
	if (open == span.start)
		return text.data[open - 1] == '['
		       && clausary_acronym_fits(
		               form, last_words(clausary_slice_part(text, start, open - 1),
			                        2 * clausary_acronym_letters(form)));
	clausary_buffer words = {0};
	clausary_fold(&words, clausary_slice_trim(clausary_slice_part(text, open, span.start)),
	              CLAUSARY_FOLD_CASE);
	bool found = false;
	for (size_t i = 0; i < index->cues->brackets.count && !found; i++)
		found = clausary_slice_starts(clausary_buffer_slice(&words),
		                              index->cues->brackets.items[i]);
	clausary_buffer_finish(&words);
	return found;
}

/* Whether a use ends its line, but for a stop or a semicolon. */
static bool
ends_line(clausary_slice text, size_t at)
{
	at += at < text.size && strchr(".;", text.data[at]) != NULL;
	return at >= text.size || text.data[at] == '\n';
}

/* Whether a use between commas, or last in its line, repeats words with its letters: "the rate of
 * harbour lamps, RHL, is constant". */
static bool
is_apposed(clausary_slice text, clausary_slice form, clausary_span span)
{
	enum { MOST_BYTES = 120, FEWEST = 4 /* letters: three fit too much */ };
	size_t start = span.start > MOST_BYTES ? span.start - MOST_BYTES : 0;
	size_t letters = clausary_acronym_letters(form);
	bool last = ends_line(text, span.end);
	if (span.start < 3 || text.data[span.start - 1] != ' ' || text.data[span.start - 2] != ','
	    || !(last || (span.end < text.size && text.data[span.end] == ','))
	    || letters + last < FEWEST
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
clausary_acronym_seems_introduced_at(const clausary_index *index, const clausary_form *form,
                                     const clausary_use *use)
{
	clausary_slice written = form->designation->form;
	return is_bracketed(index, use->span) || is_dashed(index, written, use->span)
	       || is_explained(clausary_document_text(index->document), written, use->span);
}

bool
clausary_acronym_seems_introduced(const clausary_index *index, const clausary_form *form)
{
	clausary_slice text = clausary_document_text(index->document);
	clausary_slice written = form->designation->form;
	for (uint32_t i = 0; i < form->use_count; i++) {
		clausary_span span = form->uses[i].span;
		if (clausary_acronym_seems_introduced_at(index, form, &form->uses[i])
		    || is_apposed(text, written, span) || is_in_aside(text, written, span)
		    || is_explained(text, written, span) || is_glossed(text, written, span)
		    || is_spelled(text, written, span) || is_called(index, written, span)
		    || is_item(index, span) || is_named(index, written, span))
			return true;
	}
	return false;
}

bool
clausary_acronym_is_term(const clausary_index *index, clausary_slice form)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (clausary_slice_equal(entry->term, form))
			return true;
		for (size_t j = 0; j < entry->synonym_count; j++)
			if (clausary_slice_equal(entry->synonyms[j], form))
				return true;
	}
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
