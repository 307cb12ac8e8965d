/* Issues as JUnit XML, for build servers: a suite for each document, a case for each issue. An
 * error or a warning is a failure, a note what the case prints; what is known from before or
 * suppressed is skipped. A document without any is one case that passes. */
#include "write/report.h"
#include "write/xml_out.h"

/* What XML allows of a text (XML 1.0, Char): control characters become blanks. */
static clausary_slice
clean(clausary_buffer *to, clausary_slice text)
{
	to->size = 0;
	clausary_buffer_add(to, text);
	for (size_t i = 0; i < to->size; i++) {
		unsigned char c = (unsigned char)to->data[i];
		bool noncharacter = c == 0xef && i + 2 < to->size
		                    && (unsigned char)to->data[i + 1] == 0xbf
		                    && (unsigned char)to->data[i + 2] >= 0xbe;
		if (noncharacter)
			to->data[i + 2] = (char)0xbd; /* U+FFFD */
		else if (c < ' ')
			to->data[i] = ' ';
	}
	return clausary_buffer_slice(to);
}

typedef struct junit {
	clausary_xml xml;
	const clausary_issues *issues;
	const clausary_report_options *options;
	clausary_buffer text, line;
} junit;

static void
put_attribute(junit *j, const char *name, clausary_slice value)
{
	clausary_xml_add_attribute(&j->xml, name, clean(&j->text, value));
}

static void
put_count(junit *j, const char *name, size_t count)
{
	j->line.size = 0;
	clausary_buffer_add_number(&j->line, (uint32_t)count);
	put_attribute(j, name, clausary_buffer_slice(&j->line));
}

/* "notice.txt:5:12: sentence (clause, notice.txt:7:1). What to do." */
static clausary_slice
describe(junit *j, const clausary_issue *issue)
{
	j->line.size = 0;
	clausary_report_add_place(&j->line, j->issues, j->options, &issue->place, NULL);
	clausary_buffer_add(&j->line, CLAUSARY_SLICE(": "));
	clausary_buffer_add(&j->line, issue->message);
	clausary_report_add_other(&j->line, j->issues, j->options, issue);
	clausary_buffer_add(&j->line, CLAUSARY_SLICE(". "));
	clausary_buffer_add(&j->line, clausary_slice_of(issue->rule->advice));
	return clausary_buffer_slice(&j->line);
}

static void
put_outcome(junit *j, const clausary_issue *issue)
{
	clausary_slice level = clausary_slice_of(clausary_report_level(issue->level));
	if (issue->state != CLAUSARY_ISSUE_NEW) {
		clausary_xml_begin(&j->xml, "skipped");
		put_attribute(j, "message", issue->reason.size ? issue->reason : issue->message);
		clausary_xml_text(&j->xml, "skipped", CLAUSARY_SLICE(""));
	} else if (issue->level == CLAUSARY_NOTE) {
		clausary_xml_begin(&j->xml, "system-out");
		clausary_xml_text(&j->xml, "system-out", clean(&j->text, describe(j, issue)));
	} else {
		clausary_xml_begin(&j->xml, "failure");
		put_attribute(j, "message", issue->message);
		put_attribute(j, "type", level);
		clausary_xml_text(&j->xml, "failure", clean(&j->text, describe(j, issue)));
	}
}

static void
put_case(junit *j, const clausary_issue *issue)
{
	clausary_slice clause = clausary_report_key(j->issues, &issue->place);
	clausary_xml_begin(&j->xml, "testcase");
	put_attribute(j, "classname", clause.size ? clause : CLAUSARY_SLICE("-"));
	j->line.size = 0;
	clausary_buffer_print(&j->line, "%s %s: %.*s", issue->rule->id, issue->rule->name,
	                      (int)issue->form.size, issue->form.data);
	put_attribute(j, "name", clausary_buffer_slice(&j->line));
	put_outcome(j, issue);
	clausary_xml_end(&j->xml, "testcase");
}

/* The issues of one document, which stand together from `first` on. Returns the next one. */
static size_t
put_suite(junit *j, uint32_t document, size_t first)
{
	const clausary_issue *items = j->issues->items.items;
	const clausary_location place = {.document = document};
	size_t end = first, cases = 0, failures = 0, skipped = 0;
	for (; end < j->issues->items.count && items[end].place.document == document; end++) {
		bool shown = items[end].level >= j->options->least;
		bool is_new = items[end].state == CLAUSARY_ISSUE_NEW;
		cases += shown;
		skipped += shown && !is_new;
		failures += shown && is_new && items[end].level > CLAUSARY_NOTE;
	}
	clausary_xml_begin(&j->xml, "testsuite");
	put_attribute(j, "name",
	              clausary_slice_of(clausary_report_path(j->issues, j->options, &place)));
	put_count(j, "tests", cases ? cases : 1);
	put_count(j, "failures", failures);
	put_count(j, "skipped", skipped);
	for (size_t i = first; i < end; i++)
		if (items[i].level >= j->options->least)
			put_case(j, &items[i]);
	if (cases == 0) {
		clausary_xml_begin(&j->xml, "testcase");
		put_attribute(j, "classname", CLAUSARY_SLICE("-"));
		put_attribute(j, "name", CLAUSARY_SLICE("clausary check"));
		clausary_xml_text(&j->xml, "testcase", CLAUSARY_SLICE(""));
	}
	clausary_xml_end(&j->xml, "testsuite");
	return end;
}

static void
write_junit(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
            const clausary_report_options *options)
{
	junit j = {.xml = {.sink = to}, .issues = issues, .options = options};
	size_t next = 0;
	(void)context;
	clausary_xml_declaration(&j.xml);
	clausary_xml_begin(&j.xml, "testsuites");
	clausary_xml_add_attribute(&j.xml, "name", CLAUSARY_SLICE("clausary check"));
	for (size_t i = 0; i < issues->document_count; i++)
		next = put_suite(&j, (uint32_t)i, next);
	clausary_xml_end(&j.xml, "testsuites");
	clausary_sink_literal(to, "\n");
	clausary_buffer_finish(&j.text);
	clausary_buffer_finish(&j.line);
}

const clausary_report_writer clausary_report_junit = {
        .name = "junit",
        .label = "JUnit XML, for build servers",
        .suffix = "xml",
        .write = write_junit,
};
