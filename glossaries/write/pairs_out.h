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
 * The two languages that `results` names, else the first two of the termbase. Owner: the termbase.
 *
 * Fails: CLAUSARY_EUSAGE a language has no term, or there are no two languages.
 */
clausary_status clausary_pairs_languages(clausary_slice *languages, clausary_context *context,
                                         const clausary_results *results);

/**
 * Write the pairs of these languages. Fails: as clausary_pairs_languages().
 */
clausary_status clausary_pairs_write(clausary_sink *to, clausary_context *context,
                                     const clausary_results *results, clausary_pair_layout layout);

#endif
