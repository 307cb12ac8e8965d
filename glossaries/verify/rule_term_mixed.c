/* X09: a term that one language version defines in several clauses is another term in each of them
 * in another version. */
#include "verify/renderings.h"

/* Two definitions of one word may be of two concepts, which the other language need not call alike:
 * only where both say the same it is one concept. */
static void
found(clausary_checking *check, const clausary_versions *versions,
      const clausary_definition_pair *pair, const clausary_definition_pair *before)
{
	if (!clausary_renderings_are_one(pair, before))
		return;
	clausary_check_report(check,
	                      &(clausary_report){.index = pair->other_index,
	                                         .clause = pair->other->clause,
	                                         .span = pair->other->term_span,
	                                         .other = before->other_index,
	                                         .other_clause = before->other->clause,
	                                         .other_span = before->other->term_span,
	                                         .form = pair->other->term,
	                                         .message = "%s is %s here, before it is %s",
	                                         .arguments = {pair->one->term, pair->other->term,
	                                                       before->other->term},
	                                         .lower = versions->doubtful});
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_renderings_each(check, versions, found);
}

const clausary_rule clausary_rule_term_mixed = {
        .text = {.id = "X09",
	         .name = "term-mixed",
	         .title = "a term is rendered in two ways in a language version",
	         .why = "The reader takes them for two things.",
	         .advice = "Write the same term wherever the other version does.",
	         .source = "Xbench, consistency checks; ISO 704 7.4",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
