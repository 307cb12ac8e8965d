/* A11: the title of the document has an acronym. */
#include "verify/acronym.h"
#include "verify/check.h"

/* Whether a clause is what the document calls itself before its title: "RESOLUTION 7 (…)". */
static bool
is_number(const clausary_clause *clause)
{
	return clausary_slice_equal(clause->key, CLAUSARY_SLICE("title/number"));
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (use->zone != CLAUSARY_ZONE_TITLE || use->inside || use->pair != CLAUSARY_NONE
		    || use->clause == CLAUSARY_NONE
		    || !(index->document->clauses.items[use->clause].flags & CLAUSARY_CLAUSE_TITLE)
		    || is_number(&index->document->clauses.items[use->clause])
		    || clausary_check_is_known(check, index, form)
		    || clausary_acronym_is_code(form->designation->form))
			continue;
		clausary_check_report(check,
		                      &(clausary_report){.index = index,
		                                         .clause = use->clause,
		                                         .span = use->span,
		                                         .form = form->designation->form,
		                                         .message = "the title has the acronym %s",
		                                         .arguments = {form->designation->form}});
		return;
	}
}

const clausary_rule clausary_rule_in_title = {
        .text = {.id = "A11",
	         .name = "in-title",
	         .title = "the title of the document has an acronym",
	         .why = "A title is read in lists and catalogues, without the text that "
	                "explains it.",
	         .advice = "Write the full form in the title.",
	         .source = "ITU-T author's guide 6.3; ITU-R V.666; UN Editorial Manual",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
