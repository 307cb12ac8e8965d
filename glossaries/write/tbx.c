/* The parts of TBX-Basic (ISO 30042:2019, style DCA; TBX-Basic 2008 for v2): each datum at the
 * level where the dialect allows it. The clause stands in `admin source`, which importers keep. */
#include "write/losses.h"
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

/* The id of the bibliography that a source points at; empty where it points at none. */
static clausary_slice
target_of(clausary_tbx *tbx, const clausary_source *source)
{
	if (tbx->is_dct || tbx->module == CLAUSARY_MODULE_CORE)
		return CLAUSARY_SLICE("");
	if (source->document == CLAUSARY_NONE)
		return clausary_tbx_has_id(tbx, source->key) ? source->key : CLAUSARY_SLICE("");
	print_document_id(&tbx->text, source->document);
	return clausary_buffer_slice(&tbx->text);
}

static void
write_source(clausary_tbx *tbx, const clausary_source *source)
{
	bool has_source = clausary_tbx_has_category(tbx, CLAUSARY_SLICE("source"));
	clausary_slice target = has_source ? target_of(tbx, source) : CLAUSARY_SLICE("");
	if (tbx->is_dct || !has_source) {
		if (source->key.size && source->document == CLAUSARY_NONE)
			clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_DROPPED,
			                    CLAUSARY_SLICE("target"));
		tbx->text.size = 0;
		clausary_source_print(&tbx->text, tbx->termbase, source);
		clausary_tbx_field(tbx, CLAUSARY_DATUM_ADMIN, "source",
		                   clausary_buffer_slice(&tbx->text));
		return;
	}
	clausary_xml_begin(&tbx->xml, "admin");
	clausary_xml_add_attribute(&tbx->xml, "type", CLAUSARY_SLICE("source"));
	if (target.size)
		clausary_xml_add_attribute(&tbx->xml, "target", target);
	tbx->text.size = 0;
	clausary_source_print(&tbx->text, tbx->termbase, source);
	clausary_xml_text(&tbx->xml, "admin", clausary_buffer_slice(&tbx->text));
}

void
clausary_tbx_definition(clausary_tbx *tbx, const clausary_concept_definition *definition,
                        unsigned level)
{
	bool grouped = clausary_tbx_has_category(tbx, CLAUSARY_SLICE("definition"));
	if (grouped)
		clausary_xml_begin(&tbx->xml, "descripGrp");
	clausary_tbx_field(tbx, CLAUSARY_DATUM_DESCRIP, "definition", definition->text);
	for (uint32_t i = 0; i < definition->sources.count; i++)
		write_source(tbx, &definition->sources.items[i]);
	for (uint32_t i = 0; i < definition->cited.count; i++)
		clausary_tbx_field(tbx, CLAUSARY_DATUM_ADMIN, "source", definition->cited.items[i]);
	if (tbx->module != CLAUSARY_MODULE_CORE)
		clausary_tbx_parts(tbx, CLAUSARY_DATUM_DESCRIP, &definition->data, level);
	if (grouped)
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

/* The part of speech where it is known: what a text gives a short form, and what is one, is a noun.
 */
static clausary_slice
part_of_speech(const clausary_tbx *tbx, const clausary_term *term)
{
	if (term->part_of_speech.size || !clausary_termbase_is_ours(tbx->termbase))
		return term->part_of_speech;
	if (clausary_term_is_short(term) || term->type == CLAUSARY_TERM_FULL_FORM)
		return CLAUSARY_SLICE("noun");
	return CLAUSARY_SLICE("");
}

void
clausary_tbx_term_notes(clausary_tbx *tbx, const clausary_term *term)
{
	clausary_slice part = part_of_speech(tbx, term);
	clausary_xml_element(&tbx->xml, "term", NULL, term->form);
	if (part.size && clausary_tbx_has_part_of_speech(tbx, tbx->module, part))
		clausary_tbx_field(tbx, CLAUSARY_DATUM_TERM_NOTE, "partOfSpeech", part);
	if (term->status != CLAUSARY_TERM_STATUS_NONE)
		clausary_tbx_field(tbx, CLAUSARY_DATUM_TERM_NOTE, "administrativeStatus",
		                   clausary_slice_of(clausary_term_status_names[term->status]));
	if (term->type != CLAUSARY_TERM_PLAIN
	    && clausary_tbx_has_category(tbx, CLAUSARY_SLICE("termType")))
		clausary_tbx_field(tbx, CLAUSARY_DATUM_TERM_NOTE, "termType",
		                   clausary_slice_of(clausary_term_type_names[term->type]));
}

/* What the dialect has not among term notes; notes stand behind those. */
static void
write_other_term_notes(clausary_tbx *tbx, const clausary_term *term)
{
	if (term->type != CLAUSARY_TERM_PLAIN
	    && !clausary_tbx_has_category(tbx, CLAUSARY_SLICE("termType")))
		clausary_tbx_field(tbx, CLAUSARY_DATUM_TERM_NOTE, "termType",
		                   clausary_slice_of(clausary_term_type_names[term->type]));
	if (term->part_of_speech.size
	    && !clausary_tbx_has_part_of_speech(tbx, tbx->module, term->part_of_speech))
		clausary_tbx_named_note(tbx, CLAUSARY_SLICE("partOfSpeech"), term->part_of_speech);
}

/* A short form points at the full form beside it. */
static void
write_reference(clausary_tbx *tbx, const clausary_language_section *section,
                const clausary_term *term)
{
	const clausary_term *full = clausary_section_first(section, false);
	if (full == NULL || full->id.size == 0 || !clausary_term_is_short(term)
	    || !clausary_termbase_is_ours(tbx->termbase)
	    || !clausary_tbx_has_category(tbx, CLAUSARY_SLICE("crossReference")))
		return;
	const char *name = tbx->is_dct ? "basic:crossReference" : "ref";
	clausary_xml_begin(&tbx->xml, name);
	if (!tbx->is_dct)
		clausary_xml_add_attribute(&tbx->xml, "type", CLAUSARY_SLICE("crossReference"));
	clausary_xml_add_attribute(&tbx->xml, "target", full->id);
	clausary_xml_text(&tbx->xml, name, full->form);
}

static void
write_context(clausary_tbx *tbx, const clausary_context_sentence *context)
{
	bool grouped = clausary_tbx_has_category(tbx, CLAUSARY_SLICE("context"));
	if (grouped)
		clausary_xml_begin(&tbx->xml, "descripGrp");
	clausary_tbx_field(tbx, CLAUSARY_DATUM_DESCRIP, "context", context->text);
	if (context->source.document != CLAUSARY_NONE || context->source.citation.size)
		write_source(tbx, &context->source);
	clausary_tbx_parts(tbx, CLAUSARY_DATUM_DESCRIP, &context->data, CLAUSARY_LEVEL_TERM);
	if (grouped)
		clausary_xml_end(&tbx->xml, "descripGrp");
}

/* Whether v2 needs the nested term section: what stands beside the term has parts. */
static bool
is_nested(const clausary_tbx *tbx, const clausary_term *term)
{
	for (uint32_t i = 0; i < term->data.count && tbx->is_v2; i++)
		if (term->data.items[i].element == CLAUSARY_DATUM_COMPONENTS
		    || (term->data.items[i].element == CLAUSARY_DATUM_TERM_NOTE
		        && term->data.items[i].parts.count))
			return true;
	return false;
}

static void
write_term(clausary_tbx *tbx, const clausary_language_section *section, const clausary_term *term)
{
	bool nested = is_nested(tbx, term);
	const char *name = nested ? "ntig" : tbx->names->term_section;
	clausary_xml_begin(&tbx->xml, name);
	if (term->id.size)
		clausary_xml_add_attribute(&tbx->xml, "id", term->id);
	if (nested)
		clausary_xml_begin(&tbx->xml, "termGrp");
	clausary_tbx_term_notes(tbx, term);
	clausary_tbx_term_data(tbx, &term->data, true);
	if (nested)
		clausary_xml_end(&tbx->xml, "termGrp");
	for (uint32_t i = 0; i < term->contexts.count; i++)
		write_context(tbx, &term->contexts.items[i]);
	for (uint32_t i = 0; i < term->sources.count; i++)
		write_source(tbx, &term->sources.items[i]);
	write_other_term_notes(tbx, term);
	for (uint32_t i = 0; i < term->notes.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, term->notes.items[i]);
	for (uint32_t i = 0; i < term->remarks.count; i++)
		clausary_tbx_remark(tbx, term->remarks.items[i], section->language);
	clausary_tbx_term_data(tbx, &term->data, false);
	write_reference(tbx, section, term);
	clausary_xml_end(&tbx->xml, name);
}

static void
write_section(clausary_tbx *tbx, const clausary_language_section *section)
{
	clausary_xml_begin(&tbx->xml, tbx->names->section);
	clausary_xml_add_attribute(&tbx->xml, "xml:lang", section->language);
	for (uint32_t i = 0; i < section->definitions.count; i++)
		clausary_tbx_definition(tbx, &section->definitions.items[i],
		                        CLAUSARY_LEVEL_LANGUAGE);
	for (uint32_t i = 0; i < section->terms.count; i++)
		clausary_tbx_moved_data(tbx, &section->terms.items[i]->data);
	for (uint32_t i = 0; i < section->notes.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, section->notes.items[i]);
	clausary_tbx_data(tbx, &section->data, CLAUSARY_LEVEL_LANGUAGE);
	for (uint32_t i = 0; i < section->terms.count; i++)
		write_term(tbx, section, section->terms.items[i]);
	clausary_xml_end(&tbx->xml, tbx->names->section);
}

void
clausary_tbx_concept(clausary_tbx *tbx, const clausary_concept *concept)
{
	const clausary_termbase *termbase = tbx->termbase;
	uint32_t document = concept->source->document;
	clausary_xml_begin(&tbx->xml, tbx->names->entry);
	clausary_xml_add_attribute(&tbx->xml, "id", concept->id);
	if (termbase->subject.size)
		clausary_tbx_field(tbx, CLAUSARY_DATUM_DESCRIP, "subjectField", termbase->subject);
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		clausary_tbx_field(tbx, CLAUSARY_DATUM_DESCRIP, "subjectField",
		                   concept->subjects.items[i]);
	if (document != CLAUSARY_NONE)
		clausary_tbx_field(tbx, CLAUSARY_DATUM_ADMIN, "projectSubset",
		                   termbase->documents.items[document].identifier);
	for (uint32_t i = 0; i < concept->definitions.count; i++)
		clausary_tbx_definition(tbx, &concept->definitions.items[i],
		                        CLAUSARY_LEVEL_CONCEPT);
	for (uint32_t i = 0; i < concept->notes.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, concept->notes.items[i]);
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		clausary_xml_element(&tbx->xml, "note", NULL, concept->remarks.items[i]);
	clausary_tbx_data(tbx, &concept->data, CLAUSARY_LEVEL_CONCEPT);
	for (uint32_t i = 0; i < concept->languages.count; i++)
		write_section(tbx, concept->languages.items[i]);
	clausary_xml_end(&tbx->xml, tbx->names->entry);
}

/* Where a termbase that was read says it comes from. */
static void
write_origins(clausary_tbx *tbx)
{
	const clausary_termbase *termbase = tbx->termbase;
	for (uint32_t i = 0; i < termbase->origins.count; i++)
		clausary_xml_element(&tbx->xml, "p", NULL, termbase->origins.items[i]);
	if (termbase->origins.count == 0)
		clausary_xml_element(&tbx->xml, "p", NULL,
		                     CLAUSARY_SLICE("Converted by Clausary."));
}

static void
write_documents(clausary_tbx *tbx)
{
	enum { NAMED = 8 };
	const clausary_termbase *termbase = tbx->termbase;
	size_t count = termbase->documents.count;
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
}

void
clausary_tbx_file_description(clausary_tbx *tbx)
{
	const clausary_termbase *termbase = tbx->termbase;
	clausary_xml_begin(&tbx->xml, "fileDesc");
	if (termbase->title.size || clausary_termbase_is_ours(termbase)) {
		clausary_xml_begin(&tbx->xml, "titleStmt");
		tbx->text.size = 0;
		clausary_termbase_print_title(&tbx->text, termbase);
		clausary_xml_element(&tbx->xml, "title", NULL, clausary_buffer_slice(&tbx->text));
		clausary_xml_end(&tbx->xml, "titleStmt");
	}
	clausary_xml_begin(&tbx->xml, "sourceDesc");
	if (clausary_termbase_is_ours(termbase))
		write_documents(tbx);
	else
		write_origins(tbx);
	clausary_xml_end(&tbx->xml, "sourceDesc");
	clausary_xml_end(&tbx->xml, "fileDesc");
}

clausary_slice
clausary_tbx_language(const clausary_tbx *tbx)
{
	return tbx->termbase->language.size ? tbx->termbase->language : CLAUSARY_SLICE("en");
}

void
clausary_tbx_begin_v2(clausary_tbx *tbx)
{
	clausary_xml *xml = &tbx->xml;
	clausary_xml_declaration(xml);
	bool is_basic = tbx->module != CLAUSARY_MODULE_DEFAULT;
	clausary_sink_put(
	        xml->sink,
	        is_basic
	                ? CLAUSARY_SLICE("\n<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\">")
			: CLAUSARY_SLICE("\n<!DOCTYPE martif SYSTEM \"TBXcoreStructV02.dtd\">"));
	clausary_xml_begin(xml, "martif");
	clausary_xml_add_attribute(xml, "type",
	                           is_basic ? CLAUSARY_SLICE("TBX-Basic") : CLAUSARY_SLICE("TBX"));
	clausary_xml_add_attribute(xml, "xml:lang", clausary_tbx_language(tbx));
	clausary_xml_begin(xml, "martifHeader");
	clausary_tbx_file_description(tbx);
	clausary_xml_begin(xml, "encodingDesc");
	clausary_xml_element(xml, "p", "XCSURI",
	                     is_basic ? CLAUSARY_SLICE("TBXBasicXCSV02.xcs")
	                              : CLAUSARY_SLICE("TBXXCSV02.xcs"));
	clausary_xml_end(xml, "encodingDesc");
	clausary_xml_end(xml, "martifHeader");
	clausary_xml_begin(xml, "text");
	clausary_xml_begin(xml, "body");
}

/* The bibliography of a termbase that was read: a list for each kind of object. */
static void
write_objects(clausary_tbx *tbx)
{
	const clausary_data *objects = &tbx->termbase->objects;
	clausary_xml *xml = &tbx->xml;
	clausary_xml_begin(xml, "back");
	for (uint32_t i = 0; i < objects->count; i++) {
		const clausary_datum *object = &objects->items[i];
		bool goes_on = i && clausary_slice_equal(object->category, object[-1].category);
		if (!goes_on) {
			clausary_xml_begin(xml, tbx->names->bibliography);
			clausary_xml_add_attribute(xml, "type", object->category);
		}
		clausary_xml_begin(xml, "refObject");
		if (object->target.size)
			clausary_xml_add_attribute(xml, "id", object->target);
		for (uint32_t j = 0; j < object->parts.count; j++) {
			clausary_xml_begin(xml, "item");
			if (object->parts.items[j].category.size)
				clausary_xml_add_attribute(xml, "type",
				                           object->parts.items[j].category);
			clausary_xml_text(xml, "item", object->parts.items[j].text);
		}
		clausary_xml_end(xml, "refObject");
		if (i + 1 == objects->count
		    || !clausary_slice_equal(object->category, object[1].category))
			clausary_xml_end(xml, tbx->names->bibliography);
	}
	clausary_xml_end(xml, "back");
}

void
clausary_tbx_back(clausary_tbx *tbx)
{
	clausary_xml *xml = &tbx->xml;
	if (tbx->termbase->objects.count)
		write_objects(tbx);
	if (!clausary_termbase_is_ours(tbx->termbase))
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
