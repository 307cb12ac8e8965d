/* TBX v2 for readers with two habits: pairing every term of an entry with every other (OmegaT), and
 * taking only the first term of the first two languages (translate-toolkit). One entry a pair of
 * designations: full form with full form, short form with short form; the clause stands in a note,
 * which both show. Of two languages that are asked for, what both have. */
#include "write/losses.h"
#include "write/pairs_out.h"
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

/* Whether at least so many languages have one. */
static bool
has_designation(const clausary_concept *concept, bool is_short, uint32_t n, uint32_t languages)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < concept->languages.count; i++)
		count += designation(concept->languages.items[i], is_short, n) != NULL;
	return count >= languages;
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

static void
write_concept(clausary_tbx *tbx, const clausary_concept *concept, uint32_t languages)
{
	uint32_t number = 1;
	for (int is_short = 0; is_short < 2; is_short++)
		for (uint32_t n = 0; has_designation(concept, is_short, n, languages); n++)
			write_entry(tbx, concept, number++, is_short, n);
}

static void
drop(clausary_tbx *tbx, const char *field, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++)
		clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_DROPPED, clausary_slice_of(field));
}

/* What a section says, which has no counterpart from some designation of each kind on. */
static void
count_losses(clausary_tbx *tbx, const clausary_concept *concept,
             const clausary_language_section *section)
{
	uint32_t numbers[2] = {0, 0};
	bool shown = false;
	for (uint32_t i = 0; i < concept->languages.count; i++)
		shown |= concept->languages.items[i] == section;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		bool is_short = clausary_term_is_short(term);
		if (shown && has_designation(concept, is_short, numbers[is_short]++, 2))
			continue;
		drop(tbx, "term", 1);
		drop(tbx, "source", term->sources.count);
		drop(tbx, "note", term->notes.count);
	}
	if (!shown) {
		drop(tbx, "definition", section->definitions.count);
		drop(tbx, "note", section->notes.count);
	}
}

/* Of a concept these languages, where both have a designation of one kind. */
static void
write_pair(clausary_tbx *tbx, const clausary_concept *concept, const clausary_slice *languages)
{
	clausary_language_section *sections[2];
	clausary_concept both = *concept;
	both.languages.items = sections;
	both.languages.count = 0;
	for (int i = 0; i < 2; i++)
		if ((sections[both.languages.count] =
		             clausary_concept_find_section(concept, languages[i])))
			both.languages.count++;
	write_concept(tbx, &both, 2);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		count_losses(tbx, &both, concept->languages.items[i]);
}

static clausary_status
write_tbx_flat(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_tbx tbx = {
	        .xml = {.sink = to}, .termbase = termbase, .names = &clausary_tbx_v2_names};
	clausary_slice pair[2];
	clausary_status status = clausary_tbx_check(context, termbase);
	if (status == CLAUSARY_OK && results->source_language)
		status = clausary_pairs_languages(pair, context, results);
	if (status != CLAUSARY_OK)
		return status;
	clausary_tbx_begin_v2(&tbx);
	for (size_t i = 0; i < termbase->ordered.count; i++)
		if (results->source_language)
			write_pair(&tbx, termbase->ordered.items[i], pair);
		else
			write_concept(&tbx, termbase->ordered.items[i], 1);
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
        .needs = CLAUSARY_NEEDS_TERMBASE | CLAUSARY_NEEDS_PAIR,
        .keeps = CLAUSARY_KEEPS_DEFINITIONS | CLAUSARY_KEEPS_CONCEPT_DEFINITIONS
                 | CLAUSARY_KEEPS_DEFINITION_SOURCES | CLAUSARY_KEEPS_SOURCES | CLAUSARY_KEEPS_NOTES
                 | CLAUSARY_KEEPS_STATUS | CLAUSARY_KEEPS_TYPE | CLAUSARY_KEEPS_PART_OF_SPEECH
                 | CLAUSARY_KEEPS_SUBJECTS | CLAUSARY_KEEPS_TITLE | CLAUSARY_KEEPS_ORIGINS,
        .write = write_tbx_flat,
};
