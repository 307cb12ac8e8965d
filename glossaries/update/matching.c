/* Matching entries by the evidence that also merges them. */
#include "update/matching.h"

#include "update/outside.h"

#include <stdlib.h>

void
clausary_matching_begin(clausary_matching *matching, clausary_termbase *const *sides, size_t count)
{
	*matching = (clausary_matching){0};
	for (size_t i = 0; i < count; i++) {
		clausary_termbase_finish(sides[i]);
		clausary_termbase_go_outside(sides[i]);
		matching->starts[i] = matching->count;
		matching->count += (uint32_t)sides[i]->ordered.count;
	}
	for (size_t i = count; i <= CLAUSARY_MOST_SIDES; i++)
		matching->starts[i] = matching->count;
	matching->members = clausary_memory_zeros(matching->count, sizeof *matching->members);
	matching->classes = clausary_memory_zeros(matching->count, sizeof *matching->classes);
	uint32_t at = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < sides[i]->ordered.count; k++, at++)
			matching->members[at] =
			        (clausary_member){.concept = sides[i]->ordered.items[k],
				                  .parent = at,
				                  .next = CLAUSARY_NONE};
	clausary_join_by_evidence(matching->members, matching->count,
	                          &(clausary_evidence_options){.careful = false});
	for (uint32_t i = 0; i < matching->count; i++)
		if (matching->members[i].parent == i)
			matching->classes[matching->class_count++] = i;
}

void
clausary_matching_finish(clausary_matching *matching)
{
	free(matching->members);
	free(matching->classes);
}

unsigned
clausary_matching_side(const clausary_matching *matching, uint32_t member)
{
	unsigned side = 0;
	while (side + 1 < CLAUSARY_MOST_SIDES && member >= matching->starts[side + 1])
		side++;
	return side;
}
