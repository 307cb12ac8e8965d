/* A35: an expansion has an acronym that is nowhere expanded. */
#include "verify/acronym.h"
#include "verify/check.h"

static bool
is_unexplained(const clausary_checking *check, const clausary_index *index,
               const clausary_form *form)
{
	return form->designation->kind == CLAUSARY_ACRONYM && form->pair_count == 0 && !form->symbol
	       && !clausary_form_is_listed(form)
	       && !clausary_acronym_is_code(form->designation->form)
	       && !clausary_check_is_known(check, index, form);
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count && is_unexplained(check, index, form); i++) {
		const clausary_use *use = &form->uses[i];
		const clausary_pair *outer = clausary_index_pair_around(index, use->span);
		if (!outer)
			continue;
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = index,
		                .clause = use->clause,
		                .span = use->span,
		                .form = form->designation->form,
		                .message = "%s in the expansion of %s is nowhere expanded",
		                .arguments = {form->designation->form,
				              index->forms[outer->acronym].designation->form}});
		return;
	}
}

const clausary_rule clausary_rule_acronym_in_acronym = {
        .text = {.id = "A35",
	         .name = "acronym-in-acronym",
	         .title = "an expansion has an acronym that is nowhere expanded",
	         .why = "The reader who looks up one acronym must look up another.",
	         .advice = "Expand the inner acronym as well.",
	         .source = "RFC Editor, list of abbreviations",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
