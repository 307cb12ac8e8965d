/* TBX v2 for readers with two habits: pairing every term of an entry with every other (OmegaT), and
 * taking only the first term of a language (translate-toolkit). One entry a pair of designations:
 * full form with full form, short form with short form; the clause stands in a note, which both
 * show. */
#include "write/losses.h"
#include "write/tbx.h"

/* The n-th short form, or n-th other term, of a section; NULL past the end. */
static const clausary_term *
designation(const clausary_language_section *section, bool is_short, uint32_t n)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i]) == is_short && n-- == 0)
			return section->terms.items[i];
	return NULL;
}

static bool
has_designation(const clausary_concept *concept, bool is_short, uint32_t n)
{
	for (uint32_t i = 0; i < concept->languages.count; i++)
		if (designation(concept->languages.items[i], is_short, n))
			return true;
	return false;
}

static void
add_sources(clausary_tbx *tbx, const clausary_term *term)
{
	for (uint32_t i = 0; i < term->sources.count; i++) {
		if (tbx->text.size)
			clausary_buffer_add(&tbx->text,
			                    i ? CLAUSARY_SLICE("; ") : CLAUSARY_SLICE(". "));
		clausary_source_print(&tbx->text, tbx->termbase, &term->sources.items[i]);
	}
}

static void
put_notes(clausary_tbx *tbx, const clausary_slice *notes, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, notes[i]);
}

/* "= artificial intelligence. Resolution EX-101 (2022), recalling a)" for the first language that
 * has it. */
static void
write_clause_note(clausary_tbx *tbx, const clausary_concept *concept, bool is_short, uint32_t n)
{
	bool written = false;
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		const clausary_term *term = designation(section, is_short, n);
		const clausary_term *full = designation(section, false, 0);
		if (term == NULL)
			continue;
		for (uint32_t k = 0; written && k < term->sources.count; k++)
			clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_DROPPED,
			                    CLAUSARY_SLICE("source"));
		if (written)
			continue;
		written = true;
		tbx->text.size = 0;
		if (is_short && full) {
			clausary_buffer_add(&tbx->text, CLAUSARY_SLICE("= "));
			clausary_buffer_add(&tbx->text, full->form);
		}
		add_sources(tbx, term);
		if (tbx->text.size)
			clausary_xml_element(&tbx->xml, "note", NULL,
			                     clausary_buffer_slice(&tbx->text));
	}
}

static void
write_notes(clausary_tbx *tbx, const clausary_concept *concept, bool is_short, uint32_t n)
{
	write_clause_note(tbx, concept, is_short, n);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_term *term = designation(concept->languages.items[i], is_short, n);
		if (term == NULL)
			continue;
		put_notes(tbx, term->notes.items, term->notes.count);
		put_notes(tbx, term->remarks.items, term->remarks.count);
	}
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, concept->remarks.items[i]);
}

static void
write_definitions(clausary_tbx *tbx, const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->definitions.count; i++)
		clausary_tbx_definition(tbx, &concept->definitions.items[i],
		                        CLAUSARY_LEVEL_CONCEPT);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		for (uint32_t j = 0; j < section->definitions.count; j++)
			clausary_tbx_definition(tbx, &section->definitions.items[j],
			                        CLAUSARY_LEVEL_CONCEPT);
	}
}

/* What is no designation's stands in the first entry. */
static void
write_entry_notes(clausary_tbx *tbx, const clausary_concept *concept)
{
	put_notes(tbx, concept->notes.items, concept->notes.count);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		put_notes(tbx, concept->languages.items[i]->notes.items,
		          concept->languages.items[i]->notes.count);
}

static void
write_entry(clausary_tbx *tbx, const clausary_concept *concept, uint32_t number, bool is_short,
            uint32_t n)
{
	clausary_xml *xml = &tbx->xml;
	clausary_xml_begin(xml, "termEntry");
	tbx->text.size = 0;
	clausary_buffer_add(&tbx->text, concept->id);
	clausary_buffer_print(&tbx->text, "-%u", number);
	clausary_xml_add_attribute(xml, "id", clausary_buffer_slice(&tbx->text));
	if (tbx->termbase->subject.size)
		clausary_xml_element(xml, "descrip", "subjectField", tbx->termbase->subject);
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		clausary_xml_element(xml, "descrip", "subjectField", concept->subjects.items[i]);
	if (number == 1)
		write_definitions(tbx, concept);
	write_notes(tbx, concept, is_short, n);
	if (number == 1)
		write_entry_notes(tbx, concept);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		const clausary_term *term = designation(section, is_short, n);
		if (term == NULL)
			continue;
		clausary_xml_begin(xml, "langSet");
		clausary_xml_add_attribute(xml, "xml:lang",
		                           clausary_termbase_tag(tbx->termbase, section->language));
		clausary_xml_begin(xml, "tig");
		clausary_tbx_term_notes(tbx, term);
		clausary_xml_end(xml, "tig");
		clausary_xml_end(xml, "langSet");
	}
	clausary_xml_end(xml, "termEntry");
}

static clausary_status
write_tbx_flat(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_tbx tbx = {
	        .xml = {.sink = to}, .termbase = termbase, .names = &clausary_tbx_v2_names};
	clausary_status status = clausary_tbx_check(context, termbase);
	if (status != CLAUSARY_OK)
		return status;
	clausary_tbx_begin_v2(&tbx);
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		uint32_t number = 1;
		for (uint32_t n = 0; has_designation(concept, false, n); n++)
			write_entry(&tbx, concept, number++, false, n);
		for (uint32_t n = 0; has_designation(concept, true, n); n++)
			write_entry(&tbx, concept, number++, true, n);
	}
	clausary_xml_end(&tbx.xml, "body");
	clausary_xml_end(&tbx.xml, "text");
	clausary_xml_end(&tbx.xml, "martif");
	clausary_sink_put_byte(to, '\n');
	clausary_buffer_finish(&tbx.text);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_tbx_flat = {
        .name = "tbx-flat",
        .label = "TermBase eXchange v2, one entry a designation, for simple readers",
        .suffix = "tbx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITIONS | CLAUSARY_KEEPS_CONCEPT_DEFINITIONS
                 | CLAUSARY_KEEPS_DEFINITION_SOURCES | CLAUSARY_KEEPS_SOURCES | CLAUSARY_KEEPS_NOTES
                 | CLAUSARY_KEEPS_STATUS | CLAUSARY_KEEPS_TYPE | CLAUSARY_KEEPS_PART_OF_SPEECH
                 | CLAUSARY_KEEPS_SUBJECTS | CLAUSARY_KEEPS_TITLE | CLAUSARY_KEEPS_ORIGINS,
        .write = write_tbx_flat,
};
