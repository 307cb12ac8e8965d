/* CSV, long: a row a term of a language of a concept, all evidence in columns. */
#include "write/csv_out.h"
#include "write/losses.h"
#include "write/writer.h"

static const char *const COLUMNS[] = {
        "id",      "language",       "term",       "type",
        "status",  "document",       "clause",     "key",
        "source",  "mentions",       "definition", "definition_source",
        "context", "context_source", "notes",
};

typedef struct table {
	clausary_csv csv;
	const clausary_termbase *termbase;
	clausary_buffer text;
} table;

static void
put_text(table *t)
{
	clausary_csv_field(&t->csv, clausary_buffer_slice(&t->text));
	t->text.size = 0;
}

static void
add_joined(table *t, clausary_slice part)
{
	if (t->text.size && part.size)
		clausary_buffer_add(&t->text, CLAUSARY_SLICE("; "));
	clausary_buffer_add(&t->text, part);
}

static void
put_source(table *t, const clausary_source *source)
{
	if (source)
		clausary_source_print(&t->text, t->termbase, source);
	put_text(t);
}

/* Document, clause and key of the first source; then all sources. */
static void
put_sources(table *t, const clausary_term *term)
{
	clausary_slice document = CLAUSARY_SLICE(""), clause = document, key = document;
	if (term->sources.count && term->sources.items[0].document != CLAUSARY_NONE) {
		const clausary_source *first = &term->sources.items[0];
		document = t->termbase->documents.items[first->document].identifier;
		clause = first->clause;
		key = first->key;
	}
	clausary_csv_field(&t->csv, document);
	clausary_csv_field(&t->csv, clause);
	clausary_csv_field(&t->csv, key);
	for (uint32_t i = 0; i < term->sources.count; i++) {
		if (i)
			clausary_buffer_add(&t->text, CLAUSARY_SLICE("; "));
		clausary_source_print(&t->text, t->termbase, &term->sources.items[i]);
	}
	put_text(t);
}

static void
put_row(table *t, const clausary_concept *concept, const clausary_language_section *section,
        const clausary_term *term)
{
	const clausary_concept_definition *definition =
	        section->definitions.count ? section->definitions.items : NULL;
	const clausary_context_sentence *sentence =
	        term->contexts.count ? term->contexts.items : NULL;
	clausary_csv_field(&t->csv, concept->id);
	clausary_csv_field(&t->csv, clausary_termbase_tag(t->termbase, section->language));
	clausary_csv_field(&t->csv, term->form);
	clausary_csv_field(&t->csv, clausary_slice_of(clausary_term_type_names[term->type]));
	clausary_csv_field(&t->csv, clausary_slice_of(clausary_term_status_words[term->status]));
	put_sources(t, term);
	clausary_buffer_print(&t->text, "%u", term->mentions);
	put_text(t);
	clausary_csv_field(&t->csv, definition ? definition->text : CLAUSARY_SLICE(""));
	put_source(t, definition && definition->sources.count ? definition->sources.items : NULL);
	clausary_csv_field(&t->csv, sentence ? sentence->text : CLAUSARY_SLICE(""));
	put_source(t, sentence ? &sentence->source : NULL);
	for (uint32_t i = 0; i < concept->notes.count; i++)
		add_joined(t, concept->notes.items[i]);
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		add_joined(t, concept->remarks.items[i]);
	for (uint32_t i = 0; i < section->notes.count; i++)
		add_joined(t, section->notes.items[i]);
	for (uint32_t i = 0; i < term->notes.count; i++)
		add_joined(t, term->notes.items[i]);
	for (uint32_t i = 0; i < term->remarks.count; i++)
		add_joined(t, term->remarks.items[i]);
	put_text(t);
	clausary_csv_end(&t->csv);
}

static clausary_status
write_csv(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	table t = {.csv = {.sink = to}, .termbase = results->termbase};
	(void)context;
	for (size_t i = 0; i < sizeof COLUMNS / sizeof COLUMNS[0]; i++)
		clausary_csv_field(&t.csv, clausary_slice_of(COLUMNS[i]));
	clausary_csv_end(&t.csv);
	for (size_t i = 0; i < t.termbase->ordered.count; i++) {
		const clausary_concept *concept = t.termbase->ordered.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			const clausary_language_section *section = concept->languages.items[j];
			for (uint32_t k = 0; k < section->terms.count; k++)
				put_row(&t, concept, section, section->terms.items[k]);
		}
	}
	clausary_buffer_finish(&t.text);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_csv = {
        .name = "csv",
        .label = "Comma-separated values, a row a term",
        .suffix = "csv",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITION | CLAUSARY_KEEPS_DEFINITION_SOURCE
                 | CLAUSARY_KEEPS_CONTEXT | CLAUSARY_KEEPS_SOURCES | CLAUSARY_KEEPS_NOTES
                 | CLAUSARY_KEEPS_STATUS | CLAUSARY_KEEPS_TYPE,
        .write = write_csv,
};
