/* D12: a definition has a requirement. */
#include "verify/check.h"
#include "verify/likeness.h"

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_arena arena = {0};
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (!clausary_index_is_entry(index, entry))
			continue;
		clausary_slice text =
		        clausary_likeness_words(&arena, index->cues, entry->definition);
		for (size_t j = 0; j < index->cues->requirements.count; j++) {
			clausary_slice word = index->cues->requirements.words[j];
			if (!clausary_likeness_holds(text, word))
				continue;
			clausary_check_report(
			        check,
			        &(clausary_report){
			                .index = index,
			                .clause = entry->clause,
			                .span = entry->term_span,
			                .form = entry->term,
			                .message = "the definition of %s has a requirement: %s",
			                .arguments = {entry->term, word}});
			break;
		}
	}
	clausary_arena_finish(&arena);
}

const clausary_rule clausary_rule_requirement = {
        .text = {.id = "D12",
	         .name = "requirement-in-definition",
	         .title = "a definition has a requirement",
	         .why = "A definition says what a thing is; who must do what is said in the "
	                "clauses.",
	         .advice = "Move the requirement into a clause, or into a note as a statement.",
	         .source = "ISO/IEC Directives part 2, 16.5.6",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
