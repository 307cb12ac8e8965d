/* A13: an acronym is not expanded in the abstract. */
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_use *first = clausary_form_first(form, CLAUSARY_IN(ABSTRACT));
	if (!first || form->pair_count == 0 || form->symbol
	    || clausary_form_pair(index, form, CLAUSARY_IN(ABSTRACT))
	    || clausary_check_is_known(check, index, form))
		return;
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = first->clause,
	                                         .span = first->span,
	                                         .form = form->designation->form,
	                                         .message = "%s is not expanded in the abstract",
	                                         .arguments = {form->designation->form}});
}

const clausary_rule clausary_rule_abstract = {
        .text = {.id = "A13",
	         .name = "not-expanded-in-abstract",
	         .title = "an acronym is not expanded in the abstract",
	         .why = "An abstract is read alone.",
	         .advice = "Expand it in the abstract too, or write the full form there.",
	         .source = "RFC 7322 4.3; RFC Editor",
	         .level = CLAUSARY_RULE_OFF},
        .acronym = look,
};
