/* T08: a term is used that the termbase does not allow. */
#include "verify/authority_use.h"

static void
found(clausary_checking *check, const clausary_index *index, const clausary_authority_use *use)
{
	if (!clausary_authority_refuses(use->term) || use->zone == CLAUSARY_ZONE_REFERENCES
	    || use->zone == CLAUSARY_ZONE_TERMS)
		return;
	clausary_slice preferred = use->preferred ? use->preferred->form : CLAUSARY_SLICE("\u2013");
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = use->place.clause,
	                                                .span = use->place.span,
	                                                .form = use->term->form,
	                                                .message = "%s is not to be used: write %s",
	                                                .arguments = {use->term->form, preferred},
	                                                .edit = preferred,
	                                                .mends = use->preferred != NULL});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_authority_each_use(check, index, found);
}

const clausary_rule clausary_rule_deprecated_term = {
        .text = {.id = "T08",
	         .name = "deprecated-term",
	         .title = "a term is used that the termbase does not allow",
	         .why = "The termbase is what the house has agreed on.",
	         .advice = "Write the preferred term.",
	         .source = "--termbase; 3GPP TR 21.801 4.2; ISO/IEC Directives part 2, 16.5",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
