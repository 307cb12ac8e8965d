/* A09: an acronym is introduced and never used. */
#include "verify/acronym.h"
#include "verify/check.h"

/* A foreword is often the same in all documents of a house: nobody rewrites it for one. */
static bool
is_front(const clausary_index *index, const clausary_pair *pair)
{
	return clausary_index_zone(index, pair->clause, pair->short_span.start)
	       == CLAUSARY_ZONE_FRONT;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const unsigned zones = ~(CLAUSARY_IN(LIST) | CLAUSARY_IN(REFERENCES));
	const clausary_pair *pair =
	        clausary_form_pair(index, form, CLAUSARY_RUNNING & ~CLAUSARY_IN(TERMS));
	if (!pair || clausary_acronym_is_code(form->designation->form)
	    || clausary_form_count(form, zones) > 0)
		return;
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = pair->clause,
	                                         .span = pair->short_span,
	                                         .form = form->designation->form,
	                                         .message = "%s is introduced and never used",
	                                         .arguments = {form->designation->form},
	                                         .lower = is_front(index, pair)});
}

const clausary_rule clausary_rule_unused = {
        .text = {.id = "A09",
	         .name = "introduced-unused",
	         .title = "an acronym is introduced and never used",
	         .why = "It makes the reader remember what is not needed.",
	         .advice = "Leave the acronym out and keep the full form.",
	         .source = "UN Editorial Manual; Microsoft Style Guide",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
