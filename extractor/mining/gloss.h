/* Long forms whose letters are no help, because the short form is of another language:
 * "Международный союз электросвязи (ITU)". */
#ifndef CLAUSARY_MINING_GLOSS_H
#define CLAUSARY_MINING_GLOSS_H

#include "mining/mining.h"

/** Whether two words are written in different scripts; numbers and marks differ from nothing. */
bool clausary_gloss_differs(clausary_slice a, clausary_slice b);

/** Whether a word describes the noun after it, by its ending. */
bool clausary_gloss_is_attribute(const clausary_mining *mining, size_t token);

/**
 * Where the words begin that end at token `last` and that `form` may stand for, no earlier than
 * token `from`. Judged by the number of words and by what stands before them.
 *
 * `whole`: the text before `last` is an entry of a list, and likely all of it the long form.
 * Returns the token; `confidence` is 0 when there is none.
 */
size_t clausary_gloss_start(const clausary_mining *mining, clausary_slice form, size_t from,
                            size_t last, bool whole, float *confidence);

#endif
