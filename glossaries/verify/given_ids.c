/* Ids in the order in which people count. */
#include "verify/given_ids.h"

#include "termbase/key.h"

typedef struct record {
	uint32_t number, size;
} record;

static record
record_at(const clausary_given_ids *ids, size_t index, clausary_slice *id)
{
	const char *at = ids->records.data + ids->places.items[index];
	record found;
	memcpy(&found, at, sizeof found);
	*id = (clausary_slice){at + sizeof found, found.size};
	return found;
}

bool
clausary_given_ids_append(clausary_given_ids *ids, clausary_slice id, uint32_t number)
{
	record next = {number, (uint32_t)id.size};
	clausary_slice last;
	if (ids->places.count) {
		record_at(ids, ids->places.count - 1, &last);
		if (clausary_key_order_ids(id, last) <= 0)
			return false;
	}
	if (ids->records.size + sizeof next + id.size > UINT32_MAX)
		return false;
	clausary_array_push(&ids->places, (uint32_t)ids->records.size);
	clausary_buffer_add(&ids->records, (clausary_slice){(const char *)&next, sizeof next});
	clausary_buffer_add(&ids->records, id);
	return true;
}

uint32_t
clausary_given_ids_find(const clausary_given_ids *ids, clausary_slice id)
{
	size_t low = 0, high = ids->places.count, step = 1;
	clausary_slice other;
	/* All from `high` on come after it; what people refer to is mostly near. */
	for (; high > 0; step *= 2) {
		size_t at = high > step ? high - step : 0;
		record found = record_at(ids, at, &other);
		int order = clausary_key_order_ids(id, other);
		if (order == 0)
			return found.number;
		if (order > 0) {
			low = at + 1;
			break;
		}
		high = at;
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		record found = record_at(ids, middle, &other);
		int order = clausary_key_order_ids(id, other);
		if (order == 0)
			return found.number;
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
	clausary_buffer_finish(&ids->records);
	clausary_array_finish(&ids->places);
	clausary_seen_finish(&ids->others);
}
