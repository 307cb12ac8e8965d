/* X10: two terms of one language version are one term in another. A note: one language may have one
 * word where another has two. */
#include "verify/renderings.h"

static void
found(clausary_checking *check, const clausary_versions *versions,
      const clausary_definition_pair *pair, const clausary_definition_pair *before)
{
	(void)versions;
	if (clausary_renderings_are_one(pair, before))
		return;
	clausary_check_report(
	        check,
	        &(clausary_report){
	                .index = pair->one_index,
	                .clause = pair->one->clause,
	                .span = pair->one->term_span,
	                .other = before->one_index,
	                .other_clause = before->one->clause,
	                .other_span = before->one->term_span,
	                .form = pair->one->term,
	                .message = "%s is one term for two of the version in %s: %s, %s",
	                .arguments = {pair->one->term,
			              clausary_slice_of(pair->other_index->document->language),
			              before->other->term, pair->other->term}});
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_renderings_each(check, versions, found);
}

const clausary_rule clausary_rule_term_merged = {
        .text = {.id = "X10",
	         .name = "term-merged",
	         .title = "two terms of a language version are one term in another",
	         .why = "The reader takes two things for one.",
	         .advice = "Use two terms, or part the two entries by a domain.",
	         .source = "ISO 704 7.4; Metanorma, metanorma-iso issue 1065",
	         .level = CLAUSARY_NOTE},
        .versions = look,
};
