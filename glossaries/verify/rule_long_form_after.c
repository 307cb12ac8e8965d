/* A04: the long form stands where the acronym was introduced. */
#include "verify/check.h"

/* Titles and headings that quote a name in full count, the title of the document does not. */
enum { ZONES = CLAUSARY_IN(BODY) | CLAUSARY_IN(ANNEX) | CLAUSARY_IN(HEADING) | CLAUSARY_IN(TABLE) };

/* The uses of a long form after byte `from`, and the first of them. */
static uint32_t
count_after(const clausary_form *expansion, uint32_t from, const clausary_use **first)
{
	uint32_t count = 0;
	for (uint32_t i = 0; i < expansion->use_count; i++) {
		const clausary_use *use = &expansion->uses[i];
		if (use->span.start < from || !(1u << use->zone & ZONES) || use->inside
		    || use->pair != CLAUSARY_NONE)
			continue;
		if (count++ == 0)
			*first = use;
	}
	return count;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = clausary_form_pair(index, form, CLAUSARY_RUNNING);
	const clausary_use *first = NULL;
	if (!pair)
		return;
	uint32_t count = count_after(&index->forms[pair->expansion], pair->short_span.end, &first);
	if (count <= clausary_house_number(&check->house, CLAUSARY_HOUSE_LONG_FORMS))
		return;
	clausary_check_report(
	        check, &(clausary_report){
	                       .index = index,
	                       .clause = first->clause,
	                       .span = first->span,
	                       .other = index,
	                       .other_clause = pair->clause,
	                       .other_span = pair->short_span,
	                       .form = form->designation->form,
	                       .message = "%s stands in full, although %s is introduced; times: %s",
	                       .arguments = {pair->text, form->designation->form,
			                     clausary_check_number(check, count)}});
}

const clausary_rule clausary_rule_long_form_after = {
        .text = {.id = "A04",
	         .name = "long-form-after",
	         .title = "the long form stands where the acronym was introduced",
	         .why = "An acronym is introduced in order to be used.",
	         .advice = "Use the acronym, or do not introduce it.",
	         .source = "RFC Editor, list of abbreviations",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
