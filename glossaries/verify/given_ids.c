/* Ids in the order in which people count. */
#include "verify/given_ids.h"

#include "base/search.h"
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
	uint32_t place = clausary_records_add(&ids->records, id, (clausary_slice){0}, number);
	if (place == CLAUSARY_NONE)
		return false;
	clausary_array_push(&ids->places, place);
	return true;
}

/* An id that is looked for, and where. */
typedef struct wanted {
	const clausary_given_ids *ids;
	clausary_slice id;
} wanted;

static int
compare(const void *context, size_t at)
{
	const wanted *w = context;
	uint32_t number;
	return clausary_key_order_ids(w->id, id_at(w->ids, at, &number));
}

uint32_t
clausary_given_ids_find(const clausary_given_ids *ids, clausary_slice id)
{
	enum { NEAR = 4 }; /* a short form refers to its full form, which stands just before it */
	size_t count = ids->places.count, near = count > NEAR ? count - NEAR : 0;
	uint32_t number = CLAUSARY_NONE;
	for (size_t i = count; i-- > near;)
		if (clausary_slice_equal_short(id_at(ids, i, &number), id))
			return number;
	size_t at = clausary_search_from_end(near, compare, &(wanted){ids, id});
	if (at == near)
		return CLAUSARY_NONE;
	id_at(ids, at, &number);
	return number;
}

uint32_t
clausary_given_ids_get(const clausary_given_ids *ids, clausary_slice id)
{
	uint32_t number = clausary_given_ids_find(ids, id);
	return number != CLAUSARY_NONE ? number : clausary_seen_get(&ids->others, id);
}

void
clausary_given_ids_finish(clausary_given_ids *ids)
{
	clausary_records_finish(&ids->records);
	clausary_array_finish(&ids->places);
	clausary_seen_finish(&ids->others);
}
