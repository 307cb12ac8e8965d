/* What a reader gives: read_<name>.c defines `const clausary_reader clausary_reader_<name>`. */
#ifndef CLAUSARY_INPUT_READER_H
#define CLAUSARY_INPUT_READER_H

#include "document/builder.h"

typedef struct clausary_reader {
	const char *name;  /* "docx" */
	const char *label; /* "Word document (Office Open XML)" */

	/** How sure the reader is that `bytes` is its format: 0 no, 1 to 100. Looks at no more than
	 * 64 KiB at the front (and the end, for archives); never allocates. */
	int (*bid)(clausary_slice bytes);

	/**
	 * Push the document through the builder. `bytes` is the whole file.
	 *
	 * Fails: with clausary_context_fail() where nothing can be read; whatever was pushed is
	 * dropped. Damage that leaves something readable is a diagnostic and CLAUSARY_OK.
	 */
	clausary_status (*read)(clausary_builder *builder, clausary_slice bytes,
	                        const clausary_read_options *options);
} clausary_reader;

#endif
