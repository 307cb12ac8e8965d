/* A18: an acronym is written with full stops and without. */
#include "verify/check.h"

/* The form without its stops; false where it has none inside. */
static bool
strip(clausary_buffer *to, clausary_slice form)
{
	bool inside = false;
	for (size_t i = 0; i < form.size; i++)
		if (form.data[i] == '.')
			inside |= i > 0 && i + 1 < form.size
			          && !clausary_ascii_is_digit(form.data[i - 1]);
		else
			clausary_buffer_add_byte(to, form.data[i]);
	return inside;
}

/* Both ways to write an acronym stand in the text: one of them is wrong, in a house that writes
 * full stops the one without. */
static void
report_both(clausary_checking *check, const clausary_index *index, const clausary_form *with,
            const clausary_use *stops, const clausary_form *without, const clausary_use *plain)
{
	bool asked = clausary_house_is(&check->house, CLAUSARY_HOUSE_STOPS, "yes");
	const clausary_use *wrong = asked ? plain : stops, *right = asked ? stops : plain;
	clausary_slice form = (asked ? without : with)->designation->form;
	clausary_slice edit = (asked ? with : without)->designation->form;
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = wrong->clause,
	                                                .span = wrong->span,
	                                                .other = index,
	                                                .other_clause = right->clause,
	                                                .other_span = right->span,
	                                                .form = form,
	                                                .message = "%s is also written %s",
	                                                .arguments = {form, edit},
	                                                .edit = edit,
	                                                .mends = true});
}

/* A house without full stops has them nowhere. */
static void
report_stops(clausary_checking *check, const clausary_index *index, const clausary_form *form,
             const clausary_use *use, clausary_slice plain)
{
	clausary_check_report(check,
	                      &(clausary_report){.index = index,
	                                         .clause = use->clause,
	                                         .span = use->span,
	                                         .form = form->designation->form,
	                                         .message = "%s is written %s in this house",
	                                         .arguments = {form->designation->form, plain},
	                                         .edit = plain,
	                                         .mends = true,
	                                         .lower = true});
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_buffer plain = {0};
	bool stops = strip(&plain, form->designation->form);
	uint32_t known =
	        clausary_map_get(&index->findings->acronyms, clausary_buffer_slice(&plain));
	const clausary_form *without = known == CLAUSARY_NONE ? NULL : &index->forms[known];
	const clausary_use *first = clausary_form_first(form, CLAUSARY_RUNNING);
	const clausary_use *other = without ? clausary_form_first(without, CLAUSARY_RUNNING) : NULL;
	if (stops && first && other)
		report_both(check, index, form, first, without, other);
	else if (stops && first && clausary_house_is(&check->house, CLAUSARY_HOUSE_STOPS, "no"))
		report_stops(check, index, form, first, clausary_buffer_slice(&plain));
	clausary_buffer_finish(&plain);
}

const clausary_rule clausary_rule_full_stops = {
        .text = {.id = "A18",
	         .name = "full-stops",
	         .title = "an acronym is written with full stops and without",
	         .why = "Readers and searches take the two for different things.",
	         .advice = "Write it one way: most houses leave the stops out.",
	         .source = "UN Editorial Manual; EU Interinstitutional Style Guide 10.7",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
