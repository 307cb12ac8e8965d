/* A05: a name that has a usual acronym is always written in full. */
#include "termbase/reference.h"
#include "verify/check.h"

#include <stdlib.h>

/* What one reference glossary knows and the text only spells out. */
static void
look_with(clausary_checking *check, const clausary_index *index,
          const clausary_reference *reference, const clausary_reference_hit *hits)
{
	clausary_slice language = clausary_slice_of(index->document->language);
	for (size_t i = 0; i < reference->glossary->concepts.count; i++) {
		const clausary_language_section *section = clausary_reference_section(
		        reference->glossary->concepts.items[i], language);
		const clausary_term *acronym =
		        section ? clausary_section_first(section, true) : NULL;
		const clausary_term *name = section ? clausary_section_first(section, false) : NULL;
		if (!acronym || !name || hits[i].places == 0
		    || clausary_map_get(&index->findings->acronyms, acronym->form) != CLAUSARY_NONE)
			continue;
		clausary_check_report(
		        check, &(clausary_report){
		                       .index = index,
		                       .clause = hits[i].place[0].clause,
		                       .span = hits[i].place[0].span,
		                       .form = acronym->form,
		                       .message = "%s is never abbreviated as %s; times: %s",
		                       .arguments = {name->form, acronym->form,
				                     clausary_check_number(check, hits[i].count)}});
	}
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	for (size_t i = 0; clausary_reference_at(i).name; i++) {
		const clausary_reference *reference;
		if (clausary_reference_open(&reference, check->context,
		                            clausary_reference_at(i).name)
		            != CLAUSARY_OK
		    || !reference)
			continue;
		clausary_reference_hit *hits = clausary_reference_scan(reference, index->findings);
		if (hits && clausary_reference_speaks(reference, hits))
			look_with(check, index, reference, hits);
		free(hits);
	}
}

const clausary_rule clausary_rule_never_abbreviated = {
        .text = {.id = "A05",
	         .name = "never-abbreviated",
	         .title = "a name that has a usual acronym is always written in full",
	         .why = "Readers search for the usual acronym.",
	         .advice = "Introduce the acronym where the name is used several times.",
	         .source = "RFC Editor, list of abbreviations",
	         .level = CLAUSARY_RULE_OFF},
        .document = look,
};
