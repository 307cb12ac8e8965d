/* A20: an acronym has fewer than three letters. */
#include "verify/acronym.h"
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = clausary_form_pair(index, form, ~CLAUSARY_IN(REFERENCES));
	if (!pair || clausary_acronym_letters(form->designation->form) > 2)
		return;
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = pair->clause,
	                                         .span = pair->short_span,
	                                         .form = form->designation->form,
	                                         .message = "%s has fewer than three letters",
	                                         .arguments = {form->designation->form}});
}

const clausary_rule clausary_rule_short_short_form = {
        .text = {.id = "A20",
	         .name = "short",
	         .title = "an acronym has fewer than three letters",
	         .why = "Short acronyms have many meanings.",
	         .advice = "Write the full form, or take a longer acronym.",
	         .source = "ITU-R V.666",
	         .level = CLAUSARY_RULE_OFF},
        .acronym = look,
};
