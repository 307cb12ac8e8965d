/* T07: an acronym differs from one that the text introduces by two letters that changed places. */
#include "base/utf8.h"
#include "verify/acronym.h"
#include "verify/check.h"

#include <unicode/uchar.h>

enum {
	MOST_USES = 2, /* of a slip; and fewest of what it is a slip for: */
	FEWEST_USES = 3
};

/* The acronym that `form` is when the letters at `at` and after it change places, or NULL. */
static const clausary_form *
turned(const clausary_index *index, clausary_slice form, size_t at, clausary_buffer *to)
{
	size_t middle = at;
	UChar32 one = (UChar32)clausary_utf8_next(form, &middle);
	size_t end = middle;
	UChar32 other = middle < form.size ? (UChar32)clausary_utf8_next(form, &end) : 0;
	if (!u_isalpha(one) || !u_isalpha(other) || one == other)
		return NULL;
	to->size = 0;
	clausary_buffer_add(to, clausary_slice_part(form, 0, at));
	clausary_buffer_add(to, clausary_slice_part(form, middle, end));
	clausary_buffer_add(to, clausary_slice_part(form, at, middle));
	clausary_buffer_add(to, clausary_slice_part(form, end, form.size));
	uint32_t known = clausary_map_get(&index->findings->acronyms, clausary_buffer_slice(to));
	return known == CLAUSARY_NONE ? NULL : &index->forms[known];
}

/* What a form that nobody explains is a slip for: used more often, and explained. */
static const clausary_form *
meant(const clausary_index *index, clausary_slice form)
{
	clausary_buffer letters = {0};
	const clausary_form *found = NULL;
	for (size_t at = 0, next; at < form.size && !found; at = next) {
		next = at;
		clausary_utf8_next(form, &next);
		found = turned(index, form, at, &letters);
		if (found && (found->pair_count == 0 || found->use_count < FEWEST_USES))
			found = NULL;
	}
	clausary_buffer_finish(&letters);
	return found;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_slice written = form->designation->form;
	size_t letters = clausary_acronym_letters(written);
	if (form->pair_count || form->use_count == 0 || form->use_count > MOST_USES || letters < 3
	    || clausary_form_is_listed(form) || clausary_check_is_known(check, index, form))
		return;
	const clausary_form *other = meant(index, written);
	if (!other || clausary_check_is_anybodys(check, index, written))
		return;
	const clausary_use *first = &form->uses[0];
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = first->clause,
		                          .span = first->span,
		                          .other = index,
		                          .other_clause = other->uses[0].clause,
		                          .other_span = other->uses[0].span,
		                          .form = written,
		                          .message = "%s looks like a slip for %s",
		                          .arguments = {written, other->designation->form},
		                          .edit = other->designation->form,
		                          .mends = true,
		                          .lower = letters
	                                           < 4}); /* three letters are often two acronyms */
}

const clausary_rule clausary_rule_slip = {
        .text = {.id = "T07",
	         .name = "slip",
	         .title = "an acronym looks like a slip for another one",
	         .why = "Two letters changed places; no spelling checker knows acronyms.",
	         .advice = "Write the acronym that the text introduces.",
	         .source = "PerfectIt, similar words",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
