/* Brackets that explain across languages: a name and the short form of its translation,
 * "Международный союз электросвязи (ITU)"; both languages in a row, "name Name In English (NIE)";
 * short and long form of the other language in one bracket, "name (NIE, Name In English)". */
#include "base/utf8.h"
#include "mining/bracket.h"
#include "mining/gloss.h"
#include "mining/initials.h"
#include "mining/opener.h"
#include "mining/short_form.h"

/* Where the finder stands. */
typedef struct gloss {
	clausary_mining *mining;
	const clausary_passage *passage;
	clausary_bracket bracket;
	const clausary_short_form *form;
	clausary_slice text; /* of the short form */
} gloss;

static bool
is_mark(const clausary_mining *mining, size_t index)
{
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK;
}

static bool
differs(const gloss *g, size_t token)
{
	return clausary_gloss_differs(g->text, clausary_mining_word(g->mining, token));
}

static void
keep(const gloss *g, size_t first, size_t last, const char *rule)
{
	clausary_mining_pair(g->mining, &(clausary_pair_candidate){g->form->passage, g->form->span,
	                                                           first, last, rule});
}

/* Whether a dash or a colon follows the bracket: an entry of a list. */
static bool
is_entry(const gloss *g)
{
	size_t next = g->bracket.close + 1;
	if (g->bracket.close == 0 || next >= g->passage->first + g->passage->count)
		return false;
	clausary_slice mark = clausary_mining_word(g->mining, next);
	return is_mark(g->mining, next)
	       && (mark.data[0] == '-' || mark.data[0] == ':'
	           || clausary_slice_equal(mark, CLAUSARY_SLICE("\xe2\x80\x93"))
	           || clausary_slice_equal(mark, CLAUSARY_SLICE("\xe2\x80\x94")));
}

/* Whether the short form is one of the words: what holds its own short form does not explain it. */
static bool
holds_form(const gloss *g, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++)
		if (clausary_slice_equal(clausary_mining_word(g->mining, i), g->text))
			return true;
	return false;
}

/* The words before token `end` as the long form, if they are of another script and believed more
 * than `least`. */
static void
try_words_before(const gloss *g, size_t end, float least)
{
	const clausary_mining *mining = g->mining;
	float confidence;
	if (end == g->passage->first)
		return;
	size_t last = end - 1;
	size_t from =
	        clausary_bracket_earliest(mining, g->passage, end, clausary_bracket_words(g->text));
	if (from > last || is_mark(mining, last))
		return;
	bool acronym =
	        clausary_short_form_at(mining, last) < clausary_short_form_at(mining, last + 1);
	bool repeated = end == g->bracket.open
	                || clausary_slice_equal(clausary_mining_word(mining, last),
	                                        clausary_mining_word(mining, end));
	/* an acronym may end the name: "журнал огней HLO (HLJ)" */
	if (!differs(g, last) && !(acronym && repeated && last > from && differs(g, last - 1)))
		return;
	while (from < last && is_mark(mining, from))
		from++;
	size_t first = clausary_gloss_start(mining, g->text, from, last,
	                                    is_entry(g) && from == g->passage->first, &confidence);
	if (confidence > least && !holds_form(g, first, last))
		keep(g, first, last, "translated-then-short");
}

/* The first word of the run of words in the script of the short form that ends before `end`. */
static size_t
run_start(const gloss *g, size_t end)
{
	size_t at = end;
	while (at > g->passage->first && end - at < 16 && !differs(g, at - 1)
	       && !clausary_opener_is_close(g->mining, at - 1)
	       && !clausary_mining_is_mark(g->mining, at - 1, '.'))
		at--;
	while (at < end && is_mark(g->mining, at))
		at++;
	return at;
}

/* The long form inside the bracket, after the short form and a mark or before them. */
static bool
try_inside(const gloss *g)
{
	const clausary_mining *mining = g->mining;
	const clausary_bracket *b = &g->bracket;
	size_t first = b->first, last = b->last;
	size_t end = g->form->first + g->form->count;
	bool legend = end < b->last
	              && (clausary_mining_is_mark(mining, end, '=')
	                  || clausary_mining_is_mark(mining, end, ':'));
	if (g->form->first == b->first && end < b->last && is_mark(mining, end) && !legend)
		first = end + 1;
	else if (end == b->last + 1 && g->form->first > b->first + 1
	         && is_mark(mining, g->form->first - 1))
		last = g->form->first - 2;
	else
		return false;
	while (first < last
	       && (is_mark(mining, first)
	           || clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, first))))
		first++;
	clausary_initials fit = clausary_initials_read(mining, g->text, first, last, true);
	if (last <= first || fit.score < 0.6f)
		return false;
	keep(g, first, last, "short-then-long");
	return true;
}

/* "SHORT (name in the other script)": the bracket holds the name and nothing else, and a word for
 * each letter. */
static void
try_name_inside(gloss g)
{
	static const float WELL = 0.7f;
	clausary_mining *mining = g.mining;
	const clausary_bracket *b = &g.bracket;
	size_t at = clausary_short_form_at(mining, b->open);
	float confidence;
	if (at == 0
	    || clausary_cues_has(&mining->cues->not_short, clausary_mining_word(mining, b->first)))
		return;
	g.form = &mining->short_forms.items[at - 1];
	if (g.form->shouted || g.form->first + g.form->count != b->open)
		return;
	g.text = clausary_mining_text(mining, g.form->span);
	if (!differs(&g, b->first) || !differs(&g, b->last))
		return;
	size_t first = clausary_gloss_start(mining, g.text, b->first, b->last, false, &confidence);
	if (first == b->first && confidence >= WELL)
		keep(&g, first, b->last, "short-then-translated");
}

/* "Сектор портов МСМ (МСМ-П)": a part of the body that the words before the bracket end with. Its
 * name begins with a capital. */
static bool
try_part_of_body(const gloss *g, size_t end)
{
	enum { FURTHEST = 10 };
	const clausary_mining *mining = g->mining;
	size_t last = end - 1, first = last;
	if (g->form->count < 3 || end == g->passage->first || !is_mark(mining, g->form->first + 1)
	    || !clausary_slice_equal(clausary_mining_word(mining, last),
	                             clausary_mining_word(mining, g->form->first)))
		return false;
	while (first > g->passage->first && last - first < FURTHEST && !is_mark(mining, first - 1)
	       && !(clausary_mining_is_capitalized(mining, first)
	            && !clausary_mining_is_capitalized(mining, first - 1)))
		first--;
	if (!clausary_mining_is_capitalized(mining, first))
		return false;
	keep(g, first, last, "long-then-short");
	return true;
}

/* "Совет гаваней (СГ) и Комитет по огням (ХЛ)": after one pair and a conjunction a capital begins
 * another, whatever its letters: some short forms are those of another language in letters of this
 * one. */
static bool
try_second_of_two(const gloss *g, size_t end)
{
	static const float WELL = 0.6f;
	const clausary_mining *mining = g->mining;
	float confidence;
	size_t from =
	        clausary_bracket_earliest(mining, g->passage, end, clausary_bracket_words(g->text));
	if (from < g->passage->first + 2 || from + 1 >= end
	    || g->form->first + g->form->count <= g->bracket.last
	    || !clausary_opener_is_close(mining, from - 1)
	    || clausary_short_form_at(mining, from - 2) == clausary_short_form_at(mining, from - 1)
	    || clausary_cues_value(&mining->cues->name_words, clausary_mining_word(mining, from))
	               != CLAUSARY_NAME_CONJUNCTION
	    || !clausary_mining_is_capitalized(mining, from + 1))
		return false;
	size_t first = clausary_gloss_start(mining, g->text, from + 1, end - 1, false, &confidence);
	if (first != from + 1 || confidence < WELL)
		return false;
	keep(g, first, end - 1, "translated-then-short");
	return true;
}

/* `known`: the first token of a long form that was found already, or 0. */
static void
read_bracket(const gloss *g, size_t known)
{
	size_t end = g->bracket.open;
	while (end > g->passage->first && is_mark(g->mining, end - 1)
	       && !clausary_opener_is_close(g->mining, end - 1)
	       && !clausary_mining_is_mark(g->mining, end - 1, '.')
	       && !clausary_mining_is_mark(g->mining, end - 1, ','))
		end--;
	if (known) {
		try_words_before(g, known, 0);
		return;
	}
	if (end == g->passage->first || is_mark(g->mining, end - 1))
		return;
	if (try_part_of_body(g, end) || try_second_of_two(g, end))
		return;
	size_t run = run_start(g, end), letters = clausary_utf8_count(g->text);
	bool bilingual = run > g->passage->first && run + 1 < end && end - run <= letters + 2
	                 && differs(g, run - 1);
	if (bilingual) {
		keep(g, run, end - 1, "long-then-short");
		try_words_before(g, run, 0);
		return;
	}
	try_words_before(g, end, 0);
}

/* Whether the comma at token `at` of a bracket parts short forms, "(ABC, DEF, GHI)": examples of
 * what stands before the bracket, and no name of it. */
static bool
is_enumeration(const clausary_mining *mining, const clausary_bracket *b, size_t at)
{
	return at > b->first && at < b->last && clausary_mining_mark(mining, at) == ','
	       && clausary_short_form_at(mining, at - 1) < clausary_short_form_at(mining, at)
	       && clausary_short_form_at(mining, at + 1) < clausary_short_form_at(mining, at + 2);
}

/* The short form that a bracket holds alone, begins with or ends with. */
static const clausary_short_form *
form_in(const clausary_mining *mining, const clausary_bracket *b)
{
	size_t at = clausary_short_form_at(mining, b->first);
	const clausary_short_form *found = NULL;
	for (; at < mining->short_forms.count && mining->short_forms.items[at].first <= b->last;
	     at++) {
		const clausary_short_form *form = &mining->short_forms.items[at];
		size_t end = form->first + form->count;
		bool starts = form->first == b->first
		              && (end > b->last
		                  || (is_mark(mining, end) && !is_enumeration(mining, b, end)));
		bool ends = end == b->last + 1 && form->first > b->first
		            && is_mark(mining, form->first - 1)
		            && !is_enumeration(mining, b, form->first - 1);
		if (starts || (ends && found == NULL))
			found = form;
	}
	return found;
}

/* "name of the thingNTT": what Arabic writes without a blank is a bracket that was lost. */
static void
find_glued(clausary_mining *mining)
{
	static const float WELL = 0.62f; /* a word for each letter, and a cut that costs little */
	for (size_t i = mining->from.short_forms; i < mining->to.short_forms; i++) {
		const clausary_short_form *form = &mining->short_forms.items[i];
		clausary_mining_enter(mining, form->passage);
		gloss g = {mining, &mining->passages.items[form->passage], {0}, form, {0}};
		g.text = clausary_mining_text(mining, form->span);
		if (form->first > g.passage->first && !is_mark(mining, form->first - 1)
		    && mining->tokens.items[form->first].traits & CLAUSARY_TOKEN_JOINED
		    && differs(&g, form->first - 1))
			try_words_before(&g, form->first, WELL);
	}
}

/* "name ) ( NTT" and "name ( ) NTT": converters that write letters in the order in which they are
 * seen turn a bracket around where the direction of writing changes. */
static bool
is_turned(const clausary_mining *mining, const clausary_opener *opener, gloss *g)
{
	enum { FURTHEST = 40 /* tokens */ };
	size_t open = opener->token, first = open + 1, end = g->passage->first + g->passage->count;
	if (first < end && clausary_mining_is_mark(mining, first, ')')) {
		first++;
	} else {
		size_t at = open - (open > g->passage->first);
		if (!clausary_mining_is_mark(mining, at, ')'))
			return false;
		while (at > g->passage->first && open - at < FURTHEST
		       && !clausary_mining_is_mark(mining, at - 1, '(')
		       && !clausary_mining_is_mark(mining, at - 1, ')'))
			at--;
		if (at > g->passage->first && clausary_mining_is_mark(mining, at - 1, '('))
			return false;
		open--;
	}
	size_t at = clausary_short_form_at(mining, first);
	if (at == mining->short_forms.count || mining->short_forms.items[at].first != first)
		return false;
	g->form = &mining->short_forms.items[at];
	first += g->form->count;
	g->bracket =
	        (clausary_bracket){opener->passage, open, first, g->form->first, first - 1, false};
	return first >= end || !clausary_mining_is_mark(mining, first, ')');
}

/* "name NTT (Name Translated There)": after a short form that its bracket explains in another
 * language the name before it is explained as well. */
static void
try_name_before(gloss g, const clausary_pair *known, size_t count)
{
	static const float WELL = 0.62f; /* as where a bracket was lost */
	const clausary_mining *mining = g.mining;
	size_t at = clausary_short_form_at(mining, g.bracket.open);
	if (at == 0)
		return;
	g.form = &mining->short_forms.items[at - 1];
	size_t end = g.form->first;
	g.text = clausary_mining_text(mining, g.form->span);
	for (size_t i = 0; i < count; i++)
		if (known[i].short_span.start == g.form->span.start
		    && known[i].long_span.start >= mining->tokens.items[g.bracket.open].start) {
			end -= end > g.passage->first
			       && clausary_mining_mark(mining, end - 1) == ',';
			try_words_before(&g, end, WELL);
			return;
		}
}

static void
find_bracketed(clausary_mining *mining)
{
	size_t pair = mining->from.pairs,
	       pairs = mining->findings->pairs.count; /* in the order of their brackets */
	for (size_t i = mining->from.openers; i < mining->to.openers; i++) {
		const clausary_opener *opener = &mining->openers.items[i];
		clausary_mining_enter(mining, opener->passage);
		gloss g = {mining, &mining->passages.items[opener->passage], {0}, NULL, {0}};
		if (!opener->bracket)
			continue;
		if (is_turned(mining, opener, &g)) {
			g.text = clausary_mining_text(mining, g.form->span);
			try_words_before(&g, g.bracket.open, 0);
			continue;
		}
		if (!clausary_bracket_at(mining, opener, &g.bracket)
		    || !clausary_bracket_skip_cue(mining, &g.bracket))
			continue;
		g.form = form_in(mining, &g.bracket);
		if (g.form == NULL) {
			try_name_inside(g);
			if (pair < pairs)
				try_name_before(g, &mining->findings->pairs.items[pair],
				                pairs - pair);
		}
		if (g.form == NULL || g.form->shouted)
			continue;
		g.text = clausary_mining_text(mining, g.form->span);
		const clausary_pair *known = mining->findings->pairs.items;
		while (pair < pairs && known[pair].short_span.start < g.form->span.start)
			pair++;
		bool paired = pair < pairs && known[pair].short_span.start == g.form->span.start;
		if (!paired) {
			try_inside(&g);
			read_bracket(&g, 0);
		} else if (known[pair].long_span.end
		           <= mining->tokens.items[g.bracket.open].start) {
			size_t at = g.bracket.open;
			while (at > g.passage->first
			       && mining->tokens.items[at].start > known[pair].long_span.start)
				at--;
			read_bracket(&g, at);
		} else {
			read_bracket(&g, 0);
		}
	}
}

static void
find(clausary_mining *mining)
{
	/* only where the locale tells how the words of names stand, or no capital does */
	if (!mining->cues->caseless && mining->cues->attributes.count == 0)
		return;
	find_bracketed(mining);
	find_glued(mining);
}

const clausary_finder clausary_finder_gloss = {
        "gloss", "names and the short forms of other languages", find, true};
