/* X02: a clause has another number in a language version. */
#include "verify/check.h"

#include "document/label.h"

#include <stdlib.h>

/* Two versions, and for which clauses of the first it was said already that what stands under them
 * is numbered otherwise; the last place is for the top level. */
typedef struct numbering {
	const clausary_versions *versions;
	size_t one, other;
	bool *said;
	uint32_t *moved, *kept; /* by parent: entries with another number, and with the same */
} numbering;

/* Whether people cite the clause by its number. Terms and abbreviations are sorted anew in each
 * language, and their numbers with them. */
static bool
is_numbered(const clausary_index *index, uint32_t clause)
{
	const clausary_clause *found = &index->document->clauses.items[clause];
	return found->mark.end > found->mark.start && found->role.size == 0
	       && (index->zones[clause] == CLAUSARY_ZONE_BODY
	           || index->zones[clause] == CLAUSARY_ZONE_ANNEX);
}

/* The last part of a key: what the clause is called among those beside it. */
static clausary_slice
own_part(clausary_slice key)
{
	size_t at = key.size;
	while (at > 0 && key.data[at - 1] != '/' && key.data[at - 1] != '.')
		at--;
	return clausary_slice_part(key, at, key.size);
}

static clausary_label_kind
kind_of(const clausary_index *index, uint32_t clause)
{
	return clausary_label_parse(
	               clausary_index_text(index, index->document->clauses.items[clause].mark))
	        .kind;
}

/* Whether both clauses stand under clauses that are the same. */
static bool
have_one_parent(const numbering *all, const clausary_clause *here, const clausary_clause *there)
{
	if (here->parent == CLAUSARY_NONE || there->parent == CLAUSARY_NONE)
		return here->parent == there->parent;
	return clausary_versions_clause(all->versions, all->one, here->parent, all->other)
	       == there->parent;
}

static size_t
place_of_parent(const clausary_index *index, uint32_t clause)
{
	uint32_t parent = index->document->clauses.items[clause].parent;
	return parent == CLAUSARY_NONE ? index->document->clauses.count : parent;
}

/* Whether two clauses that are the same have labels of one kind, one of them another number. */
static bool
has_moved(const numbering *all, uint32_t clause, uint32_t counterpart)
{
	const clausary_index *one = all->versions->items[all->one];
	const clausary_index *other = all->versions->items[all->other];
	const clausary_clause *here = &one->document->clauses.items[clause];
	const clausary_clause *there = &other->document->clauses.items[counterpart];
	return have_one_parent(all, here, there)
	       && kind_of(one, clause) == kind_of(other, counterpart)
	       && !clausary_slice_equal(own_part(here->key), own_part(there->key));
}

/* A single entry that moved among others that did not was not sorted anew. */
static bool
is_alone(const numbering *all, uint32_t clause, uint32_t counterpart)
{
	const unsigned SORTED = CLAUSARY_IN(TERMS) | CLAUSARY_IN(LIST);
	enum { LEAST = 2 };
	const clausary_index *one = all->versions->items[all->one];
	const clausary_index *other = all->versions->items[all->other];
	size_t parent = place_of_parent(one, clause);
	return SORTED & 1u << one->zones[clause] && SORTED & 1u << other->zones[counterpart]
	       && all->moved[parent] == 1 && all->kept[parent] >= LEAST;
}

/* One clause more or less changes the numbers of all after it: the first says it for all. */
static void
compare(clausary_checking *check, const numbering *all, uint32_t clause, uint32_t counterpart)
{
	const clausary_index *one = all->versions->items[all->one];
	const clausary_index *other = all->versions->items[all->other];
	const clausary_clause *here = &one->document->clauses.items[clause];
	const clausary_clause *there = &other->document->clauses.items[counterpart];
	size_t parent = place_of_parent(one, clause);
	bool numbered = is_numbered(one, clause) && is_numbered(other, counterpart);
	if (all->said[parent] || !has_moved(all, clause, counterpart)
	    || (!numbered && !is_alone(all, clause, counterpart)))
		return;
	all->said[parent] = true;
	clausary_check_report(
	        check, &(clausary_report){.index = other,
		                          .clause = counterpart,
		                          .span = there->mark,
		                          .other = one,
		                          .other_clause = clause,
		                          .other_span = here->mark,
		                          .form = there->key,
		                          .message = "%s is %s in the version in %s",
		                          .arguments = {there->label, here->label,
		                                        clausary_slice_of(one->document->language)},
		                          .lower = all->versions->doubtful});
}

/* Count what has moved and what has not, under each clause. */
static void
count_moved(numbering *all)
{
	const clausary_index *one = all->versions->items[all->one];
	for (uint32_t i = 0; i < one->document->clauses.count; i++) {
		const clausary_clause *clause = &one->document->clauses.items[i];
		uint32_t there = clausary_versions_clause(all->versions, all->one, i, all->other);
		if (there == CLAUSARY_NONE || clause->mark.end == clause->mark.start)
			continue;
		size_t parent = place_of_parent(one, i);
		if (has_moved(all, i, there))
			all->moved[parent]++;
		else
			all->kept[parent]++;
	}
}

static void
compare_versions(clausary_checking *check, numbering *all)
{
	size_t count = all->versions->items[all->one]->document->clauses.count;
	all->said = clausary_memory_zeros(count + 1, sizeof *all->said);
	all->moved = clausary_memory_zeros(2 * (count + 1), sizeof *all->moved);
	all->kept = all->moved + count + 1;
	count_moved(all);
	for (uint32_t i = 0; i < count; i++) {
		uint32_t there = clausary_versions_clause(all->versions, all->one, i, all->other);
		if (there != CLAUSARY_NONE)
			compare(check, all, i, there);
	}
	free(all->said);
	free(all->moved);
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	for (size_t i = 0; i < versions->count; i++)
		for (size_t j = i + 1; j < versions->count; j++)
			compare_versions(check, &(numbering){versions, i, j, NULL, NULL, NULL});
}

const clausary_rule clausary_rule_clause_renumbered = {
        .text = {.id = "X02",
	         .name = "clause-renumbered",
	         .title = "a clause has another number in a language version",
	         .why = "Who cites the clause in one language sends readers of the other "
	                "elsewhere.",
	         .advice = "Give it the same number in all versions.",
	         .source = "language versions are equally authentic",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
