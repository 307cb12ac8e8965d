/* L01: an acronym is missing in the list of abbreviations. */
#include "mining/form_letters.h"
#include "verify/acronym.h"
#include "verify/check.h"

/* Whether an entry of the terms clause explains it: the reader finds it there. */
static bool
is_entry(const clausary_index *index, const clausary_form *form)
{
	return clausary_form_pair(index, form, CLAUSARY_IN(TERMS)) != NULL;
}

/* The first use that the list is for: one in an annex is for the annex. */
static const clausary_use *
first_use(const clausary_index *index, const clausary_form *form)
{
	const unsigned zones = CLAUSARY_RUNNING & ~CLAUSARY_IN(FRONT);
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		if (1u << use->zone & zones && !use->inside
		    && (index->list_part == 0
		        || (use->clause != CLAUSARY_NONE
		            && index->parts[use->clause] == index->list_part)))
			return use;
	}
	return NULL;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_use *first = index->listed ? first_use(index, form) : NULL;
	if (!first || form->pair_count == 0
	    || clausary_form_is_unit(index->cues, form->designation->form)
	    || clausary_acronym_is_name(index, form, CLAUSARY_RUNNING & ~CLAUSARY_IN(FRONT))
	    || clausary_acronym_is_code(form->designation->form) || clausary_form_is_listed(form)
	    || clausary_check_is_known(check, index, form))
		return;
	const clausary_pair *pair = &index->findings->pairs.items[form->pairs[0]];
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = first->clause,
		                          .span = first->span,
		                          .form = form->designation->form,
		                          .message = "%s (%s) is not in the list of abbreviations",
		                          .arguments = {form->designation->form, pair->text},
		                          .lower = is_entry(index, form)});
}

const clausary_rule clausary_rule_not_listed = {
        .text = {.id = "L01",
	         .name = "used-not-listed",
	         .title = "an acronym is missing in the list of abbreviations",
	         .why = "A list that lacks some is no help where the reader needs it.",
	         .advice = "Add the acronym and its expansion to the list.",
	         .source = "ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
