/* The walk over all texts of an entry. */
#include "update/content.h"

#include "update/evidence.h"

#include <stdlib.h>

static void
add(clausary_content *content, clausary_slice text)
{
	if (text.size)
		clausary_array_push(content, clausary_slice_hash(text));
}

static void
add_data(clausary_content *content, const clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++) {
		add(content, data->items[i].text);
		add_data(content, &data->items[i].parts);
	}
}

static void
add_notes(clausary_content *content, const clausary_slice *notes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		if (clausary_former_id(notes[i]).size == 0)
			add(content, notes[i]);
}

static void
add_sources(clausary_content *content, const clausary_source *sources, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		add(content, sources[i].citation);
}

static void
add_definitions(clausary_content *content, const clausary_concept_definition *items, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		add(content, items[i].text);
		add_sources(content, items[i].sources.items, items[i].sources.count);
		add_data(content, &items[i].data);
	}
}

static void
add_term(clausary_content *content, const clausary_term *term)
{
	add(content, term->form);
	add(content, term->part_of_speech);
	add(content, clausary_slice_of(clausary_term_type_names[term->type]));
	add(content, clausary_slice_of(clausary_term_status_names[term->status]));
	add_sources(content, term->sources.items, term->sources.count);
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		add(content, term->contexts.items[i].text);
		add(content, term->contexts.items[i].source.citation);
		add_data(content, &term->contexts.items[i].data);
	}
	add_notes(content, term->notes.items, term->notes.count);
	add_data(content, &term->data);
}

void
clausary_content_add(clausary_content *content, const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		add(content, concept->subjects.items[i]);
	add_notes(content, concept->notes.items, concept->notes.count);
	add_definitions(content, concept->definitions.items, concept->definitions.count);
	add_data(content, &concept->data);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		uint64_t language = 0;
		for (size_t k = 0; k < section->language.size; k++)
			language = language * 31
			           + (unsigned char)clausary_ascii_lower(section->language.data[k]);
		clausary_array_push(content, language);
		add_definitions(content, section->definitions.items, section->definitions.count);
		add_notes(content, section->notes.items, section->notes.count);
		add_data(content, &section->data);
		for (uint32_t k = 0; k < section->terms.count; k++)
			add_term(content, section->terms.items[k]);
	}
}

static int
by_number(const void *a, const void *b)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
	return (left > right) - (left < right);
}

uint64_t
clausary_content_hash(clausary_content *content)
{
	uint64_t sum = 0;
	if (content->count > 1)
		qsort(content->items, content->count, sizeof *content->items, by_number);
	for (size_t i = 0; i < content->count; i++)
		if (i == 0 || content->items[i] != content->items[i - 1])
			sum = (sum ^ content->items[i]) * 0x9e3779b97f4a7c15u;
	return sum ^ sum >> 32;
}
