/* Issues for people: under the name of each clause a line an issue, in the form that editors of
 * text follow by a click: path:line:column. A place in a Word file is a paragraph. */
#include "write/report.h"

typedef struct text {
	clausary_sink *to;
	clausary_context *context;
	const clausary_issues *issues;
	const clausary_report_options *options;
	clausary_buffer place;
	bool colour;
	size_t counts[CLAUSARY_ERROR + 1], known, suppressed;
} text;

static void
put_colour(text *t, const char *code)
{
	if (t->colour)
		clausary_sink_put(t->to, clausary_slice_of(code));
}

static void
put_message(text *t, const char *english)
{
	clausary_sink_put(t->to, clausary_slice_of(clausary_message(t->context, english)));
}

static void
put_issue(text *t, const clausary_issue *issue)
{
	static const char *const COLOURS[] = {"\033[36m", "\033[33m", "\033[31m"};
	clausary_buffer *place = &t->place;
	place->size = 0;
	clausary_report_add_place(place, t->issues, t->options, &issue->place, NULL);
	clausary_sink_literal(t->to, "  ");
	clausary_sink_put(t->to, clausary_buffer_slice(place));
	clausary_sink_literal(t->to, ": ");
	put_colour(t, COLOURS[issue->level]);
	put_message(t, clausary_report_level(issue->level));
	put_colour(t, "\033[0m");
	clausary_sink_literal(t->to, ": ");
	clausary_sink_put(t->to, issue->sentence);
	place->size = 0;
	clausary_report_add_other(place, t->issues, t->options, issue);
	clausary_sink_put(t->to, clausary_buffer_slice(place));
	clausary_sink_literal(t->to, " [");
	clausary_sink_put(t->to, clausary_slice_of(issue->rule->id));
	clausary_sink_literal(t->to, "]\n");
}

static void
put_heading(text *t, const clausary_location *place)
{
	put_colour(t, "\033[1m");
	clausary_sink_put(t->to, clausary_report_clause(t->issues, place));
	put_colour(t, "\033[0m");
	clausary_sink_put_byte(t->to, '\n');
}

static void
put_counts(text *t)
{
	clausary_buffer line = {0};
	clausary_buffer_print(
	        &line, clausary_message(t->context, "errors: %zu; warnings: %zu; notes: %zu"),
	        t->counts[CLAUSARY_ERROR], t->counts[CLAUSARY_WARNING], t->counts[CLAUSARY_NOTE]);
	if (t->known)
		clausary_buffer_print(
		        &line, clausary_message(t->context, "; known from before: %zu"), t->known);
	if (t->suppressed)
		clausary_buffer_print(&line, clausary_message(t->context, "; suppressed: %zu"),
		                      t->suppressed);
	clausary_sink_put(t->to, clausary_buffer_slice(&line));
	clausary_sink_put_byte(t->to, '\n');
	clausary_buffer_finish(&line);
}

static void
write_text(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
           const clausary_report_options *options)
{
	text t = {.to = to,
	          .context = context,
	          .issues = issues,
	          .options = options,
	          .colour = options->colour};
	const clausary_location *last = NULL;
	for (size_t i = 0; i < issues->items.count; i++) {
		const clausary_issue *issue = &issues->items.items[i];
		const clausary_location *place = &issue->place;
		t.known += issue->state == CLAUSARY_ISSUE_KNOWN;
		t.suppressed += issue->state == CLAUSARY_ISSUE_SUPPRESSED;
		if (issue->state != CLAUSARY_ISSUE_NEW)
			continue;
		t.counts[issue->level]++;
		if (issue->level < options->least)
			continue;
		if (!last || last->document != place->document || last->clause != place->clause)
			put_heading(&t, place);
		put_issue(&t, issue);
		last = place;
	}
	put_counts(&t);
	clausary_buffer_finish(&t.place);
}

const clausary_report_writer clausary_report_text = {
        .name = "text",
        .label = "Lines for reading, grouped by clause",
        .suffix = "txt",
        .write = write_text,
};
