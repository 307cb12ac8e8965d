/* Where results go: a file that is replaced only when everything is done, or a stream written as it
 * comes. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "inputs.h"

typedef struct cli_output {
	int file; /* -1: not open */
	bool owned;
	int cause;       /* errno of the first failure, or 0 */
	char *name;      /* printable, for messages */
	char *target;    /* of an output that is replaced: its path; else NULL */
	char *temporary; /* … and the file that is written meanwhile */
	cli_text buffer;
} cli_output;

/** Ignore nothing, lose nothing: remove the temporary file when a signal ends the program; call
 * once. */
void cli_output_guard(void);

/**
 * Open `path`; NULL or "-": standard output. /dev/stdout, pipes, devices and the like are written
 * directly.
 *
 * Owner: caller ends it with cli_output_commit() or cli_output_drop().
 * Fails: returns false after an error; also when the output is one of the inputs.
 */
bool cli_output_open(cli_output *output, const char *path, const cli_inputs *inputs,
                     cli_report *report);

/** Whether what is written to `path` becomes a regular file: not standard output, nor a device. */
bool cli_output_is_file(const char *path);

/** A clausary_write_function; the payload is a cli_output. */
clausary_status cli_output_write(void *payload, const char *data, size_t size);

/** Write what is buffered. Fails: returns false; `cause` says why. */
bool cli_output_flush(cli_output *output);

/** Finish: sync and put the file in its place. Fails: returns false after an error; nothing is
 * left. */
bool cli_output_commit(cli_output *output, cli_report *report);

/** Give up: nothing is left. */
void cli_output_drop(cli_output *output);

/** Make every folder on the way to `path`. Fails: returns false after an error. */
bool cli_output_make_folders(const char *path, cli_report *report);

#endif
