/* Pairs joined by a mark or by words: "SHORT = long; …", "SHORT: long", "SHORT – long", cues such
 * as "{short} stands for {long}", and the entries of a list of abbreviations, where the blank
 * between the columns is enough. */
#include "base/utf8.h"
#include "mining/cue_match.h"
#include "mining/long_end.h"
#include "mining/short_form.h"

#include <unicode/uchar.h>

enum { MOST_WORDS = 24, MOST_TOKENS = 80 };

static bool
is_mark(const clausary_mining *mining, size_t index)
{
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK;
}

/* Whether a tab or two blanks stand before a token, as between the columns of a legend. */
static bool
after_wide_blank(const clausary_mining *mining, size_t at)
{
	const clausary_token *before = &mining->tokens.items[at - 1];
	uint32_t start = clausary_token_end(*before), end = mining->tokens.items[at].start;
	return end > start + 1 || (end > start && mining->document->text.data[start] == '\t');
}

/* The token after a long form that begins at `first`: a semicolon, a closing bracket, a wide blank,
 * the next entry (a short form before "="), or a stop that ends a sentence. */
static size_t
long_end(const clausary_mining *mining, size_t first, size_t end)
{
	const clausary_token *tokens = mining->tokens.items;
	size_t at = first, words = 0;
	for (; at < end && words <= MOST_WORDS && at - first < MOST_TOKENS; at++) {
		if (at > first && after_wide_blank(mining, at))
			break;
		if (!is_mark(mining, at)) {
			words++;
			continue;
		}
		clausary_slice word = clausary_mining_word(mining, at);
		if (word.data[0] == '=') {
			at--; /* "A-FLEX" of "noun stem, A-FLEX = …" */
			while (at > first && tokens[at].traits & CLAUSARY_TOKEN_JOINED)
				at--;
			break;
		}
		if (strchr(";([)]", word.data[0]))
			break;
		bool joined =
		        at + 1 < end && mining->tokens.items[at + 1].traits & CLAUSARY_TOKEN_JOINED;
		if (word.data[0] == '.' && !joined)
			break;
	}
	while (at > first && is_mark(mining, at - 1))
		at--;
	return at;
}

static bool
only_short_form(const clausary_short_form *form, size_t first, size_t last)
{
	return first >= form->first && last < form->first + form->count;
}

static void
add_pair(clausary_mining *mining, const clausary_short_form *form, size_t first, size_t last,
         const char *rule)
{
	if (!only_short_form(form, first, last))
		clausary_mining_pair(mining, &(clausary_pair_candidate){form->passage, form->span,
		                                                        first, last, rule});
}

static bool
begins_as_words(const clausary_mining *mining, size_t first)
{
	const clausary_token *token = &mining->tokens.items[first];
	return token->kind == CLAUSARY_TOKEN_WORD
	       && (token->traits & CLAUSARY_TOKEN_LOWER || token->size > 1);
}

/* Whether token `at` begins the text below a legend: a mark or a number, or a capital after a word
 * without one. */
static bool
begins_rest(const clausary_mining *mining, size_t at)
{
	const clausary_token *token = &mining->tokens.items[at];
	if (is_mark(mining, at))
		return !clausary_mining_is_hyphen(mining, at);
	return token->kind == CLAUSARY_TOKEN_NUMBER
	       || (clausary_mining_is_capitalized(mining, at)
	           && !(token[-1].traits & CLAUSARY_TOKEN_CAPITAL_FIRST) && !is_mark(mining, at - 1)
	           && !clausary_cues_has(&mining->cues->initials,
	                                 clausary_mining_word(mining, at - 1)));
}

/* The best fit of words that begin at `first` and go to `stop`, to a comma before it or, where they
 * are `loose`, to what may be other text. */
static clausary_initials
fit_to_end(const clausary_mining *mining, clausary_slice form, size_t first, size_t stop,
           bool loose, size_t *end)
{
	clausary_initials best = {0, 0, -1};
	for (size_t last = first; last < stop; last++) {
		bool edge = last + 1 == stop || clausary_mining_is_mark(mining, last + 1, ',')
		            || (loose && begins_rest(mining, last + 1));
		if (is_mark(mining, last) || !edge)
			continue;
		clausary_initials fit = clausary_initials_read(mining, form, first, last, true);
		if (fit.score > best.score || *end == 0) {
			best = fit;
			*end = last + 1;
		}
	}
	return best;
}

/* A word that ends no name, and the letter of a footnote. */
static bool
is_loose_end(const clausary_mining *mining, size_t at)
{
	return mining->tokens.items[at].size == 1
	       || clausary_cues_has(&mining->cues->initials, clausary_mining_word(mining, at));
}

/* Whether what follows an equals sign is a formula or a value: signs of operations, names of
 * variables such as "max_size" or "QT"; numbers and dashes where the letters are not those of the
 * words. */
static bool
is_formula(const clausary_mining *mining, size_t first, size_t end, bool fits)
{
	if (end == first + 1 && mining->tokens.items[first].traits & CLAUSARY_TOKEN_CAPITAL
	    && !(mining->tokens.items[first].traits & CLAUSARY_TOKEN_LOWER))
		return true;
	for (size_t i = first; i < end; i++) {
		clausary_slice word = clausary_mining_word(mining, i);
		if (memchr(word.data, '_', word.size))
			return true;
		if (!is_mark(mining, i)) {
			if (!fits && mining->tokens.items[i].traits & CLAUSARY_TOKEN_DIGIT)
				return true;
			continue;
		}
		size_t at = 0;
		UChar32 c = (UChar32)clausary_utf8_next(word, &at);
		if (c != '=' && u_charType(c) == U_MATH_SYMBOL)
			return true;
		if (!fits && u_charType(c) == U_DASH_PUNCTUATION
		    && !(mining->tokens.items[i].traits & CLAUSARY_TOKEN_JOINED))
			return true; /* a minus */
	}
	return false;
}

/* "SHORT = long": the mark says it; letters that fit say how surely. */
static bool
try_equals(clausary_mining *mining, const clausary_short_form *form, size_t at, size_t end)
{
	if (!clausary_mining_is_mark(mining, at, '=') || at + 1 >= end
	    || !begins_as_words(mining, at + 1))
		return false;
	size_t stop = long_end(mining, at + 1, end), last = 0;
	clausary_slice text = clausary_mining_text(mining, form->span);
	if (stop == at + 1)
		return false;
	clausary_initials fit = fit_to_end(mining, text, at + 1, stop, true, &last);
	bool fits = fit.score >= 0.3f; /* else the letters do not say where it ends */
	if (!fits && form->shouted)
		return false;
	if (!fits)
		last = stop;
	if (is_formula(mining, at + 1, last, fits))
		return false;
	while (last > at + 2 && is_loose_end(mining, last - 1))
		last--;
	last = fits ? clausary_long_end(mining, text, fit, last - 1) : last - 1;
	add_pair(mining, form, at + 1, last, "equals");
	return true;
}

/* The colon and the dashes join much else: every letter must be an initial. */
static bool
try_mark(clausary_mining *mining, const clausary_short_form *form, size_t at, size_t end)
{
	clausary_slice mark = clausary_mining_word(mining, at);
	bool colon = clausary_slice_equal(mark, CLAUSARY_SLICE(":"));
	bool dash = clausary_slice_starts(mark, CLAUSARY_SLICE("\xe2\x80\x93"))
	            || clausary_slice_starts(mark, CLAUSARY_SLICE("\xe2\x80\x94"))
	            || (clausary_slice_equal(mark, CLAUSARY_SLICE("-"))
	                && !(mining->tokens.items[at].traits & CLAUSARY_TOKEN_JOINED));
	if ((!colon && !dash) || at + 1 >= end || !begins_as_words(mining, at + 1))
		return false;
	size_t stop = long_end(mining, at + 1, end), last = 0;
	clausary_slice text = clausary_mining_text(mining, form->span);
	clausary_initials fit = fit_to_end(mining, text, at + 1, stop, false, &last);
	if (last == 0)
		return false;
	size_t to = clausary_long_end(mining, text, fit, last - 1);
	if (to < last - 1)
		fit = clausary_initials_read(mining, text, at + 1, to, true);
	if (fit.score < 0.85f)
		return false;
	add_pair(mining, form, at + 1, to, "mark");
	return true;
}

/* "{short} stands for {long}" */
static bool
try_cue_after(clausary_mining *mining, const clausary_short_form *form, const clausary_cue *cue,
              size_t at, size_t end)
{
	if (cue->comma && (at >= end || !clausary_mining_is_mark(mining, at++, ',')))
		return false;
	if (at >= end || !clausary_slice_equal_ascii(clausary_mining_word(mining, at), cue->near))
		return false;
	size_t first = clausary_cue_after(mining, cue->words, at, end);
	if (first == 0 || first >= end)
		return false;
	while (first < end
	       && (is_mark(mining, first)
	           || clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, first))))
		first++;
	size_t stop = long_end(mining, first, end);
	clausary_slice text = clausary_mining_text(mining, form->span);
	if (stop <= first)
		return false;
	for (size_t last = first; last < stop; last++) {
		if (is_mark(mining, last))
			continue;
		clausary_initials fit = clausary_initials_read(mining, text, first, last, true);
		if (fit.score >= 0.9f) {
			add_pair(mining, form, first, last, "cue");
			return true;
		}
	}
	return false;
}

/* Whether the long form is one word so long that several are joined in it: "electrocardiogram" for
 * ECG. */
static bool
is_compound(const clausary_mining *mining, const clausary_short_form *form, size_t first,
            size_t last)
{
	enum { LETTERS_EACH = 4 };
	size_t letters = clausary_utf8_count(clausary_mining_text(mining, form->span));
	return first == last && letters >= 3
	       && clausary_utf8_count(clausary_mining_word(mining, last)) >= LETTERS_EACH * letters;
}

/* "{long}, hereinafter {short}" */
static bool
try_cue_before(clausary_mining *mining, const clausary_short_form *form, const clausary_cue *cue,
               size_t start)
{
	size_t at = form->first, quote = 0;
	while (at > start && is_mark(mining, at - 1) && quote++ < 1)
		at--;
	if (at == start
	    || !clausary_slice_equal_ascii(clausary_mining_word(mining, at - 1), cue->near))
		return false;
	at = clausary_cue_before(mining, cue->words, at, start);
	if (at == CLAUSARY_NONE || at < start + 2
	    || (cue->comma && !clausary_mining_is_mark(mining, --at, ',')))
		return false;
	size_t from = at > start + MOST_WORDS ? at - MOST_WORDS : start;
	clausary_slice text = clausary_mining_text(mining, form->span);
	if (at == start || is_mark(mining, at - 1))
		return false;
	clausary_initials fit = clausary_initials_read(mining, text, from, at - 1, false);
	if (fit.score < (is_compound(mining, form, fit.first, at - 1) ? 0.55f : 0.8f))
		return false;
	add_pair(mining, form, fit.first, at - 1, "cue");
	return true;
}

/* Whether the word after the short form begins a cue, or the word before it ends one. */
static bool
may_have_cue(const clausary_mining *mining, const clausary_short_form *form, size_t start,
             size_t at, size_t end)
{
	size_t before = form->first;
	at += at < end && clausary_mining_is_mark(mining, at, ',');
	if (at < end && mining->tokens.items[at].kind == CLAUSARY_TOKEN_WORD
	    && clausary_cues_has(&mining->cues->after_short, clausary_mining_word(mining, at)))
		return true;
	while (before > start && form->first - before < 2 && is_mark(mining, before - 1))
		before--;
	return before > start && mining->tokens.items[before - 1].kind == CLAUSARY_TOKEN_WORD
	       && clausary_cues_has(&mining->cues->before_short,
	                            clausary_mining_word(mining, before - 1));
}

static bool
try_cues(clausary_mining *mining, const clausary_short_form *form, size_t start, size_t at,
         size_t end)
{
	if (!may_have_cue(mining, form, start, at, end))
		return false;
	for (size_t i = 0; i < mining->cues->short_forms.count; i++) {
		const clausary_cue *cue = &mining->cues->short_forms.items[i];
		if (cue->short_first ? try_cue_after(mining, form, cue, at, end)
		                     : try_cue_before(mining, form, cue, start))
			return true;
	}
	return false;
}

/* The bracket that ends the long form of a row and translates it, "name (Name In English)": its
 * opening mark, or `last` when there is none. Both are long forms when the letters are those of the
 * bracket. */
static size_t
translated_at(const clausary_mining *mining, clausary_slice form, size_t first, size_t last)
{
	static const float WELL = 0.8f;
	size_t open = last;
	if (!clausary_mining_is_mark(mining, last, ')'))
		return last;
	while (open > first && !clausary_mining_is_mark(mining, open, '('))
		open--;
	if (open == first || open + 1 >= last)
		return last;
	clausary_initials fit = clausary_initials_read(mining, form, open + 1, last - 1, true);
	return fit.score >= WELL ? open : last;
}

/* Keep the long form of an entry, tokens `first` to `last`, and that of its translation. */
static void
add_entry(clausary_mining *mining, const clausary_short_form *form, size_t first, size_t last)
{
	clausary_slice text = clausary_mining_text(mining, form->span);
	size_t open = translated_at(mining, text, first, last);
	if (open < last) {
		add_pair(mining, form, open + 1, last - 1, "list");
		last = open - 1;
	}
	while (last > first && is_mark(mining, last))
		last--;
	add_pair(mining, form, first, last, "list");
}

/* An entry of a list of abbreviations: the short form, a tab or wide blank, the long form to the
 * end. */
static bool
try_entry(clausary_mining *mining, const clausary_short_form *form, size_t end)
{
	const clausary_passage *passage = &mining->passages.items[form->passage];
	size_t at = form->first + form->count;
	if (form->first != passage->first || at >= end
	    || !(passage->flags & CLAUSARY_CLAUSE_ABBREVIATIONS))
		return false;
	clausary_slice gap = clausary_slice_part(clausary_document_text(mining->document),
	                                         form->span.end, mining->tokens.items[at].start);
	bool wide = gap.size > 1 || (gap.size && gap.data[0] == '\t') || is_mark(mining, at);
	while (at < end && is_mark(mining, at))
		at++;
	size_t last = end;
	while (last > at && is_mark(mining, last - 1)
	       && !clausary_mining_is_mark(mining, last - 1, ')'))
		last--;
	if (!wide || at >= last)
		return false;
	add_entry(mining, form, at, last - 1);
	return true;
}

/* The cell or description right after the passage of a short form that fills its own. */
static bool
try_row(clausary_mining *mining, const clausary_short_form *form)
{
	const clausary_document *document = mining->document;
	const clausary_passage *passage = &mining->passages.items[form->passage];
	const clausary_block *block = &document->blocks.items[passage->block];
	if (form->passage + 1 >= mining->passages.count || form->first != passage->first
	    || form->count != passage->count)
		return false;
	const clausary_passage *next = &mining->passages.items[form->passage + 1];
	const clausary_block *beside = &document->blocks.items[next->block];
	bool row = block->kind == CLAUSARY_BLOCK_CELL && beside->kind == CLAUSARY_BLOCK_CELL
	           && block->table == beside->table && block->row == beside->row
	           && beside->column == block->column + 1;
	bool entry =
	        block->kind == CLAUSARY_BLOCK_TERM && beside->kind == CLAUSARY_BLOCK_DESCRIPTION;
	if (next->count == 0 || (!row && !entry))
		return false;
	clausary_slice text = clausary_slice_span(clausary_document_text(document), form->span);
	size_t last = next->first + next->count - 1;
	while (last > next->first && is_mark(mining, last)
	       && !clausary_mining_is_mark(mining, last, ')'))
		last--;
	clausary_initials fit = clausary_initials_read(mining, text, next->first, last, true);
	bool listed = passage->flags & CLAUSARY_CLAUSE_ABBREVIATIONS;
	if (!listed && (fit.score < 0.8f || next->count > MOST_WORDS))
		return false;
	add_entry(mining, form, next->first, last);
	return true;
}

static void
find(clausary_mining *mining)
{
	for (size_t i = mining->from.short_forms; i < mining->to.short_forms; i++) {
		clausary_short_form form = mining->short_forms.items[i];
		const clausary_passage *passage = &mining->passages.items[form.passage];
		size_t at = form.first + form.count, end = passage->first + passage->count;
		clausary_mining_enter(mining, form.passage);
		if (try_entry(mining, &form, end) || try_row(mining, &form) || at > end)
			continue;
		if (at < end && is_mark(mining, at)
		    && (try_equals(mining, &form, at, end) || try_mark(mining, &form, at, end)))
			continue;
		try_cues(mining, &form, passage->first, at, end);
	}
}

const clausary_finder clausary_finder_list = {
        "list", "SHORT = long, cue words, lists of abbreviations", find, true};
