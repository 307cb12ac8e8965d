/* CSV, wide: a row a concept, columns for every language of the termbase. */
#include "write/csv_out.h"
#include "write/writer.h"

#include <stdlib.h>

static const char *const PARTS[] = {"term", "short_form", "definition", "definition_source",
                                    "context"};
enum { PART_COUNT = sizeof PARTS / sizeof PARTS[0] };

/* All terms of one kind, joined. */
static void
put_terms(clausary_csv *csv, const clausary_language_section *section, bool is_short,
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
	clausary_csv_field(csv, clausary_buffer_slice(text));
}

static void
put_section(clausary_csv *csv, const clausary_termbase *termbase,
            const clausary_language_section *section, clausary_buffer *text)
{
	const clausary_concept_definition *definition =
	        section->definitions.count ? section->definitions.items : NULL;
	put_terms(csv, section, false, text);
	put_terms(csv, section, true, text);
	clausary_csv_field(csv, definition ? definition->text : CLAUSARY_SLICE(""));
	text->size = 0;
	if (definition && definition->sources.count)
		clausary_source_print(text, termbase, definition->sources.items);
	clausary_csv_field(csv, clausary_buffer_slice(text));
	clausary_slice sentence = CLAUSARY_SLICE("");
	for (uint32_t i = 0; i < section->terms.count && sentence.size == 0; i++)
		if (section->terms.items[i]->contexts.count)
			sentence = section->terms.items[i]->contexts.items[0].text;
	clausary_csv_field(csv, sentence);
}

static void
put_concept(clausary_csv *csv, const clausary_termbase *termbase, const clausary_concept *concept,
            const clausary_slice *languages, size_t count, clausary_buffer *text)
{
	uint32_t document = concept->source.document;
	clausary_csv_field(csv, concept->id);
	clausary_csv_field(csv, document == CLAUSARY_NONE
	                                ? CLAUSARY_SLICE("")
	                                : termbase->documents.items[document].identifier);
	clausary_csv_field(csv, concept->source.clause);
	clausary_csv_field(csv, concept->source.key);
	for (size_t i = 0; i < count; i++) {
		const clausary_language_section *section =
		        clausary_concept_find_section(concept, languages[i]);
		for (size_t j = 0; section == NULL && j < PART_COUNT; j++)
			clausary_csv_field(csv, CLAUSARY_SLICE(""));
		if (section)
			put_section(csv, termbase, section, text);
	}
	clausary_csv_end(csv);
}

static void
put_head(clausary_csv *csv, const clausary_slice *languages, size_t count, clausary_buffer *text)
{
	static const char *const first[] = {"id", "document", "clause", "key"};
	for (size_t i = 0; i < sizeof first / sizeof first[0]; i++)
		clausary_csv_field(csv, clausary_slice_of(first[i]));
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < PART_COUNT; j++) {
			text->size = 0;
			clausary_buffer_add(text, languages[i]);
			clausary_buffer_print(text, ":%s", PARTS[j]);
			clausary_csv_field(csv, clausary_buffer_slice(text));
		}
	clausary_csv_end(csv);
}

static clausary_status
write_csv_wide(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_csv csv = {.sink = to};
	clausary_buffer text = {0};
	clausary_slice *languages;
	size_t count = clausary_termbase_languages(termbase, &languages);
	(void)context;
	put_head(&csv, languages, count, &text);
	for (size_t i = 0; i < termbase->ordered.count; i++)
		put_concept(&csv, termbase, termbase->ordered.items[i], languages, count, &text);
	clausary_buffer_finish(&text);
	free(languages);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_csv_wide = {
        .name = "csv-wide",
        .label = "Comma-separated values, a row a concept, columns for each language",
        .suffix = "csv",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_csv_wide,
};
