/* Ids of entries: the clause's key, so that they are the same in every run and in every language.
 * NCName of XML Namespaces 1.0, ASCII only. */
#include "termbase/finish.h"

#include "termbase/key.h"

enum { SLUG_BYTES = 40 };

/* "term_r101.recalling.a" without what tells apart the concepts of one clause. */
static void
add_stem(clausary_buffer *to, const clausary_termbase *termbase, const clausary_concept *concept)
{
	const clausary_source *source = &concept->place->source;
	clausary_buffer_add(to, CLAUSARY_SLICE("term_"));
	if (source->document == CLAUSARY_NONE)
		return;
	if (termbase->works.count > 1) {
		clausary_buffer_add(to, termbase->works.items[concept->place->work].slug);
		if (source->key.size)
			clausary_buffer_add_byte(to, '.');
	}
	for (size_t i = 0; i < source->key.size; i++) {
		char c = source->key.data[i];
		bool allowed = clausary_ascii_is_letter(c) || clausary_ascii_is_digit(c) || c == '.'
		               || c == '-' || c == '_';
		clausary_buffer_add_byte(to, c == '/' ? '.' : allowed ? c : '-');
	}
}

/* The first section, by its tag, that has a term of this kind with something that a slug can hold;
 * by tags, so that the order of the output does not matter. */
static clausary_slice
slug_of_kind(const clausary_concept *concept, bool is_short, clausary_buffer *slug)
{
	const clausary_language_section *best = NULL;
	clausary_slice found = CLAUSARY_SLICE("");
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		const clausary_term *term = clausary_section_first(section, is_short);
		slug->size = 0;
		if (term)
			clausary_key_slug(slug, term->form, SLUG_BYTES);
		if (slug->size == 0
		    || (best && clausary_slice_compare(section->language, best->language) > 0))
			continue;
		best = section;
		found = term->form;
	}
	return found;
}

/* The designation that names a concept best in an id: the first short form, else the first term. */
static clausary_slice
designation_of(const clausary_concept *concept)
{
	clausary_buffer slug = {0};
	clausary_slice form = slug_of_kind(concept, true, &slug);
	if (form.size == 0)
		form = slug_of_kind(concept, false, &slug);
	clausary_buffer_finish(&slug);
	return form;
}

/* Keep `id` apart from those given: "…_2", "…_3". `taken` remembers the next number of each id. */
static clausary_slice
unique(clausary_termbase *termbase, clausary_map *taken, clausary_buffer *id)
{
	size_t size = id->size;
	uint32_t next = clausary_map_get(taken, clausary_buffer_slice(id));
	clausary_slice first = CLAUSARY_SLICE("");
	if (next != CLAUSARY_NONE)
		first = clausary_arena_copy(&termbase->arena, clausary_buffer_slice(id));
	while (clausary_map_get(taken, clausary_buffer_slice(id)) != CLAUSARY_NONE) {
		id->size = size;
		clausary_buffer_print(id, "_%u", next++);
	}
	if (first.size)
		clausary_map_put(taken, first, next);
	clausary_slice copy = clausary_arena_copy(&termbase->arena, clausary_buffer_slice(id));
	clausary_map_put(taken, copy, 2);
	return copy;
}

/* How many concepts each clause introduces. */
static void
count_stems(clausary_termbase *termbase, clausary_map *stems, clausary_buffer *id)
{
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		id->size = 0;
		add_stem(id, termbase, termbase->ordered.items[i]);
		clausary_slice stem = clausary_buffer_slice(id);
		uint32_t count = clausary_map_get(stems, stem);
		if (count == CLAUSARY_NONE)
			clausary_map_put(stems, clausary_arena_copy(&termbase->arena, stem), 1);
		else
			clausary_map_put(stems, stem, count + 1);
	}
}

static void
give_term_ids(clausary_termbase *termbase, clausary_concept *concept, clausary_map *taken,
              clausary_buffer *id)
{
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		clausary_term *full = clausary_section_first(section, false);
		if (full == NULL || clausary_section_first(section, true) == NULL)
			continue;
		id->size = 0;
		clausary_buffer_add(id, concept->id);
		clausary_buffer_add_byte(id, '.');
		clausary_key_slug(id, section->language, SLUG_BYTES);
		clausary_buffer_add(id, CLAUSARY_SLICE(".1"));
		full->id = unique(termbase, taken, id);
	}
}

void
clausary_termbase_give_ids(clausary_termbase *termbase)
{
	clausary_map stems = {0}, taken = {0};
	clausary_buffer id = {0};
	count_stems(termbase, &stems, &id);
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		clausary_concept *concept = termbase->ordered.items[i];
		id.size = 0;
		add_stem(&id, termbase, concept);
		size_t size = id.size;
		bool bare =
		        clausary_slice_equal(clausary_buffer_slice(&id), CLAUSARY_SLICE("term_"));
		if (bare || clausary_map_get(&stems, clausary_buffer_slice(&id)) > 1) {
			if (!bare)
				clausary_buffer_add_byte(&id, '_');
			clausary_key_slug(&id, designation_of(concept), SLUG_BYTES);
			if (id.size == size + !bare)
				clausary_buffer_add_byte(&id, '1');
		}
		concept->id = unique(termbase, &taken, &id);
	}
	for (size_t i = 0; i < termbase->ordered.count; i++)
		give_term_ids(termbase, termbase->ordered.items[i], &taken, &id);
	clausary_buffer_finish(&id);
	clausary_map_finish(&taken);
	clausary_map_finish(&stems);
}
