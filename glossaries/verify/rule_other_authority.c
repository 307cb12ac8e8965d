/* A26: an acronym is expanded otherwise than the termbase has it. */
#include "termbase/reference.h"
#include "verify/check.h"
#include "verify/likeness.h"

#include <stdlib.h>

/* The concepts of each short form in a language: a chain through `next`, both by index. */
typedef struct short_forms {
	clausary_map first;
	uint32_t *next;
} short_forms;

static void
read_short_forms(short_forms *to, const clausary_termbase *authority, clausary_slice language)
{
	size_t count = authority->concepts.count;
	to->next = clausary_memory_zeros(count + 1, sizeof *to->next);
	for (size_t i = count; i-- > 0;) {
		const clausary_concept *concept = authority->concepts.items[i];
		const clausary_language_section *section =
		        concept->into ? NULL : clausary_reference_section(concept, language);
		const clausary_term *term = section ? clausary_section_first(section, true) : NULL;
		if (!term)
			continue;
		to->next[i] = clausary_map_get(&to->first, term->form);
		clausary_map_put(&to->first, term->form, (uint32_t)i);
	}
}

/* The full form that the authority has for an acronym, where none of them is that of the pair;
 * empty where one is, or there is none. */
static clausary_slice
other_form(const short_forms *forms, const clausary_termbase *authority,
           const clausary_index *index, const clausary_form *form, const clausary_pair *pair)
{
	clausary_slice language = clausary_slice_of(index->document->language);
	clausary_slice other = CLAUSARY_SLICE("");
	uint32_t i = clausary_map_get(&forms->first, form->designation->form);
	for (; i != CLAUSARY_NONE; i = forms->next[i]) {
		const clausary_language_section *section =
		        clausary_reference_section(authority->concepts.items[i], language);
		const clausary_term *name = clausary_section_first(section, false);
		if (!name)
			continue;
		if (clausary_likeness_of(index->cues, name->form, pair->text)
		    <= CLAUSARY_SAME_WORDS)
			return CLAUSARY_SLICE("");
		other = name->form;
	}
	return other;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	short_forms forms = {0};
	if (!check->authority)
		return;
	read_short_forms(&forms, check->authority, clausary_slice_of(index->document->language));
	for (size_t i = 0; i < index->findings->designations.count; i++) {
		const clausary_form *form = &index->forms[i];
		if (form->designation->kind != CLAUSARY_ACRONYM || form->pair_count == 0)
			continue;
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[0]];
		clausary_slice other = other_form(&forms, check->authority, index, form, pair);
		if (other.size)
			clausary_check_report(
			        check,
			        &(clausary_report){
			                .index = index,
			                .clause = pair->clause,
			                .span = pair->short_span,
			                .form = form->designation->form,
			                .message = "%s is expanded as %s, in the termbase as %s",
			                .arguments = {form->designation->form, pair->text, other}});
	}
	clausary_map_finish(&forms.first);
	free(forms.next);
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
