/* A16: the plural of an acronym is not that of the language. */
#include "verify/check.h"

/* The acronym of which this one is a wrong plural: "ICTS" where the document has ICT, or "ONGs" in
 * a language whose acronyms have no plural. */
static const clausary_form *
singular_of(const clausary_index *index, clausary_slice form)
{
	if (form.size < 4 || (form.data[form.size - 1] | 0x20) != 's')
		return NULL;
	bool small = form.data[form.size - 1] == 's';
	clausary_slice stem = clausary_slice_part(form, 0, form.size - 1);
	uint32_t known = clausary_map_get(&index->findings->acronyms, stem);
	if (known == CLAUSARY_NONE || index->forms[known].pair_count == 0
	    || small == (index->cues->plurals.words.count > 0))
		return NULL;
	return &index->forms[known];
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	clausary_slice written = form->designation->form;
	const clausary_form *singular = form->pair_count || clausary_form_is_listed(form)
	                                        ? NULL
	                                        : singular_of(index, written);
	const clausary_use *first = clausary_form_first(form, CLAUSARY_RUNNING);
	clausary_buffer edit = {0};
	if (!singular || !first)
		return;
	clausary_buffer_add(&edit, singular->designation->form);
	if (index->cues->plurals.words.count)
		clausary_buffer_add_byte(&edit, 's');
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = first->clause,
		                          .span = first->span,
		                          .form = written,
		                          .message = "%s is written for the plural of %s",
		                          .arguments = {written, singular->designation->form},
		                          .edit = clausary_buffer_slice(&edit),
		                          .mends = true,
		                          .lower = written.data[written.size - 1] == 'S'});
	clausary_buffer_finish(&edit);
}

const clausary_rule clausary_rule_plural_form = {
        .text = {.id = "A16",
	         .name = "plural-form",
	         .title = "the plural of an acronym is not that of the language",
	         .why = "Each language and house has one way to write it.",
	         .advice = "Write the acronym as the others: with a small s, or unchanged where "
	                   "the language leaves it so.",
	         .source = "ITU-T author's guide 8.4; RAE, Ortografia 3.3.3",
	         .level = CLAUSARY_WARNING},
        .acronym = look,
};
