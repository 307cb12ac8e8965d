/* MultiTerm XML (`mtf`): concepts with numbers, the languages by name and code, every field in a
 * `descripGrp` whose type is its data category. */
#include "write/losses.h"
#include "write/writer.h"
#include "write/xml_out.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

typedef struct multiterm {
	clausary_xml xml;
	const clausary_termbase *termbase;
	clausary_buffer text;
} multiterm;

/* A field, and where it is from. */
static void
put_sourced(multiterm *m, const char *type, clausary_slice text, const clausary_source *sources,
            uint32_t count)
{
	clausary_xml_begin(&m->xml, "descripGrp");
	clausary_xml_element(&m->xml, "descrip", type, text);
	for (uint32_t i = 0; i < count; i++) {
		m->text.size = 0;
		clausary_source_print(&m->text, m->termbase, &sources[i]);
		if (m->text.size == 0)
			continue;
		clausary_xml_begin(&m->xml, "descripGrp");
		clausary_xml_element(&m->xml, "descrip", "source", clausary_buffer_slice(&m->text));
		clausary_xml_end(&m->xml, "descripGrp");
	}
	clausary_xml_end(&m->xml, "descripGrp");
}

static void
put_field(multiterm *m, const char *type, clausary_slice text)
{
	put_sourced(m, type, text, NULL, 0);
}

static void
put_notes(multiterm *m, const clausary_slice *notes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		put_field(m, "note", notes[i]);
}

static void
put_definitions(multiterm *m, const clausary_concept_definition *definitions, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		put_sourced(m, "definition", definitions[i].text, definitions[i].sources.items,
		            definitions[i].sources.count);
}

static void
put_term(multiterm *m, const clausary_term *term)
{
	clausary_xml_begin(&m->xml, "termGrp");
	clausary_xml_element(&m->xml, "term", NULL, term->form);
	if (term->type != CLAUSARY_TERM_PLAIN)
		put_field(m, "termType", clausary_slice_of(clausary_term_type_names[term->type]));
	if (term->status != CLAUSARY_TERM_STATUS_NONE)
		put_field(m, "administrativeStatus",
		          clausary_slice_of(clausary_term_status_names[term->status]));
	if (term->part_of_speech.size)
		put_field(m, "partOfSpeech", term->part_of_speech);
	for (uint32_t i = 0; i < term->contexts.count; i++)
		put_sourced(m, "context", term->contexts.items[i].text,
		            &term->contexts.items[i].source, 1);
	for (uint32_t i = 0; i < term->sources.count; i++) {
		m->text.size = 0;
		clausary_source_print(&m->text, m->termbase, &term->sources.items[i]);
		put_field(m, "source", clausary_buffer_slice(&m->text));
	}
	put_notes(m, term->notes.items, term->notes.count);
	put_notes(m, term->remarks.items, term->remarks.count);
	clausary_xml_end(&m->xml, "termGrp");
}

/* The English name of a language, by which MultiTerm knows it; the tag where there is none. */
static void
print_language(clausary_buffer *to, clausary_slice tag)
{
	enum { LONGEST = 128 };
	UChar units[LONGEST];
	char name[LONGEST * 3], text[ULOC_FULLNAME_CAPACITY], locale[ULOC_FULLNAME_CAPACITY];
	UErrorCode error = U_ZERO_ERROR;
	int32_t size = 0;
	to->size = 0;
	if (tag.size < sizeof text) {
		memcpy(text, tag.data, tag.size);
		text[tag.size] = '\0';
		uloc_forLanguageTag(text, locale, sizeof locale, NULL, &error);
		size = uloc_getDisplayName(locale, "en", units, LONGEST, &error);
		u_strToUTF8(name, sizeof name, &size, units, size, &error);
	}
	if (U_SUCCESS(error) && size > 0 && error != U_STRING_NOT_TERMINATED_WARNING)
		clausary_buffer_add(to, (clausary_slice){name, (size_t)size});
	else
		clausary_buffer_add(to, tag);
}

static void
put_section(multiterm *m, const clausary_language_section *section)
{
	clausary_slice tag = clausary_termbase_tag(m->termbase, section->language);
	clausary_xml_begin(&m->xml, "languageGrp");
	clausary_xml_begin(&m->xml, "language");
	print_language(&m->text, tag);
	clausary_xml_add_attribute(&m->xml, "type", clausary_buffer_slice(&m->text));
	clausary_xml_add_attribute(&m->xml, "lang", tag);
	clausary_xml_text(&m->xml, "language", CLAUSARY_SLICE(""));
	put_definitions(m, section->definitions.items, section->definitions.count);
	put_notes(m, section->notes.items, section->notes.count);
	for (uint32_t i = 0; i < section->terms.count; i++)
		put_term(m, section->terms.items[i]);
	clausary_xml_end(&m->xml, "languageGrp");
}

/* MultiTerm wants numbers for ids, and numbers anew what it imports: the id stands in a field. */
static void
put_concept(multiterm *m, const clausary_concept *concept, size_t number)
{
	clausary_xml_begin(&m->xml, "conceptGrp");
	m->text.size = 0;
	clausary_buffer_add_number(&m->text, (uint32_t)number);
	clausary_xml_element(&m->xml, "concept", NULL, clausary_buffer_slice(&m->text));
	put_field(m, "entryIdentifier", concept->id);
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		put_field(m, "subjectField", concept->subjects.items[i]);
	put_definitions(m, concept->definitions.items, concept->definitions.count);
	put_notes(m, concept->notes.items, concept->notes.count);
	put_notes(m, concept->remarks.items, concept->remarks.count);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		put_section(m, concept->languages.items[i]);
	clausary_xml_end(&m->xml, "conceptGrp");
}

static clausary_status
write_multiterm(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	multiterm m = {.xml = {.sink = to}, .termbase = results->termbase};
	(void)context;
	clausary_xml_declaration(&m.xml);
	clausary_xml_begin(&m.xml, "mtf");
	for (size_t i = 0; i < m.termbase->ordered.count; i++)
		put_concept(&m, m.termbase->ordered.items[i], i + 1);
	clausary_xml_end(&m.xml, "mtf");
	clausary_sink_literal(to, "\n");
	clausary_buffer_finish(&m.text);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_multiterm = {
        .name = "multiterm",
        .label = "MultiTerm XML",
        .suffix = "xml",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITIONS | CLAUSARY_KEEPS_CONCEPT_DEFINITIONS
                 | CLAUSARY_KEEPS_DEFINITION_SOURCES | CLAUSARY_KEEPS_CONTEXTS
                 | CLAUSARY_KEEPS_SOURCES | CLAUSARY_KEEPS_NOTES | CLAUSARY_KEEPS_STATUS
                 | CLAUSARY_KEEPS_TYPE | CLAUSARY_KEEPS_PART_OF_SPEECH | CLAUSARY_KEEPS_SUBJECTS,
        .write = write_multiterm,
};
