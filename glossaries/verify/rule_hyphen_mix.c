/* A33: an acronym is written with different hyphens. */
#include "verify/check.h"

/* The first byte of the hyphen inside a written form, or 0. */
static unsigned char
hyphen_of(clausary_slice written)
{
	for (size_t i = 1; i + 1 < written.size; i++)
		if (written.data[i] == '-' || (unsigned char)written.data[i] == 0xe2)
			return (unsigned char)written.data[i];
	return 0;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_use *plain = NULL, *other = NULL;
	uint32_t counts[2] = {0};
	if (!memchr(form->designation->form.data, '-', form->designation->form.size))
		return;
	for (uint32_t i = 0; i < form->use_count; i++) {
		unsigned char hyphen = hyphen_of(clausary_index_text(index, form->uses[i].span));
		const clausary_use **first = hyphen == '-' ? &plain : &other;
		counts[hyphen != '-'] += hyphen != 0;
		if (hyphen && !*first)
			*first = &form->uses[i];
	}
	if (!plain || !other)
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = other->clause,
		                          .span = other->span,
		                          .other = index,
		                          .other_clause = plain->clause,
		                          .other_span = plain->span,
		                          .form = form->designation->form,
		                          .message = "%s is written with two kinds of hyphen; "
		                                     "plain ones: %s, others: %s",
		                          .arguments = {form->designation->form,
		                                        clausary_check_number(check, counts[0]),
		                                        clausary_check_number(check, counts[1])}});
}

const clausary_rule clausary_rule_hyphen_mix = {
        .text = {.id = "A33",
	         .name = "hyphen-mix",
	         .title = "an acronym is written with different hyphens",
	         .why = "Searches for one do not find the other.",
	         .advice = "Use the same hyphen everywhere; U+2011 where no line may break.",
	         .source = "Unicode Standard 6.2, Dashes and Hyphens",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
