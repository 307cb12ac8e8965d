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

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_buffer plain = {0};
	bool stops = strip(&plain, form->designation->form);
	uint32_t known =
	        clausary_map_get(&index->findings->acronyms, clausary_buffer_slice(&plain));
	const clausary_use *first = clausary_form_first(form, CLAUSARY_RUNNING);
	const clausary_use *other =
	        known == CLAUSARY_NONE
	                ? NULL
	                : clausary_form_first(&index->forms[known], CLAUSARY_RUNNING);
	if (stops && first && other)
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = first->clause,
			                          .span = first->span,
			                          .other = index,
			                          .other_clause = other->clause,
			                          .other_span = other->span,
			                          .form = form->designation->form,
			                          .message = "%s is also written %s",
			                          .arguments = {form->designation->form,
			                                        clausary_buffer_slice(&plain)},
			                          .edit = clausary_buffer_slice(&plain),
			                          .mends = true});
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
