/* Issues for people: under the name of each clause a line an issue, in the form that editors of
 * text follow by a click: path:line:column. A place in a Word file is a paragraph. */
#include "write/report.h"

typedef struct text {
	clausary_sink *to;
	clausary_context *context;
	const clausary_issues *issues;
	const clausary_report_options *options;
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

/* "notice.txt:5:12" or "notice.docx ¶5"; without the name where it is that of `beside`. */
static void
put_place(text *t, const clausary_location *place, const clausary_location *beside)
{
	const clausary_document *document = clausary_report_document(t->issues, place);
	bool paragraphs = clausary_report_in_paragraphs(document);
	bool named = !beside || beside->document != place->document;
	if (named)
		clausary_sink_put(t->to, clausary_slice_of(clausary_report_path(
		                                 t->issues, t->options, place)));
	if (place->line == 0)
		return;
	if (paragraphs)
		clausary_sink_put(t->to,
		                  named ? CLAUSARY_SLICE(" \u00b6") : CLAUSARY_SLICE("\u00b6"));
	else if (named)
		clausary_sink_put_byte(t->to, ':');
	clausary_sink_number(t->to, place->line);
	if (paragraphs || place->column == 0)
		return;
	clausary_sink_put_byte(t->to, ':');
	clausary_sink_number(t->to, place->column);
}

static void
put_other(text *t, const clausary_issue *issue)
{
	clausary_slice clause = clausary_report_clause(t->issues, &issue->other);
	clausary_sink_literal(t->to, " (");
	clausary_sink_put(t->to, clause);
	if (clause.size)
		clausary_sink_literal(t->to, ", ");
	put_place(t, &issue->other, &issue->place);
	clausary_sink_put_byte(t->to, ')');
}

static void
put_issue(text *t, const clausary_issue *issue)
{
	static const char *const COLOURS[] = {"\033[36m", "\033[33m", "\033[31m"};
	clausary_sink_literal(t->to, "  ");
	put_place(t, &issue->place, NULL);
	clausary_sink_literal(t->to, ": ");
	put_colour(t, COLOURS[issue->level]);
	put_message(t, clausary_report_level(issue->level));
	put_colour(t, "\033[0m");
	clausary_sink_literal(t->to, ": ");
	clausary_sink_put(t->to, issue->sentence);
	if (issue->other.document != CLAUSARY_NONE)
		put_other(t, issue);
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
}

const clausary_report_writer clausary_report_text = {
        .name = "text",
        .label = "Lines for reading, grouped by clause",
        .suffix = "txt",
        .write = write_text,
};
