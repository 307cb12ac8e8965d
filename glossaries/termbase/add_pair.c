/* Which concept an acronym and an expansion belong to. The expansion decides: two expansions of one
 * acronym are two concepts, two acronyms of one expansion are one. An expansion in the plural is
 * the same as in the singular when the acronym beside it is in the plural too ("technologies
 * (ICTs)", "technology (ICT)"); where the acronym cannot show a number, when its words are the
 * same but for their endings ("bouées autonomes (BA)", "bouée autonome (BA)"). */
#include "termbase/add.h"

#include "termbase/key.h"
#include "termbase/number.h"

enum { SENSES_COMPARED = 16 }; /* of one acronym, when looking for a singular or plural twin */

/* The term with this form in the concept's section; made where there is none and there is room. */
static clausary_term *
term_of(clausary_adding *adding, clausary_concept *concept, clausary_slice form, clausary_slice key,
        clausary_term_type type)
{
	clausary_arena *arena = &adding->to->arena;
	clausary_language_section *section =
	        clausary_concept_section(arena, concept, adding->language);
	clausary_term *term = clausary_section_find_term(section, key);
	if (term == NULL)
		term = clausary_section_written_as(section, key);
	if (term)
		return term;
	if (section->terms.count >= CLAUSARY_SECTION_TERMS)
		return NULL;
	clausary_slice copy = clausary_termbase_copy(adding->to, form, false);
	return clausary_section_add_term(arena, section, copy, clausary_arena_copy(arena, key),
	                                 type);
}

static clausary_concept *
new_concept(clausary_adding *adding)
{
	clausary_concept *concept = clausary_termbase_concept(adding->to);
	adding->full |= concept == NULL;
	return concept;
}

clausary_sense
clausary_adding_name(clausary_adding *adding, clausary_slice form, clausary_term_type type)
{
	clausary_slice key = clausary_termbase_key(&adding->key, adding->language, form);
	clausary_sense sense = {NULL, NULL};
	if (clausary_termbase_key_form(key).size == 0)
		return sense;
	clausary_concept *concept = clausary_termbase_named(adding->to, key);
	if (concept == NULL) {
		concept = new_concept(adding);
		if (concept == NULL)
			return sense;
		clausary_termbase_name(adding->to, key, concept);
	}
	sense.term = term_of(adding, concept, form, clausary_termbase_key_form(key), type);
	sense.concept = sense.term ? concept : NULL;
	return sense;
}

/* Whether one term more may be added to the concept; nobody has that many names, but a file can. */
static bool
has_room(const clausary_adding *adding, const clausary_concept *concept)
{
	const clausary_language_section *section =
	        clausary_concept_find_section(concept, adding->language);
	return section == NULL || section->terms.count + 1 < CLAUSARY_SECTION_TERMS;
}

/* A concept of the acronym whose expansion is the same in the other number, or NULL. */
static clausary_concept *
twin_of(clausary_adding *adding, const clausary_acronym *acronym, clausary_slice expansion,
        bool plural)
{
	for (uint32_t i = 0; i < acronym->senses.count && i < SENSES_COMPARED; i++) {
		clausary_concept *concept = acronym->senses.items[i];
		clausary_language_section *section =
		        clausary_concept_find_section(concept, adding->language);
		const clausary_term *full = section ? clausary_section_first(section, false) : NULL;
		const clausary_term *short_form =
		        section ? clausary_section_first(section, true) : NULL;
		if (full == NULL || short_form == NULL)
			continue;
		if (!adding->shows_number && clausary_number_inflected(full->key, expansion))
			return concept;
		if (!clausary_number_may_differ(full->key, expansion))
			continue;
		if (plural || clausary_number_differs(full->key, expansion, adding->plurals))
			return concept;
		for (uint32_t j = 0; j < short_form->variants.count; j++)
			if (clausary_number_is_plural(short_form->form,
			                              short_form->variants.items[j]))
				return concept;
	}
	return NULL;
}

static clausary_concept *
concept_of(clausary_adding *adding, clausary_slice acronym_key, clausary_slice expansion_key,
           bool plural)
{
	clausary_termbase *to = adding->to;
	clausary_concept *concept = clausary_termbase_named(to, expansion_key);
	if (concept)
		return has_room(adding, concept) ? concept : new_concept(adding);
	concept = twin_of(adding, clausary_termbase_acronym(to, acronym_key),
	                  clausary_termbase_key_form(expansion_key), plural);
	if (concept == NULL)
		concept = new_concept(adding);
	if (concept)
		clausary_termbase_name(to, expansion_key, concept);
	return concept;
}

/* The full form of a pair: one that differs from the concept's own only in number is a variant of
 * it. */
static clausary_term *
full_form_of(clausary_adding *adding, clausary_concept *concept, clausary_slice form,
             clausary_slice key)
{
	clausary_language_section *section =
	        clausary_concept_section(&adding->to->arena, concept, adding->language);
	clausary_term *term = clausary_section_find_term(section, key);
	clausary_term *first = clausary_section_first(section, false);
	if (term == NULL && first
	    && (clausary_number_may_differ(first->key, key)
	        || (!adding->shows_number && clausary_number_inflected(first->key, key)))) {
		clausary_slice copy = clausary_termbase_copy(adding->to, form, false);
		clausary_term_add_variant(&adding->to->arena, first, copy);
		term = first;
	}
	if (term == NULL)
		term = term_of(adding, concept, form, key, CLAUSARY_TERM_FULL_FORM);
	if (term && term->type == CLAUSARY_TERM_PLAIN)
		term->type = CLAUSARY_TERM_FULL_FORM;
	return term;
}

/* What a reference glossary gave is dropped once a text says it itself. */
static void
trust_text(clausary_term *term)
{
	if (!term->referenced)
		return;
	term->referenced = false;
	term->sources.count = term->introductions = 0;
}

bool
clausary_adding_join(clausary_adding *adding, clausary_slice acronym_form, clausary_slice written,
                     clausary_slice expansion_form, clausary_sense *acronym,
                     clausary_sense *expansion)
{
	clausary_termbase *to = adding->to;
	clausary_slice short_key =
	        clausary_termbase_key(&adding->key, adding->language, acronym_form);
	clausary_slice long_key =
	        clausary_termbase_key(&adding->second_key, adding->language, expansion_form);
	clausary_slice short_form = clausary_termbase_key_form(short_key);
	clausary_slice long_form = clausary_termbase_key_form(long_key);
	if (short_form.size == 0 || long_form.size == 0
	    || clausary_slice_equal(short_form, long_form))
		return false;
	adding->shows_number = adding->plurals.count > 0
	                       && (unsigned char)short_form.data[short_form.size - 1] < 0x80
	                       && (unsigned char)long_form.data[long_form.size - 1] < 0x80;
	clausary_concept *concept = concept_of(adding, short_key, long_key,
	                                       clausary_number_is_plural(acronym_form, written));
	if (concept == NULL)
		return false;
	clausary_language_section *section =
	        clausary_concept_section(&to->arena, concept, adding->language);
	bool known = clausary_section_find_term(section, short_form) != NULL;
	expansion->term = full_form_of(adding, concept, expansion_form, long_form);
	acronym->term = term_of(adding, concept, acronym_form, short_form, CLAUSARY_TERM_ACRONYM);
	acronym->concept = expansion->concept = concept;
	if (acronym->term == NULL || expansion->term == NULL)
		return false;
	trust_text(acronym->term);
	trust_text(expansion->term);
	if (!known)
		clausary_list_push(&to->arena, &clausary_termbase_acronym(to, short_key)->senses,
		                   concept);
	return true;
}

/* An acronym that this document never expands: the concept that an earlier document gave it when
 * that was one and no more, else one of its own. */
static clausary_sense
lone_sense(clausary_adding *adding, clausary_slice form)
{
	clausary_slice key = clausary_termbase_key(&adding->key, adding->language, form);
	clausary_sense sense = {NULL, NULL};
	if (clausary_termbase_key_form(key).size == 0)
		return sense;
	clausary_acronym *known = clausary_termbase_acronym(adding->to, key);
	if (known->senses.count == 1)
		sense.concept = known->senses.items[0];
	else if (known->lone == NULL)
		known->lone = new_concept(adding);
	if (sense.concept == NULL)
		sense.concept = known->lone;
	if (sense.concept)
		sense.term = term_of(adding, sense.concept, form, clausary_termbase_key_form(key),
		                     CLAUSARY_TERM_ACRONYM);
	return sense;
}

void
clausary_adding_lone_acronyms(clausary_adding *adding)
{
	const clausary_findings *findings = adding->findings;
	for (size_t i = 0; i < findings->designations.count; i++) {
		const clausary_designation *designation = &findings->designations.items[i];
		if (designation->kind != CLAUSARY_ACRONYM || designation->mentions == 0
		    || adding->senses[i].concept)
			continue;
		clausary_sense sense = lone_sense(adding, designation->form);
		if (sense.term)
			adding->senses[i] = sense;
	}
	for (size_t i = 0; i < findings->mentions.count; i++) {
		const clausary_mention *mention = &findings->mentions.items[i];
		clausary_sense *sense = &adding->senses[mention->designation];
		if (sense->concept == NULL || sense->term->introductions > 0)
			continue;
		clausary_adding_place(adding, sense->concept, mention->clause, mention->span.start,
		                      CLAUSARY_PLACE_MENTION);
		clausary_term_add_source(&adding->to->arena, sense->term,
		                         clausary_adding_source(adding, mention->clause));
	}
}
