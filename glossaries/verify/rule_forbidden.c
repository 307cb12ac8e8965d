/* A24: the house never abbreviates this name. */
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_use *first = clausary_form_first(
	        form, CLAUSARY_RUNNING | CLAUSARY_IN(HEADING) | CLAUSARY_IN(LIST));
	if (!first
	    || clausary_map_get(&check->house.forbidden, form->designation->form) == CLAUSARY_NONE)
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = first->clause,
		                          .span = first->span,
		                          .form = form->designation->form,
		                          .message = "%s is not to be used: write the full name",
		                          .arguments = {form->designation->form}});
}

const clausary_rule clausary_rule_forbidden = {
        .text = {.id = "A24",
	         .name = "forbidden-abbreviation",
	         .title = "the house never abbreviates this name",
	         .why = "The house writes the name in full.",
	         .advice = "Write the full name.",
	         .source = "UN Editorial Manual; UN Correspondence Manual",
	         .level = CLAUSARY_ERROR},
        .acronym = look,
};
