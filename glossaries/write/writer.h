/* What a writer gives: write_<name>.c defines `const clausary_writer clausary_writer_<name>`.
 * Writers walk what they are given; they never search and never decide what is a finding. */
#ifndef CLAUSARY_WRITE_WRITER_H
#define CLAUSARY_WRITE_WRITER_H

#include "mining/finding.h"
#include "termbase/termbase.h"
#include "write/sink.h"

#define CLAUSARY_NEEDS_TERMBASE 1u
#define CLAUSARY_NEEDS_FINDINGS 2u
#define CLAUSARY_NEEDS_PAIR 4u /* two languages: one file for every two */

typedef struct clausary_writer {
	const char *name;   /* "tbx" */
	const char *label;  /* "TermBase eXchange v3, TBX-Basic, DCA" */
	const char *suffix; /* "tbx" */
	unsigned needs;     /* CLAUSARY_NEEDS_… */
	unsigned keeps;     /* CLAUSARY_KEEPS_… (losses.h); 0: it counts what it loses itself */

	/** Write `results`, which has what `needs` says; a termbase is finished (termbase.h) and,
	 * before its first byte is written, checked (verify.h). Fails: CLAUSARY_EINVALID by
	 * clausary_context_fail(); a failed output is remembered by the sink and needs no check
	 * here. */
	clausary_status (*write)(clausary_sink *to, clausary_context *context,
	                         const clausary_results *results);
} clausary_writer;

/** The writers of this build, in a fixed order; the first is the default. Fails: NULL past the end.
 */
const clausary_writer *clausary_writer_at(size_t index);

/** clausary_write(), counting what is lost into `losses`, or nothing where it is NULL. */
struct clausary_losses;
clausary_status clausary_write_counted(clausary_context *context, const clausary_output *output,
                                       const char *name, const clausary_results *results,
                                       struct clausary_losses *losses);

#endif
