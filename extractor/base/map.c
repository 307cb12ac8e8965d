/* A hash map with open addressing; at most half of the slots are taken. */
#include "base/map.h"
#include "base/arena.h"

#include <stdlib.h>

static uint32_t *
slot_of(const clausary_map *map, clausary_slice key, uint32_t hash)
{
	uint32_t mask = map->slot_count - 1;
	for (uint32_t at = hash & mask;; at = (at + 1) & mask) {
		uint32_t *slot = &map->slots[at];
		if (*slot == 0)
			return slot;
		const clausary_map_entry *entry = &map->entries[*slot - 1];
		if (entry->hash == hash && clausary_slice_equal(entry->key, key))
			return slot;
	}
}

static uint64_t
bit_of_first(clausary_slice key)
{
	return (uint64_t)1 << (key.size ? (unsigned char)key.data[0] % 64 : 0);
}

static uint64_t
bit_of_size(clausary_slice key)
{
	return (uint64_t)1 << (key.size < 63 ? key.size : 63);
}

uint32_t
clausary_map_get(const clausary_map *map, clausary_slice key)
{
	/* most questions are about what is not there, and of most this much tells it */
	if (!(map->firsts & bit_of_first(key)) || !(map->sizes & bit_of_size(key)))
		return CLAUSARY_NONE;
	uint32_t slot = *slot_of(map, key, (uint32_t)clausary_slice_hash(key));
	return slot ? map->entries[slot - 1].value : CLAUSARY_NONE;
}

static void
grow(clausary_map *map)
{
	map->slot_count = map->slot_count ? map->slot_count * 2 : 32;
	map->capacity = map->slot_count / 2;
	map->entries = clausary_memory_resize(map->entries, map->capacity * sizeof *map->entries);
	free(map->slots);
	map->slots = clausary_memory_zeros(map->slot_count, sizeof *map->slots);
	for (uint32_t i = 0; i < map->count; i++)
		*slot_of(map, map->entries[i].key, map->entries[i].hash) = i + 1;
}

void
clausary_map_put(clausary_map *map, clausary_slice key, uint32_t value)
{
	if (map->count == map->capacity)
		grow(map);
	uint32_t hash = (uint32_t)clausary_slice_hash(key);
	uint32_t *slot = slot_of(map, key, hash);
	if (*slot == 0) {
		map->entries[map->count] = (clausary_map_entry){.key = key, .hash = hash};
		*slot = ++map->count;
		map->firsts |= bit_of_first(key);
		map->sizes |= bit_of_size(key);
	}
	map->entries[*slot - 1].value = value;
}

void
clausary_map_finish(clausary_map *map)
{
	free(map->entries);
	free(map->slots);
	*map = (clausary_map){0};
}
