/* A07: an acronym has two expansions that differ a little. */
#include "verify/check.h"
#include "verify/likeness.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_conflict conflict;
	for (uint32_t at = 0; clausary_conflict_next(&conflict, index, form, &at);) {
		if (conflict.likeness == CLAUSARY_DIFFERENT || conflict.listed)
			continue;
		clausary_check_report(
		        check, &(clausary_report){
		                       .index = index,
		                       .clause = conflict.second->clause,
		                       .span = conflict.second->short_span,
		                       .other = index,
		                       .other_clause = conflict.first->clause,
		                       .other_span = conflict.first->short_span,
		                       .form = form->designation->form,
		                       .message = "%s is expanded as %s, before as %s",
		                       .arguments = {form->designation->form, conflict.second->text,
				                     conflict.first->text},
		                       .lower = conflict.translated
		                                || conflict.likeness == CLAUSARY_SAME_MARKS});
	}
}

const clausary_rule clausary_rule_near_expansions = {
        .text = {.id = "A07",
	         .name = "near-expansions",
	         .title = "an acronym has two expansions that differ a little",
	         .why = "Either one is a slip, or two things are meant: the reader cannot tell.",
	         .advice = "Write the same expansion everywhere.",
	         .source = "RFC Editor, list of abbreviations; 3GPP TR 21.801",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
