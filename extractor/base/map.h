/* A map from byte strings to numbers that remembers the order of insertion. */
#ifndef CLAUSARY_BASE_MAP_H
#define CLAUSARY_BASE_MAP_H

#include "base/slice.h"

typedef struct clausary_map_entry {
	clausary_slice key; /* borrowed: must outlive the map */
	uint32_t hash, value;
} clausary_map_entry;

/** Zeros are the empty map. Entries stand in the order of insertion. */
typedef struct clausary_map {
	clausary_map_entry *entries;
	uint32_t *slots; /* index of an entry plus one, 0 for free */
	uint32_t count, capacity, slot_count;
	uint64_t firsts, sizes; /* of the keys: a bit for each first byte and each size */
} clausary_map;

/** The value of `key`, or CLAUSARY_NONE. */
uint32_t clausary_map_get(const clausary_map *map, clausary_slice key);

/** Give `key` a value; an older value is replaced. The bytes of `key` are borrowed. */
void clausary_map_put(clausary_map *map, clausary_slice key, uint32_t value);

void clausary_map_finish(clausary_map *map);

#endif
