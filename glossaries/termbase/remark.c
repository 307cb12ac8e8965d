/* Remarks: what the reader of an entry must know and TBX-Basic has no field for. In English, kept
 * apart from the notes that documents and glossaries bring. */
#include "termbase/finish.h"

#include <stdio.h>

enum { OTHERS_NAMED = 8 };
static const float UNCERTAIN = 0.5f;

/* Remarks that always say the same. */
static const clausary_slice AS_FOUND = {"as found", 8};
static const clausary_slice FROM_REFERENCE = {"from the reference glossary, not from the text", 46};
static const clausary_slice NOT_IN_TEXT = {"expansion not found in the text", 31};
static const clausary_slice NOT_FOUND = {"expansion not found", 19};
static const clausary_slice BY_REFERENCE = {
        "the text does not expand it: the reference glossary does", 56};
static const clausary_slice ELSEWHERE = {"the text takes the definition from another document", 51};

bool
clausary_is_remark(clausary_slice note)
{
	const clausary_slice all[] = {AS_FOUND,  FROM_REFERENCE, NOT_IN_TEXT,
	                              NOT_FOUND, BY_REFERENCE,   ELSEWHERE};
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		if (clausary_slice_equal(note, all[i]))
			return true;
	return false;
}

static clausary_slice
kept(clausary_termbase *termbase, clausary_buffer *text)
{
	clausary_slice copy = clausary_termbase_copy(termbase, clausary_buffer_slice(text), true);
	text->size = 0;
	return copy;
}

static const clausary_term *
full_form_of(const clausary_concept *concept, clausary_slice language)
{
	const clausary_language_section *section = clausary_concept_find_section(concept, language);
	return section ? clausary_section_first(section, false) : NULL;
}

/* "AI also stands for: action item (term_2.1), …" on every concept of an acronym that has several.
 */
static void
remark_other_senses(const clausary_acronym *acronym, clausary_slice key,
                    const clausary_concept *self, clausary_buffer *text)
{
	clausary_slice form = clausary_termbase_key_form(key);
	clausary_slice language = clausary_termbase_key_language(key);
	uint32_t named = 0, count = acronym->senses.count;
	for (uint32_t i = 0; i < count && named <= OTHERS_NAMED; i++) {
		const clausary_concept *other = acronym->senses.items[i];
		const clausary_term *full = full_form_of(other, language);
		const clausary_language_section *section =
		        clausary_concept_find_section(other, language);
		const clausary_term *term =
		        section ? clausary_section_find_term(section, form) : NULL;
		if (other == self || full == NULL || term == NULL)
			continue;
		if (named++ == OTHERS_NAMED) {
			clausary_buffer_print(text, "; and %u more",
			                      count - OTHERS_NAMED - (self != acronym->lone));
			break;
		}
		if (named == 1)
			clausary_buffer_print(text, "%.*s also stands for: ", (int)term->form.size,
			                      term->form.data);
		else
			clausary_buffer_add(text, CLAUSARY_SLICE("; "));
		clausary_buffer_add(text, full->form);
		clausary_buffer_print(text, " (%.*s)", (int)other->id.size, other->id.data);
	}
}

static void
remark_senses(clausary_termbase *termbase, clausary_buffer *text)
{
	for (uint32_t i = 0; i < termbase->acronyms_by_key.count; i++) {
		const clausary_acronym *acronym = &termbase->acronyms.items[i];
		clausary_slice key = termbase->acronyms_by_key.entries[i].key;
		uint32_t count = acronym->senses.count;
		for (uint32_t j = 0; count > 1 && j < count; j++) {
			clausary_concept *concept = acronym->senses.items[j];
			remark_other_senses(acronym, key, concept, text);
			if (text->size)
				clausary_list_push(&termbase->arena, &concept->remarks,
				                   kept(termbase, text));
		}
		if (acronym->lone && count > 1) {
			remark_other_senses(acronym, key, acronym->lone, text);
			if (text->size)
				clausary_list_push(&termbase->arena, &acronym->lone->remarks,
				                   kept(termbase, text));
		}
	}
}

static void
remark_term(clausary_termbase *termbase, clausary_term *term, clausary_buffer *text)
{
	clausary_arena *arena = &termbase->arena;
	term->remarks.count = 0;
	for (uint32_t i = 0; i < term->variants.count; i++) {
		clausary_buffer_add(text,
		                    i ? CLAUSARY_SLICE("; ") : CLAUSARY_SLICE("also written: "));
		clausary_buffer_add(text, term->variants.items[i]);
	}
	if (text->size)
		clausary_list_push(arena, &term->remarks, kept(termbase, text));
	if (term->standing == CLAUSARY_FORM_INFLECTED)
		clausary_list_push(arena, &term->remarks, AS_FOUND);
	if (term->confidence < UNCERTAIN) {
		clausary_buffer_print(text, "uncertain: confidence 0.%02d",
		                      (int)(term->confidence * 100 + 0.5f));
		clausary_list_push(arena, &term->remarks, kept(termbase, text));
	}
	if (term->introductions > CLAUSARY_TERM_SOURCES) {
		clausary_buffer_print(text, "introduced %u times; the first %d sources are given",
		                      term->introductions, CLAUSARY_TERM_SOURCES);
		clausary_list_push(arena, &term->remarks, kept(termbase, text));
	}
	if (term->referenced)
		clausary_list_push(arena, &term->remarks, FROM_REFERENCE);
}

static void
remark_section(clausary_termbase *termbase, clausary_concept *concept,
               clausary_language_section *section, clausary_buffer *text)
{
	const clausary_term *full = clausary_section_first(section, false);
	clausary_term *short_form = clausary_section_first(section, true);
	for (uint32_t i = 0; i < section->terms.count; i++)
		remark_term(termbase, section->terms.items[i], text);
	if (short_form && !short_form->referenced && (full == NULL || full->referenced))
		clausary_list_push(&termbase->arena, &short_form->remarks,
		                   full ? NOT_IN_TEXT : NOT_FOUND);
	if (concept->joined_by_reference && full && short_form)
		clausary_list_push(&termbase->arena, &short_form->remarks, BY_REFERENCE);
	for (uint32_t i = 0; i < section->definitions.count; i++)
		if (section->definitions.items[i].elsewhere) {
			clausary_list_push(&termbase->arena, &concept->remarks, ELSEWHERE);
			break;
		}
}

void
clausary_termbase_remark(clausary_termbase *termbase)
{
	clausary_buffer text = {0};
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		clausary_concept *concept = termbase->ordered.items[i];
		concept->remarks.count = 0;
		for (uint32_t j = 0; j < concept->languages.count; j++)
			remark_section(termbase, concept, concept->languages.items[j], &text);
	}
	remark_senses(termbase, &text);
	clausary_buffer_finish(&text);
}
