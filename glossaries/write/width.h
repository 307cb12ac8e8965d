/* How wide text is on a terminal, and cutting it to a width. */
#ifndef CLAUSARY_WRITE_WIDTH_H
#define CLAUSARY_WRITE_WIDTH_H

#include "write/sink.h"

/** The columns that `text` takes: a cluster takes what its first character takes, wide ones two. */
size_t clausary_width(clausary_slice text);

#define CLAUSARY_WIDTH_LAST 1u /* nothing follows in the row: no blanks behind the text */
#define CLAUSARY_WIDTH_ISOLATE                                                                     \
	2u /* text with letters that run from right to left stands between                         \
	      U+2068 and U+2069, so that it does not turn its neighbours */

/**
 * Write `text` in exactly `columns` columns, padded with blanks, cut with an ellipsis where it is
 * too long. Line feeds become blanks. `how`: CLAUSARY_WIDTH_….
 */
void clausary_width_put(clausary_sink *to, clausary_slice text, size_t columns, unsigned how);

#endif
