/* SKOS (W3C Recommendation of 2009) in Turtle: a concept scheme; of each language one preferred
 * label (S14), the others alternative, deprecated ones hidden; definitions and notes as resources
 * with their source (SKOS Primer 4.2), because a literal cannot say where it stands. */
#include "write/losses.h"
#include "write/plain_text.h"
#include "write/writer.h"

/* Of a string between quotation marks (Turtle 6.4). */
static const clausary_escape ESCAPES[] = {
        {'\\', "\\\\"}, {'"', "\\\""}, {'\n', "\\n"}, {'\t', "\\t"}, {0}};

typedef struct turtle {
	clausary_sink *to;
	const clausary_termbase *termbase;
	clausary_buffer text;
} turtle;

/* `"text"@en` */
static void
put_literal(turtle *t, clausary_slice text, clausary_slice language)
{
	clausary_sink_put_byte(t->to, '"');
	clausary_put_escaped(t->to, text, ESCAPES);
	clausary_sink_put_byte(t->to, '"');
	if (language.size) {
		clausary_sink_put_byte(t->to, '@');
		clausary_sink_put(t->to, language);
	}
}

static void
begin(turtle *t, const char *property)
{
	clausary_sink_literal(t->to, " ;\n    ");
	clausary_sink_put(t->to, clausary_slice_of(property));
	clausary_sink_put_byte(t->to, ' ');
}

static void
put_source(turtle *t, const clausary_source *source)
{
	t->text.size = 0;
	clausary_source_print(&t->text, t->termbase, source);
	clausary_sink_literal(t->to, " ; dct:source ");
	put_literal(t, clausary_buffer_slice(&t->text), CLAUSARY_SLICE(""));
}

static bool
is_current(const clausary_term *term)
{
	return term->status != CLAUSARY_TERM_STATUS_DEPRECATED
	       && term->status != CLAUSARY_TERM_STATUS_SUPERSEDED;
}

/* The term that is the preferred label of its language: what is said to be, else the first. */
static const clausary_term *
preferred_of(const clausary_language_section *section)
{
	const clausary_term *first = NULL;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		if (term->status == CLAUSARY_TERM_STATUS_PREFERRED)
			return term;
		if (first == NULL && is_current(term))
			first = term;
	}
	return first;
}

/* Whether an earlier term of the section says the same: nothing is said twice in RDF. */
static bool
has_context(const clausary_language_section *section, uint32_t before,
            const clausary_context_sentence *context)
{
	for (uint32_t i = 0; i < before; i++) {
		const clausary_term *term = section->terms.items[i];
		for (uint32_t j = 0; j < term->contexts.count; j++)
			if (clausary_slice_equal(term->contexts.items[j].text, context->text)
			    && clausary_source_same(&term->contexts.items[j].source,
			                            &context->source))
				return true;
	}
	return false;
}

static bool
has_source(const clausary_language_section *section, uint32_t before, const clausary_source *source)
{
	for (uint32_t i = 0; i < before; i++) {
		const clausary_term *term = section->terms.items[i];
		for (uint32_t j = 0; j < term->sources.count; j++)
			if (clausary_source_same(&term->sources.items[j], source))
				return true;
	}
	return false;
}

/* The sentences a term stands in, and where it is from. */
static void
put_evidence(turtle *t, const clausary_language_section *section, uint32_t index)
{
	const clausary_term *term = section->terms.items[index];
	clausary_slice language = clausary_termbase_tag(t->termbase, section->language);
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		if (has_context(section, index, &term->contexts.items[i]))
			continue;
		begin(t, "skos:example");
		clausary_sink_literal(t->to, "[ rdf:value ");
		put_literal(t, term->contexts.items[i].text, language);
		put_source(t, &term->contexts.items[i].source);
		clausary_sink_literal(t->to, " ]");
	}
	for (uint32_t i = 0; i < term->sources.count; i++) {
		if (has_source(section, index, &term->sources.items[i]))
			continue;
		begin(t, "dct:source");
		t->text.size = 0;
		clausary_source_print(&t->text, t->termbase, &term->sources.items[i]);
		put_literal(t, clausary_buffer_slice(&t->text), CLAUSARY_SLICE(""));
	}
}

static void
put_definitions(turtle *t, const clausary_concept_definition *items, uint32_t count,
                clausary_slice language)
{
	for (uint32_t i = 0; i < count; i++) {
		begin(t, "skos:definition");
		clausary_sink_literal(t->to, "[ rdf:value ");
		put_literal(t, items[i].text, language);
		for (uint32_t j = 0; j < items[i].sources.count; j++)
			put_source(t, &items[i].sources.items[j]);
		clausary_sink_literal(t->to, " ]");
	}
}

static void
put_section(turtle *t, const clausary_language_section *section)
{
	clausary_slice language = clausary_termbase_tag(t->termbase, section->language);
	const clausary_term *preferred = preferred_of(section);
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		begin(t, term == preferred  ? "skos:prefLabel"
		         : is_current(term) ? "skos:altLabel"
		                            : "skos:hiddenLabel");
		put_literal(t, term->form, language);
	}
	put_definitions(t, section->definitions.items, section->definitions.count, language);
	for (uint32_t i = 0; i < section->notes.count; i++) {
		begin(t, "skos:scopeNote");
		put_literal(t, section->notes.items[i], language);
	}
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		for (uint32_t j = 0; j < term->notes.count; j++) {
			begin(t, "skos:note");
			put_literal(t, term->notes.items[j], language);
		}
		put_evidence(t, section, i);
	}
}

static void
put_concept(turtle *t, const clausary_concept *concept)
{
	clausary_sink_literal(t->to, "\n<#");
	clausary_sink_put(t->to, concept->id);
	clausary_sink_literal(t->to, "> a skos:Concept ;\n    skos:inScheme <>");
	for (uint32_t i = 0; i < concept->notes.count; i++) {
		begin(t, "skos:note");
		put_literal(t, concept->notes.items[i], CLAUSARY_SLICE(""));
	}
	for (uint32_t i = 0; i < concept->subjects.count; i++) {
		begin(t, "dct:subject");
		put_literal(t, concept->subjects.items[i], CLAUSARY_SLICE(""));
	}
	put_definitions(t, concept->definitions.items, concept->definitions.count,
	                t->termbase->language);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		put_section(t, concept->languages.items[i]);
	clausary_sink_literal(t->to, " .\n");
}

static clausary_status
write_skos(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	turtle t = {.to = to, .termbase = results->termbase};
	(void)context;
	clausary_sink_literal(to, "@prefix dct: <http://purl.org/dc/terms/> .\n"
	                          "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
	                          "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n\n"
	                          "<> a skos:ConceptScheme ;\n    dct:title ");
	clausary_termbase_print_title(&t.text, t.termbase);
	put_literal(&t, clausary_buffer_slice(&t.text), CLAUSARY_SLICE(""));
	clausary_sink_literal(to, " .\n");
	for (size_t i = 0; i < t.termbase->ordered.count; i++)
		put_concept(&t, t.termbase->ordered.items[i]);
	clausary_buffer_finish(&t.text);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_skos = {
        .name = "skos",
        .label = "SKOS in Turtle, for the web of data",
        .suffix = "ttl",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITIONS | CLAUSARY_KEEPS_CONCEPT_DEFINITIONS
                 | CLAUSARY_KEEPS_DEFINITION_SOURCES | CLAUSARY_KEEPS_CONTEXTS
                 | CLAUSARY_KEEPS_SOURCES | CLAUSARY_KEEPS_NOTES | CLAUSARY_KEEPS_SUBJECTS
                 | CLAUSARY_KEEPS_TITLE,
        .write = write_skos,
};
