/* clausary_termbase_update(): a new run, with what a person has decided since the last one. What
 * the person added or changed stays, what the person took out stays out; where the run says
 * something new about a field that the person changed, the person's value stands and both are told.
 */
#include "termbase/copy.h"
#include "termbase/finish.h"
#include "termbase/key.h"
#include "update/compare.h"
#include "update/edition.h"
#include "update/filter.h"
#include "update/matching.h"
#include "update/order.h"
#include "update/references.h"
#include "update/withdrawal.h"

#include <stdlib.h>

enum { LAST, MINE, NEW, SIDES }; /* of the matching */

typedef struct updating {
	clausary_termbase *to;
	clausary_termbase *generated; /* the `last` of the next update, or NULL */
	clausary_matching matching;
	clausary_editions editions;
	bool knows_last;     /* what the last run wrote was given */
	clausary_slice mark; /* the note of what is withdrawn */
	const clausary_update_options *options;
	clausary_arena arena; /* of one class */
	clausary_update_counts *counts;
} updating;

/* The entries of a class by side. */
typedef struct sides {
	clausary_concept *first[SIDES];
	clausary_facts facts[SIDES];
} sides;

/* All entries of one side become the first of them. */
static void
gather(updating *u, clausary_concept *to, const clausary_concept *from)
{
	clausary_arena *arena = &u->to->arena;
	clausary_list_append(arena, &to->languages, &from->languages);
	clausary_list_append(arena, &to->subjects, &from->subjects);
	clausary_list_append(arena, &to->notes, &from->notes);
	clausary_list_append(arena, &to->definitions, &from->definitions);
	clausary_list_append(arena, &to->data, &from->data);
}

static void
collect(updating *u, uint32_t class, sides *s)
{
	*s = (sides){.first = {NULL}};
	for (uint32_t i = class; i != CLAUSARY_NONE; i = u->matching.members[i].next) {
		unsigned side = clausary_matching_side(&u->matching, i);
		if (s->first[side])
			gather(u, s->first[side], u->matching.members[i].concept);
		else
			s->first[side] = u->matching.members[i].concept;
	}
	for (int side = 0; side < SIDES; side++) {
		if (s->first[side] == NULL)
			continue;
		clausary_order_concept(&u->to->arena, s->first[side]);
		clausary_facts_add(&u->arena, &s->facts[side], s->first[side]);
		clausary_facts_sort(&s->facts[side]);
	}
}

/* The facts of `a` that `b` has not. */
static clausary_facts
without(updating *u, const clausary_facts *a, const clausary_facts *b)
{
	clausary_facts left = {0};
	for (uint32_t i = 0; i < a->count; i++)
		if (!clausary_facts_have(b, &a->items[i]))
			clausary_list_push(&u->arena, &left, a->items[i]);
	return left;
}

static bool
is_single(const clausary_fact *fact)
{
	return clausary_slice_equal(fact->field, CLAUSARY_SLICE("termType"))
	       || clausary_slice_equal(fact->field, CLAUSARY_SLICE("administrativeStatus"))
	       || clausary_slice_equal(fact->field, CLAUSARY_SLICE("partOfSpeech"));
}

static void
tell(const updating *u, const clausary_concept *concept, const clausary_fact *mine,
     const clausary_fact *run)
{
	char field[64];
	size_t size = mine->field.size < sizeof field - 1 ? mine->field.size : sizeof field - 1;
	memcpy(field, mine->field.data, size);
	field[size] = '\0';
	u->counts->conflicts++;
	if (u->options->conflict)
		u->options->conflict(
		        u->options->payload,
		        &(clausary_merge_conflict){.entry = concept->id,
			                           .field = field,
			                           .language = mine->language,
			                           .values = {mine->value, run->value}});
}

/* Whether both are values of one field: of the term, or the terms of one language. */
static bool
are_rivals(const clausary_fact *a, const clausary_fact *b)
{
	bool terms = clausary_slice_equal(a->field, CLAUSARY_SLICE("term"))
	             && clausary_slice_equal(b->field, a->field);
	return terms ? clausary_slice_equal(a->language, b->language)
	             : clausary_fact_same_field(a, b);
}

/* Whether a note or a term stands for one that the person took out and the run has no more either:
 * of a field of many values both have changed one. */
static bool
is_replaced(const sides *s, const clausary_fact *mine, const clausary_facts *removed)
{
	if (!clausary_slice_equal(mine->field, CLAUSARY_SLICE("note"))
	    && !clausary_slice_equal(mine->field, CLAUSARY_SLICE("term")))
		return false;
	for (uint32_t i = 0; i < removed->count; i++)
		if (are_rivals(mine, &removed->items[i])
		    && !clausary_facts_have(&s->facts[NEW], &removed->items[i]))
			return true;
	return false;
}

/* What the run says anew of a field that the person changed: told, and, where the field holds one
 * value, taken out of the run. */
static void
settle_conflicts(updating *u, const sides *s, const clausary_facts *added, clausary_facts *removed)
{
	clausary_facts fresh = without(u, &s->facts[NEW], &s->facts[LAST]);
	for (uint32_t i = 0; i < added->count; i++) {
		const clausary_fact *mine = &added->items[i];
		bool single = is_single(mine);
		bool both = clausary_slice_equal(mine->field, CLAUSARY_SLICE("definition"))
		            || is_replaced(s, mine, removed);
		for (uint32_t k = 0; k < s->facts[NEW].count && single; k++) {
			const clausary_fact *run = &s->facts[NEW].items[k];
			if (clausary_fact_same_field(mine, run)
			    && !clausary_slice_equal(mine->value, run->value))
				clausary_list_push(&u->arena, removed, *run);
		}
		for (uint32_t k = 0; k < fresh.count && (single || both); k++)
			if (are_rivals(mine, &fresh.items[k])
			    && !clausary_slice_equal(mine->value, fresh.items[k].value))
				tell(u, s->first[MINE], mine, &fresh.items[k]);
	}
	clausary_facts_sort(removed);
}

/* Sections without a term have nowhere to stand. */
static void
drop_empty_sections(clausary_concept *concept)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < concept->languages.count; i++)
		if (concept->languages.items[i]->terms.count)
			concept->languages.items[kept++] = concept->languages.items[i];
	concept->languages.count = kept;
}

/* Remember what the run says, or what the last one said. */
static clausary_concept *
remember(updating *u, const clausary_concept *concept)
{
	if (u->generated == NULL || concept == NULL)
		return NULL;
	clausary_concept *copy = clausary_concept_copy(&u->generated->arena, concept);
	clausary_array_push(&u->generated->ordered, copy);
	return copy;
}

/* Whether the run may be asked what is no more: not where it has read another document. */
static bool
may_withdraw(const updating *u)
{
	return u->editions.found || !u->editions.lists_documents;
}

/* An entry that the run has not: a person's own, one that other documents have too, or one that is
 * withdrawn. */
static clausary_concept *
settle_absent(updating *u, sides *s)
{
	clausary_concept *mine = s->first[MINE], *last = s->first[LAST];
	bool is_ours =
	        u->knows_last ? last != NULL
		              : clausary_editions_has(&u->editions, mine, CLAUSARY_EDITION_EARLIER);
	bool alive = clausary_editions_has(&u->editions, mine, CLAUSARY_EDITION_OTHER)
	             || !may_withdraw(u);
	const clausary_slice none = CLAUSARY_SLICE("");
	/* a mark that the last run made and is no more a person has taken out */
	bool known = clausary_facts_withdraw(&s->facts[MINE], none, none)
	             || clausary_facts_withdraw(&s->facts[LAST], none, none);
	if (!is_ours || alive) {
		remember(u, last);
		return mine;
	}
	clausary_concept *copy = remember(u, last ? last : mine);
	if (copy && last == NULL)
		clausary_concept_keep_marks(copy);
	if (known)
		return mine;
	clausary_concept_withdraw(&u->to->arena, mine, copy, u->mark);
	u->counts->withdrawn++;
	return mine;
}

/* Whether the entry or the term of a fact is withdrawn. */
static bool
is_marked(const clausary_facts *facts, const clausary_fact *fact)
{
	const clausary_slice none = CLAUSARY_SLICE("");
	return clausary_facts_withdraw(facts, none, none)
	       || clausary_facts_withdraw(facts, fact->language, fact->term);
}

/* Without a last run: of what the person's file says, what a run wrote. What the new run says too;
 * marks of what was withdrawn; and of terms that it has, sources in earlier editions and remarks
 * without a word of a person. */
static bool
was_generated(const updating *u, const sides *s, const clausary_fact *fact)
{
	static const clausary_slice PLACES[] = {
	        {"source", 6}, {"definition source", 17}, {"context source", 14}};
	const clausary_fact term = {fact->language, fact->term, CLAUSARY_SLICE("term"), fact->term};
	if (clausary_facts_have(&s->facts[NEW], fact))
		return true;
	if (clausary_fact_withdraws(fact))
		return clausary_editions_cite(&u->editions, clausary_fact_withdrawn_by(fact), true);
	if (fact->term.size && !clausary_facts_have(&s->facts[NEW], &term))
		return false;
	if (clausary_slice_equal(fact->field, CLAUSARY_SLICE("administrativeStatus")))
		return clausary_slice_equal(fact->value, CLAUSARY_SLICE("superseded"))
		       && is_marked(&s->facts[MINE], fact);
	for (size_t i = 0; i < sizeof PLACES / sizeof *PLACES; i++)
		if (clausary_slice_equal(fact->field, PLACES[i]))
			return clausary_editions_cite(&u->editions, fact->value, false);
	if (clausary_slice_equal(fact->field, CLAUSARY_SLICE("projectSubset")))
		return clausary_editions_cite(&u->editions, fact->value, true);
	return clausary_slice_equal(fact->field, CLAUSARY_SLICE("note"))
	       && clausary_is_remark(fact->value);
}

/* Terms that an earlier edition alone has are its own where nothing says what the last run wrote.
 */
static void
learn_terms(updating *u, sides *s)
{
	const clausary_concept *mine = s->first[MINE];
	for (uint32_t i = 0; i < mine->languages.count; i++) {
		const clausary_language_section *section = mine->languages.items[i];
		for (uint32_t k = 0; k < section->terms.count; k++)
			if (clausary_editions_has_term(&u->editions, section->terms.items[k]))
				clausary_list_push(
				        &u->arena, &s->facts[LAST],
				        ((clausary_fact){section->language,
					                 section->terms.items[k]->form,
					                 CLAUSARY_SLICE("term"),
					                 section->terms.items[k]->form}));
	}
}

/* What the last run wrote of the entry, without what documents say that the new run has not read;
 * but a term or a definition that it has too is its own. */
static void
learn_last(updating *u, sides *s)
{
	clausary_facts others = {0}, last = {0};
	for (uint32_t i = 0; !u->knows_last && i < s->facts[MINE].count; i++)
		if (was_generated(u, s, &s->facts[MINE].items[i]))
			clausary_list_push(&u->arena, &s->facts[LAST], s->facts[MINE].items[i]);
	if (!u->knows_last)
		learn_terms(u, s);
	clausary_facts_sort(&s->facts[LAST]);
	clausary_editions_others(&u->editions, &u->arena, &others, s->first[MINE]);
	clausary_facts_sort(&others);
	for (uint32_t i = 0; i < s->facts[LAST].count; i++) {
		const clausary_fact *fact = &s->facts[LAST].items[i];
		if (!clausary_facts_have(&others, fact)
		    || clausary_facts_have(&s->facts[NEW], fact))
			clausary_list_push(&u->arena, &last, *fact);
	}
	s->facts[LAST] = last;
}

/* Remember the terms of the last run that the new one has not: those, too, that a person has taken
 * out, so that they never come back. */
static void
remember_gone(updating *u, const sides *s, clausary_concept *copy)
{
	clausary_facts gone = {0};
	clausary_concept *terms = clausary_concept_copy(
	        &u->generated->arena, s->first[u->knows_last && s->first[LAST] ? LAST : MINE]);
	clausary_withdrawal_find(&u->arena, &gone, &s->facts[LAST], &s->facts[LAST], s->first[NEW]);
	clausary_concept_filter(terms, &gone, true);
	if (!u->knows_last)
		clausary_concept_keep_marks(terms);
	gather(u, copy, terms);
	clausary_order_concept(&u->to->arena, copy);
}

/* The entry that comes of a class; NULL where the person has taken it out. */
static clausary_concept *
settle_class(updating *u, sides *s)
{
	clausary_concept *mine = s->first[MINE], *run = s->first[NEW];
	if (mine == NULL) {
		remember(u, run ? run : s->first[LAST]);
		u->counts->rejected += run && s->first[LAST];
		u->counts->added += s->first[LAST] == NULL;
		return s->first[LAST] ? NULL : run;
	}
	if (run == NULL)
		return settle_absent(u, s);
	clausary_concept *copy = remember(u, run);
	learn_last(u, s);
	clausary_facts added = without(u, &s->facts[MINE], &s->facts[LAST]);
	clausary_facts removed = without(u, &s->facts[LAST], &s->facts[MINE]);
	u->counts->kept += added.count + removed.count;
	settle_conflicts(u, s, &added, &removed);
	/* terms that the run has no more stay, marked, and so does what is said of a language of
	 * which it has none */
	clausary_facts gone = {0};
	if (may_withdraw(u))
		clausary_withdrawal_find(&u->arena, &gone, &s->facts[MINE], &s->facts[LAST], run);
	if (copy && may_withdraw(u))
		remember_gone(u, s, copy);
	clausary_list_append(&u->arena, &added, &gone);
	clausary_facts_sort(&added);
	clausary_concept_filter(run, &removed, false);
	clausary_concept_filter(mine, &added, true);
	clausary_terms_withdraw(&u->to->arena, mine, copy, &gone, &s->facts[LAST], u->mark);
	gather(u, mine, run);
	return mine;
}

/* The name of the new edition: that of the first document that the run has read. */
static clausary_slice
withdrawal(const updating *u)
{
	clausary_buffer note = {0};
	clausary_buffer_add(&note, CLAUSARY_SLICE("withdrawn"));
	if (u->editions.read.count) {
		clausary_buffer_add(&note, CLAUSARY_SLICE(": "));
		clausary_buffer_add(&note, u->editions.read.items[0]);
	}
	clausary_slice mark = clausary_arena_copy(&u->to->arena, clausary_buffer_slice(&note));
	clausary_buffer_finish(&note);
	return mark;
}

/* A title that the last run made gives way to that of the new one. */
static void
take_heads(updating *u, clausary_termbase *const *inputs)
{
	clausary_termbase *to = u->to;
	bool title_is_made = inputs[LAST]->title.size && inputs[NEW]->title.size
	                     && clausary_slice_equal(inputs[LAST]->title, inputs[MINE]->title);
	to->title = inputs[title_is_made ? NEW : MINE]->title;
	to->language = inputs[MINE]->language;
	to->dialect = inputs[MINE]->dialect;
	clausary_list_append(&to->arena, &to->origins, &inputs[MINE]->origins);
	clausary_list_append(&to->arena, &to->objects, &inputs[MINE]->objects);
	clausary_list_append(&to->arena, &to->objects, &inputs[NEW]->objects);
	clausary_order_data(&to->objects);
	if (u->generated == NULL)
		return;
	u->generated->title = inputs[NEW]->title;
	u->generated->language = inputs[NEW]->language;
	for (int side = LAST; side <= NEW; side++)
		clausary_list_append(&u->generated->arena, &u->generated->objects,
		                     &inputs[side]->objects);
	clausary_order_data(&u->generated->objects);
}

/* Tell what became of the person's entry. */
static void
tell_changes(updating *u, const sides *s, const clausary_concept *concept, bool withdrawn)
{
	clausary_facts now = {0};
	clausary_comparing telling = {
	        .sink = u->options->change, .payload = u->options->payload, .entry = concept->id};
	if (s->first[MINE] == NULL) {
		clausary_compare_entry(&telling, CLAUSARY_CHANGE_ENTRY_ADDED, concept);
	} else if (withdrawn) {
		clausary_compare_entry(&telling, CLAUSARY_CHANGE_ENTRY_WITHDRAWN, concept);
	} else {
		clausary_facts_add(&u->arena, &now, concept);
		clausary_facts_sort(&now);
		clausary_compare_facts(&telling, &s->facts[MINE], &now);
	}
	u->counts->changed += telling.changed > 0;
	u->counts->moved += telling.moved > 0;
}

static bool
has_side(const clausary_matching *matching, uint32_t class, unsigned side)
{
	for (uint32_t i = class; i != CLAUSARY_NONE; i = matching->members[i].next)
		if (clausary_matching_side(matching, i) == side)
			return true;
	return false;
}

/* Entries stand in the order of the person's file, new ones after them. */
static void
settle_all(updating *u)
{
	for (int mine = 1; mine >= 0; mine--)
		for (uint32_t i = 0; i < u->matching.class_count; i++) {
			sides s;
			uint32_t class = u->matching.classes[i];
			uint32_t withdrawn = u->counts->withdrawn;
			if (has_side(&u->matching, class, MINE) != (mine == 1))
				continue;
			collect(u, class, &s);
			clausary_concept *concept = settle_class(u, &s);
			if (concept) {
				clausary_order_concept(&u->to->arena, concept);
				drop_empty_sections(concept);
			}
			if (concept && concept->languages.count) {
				clausary_array_push(&u->to->ordered, concept);
				tell_changes(u, &s, concept, u->counts->withdrawn > withdrawn);
			}
			clausary_arena_finish(&u->arena);
		}
}

static clausary_termbase *
new_termbase(clausary_context *context)
{
	clausary_termbase *termbase = clausary_memory_zeros(1, sizeof *termbase);
	termbase->context = context;
	termbase->was_read = termbase->finished = true;
	return termbase;
}

static void
see_languages(clausary_termbase *termbase)
{
	for (size_t i = 0; i < termbase->ordered.count; i++)
		for (uint32_t k = 0; k < termbase->ordered.items[i]->languages.count; k++)
			clausary_termbase_see_language(
			        termbase, termbase->ordered.items[i]->languages.items[k]->language);
}

clausary_status
clausary_termbase_update(clausary_termbase **out, clausary_context *context,
                         clausary_termbase *last, clausary_termbase *mine, clausary_termbase *run,
                         const clausary_update_options *options, clausary_update_counts *counts)
{
	static const clausary_update_options defaults = {0};
	clausary_termbase *const inputs[SIDES] = {last ? last : new_termbase(context), mine, run};
	updating u = {.to = new_termbase(context),
	              .options = options ? options : &defaults,
	              .knows_last = last != NULL,
	              .counts = counts};
	clausary_references references = {0};
	*counts = (clausary_update_counts){0};
	u.generated = u.options->generated ? new_termbase(context) : NULL;
	clausary_matching_begin(&u.matching, inputs, SIDES);
	clausary_editions_learn(&u.editions, mine, last, run, u.options->replaces);
	if (u.editions.lists_documents && !u.editions.found)
		clausary_diagnose(context, CLAUSARY_DIAGNOSTIC_OTHER_DOCUMENTS, NULL, 0,
		                  "none of the documents that the termbase cites is an earlier "
		                  "edition of what was read: no entry is taken for withdrawn");
	u.mark = withdrawal(&u);
	clausary_references_learn(&references, inputs, SIDES);
	clausary_matching_give_ids(&u.matching, &u.to->arena);
	clausary_references_follow(&references, u.matching.members);
	take_heads(&u, inputs);
	settle_all(&u);
	clausary_references_settle(&references, u.to);
	see_languages(u.to);
	if (u.generated) {
		clausary_references_settle(&references, u.generated);
		see_languages(u.generated);
		*u.options->generated = u.generated;
	}
	for (int side = 0; side < SIDES; side++)
		clausary_array_push(&u.to->adopted, inputs[side]);
	clausary_references_finish(&references);
	clausary_editions_finish(&u.editions);
	clausary_matching_finish(&u.matching);
	*out = u.to;
	return CLAUSARY_OK;
}
