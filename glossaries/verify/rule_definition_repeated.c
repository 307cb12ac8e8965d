/* C06: a document repeats a definition of another one, and does not say so. */
#include "verify/likeness.h"
#include "verify/repeated.h"

static void
found(clausary_checking *check, const clausary_definition_pair *pair)
{
	const clausary_definition *one = pair->one, *other = pair->other;
	if (one->source.size || other->source.size || one->elsewhere || other->elsewhere
	    || clausary_likeness_of(pair->one_index->cues, one->term, other->term)
	               > CLAUSARY_SAME_WORDS)
		return;
	clausary_check_report(
	        check,
	        &(clausary_report){.index = pair->other_index,
		                   .clause = other->clause,
		                   .span = other->term_span,
		                   .other = pair->one_index,
		                   .other_clause = one->clause,
		                   .other_span = one->term_span,
		                   .form = other->term,
		                   .message = "%s is defined in another document in the same words",
		                   .arguments = {other->term}});
}

static void
look(clausary_checking *check)
{
	clausary_repeated_each(check, found);
}

const clausary_rule clausary_rule_definition_repeated = {
        .text = {.id = "C06",
	         .name = "definition-repeated",
	         .title = "two documents define a term in the same words, and neither cites",
	         .why = "When one of the two is mended, the other is forgotten.",
	         .advice = "Refer to one definition from the other document.",
	         .source = "ITU-T author's guide 8.3",
	         .level = CLAUSARY_NOTE},
        .corpus = look,
};
