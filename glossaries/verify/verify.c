/* What must hold of a termbase before it is written: the structure of ISO 30042:2019, XML 1.0
 * (Char), XML Namespaces (NCName), XML Schema's `language`; and two rules that no TBX schema has:
 * no empty term, one section a language. */
#include "verify/verify.h"

#include "base/language_tag.h"
#include "base/utf8.h"
#include "termbase/id_set.h"
#include "termbase/key.h"

typedef struct checking {
	clausary_context *context;
	const clausary_termbase *termbase;
	const clausary_concept *concept; /* NULL: the head of the termbase */
	clausary_id_set ids;
	clausary_status status; /* the first failure ends the check */
} checking;

static void
fail(checking *c, const char *what, clausary_slice value)
{
	clausary_slice id = c->concept ? c->concept->id : CLAUSARY_SLICE("(head)");
	int shown = value.size > 80 ? 80 : (int)value.size;
	if (c->status != CLAUSARY_OK)
		return;
	if (shown)
		c->status = clausary_context_fail(c->context, CLAUSARY_EINVALID,
		                                  "entry '%.*s': %s: '%.*s'", (int)id.size, id.data,
		                                  what, shown, value.data);
	else
		c->status = clausary_context_fail(c->context, CLAUSARY_EINVALID, "entry '%.*s': %s",
		                                  (int)id.size, id.data, what);
}

/* Whether every character may stand in XML 1.0. */
static bool
is_xml_text(clausary_slice text)
{
	if (clausary_utf8_check(text) != text.size)
		return false;
	for (size_t i = 0; i < text.size; i++) {
		unsigned char byte = (unsigned char)text.data[i];
		if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r')
			return false;
		if (byte == 0xef && (unsigned char)text.data[i + 1] == 0xbf
		    && (unsigned char)text.data[i + 2] >= 0xbe)
			return false; /* U+FFFE, U+FFFF */
	}
	return true;
}

static void
check_text(checking *c, const char *what, clausary_slice text, bool must)
{
	if (must && clausary_slice_trim(text).size == 0)
		fail(c, what, CLAUSARY_SLICE("is empty"));
	else if (!is_xml_text(text))
		fail(c, what, CLAUSARY_SLICE("has a character that XML does not allow"));
}

static void
check_id(checking *c, clausary_slice id)
{
	if (!clausary_key_is_id(id))
		fail(c, "the id is no XML name", id);
	else if (!clausary_id_set_add(&c->ids, id, 1))
		fail(c, "the id is given twice", id);
}

static void
check_source(checking *c, const clausary_source *source)
{
	if (source->document == CLAUSARY_NONE)
		check_text(c, "a source", source->citation, false);
	else
		check_text(c, "the clause of a source", source->clause, false);
}

static void
check_term(checking *c, const clausary_term *term)
{
	check_text(c, "a term", term->form, true);
	if (term->id.size)
		check_id(c, term->id);
	for (uint32_t i = 0; i < term->contexts.count; i++) {
		check_text(c, "a context", term->contexts.items[i].text, true);
		check_source(c, &term->contexts.items[i].source);
	}
	for (uint32_t i = 0; i < term->sources.count; i++)
		check_source(c, &term->sources.items[i]);
	for (uint32_t i = 0; i < term->notes.count; i++)
		check_text(c, "a note", term->notes.items[i], true);
	for (uint32_t i = 0; i < term->remarks.count; i++)
		check_text(c, "a remark", term->remarks.items[i], true);
}

static void
check_section(checking *c, const clausary_language_section *section)
{
	if (!clausary_is_language_tag(clausary_termbase_tag(c->termbase, section->language)))
		fail(c, "no language tag (BCP 47)", section->language);
	if (section->terms.count == 0)
		fail(c, "no term in the section of language", section->language);
	for (uint32_t i = 0; i < section->definitions.count; i++) {
		const clausary_concept_definition *definition = &section->definitions.items[i];
		check_text(c, "a definition", definition->text, true);
		for (uint32_t j = 0; j < definition->cited.count; j++)
			check_text(c, "a cited source", definition->cited.items[j], true);
		for (uint32_t j = 0; j < definition->sources.count; j++)
			check_source(c, &definition->sources.items[j]);
	}
	for (uint32_t i = 0; i < section->notes.count; i++)
		check_text(c, "a note", section->notes.items[i], true);
	for (uint32_t i = 0; i < section->terms.count; i++)
		check_term(c, section->terms.items[i]);
}

static void
check_concept(checking *c, const clausary_concept *concept)
{
	c->concept = concept;
	check_id(c, concept->id);
	if (concept->languages.count == 0)
		fail(c, "no language section", CLAUSARY_SLICE(""));
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		for (uint32_t j = 0; j < i; j++)
			if (clausary_slice_equal_ascii(
			            clausary_termbase_tag(c->termbase,
				                          concept->languages.items[j]->language),
			            clausary_termbase_tag(c->termbase, section->language)))
				fail(c, "two sections for language", section->language);
		check_section(c, section);
	}
	for (uint32_t i = 0; i < concept->subjects.count; i++)
		check_text(c, "a subject field", concept->subjects.items[i], true);
	for (uint32_t i = 0; i < concept->notes.count; i++)
		check_text(c, "a note", concept->notes.items[i], true);
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		check_text(c, "a remark", concept->remarks.items[i], true);
}

static void
check_head(checking *c, const clausary_termbase *termbase)
{
	check_text(c, "the title", termbase->title, false);
	check_text(c, "the subject field", termbase->subject, false);
	for (size_t i = 0; i < termbase->documents.count; i++) {
		check_text(c, "a document's name", termbase->documents.items[i].name, false);
		check_text(c, "a document's identifier", termbase->documents.items[i].identifier,
		           true);
		check_text(c, "a document's title", termbase->documents.items[i].title, false);
	}
}

clausary_status
clausary_verify(clausary_context *context, const clausary_termbase *termbase)
{
	checking c = {.context = context, .termbase = termbase, .status = CLAUSARY_OK};
	check_head(&c, termbase);
	for (size_t i = 0; i < termbase->ordered.count && c.status == CLAUSARY_OK; i++)
		check_concept(&c, termbase->ordered.items[i]);
	clausary_id_set_finish(&c.ids);
	return c.status;
}
