/* L05: the list of abbreviations has an acronym twice. */
#include "verify/check.h"
#include "verify/likeness.h"

static bool
is_listed(const clausary_index *index, const clausary_pair *pair)
{
	return strcmp(pair->rule, "list") == 0 && pair->clause != CLAUSARY_NONE
	       && index->zones[pair->clause] == CLAUSARY_ZONE_LIST;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *first = NULL;
	for (uint32_t i = 0; i < form->pair_count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[i]];
		if (!is_listed(index, pair))
			continue;
		if (first && first->short_span.start != pair->short_span.start
		    && clausary_likeness_of(index->cues, first->text, pair->text)
		               < CLAUSARY_SAME_MOST)
			clausary_check_report(
			        check, &(clausary_report){.index = index,
				                          .clause = pair->clause,
				                          .span = pair->short_span,
				                          .other = index,
				                          .other_clause = first->clause,
				                          .other_span = first->short_span,
				                          .form = form->designation->form,
				                          .message = "%s is listed twice",
				                          .arguments = {form->designation->form}});
		first = first ? first : pair;
	}
}

const clausary_rule clausary_rule_duplicate_row = {
        .text = {.id = "L05",
	         .name = "duplicate-row",
	         .title = "the list of abbreviations has an acronym twice",
	         .why = "A list says each thing once.",
	         .advice = "Take one of the two rows out.",
	         .source = "ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
