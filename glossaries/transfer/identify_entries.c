/* Ids of entries, terms and objects: names of XML, unique in the termbase. */
#include "transfer/identify_entries.h"

#include "termbase/key.h"

typedef struct identifying {
	clausary_filling *filling;
	clausary_map taken;   /* every id that is given */
	clausary_map changed; /* old id -> place in `ids` */
	CLAUSARY_ARRAY(clausary_slice) ids;
	clausary_buffer text;
} identifying;

static clausary_slice
new_id(identifying *all, clausary_slice old)
{
	enum { LONGEST = 60 };
	all->text.size = 0;
	clausary_key_slug(&all->text, old, LONGEST);
	if (all->text.size == 0 || !clausary_ascii_is_letter(all->text.data[0])) {
		clausary_slice slug = clausary_arena_copy(&all->filling->to->arena,
		                                          clausary_buffer_slice(&all->text));
		all->text.size = 0;
		clausary_buffer_add_byte(&all->text, 'c');
		clausary_buffer_add(&all->text, slug);
	}
	size_t size = all->text.size;
	/* what a slug is followed by grows with the ids: no id is tried twice */
	for (uint32_t n = all->taken.count;; n++) {
		if (size > 1
		    && clausary_map_get(&all->taken, clausary_buffer_slice(&all->text))
		               == CLAUSARY_NONE)
			break;
		all->text.size = size;
		clausary_buffer_print(&all->text, size > 1 ? "-%u" : "%u", n + 1);
		if (clausary_map_get(&all->taken, clausary_buffer_slice(&all->text))
		    == CLAUSARY_NONE)
			break;
	}
	return clausary_arena_copy(&all->filling->to->arena, clausary_buffer_slice(&all->text));
}

static void
identify(identifying *all, clausary_slice *id)
{
	clausary_slice old = *id;
	bool taken = clausary_map_get(&all->taken, old) != CLAUSARY_NONE;
	if (taken || !clausary_key_is_id(old)) {
		*id = new_id(all, old);
		clausary_filling_odd(all->filling, CLAUSARY_ODD_ID, CLAUSARY_SLICE(""));
		if (old.size && !taken && clausary_map_get(&all->changed, old) == CLAUSARY_NONE) {
			clausary_map_put(&all->changed, old, (uint32_t)all->ids.count);
			clausary_array_push(&all->ids, *id);
		}
	}
	clausary_map_put(&all->taken, *id, 1);
}

static void
follow(const identifying *all, clausary_slice *target)
{
	uint32_t at = target->size ? clausary_map_get(&all->changed, *target) : CLAUSARY_NONE;
	if (at != CLAUSARY_NONE)
		*target = all->ids.items[at];
}

static void
follow_data(const identifying *all, clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++) {
		if (data->items[i].element != CLAUSARY_DATUM_XREF
		    && data->items[i].element != CLAUSARY_DATUM_OBJECT)
			follow(all, &data->items[i].target);
		for (uint32_t j = 0; j < data->items[i].parts.count; j++)
			follow(all, &data->items[i].parts.items[j].target);
	}
}

static void
follow_definitions(const identifying *all, clausary_concept_definition *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		for (uint32_t j = 0; j < items[i].sources.count; j++)
			follow(all, &items[i].sources.items[j].key);
		follow_data(all, &items[i].data);
	}
}

static void
follow_term(const identifying *all, clausary_term *term)
{
	for (uint32_t i = 0; i < term->sources.count; i++)
		follow(all, &term->sources.items[i].key);
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		follow(all, &term->contexts.items[i].source.key);
		follow_data(all, &term->contexts.items[i].data);
	}
	follow_data(all, &term->data);
}

static void
follow_all(const identifying *all, clausary_concept *concept)
{
	follow_definitions(all, concept->definitions.items, concept->definitions.count);
	follow_data(all, &concept->data);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		follow_definitions(all, section->definitions.items, section->definitions.count);
		follow_data(all, &section->data);
		for (uint32_t j = 0; j < section->terms.count; j++)
			follow_term(all, section->terms.items[j]);
	}
}

static bool
comes_next(clausary_slice *last, clausary_slice id)
{
	bool next = clausary_key_is_id(id)
	            && (last->size == 0 || clausary_key_order_ids(id, *last) > 0);
	*last = id;
	return next;
}

/* Whether all ids are names of XML, each after the one before as people count, as programs number
 * what they write: then none is there twice. */
static bool
are_in_order(const clausary_termbase *termbase)
{
	clausary_slice last = {0};
	for (uint32_t i = 0; i < termbase->objects.count; i++)
		if (termbase->objects.items[i].target.size)
			return false;
	for (size_t i = 0; i < termbase->concepts.count; i++) {
		const clausary_concept *concept = termbase->concepts.items[i];
		if (!comes_next(&last, concept->id))
			return false;
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			for (uint32_t k = 0; k < section->terms.count; k++)
				if (section->terms.items[k]->id.size
				    && !comes_next(&last, section->terms.items[k]->id))
					return false;
		}
	}
	return true;
}

void
clausary_identify_entries(clausary_filling *filling)
{
	clausary_termbase *termbase = filling->to;
	identifying all = {.filling = filling};
	if (are_in_order(termbase))
		return;
	for (uint32_t i = 0; i < termbase->objects.count; i++)
		if (termbase->objects.items[i].target.size)
			identify(&all, &termbase->objects.items[i].target);
	for (size_t i = 0; i < termbase->concepts.count; i++)
		identify(&all, &termbase->concepts.items[i]->id);
	for (size_t i = 0; i < termbase->concepts.count; i++) {
		clausary_concept *concept = termbase->concepts.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			clausary_language_section *section = concept->languages.items[j];
			for (uint32_t k = 0; k < section->terms.count; k++)
				if (section->terms.items[k]->id.size)
					identify(&all, &section->terms.items[k]->id);
		}
	}
	for (size_t i = 0; all.changed.count && i < termbase->concepts.count; i++)
		follow_all(&all, termbase->concepts.items[i]);
	clausary_map_finish(&all.taken);
	clausary_map_finish(&all.changed);
	clausary_array_finish(&all.ids);
	clausary_buffer_finish(&all.text);
}
