/* clausary_termbase_compare(): what one termbase says and the other does not, entry by entry. Facts
 * are compared field by field. A source is a document and a clause: where only one of them is
 * another, that is a move, or another edition, and no change of what the entry says. */
#include "update/compare.h"

#include "update/matching.h"
#include "update/withdrawal.h"

/* The facts of a field. */
typedef struct run {
	const clausary_fact *items;
	uint32_t count;
} run;

static void
tell(clausary_comparing *c, clausary_change change)
{
	change.entry = c->entry;
	if (c->sink)
		c->sink(c->payload, &change);
}

/* A change from one fact to another; NULL: none. */
static void
tell_fact(clausary_comparing *c, clausary_change_kind kind, const clausary_fact *before,
          const clausary_fact *after)
{
	const clausary_fact *either = before ? before : after;
	c->moved += kind == CLAUSARY_CHANGE_MOVED;
	c->changed += kind != CLAUSARY_CHANGE_MOVED && kind != CLAUSARY_CHANGE_EDITION;
	tell(c, (clausary_change){.kind = kind,
	                          .language = either->language,
	                          .term = either->term,
	                          .field = either->field,
	                          .before = before ? before->value : CLAUSARY_SLICE(""),
	                          .after = after ? after->value : CLAUSARY_SLICE("")});
}

/* Where the clause begins in a citation; its end where there is none. */
static size_t
clause_of(clausary_slice citation)
{
	size_t document = clausary_citation_document(citation).size;
	return document < citation.size ? document + 2 : document;
}

static clausary_slice
clause(clausary_slice citation)
{
	return clausary_slice_part(citation, clause_of(citation), citation.size);
}

static void
tell_place(clausary_comparing *c, clausary_change_kind kind, const clausary_fact *before,
           const clausary_fact *after)
{
	size_t from = clause_of(before->value), to = clause_of(after->value);
	c->moved += kind == CLAUSARY_CHANGE_MOVED;
	tell(c,
	     (clausary_change){.kind = kind,
	                       .language = before->language,
	                       .term = before->term,
	                       .field = before->field,
	                       .before = before->value,
	                       .after = after->value,
	                       .from = clausary_slice_part(before->value, from, before->value.size),
	                       .to = clausary_slice_part(after->value, to, after->value.size)});
}

static bool
is_place(clausary_slice field)
{
	return clausary_slice_equal(field, CLAUSARY_SLICE("source"))
	       || clausary_slice_equal(field, CLAUSARY_SLICE("definition source"))
	       || clausary_slice_equal(field, CLAUSARY_SLICE("context source"));
}

static bool
has(run facts, const clausary_fact *fact)
{
	for (uint32_t i = 0; i < facts.count; i++)
		if (clausary_slice_equal(facts.items[i].value, fact->value))
			return true;
	return false;
}

/* The next fact of `facts` from `at` on that the other side has not; NULL: none. */
static const clausary_fact *
next_alone(run facts, run other, uint32_t *at)
{
	while (*at < facts.count && has(other, &facts.items[*at]))
		++*at;
	return *at < facts.count ? &facts.items[(*at)++] : NULL;
}

/* Whether two labels are of one clause: "A.3" is cited with its annex, "Annex A, A.3", and without.
 */
static bool
are_one_clause(clausary_slice a, clausary_slice b)
{
	clausary_slice longer = a.size > b.size ? a : b, shorter = a.size > b.size ? b : a;
	size_t rest = longer.size - shorter.size;
	return shorter.size && clausary_slice_ends(longer, shorter)
	       && (rest == 0
	           || clausary_slice_ends(clausary_slice_part(longer, 0, rest),
	                                  CLAUSARY_SLICE(", ")));
}

/* The same clause of another edition, for a source that only one side has; NULL: none. */
static const clausary_fact *
same_clause(const clausary_fact *fact, run other, run own)
{
	clausary_slice wanted = clause(fact->value);
	for (uint32_t i = 0; i < other.count; i++)
		if (!has(own, &other.items[i])
		    && are_one_clause(clause(other.items[i].value), wanted))
			return &other.items[i];
	return NULL;
}

/* Sources that only one side has: first those whose clause is the same, then the others, a pair a
 * move; what is left over came or went. */
static void
compare_places(clausary_comparing *c, run before, run after)
{
	const clausary_fact *left, *right;
	uint32_t i = 0, k = 0;
	while ((left = next_alone(before, after, &i)))
		if ((right = same_clause(left, after, before)))
			tell_place(c, CLAUSARY_CHANGE_EDITION, left, right);
	i = 0;
	for (;;) {
		do
			left = next_alone(before, after, &i);
		while (left && same_clause(left, after, before));
		do
			right = next_alone(after, before, &k);
		while (right && same_clause(right, before, after));
		if (!left && !right)
			return;
		if (left && right && clause(left->value).size && clause(right->value).size)
			tell_place(c, CLAUSARY_CHANGE_MOVED, left, right);
		else if (left && right)
			tell_fact(c, CLAUSARY_CHANGE_VALUE, left, right);
		else
			tell_fact(c, left ? CLAUSARY_CHANGE_REMOVED : CLAUSARY_CHANGE_ADDED, left,
			          right);
	}
}

/* Whether a value is the document of a source: a subset that follows the edition. */
static bool
is_document(const clausary_facts *facts, const clausary_fact *fact)
{
	if (!clausary_slice_equal(fact->field, CLAUSARY_SLICE("projectSubset")))
		return false;
	for (uint32_t i = 0; i < facts->count; i++)
		if (is_place(facts->items[i].field)
		    && clausary_slice_starts(facts->items[i].value, fact->value))
			return true;
	return false;
}

/* What a value of a field is that only one side has, or another one of each. */
static clausary_change_kind
kind_of(const clausary_fact *left, const clausary_fact *right)
{
	if (left)
		return right ? CLAUSARY_CHANGE_VALUE : CLAUSARY_CHANGE_REMOVED;
	return right->term.size && clausary_fact_withdraws(right) ? CLAUSARY_CHANGE_WITHDRAWN
	                                                          : CLAUSARY_CHANGE_ADDED;
}

static run
field_at(const clausary_facts *facts, uint32_t at, const clausary_fact *of)
{
	run found = {.items = facts->items + at};
	while (at + found.count < facts->count
	       && clausary_fact_same_field(&facts->items[at + found.count], of))
		found.count++;
	return found;
}

void
clausary_compare_facts(clausary_comparing *c, const clausary_facts *before,
                       const clausary_facts *after)
{
	for (uint32_t i = 0, k = 0; i < before->count || k < after->count;) {
		const clausary_fact *left = i < before->count ? &before->items[i] : NULL;
		const clausary_fact *right = k < after->count ? &after->items[k] : NULL;
		const clausary_fact *first =
		        !right || (left && clausary_fact_field_order(left, right) <= 0) ? left
			                                                                : right;
		run old = field_at(before, i, first), new = field_at(after, k, first);
		uint32_t at = 0, to = 0;
		i += old.count;
		k += new.count;
		if (is_place(first->field)) {
			compare_places(c, old, new);
			continue;
		}
		while (left = next_alone(old, new, &at), right = next_alone(new, old, &to),
		       left || right)
			if (left && right && is_document(before, left) && is_document(after, right))
				tell_fact(c, CLAUSARY_CHANGE_EDITION, left, right);
			else
				tell_fact(c, kind_of(left, right), left, right);
	}
}

void
clausary_compare_entry(clausary_comparing *c, clausary_change_kind kind,
                       const clausary_concept *concept)
{
	const clausary_language_section *section = concept->languages.items[0];
	clausary_slice form = section->terms.items[0]->form;
	bool gone = kind == CLAUSARY_CHANGE_ENTRY_REMOVED;
	tell(c, (clausary_change){.kind = kind,
	                          .language = section->language,
	                          .term = form,
	                          .field = CLAUSARY_SLICE("entry"),
	                          .before = gone ? form : CLAUSARY_SLICE(""),
	                          .after = gone ? CLAUSARY_SLICE("") : form});
}

static void
compare_class(clausary_comparing *c, const clausary_matching *matching, uint32_t class)
{
	clausary_arena arena = {0};
	clausary_facts sides[2] = {{0}};
	const clausary_concept *first[2] = {NULL, NULL};
	const clausary_slice none = CLAUSARY_SLICE("");
	for (uint32_t i = class; i != CLAUSARY_NONE; i = matching->members[i].next) {
		unsigned side = clausary_matching_side(matching, i);
		const clausary_concept *concept = matching->members[i].concept;
		if (first[side] == NULL)
			first[side] = concept;
		clausary_facts_add(&arena, &sides[side], concept);
	}
	c->entry = first[1] ? first[1]->id : first[0]->id;
	clausary_facts_sort(&sides[0]);
	clausary_facts_sort(&sides[1]);
	if (first[0] == NULL)
		clausary_compare_entry(c, CLAUSARY_CHANGE_ENTRY_ADDED, first[1]);
	else if (first[1] == NULL)
		clausary_compare_entry(c, CLAUSARY_CHANGE_ENTRY_REMOVED, first[0]);
	else if (clausary_facts_withdraw(&sides[1], none, none)
	         && !clausary_facts_withdraw(&sides[0], none, none))
		clausary_compare_entry(c, CLAUSARY_CHANGE_ENTRY_WITHDRAWN, first[1]);
	if (first[0] && first[1])
		clausary_compare_facts(c, &sides[0], &sides[1]);
	clausary_arena_finish(&arena);
}

clausary_status
clausary_termbase_compare(clausary_context *context, clausary_termbase *before,
                          clausary_termbase *after, clausary_change_sink sink, void *payload)
{
	clausary_comparing c = {.sink = sink, .payload = payload};
	clausary_termbase *const sides[] = {before, after};
	clausary_matching matching;
	(void)context;
	clausary_matching_begin(&matching, sides, 2);
	for (uint32_t i = 0; i < matching.class_count; i++)
		compare_class(&c, &matching, matching.classes[i]);
	clausary_matching_finish(&matching);
	return CLAUSARY_OK;
}
