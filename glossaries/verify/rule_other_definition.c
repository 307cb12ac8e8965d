/* C03: two documents define a term differently. */
#include "verify/check.h"
#include "verify/likeness.h"

/* The entries of a document by term. */
static void
read_terms(const clausary_index *index, clausary_arena *arena, clausary_map *terms)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		clausary_slice key = clausary_likeness_key(arena, index->cues, entry->term);
		if (clausary_index_is_entry(index, entry)
		    && clausary_map_get(terms, key) == CLAUSARY_NONE)
			clausary_map_put(terms, key, (uint32_t)i);
	}
}

static bool
same_text(const clausary_index *index, clausary_slice a, clausary_slice b)
{
	clausary_arena arena = {0};
	bool same = clausary_slice_equal(clausary_likeness_key(&arena, index->cues, a),
	                                 clausary_likeness_key(&arena, index->cues, b));
	clausary_arena_finish(&arena);
	return same;
}

static void
compare(clausary_checking *check, const clausary_index *one, const clausary_index *other)
{
	clausary_arena arena = {0};
	clausary_map here = {0}, there = {0};
	read_terms(one, &arena, &here);
	read_terms(other, &arena, &there);
	for (uint32_t i = 0; i < here.count; i++) {
		uint32_t known = clausary_map_get(&there, here.entries[i].key);
		if (known == CLAUSARY_NONE)
			continue;
		const clausary_definition *a =
		        &one->findings->definitions.items[here.entries[i].value];
		const clausary_definition *b = &other->findings->definitions.items[known];
		if (same_text(one, a->definition, b->definition))
			continue;
		clausary_check_report(
		        check,
		        &(clausary_report){.index = other,
			                   .clause = b->clause,
			                   .span = b->term_span,
			                   .other = one,
			                   .other_clause = a->clause,
			                   .other_span = a->term_span,
			                   .form = b->term,
			                   .message = "%s is defined otherwise in another document",
			                   .arguments = {b->term}});
	}
	clausary_map_finish(&here);
	clausary_map_finish(&there);
	clausary_arena_finish(&arena);
}

static void
look(clausary_checking *check)
{
	clausary_check_each_pair(check, compare);
}

const clausary_rule clausary_rule_other_definition = {
        .text = {.id = "C03",
	         .name = "definitions-differ",
	         .title = "two documents define a term differently",
	         .why = "Readers of both cannot tell which definition holds.",
	         .advice = "Refer to one definition from the other document.",
	         .source = "ITU-T author's guide 8.3; ITU SCV, coordination of vocabulary",
	         .level = CLAUSARY_WARNING},
        .corpus = look,
};
