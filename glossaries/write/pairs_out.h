/* Tab-separated pairs of two languages, one a line, no head. */
#ifndef CLAUSARY_WRITE_PAIRS_OUT_H
#define CLAUSARY_WRITE_PAIRS_OUT_H

#include "write/writer.h"

/* What stands on a line beside the two forms. */
typedef enum clausary_pair_layout {
	CLAUSARY_PAIRS_PLAIN,   /* nothing; every source form once, with what it first stands for */
	CLAUSARY_PAIRS_COMMENT, /* the clause */
	CLAUSARY_PAIRS_UTX      /* part of speech, status and concept; a head before all */
} clausary_pair_layout;

/**
 * Write the pairs of the languages that `results` names, else of the first two.
 *
 * Fails: CLAUSARY_EUSAGE a language has no term, CLAUSARY_EINVALID there are no two languages.
 */
clausary_status clausary_pairs_write(clausary_sink *to, clausary_context *context,
                                     const clausary_results *results, clausary_pair_layout layout);

#endif
