/* L07: a document with many acronyms has no list of abbreviations. */
#include "verify/check.h"

enum { LONG_LIST = 1000 /* bytes */ };

/* Whether some clause has many rows that begin with acronyms, even if no expansion was read. */
static bool
has_rows(const clausary_index *index)
{
	for (size_t i = 0; i < index->document->clauses.count; i++)
		if (index->zones[i] == CLAUSARY_ZONE_LIST
		    && index->document->clauses.items[i].span.end
		                       - index->document->clauses.items[i].span.start
		               > LONG_LIST)
			return true;
	return false;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	uint32_t count = 0, from = clausary_house_number(&check->house, CLAUSARY_HOUSE_LIST_FROM);
	const clausary_form *form = NULL;
	for (size_t i = 0; i < index->findings->designations.count; i++)
		if (index->forms[i].designation->kind == CLAUSARY_ACRONYM
		    && clausary_form_pair(index, &index->forms[i],
		                          CLAUSARY_RUNNING & ~CLAUSARY_IN(FRONT))) {
			form = form ? form : &index->forms[i];
			count++;
		}
	if (from == 0 || has_rows(index) || count < from || index->listed
	    || strcmp(index->document->profile, "numbered") != 0)
		return;
	const clausary_pair *pair =
	        clausary_form_pair(index, form, CLAUSARY_RUNNING & ~CLAUSARY_IN(FRONT));
	clausary_check_report(
	        check,
	        &(clausary_report){.index = index,
		                   .clause = pair->clause,
		                   .span = pair->short_span,
		                   .form = form->designation->form,
		                   .message = "there is no list of abbreviations; acronyms: %s",
		                   .arguments = {clausary_check_number(check, count)}});
}

const clausary_rule clausary_rule_missing_list = {
        .text = {.id = "L07",
	         .name = "missing-list",
	         .title = "a document with many acronyms has no list of abbreviations",
	         .why = "A list lets the reader find an acronym again.",
	         .advice = "Add a clause that lists them; `--to abbreviations` writes it.",
	         .source = "ITU-T author's guide 8.4; UN Editorial Manual",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
