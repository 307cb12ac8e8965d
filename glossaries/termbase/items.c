/* From events to items: sorted by concept, each kind of place by rows. */
#include "termbase/items.h"

#include "termbase/reference.h"

#include <stdlib.h>

typedef CLAUSARY_ARRAY(clausary_item_place) place_array;

static int
compare_events(const void *a, const void *b)
{
	const clausary_adding_event *x = a, *y = b;
	if (x->concept != y->concept)
		return x->concept < y->concept ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	if (x->position != y->position)
		return x->position < y->position ? -1 : 1;
	return (x->kind > y->kind) - (x->kind < y->kind);
}

static int
compare_places(const void *a, const void *b)
{
	const clausary_adding_event *x = a, *y = b;
	if (x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->position > y->position) - (x->position < y->position);
}

/* Give each event of a kind its number in the row, in place of its position. */
static void
number_events(clausary_adding_event *events, size_t count)
{
	if (count)
		qsort(events, count, sizeof *events, compare_places);
	for (size_t i = 0, order = 0; i < count; i++) {
		bool same = i > 0 && events[i].kind == events[i - 1].kind
		            && events[i].row == events[i - 1].row;
		order = same ? order + 1 : 0;
		events[i].position = (uint32_t)order;
	}
	if (count)
		qsort(events, count, sizeof *events, compare_events);
}

/* Keep what `found` holds, and empty it. */
static clausary_item_places
keep(clausary_arena *arena, place_array *found)
{
	clausary_item_places places = {NULL, (uint32_t)found->count};
	size_t size = found->count * sizeof *found->items;
	if (size) {
		void *memory = clausary_arena_allocate(arena, size);
		memcpy(memory, found->items, size);
		places.items = memory;
	}
	found->count = 0;
	return places;
}

static void
add_place(place_array *to, const clausary_adding_event *event)
{
	if (to->count && to->items[to->count - 1].row == event->row)
		to->items[to->count - 1].count++;
	else
		clausary_array_push(to, ((clausary_item_place){event->row, 1, event->position}));
}

static void
read_events(clausary_items *items, clausary_item *item, const clausary_adding_event *events,
            size_t count)
{
	place_array defined = {0}, introduced = {0}, used = {0};
	uint32_t *definitions =
	        clausary_arena_allocate(&items->arena, (count + 1) * sizeof *definitions);
	for (size_t i = 0; i < count; i++) {
		if (events[i].definition != CLAUSARY_NONE)
			definitions[item->definition_count++] = events[i].definition;
		if (events[i].kind == CLAUSARY_PLACE_DEFINITION)
			add_place(&defined, &events[i]);
		else if (events[i].kind == CLAUSARY_PLACE_INTRODUCTION)
			add_place(&introduced, &events[i]);
		else
			add_place(&used, &events[i]);
	}
	item->definitions = definitions;
	item->defined = keep(&items->arena, &defined);
	item->introduced = keep(&items->arena, &introduced);
	item->used = keep(&items->arena, &used);
	clausary_array_finish(&defined);
	clausary_array_finish(&introduced);
	clausary_array_finish(&used);
}

static clausary_item_forms
forms_of(clausary_items *items, const clausary_language_section *section, bool is_short)
{
	clausary_slice *forms =
	        clausary_arena_allocate(&items->arena, (section->terms.count + 1) * sizeof *forms);
	uint32_t count = 0;
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i]) == is_short)
			forms[count++] = section->terms.items[i]->key;
	return (clausary_item_forms){forms, count};
}

/* The entry of the glossary for a concept that the text spells out, or only abbreviates. */
static uint32_t
reference_of(clausary_adding *adding, const clausary_concept *concept, clausary_item_forms acronyms)
{
	const clausary_concept *entry = concept->reference;
	if (entry == NULL && concept->trusts_reference && acronyms.count)
		entry = clausary_reference_by_acronym(
		        adding->to->reference,
		        clausary_termbase_key(&adding->key, adding->language, acronyms.items[0]));
	return entry ? entry->number : CLAUSARY_NONE;
}

void
clausary_items_add(clausary_items *items, clausary_adding *adding, uint32_t version)
{
	clausary_adding_event *events = adding->events.items;
	size_t count = adding->events.count;
	number_events(events, count);
	for (size_t i = 0, end; i < count; i = end) {
		const clausary_concept *concept = adding->to->concepts.items[events[i].concept];
		const clausary_language_section *section =
		        clausary_concept_find_section(concept, adding->language);
		for (end = i + 1; end < count && events[end].concept == events[i].concept;)
			end++;
		if (section == NULL)
			continue;
		clausary_item item = {.version = version, .concept = concept->number};
		read_events(items, &item, &events[i], end - i);
		item.short_forms = forms_of(items, section, true);
		item.names = forms_of(items, section, false);
		item.reference = reference_of(adding, concept, item.short_forms);
		clausary_array_push(&items->all, item);
	}
}

void
clausary_items_finish(clausary_items *items)
{
	clausary_array_finish(&items->all);
	clausary_arena_finish(&items->arena);
}
