/* The parts of TBX-Basic (ISO 30042:2019, style DCA; TBX-Basic 2008 for v2): each datum at the
 * level where the dialect allows it. The clause stands in `admin source`, which importers keep. */
#include "write/tbx.h"

const clausary_tbx_names clausary_tbx_v3_names = {"conceptEntry", "langSec", "termSec",
                                                  "refObjectSec"};
const clausary_tbx_names clausary_tbx_v2_names = {"termEntry", "langSet", "tig", "refObjectList"};

clausary_status
clausary_tbx_check(clausary_context *context, const clausary_termbase *termbase)
{
	if (termbase->ordered.count)
		return CLAUSARY_OK;
	return clausary_context_fail(
	        context, CLAUSARY_EINVALID,
	        "no acronym and no defined term was found, and a TBX file must have "
	        "at least one entry: nothing is written");
}

static void
print_document_id(clausary_buffer *to, uint32_t document)
{
	to->size = 0;
	clausary_buffer_print(to, "doc-%u", document + 1);
}

static void
write_source(clausary_tbx *tbx, const clausary_source *source, bool target)
{
	clausary_xml_begin(&tbx->xml, "admin");
	clausary_xml_add_attribute(&tbx->xml, "type", CLAUSARY_SLICE("source"));
	if (target && source->document != CLAUSARY_NONE) {
		print_document_id(&tbx->text, source->document);
		clausary_xml_add_attribute(&tbx->xml, "target", clausary_buffer_slice(&tbx->text));
	}
	tbx->text.size = 0;
	clausary_source_print(&tbx->text, tbx->termbase, source);
	clausary_xml_text(&tbx->xml, "admin", clausary_buffer_slice(&tbx->text));
}

void
clausary_tbx_definition(clausary_tbx *tbx, const clausary_concept_definition *definition,
                        bool target)
{
	clausary_xml_begin(&tbx->xml, "descripGrp");
	clausary_xml_element(&tbx->xml, "descrip", "definition", definition->text);
	for (uint32_t i = 0; i < definition->sources.count; i++)
		write_source(tbx, &definition->sources.items[i], target);
	for (uint32_t i = 0; i < definition->cited.count; i++)
		clausary_xml_element(&tbx->xml, "admin", "source", definition->cited.items[i]);
	clausary_xml_end(&tbx->xml, "descripGrp");
}

void
clausary_tbx_remark(clausary_tbx *tbx, clausary_slice text, clausary_slice language)
{
	bool english = language.size >= 2 && clausary_ascii_lower(language.data[0]) == 'e'
	               && clausary_ascii_lower(language.data[1]) == 'n'
	               && (language.size == 2 || language.data[2] == '-');
	clausary_xml_begin(&tbx->xml, "note");
	if (!english)
		clausary_xml_add_attribute(&tbx->xml, "xml:lang", CLAUSARY_SLICE("en"));
	clausary_xml_text(&tbx->xml, "note", text);
}

/* The part of speech where it is known: what has a short form, and what is one, is a noun. */
static clausary_slice
part_of_speech(const clausary_term *term)
{
	if (term->part_of_speech.size)
		return term->part_of_speech;
	if (clausary_term_is_short(term) || term->type == CLAUSARY_TERM_FULL_FORM)
		return CLAUSARY_SLICE("noun");
	return CLAUSARY_SLICE("");
}

void
clausary_tbx_term_notes(clausary_tbx *tbx, const clausary_term *term)
{
	clausary_slice part = part_of_speech(term);
	clausary_xml_element(&tbx->xml, "term", NULL, term->form);
	if (part.size)
		clausary_xml_element(&tbx->xml, "termNote", "partOfSpeech", part);
	if (term->status != CLAUSARY_TERM_STATUS_NONE)
		clausary_xml_element(&tbx->xml, "termNote", "administrativeStatus",
		                     clausary_slice_of(clausary_term_status_names[term->status]));
	if (term->type != CLAUSARY_TERM_PLAIN)
		clausary_xml_element(&tbx->xml, "termNote", "termType",
		                     clausary_slice_of(clausary_term_type_names[term->type]));
}

/* A short form points at the full form beside it. */
static void
write_reference(clausary_tbx *tbx, const clausary_language_section *section,
                const clausary_term *term)
{
	const clausary_term *full = clausary_section_first(section, false);
	if (full == NULL || full->id.size == 0 || !clausary_term_is_short(term))
		return;
	clausary_xml_begin(&tbx->xml, "ref");
	clausary_xml_add_attribute(&tbx->xml, "type", CLAUSARY_SLICE("crossReference"));
	clausary_xml_add_attribute(&tbx->xml, "target", full->id);
	clausary_xml_text(&tbx->xml, "ref", full->form);
}

static void
write_context(clausary_tbx *tbx, const clausary_context_sentence *context)
{
	clausary_xml_begin(&tbx->xml, "descripGrp");
	clausary_xml_element(&tbx->xml, "descrip", "context", context->text);
	if (context->source.document != CLAUSARY_NONE || context->source.citation.size)
		write_source(tbx, &context->source, true);
	clausary_xml_end(&tbx->xml, "descripGrp");
}

static void
write_term(clausary_tbx *tbx, const clausary_language_section *section, const clausary_term *term)
{
	clausary_xml_begin(&tbx->xml, tbx->names->term_section);
	if (term->id.size)
		clausary_xml_add_attribute(&tbx->xml, "id", term->id);
	clausary_tbx_term_notes(tbx, term);
	for (uint32_t i = 0; i < term->contexts.count; i++)
		write_context(tbx, &term->contexts.items[i]);
	for (uint32_t i = 0; i < term->sources.count; i++)
		write_source(tbx, &term->sources.items[i], true);
	for (uint32_t i = 0; i < term->notes.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, term->notes.items[i]);
	for (uint32_t i = 0; i < term->remarks.count; i++)
		clausary_tbx_remark(tbx, term->remarks.items[i], section->language);
	write_reference(tbx, section, term);
	clausary_xml_end(&tbx->xml, tbx->names->term_section);
}

static void
write_section(clausary_tbx *tbx, const clausary_language_section *section)
{
	clausary_xml_begin(&tbx->xml, tbx->names->section);
	clausary_xml_add_attribute(&tbx->xml, "xml:lang", section->language);
	for (uint32_t i = 0; i < section->definitions.count; i++)
		clausary_tbx_definition(tbx, &section->definitions.items[i], true);
	for (uint32_t i = 0; i < section->notes.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, section->notes.items[i]);
	for (uint32_t i = 0; i < section->terms.count; i++)
		write_term(tbx, section, section->terms.items[i]);
	clausary_xml_end(&tbx->xml, tbx->names->section);
}

void
clausary_tbx_concept(clausary_tbx *tbx, const clausary_concept *concept)
{
	const clausary_termbase *termbase = tbx->termbase;
	uint32_t document = concept->source.document;
	clausary_xml_begin(&tbx->xml, tbx->names->entry);
	clausary_xml_add_attribute(&tbx->xml, "id", concept->id);
	if (termbase->subject.size)
		clausary_xml_element(&tbx->xml, "descrip", "subjectField", termbase->subject);
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		clausary_xml_element(&tbx->xml, "descrip", "subjectField",
		                     concept->subjects.items[i]);
	if (document != CLAUSARY_NONE)
		clausary_xml_element(&tbx->xml, "admin", "projectSubset",
		                     termbase->documents.items[document].identifier);
	for (uint32_t i = 0; i < concept->notes.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, concept->notes.items[i]);
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, concept->remarks.items[i]);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		write_section(tbx, concept->languages.items[i]);
	clausary_xml_end(&tbx->xml, tbx->names->entry);
}

void
clausary_tbx_file_description(clausary_tbx *tbx)
{
	enum { NAMED = 8 };
	const clausary_termbase *termbase = tbx->termbase;
	size_t count = termbase->documents.count;
	clausary_xml_begin(&tbx->xml, "fileDesc");
	clausary_xml_begin(&tbx->xml, "titleStmt");
	tbx->text.size = 0;
	clausary_termbase_print_title(&tbx->text, termbase);
	clausary_xml_element(&tbx->xml, "title", NULL, clausary_buffer_slice(&tbx->text));
	clausary_xml_end(&tbx->xml, "titleStmt");
	clausary_xml_begin(&tbx->xml, "sourceDesc");
	tbx->text.size = 0;
	clausary_buffer_add(&tbx->text, CLAUSARY_SLICE("Extracted by Clausary"));
	for (size_t i = 0; i < count && i < NAMED; i++) {
		clausary_buffer_add(&tbx->text,
		                    i ? CLAUSARY_SLICE(", ") : CLAUSARY_SLICE(" from "));
		clausary_buffer_add(&tbx->text, termbase->documents.items[i].name);
	}
	if (count > NAMED)
		clausary_buffer_print(&tbx->text, " and %zu more", count - NAMED);
	clausary_buffer_add_byte(&tbx->text, '.');
	clausary_xml_element(&tbx->xml, "p", NULL, clausary_buffer_slice(&tbx->text));
	clausary_xml_end(&tbx->xml, "sourceDesc");
	clausary_xml_end(&tbx->xml, "fileDesc");
}

void
clausary_tbx_begin_v2(clausary_tbx *tbx)
{
	clausary_xml *xml = &tbx->xml;
	clausary_xml_declaration(xml);
	clausary_sink_literal(xml->sink,
	                      "\n<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\">");
	clausary_xml_begin(xml, "martif");
	clausary_xml_add_attribute(xml, "type", CLAUSARY_SLICE("TBX-Basic"));
	clausary_xml_add_attribute(xml, "xml:lang", CLAUSARY_SLICE("en"));
	clausary_xml_begin(xml, "martifHeader");
	clausary_tbx_file_description(tbx);
	clausary_xml_begin(xml, "encodingDesc");
	clausary_xml_element(xml, "p", "XCSURI", CLAUSARY_SLICE("TBXBasicXCSV02.xcs"));
	clausary_xml_end(xml, "encodingDesc");
	clausary_xml_end(xml, "martifHeader");
	clausary_xml_begin(xml, "text");
	clausary_xml_begin(xml, "body");
}

void
clausary_tbx_back(clausary_tbx *tbx)
{
	clausary_xml *xml = &tbx->xml;
	if (tbx->termbase->documents.count == 0)
		return;
	clausary_xml_begin(xml, "back");
	clausary_xml_begin(xml, tbx->names->bibliography);
	clausary_xml_add_attribute(xml, "type", CLAUSARY_SLICE("bibl"));
	for (uint32_t i = 0; i < tbx->termbase->documents.count; i++) {
		const clausary_termbase_document *document = &tbx->termbase->documents.items[i];
		clausary_xml_begin(xml, "refObject");
		print_document_id(&tbx->text, i);
		clausary_xml_add_attribute(xml, "id", clausary_buffer_slice(&tbx->text));
		if (document->title.size)
			clausary_xml_element(xml, "item", "title", document->title);
		clausary_xml_element(xml, "item", "identifier", document->identifier);
		clausary_xml_element(xml, "item", "language",
		                     clausary_termbase_tag(tbx->termbase, document->language));
		if (document->name.size)
			clausary_xml_element(xml, "item", "file", document->name);
		clausary_xml_end(xml, "refObject");
	}
	clausary_xml_end(xml, tbx->names->bibliography);
	clausary_xml_end(xml, "back");
}
