/* clausary_termbase_compare(): what one termbase says and the other does not, entry by entry. */
#include "update/fact.h"
#include "update/matching.h"

typedef struct comparing {
	clausary_change_sink sink;
	void *payload;
	clausary_arena arena; /* of one class */
	clausary_slice entry;
} comparing;

static void
tell(comparing *c, clausary_change_kind kind, const clausary_fact *before,
     const clausary_fact *after)
{
	const clausary_fact *either = before ? before : after;
	c->sink(c->payload,
	        &(clausary_change){.kind = kind,
	                           .entry = c->entry,
	                           .language = either->language,
	                           .term = either->term,
	                           .field = either->field,
	                           .before = before ? before->value : CLAUSARY_SLICE(""),
	                           .after = after ? after->value : CLAUSARY_SLICE("")});
}

/* Facts that only one side has; a value that goes where another comes in the same field is a
 * change. */
static void
compare_facts(comparing *c, const clausary_facts *before, const clausary_facts *after)
{
	uint32_t i = 0, k = 0;
	while (i < before->count || k < after->count) {
		const clausary_fact *left = i < before->count ? &before->items[i] : NULL;
		const clausary_fact *right = k < after->count ? &after->items[k] : NULL;
		int order = !left ? 1 : !right ? -1 : clausary_fact_order(left, right);
		if (order == 0) {
			i++;
			k++;
		} else if (left && right && clausary_fact_same_field(left, right)
		           && !(order < 0 && i + 1 < before->count
		                && clausary_fact_order(left + 1, right) == 0)
		           && !(order > 0 && k + 1 < after->count
		                && clausary_fact_order(left, right + 1) == 0)) {
			tell(c, CLAUSARY_CHANGE_VALUE, left, right);
			i++;
			k++;
		} else if (order < 0) {
			tell(c, CLAUSARY_CHANGE_REMOVED, left, NULL);
			i++;
		} else {
			tell(c, CLAUSARY_CHANGE_ADDED, NULL, right);
			k++;
		}
	}
}

/* The name of an entry that is new or gone: its first term. */
static void
tell_entry(comparing *c, clausary_change_kind kind, const clausary_concept *concept)
{
	const clausary_language_section *section = concept->languages.items[0];
	clausary_fact fact = {.language = section->language,
	                      .term = section->terms.items[0]->form,
	                      .field = CLAUSARY_SLICE("entry"),
	                      .value = section->terms.items[0]->form};
	bool gone = kind == CLAUSARY_CHANGE_ENTRY_REMOVED;
	tell(c, kind, gone ? &fact : NULL, gone ? NULL : &fact);
}

static void
compare_class(comparing *c, const clausary_matching *matching, uint32_t class)
{
	clausary_facts sides[2] = {{0}};
	const clausary_concept *first[2] = {NULL, NULL};
	for (uint32_t i = class; i != CLAUSARY_NONE; i = matching->members[i].next) {
		unsigned side = clausary_matching_side(matching, i);
		const clausary_concept *concept = matching->members[i].concept;
		if (first[side] == NULL)
			first[side] = concept;
		clausary_facts_add(&c->arena, &sides[side], concept);
	}
	c->entry = first[1] ? first[1]->id : first[0]->id;
	if (first[0] && first[1]) {
		clausary_facts_sort(&sides[0]);
		clausary_facts_sort(&sides[1]);
		compare_facts(c, &sides[0], &sides[1]);
	} else if (first[0]) {
		tell_entry(c, CLAUSARY_CHANGE_ENTRY_REMOVED, first[0]);
	} else {
		tell_entry(c, CLAUSARY_CHANGE_ENTRY_ADDED, first[1]);
	}
	clausary_arena_finish(&c->arena);
}

clausary_status
clausary_termbase_compare(clausary_context *context, clausary_termbase *before,
                          clausary_termbase *after, clausary_change_sink sink, void *payload)
{
	comparing c = {.sink = sink, .payload = payload};
	clausary_termbase *const sides[] = {before, after};
	clausary_matching matching;
	(void)context;
	clausary_matching_begin(&matching, sides, 2);
	for (uint32_t i = 0; i < matching.class_count; i++)
		compare_class(&c, &matching, matching.classes[i]);
	clausary_matching_finish(&matching);
	return CLAUSARY_OK;
}
