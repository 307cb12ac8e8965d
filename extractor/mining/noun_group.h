/* Names before a short form whose letters are not theirs. */
#ifndef CLAUSARY_MINING_NOUN_GROUP_H
#define CLAUSARY_MINING_NOUN_GROUP_H

#include "mining/initials.h"

/**
 * The token that the noun group begins with which ends at token `last` and which `form` may stand
 * for, `from` at the earliest. `fit` is what the letters say, if they say anything; NULL where the
 * text itself says that it is the short form of a translation. `confidence` is 0 when there is
 * none: a language without determiners in its locale has none.
 */
size_t clausary_noun_group_start(const clausary_mining *mining, clausary_slice form, size_t from,
                                 size_t last, const clausary_initials *fit, float *confidence);

/** Whether the words of tokens `first` to `last` are as a whole a name that `form` may stand for,
 * by their number and the capital they begin with. */
bool clausary_noun_group_is_name(const clausary_mining *mining, clausary_slice form, size_t first,
                                 size_t last);

#endif
