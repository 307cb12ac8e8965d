/* Words of a locale at the start of a text, with a place for a number where the language writes one
 * inside: "Annex", "taking note of", "{number}. \u00a7". */
#ifndef CLAUSARY_DOCUMENT_PATTERN_H
#define CLAUSARY_DOCUMENT_PATTERN_H

#include "base/fold.h"

/* How patterns are folded: copies and conversions lose accents, and titles are spaced out. */
#define CLAUSARY_PATTERN_FOLDING (CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS | CLAUSARY_FOLD_SPACING)

/**
 * The bytes that `pattern`, folded with CLAUSARY_PATTERN_FOLDING, takes at the
 * start of `text`; 0 when `text` does not start so. The last word must end there, unless its script
 * does not show where words end. `*number` is what stands for "{number}", empty where the pattern
 * has none.
 */
size_t clausary_pattern_match(clausary_slice pattern, clausary_slice text, clausary_slice *number);

/** "{…}" in a pattern stands for any words. */
#define CLAUSARY_PATTERN_HOLE CLAUSARY_SLICE("{\xe2\x80\xa6}")

/** Whether `pattern`, which may have holes, is a beginning of `text`; both are folded. */
bool clausary_pattern_begins(clausary_slice pattern, clausary_slice text);

#endif
