/* Names that the text spells out and a reference glossary abbreviates. The text's own word always
 * wins: a name that the text gives an acronym is left alone, and the glossary's form is added only
 * when all documents are in. */
#include "termbase/add.h"

#include "termbase/reference.h"

#include <stdlib.h>

/* Whether the entry has anything to add to the name: a short form in this language. */
static bool
has_short_form(const clausary_concept *entry, clausary_slice language)
{
	const clausary_language_section *section = clausary_reference_section(entry, language);
	return section && clausary_section_first(section, true) != NULL;
}

static void
add_hit(clausary_adding *adding, const clausary_concept *entry, const clausary_reference_hit *hit)
{
	const clausary_language_section *section =
	        clausary_reference_section(entry, adding->language);
	const clausary_term *full = section ? clausary_section_first(section, false) : NULL;
	if (full == NULL)
		return;
	clausary_sense sense = clausary_adding_name(adding, full->form, CLAUSARY_TERM_PLAIN);
	if (sense.term == NULL)
		return;
	sense.concept->reference = entry;
	sense.term->mentions += hit->count;
	for (uint32_t i = 0; i < hit->places; i++) {
		uint32_t clause = hit->place[i].clause;
		clausary_adding_place(adding, sense.concept, clause, hit->place[i].span.start,
		                      CLAUSARY_PLACE_MENTION);
		clausary_term_add_source(&adding->to->arena, sense.term,
		                         clausary_adding_source(adding, clause));
		clausary_adding_context(adding, sense.term, hit->place[i].span, clause);
	}
}

void
clausary_adding_reference(clausary_adding *adding)
{
	const clausary_reference *reference = adding->to->reference;
	if (reference == NULL)
		return;
	clausary_reference_hit *hits = clausary_reference_scan(reference, adding->findings);
	if (hits == NULL)
		return;
	if (!adding->to->reference_by_evidence || clausary_reference_speaks(reference, hits)) {
		const clausary_termbase *glossary = reference->glossary;
		for (size_t i = 0; i < glossary->concepts.count; i++)
			if (hits[i].places
			    && has_short_form(glossary->concepts.items[i], adding->language))
				add_hit(adding, glossary->concepts.items[i], &hits[i]);
		for (size_t i = 0; i < adding->findings->designations.count; i++)
			if (adding->senses[i].concept)
				adding->senses[i].concept->trusts_reference = true;
	}
	free(hits);
}
