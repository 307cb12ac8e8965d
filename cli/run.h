/* The pipeline: read -> find -> align -> add -> write, for many documents. */
#ifndef CLI_RUN_H
#define CLI_RUN_H

#include "output.h"

typedef struct cli_plan {
	clausary_context *context;
	clausary_read_options reading;
	clausary_find_options finding;
	clausary_termbase_options termbase;
	const char *writer;
	const char *source_language, *target_language; /* of a writer of pairs, or NULL */
	const char *doubts;                            /* file for them, or NULL */
	size_t width;                                  /* of the terminal, or 0 */
	size_t threads;                                /* from 1 */
	size_t limit;                                  /* bytes of one file */
	bool versions; /* all documents are language versions of one */
	cli_inputs *inputs;
	cli_output *output;                /* one output for all documents, or NULL: … */
	const char *folder;                /* … one for each, in this folder; or NULL: … */
	clausary_termbase **termbase_made; /* … the termbase of all is the caller's; NULL where
	                                      nothing could be read */
	const char *record; /* beside which file to keep what was generated, or NULL */
	cli_report *report;

	/* what was done */
	size_t done, failed, concepts;
	bool broken; /* the output failed or a name was wrong: the work stopped */
} cli_plan;

/** What of definitional sentences a writer of findings gets; see clausary_find_options. */
uint32_t cli_sentences(const char *writer);

/** Carry the plan out; the output is committed, or dropped when nothing could be read. */
void cli_run(cli_plan *plan);

#endif
