/* T09: a term is used where the termbase prefers another one for the same thing. */
#include "verify/authority_use.h"

/* An acronym and its full form are no rivals: each has its place. */
static bool
is_rival(const clausary_authority_use *use)
{
	return use->preferred && use->preferred->status == CLAUSARY_TERM_STATUS_PREFERRED
	       && use->term->status == CLAUSARY_TERM_STATUS_ADMITTED
	       && clausary_authority_is_letters(use->term)
	                  == clausary_authority_is_letters(use->preferred);
}

static void
found(clausary_checking *check, const clausary_index *index, const clausary_authority_use *use)
{
	if (!is_rival(use) || use->zone == CLAUSARY_ZONE_REFERENCES
	    || use->zone == CLAUSARY_ZONE_TERMS)
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = use->place.clause,
		                          .span = use->place.span,
		                          .form = use->term->form,
		                          .message = "%s is allowed, the termbase prefers %s",
		                          .arguments = {use->term->form, use->preferred->form},
		                          .edit = use->preferred->form,
		                          .mends = true});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_authority_each_use(check, index, found);
}

const clausary_rule clausary_rule_admitted_term = {
        .text = {.id = "T09",
	         .name = "admitted-term",
	         .title = "a term is used where the termbase prefers another one",
	         .why = "One name for one thing is easier to read and to search for.",
	         .advice = "Write the preferred term.",
	         .source =
	                 "--termbase; IATE, consistency of terms; ISO/IEC Directives part 2, 16.5",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
