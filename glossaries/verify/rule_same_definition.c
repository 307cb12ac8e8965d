/* D04: two terms have the same definition. */
#include "verify/check.h"
#include "verify/likeness.h"

enum { SHORTEST = 24 /* bytes: "See clause 5." says nothing */ };

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_map texts = {0};
	clausary_arena arena = {0};
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		clausary_slice key = clausary_likeness_key(&arena, index->cues, entry->definition);
		uint32_t first = clausary_map_get(&texts, key);
		const clausary_definition *other =
		        first == CLAUSARY_NONE ? NULL : &index->findings->definitions.items[first];
		if (!other)
			clausary_map_put(&texts, key, (uint32_t)i);
		else if (entry->definition.size >= SHORTEST
		         && clausary_likeness_of(index->cues, entry->term, other->term)
		                    > CLAUSARY_SAME_WORDS)
			clausary_check_report(
			        check, &(clausary_report){.index = index,
				                          .clause = entry->clause,
				                          .span = entry->term_span,
				                          .other = index,
				                          .other_clause = other->clause,
				                          .other_span = other->term_span,
				                          .form = entry->term,
				                          .message = "%s is defined like %s",
				                          .arguments = {entry->term, other->term}});
	}
	clausary_map_finish(&texts);
	clausary_arena_finish(&arena);
}

const clausary_rule clausary_rule_same_definition = {
        .text = {.id = "D04",
	         .name = "same-definition",
	         .title = "two terms have the same definition",
	         .why = "They may be synonyms, of which one is enough.",
	         .advice = "Make one entry with both terms, or tell them apart in their "
	                   "definitions.",
	         .source = "ISO/IEC Directives part 2, 16.5; ISO 704",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
