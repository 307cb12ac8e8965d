/* A10: an acronym is introduced and hardly used. */
#include "verify/acronym.h"
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const unsigned zones = ~(CLAUSARY_IN(LIST) | CLAUSARY_IN(REFERENCES));
	const clausary_pair *pair =
	        clausary_form_pair(index, form, CLAUSARY_RUNNING & ~CLAUSARY_IN(TERMS));
	uint32_t count = clausary_form_count(form, zones);
	if (!pair || clausary_acronym_is_code(form->designation->form) || count == 0
	    || count >= clausary_house_number(&check->house, CLAUSARY_HOUSE_USES))
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = pair->clause,
		                          .span = pair->short_span,
		                          .form = form->designation->form,
		                          .message = "%s is introduced and used only so often: %s",
		                          .arguments = {form->designation->form,
		                                        clausary_check_number(check, count)}});
}

const clausary_rule clausary_rule_used_once = {
        .text = {.id = "A10",
	         .name = "used-once",
	         .title = "an acronym is introduced and hardly used",
	         .why = "The full form costs the reader less than an acronym that comes once.",
	         .advice = "Write the full form.",
	         .source = "UN Editorial Manual; Microsoft Style Guide",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
