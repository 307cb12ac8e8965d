/* D04: two terms have the same definition. */
#include "verify/check.h"
#include "verify/likeness.h"

enum { SHORTEST = 24 /* bytes: "See clause 5." says nothing */ };

/* Whether a definition only points to a place: "as defined in clause 3.4", "see [7]", an address.
 */
static bool
is_reference(clausary_slice definition)
{
	enum { LONGEST = 80 /* bytes */ };
	if (!memchr(definition.data, ' ', definition.size)
	    && clausary_slice_find(definition, CLAUSARY_SLICE("://")) != SIZE_MAX)
		return true;
	for (size_t i = 1; definition.size <= LONGEST && i + 1 < definition.size; i++)
		if (clausary_ascii_is_digit(definition.data[i])
		    && (definition.data[i - 1] == '['
		        || (i > 1 && definition.data[i - 1] == '.'
		            && clausary_ascii_is_digit(definition.data[i - 2]))))
			return true;
	return false;
}

/* Whether two names were given at once, "the harbour council (“the council” or “the board”)": the
 * text itself says that they are one. */
static bool
is_at_once(const clausary_definition *one, const clausary_definition *other)
{
	return one->definition_span.start < other->definition_span.end
	       && other->definition_span.start < one->definition_span.end;
}

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
		else if (entry->definition.size >= SHORTEST && !is_reference(entry->definition)
		         && !is_at_once(entry, other)
		         && clausary_likeness_of(index->cues, entry->term, other->term)
		                    > CLAUSARY_SAME_WORDS)
			clausary_check_report(
			        check, &(clausary_report){
			                       .index = index,
			                       .clause = entry->clause,
			                       .span = entry->term_span,
			                       .other = index,
			                       .other_clause = other->clause,
			                       .other_span = other->term_span,
			                       .form = entry->term,
			                       .message = "%s is defined like %s",
			                       .arguments = {entry->term, other->term},
			                       .lower = !clausary_index_is_entry(index, entry)});
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
