/* X07: an acronym is introduced in one language version and not in another. */
#include "verify/acronym.h"
#include "verify/check.h"

/* Whether the pair is one: words before an acronym of another language may be any. */
static bool
is_sure(const clausary_pair *pair, clausary_slice form)
{
	return strstr(pair->rule, "translated") == NULL || clausary_acronym_fits(form, pair->text);
}

static void
compare(clausary_checking *check, const clausary_versions *versions, size_t one,
        const clausary_pair *pair, size_t other, clausary_slice form)
{
	const clausary_index *index = versions->items[other];
	uint32_t known = clausary_map_get(&index->findings->acronyms, form);
	uint32_t clause = clausary_versions_clause(versions, one, pair->clause, other);
	const clausary_form *found = known == CLAUSARY_NONE ? NULL : &index->forms[known];
	const clausary_use *use = found ? clausary_form_first(found, CLAUSARY_RUNNING) : NULL;
	if (!use || found->pair_count || clausary_form_is_listed(found) || clause == CLAUSARY_NONE
	    || clausary_acronym_seems_introduced(index, found)
	    || clausary_check_is_known(check, index, found))
		return;
	clausary_slice language = clausary_slice_of(versions->items[one]->document->language);
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = use->clause,
	                                         .span = use->span,
	                                         .other = versions->items[one],
	                                         .other_clause = pair->clause,
	                                         .other_span = pair->short_span,
	                                         .form = form,
	                                         .message = "%s is nowhere expanded, but is in the "
	                                                    "version in %s",
	                                         .arguments = {form, language},
	                                         .lower = versions->doubtful || !is_sure(pair, form)
	                                                  || clausary_acronym_letters(form) < 3});
}

/* The first introduction of a concept's acronym in a version, or NULL. */
static const clausary_pair *
introduction(const clausary_index *index, const clausary_term *acronym)
{
	uint32_t known = clausary_map_get(&index->findings->acronyms, acronym->form);
	const clausary_pair *pair =
	        known == CLAUSARY_NONE
	                ? NULL
	                : clausary_form_pair(index, &index->forms[known], CLAUSARY_RUNNING);
	return pair && !clausary_acronym_is_loose(pair) ? pair : NULL;
}

static const clausary_term *
acronym_of(const clausary_concept *concept, const clausary_index *index)
{
	const clausary_language_section *section = clausary_concept_find_section(
	        concept, clausary_slice_of(index->document->language));
	return section ? clausary_section_first(section, true) : NULL;
}

/* The first version that introduces the acronym speaks for all. */
static void
look_at(clausary_checking *check, const clausary_versions *versions,
        const clausary_concept *concept)
{
	for (size_t i = 0; i < versions->count; i++) {
		const clausary_term *acronym = acronym_of(concept, versions->items[i]);
		const clausary_pair *pair =
		        acronym ? introduction(versions->items[i], acronym) : NULL;
		if (!pair)
			continue;
		for (size_t j = 0; j < versions->count; j++) {
			const clausary_term *other = acronym_of(concept, versions->items[j]);
			if (i != j && other)
				compare(check, versions, i, pair, j, other->form);
		}
		return;
	}
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	for (size_t i = 0; i < versions->termbase->concepts.count; i++)
		if (!versions->termbase->concepts.items[i]->into)
			look_at(check, versions, versions->termbase->concepts.items[i]);
}

const clausary_rule clausary_rule_not_introduced = {
        .text = {.id = "X07",
	         .name = "not-introduced-in-version",
	         .title = "an acronym is introduced in one language version and not in another",
	         .why = "The reader of the other version meets it unexplained.",
	         .advice = "Introduce it at the same clause.",
	         .source = "UN and ITU editorial practice",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
