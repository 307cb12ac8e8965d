/* Matches become rows: the surest match first, and never two clauses of one version in a row. */
#include "align/alignment.h"

#include <stdlib.h>

static const char *const REASONS[CLAUSARY_REASONS] = {
        [CLAUSARY_REASON_KEY] = "key",         [CLAUSARY_REASON_PLACE] = "place",
        [CLAUSARY_REASON_OUTLINE] = "outline", [CLAUSARY_REASON_ANCHORS] = "anchors",
        [CLAUSARY_REASON_WORDS] = "words",
};

/* Sets of nodes that become rows. */
typedef struct sets {
	uint32_t *parent;    /* by node: towards the node that stands for its set */
	uint64_t *versions;  /* by that node: a bit for each version in the set */
	float *confidence;   /* by that node: of the weakest match in the set */
	const char **reason; /* by that node: of that match */
} sets;

static uint32_t
find(sets *all, uint32_t node)
{
	while (all->parent[node] != node) {
		all->parent[node] = all->parent[all->parent[node]];
		node = all->parent[node];
	}
	return node;
}

static int
compare_matches(const void *a, const void *b)
{
	const clausary_match *left = a, *right = b;
	if (left->confidence != right->confidence)
		return left->confidence > right->confidence ? -1 : 1;
	if (left->a != right->a)
		return left->a < right->a ? -1 : 1;
	return (left->b > right->b) - (left->b < right->b);
}

static void
join(sets *all, const clausary_match *match)
{
	uint32_t a = find(all, match->a), b = find(all, match->b);
	if (a == b || all->versions[a] & all->versions[b])
		return;
	if (a > b) {
		uint32_t other = a;
		a = b;
		b = other;
	}
	all->parent[b] = a;
	all->versions[a] |= all->versions[b];
	all->confidence[a] = match->confidence; /* matches come in the order of their confidence */
	all->reason[a] = REASONS[match->reason];
}

static void
start(sets *all, const clausary_aligner *aligner)
{
	uint32_t nodes = aligner->node_count;
	all->parent = clausary_memory_zeros(nodes, sizeof *all->parent);
	all->versions = clausary_memory_zeros(nodes, sizeof *all->versions);
	all->confidence = clausary_memory_zeros(nodes, sizeof *all->confidence);
	all->reason = clausary_memory_zeros(nodes, sizeof *all->reason);
	for (size_t v = 0; v < aligner->version_count; v++) {
		const clausary_aligned_version *version = &aligner->versions[v];
		for (uint32_t i = 0; i < version->count; i++) {
			uint32_t node = version->first + i;
			all->parent[node] = node;
			all->versions[node] = (uint64_t)1 << v;
			all->reason[node] = "alone";
		}
	}
}

static void
finish(sets *all)
{
	free(all->parent);
	free(all->versions);
	free(all->confidence);
	free(all->reason);
}

/* Rows on their way into document order. */
typedef struct order {
	clausary_aligner *aligner;
	sets *sets;
	uint32_t *front;    /* by version: its first node that stands in no row yet */
	uint32_t *waiting;  /* by set: nodes of it that are not at the front of their version */
	uint32_t **clauses; /* by set: the clauses of its row, once one was put there */
	bool *placed;       /* by set */
} order;

static uint32_t
count_bits(uint64_t bits)
{
	uint32_t count = 0;
	for (; bits; bits &= bits - 1)
		count++;
	return count;
}

/* Move the front of a version over what stands in a row already; what is there waits no more. */
static void
advance(order *all, size_t version)
{
	const clausary_aligned_version *one = &all->aligner->versions[version];
	uint32_t *front = &all->front[version], end = one->first + one->count;
	while (*front < end && all->placed[find(all->sets, *front)])
		++*front;
	if (*front < end)
		all->waiting[find(all->sets, *front)]--;
}

/* The set of the next row: the first version's front whose other clauses are at the front too;
 * where versions stand in different orders, the first version decides. */
static uint32_t
next_set(order *all)
{
	uint32_t fallback = CLAUSARY_NONE;
	for (size_t v = 0; v < all->aligner->version_count; v++) {
		const clausary_aligned_version *version = &all->aligner->versions[v];
		if (all->front[v] == version->first + version->count)
			continue;
		uint32_t set = find(all->sets, all->front[v]);
		if (all->waiting[set] == 0)
			return set;
		if (fallback == CLAUSARY_NONE)
			fallback = set;
	}
	return fallback;
}

static void
place(order *all, uint32_t set)
{
	clausary_alignment *alignment = all->aligner->alignment;
	uint32_t row = (uint32_t)alignment->rows.count;
	all->placed[set] = true;
	clausary_array_push(
	        &alignment->rows,
	        ((clausary_alignment_row){all->clauses[set], count_bits(all->sets->versions[set]),
	                                  all->sets->reason[set], all->sets->confidence[set]}));
	for (size_t v = 0; v < all->aligner->version_count; v++) {
		const clausary_aligned_version *version = &all->aligner->versions[v];
		uint32_t clause = all->clauses[set][version->given];
		if (clause == CLAUSARY_NONE)
			continue;
		alignment->row_of[version->given][clause] = row;
		if (all->front[v] == version->first + clause)
			advance(all, v);
	}
}

/* Fill the row of each set. */
static void
collect(order *all)
{
	clausary_arena *arena = &all->aligner->alignment->row_arena;
	size_t count = all->aligner->version_count;
	for (size_t v = 0; v < count; v++) {
		const clausary_aligned_version *version = &all->aligner->versions[v];
		for (uint32_t i = 0; i < version->count; i++) {
			uint32_t set = find(all->sets, version->first + i);
			uint32_t **clauses = &all->clauses[set];
			if (*clauses == NULL) {
				*clauses = clausary_arena_allocate(arena, count * sizeof **clauses);
				memset(*clauses, 0xff, count * sizeof **clauses);
			}
			(*clauses)[version->given] = i;
			all->waiting[set]++;
		}
	}
}

static void
put_in_order(order *all)
{
	uint32_t nodes = all->aligner->node_count, set;
	size_t versions = all->aligner->version_count;
	all->front = clausary_memory_zeros(versions, sizeof *all->front);
	all->waiting = clausary_memory_zeros(nodes, sizeof *all->waiting);
	all->clauses = clausary_memory_zeros(nodes, sizeof *all->clauses);
	all->placed = clausary_memory_zeros(nodes, sizeof *all->placed);
	collect(all);
	for (size_t v = 0; v < versions; v++) {
		all->front[v] = all->aligner->versions[v].first;
		advance(all, v);
	}
	while ((set = next_set(all)) != CLAUSARY_NONE)
		place(all, set);
	free(all->front);
	free(all->waiting);
	free(all->clauses);
	free(all->placed);
}

void
clausary_align_rows(clausary_aligner *all)
{
	sets rows = {0};
	order ordered = {.aligner = all, .sets = &rows};
	all->alignment->rows.count = 0;
	clausary_arena_finish(&all->alignment->row_arena);
	start(&rows, all);
	if (all->matches.count)
		qsort(all->matches.items, all->matches.count, sizeof *all->matches.items,
		      compare_matches);
	for (size_t i = 0; i < all->matches.count; i++)
		join(&rows, &all->matches.items[i]);
	put_in_order(&ordered);
	finish(&rows);
}
