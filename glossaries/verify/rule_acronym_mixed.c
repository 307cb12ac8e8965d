/* X06: a language version has its own acronym and that of another language. */
#include "verify/acronym.h"
#include "verify/check.h"

enum { ZONES = CLAUSARY_IN(BODY) | CLAUSARY_IN(ANNEX) };

/* The use in running text of an acronym of another language, or NULL. What the text introduces
 * itself is its own, and what names documents is quoted. */
static const clausary_use *
foreign_use(const clausary_index *index, const clausary_form *form)
{
	if (form->pair_count || clausary_acronym_is_name(index, form, ZONES))
		return NULL;
	return clausary_form_first(form, ZONES);
}

/* Whether the section of a language has the form too, or as a part of its own. */
static bool
has_form(const clausary_language_section *section, clausary_slice form)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_slice_find(section->terms.items[i]->form, form) != SIZE_MAX)
			return true;
	return false;
}

static void
compare(clausary_checking *check, const clausary_index *index, const clausary_language_section *own,
        const clausary_language_section *section)
{
	const clausary_term *term = clausary_section_first(own, true);
	const clausary_term *foreign = clausary_section_first(section, true);
	if (!term || !foreign || has_form(own, foreign->form)
	    || clausary_acronym_letters(foreign->form) < 3)
		return;
	uint32_t own_form = clausary_map_get(&index->findings->acronyms, term->form);
	uint32_t known = clausary_map_get(&index->findings->acronyms, foreign->form);
	const clausary_use *use =
	        known == CLAUSARY_NONE ? NULL : foreign_use(index, &index->forms[known]);
	if (!use || own_form == CLAUSARY_NONE)
		return;
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = use->clause,
	                                                .span = use->span,
	                                                .form = foreign->form,
	                                                .message = "%s is used, elsewhere %s",
	                                                .arguments = {foreign->form, term->form},
	                                                .edit = term->form,
	                                                .mends = true});
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	for (size_t i = 0; i < versions->termbase->concepts.count; i++) {
		const clausary_concept *concept = versions->termbase->concepts.items[i];
		for (size_t j = 0; !concept->into && j < versions->count; j++) {
			const clausary_index *index = versions->items[j];
			const clausary_language_section *own = clausary_concept_find_section(
			        concept, clausary_slice_of(index->document->language));
			for (uint32_t k = 0; own && k < concept->languages.count; k++)
				if (concept->languages.items[k] != own)
					compare(check, index, own, concept->languages.items[k]);
		}
	}
}

const clausary_rule clausary_rule_acronym_mixed = {
        .text = {.id = "X06",
	         .name = "acronym-mixed",
	         .title = "a language version has its own acronym and that of another language",
	         .why = "The reader takes them for two things.",
	         .advice = "Keep the one of the language everywhere.",
	         .source = "UN and ITU editorial practice; Xbench, consistency checks",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
