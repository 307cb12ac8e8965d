/* A12: an acronym stands in a heading before it is expanded. */
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = clausary_form_pair(index, form, CLAUSARY_RUNNING);
	const clausary_use *first =
	        clausary_form_first(form, CLAUSARY_RUNNING | CLAUSARY_IN(HEADING));
	if (!pair || !first || first->zone != CLAUSARY_ZONE_HEADING || first->pair != CLAUSARY_NONE
	    || first->span.start >= pair->short_span.start || clausary_form_is_listed(form)
	    || clausary_check_is_known(check, index, form))
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = first->clause,
		                          .span = first->span,
		                          .other = index,
		                          .other_clause = pair->clause,
		                          .other_span = pair->short_span,
		                          .form = form->designation->form,
		                          .message = "%s stands in a heading before it is expanded",
		                          .arguments = {form->designation->form}});
}

const clausary_rule clausary_rule_in_heading_first = {
        .text = {.id = "A12",
	         .name = "in-heading-first",
	         .title = "an acronym stands in a heading before it is expanded",
	         .why = "Headings are read first, and in the table of contents.",
	         .advice = "Write the full form in the heading, or expand the acronym before it.",
	         .source = "UN Editorial Manual; Microsoft Style Guide",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
