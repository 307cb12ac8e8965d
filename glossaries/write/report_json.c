/* Issues as JSON for programs: everything that is known of each, spans in code points. */
#include "write/json_out.h"
#include "write/report.h"

static void
put_place(clausary_json *json, const char *name, const clausary_issues *issues,
          const clausary_location *place)
{
	const clausary_document *document;
	if (place->document == CLAUSARY_NONE)
		return;
	document = clausary_report_document(issues, place);
	clausary_json_open(json, name, '{');
	clausary_json_string(json, "document", clausary_slice_of(document->name));
	clausary_json_optional(json, "clause", clausary_report_key(issues, place));
	clausary_json_optional(json, "label", clausary_report_clause(issues, place));
	if (place->line)
		clausary_json_number(json,
		                     clausary_report_in_paragraphs(document) ? "paragraph" : "line",
		                     place->line);
	if (place->column)
		clausary_json_number(json, "column", place->column);
	clausary_json_open(json, "span", '[');
	clausary_json_number(json, NULL,
	                     clausary_document_code_points(document, place->span.start));
	clausary_json_number(json, NULL, clausary_document_code_points(document, place->span.end));
	clausary_json_close(json, ']');
	clausary_json_close(json, '}');
}

static void
put_issue(clausary_json *json, const clausary_issues *issues, const clausary_issue *issue)
{
	static const char *const STATES[] = {"new", "known", "suppressed"};
	clausary_json_open(json, NULL, '{');
	clausary_json_string(json, "rule", clausary_slice_of(issue->rule->id));
	clausary_json_string(json, "name", clausary_slice_of(issue->rule->name));
	clausary_json_string(json, "level", clausary_slice_of(clausary_report_level(issue->level)));
	clausary_json_string(json, "state", clausary_slice_of(STATES[issue->state]));
	clausary_json_optional(json, "reason", issue->reason);
	clausary_json_string(json, "form", issue->form);
	clausary_json_string(json, "message", issue->message);
	clausary_json_string(json, "advice", clausary_slice_of(issue->rule->advice));
	put_place(json, "place", issues, &issue->place);
	put_place(json, "other", issues, &issue->other);
	if (issue->mends)
		clausary_json_string(json, "edit", issue->edit);
	clausary_json_close(json, '}');
	clausary_sink_literal(json->sink, "\n");
}

static void
write_json(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
           const clausary_report_options *options)
{
	clausary_json json = {.sink = to};
	(void)context;
	clausary_json_open(&json, NULL, '{');
	clausary_json_open(&json, "issues", '[');
	clausary_sink_literal(to, "\n");
	for (size_t i = 0; i < issues->items.count; i++)
		if (issues->items.items[i].level >= options->least)
			put_issue(&json, issues, &issues->items.items[i]);
	clausary_json_close(&json, ']');
	clausary_json_close(&json, '}');
	clausary_sink_literal(to, "\n");
}

const clausary_report_writer clausary_report_json = {
        .name = "json",
        .label = "JSON, for programs",
        .suffix = "json",
        .write = write_json,
};
