/* A31: the acronym stands before its long form, or behind it where the house puts it first. */
#include "verify/acronym.h"
#include "verify/check.h"

static bool
begins(const clausary_pair *pair, const char *with)
{
	return strncmp(pair->rule, with, strlen(with)) == 0;
}

static const char BEFORE[] = "%s stands before its long form, elsewhere it follows";
static const char BEHIND[] = "%s stands behind its long form, elsewhere before it";

static void
look(clausary_checking *check, const clausary_index *index)
{
	const clausary_pair *usual = NULL;
	bool before = clausary_house_is(&check->house, CLAUSARY_HOUSE_ORDER, "short-long");
	const char *right = before ? "short-then-long" : "long-then-short";
	const char *wrong = before ? "long-then-short" : "short-then-long";
	if (clausary_house_is(&check->house, CLAUSARY_HOUSE_ORDER, "any"))
		return;
	for (size_t i = 0; i < index->findings->pairs.count && !usual; i++)
		if (begins(&index->findings->pairs.items[i], right))
			usual = &index->findings->pairs.items[i];
	for (size_t i = 0; i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		const clausary_form *form = &index->forms[pair->acronym];
		clausary_zone zone =
		        clausary_index_zone(index, pair->clause, pair->short_span.start);
		if (!usual || !begins(pair, wrong)
		    || !(1u << zone & (CLAUSARY_IN(BODY) | CLAUSARY_IN(FRONT) | CLAUSARY_IN(ANNEX)))
		    || !clausary_acronym_is_words(pair->text))
			continue;
		clausary_check_report(check,
		                      &(clausary_report){.index = index,
		                                         .clause = pair->clause,
		                                         .span = pair->short_span,
		                                         .other = index,
		                                         .other_clause = usual->clause,
		                                         .other_span = usual->short_span,
		                                         .form = form->designation->form,
		                                         .message = before ? BEHIND : BEFORE,
		                                         .arguments = {form->designation->form}});
	}
}

const clausary_rule clausary_rule_wrong_order = {
        .text = {.id = "A31",
	         .name = "wrong-order",
	         .title = "the acronym stands before its long form",
	         .why = "The reader meets the long form first in one place and the acronym "
	                "first in another.",
	         .advice = "Write the long form with the acronym in brackets.",
	         .source = "ITU-T author's guide 8.4; UN Editorial Manual; RFC 7322 3.6",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
