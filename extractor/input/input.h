/* Which readers there are, and which one takes a file. */
#ifndef CLAUSARY_INPUT_INPUT_H
#define CLAUSARY_INPUT_INPUT_H

#include "input/reader.h"

/** Reader `index` in the order of the list; NULL past the end. Owner: static. */
const clausary_reader *clausary_reader_at(size_t index);

/** The reader called `name`, or NULL. Owner: static. */
const clausary_reader *clausary_reader_named(const char *name);

/**
 * The reader that bids highest on `bytes`; the first of the list where two bid the same.
 *
 * Owner: static. Fails: CLAUSARY_EFORMAT, with what the file is and what to do where that is known.
 */
clausary_status clausary_reader_choose(const clausary_reader **out, clausary_context *context,
                                       clausary_slice bytes);

/** What a file of a format that no reader takes is. */
typedef struct clausary_foreign {
	const char *what;   /* "a PDF" */
	const char *remedy; /* what to do; NULL where nothing helps */
} clausary_foreign;

/** Recognize a format that no reader takes, by its first bytes; `what` is NULL for none. Owner:
 * static. */
clausary_foreign clausary_foreign_format(clausary_slice bytes);

#endif
