/* A09: an acronym is introduced and never used. */
#include "base/fold.h"
#include "mining/form_letters.h"
#include "verify/acronym.h"
#include "verify/check.h"

/* A foreword is often the same in all documents of a house: nobody rewrites it for one. */
static bool
is_front(const clausary_index *index, const clausary_pair *pair)
{
	return clausary_index_zone(index, pair->clause, pair->short_span.start)
	       == CLAUSARY_ZONE_FRONT;
}

/* A list of names with their meanings, "HDC = Harbour Data Council", is there to be looked up; so
 * is a line "HDC: Harbour Data Council" below a table. */
static bool
is_legend(const clausary_pair *pair)
{
	return strcmp(pair->rule, "equals") == 0
	       || (strcmp(pair->rule, "mark") == 0
	           && pair->short_span.start < pair->long_span.start);
}

/* Whether a pair stands in the title of the document, its first block: there laws give the name by
 * which others cite them. */
static bool
is_in_title(const clausary_index *index, const clausary_pair *pair)
{
	if (index->document->blocks.count == 0)
		return false;
	clausary_span first = index->document->blocks.items[0].span;
	clausary_slice text = clausary_slice_trim(clausary_index_text(index, first));
	return pair->short_span.start < first.end && clausary_fold_end(text) != '.';
}

/* Whether the long form is not in the text: the title of <abbr> costs the reader nothing. */
static bool
is_title(const clausary_pair *pair)
{
	return pair->long_span.start == pair->long_span.end;
}

/* Whether the form is a part of another acronym, such as "HDC" of "OT-HDC". */
static bool
is_part(const clausary_index *index, const clausary_form *form)
{
	enum { MOST_COMPARED = 2000 }; /* designations: work stays linear in most documents */
	clausary_slice written = form->designation->form;
	for (size_t i = 0; i < index->findings->designations.count && i < MOST_COMPARED; i++) {
		const clausary_form *other = &index->forms[i];
		if (other->designation->kind == CLAUSARY_ACRONYM && other != form
		    && clausary_slice_find(other->designation->form, written) != SIZE_MAX)
			return true;
	}
	return false;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const unsigned zones = ~(CLAUSARY_IN(LIST) | CLAUSARY_IN(REFERENCES));
	const clausary_pair *pair =
	        clausary_form_pair(index, form, CLAUSARY_RUNNING & ~CLAUSARY_IN(TERMS));
	if (!pair || clausary_acronym_is_code(form->designation->form)
	    || clausary_form_is_unit(index->cues, form->designation->form)
	    || clausary_form_count(form, zones) > 0 || is_legend(pair) || is_title(pair)
	    || is_in_title(index, pair) || is_part(index, form))
		return;
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = pair->clause,
	                                         .span = pair->short_span,
	                                         .form = form->designation->form,
	                                         .message = "%s is introduced and never used",
	                                         .arguments = {form->designation->form},
	                                         .lower = is_front(index, pair)});
}

const clausary_rule clausary_rule_unused = {
        .text = {.id = "A09",
	         .name = "introduced-unused",
	         .title = "an acronym is introduced and never used",
	         .why = "It makes the reader remember what is not needed.",
	         .advice = "Leave the acronym out and keep the full form.",
	         .source = "UN Editorial Manual; Microsoft Style Guide",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
