/* Items that a reference glossary has as one entry: its authority says so in both languages. */
#include "align/linking.h"

#include <stdlib.h>

static const float SURE = 0.97f;

static int
compare_items(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b; /* entry, item */
	if (x[0] != y[0])
		return x[0] < y[0] ? -1 : 1;
	return (x[1] > y[1]) - (x[1] < y[1]);
}

/* Pairs of entry and item, sorted; of one entry the first item is the name that the text spells
 * out. */
static size_t
index_entries(const clausary_linking *linking, uint32_t version, uint32_t (**out)[2])
{
	uint32_t first = linking->first[version], end = linking->first[version + 1];
	size_t count = 0;
	*out = clausary_memory_zeros(end - first + 1, sizeof **out);
	for (uint32_t i = first; i < end; i++) {
		if (linking->items[i].reference == CLAUSARY_NONE)
			continue;
		(*out)[count][0] = linking->items[i].reference;
		(*out)[count++][1] = i;
	}
	if (count)
		qsort(*out, count, sizeof **out, compare_items);
	return count;
}

void
clausary_link_reference(clausary_linking *linking, uint32_t one, uint32_t other)
{
	uint32_t (*left)[2], (*right)[2];
	size_t m = index_entries(linking, one, &left), n = index_entries(linking, other, &right);
	for (size_t i = 0, j = 0; i < m && j < n;) {
		if (left[i][0] == right[j][0])
			clausary_linking_offer(linking, left[i++][1], right[j++][1],
			                       CLAUSARY_EVIDENCE_REFERENCE, SURE);
		else if (left[i][0] < right[j][0])
			i++;
		else
			j++;
	}
	free(left);
	free(right);
}
