/* The ids that a file gave so far, and where. Programs number what they write: an id mostly comes
 * after all before it, in the order in which people count ("c9", "c10", "c10.en.1"), and then is
 * new without a look at those. The others go where any string is looked up. */
#ifndef CLAUSARY_VERIFY_GIVEN_IDS_H
#define CLAUSARY_VERIFY_GIVEN_IDS_H

#include "base/array.h"
#include "verify/seen.h"

/** Zeros are none. Owner: caller calls clausary_given_ids_finish(). */
typedef struct clausary_given_ids {
	clausary_records records;
	CLAUSARY_ARRAY(uint32_t) places; /* of each in `records` */
	clausary_seen others;
} clausary_given_ids;

/** Add an id that comes after all in order. Fails: returns false where it does not, or is not kept
 * (records.h); it may be one of them, and goes to `others` if it is not. */
bool clausary_given_ids_append(clausary_given_ids *ids, clausary_slice id, uint32_t number);

/** The number of an id of those in order, or CLAUSARY_NONE. What came last is found at once. */
uint32_t clausary_given_ids_find(const clausary_given_ids *ids, clausary_slice id);

/** The number of any id, or CLAUSARY_NONE. */
uint32_t clausary_given_ids_get(const clausary_given_ids *ids, clausary_slice id);

void clausary_given_ids_finish(clausary_given_ids *ids);

#endif
