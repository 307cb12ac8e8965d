/* A23: an acronym has a possessive ending. */
#include "verify/check.h"

/* The bytes of an apostrophe and an s after byte `at`, or 0. */
static uint32_t
possessive_at(clausary_slice text, uint32_t at)
{
	clausary_slice rest = clausary_slice_part(text, at, text.size);
	if (clausary_slice_starts(rest, CLAUSARY_SLICE("'s")))
		return 2;
	return clausary_slice_starts(rest, CLAUSARY_SLICE("\u2019s")) ? 4 : 0;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_slice text = clausary_document_text(index->document);
	for (uint32_t i = 0; i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		uint32_t size = possessive_at(text, use->span.end);
		if (size == 0 || !(1u << use->zone & CLAUSARY_RUNNING) || use->inside)
			continue;
		clausary_span span = {use->span.end, use->span.end + size};
		clausary_check_report(check,
		                      &(clausary_report){.index = index,
		                                         .clause = use->clause,
		                                         .span = span,
		                                         .form = form->designation->form,
		                                         .message = "%s has a possessive ending",
		                                         .arguments = {form->designation->form}});
	}
}

const clausary_rule clausary_rule_possessive = {
        .text = {.id = "A23",
	         .name = "possessive",
	         .title = "an acronym has a possessive ending",
	         .why = "Some houses write a phrase instead.",
	         .advice = "Write it without the ending.",
	         .source = "UN Editorial Manual",
	         .languages = "en",
	         .level = CLAUSARY_RULE_OFF},
        .acronym = look,
};
