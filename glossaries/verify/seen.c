/* Open addressing with small slots, as most strings are new: a hash, so that a record is looked at
 * only when its string is nearly surely the same. */
#include "verify/seen.h"

#include "base/arena.h"
#include "base/slice.h"

#include <stdlib.h>

typedef struct record {
	uint32_t number, size;
} record;

static record
record_of(const clausary_seen *seen, const struct clausary_seen_slot *slot)
{
	record found;
	memcpy(&found, seen->records.data + slot->text - 1, sizeof found);
	return found;
}

static bool
is_text(const clausary_seen *seen, const struct clausary_seen_slot *slot, clausary_slice text)
{
	return record_of(seen, slot).size == text.size
	       && memcmp(seen->records.data + slot->text - 1 + sizeof(record), text.data, text.size)
	                  == 0;
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
	record next = {number, (uint32_t)text.size};
	if (seen->count * 4 >= seen->capacity * 3)
		grow(seen);
	struct clausary_seen_slot *slot = slot_of(seen, text, high(hash));
	if (slot->text)
		return record_of(seen, slot).number;
	if (seen->records.size + text.size + sizeof next >= UINT32_MAX)
		return CLAUSARY_NONE;
	*slot = (struct clausary_seen_slot){high(hash), (uint32_t)seen->records.size + 1};
	clausary_buffer_reserve(&seen->records, sizeof next + text.size);
	memcpy(seen->records.data + seen->records.size, &next, sizeof next);
	memcpy(seen->records.data + seen->records.size + sizeof next, text.data, text.size);
	seen->records.size += sizeof next + text.size;
	seen->count++;
	return CLAUSARY_NONE;
}

uint32_t
clausary_seen_get(const clausary_seen *seen, clausary_slice text, uint64_t hash)
{
	if (seen->count == 0)
		return CLAUSARY_NONE;
	const struct clausary_seen_slot *slot = slot_of(seen, text, high(hash));
	return slot->text ? record_of(seen, slot).number : CLAUSARY_NONE;
}

void
clausary_seen_finish(clausary_seen *seen)
{
	free(seen->slots);
	clausary_buffer_finish(&seen->records);
	*seen = (clausary_seen){0};
}
