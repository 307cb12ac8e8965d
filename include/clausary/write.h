/** Writing: termbases, findings and reports, in the formats of others and for people. */
#ifndef CLAUSARY_WRITE_H
#define CLAUSARY_WRITE_H

#include "check.h"
#include "termbase.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Writing */

/** Receives written bytes; returns CLAUSARY_OK or CLAUSARY_EIO. */
typedef clausary_status (*clausary_write_function)(void *payload, const char *data, size_t size);

/** Where a writer writes. */
typedef struct clausary_output {
	clausary_write_function write;
	void *payload;
} clausary_output;

/** What there is to write; a writer takes what it needs. */
typedef struct clausary_results {
	const clausary_termbase *termbase;
	const clausary_findings *const *findings; /**< one for each document */
	size_t findings_count;
	size_t width; /**< columns of the terminal, for the table; 0: no terminal, 100 columns */
	/** The two languages of a writer of pairs; NULL: the first two of the termbase, of
	 * "tbx-flat" all. */
	const char *source_language, *target_language;
} clausary_results;

/**
 * Write results in a format of `clausary list writers`.
 *
 * Fails: CLAUSARY_EUSAGE no such writer or it needs what `results` lacks, CLAUSARY_EINVALID the
 * termbase breaks a rule of the format (the failure names the entry), CLAUSARY_EIO the output
 * refused bytes.
 */
CLAUSARY_API clausary_status clausary_write(clausary_context *context,
                                            const clausary_output *output, const char *writer,
                                            const clausary_results *results);

/** What becomes of a field that a format has no place for. */
typedef enum clausary_loss_kind {
	CLAUSARY_LOSS_NOTE,    /**< it stands in a note, with its name */
	CLAUSARY_LOSS_MOVED,   /**< it stands at another level */
	CLAUSARY_LOSS_CHANGED, /**< its value is another one: what the format has for it */
	CLAUSARY_LOSS_DROPPED  /**< it is not written */
} clausary_loss_kind;

/** How often something that a termbase has does not fit a format. */
typedef struct clausary_loss {
	clausary_slice field; /**< the data category, or the field's name in JSON */
	clausary_loss_kind kind;
	uint32_t count;
} clausary_loss;

/** Receives losses; `payload` is the one given with it. */
typedef void (*clausary_loss_sink)(void *payload, const clausary_loss *loss);

/**
 * Tell what a writer would not keep of a termbase as it is, sorted by field, without writing it.
 *
 * Fails: as clausary_write().
 */
CLAUSARY_API clausary_status clausary_write_losses(clausary_context *context, const char *writer,
                                                   const clausary_results *results,
                                                   clausary_loss_sink sink, void *payload);

/**
 * The suffix of a writer's files, such as "tbx"; NULL where there is no such writer. Owner: static.
 */
CLAUSARY_API const char *clausary_writer_suffix(const char *writer);

/** Nonzero when the writer can write two languages, a file for every two. */
CLAUSARY_API int clausary_writer_pairs(const char *writer);

/** Nonzero when the writer needs only findings, so that each document can be written as it is read.
 */
CLAUSARY_API int clausary_writer_streams(const char *writer);

/** How issues are written; zeros are the defaults. */
typedef struct clausary_report_options {
	int colour;           /**< nonzero: the output is a terminal that shows colours */
	clausary_level least; /**< issues below this level are counted, not shown */
	/** Where each document is, relative to where the report is read; NULL: by their names. */
	const char *const *paths;
	int compared; /**< nonzero: there was a baseline, so that "new" means something */
} clausary_report_options;

/**
 * Write issues as a report of `clausary list reports`: "text" and "html" in the language of
 * the context's messages, or a format for machines, in English.
 *
 * Fails: CLAUSARY_EUSAGE no such report, CLAUSARY_EIO the output refused bytes.
 */
CLAUSARY_API clausary_status clausary_write_issues(clausary_context *context,
                                                   const clausary_output *output,
                                                   const char *report,
                                                   const clausary_issues *issues,
                                                   const clausary_report_options *options);

/**
 * The suffix of a report's files, such as "sarif"; NULL where there is no such report. Owner:
 * static.
 */
CLAUSARY_API const char *clausary_report_suffix(const char *report);

/** # Looking at a stage */

/**
 * Print one stage of one document for people and tests: "text", "blocks", "clauses", "tokens" or
 * "findings".
 *
 * Fails: CLAUSARY_EUSAGE no such stage, CLAUSARY_EIO the output refused bytes.
 */
CLAUSARY_API clausary_status clausary_show(clausary_context *context, const clausary_output *output,
                                           const char *stage, const clausary_document *document);

/**
 * Say to people why findings are findings: the evidence of each, with its weight and in words. With
 * a `form`, only of the pairs and definitions that it is in, and where there are none, why not.
 *
 * Owner: nothing is given out. Fails: what `output` fails with.
 */
CLAUSARY_API clausary_status clausary_explain(clausary_context *context,
                                              const clausary_output *output,
                                              const clausary_findings *findings,
                                              clausary_slice form);

/**
 * Print an alignment for people and tests: a line for each row with its confidence, its reason and
 * the clause's key in each version, then the clauses without a counterpart.
 *
 * Fails: CLAUSARY_EIO the output refused bytes.
 */
CLAUSARY_API clausary_status clausary_show_alignment(clausary_context *context,
                                                     const clausary_output *output,
                                                     const clausary_alignment *alignment);

#ifdef __cplusplus
}
#endif

#endif
