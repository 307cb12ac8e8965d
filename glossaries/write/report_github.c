/* Issues as workflow commands of GitHub Actions, which show them beside the lines of a change:
 * `::error file=…,line=…,col=…,title=…::message` (docs.github.com, "Workflow commands"). */
#include "write/report.h"

/* Percent signs and line ends are escaped; in a property also what ends it. */
static void
put_escaped(clausary_sink *to, clausary_slice text, bool property)
{
	for (size_t i = 0; i < text.size; i++) {
		char c = text.data[i];
		if (c == '%')
			clausary_sink_literal(to, "%25");
		else if (c == '\r')
			clausary_sink_literal(to, "%0D");
		else if (c == '\n')
			clausary_sink_literal(to, "%0A");
		else if (c == ':' && property)
			clausary_sink_literal(to, "%3A");
		else if (c == ',' && property)
			clausary_sink_literal(to, "%2C");
		else
			clausary_sink_put_byte(to, c);
	}
}

static void
put_place(clausary_sink *to, const clausary_issues *issues, const clausary_location *place)
{
	if (place->line == 0
	    || clausary_report_in_paragraphs(clausary_report_document(issues, place)))
		return;
	clausary_sink_literal(to, ",line=");
	clausary_sink_number(to, place->line);
	if (place->column == 0)
		return;
	clausary_sink_literal(to, ",col=");
	clausary_sink_number(to, place->column);
}

static void
put_issue(clausary_sink *to, const clausary_issues *issues, const clausary_report_options *options,
          const clausary_issue *issue)
{
	static const char *const COMMANDS[] = {
	        "::notice file=", "::warning file=", "::error file="};
	clausary_slice clause = clausary_report_clause(issues, &issue->place);
	clausary_sink_put(to, clausary_slice_of(COMMANDS[issue->level]));
	put_escaped(to, clausary_slice_of(clausary_report_path(issues, options, &issue->place)),
	            true);
	put_place(to, issues, &issue->place);
	clausary_sink_literal(to, ",title=");
	put_escaped(to, clausary_slice_of(issue->rule->id), true);
	clausary_sink_put_byte(to, ' ');
	put_escaped(to, clause, true);
	clausary_sink_literal(to, "::");
	put_escaped(to, issue->message, false);
	clausary_buffer other = {0};
	clausary_report_add_other(&other, issues, options, issue);
	put_escaped(to, clausary_buffer_slice(&other), false);
	clausary_buffer_finish(&other);
	clausary_sink_put_byte(to, '\n');
}

static void
write_github(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
             const clausary_report_options *options)
{
	(void)context;
	for (size_t i = 0; i < issues->items.count; i++) {
		const clausary_issue *issue = &issues->items.items[i];
		if (issue->state == CLAUSARY_ISSUE_NEW && issue->level >= options->least)
			put_issue(to, issues, options, issue);
	}
}

const clausary_report_writer clausary_report_github = {
        .name = "github",
        .label = "Annotations of GitHub Actions",
        .suffix = "txt",
        .write = write_github,
};
