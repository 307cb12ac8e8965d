/* clausary_termbase_merge(): concepts that are one by evidence become one entry with all that any
 * of them says. Inputs and results stand in canonical order, so that neither the order of the
 * inputs nor their grouping changes a byte. */
#include "base/context.h"
#include "termbase/key.h"
#include "update/content.h"
#include "update/evidence.h"
#include "update/order.h"
#include "update/outside.h"
#include "update/references.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct merging {
	clausary_termbase *to;
	clausary_arena *arena; /* of `to` */
	clausary_member *members;
	uint32_t count;
	clausary_map bases; /* smallest id of a class -> how many classes have it */
	const clausary_merge_options *options;
} merging;

/* "c5.h1a2b3c4d": an id that was given because two entries have "c5". */
static bool
is_made_id(clausary_slice id, clausary_slice base)
{
	if (id.size != base.size + 10 || !clausary_slice_starts(id, base)
	    || id.data[base.size] != '.' || id.data[base.size + 1] != 'h')
		return false;
	for (size_t i = base.size + 2; i < id.size; i++)
		if (!clausary_ascii_is_digit(id.data[i]) && (id.data[i] < 'a' || id.data[i] > 'f'))
			return false;
	return true;
}

/* Whether the id of a concept was made by an earlier merge: its notes tell the true ones. */
static bool
has_made_id(const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->notes.count; i++) {
		clausary_slice former = clausary_former_id(concept->notes.items[i]);
		if (former.size && is_made_id(concept->id, former))
			return true;
	}
	return false;
}

static void
remember_id(merging *m, clausary_concept *concept, clausary_slice id)
{
	clausary_buffer note = {0};
	clausary_buffer_add(&note, CLAUSARY_SLICE("formerId: "));
	clausary_buffer_add(&note, id);
	clausary_list_push(m->arena, &concept->notes,
	                   clausary_arena_copy(m->arena, clausary_buffer_slice(&note)));
	clausary_buffer_finish(&note);
}

/* All lists of a member go to the first of its class. */
static void
gather(merging *m, clausary_concept *to, const clausary_concept *from)
{
	clausary_list_append(m->arena, &to->languages, &from->languages);
	clausary_list_append(m->arena, &to->subjects, &from->subjects);
	clausary_list_append(m->arena, &to->notes, &from->notes);
	clausary_list_append(m->arena, &to->definitions, &from->definitions);
	clausary_list_append(m->arena, &to->data, &from->data);
}

/* The smallest id of all members is that of the class; where there are several members, notes tell
 * all of them. */
static void
settle_ids(merging *m, uint32_t class)
{
	clausary_slice least = CLAUSARY_SLICE("");
	bool several = m->members[class].next != CLAUSARY_NONE;
	for (uint32_t i = class; i != CLAUSARY_NONE; i = m->members[i].next) {
		clausary_concept *member = m->members[i].concept;
		bool made = has_made_id(member);
		if (!made && (least.size == 0 || clausary_key_order_ids(member->id, least) < 0))
			least = member->id;
		if (!made && several)
			remember_id(m, member, member->id);
		for (uint32_t k = 0; k < member->notes.count; k++) {
			clausary_slice id = clausary_former_id(member->notes.items[k]);
			if (id.size && (least.size == 0 || clausary_key_order_ids(id, least) < 0))
				least = id;
		}
	}
	m->members[class].concept->id = least;
	uint32_t others = clausary_map_get(&m->bases, least);
	clausary_map_put(&m->bases, least, others == CLAUSARY_NONE ? 1 : others + 1);
}

/* A number of what the class says. */
static unsigned
content_hash(const merging *m, uint32_t class)
{
	clausary_content content = {0};
	for (uint32_t i = class; i != CLAUSARY_NONE; i = m->members[i].next)
		clausary_content_add(&content, m->members[i].concept);
	unsigned hash = (unsigned)clausary_content_hash(&content);
	clausary_array_finish(&content);
	return hash;
}

/* Drop the notes of former ids where all of them are the id itself. */
static void
drop_own_id(merging *m, uint32_t class, clausary_slice base)
{
	for (uint32_t i = class; i != CLAUSARY_NONE; i = m->members[i].next) {
		const clausary_concept *concept = m->members[i].concept;
		for (uint32_t k = 0; k < concept->notes.count; k++) {
			clausary_slice id = clausary_former_id(concept->notes.items[k]);
			if (id.size && !clausary_slice_equal(id, base))
				return;
		}
	}
	for (uint32_t i = class; i != CLAUSARY_NONE; i = m->members[i].next) {
		clausary_concept *concept = m->members[i].concept;
		uint32_t kept = 0;
		for (uint32_t k = 0; k < concept->notes.count; k++)
			if (clausary_former_id(concept->notes.items[k]).size == 0)
				concept->notes.items[kept++] = concept->notes.items[k];
		concept->notes.count = kept;
	}
}

/* An id that several classes have gets what tells them apart; a note of the id itself is no news.
 */
static void
finish_ids(merging *m, uint32_t class)
{
	clausary_concept *concept = m->members[class].concept;
	bool several = m->members[class].next != CLAUSARY_NONE;
	if (clausary_map_get(&m->bases, concept->id) == 1) {
		drop_own_id(m, class, concept->id);
		return;
	}
	if (!several)
		remember_id(m, concept, concept->id);
	clausary_buffer id = {0};
	clausary_buffer_add(&id, concept->id);
	clausary_buffer_print(&id, ".h%08x", content_hash(m, class));
	concept->id = clausary_arena_copy(m->arena, clausary_buffer_slice(&id));
	clausary_buffer_finish(&id);
}

static int
by_id(const void *a, const void *b)
{
	const clausary_concept *const *left = a, *const *right = b;
	return clausary_key_order_ids((*left)->id, (*right)->id);
}

static void
take_smallest(clausary_slice *to, clausary_slice from)
{
	if (from.size && (to->size == 0 || clausary_slice_compare(from, *to) < 0))
		*to = from;
}

static int
by_bytes(const void *a, const void *b)
{
	return clausary_slice_compare(*(const clausary_slice *)a, *(const clausary_slice *)b);
}

static void
merge_heads(merging *m, clausary_termbase *const *inputs, size_t count)
{
	clausary_termbase *to = m->to;
	for (size_t i = 0; i < count; i++) {
		take_smallest(&to->title, inputs[i]->title);
		take_smallest(&to->language, inputs[i]->language);
		take_smallest(&to->dialect, inputs[i]->dialect);
		clausary_list_append(m->arena, &to->origins, &inputs[i]->origins);
		clausary_list_append(m->arena, &to->objects, &inputs[i]->objects);
	}
	uint32_t kept = 0;
	if (to->origins.count > 1)
		qsort(to->origins.items, to->origins.count, sizeof *to->origins.items, by_bytes);
	for (uint32_t i = 0; i < to->origins.count; i++)
		if (kept == 0
		    || !clausary_slice_equal(to->origins.items[kept - 1], to->origins.items[i]))
			to->origins.items[kept++] = to->origins.items[i];
	to->origins.count = kept;
	clausary_order_data(&to->objects);
}

static void
see_languages(clausary_termbase *to)
{
	for (size_t i = 0; i < to->ordered.count; i++)
		for (uint32_t j = 0; j < to->ordered.items[i]->languages.count; j++)
			clausary_termbase_see_language(
			        to, to->ordered.items[i]->languages.items[j]->language);
	if (to->languages.count > 1)
		qsort(to->languages.items, to->languages.count, sizeof *to->languages.items,
		      by_bytes);
}

static void
tell_value(const merging *m, const clausary_concept *concept, const char *field,
           clausary_slice language, clausary_slice one, clausary_slice other)
{
	m->options->conflict(m->options->payload,
	                     &(clausary_merge_conflict){.entry = concept->id,
	                                                .field = field,
	                                                .language = language,
	                                                .values = {one, other}});
}

static void
tell_term(const merging *m, const clausary_concept *concept,
          const clausary_language_section *section, const clausary_term *term)
{
	for (uint32_t i = 0; i < term->data.count; i++) {
		const clausary_datum *datum = &term->data.items[i];
		clausary_slice field = datum->category;
		clausary_slice shown = CLAUSARY_SLICE("");
		if (datum->element != CLAUSARY_DATUM_TERM_NOTE)
			continue;
		if (clausary_slice_equal(field, CLAUSARY_SLICE("termType")))
			shown = clausary_slice_of(clausary_term_type_names[term->type]);
		else if (clausary_slice_equal(field, CLAUSARY_SLICE("administrativeStatus")))
			shown = clausary_slice_of(clausary_term_status_names[term->status]);
		else if (clausary_slice_equal(field, CLAUSARY_SLICE("partOfSpeech")))
			shown = term->part_of_speech;
		if (shown.size)
			tell_value(m, concept, field.data, section->language, shown, datum->text);
	}
}

/* What two merged entries say of one field stands side by side in the result. */
static void
tell_conflicts(const merging *m, const clausary_concept *concept)
{
	if (concept->subjects.count > 1)
		tell_value(m, concept, "subjectField", CLAUSARY_SLICE(""),
		           concept->subjects.items[0], concept->subjects.items[1]);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		const clausary_term *preferred = NULL;
		if (section->definitions.count > 1)
			tell_value(m, concept, "definition", section->language,
			           section->definitions.items[0].text,
			           section->definitions.items[1].text);
		for (uint32_t j = 0; j < section->terms.count; j++) {
			const clausary_term *term = section->terms.items[j];
			tell_term(m, concept, section, term);
			if (term->status != CLAUSARY_TERM_STATUS_PREFERRED)
				continue;
			if (preferred)
				tell_value(m, concept, "preferredTerm", section->language,
				           preferred->form, term->form);
			preferred = term;
		}
	}
}

static void
collect(merging *m, clausary_termbase *const *inputs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		clausary_termbase_finish(inputs[i]);
		clausary_termbase_go_outside(inputs[i]);
		m->count += (uint32_t)inputs[i]->ordered.count;
	}
	m->members = clausary_memory_zeros(m->count, sizeof *m->members);
	uint32_t at = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < inputs[i]->ordered.count; k++, at++)
			m->members[at] = (clausary_member){.concept = inputs[i]->ordered.items[k],
			                                   .parent = at,
			                                   .next = CLAUSARY_NONE};
}

static void
join(merging *m, clausary_references *references)
{
	for (uint32_t i = 0; i < m->count; i++)
		if (m->members[i].parent == i)
			settle_ids(m, i);
	for (uint32_t i = 0; i < m->count; i++)
		if (m->members[i].parent == i)
			finish_ids(m, i);
	clausary_map_finish(&m->bases);
	clausary_references_follow(references, m->members);
	for (uint32_t i = 0; i < m->count; i++) {
		if (m->members[i].parent != i)
			continue;
		clausary_concept *concept = m->members[i].concept;
		for (uint32_t k = m->members[i].next; k != CLAUSARY_NONE; k = m->members[k].next)
			gather(m, concept, m->members[k].concept);
		clausary_order_concept(m->arena, concept);
		clausary_array_push(&m->to->ordered, concept);
	}
	if (m->to->ordered.count > 1)
		qsort(m->to->ordered.items, m->to->ordered.count, sizeof *m->to->ordered.items,
		      by_id);
	clausary_references_settle(references, m->to);
}

clausary_status
clausary_termbase_merge(clausary_termbase **out, clausary_context *context,
                        clausary_termbase *const *inputs, size_t count,
                        const clausary_merge_options *options)
{
	static const clausary_merge_options defaults = {0};
	merging m = {.to = clausary_memory_zeros(1, sizeof *m.to),
	             .options = options ? options : &defaults};
	clausary_references references = {0};
	clausary_map works = {0};
	m.arena = &m.to->arena;
	m.to->context = context;
	m.to->was_read = m.to->finished = true;
	collect(&m, inputs, count);
	clausary_references_learn(&references, inputs, count);
	for (size_t i = 0; i < count; i++)
		clausary_termbase_list_works(&works, inputs[i]);
	clausary_join_by_evidence(
	        m.members, m.count,
	        &(clausary_evidence_options){.works = m.options->careful ? NULL : &works,
		                             .careful = m.options->careful != 0});
	clausary_map_finish(&works);
	merge_heads(&m, inputs, count);
	join(&m, &references);
	see_languages(m.to);
	for (size_t i = 0; i < count; i++)
		clausary_array_push(&m.to->adopted, inputs[i]);
	for (uint32_t i = 0; i < m.count && m.options->conflict; i++)
		if (m.members[i].parent == i && m.members[i].next != CLAUSARY_NONE)
			tell_conflicts(&m, m.members[i].concept);
	clausary_references_finish(&references);
	free(m.members);
	*out = m.to;
	return CLAUSARY_OK;
}
