/* Issues as SARIF 2.1.0 (OASIS): rules with their help, places as regions of lines where the
 * document has lines, clauses as logical locations, second places as related locations, edits as
 * fixes, what was suppressed or known from before as such. Columns count code points. */
#include "write/json_out.h"
#include "write/report.h"

typedef struct sarif {
	clausary_json json;
	const clausary_issues *issues;
	const clausary_report_options *options;
	clausary_buffer uri;
} sarif;

static void
put_text(clausary_json *json, const char *name, clausary_slice text)
{
	clausary_json_open(json, name, '{');
	clausary_json_string(json, "text", text);
	clausary_json_close(json, '}');
}

static void
put_rule(clausary_json *json, const clausary_rule_text *rule)
{
	clausary_json_open(json, NULL, '{');
	clausary_json_string(json, "id", clausary_slice_of(rule->id));
	clausary_json_string(json, "name", clausary_slice_of(rule->name));
	put_text(json, "shortDescription", clausary_slice_of(rule->title));
	put_text(json, "fullDescription", clausary_slice_of(rule->why));
	put_text(json, "help", clausary_slice_of(rule->advice));
	clausary_json_open(json, "defaultConfiguration", '{');
	clausary_json_string(
	        json, "level",
	        clausary_slice_of(rule->level < 0
	                                  ? "none"
					  : clausary_report_level((clausary_level)rule->level)));
	clausary_json_close(json, '}');
	clausary_json_open(json, "properties", '{');
	clausary_json_string(json, "source", clausary_slice_of(rule->source));
	if (rule->languages)
		clausary_json_string(json, "languages", clausary_slice_of(rule->languages));
	clausary_json_close(json, '}');
	clausary_json_close(json, '}');
	clausary_sink_literal(json->sink, "\n");
}

static void
put_tool(clausary_json *json)
{
	const clausary_rule_text *rule;
	clausary_json_open(json, "tool", '{');
	clausary_json_open(json, "driver", '{');
	clausary_json_string(json, "name", CLAUSARY_SLICE("Clausary"));
	clausary_json_string(json, "version", clausary_slice_of(clausary_version()));
	clausary_json_open(json, "rules", '[');
	for (size_t i = 0; (rule = clausary_rule_text_at(i)) != NULL; i++)
		put_rule(json, rule);
	clausary_json_close(json, ']');
	clausary_json_close(json, '}');
	clausary_json_close(json, '}');
}

/* A path as a relative URI reference (RFC 3986): what may not stand in one is percent-encoded, a
 * colon too, which would end a scheme. */
static clausary_slice
uri_of(sarif *s, const clausary_location *place)
{
	static const char HEX[] = "0123456789ABCDEF";
	const char *path = clausary_report_path(s->issues, s->options, place);
	s->uri.size = 0;
	for (const char *at = path; *at; at++) {
		unsigned char c = (unsigned char)*at;
		if (clausary_ascii_is_letter(*at) || clausary_ascii_is_digit(*at)
		    || strchr("/-._~!$&'()*+,;=@", *at)) {
			clausary_buffer_add_byte(&s->uri, *at);
		} else {
			clausary_buffer_add_byte(&s->uri, '%');
			clausary_buffer_add_byte(&s->uri, HEX[c >> 4]);
			clausary_buffer_add_byte(&s->uri, HEX[c & 15]);
		}
	}
	return clausary_buffer_slice(&s->uri);
}

static void
put_artifact(sarif *s, const clausary_location *place)
{
	clausary_json_open(&s->json, "artifactLocation", '{');
	clausary_json_string(&s->json, "uri", uri_of(s, place));
	clausary_json_number(&s->json, "index", place->document);
	clausary_json_close(&s->json, '}');
}

/* Where in the file it is, where that is known: a Word file has no lines, and a place in it is told
 * by its clause and, as a property, its paragraph. */
static void
put_region(sarif *s, const char *name, const clausary_location *place)
{
	const clausary_document *document = clausary_report_document(s->issues, place);
	clausary_slice text = clausary_slice_span(clausary_document_text(document), place->span);
	if (place->line == 0 || clausary_report_in_paragraphs(document))
		return;
	clausary_json_open(&s->json, name, '{');
	clausary_json_number(&s->json, "startLine", place->line);
	if (place->column) {
		clausary_json_number(&s->json, "startColumn", place->column);
		if (!memchr(text.data, '\n', text.size))
			clausary_json_number(
			        &s->json, "endColumn",
			        place->column
			                + clausary_document_code_points(document, place->span.end)
			                - clausary_document_code_points(document,
			                                                place->span.start));
	}
	clausary_json_close(&s->json, '}');
}

static void
put_clause(sarif *s, const clausary_location *place)
{
	clausary_slice key = clausary_report_key(s->issues, place);
	if (key.size == 0)
		return;
	clausary_json_open(&s->json, "logicalLocations", '[');
	clausary_json_open(&s->json, NULL, '{');
	clausary_json_string(&s->json, "name", clausary_report_clause(s->issues, place));
	clausary_json_string(&s->json, "fullyQualifiedName", key);
	clausary_json_string(&s->json, "kind", CLAUSARY_SLICE("clause"));
	clausary_json_close(&s->json, '}');
	clausary_json_close(&s->json, ']');
}

/* A location as an item; `number` is its id, 0 for none. */
static void
put_location(sarif *s, const clausary_location *place, uint32_t number)
{
	clausary_json_open(&s->json, NULL, '{');
	if (number)
		clausary_json_number(&s->json, "id", number);
	clausary_json_open(&s->json, "physicalLocation", '{');
	put_artifact(s, place);
	put_region(s, "region", place);
	clausary_json_close(&s->json, '}');
	put_clause(s, place);
	if (place->line
	    && clausary_report_in_paragraphs(clausary_report_document(s->issues, place))) {
		clausary_json_open(&s->json, "properties", '{');
		clausary_json_number(&s->json, "paragraph", place->line);
		clausary_json_close(&s->json, '}');
	}
	clausary_json_close(&s->json, '}');
}

/* A fix needs a region to replace; and SARIF would not have it without a place in lines. */
static void
put_fix(sarif *s, const clausary_issue *issue)
{
	const clausary_location *place = &issue->place;
	if (!issue->mends || place->line == 0 || place->column == 0
	    || clausary_report_in_paragraphs(clausary_report_document(s->issues, place)))
		return;
	clausary_json_open(&s->json, "fixes", '[');
	clausary_json_open(&s->json, NULL, '{');
	put_text(&s->json, "description", clausary_slice_of(issue->rule->advice));
	clausary_json_open(&s->json, "artifactChanges", '[');
	clausary_json_open(&s->json, NULL, '{');
	put_artifact(s, place);
	clausary_json_open(&s->json, "replacements", '[');
	clausary_json_open(&s->json, NULL, '{');
	put_region(s, "deletedRegion", place);
	put_text(&s->json, "insertedContent", issue->edit);
	clausary_json_close(&s->json, '}');
	clausary_json_close(&s->json, ']');
	clausary_json_close(&s->json, '}');
	clausary_json_close(&s->json, ']');
	clausary_json_close(&s->json, '}');
	clausary_json_close(&s->json, ']');
}

/* What stays the same of an issue when lines move: its rule, its clause, its form. */
static void
put_fingerprint(sarif *s, const clausary_issue *issue)
{
	clausary_slice key = clausary_report_key(s->issues, &issue->place);
	clausary_buffer text = {0};
	clausary_buffer_print(&text, "%s %.*s %.*s", issue->rule->id, (int)key.size, key.data,
	                      (int)issue->form.size, issue->form.data);
	clausary_json_open(&s->json, "partialFingerprints", '{');
	clausary_json_string(&s->json, "ruleClauseForm/v1", clausary_buffer_slice(&text));
	clausary_json_close(&s->json, '}');
	clausary_buffer_finish(&text);
}

static void
put_state(sarif *s, const clausary_issue *issue)
{
	if (s->options->compared)
		clausary_json_string(&s->json, "baselineState",
		                     issue->state == CLAUSARY_ISSUE_KNOWN
		                             ? CLAUSARY_SLICE("unchanged")
					     : CLAUSARY_SLICE("new"));
	if (issue->state != CLAUSARY_ISSUE_SUPPRESSED)
		return;
	clausary_json_open(&s->json, "suppressions", '[');
	clausary_json_open(&s->json, NULL, '{');
	clausary_json_string(&s->json, "kind", CLAUSARY_SLICE("external"));
	clausary_json_optional(&s->json, "justification", issue->reason);
	clausary_json_close(&s->json, '}');
	clausary_json_close(&s->json, ']');
}

static size_t
rule_index(const clausary_issue *issue)
{
	size_t index = 0;
	while (clausary_rule_text_at(index) != issue->rule && clausary_rule_text_at(index))
		index++;
	return index;
}

static void
put_result(sarif *s, const clausary_issue *issue)
{
	clausary_json_open(&s->json, NULL, '{');
	clausary_json_string(&s->json, "ruleId", clausary_slice_of(issue->rule->id));
	clausary_json_number(&s->json, "ruleIndex", rule_index(issue));
	clausary_json_string(&s->json, "level",
	                     clausary_slice_of(clausary_report_level(issue->level)));
	put_text(&s->json, "message", issue->message);
	clausary_json_open(&s->json, "locations", '[');
	put_location(s, &issue->place, 0);
	clausary_json_close(&s->json, ']');
	if (issue->other.document != CLAUSARY_NONE) {
		clausary_json_open(&s->json, "relatedLocations", '[');
		put_location(s, &issue->other, 1);
		clausary_json_close(&s->json, ']');
	}
	put_fix(s, issue);
	put_fingerprint(s, issue);
	put_state(s, issue);
	clausary_json_close(&s->json, '}');
	clausary_sink_literal(s->json.sink, "\n");
}

static void
put_documents(sarif *s)
{
	clausary_json_open(&s->json, "artifacts", '[');
	for (size_t i = 0; i < s->issues->document_count; i++) {
		const clausary_location place = {.document = (uint32_t)i};
		clausary_json_open(&s->json, NULL, '{');
		clausary_json_open(&s->json, "location", '{');
		clausary_json_string(&s->json, "uri", uri_of(s, &place));
		clausary_json_close(&s->json, '}');
		clausary_json_close(&s->json, '}');
	}
	clausary_json_close(&s->json, ']');
}

static void
write_sarif(clausary_sink *to, clausary_context *context, const clausary_issues *issues,
            const clausary_report_options *options)
{
	sarif s = {.json = {.sink = to}, .issues = issues, .options = options};
	(void)context;
	clausary_json_open(&s.json, NULL, '{');
	clausary_json_string(&s.json, "$schema",
	                     CLAUSARY_SLICE("https://json.schemastore.org/sarif-2.1.0.json"));
	clausary_json_string(&s.json, "version", CLAUSARY_SLICE("2.1.0"));
	clausary_json_open(&s.json, "runs", '[');
	clausary_json_open(&s.json, NULL, '{');
	put_tool(&s.json);
	clausary_json_string(&s.json, "columnKind", CLAUSARY_SLICE("unicodeCodePoints"));
	put_documents(&s);
	clausary_json_open(&s.json, "results", '[');
	clausary_sink_literal(to, "\n");
	for (size_t i = 0; i < issues->items.count; i++)
		if (issues->items.items[i].level >= options->least)
			put_result(&s, &issues->items.items[i]);
	clausary_json_close(&s.json, ']');
	clausary_json_close(&s.json, '}');
	clausary_json_close(&s.json, ']');
	clausary_json_close(&s.json, '}');
	clausary_sink_literal(to, "\n");
	clausary_buffer_finish(&s.uri);
}

const clausary_report_writer clausary_report_sarif = {
        .name = "sarif",
        .label = "SARIF 2.1.0, for code hosts and editors",
        .suffix = "sarif",
        .write = write_sarif,
};
