/* A06: an acronym has two expansions. */
#include "verify/check.h"
#include "verify/likeness.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_conflict conflict;
	for (uint32_t at = 0; clausary_conflict_next(&conflict, index, form, &at);)
		if (conflict.likeness == CLAUSARY_DIFFERENT && !conflict.listed)
			clausary_check_conflict(check, index, form, &conflict, false);
}

const clausary_rule clausary_rule_two_expansions = {
        .text = {.id = "A06",
	         .name = "two-expansions",
	         .title = "an acronym has two expansions",
	         .why = "The reader cannot tell which of the two is meant.",
	         .advice = "Give one of the two another acronym, or write it in full.",
	         .source = "RFC 7322 3.6; 3GPP TR 21.801",
	         .level = CLAUSARY_ERROR},
        .acronym = look,
};
