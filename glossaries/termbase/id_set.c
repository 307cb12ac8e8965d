/* Ids: those in order in an array, the others in a map. */
#include "termbase/id_set.h"

#include "base/search.h"
#include "termbase/key.h"

/* An id that is looked for, and where. */
typedef struct wanted {
	const clausary_id_set *set;
	clausary_slice id;
} wanted;

static int
compare(const void *context, size_t at)
{
	const wanted *w = context;
	const clausary_id_set_item *item = &w->set->ordered.items[at];
	return clausary_key_order_ids(w->id, (clausary_slice){item->data, item->size});
}

bool
clausary_id_set_add(clausary_id_set *set, clausary_slice id, uint32_t value)
{
	size_t count = set->ordered.count;
	if (id.size < UINT32_MAX && (count == 0 || compare(&(wanted){set, id}, count - 1) > 0)) {
		clausary_array_push(&set->ordered,
		                    ((clausary_id_set_item){id.data, (uint32_t)id.size, value}));
		return true;
	}
	if (clausary_id_set_get(set, id) != CLAUSARY_NONE)
		return false;
	clausary_map_put(&set->others, id, value);
	return true;
}

uint32_t
clausary_id_set_get(const clausary_id_set *set, clausary_slice id)
{
	size_t at = clausary_search_from_end(set->ordered.count, compare, &(wanted){set, id});
	return at < set->ordered.count ? set->ordered.items[at].value
	                               : clausary_map_get(&set->others, id);
}

void
clausary_id_set_finish(clausary_id_set *set)
{
	clausary_array_finish(&set->ordered);
	clausary_map_finish(&set->others);
}
