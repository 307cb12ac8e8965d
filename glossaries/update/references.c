/* References. One to a term is, between follow and settle, "\x01ENTRY\x01LANGUAGE\x01FORM": the
 * same whatever ids terms had, so that fields are sorted the same. */
#include "update/references.h"

#include "termbase/id_set.h"

#include <stdlib.h>

enum { MARK = 1 }; /* no text of a termbase has this byte */

/* Calls `visit` for every target that an entry has. */
typedef void (*target_visitor)(void *payload, clausary_slice *target);

static void
visit_data(clausary_data *data, target_visitor visit, void *payload)
{
	for (uint32_t i = 0; i < data->count; i++) {
		if (data->items[i].target.size && data->items[i].element != CLAUSARY_DATUM_XREF)
			visit(payload, &data->items[i].target);
		visit_data(&data->items[i].parts, visit, payload);
	}
}

static void
visit_definitions(clausary_concept_definition *items, uint32_t count, target_visitor visit,
                  void *payload)
{
	for (uint32_t i = 0; i < count; i++)
		visit_data(&items[i].data, visit, payload);
}

static void
visit_concept(clausary_concept *concept, target_visitor visit, void *payload)
{
	visit_definitions(concept->definitions.items, concept->definitions.count, visit, payload);
	visit_data(&concept->data, visit, payload);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		visit_definitions(section->definitions.items, section->definitions.count, visit,
		                  payload);
		visit_data(&section->data, visit, payload);
		for (uint32_t j = 0; j < section->terms.count; j++) {
			clausary_term *term = section->terms.items[j];
			for (uint32_t k = 0; k < term->contexts.count; k++)
				visit_data(&term->contexts.items[k].data, visit, payload);
			visit_data(&term->data, visit, payload);
		}
	}
}

static void
see_target(void *payload, clausary_slice *target)
{
	clausary_map_put(payload, *target, 0);
}

/* Only what is referred to is kept: a termbase has many more ids. */
static void
learn(clausary_references *references, clausary_map *ids, clausary_slice id,
      struct clausary_reference_target target)
{
	if (id.size == 0 || clausary_map_get(ids, id) == CLAUSARY_NONE)
		return;
	clausary_array_push(&references->targets, target);
	clausary_map_put(ids, id, (uint32_t)references->targets.count);
}

void
clausary_references_learn(clausary_references *references, clausary_termbase *const *inputs,
                          size_t count)
{
	uint32_t member = 0;
	references->ids = clausary_memory_zeros(count, sizeof *references->ids);
	references->input_count = count;
	for (size_t i = 0; i < count; i++) {
		const clausary_termbase *input = inputs[i];
		clausary_map *ids = &references->ids[i];
		for (size_t k = 0; k < input->ordered.count; k++)
			visit_concept(input->ordered.items[k], see_target, ids);
		clausary_array_push(&references->starts, member);
		for (size_t k = 0; k < input->ordered.count; k++, member++) {
			const clausary_concept *concept = input->ordered.items[k];
			if (ids->count == 0)
				continue;
			learn(references, ids, concept->id,
			      (struct clausary_reference_target){.member = member});
			for (uint32_t s = 0; s < concept->languages.count; s++) {
				const clausary_language_section *section =
				        concept->languages.items[s];
				for (uint32_t t = 0; t < section->terms.count; t++)
					learn(references, ids, section->terms.items[t]->id,
					      (struct clausary_reference_target){
					              member, section, section->terms.items[t]});
			}
		}
	}
	clausary_array_push(&references->starts, member);
}

typedef struct following {
	clausary_references *references;
	clausary_member *members;
	const clausary_map *ids;
	clausary_buffer text;
} following;

static void
follow(void *payload, clausary_slice *target)
{
	following *f = payload;
	uint32_t at = clausary_map_get(f->ids, *target);
	if (at == CLAUSARY_NONE || at == 0)
		return;
	const struct clausary_reference_target *found = &f->references->targets.items[at - 1];
	uint32_t class = clausary_class_of(f->members, found->member);
	clausary_slice id = f->members[class].concept->id;
	if (found->section == NULL) {
		*target = id;
		return;
	}
	f->text.size = 0;
	clausary_buffer_add_byte(&f->text, MARK);
	clausary_buffer_add(&f->text, id);
	clausary_buffer_add_byte(&f->text, MARK);
	for (size_t i = 0; i < found->section->language.size; i++)
		clausary_buffer_add_byte(&f->text,
		                         clausary_ascii_lower(found->section->language.data[i]));
	clausary_buffer_add_byte(&f->text, MARK);
	clausary_buffer_add(&f->text, found->term->form);
	*target = clausary_arena_copy(&f->references->arena, clausary_buffer_slice(&f->text));
}

void
clausary_references_follow(clausary_references *references, clausary_member *members)
{
	following f = {.references = references, .members = members};
	for (size_t i = 0; i < references->input_count; i++) {
		f.ids = &references->ids[i];
		for (uint32_t k = references->starts.items[i];
		     f.ids->count && k < references->starts.items[i + 1]; k++)
			visit_concept(members[k].concept, follow, &f);
		clausary_map_finish(&references->ids[i]);
	}
	clausary_buffer_finish(&f.text);
}

typedef struct settling {
	clausary_termbase *termbase;
	clausary_id_set entries; /* id -> place in `ordered` */
	clausary_buffer text;
} settling;

static clausary_slice
part_of(clausary_slice text, unsigned part)
{
	size_t start = 1;
	for (; part > 0; part--) {
		const char *mark = memchr(text.data + start, MARK, text.size - start);
		if (mark == NULL)
			return CLAUSARY_SLICE("");
		start = (size_t)(mark - text.data) + 1;
	}
	const char *end = memchr(text.data + start, MARK, text.size - start);
	return clausary_slice_part(text, start, end ? (size_t)(end - text.data) : text.size);
}

static void
settle(void *payload, clausary_slice *target)
{
	settling *s = payload;
	if (target->data[0] != MARK)
		return;
	clausary_slice entry = part_of(*target, 0), form = part_of(*target, 2);
	uint32_t at = clausary_id_set_get(&s->entries, entry);
	const clausary_language_section *section =
	        at == CLAUSARY_NONE ? NULL
		                    : clausary_concept_find_section(s->termbase->ordered.items[at],
		                                                    part_of(*target, 1));
	*target = clausary_arena_copy(&s->termbase->arena, entry);
	for (uint32_t i = 0; section && i < section->terms.count; i++) {
		clausary_term *term = section->terms.items[i];
		if (!clausary_slice_equal(term->form, form))
			continue;
		if (term->id.size == 0) {
			s->text.size = 0;
			clausary_buffer_add(&s->text, *target);
			clausary_buffer_add_byte(&s->text, '.');
			clausary_buffer_add(&s->text, section->language);
			clausary_buffer_print(&s->text, ".%u", i + 1);
			term->id = clausary_arena_copy(&s->termbase->arena,
			                               clausary_buffer_slice(&s->text));
		}
		*target = term->id;
		return;
	}
}

static void
forget_term_ids(clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->languages.count; i++)
		for (uint32_t j = 0; j < concept->languages.items[i]->terms.count; j++)
			concept->languages.items[i]->terms.items[j]->id = CLAUSARY_SLICE("");
}

void
clausary_references_settle(clausary_references *references, clausary_termbase *termbase)
{
	settling s = {.termbase = termbase};
	for (size_t i = 0; i < termbase->ordered.count; i++)
		forget_term_ids(termbase->ordered.items[i]);
	for (size_t i = 0; references->targets.count && i < termbase->ordered.count; i++)
		clausary_id_set_add(&s.entries, termbase->ordered.items[i]->id, (uint32_t)i);
	for (size_t i = 0; references->targets.count && i < termbase->ordered.count; i++)
		visit_concept(termbase->ordered.items[i], settle, &s);
	clausary_id_set_finish(&s.entries);
	clausary_buffer_finish(&s.text);
}

void
clausary_references_finish(clausary_references *references)
{
	for (size_t i = 0; i < references->input_count; i++)
		clausary_map_finish(&references->ids[i]);
	free(references->ids);
	clausary_array_finish(&references->starts);
	clausary_array_finish(&references->targets);
	clausary_arena_finish(&references->arena);
}
