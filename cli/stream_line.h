/* One line of a stream: a document as JSON in, findings as JSON Lines out. */
#ifndef CLI_STREAM_LINE_H
#define CLI_STREAM_LINE_H

#include "report.h"

/** What happens to the documents of a stream. */
typedef struct cli_stream_plan {
	clausary_read_options reading; /* for a document that says nothing else */
	clausary_find_options finding;
	const char *writer;
} cli_stream_plan;

/**
 * Add to `to` the findings of the document that `line` holds, or the error in place of them.
 * `number` is that of the line, from 1.
 *
 * Fails: returns false when an error was added.
 */
bool cli_stream_line(cli_text *to, const cli_stream_plan *plan, clausary_context *context,
                     clausary_slice line, size_t number);

/** Add an error line; `document` may be NULL, as where the line cannot be read. */
void cli_stream_error(cli_text *to, const char *document, size_t number, const char *message);

#endif
