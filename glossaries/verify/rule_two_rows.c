/* L06: the list of abbreviations expands an acronym in two ways. */
#include "verify/check.h"
#include "verify/likeness.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_conflict conflict;
	for (uint32_t at = 0; clausary_conflict_next(&conflict, index, form, &at);)
		if (conflict.both_listed)
			clausary_check_conflict(check, index, form, &conflict, false);
}

const clausary_rule clausary_rule_two_rows = {
        .text = {.id = "L06",
	         .name = "two-rows",
	         .title = "the list of abbreviations expands an acronym in two ways",
	         .why = "The reader cannot tell which of the two is meant.",
	         .advice = "Give one of the two another acronym.",
	         .source = "ITU-T author's guide 8.4; RFC 7322 3.6",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
