/* Copies of entries: every list is a new one, down to the last. */
#include "termbase/copy.h"

/* Let a list that was copied with its struct have memory of its own. */
#define OWN(arena, list)                                                                           \
	((list)->items = own((arena), (list)->items, (list)->count * sizeof *(list)->items),       \
	 (void)((list)->capacity = (list)->count))

static void *
own(clausary_arena *arena, const void *items, size_t size)
{
	if (size == 0)
		return NULL;
	void *copy = clausary_arena_allocate(arena, size);
	memcpy(copy, items, size);
	return copy;
}

static void
own_data(clausary_arena *arena, clausary_data *data)
{
	OWN(arena, data);
	for (uint32_t i = 0; i < data->count; i++)
		own_data(arena, &data->items[i].parts);
}

static void
own_definitions(clausary_arena *arena, clausary_concept_definition *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		OWN(arena, &items[i].sources);
		OWN(arena, &items[i].cited);
		own_data(arena, &items[i].data);
	}
}

clausary_term *
clausary_term_copy(clausary_arena *arena, const clausary_term *term)
{
	clausary_term *copy = own(arena, term, sizeof *term);
	OWN(arena, &copy->sources);
	OWN(arena, &copy->contexts);
	OWN(arena, &copy->variants);
	OWN(arena, &copy->notes);
	OWN(arena, &copy->remarks);
	own_data(arena, &copy->data);
	for (uint32_t i = 0; i < copy->contexts.count; i++)
		own_data(arena, &copy->contexts.items[i].data);
	return copy;
}

static clausary_language_section *
copy_section(clausary_arena *arena, const clausary_language_section *section)
{
	clausary_language_section *copy = own(arena, section, sizeof *section);
	OWN(arena, &copy->definitions);
	OWN(arena, &copy->notes);
	OWN(arena, &copy->terms);
	own_data(arena, &copy->data);
	own_definitions(arena, copy->definitions.items, copy->definitions.count);
	for (uint32_t i = 0; i < copy->terms.count; i++)
		copy->terms.items[i] = clausary_term_copy(arena, copy->terms.items[i]);
	return copy;
}

clausary_concept *
clausary_concept_copy(clausary_arena *arena, const clausary_concept *concept)
{
	clausary_concept *copy = own(arena, concept, sizeof *concept);
	OWN(arena, &copy->languages);
	OWN(arena, &copy->links);
	OWN(arena, &copy->subjects);
	OWN(arena, &copy->notes);
	OWN(arena, &copy->remarks);
	OWN(arena, &copy->definitions);
	own_data(arena, &copy->data);
	own_definitions(arena, copy->definitions.items, copy->definitions.count);
	for (uint32_t i = 0; i < copy->languages.count; i++)
		copy->languages.items[i] = copy_section(arena, copy->languages.items[i]);
	return copy;
}
