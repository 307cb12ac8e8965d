/* C01: two documents expand an acronym differently. */
#include "verify/acronym.h"
#include "verify/check.h"
#include "verify/likeness.h"

/* Compare what two documents say of their acronyms; of each the first expansion. */
static void
compare(clausary_checking *check, const clausary_index *one, const clausary_index *other)
{
	for (uint32_t i = 0; i < one->findings->acronyms.count; i++) {
		const clausary_map_entry *entry = &one->findings->acronyms.entries[i];
		uint32_t known = clausary_map_get(&other->findings->acronyms, entry->key);
		const clausary_form *a = &one->forms[entry->value];
		const clausary_form *b = known == CLAUSARY_NONE ? NULL : &other->forms[known];
		if (!b || !a->pair_count || !b->pair_count || clausary_acronym_is_unsure(one, a)
		    || clausary_acronym_is_unsure(other, b))
			continue;
		const clausary_pair *first = &one->findings->pairs.items[a->pairs[0]];
		const clausary_pair *second = &other->findings->pairs.items[b->pairs[0]];
		clausary_likeness likeness =
		        clausary_likeness_of(one->cues, first->text, second->text);
		if (likeness < CLAUSARY_SAME_MOST)
			continue;
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = other,
		                .clause = second->clause,
		                .span = second->short_span,
		                .other = one,
		                .other_clause = first->clause,
		                .other_span = first->short_span,
		                .form = b->designation->form,
		                .message = "%s is expanded as %s, in another document as %s",
		                .arguments = {b->designation->form, second->text, first->text}});
	}
}

static void
look(clausary_checking *check)
{
	clausary_check_each_pair(check, compare);
}

const clausary_rule clausary_rule_other_expansion = {
        .text = {.id = "C01",
	         .name = "expansions-differ",
	         .title = "two documents expand an acronym differently",
	         .why = "Readers of both cannot tell which is meant.",
	         .advice = "Write the same expansion, or take another acronym.",
	         .source = "ITU SCV, coordination of vocabulary; 3GPP TR 21.905",
	         .level = CLAUSARY_WARNING},
        .corpus = look,
};
