/* Acronyms that stay Latin: the same letters in both versions. Letters alone prove nothing (one
 * language's IA is another's AI): the items must stand in the same clauses, and no other item of
 * either version may have the letters. */
#include "align/linking.h"

#include <stdlib.h>

enum { SAME_LETTERS_SEVERAL = UINT32_MAX - 1 };

/* The short forms of a version: the item that has it, or that several have it. */
static void
index_forms(const clausary_linking *linking, uint32_t version, clausary_map *forms)
{
	for (uint32_t i = linking->first[version]; i < linking->first[version + 1]; i++) {
		const clausary_item_forms *all = &linking->items[i].short_forms;
		for (uint32_t j = 0; j < all->count; j++)
			clausary_map_put(forms, all->items[j],
			                 clausary_map_get(forms, all->items[j]) == CLAUSARY_NONE
			                         ? i
						 : (uint32_t)SAME_LETTERS_SEVERAL);
	}
}

static bool
share_row(const clausary_item_places *a, const clausary_item_places *b)
{
	for (uint32_t i = 0, j = 0; i < a->count && j < b->count;) {
		if (a->items[i].row == b->items[j].row)
			return true;
		if (a->items[i].row < b->items[j].row)
			i++;
		else
			j++;
	}
	return false;
}

void
clausary_link_letters(clausary_linking *linking, uint32_t one, uint32_t other)
{
	clausary_map left = {0}, right = {0};
	index_forms(linking, one, &left);
	index_forms(linking, other, &right);
	for (uint32_t i = 0; i < left.count; i++) {
		uint32_t a = left.entries[i].value;
		uint32_t b = clausary_map_get(&right, left.entries[i].key);
		if (a == SAME_LETTERS_SEVERAL || b == SAME_LETTERS_SEVERAL || b == CLAUSARY_NONE
		    || !clausary_link_same_letters(&linking->items[a], &linking->items[b]))
			continue;
		clausary_use use = clausary_linking_use(linking, a, b);
		float confidence = 0.4f + 0.55f * use.same;
		if (share_row(&linking->items[a].introduced, &linking->items[b].introduced))
			confidence = 0.95f;
		clausary_linking_offer(linking, a, b, CLAUSARY_EVIDENCE_LETTERS, confidence);
	}
	clausary_map_finish(&left);
	clausary_map_finish(&right);
}
