/* Tab-separated pairs of two languages, one a line, no head. */
#ifndef CLAUSARY_WRITE_PAIRS_OUT_H
#define CLAUSARY_WRITE_PAIRS_OUT_H

#include "write/writer.h"

/**
 * Write the pairs of the languages that `results` names, else of the first two. With `comment` the
 * clause stands in a third field; without, every source form is written once, with what it first
 * stands for.
 *
 * Fails: CLAUSARY_EUSAGE a language has no term, CLAUSARY_EINVALID there are no two languages.
 */
clausary_status clausary_pairs_write(clausary_sink *to, clausary_context *context,
                                     const clausary_results *results, bool comment);

#endif
