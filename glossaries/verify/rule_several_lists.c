/* L10: a document has more than one list of abbreviations. */
#include "verify/check.h"

#include <stdlib.h>

enum { FEWEST_ROWS = 2 };

/* The clause that a row's list begins with. */
static uint32_t
list_of(const clausary_index *index, uint32_t clause)
{
	const clausary_clause *clauses = index->document->clauses.items;
	while (clauses[clause].parent != CLAUSARY_NONE
	       && clauses[clauses[clause].parent].flags & CLAUSARY_CLAUSE_ABBREVIATIONS)
		clause = clauses[clause].parent;
	return clause;
}

static void
count_rows(const clausary_index *index, uint32_t *rows)
{
	for (size_t i = 0; i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		if (strcmp(pair->rule, "list") == 0 && pair->clause != CLAUSARY_NONE
		    && index->document->clauses.items[pair->clause].flags
		               & CLAUSARY_CLAUSE_ABBREVIATIONS)
			rows[list_of(index, pair->clause)]++;
	}
}

/* A part that is read by itself, such as an annex, may have its own. */
static void
look(clausary_checking *check, const clausary_index *index)
{
	size_t count = index->document->clauses.count;
	uint32_t *rows = clausary_memory_zeros(count + 1, sizeof *rows);
	uint32_t first = CLAUSARY_NONE;
	count_rows(index, rows);
	for (uint32_t i = 0; i < count; i++) {
		const clausary_clause *clause = &index->document->clauses.items[i];
		if (rows[i] < FEWEST_ROWS)
			continue;
		if (first == CLAUSARY_NONE || index->parts[first] != index->parts[i]) {
			first = i;
			continue;
		}
		const clausary_clause *before = &index->document->clauses.items[first];
		clausary_check_report(
		        check,
		        &(clausary_report){.index = index,
			                   .clause = i,
			                   .span = clause->mark,
			                   .other = index,
			                   .other_clause = first,
			                   .other_span = before->mark,
			                   .form = clause->key,
			                   .message = "abbreviations are listed here, and in %s",
			                   .arguments = {before->label}});
	}
	free(rows);
}

const clausary_rule clausary_rule_several_lists = {
        .text = {.id = "L10",
	         .name = "several-lists",
	         .title = "a document has more than one list of abbreviations",
	         .why = "The reader does not know in which to look.",
	         .advice = "Make one list of them.",
	         .source = "Metanorma ISO_25; ISO/IEC Directives part 2, 17",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
