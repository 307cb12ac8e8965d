/* What looks like an acronym, from its letters alone. */
#ifndef CLAUSARY_MINING_SHORT_FORM_H
#define CLAUSARY_MINING_SHORT_FORM_H

#include "mining/form_letters.h"
#include "mining/mining.h"

/**
 * Collect the acronym that seems to begin at token `at`, which has CLAUSARY_TOKEN_CAPITALS, if
 * there is one. Returns the token to go on from.
 */
size_t clausary_short_form_read(clausary_mining *mining, uint32_t passage, size_t at);

/** The first short form at or after token `first`: an index into `short_forms`, which may be its
 * count. */
size_t clausary_short_form_at(const clausary_mining *mining, size_t first);

/** Whether the stop after token `last`, before token `end`, belongs to it, as in "W.O.G.". */
bool clausary_short_form_has_stop(const clausary_mining *mining, size_t last, size_t end);

/** Cover the short forms in tokens `first` to `end`: they are not mentioned by themselves. */
void clausary_short_form_cover(clausary_mining *mining, size_t first, size_t end);

#endif
