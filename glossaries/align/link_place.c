/* Items that the same clause defines, or introduces. One on each side are one concept, if the
 * clauses are. Several are told apart by their letters, by where else they are used, by their
 * order, by names of one origin: every two get a weight, and the confidence is the share of the
 * weight that this one has among all that either could have, "nobody" included. */
#include "align/linking.h"

#include <stdlib.h>

/* The weight of "the counterpart was not found". With one on each side and nothing known 1 stands
 * against it: 0.87. With two and nothing known it is 0.47, and a doubt. */
static const float NOBODY = 0.15f;

/* The items of one version by rows. */
typedef struct entry {
	uint32_t row, item, order;
} entry;

typedef struct by_row {
	entry *entries;
	size_t count;
} by_row;

static int
compare_entries(const void *a, const void *b)
{
	const entry *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

static const clausary_item_places *
places_of(const clausary_item *item, clausary_evidence evidence)
{
	return evidence == CLAUSARY_EVIDENCE_DEFINITION ? &item->defined : &item->introduced;
}

/* Items of `version` that lack a counterpart in `other`, by rows. */
static by_row
index_rows(const clausary_linking *linking, uint32_t version, uint32_t other,
           clausary_evidence evidence)
{
	CLAUSARY_ARRAY(entry) entries = {0};
	for (uint32_t i = linking->first[version]; i < linking->first[version + 1]; i++) {
		const clausary_item_places *places = places_of(&linking->items[i], evidence);
		if (places->count == 0 || !clausary_linking_lacks(linking, i, other))
			continue;
		for (uint32_t j = 0; j < places->count; j++)
			clausary_array_push(&entries, ((entry){places->items[j].row, i,
			                                       places->items[j].order}));
	}
	if (entries.count)
		qsort(entries.items, entries.count, sizeof *entries.items, compare_entries);
	return (by_row){entries.items, entries.count};
}

/* How much two items of one clause speak for each other; 1: they say nothing. */
static float
weigh(const clausary_linking *linking, const entry *a, const entry *b, bool ordered)
{
	const clausary_item *x = &linking->items[a->item], *y = &linking->items[b->item];
	float weight = ordered && a->order == b->order ? 1.5f : 1;
	if (clausary_link_same_letters(x, y))
		weight *= 20;
	else if (clausary_link_reordered(x, y))
		weight *= 6;
	else if (clausary_link_both_latin(x, y))
		weight *= 0.7f;
	clausary_use use = clausary_linking_use(linking, a->item, b->item);
	if (use.rows > 1)
		weight *= (use.same + 0.07f) / (1.07f - use.same); /* the odds of it */
	float alike = clausary_link_cognate(x, y);
	if (alike >= 0)
		weight *= 0.5f + 3 * alike + 15 * alike * alike;
	return weight;
}

/* Two definitions, each the only one of its clause: as sure as the clauses are the same. The same
 * printed number says so by itself; what else speaks for the clauses is weighed with the terms. */
static float
judge_alone(const clausary_linking *linking, uint32_t row, float weight)
{
	const clausary_alignment_row *of = &linking->alignment->rows.items[row];
	float odds = of->confidence * weight;
	if (strcmp(of->reason, "key") == 0)
		return of->confidence;
	return odds / (odds + 1 - of->confidence);
}

/* Offer every two items of one row. An unsure row speaks for "nobody". */
static void
offer_row(clausary_linking *linking, const entry *a, size_t m, const entry *b, size_t n,
          clausary_evidence evidence)
{
	float *weights = clausary_memory_zeros(m * n, sizeof *weights);
	float *across = clausary_memory_zeros(n, sizeof *across);
	float sure = clausary_linking_row(linking, a->row);
	bool alone = m == 1 && n == 1 && evidence == CLAUSARY_EVIDENCE_DEFINITION;
	for (size_t i = 0; i < m; i++)
		for (size_t j = 0; j < n; j++)
			across[j] += weights[i * n + j] = weigh(linking, &a[i], &b[j], m == n);
	for (size_t i = 0; i < m; i++) {
		float along = 0;
		for (size_t j = 0; j < n; j++)
			along += weights[i * n + j];
		for (size_t j = 0; j < n; j++) {
			float all = along > across[j] ? along : across[j];
			float share = weights[i * n + j] / (all + NOBODY + (1 - sure));
			if (alone)
				share = judge_alone(linking, a->row, weights[0]);
			clausary_linking_offer(linking, a[i].item, b[j].item, evidence, share);
		}
	}
	free(weights);
	free(across);
}

static size_t
row_end(const by_row *all, size_t at)
{
	size_t end = at;
	while (end < all->count && all->entries[end].row == all->entries[at].row)
		end++;
	return end;
}

void
clausary_link_place(clausary_linking *linking, uint32_t one, uint32_t other,
                    clausary_evidence evidence)
{
	by_row left = index_rows(linking, one, other, evidence);
	by_row right = index_rows(linking, other, one, evidence);
	for (size_t i = 0, j = 0; i < left.count && j < right.count;) {
		if (left.entries[i].row != right.entries[j].row) {
			if (left.entries[i].row < right.entries[j].row)
				i++;
			else
				j++;
			continue;
		}
		size_t m = row_end(&left, i), n = row_end(&right, j);
		if (m - i <= CLAUSARY_LINK_ROW_ITEMS && n - j <= CLAUSARY_LINK_ROW_ITEMS)
			offer_row(linking, &left.entries[i], m - i, &right.entries[j], n - j,
			          evidence);
		i = m;
		j = n;
	}
	free(left.entries);
	free(right.entries);
}
