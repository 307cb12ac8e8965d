/* Where a name begins in text that has no blanks between words. */
#ifndef CLAUSARY_MINING_NAME_EDGE_H
#define CLAUSARY_MINING_NAME_EDGE_H

#include "mining/mining.h"

/** Whether token `token` ends in a letter that fills a square: Han, Kana, Hangul. */
bool clausary_name_is_square(const clausary_mining *mining, size_t token);

/**
 * The first token of the name that ends with token `last` and that `form` may stand for, in the
 * same passage; an empty `form` for any name. `entry`: the name and its bracket are the head of an
 * entry.
 *
 * Fails: `*confidence` is 0 where no beginning is good enough.
 */
size_t clausary_name_start(const clausary_mining *mining, clausary_slice form,
                           const clausary_passage *passage, size_t last, bool entry,
                           float *confidence);

#endif
