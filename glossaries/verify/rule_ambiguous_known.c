/* A27: an acronym that the house does not ask to expand stands for several things. */
#include "termbase/reference.h"
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/short_forms.h"

/* The full forms of the first two meanings; false where there is only one. */
static bool
read_meanings(const clausary_short_forms *forms, clausary_slice form, clausary_slice out[2])
{
	size_t count = 0;
	const clausary_meaning *meaning = clausary_short_forms_get(forms, form);
	for (; meaning && count < 2; meaning = clausary_short_forms_next(forms, meaning)) {
		const clausary_term *name = clausary_section_first(meaning->section, false);
		if (name)
			out[count++] = name->form;
	}
	return count == 2;
}

static void
look_with(clausary_checking *check, const clausary_index *index, const clausary_short_forms *forms)
{
	for (size_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		clausary_slice names[2];
		if (form->designation->kind != CLAUSARY_ACRONYM || form->pair_count
		    || !read_meanings(forms, form->designation->form, names))
			continue;
		const clausary_use *use = clausary_acronym_first(index, form, CLAUSARY_RUNNING);
		if (!use || clausary_acronym_seems_introduced(index, form)
		    || clausary_form_is_listed(form))
			continue;
		clausary_check_report(
		        check, &(clausary_report){
		                       .index = index,
		                       .clause = use->clause,
		                       .span = use->span,
		                       .form = form->designation->form,
		                       .message = "%s is nowhere expanded, and is known for "
		                                  "several things: %s, %s",
		                       .arguments = {form->designation->form, names[0], names[1]}});
	}
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	for (uint32_t i = 0; i < check->house.references.count; i++) {
		clausary_short_forms forms;
		const clausary_reference *reference = clausary_check_reference(
		        check, check->house.references.entries[i].key.data);
		if (!reference)
			continue;
		clausary_short_forms_read(&forms, reference->glossary, index->document->language);
		look_with(check, index, &forms);
		clausary_short_forms_finish(&forms);
	}
}

const clausary_rule clausary_rule_ambiguous_known = {
        .text = {.id = "A27",
	         .name = "ambiguous-well-known",
	         .title = "a well-known acronym that is not expanded stands for several things",
	         .why = "The reader may think of another one.",
	         .advice = "Expand it once.",
	         .source = "RFC Editor, list of abbreviations",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
