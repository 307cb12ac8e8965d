/* Ids: those in order in an array, the others in a map. */
#include "termbase/id_set.h"

#include "termbase/key.h"

/* Below zero, zero or above, as `id` comes before item `at` of those in order, is it, or comes
 * after it. */
static int
compare(const clausary_id_set *set, clausary_slice id, size_t at)
{
	const clausary_id_set_item *item = &set->ordered.items[at];
	return clausary_key_order_ids(id, (clausary_slice){item->data, item->size});
}

/* The place of an id among those in order, or how many there are. */
static size_t
find(const clausary_id_set *set, clausary_slice id)
{
	size_t low = 0, high = set->ordered.count;
	/* What people refer to is mostly near the end, as far as it has come. */
	for (size_t step = 1; low < high; step *= 2) {
		size_t at = high > step ? high - step : 0;
		int order = compare(set, id, at);
		if (order == 0)
			return at;
		if (order > 0) {
			low = at + 1;
			break;
		}
		high = at;
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = compare(set, id, middle);
		if (order == 0)
			return middle;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return set->ordered.count;
}

bool
clausary_id_set_add(clausary_id_set *set, clausary_slice id, uint32_t value)
{
	size_t count = set->ordered.count;
	if (id.size < UINT32_MAX && (count == 0 || compare(set, id, count - 1) > 0)) {
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
	size_t at = find(set, id);
	return at < set->ordered.count ? set->ordered.items[at].value
	                               : clausary_map_get(&set->others, id);
}

void
clausary_id_set_finish(clausary_id_set *set)
{
	clausary_array_finish(&set->ordered);
	clausary_map_finish(&set->others);
}
