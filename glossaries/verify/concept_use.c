/* Uses of concepts by clause: a counting sort. */
#include "verify/concept_use.h"

#include <stdlib.h>

static uint32_t
number_of(const clausary_concept *concept)
{
	while (concept && concept->into)
		concept = concept->into;
	return concept ? concept->number : CLAUSARY_NONE;
}

/* The concept of a form, CLAUSARY_NONE where the text gives an acronym several. */
static uint32_t
concept_of(clausary_termbase *termbase, clausary_slice key, const clausary_designation *form)
{
	if (form->kind != CLAUSARY_ACRONYM)
		return number_of(clausary_termbase_named(termbase, key));
	if (clausary_map_get(&termbase->acronyms_by_key, key) == CLAUSARY_NONE)
		return CLAUSARY_NONE;
	const clausary_acronym *acronym = clausary_termbase_acronym(termbase, key);
	if (acronym->senses.count > 1)
		return CLAUSARY_NONE;
	return number_of(acronym->senses.count ? acronym->senses.items[0] : acronym->lone);
}

static void
read_concepts(clausary_concept_uses *uses, clausary_termbase *termbase)
{
	clausary_buffer key = {0};
	const clausary_findings *findings = uses->index->findings;
	clausary_slice language = clausary_slice_of(uses->index->document->language);
	uses->concepts =
	        clausary_memory_zeros(findings->designations.count + 1, sizeof *uses->concepts);
	for (size_t i = 0; i < findings->designations.count; i++) {
		const clausary_designation *form = &findings->designations.items[i];
		uses->concepts[i] = concept_of(
		        termbase, clausary_termbase_key(&key, language, form->form), form);
	}
	clausary_buffer_finish(&key);
}

static void
read_uses(clausary_concept_uses *uses)
{
	const clausary_findings *findings = uses->index->findings;
	size_t clauses = uses->index->document->clauses.count;
	uses->start = clausary_memory_zeros(clauses + 2, sizeof *uses->start);
	uses->items = clausary_memory_zeros(findings->mentions.count + 1, sizeof *uses->items);
	for (size_t i = 0; i < findings->mentions.count; i++)
		if (findings->mentions.items[i].clause != CLAUSARY_NONE)
			uses->start[findings->mentions.items[i].clause + 2]++;
	for (size_t i = 2; i < clauses + 2; i++)
		uses->start[i] += uses->start[i - 1];
	for (size_t i = 0; i < findings->mentions.count; i++) {
		const clausary_mention *mention = &findings->mentions.items[i];
		if (mention->clause != CLAUSARY_NONE)
			uses->items[uses->start[mention->clause + 1]++] = (clausary_concept_use){
			        mention->clause, mention->designation, mention->span};
	}
}

clausary_concept_uses *
clausary_concept_uses_read(const clausary_versions *versions, clausary_termbase *termbase)
{
	clausary_concept_uses *all = clausary_memory_zeros(versions->count, sizeof *all);
	for (size_t i = 0; i < versions->count; i++) {
		all[i].index = versions->items[i];
		read_concepts(&all[i], termbase);
		read_uses(&all[i]);
	}
	return all;
}

void
clausary_concept_uses_free(clausary_concept_uses *uses, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(uses[i].concepts);
		free(uses[i].items);
		free(uses[i].start);
	}
	free(uses);
}

bool
clausary_concept_is_used(const clausary_concept_uses *uses, uint32_t clause, uint32_t concept)
{
	for (uint32_t i = uses->start[clause]; i < uses->start[clause + 1]; i++)
		if (uses->concepts[uses->items[i].form] == concept)
			return true;
	return false;
}

const clausary_language_section *
clausary_concept_section_of(const clausary_versions *versions, uint32_t concept, size_t version)
{
	const char *language = versions->items[version]->document->language;
	return concept == CLAUSARY_NONE
	               ? NULL
		       : clausary_concept_find_section(versions->termbase->concepts.items[concept],
		                                       clausary_slice_of(language));
}
