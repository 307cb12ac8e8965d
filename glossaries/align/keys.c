/* Links by key: a printed label is the same place in every version. */
#include "align/alignment.h"

/* A label that is printed is an identity; a place in the outline only says where to look. */
static const float PRINTED = 0.98f, COUNTED = 0.6f;

static bool
is_printed(const clausary_clause *clause)
{
	return clause->mark.end > clause->mark.start || clause->role.size;
}

static void
add_link(clausary_aligner *all, uint32_t a, uint32_t b, float confidence, clausary_reason reason)
{
	clausary_array_push(&all->links, ((clausary_link){a, b, confidence, reason}));
}

void
clausary_align_keys(clausary_aligner *all)
{
	clausary_map firsts = {0};
	for (size_t v = 0; v < all->version_count; v++) {
		const clausary_aligned_version *version = &all->versions[v];
		for (uint32_t i = 0; i < version->count; i++) {
			const clausary_clause *clause = &version->document->clauses.items[i];
			uint32_t node = version->first + i;
			uint32_t first = clausary_map_get(&firsts, clause->key);
			if (first == CLAUSARY_NONE)
				clausary_map_put(&firsts, clause->key, node);
			else if (is_printed(clause))
				add_link(all, first, node, PRINTED, CLAUSARY_REASON_KEY);
			else
				add_link(all, first, node, COUNTED, CLAUSARY_REASON_PLACE);
		}
	}
	clausary_map_finish(&firsts);
}
