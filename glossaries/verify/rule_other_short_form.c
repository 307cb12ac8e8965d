/* C02: two documents abbreviate a name differently. */
#include "verify/check.h"

static void
compare(clausary_checking *check, const clausary_index *one, const clausary_index *other)
{
	for (uint32_t i = 0; i < one->findings->expansions.count; i++) {
		const clausary_map_entry *entry = &one->findings->expansions.entries[i];
		uint32_t known = clausary_map_get(&other->findings->expansions, entry->key);
		const clausary_form *a = &one->forms[entry->value];
		const clausary_form *b = known == CLAUSARY_NONE ? NULL : &other->forms[known];
		if (!b || a->pair_count != 1 || b->pair_count != 1)
			continue;
		const clausary_pair *first = &one->findings->pairs.items[a->pairs[0]];
		const clausary_pair *second = &other->findings->pairs.items[b->pairs[0]];
		clausary_slice here = other->forms[second->acronym].designation->form;
		clausary_slice there = one->forms[first->acronym].designation->form;
		if (clausary_slice_equal(here, there))
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
		                .form = here,
		                .message = "%s is abbreviated as %s, in another document as %s",
		                .arguments = {second->text, here, there}});
	}
}

static void
look(clausary_checking *check)
{
	clausary_check_each_pair(check, compare);
}

const clausary_rule clausary_rule_other_short_form = {
        .text = {.id = "C02",
	         .name = "short-forms-differ",
	         .title = "two documents abbreviate a name differently",
	         .why = "Readers of both take them for two things.",
	         .advice = "Keep one of the two acronyms.",
	         .source = "ITU SCV, coordination of vocabulary; 3GPP TR 21.801 4.2",
	         .level = CLAUSARY_WARNING},
        .corpus = look,
};
