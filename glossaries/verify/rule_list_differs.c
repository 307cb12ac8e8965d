/* L03: the list of abbreviations and the text expand an acronym differently. */
#include "verify/check.h"
#include "verify/likeness.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_conflict conflict;
	for (uint32_t at = 0; clausary_conflict_next(&conflict, index, form, &at);)
		if (conflict.listed && !conflict.both_listed)
			clausary_check_conflict(check, index, form, &conflict,
			                        clausary_conflict_is_doubtful(&conflict));
}

const clausary_rule clausary_rule_list_differs = {
        .text = {.id = "L03",
	         .name = "list-differs",
	         .title = "the list of abbreviations and the text expand an acronym differently",
	         .why = "The reader cannot tell which of the two is meant.",
	         .advice = "Write the same expansion in both.",
	         .source = "ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
