/* Ids in the order in which people count. */
#include "verify/given_ids.h"

#include "termbase/key.h"

static clausary_slice
id_at(const clausary_given_ids *ids, size_t index, uint32_t *number)
{
	return clausary_records_at(&ids->records, ids->places.items[index], number);
}

bool
clausary_given_ids_append(clausary_given_ids *ids, clausary_slice id, uint32_t number)
{
	uint32_t other;
	size_t count = ids->places.count;
	if (count && clausary_key_order_ids(id, id_at(ids, count - 1, &other)) <= 0)
		return false;
	uint32_t place = clausary_records_add(&ids->records, id, number);
	if (place == CLAUSARY_NONE)
		return false;
	clausary_array_push(&ids->places, place);
	return true;
}

uint32_t
clausary_given_ids_find(const clausary_given_ids *ids, clausary_slice id)
{
	size_t low = 0, high = ids->places.count, step = 1;
	uint32_t number;
	/* All from `high` on come after it; what people refer to is mostly near. */
	for (; high > 0; step *= 2) {
		size_t at = high > step ? high - step : 0;
		int order = clausary_key_order_ids(id, id_at(ids, at, &number));
		if (order == 0)
			return number;
		if (order > 0) {
			low = at + 1;
			break;
		}
		high = at;
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = clausary_key_order_ids(id, id_at(ids, middle, &number));
		if (order == 0)
			return number;
		if (order > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return CLAUSARY_NONE;
}

uint32_t
clausary_given_ids_get(const clausary_given_ids *ids, clausary_slice id, uint64_t hash)
{
	uint32_t number = clausary_given_ids_find(ids, id);
	return number != CLAUSARY_NONE ? number : clausary_seen_get(&ids->others, id, hash);
}

void
clausary_given_ids_finish(clausary_given_ids *ids)
{
	clausary_records_finish(&ids->records);
	clausary_array_finish(&ids->places);
	clausary_seen_finish(&ids->others);
}
