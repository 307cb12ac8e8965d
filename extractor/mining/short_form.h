/* What looks like an acronym, from its letters alone. */
#ifndef CLAUSARY_MINING_SHORT_FORM_H
#define CLAUSARY_MINING_SHORT_FORM_H

#include "mining/mining.h"

/**
 * Collect the acronym that seems to begin at token `at`, which has CLAUSARY_TOKEN_CAPITALS, if
 * there is one. Returns the token to go on from.
 */
size_t clausary_short_form_read(clausary_mining *mining, uint32_t passage, size_t at);

/** The first short form at or after token `first`: an index into `short_forms`, which may be its
 * count. */
size_t clausary_short_form_at(const clausary_mining *mining, size_t first);

/**
 * What tells an acronym from another: dashes and blanks folded, letters that look alike made of one
 * script, case kept, a plural ending gone ("ICTs" -> "ICT"). Owner: `to`.
 */
void clausary_short_form_key(const clausary_cues *cues, clausary_slice form, clausary_buffer *to);

/** Whether the letters alone show an acronym. */
bool clausary_short_form_shown(clausary_slice form);

/**
 * Whether the letters show an acronym wherever they stand: not "PM", "IV" and "J.R.", which are one
 * only where the text says so.
 */
bool clausary_short_form_usual(const clausary_cues *cues, clausary_slice form);

/** Whether the stop after token `last`, before token `end`, belongs to it, as in "W.O.G.". */
bool clausary_short_form_has_stop(const clausary_mining *mining, size_t last, size_t end);

/** Whether a form is fit to be paired although its letters alone do not show an acronym, such as
 * "fps". */
bool clausary_short_form_plausible(clausary_slice form);

/** Cover the short forms in tokens `first` to `end`: they are not mentioned by themselves. */
void clausary_short_form_cover(clausary_mining *mining, size_t first, size_t end);

#endif
