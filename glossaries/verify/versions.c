/* Language versions side by side: the same clause, and the definitions that stand at it. */
#include "verify/index.h"

uint32_t
clausary_versions_clause(const clausary_versions *versions, size_t version, uint32_t clause,
                         size_t other)
{
	const float sure = 0.6f; /* below that clauses may not be the same */
	size_t count;
	const clausary_alignment_row *rows = clausary_alignment_rows(versions->alignment, &count);
	uint32_t row = clause == CLAUSARY_NONE
	                       ? CLAUSARY_NONE
	                       : clausary_alignment_row_of(versions->alignment, version, clause);
	return row == CLAUSARY_NONE || rows[row].confidence < sure ? CLAUSARY_NONE
	                                                           : rows[row].clauses[other];
}

const clausary_definition *
clausary_index_definition(const clausary_index *index, uint32_t clause)
{
	size_t low = 0, count = index->findings->definitions.count, high = count;
	const clausary_definition *items = index->findings->definitions.items;
	uint32_t start = index->document->clauses.items[clause].span.start;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (items[middle].term_span.start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && items[low].clause == clause ? &items[low] : NULL;
}

/* The only definition of a clause, or NULL: of several it is not known which is which. */
static const clausary_definition *
only_definition(const clausary_index *index, uint32_t clause)
{
	const clausary_definition *first = clausary_index_definition(index, clause);
	const clausary_definition *end =
	        index->findings->definitions.items + index->findings->definitions.count;
	return first && first + 1 < end && first[1].clause == clause ? NULL : first;
}

static bool
make_pair(const clausary_versions *versions, const clausary_definition_cursor *at,
          clausary_definition_pair *pair)
{
	*pair = (clausary_definition_pair){.one_index = versions->items[at->one],
	                                   .other_index = versions->items[at->other]};
	pair->one = &pair->one_index->findings->definitions.items[at->definition];
	uint32_t clause = clausary_versions_clause(versions, at->one, pair->one->clause, at->other);
	if (clause == CLAUSARY_NONE || !clausary_index_is_entry(pair->one_index, pair->one)
	    || only_definition(pair->one_index, pair->one->clause) != pair->one)
		return false;
	pair->other = only_definition(pair->other_index, clause);
	return pair->other && clausary_index_is_entry(pair->other_index, pair->other);
}

bool
clausary_versions_definitions(const clausary_versions *versions, clausary_definition_cursor *at,
                              clausary_definition_pair *pair)
{
	for (; at->one < versions->count; at->one++, at->other = 0) {
		if (at->other <= at->one)
			at->other = at->one + 1;
		for (; at->other < versions->count; at->other++, at->definition = 0)
			while (at->definition
			       < versions->items[at->one]->findings->definitions.count) {
				bool found = make_pair(versions, at, pair);
				at->definition++;
				if (found)
					return true;
			}
	}
	return false;
}

bool
clausary_versions_are_doubtful(const clausary_versions *versions)
{
	/* share of the clauses of the shortest version that all versions must have: what the others
	 * have beyond it is missing there, which is no doubt */
	const float sure = 0.6f, most = 0.6f;
	size_t count, complete = 0, least = SIZE_MAX;
	const clausary_alignment_row *rows = clausary_alignment_rows(versions->alignment, &count);
	for (size_t i = 0; i < count; i++)
		complete += rows[i].count == versions->count && rows[i].confidence >= sure;
	for (size_t i = 0; i < versions->count; i++)
		if (versions->items[i]->document->clauses.count < least)
			least = versions->items[i]->document->clauses.count;
	return (float)complete < most * (float)least;
}
