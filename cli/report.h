/* What a person is told, on standard error: diagnostics of documents, errors of the command. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include "progress.h"
#include "text.h"

#include <clausary.h>

/** How often a kind of diagnostic was given. */
typedef struct cli_tally {
	struct cli_tally_kind {
		const char *id; /* static */
		clausary_level level;
		size_t count, shown;
	} kinds[64];
	size_t count;
} cli_tally;

/** Diagnostics of one document or of one batch of a stream: collected by one thread, printed by
 * another. Zeros are none. Owner: caller frees with cli_notes_finish(). */
typedef struct cli_notes {
	struct cli_note {
		clausary_level level;
		uint32_t line;
		const char *id; /* static, or NULL */
		char *name, *message;
	} *items;
	size_t count, capacity;
	bool all; /* keep all of a kind, not only the first few */
	cli_tally tally;
} cli_notes;

typedef struct cli_report {
	bool quiet, colour;
	bool all; /* of what is told of termbases nothing is summed up */
	cli_progress progress;
	size_t errors, warnings; /* given so far, those not printed included */
	bool whole_run; /* sum up over the whole run, as a stream needs it, not for each document */
	cli_tally tally; /* of the whole run */
} cli_report;

void cli_report_start(cli_report *report, bool quiet);

/** Tell of an error of the command: `name` may be NULL; `format` as for printf, one line. */
__attribute__((format(printf, 3, 4))) void cli_report_error(cli_report *report, const char *name,
                                                            const char *format, ...);

/** Tell of something that is no error; not when quiet. */
__attribute__((format(printf, 4, 5))) void cli_report_note(cli_report *report, clausary_level level,
                                                           const char *name, const char *format,
                                                           ...);

/** A clausary_diagnostic_sink; the payload is a cli_notes. */
void cli_notes_sink(void *payload, const clausary_diagnostic *diagnostic);

/** Add an error about `name`. */
__attribute__((format(printf, 3, 4))) void cli_notes_error(cli_notes *notes, const char *name,
                                                           const char *format, ...);

/** Print and forget; what was given too often is summed up. `name` is the document's, or NULL. */
void cli_notes_print(cli_notes *notes, cli_report *report, const char *name);

/** Print what a stream gave too often, at its end. */
void cli_report_finish(cli_report *report);

void cli_notes_finish(cli_notes *notes);

#endif
