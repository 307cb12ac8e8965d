/* Termbases as inputs: read one, piece by piece. */
#ifndef CLI_TERMBASE_H
#define CLI_TERMBASE_H

#include "output.h"
#include "setup.h"

/**
 * Read a termbase; what is odd in it is told by `report`.
 *
 * Owner: caller frees `*out`. Fails: returns false after an error.
 */
bool cli_termbase_read(clausary_termbase **out, clausary_context *context, const cli_input *input,
                       const clausary_termbase_read_options *options, cli_report *report);

/** Write `results` to `path`, all or nothing; returns an exit status, after an error where it
 * fails.
 */
int cli_termbase_write(clausary_context *context, const char *writer,
                       const clausary_results *results, const char *path, const cli_inputs *inputs,
                       cli_report *report);

/** Where what a run made is kept beside a termbase: its path with ".generated". Owner: caller frees
 * it. */
char *cli_record_path(const char *path);

/** Keep beside the termbase at `path` what a run made; returns an exit status, after an error where
 * it fails. */
int cli_record_write(clausary_context *context, const clausary_termbase *made, const char *path,
                     cli_report *report);

#endif
