/* Terms clauses that their titles do not show: a collection of terms in a clause of any name. Where
 * most of the numbered clauses under one begin "term [source]: ", they are entries: no other text
 * says before a colon where it was taken from. */
#include "document/outline_private.h"

#include <stdlib.h>

enum { AHEAD = 12 /* blocks */ };

/* The numbered clauses under a clause, and those that begin so. */
typedef struct children {
	uint32_t all, sourced;
} children;

/* Whether a text begins with words, a source in square brackets, and a colon. */
static bool
begins_sourced(clausary_slice text)
{
	enum { FURTHEST = 160 /* bytes */ };
	size_t depth = 0, closed = 0; /* where the last bracket was closed */
	for (size_t at = 0; at < text.size && at < FURTHEST; at++) {
		char c = text.data[at];
		if (c == '[') {
			depth++;
		} else if (c == ']') {
			depth -= depth > 0;
			closed = at + 1;
		} else if (c == ':' && depth == 0) {
			clausary_slice between = clausary_slice_part(text, closed, at);
			return closed > 0 && clausary_slice_trim(between).size == 0
			       && text.data[0] != '[';
		}
	}
	return false;
}

static children *
count_children(const clausary_document *document)
{
	children *all = clausary_memory_zeros(document->clauses.count + 1, sizeof *all);
	clausary_slice text = clausary_document_text(document);
	for (size_t i = 0; i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		clausary_document_foresee(document, i + AHEAD);
		if (block->clause == CLAUSARY_NONE || block->kind == CLAUSARY_BLOCK_NOTE)
			continue;
		const clausary_clause *clause = &document->clauses.items[block->clause];
		if (clause->parent == CLAUSARY_NONE || clause->mark.end == clause->mark.start
		    || clause->mark.start < block->span.start || clause->mark.end > block->span.end
		    || clausary_slice_find(clausary_slice_span(text, clause->mark),
		                           CLAUSARY_SLICE("."))
		               == SIZE_MAX)
			continue;
		clausary_span rest = {clause->mark.end, block->span.end};
		all[clause->parent].all++;
		all[clause->parent].sourced +=
		        begins_sourced(clausary_slice_trim(clausary_slice_span(text, rest)));
	}
	return all;
}

void
clausary_outline_find_terms(clausary_document *document)
{
	enum {
		FEWEST = 5,
		OTHERS = CLAUSARY_CLAUSE_ABBREVIATIONS | CLAUSARY_CLAUSE_REFERENCES
		        | CLAUSARY_CLAUSE_FRONT | CLAUSARY_CLAUSE_NOTE
	};
	children *under = count_children(document);
	for (size_t i = 0; i < document->clauses.count; i++) {
		clausary_clause *clause = &document->clauses.items[i];
		uint32_t parent = clause->parent;
		bool holds = under[i].sourced >= FEWEST && under[i].sourced * 2 > under[i].all;
		if (parent != CLAUSARY_NONE && under[parent].all == UINT32_MAX)
			holds = true;
		if (!holds || clause->flags & OTHERS)
			continue;
		clause->flags |= CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE;
		under[i].all = UINT32_MAX; /* what stands below it stands among terms */
	}
	free(under);
}
