/* X20: the language versions do not line up well. */
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	if (!versions->doubtful || versions->items[0]->document->clauses.count == 0)
		return;
	const clausary_clause *first = &versions->items[0]->document->clauses.items[0];
	clausary_check_report(
	        check, &(clausary_report){.index = versions->items[0],
		                          .clause = 0,
		                          .span = first->span,
		                          .message = "the language versions do not line up well; "
		                                     "what is compared across them is less sure"});
}

const clausary_rule clausary_rule_alignment_doubt = {
        .text = {.id = "X20",
	         .name = "alignment-doubt",
	         .title = "the language versions do not line up well",
	         .why = "What is compared across versions may not belong together.",
	         .advice = "Look at `clausary show --stage alignment`.",
	         .source = "Clausary",
	         .level = CLAUSARY_NOTE},
        .versions = look,
};
