/* What a report of issues gives: report_<name>.c defines `const clausary_report_writer
 * clausary_report_<name>`. */
#ifndef CLAUSARY_WRITE_REPORT_H
#define CLAUSARY_WRITE_REPORT_H

#include "verify/check.h"
#include "write/sink.h"

typedef struct clausary_report_writer {
	const char *name;   /* "sarif" */
	const char *label;  /* for people */
	const char *suffix; /* of files */

	/** Write all issues; a failed output is remembered by the sink. */
	void (*write)(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
	              const clausary_report_options *options);
} clausary_report_writer;

/** The reports of this build, in a fixed order; the first is the default. Fails: NULL past the end.
 */
const clausary_report_writer *clausary_report_at(size_t index);

/** The document that a place is in. Owner: its maker. */
static inline const clausary_document *
clausary_report_document(const clausary_issues *issues, const clausary_location *place)
{
	return issues->findings[place->document]->document;
}

/** Where the document of a place is, as the options have it; else its name. Owner: its maker. */
const char *clausary_report_path(const clausary_issues *issues,
                                 const clausary_report_options *options,
                                 const clausary_location *place);

/** Whether places in the document are counted in paragraphs, as in Word, and not in lines. */
bool clausary_report_in_paragraphs(const clausary_document *document);

/** What people call the clause of a place, such as "recalling a)"; its key where it has no label.
 * Owner: the document. */
clausary_slice clausary_report_clause(const clausary_issues *issues,
                                      const clausary_location *place);

/** The key of the clause of a place, or "". Owner: the document. */
clausary_slice clausary_report_key(const clausary_issues *issues, const clausary_location *place);

/** Add a place as editors of text follow it: "notice.txt:5:12" or "notice.docx ¶5"; without the
 * name where it is that of `beside`, which may be NULL. */
void clausary_report_add_place(clausary_buffer *to, const clausary_issues *issues,
                               const clausary_report_options *options,
                               const clausary_location *place, const clausary_location *beside);

/** Add the other place of an issue, where there are two: " (A.3, notice.fr.txt:66:1)". */
void clausary_report_add_other(clausary_buffer *to, const clausary_issues *issues,
                               const clausary_report_options *options, const clausary_issue *issue);

/** "note", "warning", "error". Owner: static. */
const char *clausary_report_level(clausary_level level);

#endif
