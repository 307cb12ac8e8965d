/* The map: what goes in comes out, in the order in which it went in. */
#include "base/map.h"
#include "unit.h"

#include <stdio.h>

START_TEST(the_empty_map)
{
	clausary_map map = {0};
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("tide")), CLAUSARY_NONE);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("")), CLAUSARY_NONE);
	clausary_map_finish(&map);
}
END_TEST

START_TEST(values)
{
	clausary_map map = {0};
	clausary_map_put(&map, CLAUSARY_SLICE("tide"), 7);
	clausary_map_put(&map, CLAUSARY_SLICE(""), 0);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("tide")), 7);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("")), 0);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("Tide")), CLAUSARY_NONE);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("tid")), CLAUSARY_NONE);
	clausary_map_put(&map, CLAUSARY_SLICE("tide"), 8);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("tide")), 8);
	ck_assert_uint_eq(map.count, 2);
	clausary_map_finish(&map);
	ck_assert_uint_eq(map.count, 0);
	clausary_map_put(&map, CLAUSARY_SLICE("ebb"), 1); /* a finished map is the empty one */
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("ebb")), 1);
	clausary_map_finish(&map);
}
END_TEST

START_TEST(keys_are_bytes)
{
	clausary_map map = {0};
	clausary_map_put(&map, CLAUSARY_SLICE("a\0b"), 1);
	clausary_map_put(&map, CLAUSARY_SLICE("a\0c"), 2);
	clausary_map_put(&map, CLAUSARY_SLICE("a"), 3);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("a\0b")), 1);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("a\0c")), 2);
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("a")), 3);
	clausary_map_finish(&map);
}
END_TEST

START_TEST(many_in_order)
{
	enum { MANY = 5000 };
	static char keys[MANY][16];
	clausary_map map = {0};
	for (uint32_t i = 0; i < MANY; i++) {
		snprintf(keys[i], sizeof keys[i], "buoy %u", (unsigned)(i * 2654435761u));
		clausary_map_put(&map, clausary_slice_of(keys[i]), i);
		clausary_map_put(&map, clausary_slice_of(keys[i / 2]), i / 2); /* no new place */
	}
	ck_assert_uint_eq(map.count, MANY);
	for (uint32_t i = 0; i < MANY; i++) {
		ck_assert_uint_eq(clausary_map_get(&map, clausary_slice_of(keys[i])), i);
		ck_assert_uint_eq(map.entries[i].value, i);
		ck_assert(clausary_slice_equal(map.entries[i].key, clausary_slice_of(keys[i])));
	}
	ck_assert_uint_eq(clausary_map_get(&map, CLAUSARY_SLICE("buoy")), CLAUSARY_NONE);
	clausary_map_finish(&map);
}
END_TEST

UNIT_MAIN(base_map, the_empty_map, values, keys_are_bytes, many_in_order)
