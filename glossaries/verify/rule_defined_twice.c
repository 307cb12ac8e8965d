/* D03: a term is defined twice. */
#include "verify/check.h"
#include "verify/likeness.h"

/* Whether a definition says of what field it is: "<shipping> …". */
static bool
has_domain(const clausary_definition *entry)
{
	return clausary_slice_starts(entry->definition, CLAUSARY_SLICE("<"))
	       || clausary_slice_starts(entry->definition, CLAUSARY_SLICE("\u2329"))
	       || clausary_slice_starts(entry->definition, CLAUSARY_SLICE("\u27e8"));
}

/* A vocabulary that quotes several sources has several definitions, and says so; the same text is
 * a smaller fault. */
static bool
is_excused(const clausary_definition *a, const clausary_definition *b)
{
	return (a->source.size && b->source.size && !clausary_slice_equal(a->source, b->source))
	       || (has_domain(a) && has_domain(b));
}

static void
report(clausary_checking *check, const clausary_index *index, const clausary_definition *entry,
       const clausary_definition *first)
{
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = entry->clause,
		                          .span = entry->term_span,
		                          .other = index,
		                          .other_clause = first->clause,
		                          .other_span = first->term_span,
		                          .form = entry->term,
		                          .message = "%s is defined once more",
		                          .arguments = {entry->term},
		                          .lower = is_excused(first, entry)
	                                           || !clausary_index_is_entry(index, entry)});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_map terms = {0};
	clausary_arena arena = {0};
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		clausary_slice key = clausary_likeness_key(&arena, index->cues, entry->term);
		uint32_t first = clausary_map_get(&terms, key);
		if (first == CLAUSARY_NONE)
			clausary_map_put(&terms, key, (uint32_t)i);
		else if (index->findings->definitions.items[first].clause != entry->clause)
			report(check, index, entry, &index->findings->definitions.items[first]);
	}
	clausary_map_finish(&terms);
	clausary_arena_finish(&arena);
}

const clausary_rule clausary_rule_defined_twice = {
        .text = {.id = "D03",
	         .name = "defined-twice",
	         .title = "a term is defined twice",
	         .why = "The reader cannot tell which definition holds.",
	         .advice = "Keep one definition, or part the two by a domain.",
	         .source = "Metanorma STANDOC_24; ISO/IEC Directives part 2, 16.5",
	         .level = CLAUSARY_ERROR},
        .document = look,
};
