/* Pairs joined by a bracket: "long form (SHORT)", "SHORT (long form)", with a cue inside or not.
 * After Schwartz and Hearst (2003), with the judgement of initials.c in place of their first match.
 */
#include "base/utf8.h"
#include "document/label.h"
#include "mining/bracket.h"
#include "mining/cue_match.h"
#include "mining/gloss.h"
#include "mining/long_end.h"
#include "mining/noun_group.h"
#include "mining/opener.h"
#include "mining/short_form.h"
#include "mining/title_name.h"

enum { MOST_WORDS_BACK = 24, LONGEST_BRACKET = 40 /* tokens */ };

static bool
is_mark(const clausary_mining *mining, size_t index)
{
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK;
}

/* A compound is never cut: "non-negative matrix factorization" begins at "non"; a small prefix
 * before a name is not of it: "ex-Company". */
static size_t
whole_compound(const clausary_mining *mining, size_t first, size_t from)
{
	const clausary_token *tokens = mining->tokens.items;
	while (first >= from + 2
	       && !(tokens[first].traits & ~tokens[first - 2].traits & CLAUSARY_TOKEN_CAPITAL_FIRST)
	       && mining->tokens.items[first].traits & CLAUSARY_TOKEN_JOINED
	       && mining->tokens.items[first - 1].traits & CLAUSARY_TOKEN_JOINED
	       && clausary_mining_word(mining, first - 1).data[0] == '-')
		first -= 2;
	return first;
}

/* The least score at which a pair is believed. Of a form that its letters do not show all must be
 * initials, one of three that of a small word; several capitals leave less to chance. */
static float
least_score(clausary_slice form, bool shown)
{
	if (shown)
		return clausary_utf8_count(clausary_form_without_number(form)) <= 2 ? 0.6f : 0.5f;
	size_t capitals = 0;
	for (size_t i = 0; i < form.size; i++)
		capitals += clausary_ascii_is_upper(form.data[i]);
	return capitals >= 2 && !clausary_form_is_roman(form) ? 0.75f : 0.93f;
}

/* An adjective before the first word is not cut off when its letter begins the short form too. */
static clausary_initials
whole_noun(const clausary_mining *mining, clausary_slice form, size_t from, size_t last,
           clausary_initials fit, float least)
{
	while (fit.first > from && !is_mark(mining, fit.first - 1)
	       && clausary_gloss_is_attribute(mining, fit.first - 1)) {
		clausary_initials longer =
		        clausary_initials_read(mining, form, fit.first - 1, last, true);
		if (longer.score < least)
			break;
		fit = longer;
	}
	return fit;
}

/* Whether both the bracket and the words before it end in the same number: "Joint Paper 4 (JP 4)".
 * Then the acronym is what stands before the number, and `b` ends there. */
static bool
drop_number(const clausary_mining *mining, clausary_bracket *b, size_t last)
{
	size_t at = clausary_short_form_at(mining, b->first);
	if (at == mining->short_forms.count || mining->short_forms.items[at].first != b->first
	    || b->first + mining->short_forms.items[at].count != b->last
	    || !clausary_slice_equal(clausary_mining_word(mining, b->last),
	                             clausary_mining_word(mining, last)))
		return false;
	clausary_slice number = clausary_mining_word(mining, last);
	if (mining->tokens.items[last].kind != CLAUSARY_TOKEN_NUMBER
	    && !clausary_roman_value(number))
		return false;
	b->last--;
	return true;
}

/* Whether a cut before token `first` parts two words with capitals: "Nations | Unies". */
static bool
cuts_name(const clausary_mining *mining, size_t first)
{
	return first > 0
	       && mining->tokens.items[first].traits & mining->tokens.items[first - 1].traits
	                  & CLAUSARY_TOKEN_CAPITAL_FIRST;
}

/* Whether a short form may be that of a translation, or words after it in its bracket say so. */
typedef enum translation { NO_TRANSLATION, MAYBE_TRANSLATION, TOLD_TRANSLATION } translation;

/* Where the long form begins that ends at `found->long_last`: by its letters, with a score of
 * `least` at least, or else as the name of which the short form is a translation's. */
static bool
find_start(const clausary_mining *mining, clausary_slice form, float least, translation translated,
           size_t from, clausary_pair_candidate *found)
{
	static const float SURE = 0.75f;     /* letters that fit as well leave no doubt … */
	static const float VERY_SURE = 0.9f; /* … even where they part a name */
	size_t last = found->long_last, group = last;
	float confidence = 0;
	clausary_initials fit = clausary_initials_read(mining, form, from, last, false);
	bool fits = fit.score >= least;
	if (translated
	    && (!fits || fit.score < SURE
	        || (fit.score < VERY_SURE && cuts_name(mining, fit.first)))) {
		const clausary_passage *passage = &mining->passages.items[found->passage];
		size_t furthest =
		        clausary_bracket_earliest(mining, passage, last + 1, MOST_WORDS_BACK);
		bool told = translated == TOLD_TRANSLATION && !fits;
		group = clausary_noun_group_start(mining, form, furthest, last, told ? NULL : &fit,
		                                  &confidence);
	}
	if (fits && (confidence <= 0 || group == fit.first)) {
		fit = whole_noun(mining, form, from, last, fit, least);
		found->long_first = whole_compound(mining, fit.first, from);
		found->long_last = clausary_long_end(mining, form, fit, last);
		found->rule = "long-then-short";
		return true;
	}
	found->long_first = group;
	found->rule = "translated-then-short";
	return confidence > 0;
}

/* Pair a short form of the bracket with the words up to `last`, see find_start(); `number` is the
 * token of the number that ends both, or 0. */
static bool
pair_before(clausary_mining *mining, const clausary_bracket *b, clausary_span span, float least,
            translation translated, size_t last, size_t number)
{
	const clausary_passage *passage = &mining->passages.items[b->passage];
	clausary_slice form = clausary_mining_text(mining, span);
	if (is_mark(mining, last))
		return false;
	size_t from =
	        clausary_bracket_earliest(mining, passage, last + 1, clausary_bracket_words(form));
	if (from > last)
		return false;
	clausary_pair_candidate found = {.passage = b->passage, .long_last = last};
	if (!find_start(mining, form, least, translated, from, &found))
		return false;
	if (number) {
		found.long_last = last + 1;
		span.end = clausary_token_end(mining->tokens.items[number]);
	}
	clausary_span words = clausary_mining_span(mining, found.long_first, found.long_last);
	if (words.end - words.start <= span.end - span.start)
		return false;
	found.short_span = span;
	clausary_mining_pair(mining, &found);
	return true;
}

/* Pair a short form of the bracket with a name in capitals whose letters it shares. */
static bool
pair_title(clausary_mining *mining, const clausary_bracket *b, clausary_span span, size_t last)
{
	const clausary_passage *passage = &mining->passages.items[b->passage];
	size_t from = clausary_bracket_earliest(mining, passage, last + 1, MOST_WORDS_BACK);
	size_t first =
	        clausary_title_name_start(mining, clausary_mining_text(mining, span), from, last);
	if (first == CLAUSARY_NONE)
		return false;
	clausary_mining_pair(mining, &(clausary_pair_candidate){b->passage, span, first, last,
	                                                        "translated-then-short"});
	return true;
}

/* The other acronyms of a bracket, "(UKLA/KLA)": those from byte `start` on, after a slash or
 * a comma. */
static bool
pair_others(clausary_mining *mining, const clausary_bracket *b, uint32_t start, size_t last)
{
	static const float WELL = 0.85f;
	bool found = false;
	for (size_t i = clausary_short_form_at(mining, b->first); i < mining->short_forms.count;
	     i++) {
		clausary_short_form form = mining->short_forms.items[i];
		if (form.first > b->last)
			break;
		bool apart = form.first == b->first
		             || clausary_mining_is_mark(mining, form.first - 1, '/')
		             || clausary_mining_is_mark(mining, form.first - 1, ',');
		if (form.span.start >= start && apart)
			found |= pair_before(mining, b, form.span, WELL, NO_TRANSLATION, last, 0);
	}
	return found;
}

/* "the UIT (UIT-T)": both are short forms. */
static bool
is_acronym(const clausary_mining *mining, size_t first, size_t last)
{
	size_t at = clausary_short_form_at(mining, first);
	return at < mining->short_forms.count && mining->short_forms.items[at].first == first
	       && first + mining->short_forms.items[at].count == last + 1;
}

/* "Open Tide Register (Open TR)": the first word stands in the short form whole, letters for the
 * rest.
 */
static bool
try_whole_word(clausary_mining *mining, const clausary_bracket *b, size_t last)
{
	static const float WELL = 0.85f;
	const clausary_passage *passage = &mining->passages.items[b->passage];
	size_t at = clausary_short_form_at(mining, b->last);
	bool hyphen = b->first + 2 == b->last && clausary_mining_is_mark(mining, b->first + 1, '-');
	if ((b->first + 1 != b->last && !hyphen) || at == mining->short_forms.count
	    || mining->short_forms.items[at].first != b->last
	    || !clausary_mining_is_capitalized(mining, b->first) || is_mark(mining, last))
		return false;
	clausary_slice form = clausary_mining_text(mining, mining->short_forms.items[at].span);
	size_t from = clausary_bracket_earliest(mining, passage, last + 1,
	                                        clausary_bracket_words(form) + 1);
	for (size_t first = last; first-- > from;) {
		if (!clausary_slice_equal_ascii(clausary_mining_word(mining, first),
		                                clausary_mining_word(mining, b->first)))
			continue;
		clausary_initials fit = clausary_initials_read(mining, form, first + 1, last, true);
		if (fit.score < WELL)
			return false;
		clausary_mining_pair(
		        mining, &(clausary_pair_candidate){
		                        b->passage, clausary_mining_span(mining, b->first, b->last),
		                        first, last, "long-then-short"});
		return true;
	}
	return false;
}

/* "slow tide maps (STM readings)": the noun after the short form says what kind of thing it is. */
static bool
try_kind(clausary_mining *mining, const clausary_bracket *b, size_t last)
{
	static const float WELL = 0.9f;
	size_t at = clausary_short_form_at(mining, b->first);
	if (at == mining->short_forms.count || mining->short_forms.items[at].first != b->first)
		return false;
	clausary_short_form form = mining->short_forms.items[at];
	return clausary_is_kind(mining, form.first + form.count, b->last)
	       && pair_before(mining, b, form.span, WELL, NO_TRANSLATION, last, 0);
}

static bool
try_long_before(clausary_mining *mining, clausary_bracket *b)
{
	const clausary_passage *passage = &mining->passages.items[b->passage];
	clausary_span span;
	bool shown, found = false;
	size_t last = b->open;
	while (last > passage->first && is_mark(mining, last - 1)
	       && !clausary_opener_is_close(mining, last - 1)
	       && !clausary_mining_is_mark(mining, last - 1, '.'))
		last--;
	if (last == passage->first)
		return false;
	last--;
	bool numbered = last > passage->first && drop_number(mining, b, last);
	last -= numbered;
	if (!clausary_bracket_short(mining, b, &span, &shown))
		return try_whole_word(mining, b, last) || try_kind(mining, b, last);
	clausary_slice form = clausary_mining_text(mining, span);
	if (!shown && !clausary_short_form_plausible(form))
		return false;
	bool row = memchr(form.data, ' ', form.size) && !is_acronym(mining, b->first, b->last);
	translation translated = !shown || row ? NO_TRANSLATION
	                         : span.end < mining->tokens.items[b->last].start
	                                 ? TOLD_TRANSLATION
	                                 : MAYBE_TRANSLATION;
	found = pair_before(mining, b, span, least_score(form, shown), translated, last,
	                    numbered ? b->last + 1 : 0);
	if (!shown && !found)
		return try_whole_word(mining, b, last);
	if (!found && shown && !numbered)
		found = pair_title(mining, b, span, last);
	if (shown && !numbered)
		found |= pair_others(mining, b, found ? span.end : 0, last);
	return found;
}

/* Where a long form inside a bracket ends: at the end, or at the first semicolon or comma that
 * leaves a good fit. */
static clausary_initials
fit_inside(const clausary_mining *mining, clausary_slice form, const clausary_bracket *b,
           size_t *last)
{
	clausary_initials best = {0, 0, -1};
	for (size_t end = b->first; end <= b->last; end++) {
		bool stop = end == b->last || clausary_mining_is_mark(mining, end + 1, ';')
		            || clausary_mining_is_mark(mining, end + 1, ',');
		if (!stop || is_mark(mining, end))
			continue;
		clausary_initials fit = clausary_initials_read(mining, form, b->first, end, true);
		if (fit.score > best.score) {
			best = fit;
			*last = end;
		}
		if (end - b->first > MOST_WORDS_BACK)
			break;
	}
	return best;
}

/* The short form that stands before a bracket, a mark or two between them: one that its letters
 * show, or a word with capitals inside, "MaxEbb". */
static bool
form_before(const clausary_mining *mining, const clausary_bracket *b, clausary_short_form *form,
            bool *shown)
{
	const clausary_passage *passage = &mining->passages.items[b->passage];
	size_t at = clausary_short_form_at(mining, b->open), before = b->open;
	while (before > passage->first && is_mark(mining, before - 1)
	       && !clausary_opener_is_close(mining, before - 1) && b->open - before < 2)
		before--;
	*shown = false;
	if (at > 0) {
		*form = mining->short_forms.items[at - 1];
		size_t end = form->first + form->count; /* its own stop may be one of the marks */
		*shown = form->passage == b->passage && end >= before && end <= b->open;
	}
	if (*shown || before == passage->first)
		return *shown;
	unsigned traits = mining->tokens.items[before - 1].traits;
	*form = (clausary_short_form){.span = clausary_mining_span(mining, before - 1, before - 1),
	                              .first = (uint32_t)before - 1,
	                              .passage = b->passage,
	                              .count = 1};
	return traits & CLAUSARY_TOKEN_CAPITALS && traits & CLAUSARY_TOKEN_LOWER
	       && !(traits & CLAUSARY_TOKEN_JOINED);
}

static bool
try_long_inside(clausary_mining *mining, const clausary_bracket *b)
{
	clausary_short_form form;
	bool shown;
	size_t last = b->last;
	if (b->last < b->first || !form_before(mining, b, &form, &shown))
		return false;
	clausary_slice text = clausary_mining_text(mining, form.span);
	float least = b->doubtful ? 0.95f : least_score(text, shown) + 0.1f;
	clausary_bracket inside = *b;
	clausary_initials fit = fit_inside(mining, text, &inside, &last);
	if (fit.score < least && inside.last > inside.first
	    && !(mining->tokens.items[inside.first + 1].traits & CLAUSARY_TOKEN_JOINED)
	    && clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, inside.first))) {
		inside.first++; /* "(the …)", "(called …)" */
		fit = fit_inside(mining, text, &inside, &last);
	}
	clausary_pair_candidate found = {b->passage, form.span, inside.first, last,
	                                 "short-then-long"};
	if (fit.score < least) {
		if (b->doubtful || !shown
		    || !clausary_noun_group_is_name(mining, text, inside.first, b->last))
			return false;
		found.long_last = b->last;
		found.rule = "short-then-translated";
	}
	clausary_span words = clausary_mining_span(mining, found.long_first, found.long_last);
	if (words.end - words.start <= text.size
	    || is_acronym(mining, found.long_first, found.long_last))
		return false;
	clausary_mining_pair(mining, &found);
	return true;
}

/* Whether a bracket begins with an acronym: "(IS)" and "(OF)" do, "(is …)" and "(SEE ALSO)" do not.
 */
static bool
begins_acronym(const clausary_mining *mining, const clausary_bracket *b)
{
	const clausary_token *token = &mining->tokens.items[b->first];
	size_t at = clausary_short_form_at(mining, b->first);
	if (at < mining->short_forms.count && mining->short_forms.items[at].first == b->first)
		return !mining->short_forms.items[at].shouted;
	return b->first == b->last && token->size > 1 && token->traits & CLAUSARY_TOKEN_CAPITAL
	       && !(token->traits & CLAUSARY_TOKEN_LOWER)
	       && !mining->passages.items[b->passage].capitals;
}

/* The short form that a bracket ends with, a cue after it or not: "(Long Form, SHORT)". */
static const clausary_short_form *
ending_form(const clausary_mining *mining, const clausary_bracket *b)
{
	size_t at = clausary_short_form_at(mining, b->last + 1);
	if (at == 0)
		return NULL;
	const clausary_short_form *form = &mining->short_forms.items[at - 1];
	size_t end = form->first + form->count;
	if (form->first <= b->first + 1 || begins_acronym(mining, b)) /* "(ABC, ABD)" is a list */
		return NULL;
	while (end <= b->last && is_mark(mining, end))
		end++;
	return end > b->last || clausary_bracket_is_cue(mining, end, b->last) ? form : NULL;
}

/* "name (Name In English, NIE)": both long forms, the one before the bracket without letters that
 * match. */
static bool
try_both(clausary_mining *mining, const clausary_bracket *b)
{
	float confidence;
	const clausary_passage *passage = &mining->passages.items[b->passage];
	const clausary_short_form *form = ending_form(mining, b);
	if (form == NULL)
		return false;
	size_t last = form->first - 1;
	clausary_slice text = clausary_mining_text(mining, form->span);
	while (last > b->first
	       && (is_mark(mining, last)
	           || clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, last))))
		last--;
	clausary_initials fit = clausary_initials_read(mining, text, b->first, last, true);
	if (last + 1 == form->first || fit.score < least_score(text, true) + 0.25f)
		return false;
	clausary_pair_candidate found = {b->passage, form->span, b->first, last, "long-then-short"};
	clausary_mining_pair(mining, &found);
	found.long_last = b->open - 1;
	if (b->open == passage->first || is_mark(mining, found.long_last))
		return true;
	size_t from =
	        clausary_bracket_earliest(mining, passage, b->open, clausary_bracket_words(text));
	found.long_first =
	        clausary_noun_group_start(mining, text, from, found.long_last, NULL, &confidence);
	found.rule = "translated-then-short";
	if (confidence > 0)
		clausary_mining_pair(mining, &found);
	return true;
}

static void
read_bracket(clausary_mining *mining, clausary_bracket b)
{
	size_t before = b.first;
	b.doubtful =
	        clausary_cues_has(&mining->cues->not_short, clausary_mining_word(mining, b.first))
	        && !begins_acronym(mining, &b);
	if (!clausary_bracket_skip_cue(mining, &b))
		return;
	b.doubtful &= b.first == before;
	if (!try_long_inside(mining, &b) && !b.doubtful && !try_both(mining, &b))
		try_long_before(mining, &b);
}

static void
find(clausary_mining *mining)
{
	for (size_t i = mining->from.openers; i < mining->to.openers; i++) {
		clausary_bracket b;
		clausary_mining_enter(mining, mining->openers.items[i].passage);
		if (mining->openers.items[i].bracket
		    && clausary_bracket_at(mining, &mining->openers.items[i], &b))
			read_bracket(mining, b);
	}
}

const clausary_finder clausary_finder_bracket = {"bracket", "long (SHORT) and SHORT (long)", find,
                                                 true};
