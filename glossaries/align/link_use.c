/* Items used in the same clauses and only there. The more clauses, the surer; the nearest rival of
 * either item takes away what it has itself. */
#include "align/linking.h"

#include <stdlib.h>

/* What is known of one item's best counterpart. */
typedef struct rivals {
	uint32_t best;
	float first, second; /* how alike the best is, and the next */
	uint32_t rows;
} rivals;

static void
meet(rivals *of, uint32_t item, clausary_use use)
{
	if (of->best == item)
		return;
	if (use.same > of->first) {
		of->second = of->first;
		*of = (rivals){item, use.same, of->second, use.rows};
	} else if (use.same > of->second) {
		of->second = use.same;
	}
}

typedef struct use_place {
	uint32_t row, item;
} use_place;

/* The items of a version that may have a counterpart in `other`, by the rows that use them. */
typedef struct uses {
	CLAUSARY_ARRAY(use_place) places;
} uses;

static int
compare_places(const void *a, const void *b)
{
	const use_place *x = a, *y = b;
	if (x->row != y->row)
		return x->row < y->row ? -1 : 1;
	return (x->item > y->item) - (x->item < y->item);
}

static void
index_uses(const clausary_linking *linking, uint32_t version, uint32_t other, uses *all)
{
	for (uint32_t i = linking->first[version]; i < linking->first[version + 1]; i++) {
		const clausary_item_places *used = &linking->items[i].used;
		if (used->count == 0 || !clausary_linking_lacks(linking, i, other))
			continue;
		for (uint32_t j = 0; j < used->count; j++)
			clausary_array_push(&all->places, ((use_place){used->items[j].row, i}));
	}
	if (all->places.count)
		qsort(all->places.items, all->places.count, sizeof *all->places.items,
		      compare_places);
}

static size_t
row_end(const uses *all, size_t at)
{
	size_t end = at;
	while (end < all->places.count && all->places.items[end].row == all->places.items[at].row)
		end++;
	return end;
}

/* Let every two items of every common row meet; `best` holds one for each item. */
static void
meet_all(const clausary_linking *linking, const uses *left, const uses *right, rivals *best)
{
	for (size_t i = 0, j = 0; i < left->places.count && j < right->places.count;) {
		const use_place *a = &left->places.items[i], *b = &right->places.items[j];
		if (a->row != b->row) {
			if (a->row < b->row)
				i++;
			else
				j++;
			continue;
		}
		size_t m = row_end(left, i) - i, n = row_end(right, j) - j;
		bool many = m > CLAUSARY_LINK_ROW_ITEMS || n > CLAUSARY_LINK_ROW_ITEMS;
		for (size_t k = 0; k < m && !many; k++)
			for (size_t l = 0; l < n; l++) {
				clausary_use use =
				        clausary_linking_use(linking, a[k].item, b[l].item);
				meet(&best[a[k].item], b[l].item, use);
				meet(&best[b[l].item], a[k].item, use);
			}
		i += m;
		j += n;
	}
}

/* One clause in common may be chance, three are not. */
static float
judge(const rivals *a, const rivals *b)
{
	float second = a->second > b->second ? a->second : b->second;
	float margin = (a->first - second) / 0.3f;
	float enough = (float)(a->rows + 1) / 4;
	return a->first * (margin < 1 ? margin : 1) * (enough < 1 ? enough : 1);
}

void
clausary_link_use(clausary_linking *linking, uint32_t one, uint32_t other)
{
	uses left = {0}, right = {0};
	index_uses(linking, one, other, &left);
	index_uses(linking, other, one, &right);
	rivals *best = clausary_memory_zeros(linking->count, sizeof *best);
	for (size_t i = 0; i < linking->count; i++)
		best[i].best = CLAUSARY_NONE;
	if (left.places.count && right.places.count)
		meet_all(linking, &left, &right, best);
	for (uint32_t i = linking->first[one]; i < linking->first[one + 1]; i++) {
		uint32_t item = best[i].best;
		if (item != CLAUSARY_NONE && best[item].best == i)
			clausary_linking_offer(linking, i, item, CLAUSARY_EVIDENCE_USE,
			                       judge(&best[i], &best[item]));
	}
	clausary_array_finish(&left.places);
	clausary_array_finish(&right.places);
	free(best);
}
