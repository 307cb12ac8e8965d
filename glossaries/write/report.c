/* clausary_write_issues(): the list of reports of this build, and what they share. */
#include "write/report.h"

#include <stdlib.h>

#define CLAUSARY_REPORT(name) extern const clausary_report_writer clausary_report_##name;
#include "write/reports.def"
#undef CLAUSARY_REPORT

static const clausary_report_writer *const REPORTS[] = {
#define CLAUSARY_REPORT(name) &clausary_report_##name,
#include "write/reports.def"
#undef CLAUSARY_REPORT
};

const clausary_report_writer *
clausary_report_at(size_t index)
{
	return index < sizeof REPORTS / sizeof REPORTS[0] ? REPORTS[index] : NULL;
}

/* The report with this name; NULL as a name means the default. */
static const clausary_report_writer *
report_named(const char *name)
{
	const clausary_report_writer *writer = clausary_report_at(0);
	for (size_t i = 0; name && (writer = clausary_report_at(i)); i++)
		if (strcmp(writer->name, name) == 0)
			break;
	return writer;
}

const char *
clausary_report_suffix(const char *report)
{
	const clausary_report_writer *writer = report_named(report);
	return writer ? writer->suffix : NULL;
}

const char *
clausary_report_path(const clausary_issues *issues, const clausary_report_options *options,
                     const clausary_location *place)
{
	return options->paths ? options->paths[place->document]
	                      : clausary_report_document(issues, place)->name;
}

bool
clausary_report_in_paragraphs(const clausary_document *document)
{
	return strcmp(document->format, "docx") == 0;
}

clausary_slice
clausary_report_key(const clausary_issues *issues, const clausary_location *place)
{
	if (place->document == CLAUSARY_NONE || place->clause == CLAUSARY_NONE)
		return CLAUSARY_SLICE("");
	return clausary_report_document(issues, place)->clauses.items[place->clause].key;
}

clausary_slice
clausary_report_clause(const clausary_issues *issues, const clausary_location *place)
{
	clausary_slice key = clausary_report_key(issues, place);
	if (key.size == 0)
		return key;
	clausary_slice label =
	        clausary_report_document(issues, place)->clauses.items[place->clause].label;
	return label.size ? label : key;
}

void
clausary_report_add_place(clausary_buffer *to, const clausary_issues *issues,
                          const clausary_report_options *options, const clausary_location *place,
                          const clausary_location *beside)
{
	bool paragraphs = clausary_report_in_paragraphs(clausary_report_document(issues, place));
	bool named = !beside || beside->document != place->document;
	if (named)
		clausary_buffer_add(
		        to, clausary_slice_of(clausary_report_path(issues, options, place)));
	if (place->line == 0)
		return;
	if (paragraphs)
		clausary_buffer_add(to,
		                    named ? CLAUSARY_SLICE(" \u00b6") : CLAUSARY_SLICE("\u00b6"));
	else if (named)
		clausary_buffer_add_byte(to, ':');
	clausary_buffer_add_number(to, place->line);
	if (paragraphs || place->column == 0)
		return;
	clausary_buffer_add_byte(to, ':');
	clausary_buffer_add_number(to, place->column);
}

void
clausary_report_add_other(clausary_buffer *to, const clausary_issues *issues,
                          const clausary_report_options *options, const clausary_issue *issue)
{
	if (issue->other.document == CLAUSARY_NONE)
		return;
	clausary_slice clause = clausary_report_clause(issues, &issue->other);
	clausary_buffer_add(to, CLAUSARY_SLICE(" ("));
	clausary_buffer_add(to, clause);
	if (clause.size)
		clausary_buffer_add(to, CLAUSARY_SLICE(", "));
	clausary_report_add_place(to, issues, options, &issue->other, &issue->place);
	clausary_buffer_add_byte(to, ')');
}

const char *
clausary_report_level(clausary_level level)
{
	static const char *const NAMES[] = {"note", "warning", "error"};
	return NAMES[level];
}

clausary_status
clausary_write_issues(clausary_context *context, const clausary_output *output, const char *report,
                      const clausary_issues *issues, const clausary_report_options *options)
{
	static const clausary_report_options DEFAULTS = {0};
	const clausary_report_writer *writer = report_named(report);
	if (writer == NULL)
		return clausary_context_fail(context, CLAUSARY_EUSAGE,
		                             "no report '%s': see `clausary list reports`", report);
	clausary_sink *sink = clausary_sink_new(output);
	writer->write(sink, context, issues, options ? options : &DEFAULTS);
	clausary_status status = clausary_sink_flush(sink);
	if (status != CLAUSARY_OK)
		clausary_context_fail(context, status, "the output takes no more bytes");
	free(sink);
	return status;
}
