/* A08: one name has two acronyms. */
#include "verify/acronym.h"
#include "verify/check.h"

/* A form without digits at its end: "LAMP-1". */
static clausary_slice
without_number(clausary_slice form)
{
	while (form.size && clausary_ascii_is_digit(form.data[form.size - 1]))
		form.size--;
	return form;
}

/* Whether one short form holds the other, as "ISDB" and "ISDB-C", or is the next of a series: a
 * variety with a name of its own; or both stand beside the name at one place. */
static bool
is_part(const clausary_index *index, const clausary_pair *a, const clausary_pair *b)
{
	clausary_slice x = index->forms[a->acronym].designation->form;
	clausary_slice y = index->forms[b->acronym].designation->form;
	return clausary_slice_find(x, y) != SIZE_MAX || clausary_slice_find(y, x) != SIZE_MAX
	       || clausary_slice_equal(without_number(x), without_number(y))
	       || a->long_span.start == b->long_span.start;
}

/* Whether the letters of a short form are not those of the name: then it may have been given to
 * more or to other words, "the (statutes of the) harbour council (“HC statutes”)". */
static bool
is_doubtful(const clausary_index *index, const clausary_pair *pair)
{
	return !clausary_acronym_letters_in(index->forms[pair->acronym].designation->form,
	                                    pair->text);
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	const clausary_pair *pairs = index->findings->pairs.items;
	for (size_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *name = &index->forms[i];
		if (name->designation->kind != CLAUSARY_EXPANSION || name->pair_count < 2)
			continue;
		const clausary_pair *first = &pairs[name->pairs[0]], *other = first;
		for (uint32_t j = 1; j < name->pair_count && other->acronym == first->acronym; j++)
			other = &pairs[name->pairs[j]];
		if (other->acronym == first->acronym || is_part(index, first, other))
			continue;
		const clausary_form *form = &index->forms[other->acronym];
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = index,
		                .clause = other->clause,
		                .span = other->short_span,
		                .other = index,
		                .other_clause = first->clause,
		                .other_span = first->short_span,
		                .form = form->designation->form,
		                .message = "%s is abbreviated as %s, before as %s",
		                .arguments = {other->text, form->designation->form,
				              index->forms[first->acronym].designation->form},
		                .lower = is_doubtful(index, first) || is_doubtful(index, other)});
	}
}

const clausary_rule clausary_rule_two_short_forms = {
        .text = {.id = "A08",
	         .name = "two-short-forms",
	         .title = "one name has two acronyms",
	         .why = "The reader takes them for two things.",
	         .advice = "Keep one of the two.",
	         .source = "3GPP TR 21.801 4.2",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
