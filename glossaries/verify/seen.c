/* Open addressing with small slots, as most strings are new: a hash, so that a record is looked at
 * only when its string is nearly surely the same. */
#include "verify/seen.h"

#include "base/arena.h"
#include "base/slice.h"

#include <stdlib.h>

static bool
is_text(const clausary_seen *seen, const struct clausary_seen_slot *slot, clausary_slice text)
{
	uint32_t number;
	clausary_slice kept = clausary_records_at(&seen->records, slot->text - 1, &number);
	return clausary_slice_equal(kept, text);
}

static uint32_t
number_of(const clausary_seen *seen, const struct clausary_seen_slot *slot)
{
	uint32_t number;
	clausary_records_at(&seen->records, slot->text - 1, &number);
	return number;
}

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

/* The slot of a string, or the free one where it would be. */
static struct clausary_seen_slot *
slot_of(const clausary_seen *seen, clausary_slice text, uint32_t hash)
{
	size_t mask = seen->capacity - 1, at = home_of(seen, hash);
	while (seen->slots[at].text
	       && (seen->slots[at].hash != hash || !is_text(seen, &seen->slots[at], text)))
		at = (at + 1) & mask;
	return &seen->slots[at];
}

/* Twice the room, filled from the first slot to the last. */
static void
grow(clausary_seen *seen)
{
	clausary_seen old = *seen;
	seen->capacity = old.capacity ? old.capacity * 2 : 1024;
	seen->slots = clausary_memory_zeros(seen->capacity, sizeof *seen->slots);
	for (size_t i = 0; i < old.capacity; i++) {
		if (old.slots[i].text == 0)
			continue;
		size_t at = home_of(seen, old.slots[i].hash);
		while (seen->slots[at].text)
			at = (at + 1) & (seen->capacity - 1);
		seen->slots[at] = old.slots[i];
	}
	free(old.slots);
}

void
clausary_seen_expect(const clausary_seen *seen, uint64_t hash)
{
	if (seen->capacity)
		__builtin_prefetch(&seen->slots[home_of(seen, high(hash))], 1);
}

uint32_t
clausary_seen_add(clausary_seen *seen, clausary_slice text, uint64_t hash, uint32_t number)
{
	if (seen->count * 4 >= seen->capacity * 3)
		grow(seen);
	struct clausary_seen_slot *slot = slot_of(seen, text, high(hash));
	if (slot->text)
		return number_of(seen, slot);
	uint32_t place = clausary_records_add(&seen->records, text, number);
	if (place == CLAUSARY_NONE)
		return CLAUSARY_NONE;
	*slot = (struct clausary_seen_slot){high(hash), place + 1};
	seen->count++;
	return CLAUSARY_NONE;
}

uint32_t
clausary_seen_get(const clausary_seen *seen, clausary_slice text, uint64_t hash)
{
	if (seen->count == 0)
		return CLAUSARY_NONE;
	const struct clausary_seen_slot *slot = slot_of(seen, text, high(hash));
	return slot->text ? number_of(seen, slot) : CLAUSARY_NONE;
}

void
clausary_seen_finish(clausary_seen *seen)
{
	free(seen->slots);
	clausary_records_finish(&seen->records);
	*seen = (clausary_seen){0};
}
