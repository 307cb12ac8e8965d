/* How wide text is on a terminal, and cutting it to a width. */
#ifndef CLAUSARY_WRITE_WIDTH_H
#define CLAUSARY_WRITE_WIDTH_H

#include "write/sink.h"

/** The columns that `text` takes: wide characters two, marks and invisible ones none. */
size_t clausary_width(clausary_slice text);

/**
 * Write `text` in exactly `columns` columns, padded with blanks (not when `last`), cut with an
 * ellipsis where it is too long. Line feeds become blanks.
 */
void clausary_width_put(clausary_sink *to, clausary_slice text, size_t columns, bool last);

#endif
