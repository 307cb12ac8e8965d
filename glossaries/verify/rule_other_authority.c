/* A26: an acronym is expanded otherwise than the termbase has it, or the glossary of the house. */
#include "termbase/reference.h"
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/short_forms.h"

/* What an authority has for an acronym, where none of its meanings is that of the text; empty where
 * one is, or there is none. */
static clausary_slice
other_form(const clausary_short_forms *forms, const clausary_index *index,
           const clausary_form *form, const clausary_pair *pair)
{
	clausary_slice other = CLAUSARY_SLICE("");
	const clausary_meaning *meaning = clausary_short_forms_get(forms, form->designation->form);
	for (; meaning; meaning = clausary_short_forms_next(forms, meaning)) {
		const clausary_term *name = clausary_section_first(meaning->section, false);
		if (name && clausary_meaning_is(meaning, index->cues, pair->text))
			return CLAUSARY_SLICE("");
		if (name && other.size == 0)
			other = name->form;
	}
	return other;
}

static const char TERMBASE[] = "%s is expanded as %s, in the termbase as %s";
static const char HOUSE[] = "%s is expanded as %s, in the glossary of the house as %s";

/* What the house uses an acronym for says less than what people have agreed on for this work; there
 * a name that is cut short is none other. */
static void
compare(clausary_checking *check, const clausary_index *index, const clausary_termbase *authority,
        bool house)
{
	clausary_short_forms forms;
	clausary_short_forms_read(&forms, authority, index->document->language);
	for (size_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		if (form->designation->kind != CLAUSARY_ACRONYM || form->pair_count == 0)
			continue;
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[0]];
		clausary_slice other = other_form(&forms, index, form, pair);
		if (other.size == 0
		    || (house
		        && (clausary_acronym_is_loose(pair)
		            || clausary_slice_find(other, pair->text) != SIZE_MAX)))
			continue;
		clausary_check_report(check,
		                      &(clausary_report){.index = index,
		                                         .clause = pair->clause,
		                                         .span = pair->short_span,
		                                         .form = form->designation->form,
		                                         .message = house ? HOUSE : TERMBASE,
		                                         .arguments = {form->designation->form,
		                                                       pair->text, other},
		                                         .lower = house});
	}
	clausary_short_forms_finish(&forms);
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	if (check->authority)
		compare(check, index, check->authority, false);
	for (uint32_t i = 0; i < check->house.glossaries.count; i++) {
		const clausary_reference *reference = clausary_check_reference(
		        check, check->house.glossaries.entries[i].key.data);
		if (reference)
			compare(check, index, reference->glossary, true);
	}
}

const clausary_rule clausary_rule_other_authority = {
        .text = {.id = "A26",
	         .name = "expansion-differs-from-authority",
	         .title = "an acronym is expanded otherwise than the termbase has it",
	         .why = "The termbase is what the house has agreed on.",
	         .advice = "Write the expansion of the termbase, or take another acronym.",
	         .source = "--termbase; RFC Editor, list of abbreviations",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
