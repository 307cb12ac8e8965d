/* Bytes to UTF-8: byte order marks, declared character sets, and evidence where neither is there.
 */
#ifndef CLAUSARY_INPUT_ENCODING_H
#define CLAUSARY_INPUT_ENCODING_H

#include "base/buffer.h"
#include "base/context.h"

/* What stands in some bytes, found in one pass. */
typedef struct clausary_survey {
	size_t controls, first_control; /* without tab, line ends and form feed */
	size_t well_formed;             /* bytes of UTF-8 before the first that is none */
	bool high, carriage, page;      /* a byte over 127, a carriage return, a form feed */
} clausary_survey;

typedef struct clausary_decoded {
	clausary_slice
	        text; /* well-formed UTF-8: the given bytes where they were that, else `owned` */
	clausary_buffer
	        owned; /* a byte order mark in UTF-8 stays in the text, so that spans stay true */
	clausary_survey survey; /* of `text` */
} clausary_decoded;

/**
 * Make UTF-8 of `bytes`. What decides, in this order: a byte order mark, well-formed UTF-8, zero
 * bytes that stand as UTF-16 and UTF-32 have them, `declared` (the format's own word, may be
 * empty), mostly well-formed UTF-8 (repaired), ICU's detector. A guess, a repair and control
 * characters are told as diagnostics.
 *
 * Owner: caller frees `*out` with clausary_decoded_finish(), after the last use of `text`; `bytes`
 * may be what `text` points to. Fails: never.
 */
void clausary_decode(clausary_decoded *out, clausary_context *context, const char *name,
                     clausary_slice bytes, clausary_slice declared);

void clausary_decoded_finish(clausary_decoded *decoded);

/**
 * "UTF-16LE", "UTF-32BE" and so on where a byte order mark or the places of zero bytes show it,
 * else NULL. `mark` gets the size of the byte order mark. Looks at the front of `bytes`. Owner:
 * static.
 */
const char *clausary_wide_charset(clausary_slice bytes, size_t *mark);

/** Whether the front of `bytes` can be text in some character set: few control characters and
 * zeros. */
bool clausary_looks_like_text(clausary_slice bytes);

/** Look at every byte once. */
clausary_survey clausary_survey_bytes(clausary_slice bytes);

#endif
