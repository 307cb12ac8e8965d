/* A row a concept, columns for every language of the termbase. */
#include "write/rows.h"

#include <stdlib.h>

static const char *const PARTS[] = {"term",       "short_form",        "clause",
                                    "definition", "definition_source", "context"};
enum { PART_COUNT = sizeof PARTS / sizeof PARTS[0] };

static void
field(const clausary_rows *rows, clausary_slice text)
{
	rows->field(rows->payload, text);
}

/* All terms of one kind, joined. */
static void
put_terms(const clausary_rows *rows, const clausary_language_section *section, bool is_short,
          clausary_buffer *text)
{
	text->size = 0;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		if (clausary_term_is_short(section->terms.items[i]) != is_short)
			continue;
		if (text->size)
			clausary_buffer_add(text, CLAUSARY_SLICE("; "));
		clausary_buffer_add(text, section->terms.items[i]->form);
	}
	field(rows, clausary_buffer_slice(text));
}

static void
put_section(const clausary_rows *rows, const clausary_termbase *termbase,
            const clausary_language_section *section, clausary_buffer *text)
{
	const clausary_concept_definition *definition =
	        section->definitions.count ? section->definitions.items : NULL;
	put_terms(rows, section, false, text);
	put_terms(rows, section, true, text);
	field(rows, section->place->source.clause);
	field(rows, definition ? definition->text : CLAUSARY_SLICE(""));
	text->size = 0;
	if (definition && definition->sources.count)
		clausary_source_print(text, termbase, definition->sources.items);
	field(rows, clausary_buffer_slice(text));
	clausary_slice sentence = CLAUSARY_SLICE("");
	for (uint32_t i = 0; i < section->terms.count && sentence.size == 0; i++)
		if (section->terms.items[i]->contexts.count)
			sentence = section->terms.items[i]->contexts.items[0].text;
	field(rows, sentence);
}

static void
put_concept(const clausary_rows *rows, const clausary_termbase *termbase,
            const clausary_concept *concept, const clausary_slice *languages, size_t count,
            clausary_buffer *text)
{
	uint32_t document = concept->source->document;
	field(rows, concept->id);
	field(rows, document == CLAUSARY_NONE ? CLAUSARY_SLICE("")
	                                      : termbase->documents.items[document].identifier);
	field(rows, concept->source->clause);
	field(rows, concept->source->key);
	for (size_t i = 0; i < count; i++) {
		const clausary_language_section *section =
		        clausary_concept_find_section(concept, languages[i]);
		for (size_t j = 0; section == NULL && j < PART_COUNT; j++)
			field(rows, CLAUSARY_SLICE(""));
		if (section)
			put_section(rows, termbase, section, text);
	}
	rows->end(rows->payload);
}

static void
put_head(const clausary_rows *rows, const clausary_termbase *termbase,
         const clausary_slice *languages, size_t count, clausary_buffer *text)
{
	static const char *const first[] = {"id", "document", "clause", "key"};
	for (size_t i = 0; i < sizeof first / sizeof first[0]; i++)
		field(rows, clausary_slice_of(first[i]));
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < PART_COUNT; j++) {
			text->size = 0;
			clausary_buffer_add(text, clausary_termbase_tag(termbase, languages[i]));
			clausary_buffer_print(text, ":%s", PARTS[j]);
			field(rows, clausary_buffer_slice(text));
		}
	rows->end(rows->payload);
}

void
clausary_rows_wide(const clausary_rows *rows, const clausary_termbase *termbase)
{
	clausary_buffer text = {0};
	clausary_slice *languages;
	size_t count = clausary_termbase_languages(termbase, &languages);
	put_head(rows, termbase, languages, count, &text);
	for (size_t i = 0; i < termbase->ordered.count; i++)
		put_concept(rows, termbase, termbase->ordered.items[i], languages, count, &text);
	clausary_buffer_finish(&text);
	free(languages);
}
