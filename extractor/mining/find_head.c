/* Short forms in the heads of entries of terms clauses, where a gloss in another language stands
 * between: "3.1.1 сети, устойчивые к волнам (wave tolerant networks (WTN)):", "план спасения огней
 * (lamp rescue plan) (ПСО)". The term is all that stands before the first bracket. */
#include "document/label.h"
#include "mining/gloss.h"
#include "mining/initials.h"
#include "mining/short_form.h"

enum { LONGEST_HEAD = 40 /* tokens */ };

/* The first token of the term of an entry with a number of its own; CLAUSARY_NONE for other text.
 */
static size_t
term_start(const clausary_mining *mining, const clausary_passage *passage)
{
	const clausary_document *document = mining->document;
	size_t at = passage->first, end = passage->first + passage->count;
	if (!(passage->flags & CLAUSARY_CLAUSE_TERMS) || passage->clause == CLAUSARY_NONE)
		return CLAUSARY_NONE;
	const clausary_clause *clause = &document->clauses.items[passage->clause];
	clausary_slice mark = clausary_slice_span(clausary_document_text(document), clause->mark);
	if (clause->mark.end <= passage->span.start || clause->mark.start > passage->span.end
	    || clausary_label_parse(mark).kind != CLAUSARY_LABEL_DECIMAL)
		return CLAUSARY_NONE;
	while (at < end && mining->tokens.items[at].start < clause->mark.end)
		at++;
	return at;
}

static bool
fits(const clausary_mining *mining, const clausary_short_form *form, size_t first, size_t last)
{
	static const float WELL = 0.8f;
	clausary_slice text = clausary_mining_text(mining, form->span);
	return clausary_gloss_differs(text, clausary_mining_word(mining, last))
	       || clausary_initials_read(mining, text, first, last, true).score >= WELL;
}

/* Whether the form stands alone in a bracket. */
static bool
is_alone(const clausary_mining *mining, const clausary_short_form *form)
{
	size_t next = form->first + form->count;
	return clausary_mining_is_mark(mining, form->first - 1, '(')
	       && clausary_mining_is_mark(mining, next, ')');
}

static void
read_head(clausary_mining *mining, uint32_t index)
{
	const clausary_passage *passage = &mining->passages.items[index];
	size_t first = term_start(mining, passage), open = first;
	size_t end = passage->first + passage->count;
	if (first == CLAUSARY_NONE)
		return;
	while (open < end && open - first < LONGEST_HEAD
	       && !clausary_mining_is_mark(mining, open, '(')
	       && !clausary_mining_is_mark(mining, open, ':'))
		open++;
	if (open == first || open == end || !clausary_mining_is_mark(mining, open, '('))
		return;
	size_t at = clausary_short_form_at(mining,
	                                   open + 2); /* right after it: find_bracket.c has it */
	for (; at < mining->short_forms.count; at++) {
		const clausary_short_form *form = &mining->short_forms.items[at];
		if (form->first >= end || form->first - first > LONGEST_HEAD)
			return;
		for (; open < form->first; open++)
			if (clausary_mining_is_mark(mining, open, ':'))
				return;
		size_t last = first;
		while (!clausary_mining_is_mark(mining, last + 1, '('))
			last++;
		if (is_alone(mining, form) && fits(mining, form, first, last))
			clausary_mining_pair(mining,
			                     &(clausary_pair_candidate){index, form->span, first,
			                                                last, "term-then-short"});
	}
}

static void
find(clausary_mining *mining)
{
	for (uint32_t i = (uint32_t)mining->from.passages; i < mining->to.passages; i++) {
		clausary_mining_enter(mining, i);
		read_head(mining, i);
	}
}

const clausary_finder clausary_finder_head = {"head", "short forms in the heads of entries", find,
                                              true};
