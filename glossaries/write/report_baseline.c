/* The issues as they are, for `--baseline` of later checks: document, rule, clause and form of
 * each, parted by tabs, in a file that people can read and version control can compare (known.h).
 */
#include "verify/known.h"
#include "write/report.h"

static void
write_baseline(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
               const clausary_report_options *options)
{
	clausary_buffer line = {0};
	(void)context;
	for (size_t i = 0; i < issues->items.count; i++) {
		const clausary_issue *issue = &issues->items.items[i];
		if (issue->state == CLAUSARY_ISSUE_SUPPRESSED || issue->level < options->least)
			continue;
		line.size = 0;
		clausary_known_line(&line, issues, issue);
		clausary_buffer_add_byte(&line, '\n');
		clausary_sink_put(to, clausary_buffer_slice(&line));
	}
	clausary_buffer_finish(&line);
}

const clausary_report_writer clausary_report_baseline = {
        .name = "baseline",
        .label = "Issues as they are now, for --baseline",
        .suffix = "tsv",
        .write = write_baseline,
};
