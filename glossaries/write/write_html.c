/* A glossary as one HTML page to read and to print: a list of definitions, nothing from elsewhere;
 * each text says its language, so that it is hyphenated, spoken and turned as it should be. */
#include "write/losses.h"
#include "write/plain_text.h"
#include "write/writer.h"

static const char STYLE[] =
        "body{font:16px/1.45 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em}"
        "dt{font-weight:bold;margin-top:.9em;break-after:avoid}dd{margin:0 0 0 1.5em}"
        "dd[lang]{break-inside:avoid}.tag{font:.75em system-ui,sans-serif;color:#666}"
        "cite{font-size:.85em;color:#555}blockquote{margin:.2em 1em}.deprecated,.superseded"
        "{text-decoration:line-through}@media print{body{max-width:none;font-size:10pt;margin:0}}"
        "@media screen and (prefers-color-scheme:dark){body{background:#111;color:#eee}"
        "cite,.tag{color:#aaa}}";

typedef struct page {
	clausary_sink *to;
	const clausary_termbase *termbase;
	clausary_buffer text;
} page;

static void
put(page *p, clausary_slice text)
{
	clausary_put_escaped(p->to, text, CLAUSARY_ESCAPES_HTML);
}

static void
put_term(page *p, const clausary_term *term, bool first)
{
	clausary_slice status = clausary_slice_of(clausary_term_status_words[term->status]);
	if (!first)
		clausary_sink_literal(p->to, ", ");
	clausary_sink_literal(p->to, "<span");
	if (status.size) {
		clausary_sink_literal(p->to, " class=\"");
		put(p, status);
		clausary_sink_literal(p->to, "\" title=\"");
		put(p, status);
		clausary_sink_literal(p->to, "\"");
	}
	clausary_sink_literal(p->to, ">");
	put(p, term->form);
	clausary_sink_literal(p->to, "</span>");
}

static void
put_quotation(page *p, clausary_slice text)
{
	clausary_sink_literal(p->to, "<blockquote>");
	put(p, text);
	clausary_sink_literal(p->to, "</blockquote>");
}

static void
put_section(page *p, const clausary_language_section *section)
{
	clausary_slice tag = clausary_termbase_tag(p->termbase, section->language);
	clausary_slice source = clausary_section_source(&p->text, p->termbase, section);
	clausary_sink_literal(p->to, "<dd lang=\"");
	put(p, tag);
	clausary_sink_literal(p->to, "\" dir=\"auto\"><span class=\"tag\">");
	put(p, tag);
	clausary_sink_literal(p->to, "</span> ");
	for (uint32_t i = 0; i < section->terms.count; i++)
		put_term(p, section->terms.items[i], i == 0);
	if (source.size) {
		clausary_sink_literal(p->to, " <cite>");
		put(p, source);
		clausary_sink_literal(p->to, "</cite>");
	}
	for (uint32_t i = 0; i < section->definitions.count; i++)
		put_quotation(p, section->definitions.items[i].text);
	for (uint32_t i = 0; i < section->notes.count; i++)
		put_quotation(p, section->notes.items[i]);
	clausary_sink_literal(p->to, "</dd>\n");
}

static void
put_concept(page *p, const clausary_concept *concept)
{
	const clausary_language_section *first =
	        concept->languages.count ? concept->languages.items[0] : NULL;
	clausary_sink_literal(p->to, "<dt id=\"");
	put(p, concept->id);
	clausary_sink_literal(p->to, "\" lang=\"");
	put(p, first ? clausary_termbase_tag(p->termbase, first->language) : CLAUSARY_SLICE(""));
	clausary_sink_literal(p->to, "\" dir=\"auto\">");
	if (first && first->terms.count)
		put(p, first->terms.items[0]->form);
	clausary_sink_literal(p->to, "</dt>\n");
	for (uint32_t i = 0; i < concept->languages.count; i++)
		put_section(p, concept->languages.items[i]);
}

static clausary_status
write_html(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	page p = {.to = to, .termbase = results->termbase};
	clausary_slice title;
	(void)context;
	clausary_termbase_print_title(&p.text, p.termbase);
	title = clausary_buffer_slice(&p.text);
	clausary_sink_literal(to, "<!DOCTYPE html>\n<html lang=\"");
	put(&p, p.termbase->language.size ? p.termbase->language : CLAUSARY_SLICE("en"));
	clausary_sink_literal(to, "\">\n<head><meta charset=\"utf-8\"><title>");
	put(&p, title);
	clausary_sink_literal(to, "</title><style>");
	clausary_sink_put(to, clausary_slice_of(STYLE));
	clausary_sink_literal(to, "</style></head>\n<body>\n<h1 dir=\"auto\">");
	put(&p, title);
	clausary_sink_literal(to, "</h1>\n<dl>\n");
	for (size_t i = 0; i < p.termbase->ordered.count; i++)
		put_concept(&p, p.termbase->ordered.items[i]);
	clausary_sink_literal(to, "</dl>\n</body>\n</html>\n");
	clausary_buffer_finish(&p.text);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_html = {
        .name = "html",
        .label = "Glossary as an HTML page, to read and to print",
        .suffix = "html",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITIONS | CLAUSARY_KEEPS_SECTION_SOURCE
                 | CLAUSARY_KEEPS_SECTION_NOTES | CLAUSARY_KEEPS_STATUS | CLAUSARY_KEEPS_TITLE,
        .write = write_html,
};
