/* A34: an acronym mixes letters of two alphabets that look alike. */
#include "base/lookalike.h"
#include "verify/check.h"

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	for (uint32_t i = 0; i < form->use_count; i++) {
		clausary_buffer mended = {0};
		const clausary_use *use = &form->uses[i];
		clausary_slice written = clausary_index_text(index, use->span);
		bool mixed = clausary_lookalike_unify(&mended, written)
		             && !clausary_slice_equal(clausary_buffer_slice(&mended), written);
		if (mixed)
			clausary_check_report(
			        check,
			        &(clausary_report){.index = index,
				                   .clause = use->clause,
				                   .span = use->span,
				                   .form = form->designation->form,
				                   .message = "%s mixes letters of two alphabets",
				                   .arguments = {form->designation->form},
				                   .edit = clausary_buffer_slice(&mended),
				                   .mends = true});
		clausary_buffer_finish(&mended);
		if (mixed)
			return;
	}
}

const clausary_rule clausary_rule_homoglyph = {
        .text = {.id = "A34",
	         .name = "mixed-script",
	         .title = "an acronym mixes letters of two alphabets that look alike",
	         .why = "Searches do not find it, and it is sorted wrongly.",
	         .advice = "Write all its letters in one alphabet.",
	         .source = "Unicode Technical Standard 39",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
