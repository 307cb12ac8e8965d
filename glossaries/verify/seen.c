/* Open addressing with small slots, as most strings are new: a hash, so that a record is looked at
 * only when its string is nearly surely the same. */
#include "verify/seen.h"

#include "base/slice.h"

#include <stdlib.h>

/* Of a hash, what a slot holds. */
static uint32_t
high(uint64_t hash)
{
	return (uint32_t)(hash >> 32);
}

/* Where a hash is looked for first: its first bits, so that slots stand in the order of hashes. */
static size_t
home_of(const clausary_seen *seen, uint32_t hash)
{
	return (size_t)((uint64_t)hash * seen->capacity >> 32);
}

/* The first slot from `at` on that has a hash, or is free. */
static size_t
next_like(const clausary_seen *seen, size_t at, uint32_t hash)
{
	while (seen->slots[at].text && seen->slots[at].hash != hash)
		at = (at + 1) & (seen->capacity - 1);
	return at;
}

/* The slot of a string, or the free one where it would be. */
static struct clausary_seen_slot *
slot_of(const clausary_seen *seen, clausary_slice text, uint32_t hash)
{
	uint32_t number;
	size_t at = next_like(seen, home_of(seen, hash), hash);
	while (seen->slots[at].text
	       && !clausary_slice_equal(
	               clausary_records_at(&seen->records, seen->slots[at].text - 1, &number),
	               text))
		at = next_like(seen, (at + 1) & (seen->capacity - 1), hash);
	return &seen->slots[at];
}

/* Twice the room, in place: slots stand in the order of hashes, so that going down from the last
 * each finds its new home above those that have still to go. Those few at the start and at the end
 * for which that does not hold are put in last. */
static void
grow(clausary_seen *seen)
{
	CLAUSARY_ARRAY(struct clausary_seen_slot) few = {0};
	size_t old = seen->capacity;
	seen->capacity = old ? old * 2 : 1024;
	seen->slots = clausary_memory_grow(seen->slots, old * sizeof *seen->slots,
	                                   seen->capacity * sizeof *seen->slots);
	memset(seen->slots + old, 0, (seen->capacity - old) * sizeof *seen->slots);
	for (size_t i = old; i-- > 0;) {
		struct clausary_seen_slot slot = seen->slots[i];
		size_t at = home_of(seen, slot.hash);
		bool above = at >= i;
		if (slot.text == 0)
			continue;
		seen->slots[i].text = 0;
		while (above && at < seen->capacity && seen->slots[at].text)
			at++;
		if (above && at < seen->capacity)
			seen->slots[at] = slot;
		else
			clausary_array_push(&few, slot);
	}
	for (size_t i = 0; i < few.count; i++) {
		size_t at = home_of(seen, few.items[i].hash);
		while (seen->slots[at].text)
			at = (at + 1) & (seen->capacity - 1);
		seen->slots[at] = few.items[i];
	}
	clausary_array_finish(&few);
}

uint32_t
clausary_seen_keep(clausary_seen *seen, clausary_slice head, clausary_slice tail, uint64_t hash,
                   uint32_t number)
{
	if (seen->capacity)
		__builtin_prefetch(&seen->slots[home_of(seen, high(hash))], 1);
	return clausary_records_add(&seen->records, head, tail, number);
}

uint32_t
clausary_seen_look_up(clausary_seen *seen, uint32_t place, uint64_t hash)
{
	uint32_t number;
	if (place == CLAUSARY_NONE)
		return CLAUSARY_NONE;
	if (seen->count * 4 >= seen->capacity * 3)
		grow(seen);
	size_t at = next_like(seen, home_of(seen, high(hash)), high(hash));
	struct clausary_seen_slot *slot = &seen->slots[at];
	if (slot->text)
		slot = slot_of(seen, clausary_records_at(&seen->records, place, &number),
		               high(hash));
	if (slot->text) {
		clausary_records_at(&seen->records, slot->text - 1, &number);
		clausary_records_drop(&seen->records, place);
		return number;
	}
	*slot = (struct clausary_seen_slot){high(hash), place + 1};
	seen->count++;
	return CLAUSARY_NONE;
}

uint32_t
clausary_seen_get(const clausary_seen *seen, clausary_slice text)
{
	if (seen->count == 0)
		return CLAUSARY_NONE;
	uint32_t number = CLAUSARY_NONE, hash = high(clausary_slice_hash(text));
	const struct clausary_seen_slot *slot = slot_of(seen, text, hash);
	if (slot->text)
		clausary_records_at(&seen->records, slot->text - 1, &number);
	return number;
}

void
clausary_seen_finish(clausary_seen *seen)
{
	free(seen->slots);
	clausary_records_finish(&seen->records);
	*seen = (clausary_seen){0};
}
