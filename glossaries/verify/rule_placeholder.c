/* D28: an entry has no definition, or words that hold its place. */
#include "verify/check.h"

#include "base/fold.h"
#include "verify/likeness.h"

#include <stdlib.h>

enum { LONGEST_TERM = 100 /* bytes of an entry that is only a term */ };

/* The blocks of clauses, counted. */
static void
count_blocks(const clausary_index *index, uint32_t *blocks)
{
	for (size_t i = 0; i < index->document->blocks.count; i++)
		if (index->document->blocks.items[i].clause != CLAUSARY_NONE)
			blocks[index->document->blocks.items[i].clause]++;
}

static void
report(clausary_checking *check, const clausary_index *index, uint32_t clause, clausary_span span,
       clausary_slice term, bool lower)
{
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = clause,
	                                                .span = span,
	                                                .form = term,
	                                                .message = "%s has no definition",
	                                                .arguments = {term},
	                                                .lower = lower});
}

/* Whether a definition is nothing but words such as "to be defined". */
static bool
holds_place(clausary_arena *arena, const clausary_index *index, clausary_slice definition)
{
	const clausary_locale_entry *placeholders = &index->cues->placeholders;
	clausary_slice text =
	        clausary_slice_trim(clausary_likeness_words(arena, index->cues, definition));
	for (size_t i = 0; i < placeholders->count; i++)
		if (clausary_slice_equal(text,
		                         clausary_slice_trim(clausary_likeness_words(
		                                 arena, index->cues, placeholders->words[i]))))
			return true;
	return false;
}

static void
look_at_definitions(clausary_checking *check, const clausary_index *index, uint32_t *defined)
{
	enum { LONGEST = 80 /* bytes */ };
	clausary_arena arena = {0};
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (!clausary_index_is_entry(index, entry))
			continue;
		uint32_t parent = index->document->clauses.items[entry->clause].parent;
		if (parent != CLAUSARY_NONE)
			defined[parent]++;
		if (entry->definition.size <= LONGEST
		    && holds_place(&arena, index, entry->definition))
			report(check, index, entry->clause, entry->term_span, entry->term, false);
	}
	clausary_arena_finish(&arena);
}

/* The term of a clause that is nothing but a numbered term, or nothing. */
static clausary_slice
lone_term(const clausary_index *index, uint32_t number, uint32_t blocks)
{
	const clausary_clause *clause = &index->document->clauses.items[number];
	bool inner = number + 1 < index->document->clauses.count && clause[1].parent == number;
	clausary_span span = {clause->mark.end, clause->span.end};
	clausary_slice term = clausary_slice_trim(clausary_index_text(index, span));
	if (index->zones[number] != CLAUSARY_ZONE_TERMS || inner || blocks != 1
	    || clause->mark.end == clause->mark.start || clause->parent == CLAUSARY_NONE
	    || term.size > LONGEST_TERM
	    || clausary_slice_find(term, CLAUSARY_SLICE("\n")) != SIZE_MAX
	    || clausary_fold_end(term) == '.' || clausary_index_definition(index, number))
		return (clausary_slice){0};
	return term;
}

/* Where others of the same clause are terms with definitions, this is a term without. */
static void
look(clausary_checking *check, const clausary_index *index)
{
	enum { FEWEST_BESIDE = 2 };
	size_t count = index->document->clauses.count;
	uint32_t *blocks = clausary_memory_zeros(2 * count + 1, sizeof *blocks);
	uint32_t *defined = blocks + count;
	count_blocks(index, blocks);
	look_at_definitions(check, index, defined);
	for (uint32_t i = 0; i < count; i++) {
		const clausary_clause *clause = &index->document->clauses.items[i];
		clausary_slice term = lone_term(index, i, blocks[i]);
		if (term.size && defined[clause->parent] >= FEWEST_BESIDE)
			report(check, index, i, clause->mark, term, true);
	}
	free(blocks);
}

const clausary_rule clausary_rule_placeholder = {
        .text = {.id = "D28",
	         .name = "definition-missing",
	         .title = "an entry has no definition, or words that hold its place",
	         .why = "The reader who looks the term up finds nothing.",
	         .advice = "Write the definition, or take the entry out.",
	         .source = "Glossarist GLS-300; ISO/IEC Directives part 2, 16.5",
	         .level = CLAUSARY_ERROR},
        .document = look,
};
