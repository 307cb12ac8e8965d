/* clausary_termbase_update(): a new run, with what a person has decided since the last one. What
 * the person added or changed stays, what the person took out stays out; where the run says
 * something new about a field that the person changed, the person's value stands and both are told.
 */
#include "termbase/key.h"
#include "update/filter.h"
#include "update/matching.h"
#include "update/order.h"
#include "update/references.h"

#include <stdlib.h>

enum { LAST, MINE, NEW, SIDES };

typedef struct updating {
	clausary_termbase *to;
	clausary_matching matching;
	const clausary_merge_options *options;
	clausary_arena arena; /* of one class */
	clausary_map ids;
	clausary_update_counts *counts;
} updating;

static const clausary_slice WITHDRAWN = {"withdrawn", 9};

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
	*s = (sides){{NULL}, {{0}}};
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

/* What the run says anew of a field that the person changed: told, and, where the field holds one
 * value, taken out of the run. */
static void
settle_conflicts(updating *u, const sides *s, const clausary_facts *added, clausary_facts *removed)
{
	clausary_facts fresh = without(u, &s->facts[NEW], &s->facts[LAST]);
	for (uint32_t i = 0; i < added->count; i++) {
		const clausary_fact *mine = &added->items[i];
		bool single = is_single(mine);
		bool definition = clausary_slice_equal(mine->field, CLAUSARY_SLICE("definition"));
		for (uint32_t k = 0; k < s->facts[NEW].count && single; k++) {
			const clausary_fact *run = &s->facts[NEW].items[k];
			if (clausary_fact_same_field(mine, run)
			    && !clausary_slice_equal(mine->value, run->value))
				clausary_list_push(&u->arena, removed, *run);
		}
		for (uint32_t k = 0; k < fresh.count && (single || definition); k++)
			if (clausary_fact_same_field(mine, &fresh.items[k])
			    && !clausary_slice_equal(mine->value, fresh.items[k].value))
				tell(u, s->first[MINE], mine, &fresh.items[k]);
	}
	clausary_facts_sort(removed);
}

static void
drop_withdrawn(clausary_concept *concept)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < concept->notes.count; i++)
		if (!clausary_slice_equal(concept->notes.items[i], WITHDRAWN))
			concept->notes.items[kept++] = concept->notes.items[i];
	concept->notes.count = kept;
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

/* The entry that comes of a class; NULL where the person has taken it out. */
static clausary_concept *
settle_class(updating *u, sides *s)
{
	clausary_concept *mine = s->first[MINE], *run = s->first[NEW];
	if (mine == NULL && s->first[LAST]) {
		u->counts->rejected += run != NULL;
		return NULL;
	}
	if (mine == NULL) {
		u->counts->added++;
		return run;
	}
	if (run == NULL) {
		bool known = s->first[LAST] != NULL;
		drop_withdrawn(mine);
		if (known)
			clausary_list_push(&u->to->arena, &mine->notes, WITHDRAWN);
		u->counts->withdrawn += known;
		return mine;
	}
	clausary_facts added = without(u, &s->facts[MINE], &s->facts[LAST]);
	clausary_facts removed = without(u, &s->facts[LAST], &s->facts[MINE]);
	u->counts->kept += added.count + removed.count;
	settle_conflicts(u, s, &added, &removed);
	clausary_concept_filter(run, &removed, false);
	clausary_concept_filter(mine, &added, true);
	gather(u, mine, run);
	drop_withdrawn(mine);
	return mine;
}

/* An id of the person's file stays; one of the run gives way. */
static void
settle_id(updating *u, clausary_concept *concept)
{
	clausary_buffer id = {0};
	clausary_buffer_add(&id, concept->id);
	size_t size = id.size;
	for (unsigned n = 2; clausary_map_get(&u->ids, clausary_buffer_slice(&id)) != CLAUSARY_NONE;
	     n++) {
		id.size = size;
		clausary_buffer_print(&id, "-%u", n);
	}
	if (id.size != size)
		concept->id = clausary_arena_copy(&u->to->arena, clausary_buffer_slice(&id));
	clausary_map_put(&u->ids, concept->id, 1);
	clausary_buffer_finish(&id);
}

/* Classes get the id of the person's entry, else of the run's: what references follow. */
static void
give_ids(updating *u)
{
	clausary_matching *m = &u->matching;
	for (int side = MINE; side <= NEW; side++)
		for (uint32_t i = 0; i < m->class_count; i++) {
			clausary_concept *found[SIDES] = {NULL};
			for (uint32_t k = m->classes[i]; k != CLAUSARY_NONE;
			     k = m->members[k].next) {
				unsigned at = clausary_matching_side(m, k);
				if (found[at] == NULL)
					found[at] = m->members[k].concept;
			}
			clausary_concept *of = found[side];
			if (of == NULL || (side == NEW && found[MINE]))
				continue;
			settle_id(u, of);
			m->members[m->classes[i]].concept->id = of->id;
		}
}

static void
take_heads(updating *u, clausary_termbase *const *inputs)
{
	clausary_termbase *to = u->to;
	to->title = inputs[MINE]->title;
	to->language = inputs[MINE]->language;
	to->dialect = inputs[MINE]->dialect;
	clausary_list_append(&to->arena, &to->origins, &inputs[MINE]->origins);
	clausary_list_append(&to->arena, &to->objects, &inputs[MINE]->objects);
	clausary_list_append(&to->arena, &to->objects, &inputs[NEW]->objects);
	clausary_order_data(&to->objects);
}

/* Entries stand in the order of the person's file, new ones after them. */
static void
settle_all(updating *u)
{
	for (int mine = 1; mine >= 0; mine--)
		for (uint32_t i = 0; i < u->matching.class_count; i++) {
			sides s;
			uint32_t class = u->matching.classes[i];
			bool has_mine = false;
			for (uint32_t k = class; k != CLAUSARY_NONE;
			     k = u->matching.members[k].next)
				has_mine |= clausary_matching_side(&u->matching, k) == MINE;
			if (has_mine != (mine == 1))
				continue;
			collect(u, class, &s);
			clausary_concept *concept = settle_class(u, &s);
			if (concept) {
				clausary_order_concept(&u->to->arena, concept);
				drop_empty_sections(concept);
			}
			if (concept && concept->languages.count)
				clausary_array_push(&u->to->ordered, concept);
			clausary_arena_finish(&u->arena);
		}
}

clausary_status
clausary_termbase_update(clausary_termbase **out, clausary_context *context,
                         clausary_termbase *last, clausary_termbase *mine, clausary_termbase *run,
                         const clausary_merge_options *options, clausary_update_counts *counts)
{
	static const clausary_merge_options defaults = {0};
	clausary_termbase *const inputs[SIDES] = {last, mine, run};
	updating u = {.to = clausary_memory_zeros(1, sizeof *u.to),
	              .options = options ? options : &defaults,
	              .counts = counts};
	clausary_references references = {0};
	*counts = (clausary_update_counts){0};
	u.to->context = context;
	u.to->was_read = u.to->finished = true;
	clausary_matching_begin(&u.matching, inputs, SIDES);
	clausary_references_learn(&references, inputs, SIDES);
	give_ids(&u);
	clausary_references_follow(&references, u.matching.members);
	take_heads(&u, inputs);
	settle_all(&u);
	clausary_references_settle(&references, u.to);
	for (size_t i = 0; i < u.to->ordered.count; i++)
		for (uint32_t k = 0; k < u.to->ordered.items[i]->languages.count; k++)
			clausary_termbase_see_language(
			        u.to, u.to->ordered.items[i]->languages.items[k]->language);
	for (int side = 0; side < SIDES; side++)
		clausary_array_push(&u.to->adopted, inputs[side]);
	clausary_references_finish(&references);
	clausary_map_finish(&u.ids);
	clausary_matching_finish(&u.matching);
	*out = u.to;
	return CLAUSARY_OK;
}
