/* The ids of a termbase, each with a number. Programs number what they write: an id mostly comes
 * after all before it, in the order in which people count (key.h), and then is new without a look
 * at those, and takes half the memory of one in a map. The others are in one. */
#ifndef CLAUSARY_TERMBASE_ID_SET_H
#define CLAUSARY_TERMBASE_ID_SET_H

#include "base/array.h"
#include "base/map.h"

typedef struct clausary_id_set_item {
	const char *data;
	uint32_t size, value;
} clausary_id_set_item;

/** Zeros are none. Owner: caller calls clausary_id_set_finish(). */
typedef struct clausary_id_set {
	CLAUSARY_ARRAY(clausary_id_set_item) ordered;
	clausary_map others;
} clausary_id_set;

/** Add an id, whose bytes are borrowed. Fails: returns false where it is there; that one keeps its
 * number. */
bool clausary_id_set_add(clausary_id_set *set, clausary_slice id, uint32_t value);

/** The number of an id, or CLAUSARY_NONE. */
uint32_t clausary_id_set_get(const clausary_id_set *set, clausary_slice id);

void clausary_id_set_finish(clausary_id_set *set);

#endif
