/* A02: an acronym is used before it is expanded. */
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/place.h"

/* Where an acronym is introduced in running text. What introduces it in a list counts where the
 * house says so, and then no use comes before it. */
static const clausary_pair *
introduction(const clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	bool list_defines = clausary_house_is(&check->house, CLAUSARY_HOUSE_LIST_DEFINES, "yes");
	if (list_defines && clausary_form_pair(index, form, CLAUSARY_IN(LIST)))
		return NULL;
	return clausary_form_pair(index, form, CLAUSARY_RUNNING | CLAUSARY_IN(LIST));
}

/* Entries of a terms clause stand in an order of their own: none is read before another. */
enum { ZONES = CLAUSARY_RUNNING & ~CLAUSARY_IN(TERMS) };

/* Two letters beside a name that they are not the letters of may be something else, and so may a
 * name that was taken for a translation and not surely. */
static bool
is_doubtful(const clausary_form *form, const clausary_pair *pair)
{
	clausary_slice written = form->designation->form;
	return clausary_acronym_is_loose(pair)
	       || (clausary_acronym_letters(written) < 3
	           && !clausary_acronym_fits(written, pair->text));
}

/* Whether a use opens a bracket behind the words of the expansion: "royal harbour lamps (RHL; see
 * 7)". */
static bool
is_in_brackets_of(const clausary_index *index, const clausary_use *use, const clausary_pair *pair)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t at = use->span.start;
	if (at < 2 || text.data[at - 1] != '(')
		return false;
	for (at--; at > 0 && clausary_ascii_is_blank(text.data[at - 1]);)
		at--;
	return clausary_place_follows(text, at, pair->text);
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = introduction(check, index, form);
	const clausary_use *first = clausary_acronym_first(index, form, ZONES);
	if (!pair || clausary_acronym_is_code(form->designation->form)
	    || clausary_acronym_is_unsure(index, form) || !first || first->pair != CLAUSARY_NONE
	    || first->span.start >= pair->short_span.start
	    || clausary_acronym_seems_introduced_at(index, form, first)
	    || is_in_brackets_of(index, first, pair) || clausary_acronym_heads_clause(index, first)
	    || clausary_acronym_is_term(index, form->designation->form)
	    || clausary_acronym_is_row(index, form->designation->form, first->span))
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = first->clause,
		                          .span = first->span,
		                          .other = index,
		                          .other_clause = pair->clause,
		                          .other_span = pair->short_span,
		                          .form = form->designation->form,
		                          .message = "%s is used before it is expanded as %s",
		                          .arguments = {form->designation->form, pair->text},
		                          .lower = clausary_check_is_known(check, index, form)
	                                           || is_doubtful(form, pair)});
}

const clausary_rule clausary_rule_used_before = {
        .text = {.id = "A02",
	         .name = "used-before-expansion",
	         .title = "an acronym is used before it is expanded",
	         .why = "A reader who begins at the beginning meets it unexplained.",
	         .advice = "Move the expansion to the first use.",
	         .source = "UN Editorial Manual; RFC 7322 3.6; ITU-R V.666",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
