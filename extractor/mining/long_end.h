/* Where a long form ends that goes on after the last word that gives a letter. */
#ifndef CLAUSARY_MINING_LONG_END_H
#define CLAUSARY_MINING_LONG_END_H

#include "mining/initials.h"

/** Whether tokens `first` to `last` are a noun or two that say what kind of thing the words before
 * them name: "network data". */
bool clausary_is_kind(const clausary_mining *mining, size_t first, size_t last);

/**
 * The last token of a long form that begins at token `first` and that its text lets go on to token
 * `last`; `fit`: how the letters of `form` lie on these words.
 */
size_t clausary_long_end(const clausary_mining *mining, clausary_slice form, clausary_initials fit,
                         size_t last);

#endif
