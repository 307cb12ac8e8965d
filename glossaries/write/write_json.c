/* The whole termbase as one JSON object, a concept a line. Names follow TBX. */
#include "termbase/category.h"
#include "write/json_out.h"
#include "write/writer.h"

static void
write_source(clausary_json *json, const char *name, const clausary_termbase *termbase,
             const clausary_source *source)
{
	clausary_json_open(json, name, '{');
	if (source->document == CLAUSARY_NONE) {
		clausary_json_string(json, "citation", source->citation);
		clausary_json_optional(json, "target", source->key);
	} else {
		clausary_json_string(json, "document",
		                     termbase->documents.items[source->document].identifier);
		clausary_json_string(json, "clause", source->clause);
		clausary_json_string(json, "key", source->key);
	}
	clausary_json_close(json, '}');
}

static void
write_strings(clausary_json *json, const char *name, const clausary_slice *strings, uint32_t count)
{
	if (count == 0)
		return;
	clausary_json_open(json, name, '[');
	for (uint32_t i = 0; i < count; i++)
		clausary_json_string(json, NULL, strings[i]);
	clausary_json_close(json, ']');
}

static void
write_sources(clausary_json *json, const clausary_termbase *termbase,
              const clausary_source *sources, uint32_t count)
{
	clausary_json_open(json, "sources", '[');
	for (uint32_t i = 0; i < count; i++)
		write_source(json, NULL, termbase, &sources[i]);
	clausary_json_close(json, ']');
}

static void
write_data(clausary_json *json, const char *name, const clausary_data *data)
{
	if (data->count == 0)
		return;
	clausary_json_open(json, name, '[');
	for (uint32_t i = 0; i < data->count; i++) {
		const clausary_datum *datum = &data->items[i];
		clausary_json_open(json, NULL, '{');
		clausary_json_string(
		        json, "element",
		        clausary_slice_of(clausary_datum_element_name(datum->element)));
		clausary_json_optional(json, "category", datum->category);
		clausary_json_optional(json, "text", datum->text);
		clausary_json_optional(json, "target", datum->target);
		clausary_json_optional(json, "language", datum->language);
		write_data(json, "parts", &datum->parts);
		clausary_json_close(json, '}');
	}
	clausary_json_close(json, ']');
}

static void
write_definition(clausary_json *json, const clausary_termbase *termbase,
                 const clausary_concept_definition *definition)
{
	clausary_json_open(json, NULL, '{');
	clausary_json_string(json, "definition", definition->text);
	write_sources(json, termbase, definition->sources.items, definition->sources.count);
	write_strings(json, "cited", definition->cited.items, definition->cited.count);
	if (definition->elsewhere) {
		clausary_json_name(json, "elsewhere");
		clausary_sink_literal(json->sink, "true");
		json->comma = true;
	}
	write_data(json, "data", &definition->data);
	clausary_json_close(json, '}');
}

static void
write_definitions(clausary_json *json, const clausary_termbase *termbase,
                  const clausary_concept_definition *definitions, uint32_t count)
{
	clausary_json_open(json, "definitions", '[');
	for (uint32_t i = 0; i < count; i++)
		write_definition(json, termbase, &definitions[i]);
	clausary_json_close(json, ']');
}

static void
write_confidence(clausary_json *json, float confidence)
{
	clausary_json_name(json, "confidence");
	clausary_json_fraction(json->sink, confidence);
	json->comma = true;
}

static void
write_term(clausary_json *json, const clausary_termbase *termbase, const clausary_term *term)
{
	clausary_json_open(json, NULL, '{');
	if (!clausary_termbase_is_ours(termbase))
		clausary_json_optional(json, "id", term->id);
	clausary_json_string(json, "term", term->form);
	clausary_json_optional(json, "type",
	                       clausary_slice_of(clausary_term_type_names[term->type]));
	clausary_json_optional(json, "status",
	                       clausary_slice_of(clausary_term_status_words[term->status]));
	clausary_json_optional(json, "partOfSpeech", term->part_of_speech);
	clausary_json_number(json, "mentions", term->mentions);
	write_confidence(json, term->confidence);
	write_sources(json, termbase, term->sources.items, term->sources.count);
	clausary_json_open(json, "contexts", '[');
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		clausary_json_open(json, NULL, '{');
		clausary_json_string(json, "context", term->contexts.items[i].text);
		write_source(json, "source", termbase, &term->contexts.items[i].source);
		write_data(json, "data", &term->contexts.items[i].data);
		clausary_json_close(json, '}');
	}
	clausary_json_close(json, ']');
	write_strings(json, "variants", term->variants.items, term->variants.count);
	write_strings(json, "notes", term->notes.items, term->notes.count);
	write_strings(json, "remarks", term->remarks.items, term->remarks.count);
	write_data(json, "data", &term->data);
	clausary_json_close(json, '}');
}

static void
write_section(clausary_json *json, const clausary_termbase *termbase,
              const clausary_language_section *section)
{
	clausary_json_open(json, NULL, '{');
	clausary_json_string(json, "language", clausary_termbase_tag(termbase, section->language));
	if (section->place->source.document != CLAUSARY_NONE)
		write_source(json, "place", termbase, &section->place->source);
	write_definitions(json, termbase, section->definitions.items, section->definitions.count);
	write_strings(json, "notes", section->notes.items, section->notes.count);
	write_data(json, "data", &section->data);
	clausary_json_open(json, "terms", '[');
	for (uint32_t i = 0; i < section->terms.count; i++)
		write_term(json, termbase, section->terms.items[i]);
	clausary_json_close(json, ']');
	clausary_json_close(json, '}');
}

static void
write_evidence(clausary_json *json, const clausary_concept_link *link)
{
	clausary_json_string(json, "evidence",
	                     clausary_slice_of(clausary_evidence_name(link->evidence)));
	write_confidence(json, link->confidence);
}

/* Why the languages stand in one entry. */
static void
write_links(clausary_json *json, const clausary_termbase *termbase, const clausary_concept *concept)
{
	if (concept->links.count == 0)
		return;
	clausary_json_open(json, "links", '[');
	for (uint32_t i = 0; i < concept->links.count; i++) {
		const clausary_concept_link *link = &concept->links.items[i];
		clausary_json_open(json, NULL, '{');
		clausary_json_open(json, "languages", '[');
		for (int j = 0; j < 2; j++)
			clausary_json_string(json, NULL,
			                     clausary_termbase_tag(termbase, link->languages[j]));
		clausary_json_close(json, ']');
		write_evidence(json, link);
		clausary_json_close(json, '}');
	}
	clausary_json_close(json, ']');
}

static void
write_concept(clausary_json *json, const clausary_termbase *termbase,
              const clausary_concept *concept)
{
	clausary_json_open(json, NULL, '{');
	clausary_json_string(json, "id", concept->id);
	write_strings(json, "subjectFields", concept->subjects.items, concept->subjects.count);
	write_strings(json, "notes", concept->notes.items, concept->notes.count);
	write_strings(json, "remarks", concept->remarks.items, concept->remarks.count);
	if (concept->definitions.count)
		write_definitions(json, termbase, concept->definitions.items,
		                  concept->definitions.count);
	write_data(json, "data", &concept->data);
	clausary_json_open(json, "languages", '[');
	for (uint32_t i = 0; i < concept->languages.count; i++)
		write_section(json, termbase, concept->languages.items[i]);
	clausary_json_close(json, ']');
	write_links(json, termbase, concept);
	clausary_json_close(json, '}');
}

/* What a person should look at, each with the entries it is about. */
static void
write_doubt(clausary_json *json, const clausary_termbase *termbase, const clausary_doubt *doubt)
{
	clausary_json_open(json, NULL, '{');
	clausary_json_string(json, "kind", clausary_slice_of(clausary_doubt_name(doubt->kind)));
	clausary_json_string(json, "id", doubt->concept->id);
	clausary_json_string(json, "language", clausary_termbase_tag(termbase, doubt->language));
	if (doubt->other) {
		clausary_json_string(json, "otherId", doubt->other->id);
		clausary_json_string(json, "otherLanguage",
		                     clausary_termbase_tag(termbase, doubt->other_language));
		write_evidence(json, &doubt->link->link);
	}
	if (doubt->term) {
		clausary_json_string(json, "term", doubt->term->form);
		write_confidence(json, doubt->term->confidence);
	}
	clausary_json_close(json, '}');
}

static void
write_documents(clausary_json *json, const clausary_termbase *termbase)
{
	clausary_json_open(json, "documents", '[');
	for (size_t i = 0; i < termbase->documents.count; i++) {
		const clausary_termbase_document *document = &termbase->documents.items[i];
		clausary_json_open(json, NULL, '{');
		clausary_json_string(json, "name", document->name);
		clausary_json_string(json, "identifier", document->identifier);
		clausary_json_optional(json, "title", document->title);
		clausary_json_string(json, "language",
		                     clausary_termbase_tag(termbase, document->language));
		clausary_json_close(json, '}');
	}
	clausary_json_close(json, ']');
}

static clausary_status
write_json(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_json json = {.sink = to};
	clausary_buffer title = {0};
	(void)context;
	if (clausary_termbase_is_ours(termbase))
		clausary_termbase_print_title(&title, termbase);
	else
		clausary_buffer_add(&title, termbase->title);
	clausary_json_open(&json, NULL, '{');
	clausary_json_string(&json, "title", clausary_buffer_slice(&title));
	clausary_json_optional(&json, "language", termbase->language);
	clausary_json_optional(&json, "dialect", termbase->dialect);
	write_strings(&json, "origins", termbase->origins.items, termbase->origins.count);
	write_data(&json, "objects", &termbase->objects);
	clausary_json_optional(&json, "subjectField", termbase->subject);
	write_documents(&json, termbase);
	clausary_json_name(&json, "concepts");
	clausary_sink_put_byte(to, '[');
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		clausary_sink_put(to, i ? CLAUSARY_SLICE(",\n") : CLAUSARY_SLICE("\n"));
		json.comma = false;
		write_concept(&json, termbase, termbase->ordered.items[i]);
	}
	clausary_sink_literal(to, "\n]");
	for (size_t i = 0; i < termbase->doubts.count; i++) {
		clausary_sink_put(to,
		                  i ? CLAUSARY_SLICE(",\n") : CLAUSARY_SLICE(",\"doubts\":[\n"));
		json.comma = false;
		write_doubt(&json, termbase, &termbase->doubts.items[i]);
	}
	clausary_sink_put(to, termbase->doubts.count ? CLAUSARY_SLICE("\n]}\n")
	                                             : CLAUSARY_SLICE("}\n"));
	clausary_buffer_finish(&title);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_json = {
        .name = "json",
        .label = "JSON, the whole termbase",
        .suffix = "json",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_json,
};
