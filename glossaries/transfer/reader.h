/* What a reader of termbases gives: read_<name>.c defines `const clausary_termbase_reader
 * clausary_termbase_reader_<name>`. Readers say what they see to the filling; they decide nothing
 * about the model. */
#ifndef CLAUSARY_TRANSFER_READER_H
#define CLAUSARY_TRANSFER_READER_H

#include "transfer/filling.h"

enum { CLAUSARY_TERMBASE_HEAD = 8192 }; /* bytes that a bid may look at */

typedef struct clausary_reading {
	clausary_filling filling;
	clausary_context *context;
	const char *name;            /* of the file, for messages */
	const clausary_input *input; /* from the first byte on */
	const clausary_termbase_read_options *options;
} clausary_reading;

typedef struct clausary_termbase_reader {
	const char *name;  /* "tbx" */
	const char *label; /* "TermBase eXchange v2 and v3, …" */

	/** How sure it is that these first bytes are its own: 0 no, to 100 surely. */
	unsigned (*bid)(clausary_slice head);

	/** Fill `reading->filling`. Fails: EIO, EFORMAT, ELIMIT by clausary_context_fail(). */
	clausary_status (*read)(clausary_reading *reading);
} clausary_termbase_reader;

/** The readers of this build, in a fixed order. Fails: NULL past the end. */
const clausary_termbase_reader *clausary_termbase_reader_at(size_t index);

/** Whether `head` is XML whose first element has this local name, or (NULL) any. */
bool clausary_head_is_xml(clausary_slice head, const char *root);

/** Say why XML could not be read. Returns the fault's status. */
struct clausary_markup_fault;
clausary_status clausary_reading_fail(clausary_reading *reading,
                                      const struct clausary_markup_fault *fault);

#endif
