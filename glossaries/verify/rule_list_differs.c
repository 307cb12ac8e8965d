/* L03: the list of abbreviations and the text expand an acronym differently. */
#include "verify/check.h"
#include "verify/likeness.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_conflict conflict;
	for (uint32_t at = 0; clausary_conflict_next(&conflict, index, form, &at);) {
		if (!conflict.listed || conflict.both_listed)
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
		                       .lower = conflict.translated || conflict.guessed
		                                || conflict.likeness == CLAUSARY_SAME_MARKS});
	}
}

const clausary_rule clausary_rule_list_differs = {
        .text = {.id = "L03",
	         .name = "list-differs",
	         .title = "the list of abbreviations and the text expand an acronym differently",
	         .why = "The reader cannot tell which of the two is meant.",
	         .advice = "Write the same expansion in both.",
	         .source = "ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
