/* Names in Han, Kana and Hangul and their short forms: letters do not show which words belong to a
 * name, and a short form is either of another script, "name (SHORT)" and "SHORT (name)", or a
 * clipping of the name, in a bracket or after a cue. */
#include "base/utf8.h"
#include "mining/clipping.h"
#include "mining/cue_match.h"
#include "mining/initials.h"
#include "mining/name_edge.h"
#include "mining/opener.h"
#include "mining/short_form.h"

enum {
	LONGEST_BRACKET = 60 /* tokens: fewer than the bits of a word */,
	LONGEST_CLIPPING = 12 /* tokens */
};

/* A bracket, and what stands around it. */
typedef struct beside {
	clausary_mining *mining;
	const clausary_passage *passage;
	uint32_t index;    /* of the passage */
	size_t first, end; /* tokens inside */
	size_t last;       /* the last token of the name before it; CLAUSARY_NONE for none */
	bool entry;        /* it belongs to the head of an entry: "name (SHORT) – …" */
} beside;

static bool
is_mark(const clausary_mining *mining, size_t index)
{
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK;
}

/* Whether a dash or a colon comes after token `close`. */
static bool
ends_head(const beside *b, size_t close)
{
	size_t next = close + 1;
	if (next >= b->passage->first + b->passage->count)
		return false;
	char mark = clausary_mining_mark(b->mining, next);
	clausary_slice word = clausary_mining_word(b->mining, next);
	return mark == '-' || mark == ':'
	       || clausary_slice_starts(word, CLAUSARY_SLICE("\xe2\x80\x93"))
	       || clausary_slice_starts(word, CLAUSARY_SLICE("\xe2\x80\x94"));
}

/* The last token of a name that ends before token `end`; quotes at its end are left out. */
static size_t
name_before(const clausary_mining *mining, const clausary_passage *passage, size_t end)
{
	enum { MOST_MARKS = 2 };
	size_t at = end;
	while (at > passage->first && end - at < MOST_MARKS && is_mark(mining, at - 1)) {
		char mark = clausary_mining_mark(mining, at - 1);
		if (mark && strchr(".()[]", mark))
			break;
		at--;
	}
	bool name = at > passage->first && clausary_name_is_square(mining, at - 1);
	return name ? at - 1 : CLAUSARY_NONE;
}

/* The bracket of an opener, if it is short and holds no other. */
static bool
read_bracket(clausary_mining *mining, const clausary_opener *opener, beside *b)
{
	const clausary_passage *passage = &mining->passages.items[opener->passage];
	size_t stop = passage->first + passage->count, close = opener->token + 1;
	if (stop > close + LONGEST_BRACKET)
		stop = close + LONGEST_BRACKET;
	while (close < stop && !clausary_opener_is_close(mining, close)) {
		if (clausary_mining_is_mark(mining, close, '(')
		    || clausary_mining_is_mark(mining, close, '['))
			return false;
		close++;
	}
	*b = (beside){mining, passage, opener->passage, opener->token + 1, close, 0, false};
	b->last = name_before(mining, passage, opener->token);
	b->entry = ends_head(b, close);
	return close < stop && close > b->first;
}

static void
keep(const beside *b, clausary_span form, size_t first, size_t last, const char *rule)
{
	clausary_mining_pair(b->mining,
	                     &(clausary_pair_candidate){b->index, form, first, last, rule});
}

/* The name before the bracket as the long form; false when there is none. */
static bool
keep_name_before(const beside *b, clausary_span form, const char *rule)
{
	float confidence;
	if (b->last == CLAUSARY_NONE)
		return false;
	size_t first = clausary_name_start(b->mining, clausary_mining_text(b->mining, form),
	                                   b->passage, b->last, b->entry, &confidence);
	if (confidence > 0)
		keep(b, form, first, b->last, rule);
	return confidence > 0;
}

/* The token after a cue that names, "hereinafter", and the marks that go with it; `at` where there
 * is none. */
static size_t
after_cue(const clausary_mining *mining, size_t at, size_t end)
{
	size_t best = at;
	if (at >= end || !clausary_cue_may_begin(mining, &mining->cues->bracket_beginnings, at))
		return at;
	for (size_t i = 0; i < mining->cues->brackets.count; i++) {
		size_t next = clausary_cue_after(mining, mining->cues->brackets.items[i], at, end);
		best = next > best ? next : best;
	}
	while (best > at && best < end && is_mark(mining, best))
		best++;
	return best;
}

/* A mark, or a word that is not in the script of short forms. */
static bool
is_other(const clausary_mining *mining, size_t token)
{
	return is_mark(mining, token) || clausary_name_is_square(mining, token);
}

/* The words of the bracket in the script of the short form, if its letters fit: "(SHORT, words)".
 */
static void
try_words_inside(const beside *b, const clausary_short_form *form, size_t first, size_t end)
{
	while (first < end && is_other(b->mining, first))
		first++;
	while (end > first && is_other(b->mining, end - 1))
		end--;
	if (end < first + 2)
		return;
	clausary_initials fit = clausary_initials_read(
	        b->mining, clausary_mining_text(b->mining, form->span), first, end - 1, true);
	size_t letters = form->span.end - form->span.start, words = 0;
	for (size_t i = first; i < end; i++)
		words += !is_mark(b->mining, i);
	float least = words == letters ? 0.3f : 0.6f; /* a word for each letter says much */
	if (fit.score >= least)
		keep(b, form->span, first, end - 1, "short-then-long");
}

/* The tokens of the bracket that come right after a cue, a bit for each. */
static uint64_t
cued_tokens(const beside *b)
{
	uint64_t cued = 0;
	for (size_t at = b->first; at < b->end;) {
		size_t next = is_mark(b->mining, at) ? at : after_cue(b->mining, at, b->end);
		if (next > at && next < b->end)
			cued |= (uint64_t)1 << (next - b->first);
		at = next > at ? next : at + 1;
	}
	return cued;
}

/* Whether a short form stands by itself in the bracket: at an end of it, marks or a cue around. */
static bool
stands_alone(const beside *b, const clausary_short_form *form, uint64_t cued)
{
	size_t next = form->first + form->count;
	bool ends = next >= b->end || is_mark(b->mining, next);
	if (!ends || form->first == b->first || cued >> (form->first - b->first) & 1)
		return ends;
	return next >= b->end && is_mark(b->mining, form->first - 1);
}

/* Whether a short form is one of several that marks part, and no word of a long form. */
static bool
is_listed(const beside *b, const clausary_short_form *form)
{
	size_t next = form->first + form->count;
	return form->first > b->first && is_mark(b->mining, form->first - 1)
	       && (next >= b->end || is_other(b->mining, next));
}

/* "name (SHORT)", "name (SHORT, words)", "name (words, SHORT)": the one short form that the bracket
 * is about. */
static bool
try_short_inside(const beside *b)
{
	const clausary_mining *mining = b->mining;
	size_t at = clausary_short_form_at(mining, b->first), alone = 0;
	uint64_t cued = 0;
	clausary_short_form form = {0};
	if (at < mining->short_forms.count && mining->short_forms.items[at].first < b->end)
		cued = cued_tokens(b);
	for (; at < mining->short_forms.count && mining->short_forms.items[at].first < b->end;
	     at++) {
		const clausary_short_form *found = &mining->short_forms.items[at];
		bool stands = stands_alone(b, found, cued);
		if (stands && alone == 0)
			form = *found;
		alone += stands || is_listed(b, found);
	}
	if (alone != 1 || form.count == 0
	    || !keep_name_before(b, form.span, "translated-then-short"))
		return alone > 0;
	if (form.first == b->first)
		try_words_inside(b, &form, form.first + form.count, b->end);
	else
		try_words_inside(b, &form, b->first, form.first);
	return true;
}

/* "SHORT (name)": nothing but a name in the bracket, about as long as such names are. */
static bool
try_name_inside(const beside *b)
{
	enum { LEAST = 2, MOST_EACH = 5 };
	const clausary_mining *mining = b->mining;
	size_t at = clausary_short_form_at(mining, b->first), letters = 0, last = b->end - 1;
	const clausary_short_form *form = at ? &mining->short_forms.items[at - 1] : NULL;
	if (form == NULL || form->passage != b->index || form->first + form->count + 1 != b->first)
		return false;
	clausary_slice first = clausary_mining_word(mining, b->first);
	if (!(clausary_name_is_square(mining, last) || clausary_name_is_square(mining, b->first))
	    || clausary_cues_has(&mining->cues->not_short, first)
	    || clausary_cues_has(&mining->cues->name_words, first))
		return false;
	for (size_t i = b->first; i <= last; i++) {
		char mark = clausary_mining_mark(mining, i);
		clausary_slice word = clausary_mining_word(mining, i);
		if ((is_mark(mining, i) && mark != ',' && mark != '-')
		    || (mark == ',' && !clausary_slice_equal(word, CLAUSARY_SLICE("\xe3\x80\x81")))
		    || mining->tokens.items[i].kind == CLAUSARY_TOKEN_NUMBER)
			return false;
		letters += clausary_utf8_count(word);
	}
	size_t size = form->span.end - form->span.start;
	if (letters < LEAST || letters < size || letters > MOST_EACH * size)
		return false;
	keep(b, form->span, b->first, last, "short-then-translated");
	return true;
}

/* The text before the bracket that a name may take. */
static clausary_slice
room_before(const beside *b)
{
	enum { LONGEST_NAME = 240 /* bytes */ };
	clausary_slice text = clausary_document_text(b->mining->document);
	size_t start = b->passage->span.start,
	       end = clausary_token_end(b->mining->tokens.items[b->last]);
	if (end - start > LONGEST_NAME)
		start = clausary_utf8_start(text, end - LONGEST_NAME);
	return clausary_slice_part(text, start, end);
}

/* The clipping that begins at token `at`: in quotes, or as far as the letters before `last` make
 * one. Returns the token after it, or 0. */
static size_t
read_clipping(const beside *b, size_t at, size_t end, clausary_span *found)
{
	const clausary_mining *mining = b->mining;
	while (at < end && is_mark(mining, at))
		at++;
	if (at >= end)
		return 0;
	clausary_span rest = {mining->tokens.items[at].start,
	                      mining->tokens.items[end - 1].start
	                              + mining->tokens.items[end - 1].size};
	size_t size = clausary_clipping_read(clausary_mining_text(mining, rest), room_before(b)),
	       next = at;
	*found = (clausary_span){rest.start, rest.start + (uint32_t)size};
	while (next < end && clausary_token_end(mining->tokens.items[next]) <= found->end)
		next++;
	return size ? next : 0;
}

/* Names after a cue: "hereinafter A, B". Returns whether one of them is a clipping. */
static bool
keep_clippings(const beside *b, size_t at, size_t end)
{
	enum { MOST_NAMES = 4 };
	bool found = false;
	for (int i = 0; i < MOST_NAMES && at < end; i++) {
		clausary_span form;
		size_t next = read_clipping(b, at, end, &form);
		if (next == 0)
			break;
		found |= keep_name_before(b, form, "clipping");
		if (next >= end || !clausary_mining_is_mark(b->mining, next, ','))
			break;
		at = next + 1;
	}
	return found;
}

/* A bracket that holds a clipping and says so, or nothing but one that leaves letters out in the
 * middle. */
static void
try_clipping(const beside *b)
{
	const clausary_mining *mining = b->mining;
	size_t at = after_cue(mining, b->first, b->end);
	if (b->last == CLAUSARY_NONE || b->end - b->first > LONGEST_CLIPPING + 4)
		return;
	if (at > b->first) {
		keep_clippings(b, at, b->end);
		return;
	}
	clausary_span whole = clausary_mining_span(mining, b->first, b->end - 1);
	clausary_slice form = clausary_mining_text(mining, whole);
	clausary_slice before = room_before(b);
	bool marks = false;
	for (size_t i = b->first; i < b->end; i++)
		marks |= is_mark(mining, i);
	if (!marks && clausary_name_is_square(mining, b->end - 1)
	    && clausary_slice_find(before, form) == SIZE_MAX && clausary_clipping_of(form, before))
		keep_name_before(b, whole, "clipping");
}

/* Whether a pair with a short form in these tokens is known already. */
static bool
is_paired(const clausary_mining *mining, size_t pairs, const beside *b, size_t *at)
{
	const clausary_pair *known = mining->findings->pairs.items;
	uint32_t start = mining->tokens.items[b->first].start;
	while (*at < pairs && known[*at].short_span.start < start)
		++*at;
	return *at < pairs && known[*at].short_span.start < mining->tokens.items[b->end].start;
}

static void
find_brackets(clausary_mining *mining)
{
	size_t pairs = mining->findings->pairs.count, at = mining->from.pairs;
	for (size_t i = mining->from.openers; i < mining->to.openers; i++) {
		beside b;
		if (!mining->openers.items[i].bracket
		    || !read_bracket(mining, &mining->openers.items[i], &b)
		    || is_paired(mining, pairs, &b, &at))
			continue;
		if (try_name_inside(&b) || b.last == CLAUSARY_NONE)
			continue; /* all else is about a name before the bracket */
		if (!try_short_inside(&b))
			try_clipping(&b);
	}
}

/* The token after a cue between a name and its short form that begins at `at`, or 0. */
static size_t
after_short_cue(const clausary_mining *mining, size_t at, size_t end)
{
	size_t best = 0;
	for (size_t i = 0; i < mining->cues->short_forms.count; i++) {
		const clausary_cue *cue = &mining->cues->short_forms.items[i];
		size_t next =
		        cue->short_first ? 0 : clausary_cue_after(mining, cue->words, at, end);
		best = next > best ? next : best;
	}
	return best;
}

/* "name, for short SHORT" in running text. Returns the token to go on from. */
static size_t
try_cue(clausary_mining *mining, uint32_t index, size_t at)
{
	const clausary_passage *passage = &mining->passages.items[index];
	size_t end = passage->first + passage->count, next = after_short_cue(mining, at, end);
	beside b = {mining, passage, index, at, end, 0, false};
	b.last = name_before(mining, passage, at);
	if (next == 0 || next >= end || b.last == CLAUSARY_NONE)
		return at + 1;
	if (end > next + LONGEST_CLIPPING)
		end = next + LONGEST_CLIPPING;
	while (next < end && is_mark(mining, next))
		next++;
	size_t form = clausary_short_form_at(mining, next);
	if (form < mining->short_forms.count && mining->short_forms.items[form].first == next)
		keep_name_before(&b, mining->short_forms.items[form].span, "cue");
	else
		keep_clippings(&b, next, end);
	return next;
}

/* What the cues in square letters begin with; false when there are none. */
static bool
read_beginnings(const clausary_cues *cues, clausary_beginnings *beginnings)
{
	bool any = false;
	for (size_t i = 0; i < cues->short_forms.count; i++) {
		clausary_slice words = cues->short_forms.items[i].words;
		if (!clausary_mining_has_square(words))
			continue;
		clausary_beginnings_add(beginnings, words);
		any = true;
	}
	return any;
}

static void
find_cues(clausary_mining *mining)
{
	clausary_beginnings beginnings = {0};
	bool any = read_beginnings(mining->cues, &beginnings);
	for (uint32_t i = (uint32_t)mining->from.passages; any && i < mining->to.passages; i++) {
		const clausary_passage *passage = &mining->passages.items[i];
		size_t at = passage->first + 1;
		clausary_mining_enter(mining, i);
		while (at < passage->first + passage->count)
			at = clausary_cue_may_begin(mining, &beginnings, at)
			             ? try_cue(mining, i, at)
			             : at + 1;
	}
}

static void
find(clausary_mining *mining)
{
	find_brackets(mining);
	find_cues(mining);
}

const clausary_finder clausary_finder_square = {
        "square", "names in Han, Kana and Hangul, and their short forms", find, true};
