/* Issues as one HTML page without anything from elsewhere: a section a document, a table a clause,
 * and at its end what each rule asks and why. It speaks the language of the messages; a text that
 * runs from right to left keeps its direction (`dir="auto"`). */
#include "base/message.h"
#include "write/report.h"

#include <unicode/uloc.h>

static const char STYLE[] =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:72em;margin:2em auto;padding:0 1em}"
        "h2{border-bottom:1px solid #999}h3{margin-bottom:.2em}"
        "table{border-collapse:collapse;width:100%}td{padding:.2em .6em;vertical-align:top;"
        "border-top:1px solid #ddd}td:first-child,td:nth-child(2){white-space:nowrap;width:1%}"
        ".error{color:#a00}.warning{color:#850}.note{color:#058}"
        ".suppressed,.known{opacity:.6}ins{background:#dfd;text-decoration:none}"
        "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}.error{color:#f88}"
        ".warning{color:#fc8}.note{color:#8cf}ins{background:#253}td{border-color:#333}}";

typedef struct html {
	clausary_sink *to;
	clausary_context *context;
	const clausary_issues *issues;
	const clausary_report_options *options;
} html;

static void
put(html *h, clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++) {
		char c = text.data[i];
		if (c == '&')
			clausary_sink_literal(h->to, "&amp;");
		else if (c == '<')
			clausary_sink_literal(h->to, "&lt;");
		else if (c == '>')
			clausary_sink_literal(h->to, "&gt;");
		else if (c == '"')
			clausary_sink_literal(h->to, "&quot;");
		else if ((unsigned char)c >= ' ' || c == '\n' || c == '\t')
			clausary_sink_put_byte(h->to, c);
	}
}

/* A sentence of ours, in the language of the reader. */
static void
say(html *h, const char *english)
{
	put(h, clausary_slice_of(clausary_message(h->context, english)));
}

static void
put_place(html *h, const clausary_location *place)
{
	bool paragraphs = clausary_report_in_paragraphs(clausary_report_document(h->issues, place));
	if (place->line == 0)
		return;
	if (paragraphs)
		clausary_sink_literal(h->to, "¶");
	clausary_sink_number(h->to, place->line);
	if (paragraphs || place->column == 0)
		return;
	clausary_sink_put_byte(h->to, ':');
	clausary_sink_number(h->to, place->column);
}

static void
put_other(html *h, const clausary_issue *issue)
{
	const clausary_location *other = &issue->other;
	clausary_sink_literal(h->to, " <small>(");
	if (other->document != issue->place.document) {
		put(h, clausary_slice_of(clausary_report_path(h->issues, h->options, other)));
		clausary_sink_literal(h->to, ", ");
	}
	put(h, clausary_report_clause(h->issues, other));
	if (other->line)
		clausary_sink_literal(h->to, ", ");
	put_place(h, other);
	clausary_sink_literal(h->to, ")</small>");
}

static void
put_issue(html *h, const clausary_issue *issue)
{
	static const char *const STATES[] = {"", " known", " suppressed"};
	const char *level = clausary_report_level(issue->level);
	clausary_sink_literal(h->to, "<tr class=\"");
	put(h, clausary_slice_of(level));
	put(h, clausary_slice_of(STATES[issue->state]));
	clausary_sink_literal(h->to, "\"><td>");
	put_place(h, &issue->place);
	clausary_sink_literal(h->to, "</td><td><a href=\"#");
	put(h, clausary_slice_of(issue->rule->id));
	clausary_sink_literal(h->to, "\">");
	put(h, clausary_slice_of(issue->rule->id));
	clausary_sink_literal(h->to, "</a> ");
	say(h, level);
	clausary_sink_literal(h->to, "</td><td dir=\"auto\">");
	put(h, issue->sentence);
	if (issue->other.document != CLAUSARY_NONE)
		put_other(h, issue);
	if (issue->mends && issue->edit.size) {
		clausary_sink_literal(h->to, " → <ins>");
		put(h, issue->edit);
		clausary_sink_literal(h->to, "</ins>");
	}
	if (issue->reason.size) {
		clausary_sink_literal(h->to, " <small>");
		put(h, issue->reason);
		clausary_sink_literal(h->to, "</small>");
	}
	clausary_sink_literal(h->to, "</td></tr>\n");
}

static void
put_clause(html *h, const clausary_location *place)
{
	clausary_sink_literal(h->to, "<h3 dir=\"auto\">");
	put(h, clausary_report_clause(h->issues, place));
	clausary_sink_literal(h->to, "</h3>\n<table>\n");
}

/* The issues of one document, which stand together from `first` on. Returns the next one. */
static size_t
put_document(html *h, uint32_t document, size_t first)
{
	const clausary_location place = {.document = document};
	const clausary_issue *items = h->issues->items.items;
	const clausary_location *last = NULL;
	clausary_sink_literal(h->to, "<h2 dir=\"auto\">");
	put(h, clausary_slice_of(clausary_report_path(h->issues, h->options, &place)));
	clausary_sink_literal(h->to, "</h2>\n");
	for (; first < h->issues->items.count && items[first].place.document == document; first++) {
		if (items[first].level < h->options->least)
			continue;
		if (last == NULL || last->clause != items[first].place.clause) {
			if (last)
				clausary_sink_literal(h->to, "</table>\n");
			put_clause(h, &items[first].place);
		}
		put_issue(h, &items[first]);
		last = &items[first].place;
	}
	if (last) {
		clausary_sink_literal(h->to, "</table>\n");
	} else {
		clausary_sink_literal(h->to, "<p>");
		put(h, clausary_slice_of(clausary_message(h->context, "nothing to report")));
		clausary_sink_literal(h->to, "</p>\n");
	}
	return first;
}

/* What each rule that spoke asks for, and why. */
static void
put_rules(html *h)
{
	const clausary_rule_text *rule;
	clausary_sink_literal(h->to, "<dl>\n");
	for (size_t i = 0; (rule = clausary_rule_text_at(i)) != NULL; i++) {
		size_t at = 0;
		while (at < h->issues->items.count && h->issues->items.items[at].rule != rule)
			at++;
		if (at == h->issues->items.count)
			continue;
		clausary_sink_literal(h->to, "<dt id=\"");
		put(h, clausary_slice_of(rule->id));
		clausary_sink_literal(h->to, "\"><b>");
		put(h, clausary_slice_of(rule->id));
		clausary_sink_literal(h->to, "</b> ");
		say(h, rule->title);
		clausary_sink_literal(h->to, "</dt><dd>");
		say(h, rule->why);
		clausary_sink_put_byte(h->to, ' ');
		say(h, rule->advice);
		clausary_sink_literal(h->to, " <small>");
		put(h, clausary_slice_of(rule->source));
		clausary_sink_literal(h->to, "</small></dd>\n");
	}
	clausary_sink_literal(h->to, "</dl>\n");
}

static void
write_html(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
           const clausary_report_options *options)
{
	html h = {.to = to, .context = context, .issues = issues, .options = options};
	const char *language = context->messages ? context->messages->language : "en";
	size_t next = 0;
	clausary_sink_literal(to, "<!DOCTYPE html>\n<html lang=\"");
	put(&h, clausary_slice_of(language));
	clausary_sink_literal(to, "\" dir=\"");
	clausary_sink_put(to, clausary_slice_of(uloc_isRightToLeft(language) ? "rtl" : "ltr"));
	clausary_sink_literal(to, "\">\n<head><meta charset=\"utf-8\"><title>clausary check</title>"
	                          "<style>");
	clausary_sink_put(to, clausary_slice_of(STYLE));
	clausary_sink_literal(to, "</style></head>\n<body>\n<h1>clausary check</h1>\n");
	for (size_t i = 0; i < issues->document_count; i++)
		next = put_document(&h, (uint32_t)i, next);
	put_rules(&h);
	clausary_sink_literal(to, "</body>\n</html>\n");
}

const clausary_report_writer clausary_report_html = {
        .name = "html",
        .label = "One HTML page, for reading",
        .suffix = "html",
        .write = write_html,
};
