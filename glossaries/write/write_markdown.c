/* A glossary in Markdown (CommonMark): a heading for each concept, a list of its languages, the
 * definition as a quotation, where each stands in italics. */
#include "write/losses.h"
#include "write/plain_text.h"
#include "write/writer.h"

/* Characters that could mean something inside a line (CommonMark 2.4). */
static const clausary_escape ESCAPES[] = {
        {'\\', "\\\\"}, {'`', "\\`"}, {'*', "\\*"}, {'_', "\\_"}, {'[', "\\["},
        {']', "\\]"},   {'<', "\\<"}, {'>', "\\>"}, {'#', "\\#"}, {'|', "\\|"},
        {'&', "\\&"},   {'~', "\\~"}, {0}};

typedef struct markdown {
	clausary_sink *to;
	const clausary_termbase *termbase;
	clausary_buffer text;
} markdown;

static void
put(markdown *m, clausary_slice text)
{
	clausary_put_escaped(m->to, text, ESCAPES);
}

/* "tidal data exchange (TDX, TD exchange)" */
static void
put_terms(markdown *m, const clausary_language_section *section)
{
	bool open = false;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		bool is_short = clausary_term_is_short(term) && i > 0;
		clausary_sink_put(m->to, i == 0              ? CLAUSARY_SLICE("")
		                         : is_short && !open ? CLAUSARY_SLICE(" (")
		                                             : CLAUSARY_SLICE(", "));
		open |= is_short;
		put(m, term->form);
		if (term->status != CLAUSARY_TERM_STATUS_NONE
		    && term->status != CLAUSARY_TERM_STATUS_PREFERRED) {
			clausary_sink_literal(m->to, " *");
			put(m, clausary_slice_of(clausary_term_status_words[term->status]));
			clausary_sink_put_byte(m->to, '*');
		}
	}
	if (open)
		clausary_sink_put_byte(m->to, ')');
}

static void
put_definitions(markdown *m, const clausary_language_section *section)
{
	for (uint32_t i = 0; i < section->definitions.count; i++) {
		clausary_sink_literal(m->to, "  > ");
		put(m, section->definitions.items[i].text);
		clausary_sink_literal(m->to, "\n");
	}
	for (uint32_t i = 0; i < section->notes.count; i++) {
		clausary_sink_literal(m->to, "  >\n  > ");
		put(m, section->notes.items[i]);
		clausary_sink_literal(m->to, "\n");
	}
}

static void
put_section(markdown *m, const clausary_language_section *section)
{
	clausary_slice source = clausary_section_source(&m->text, m->termbase, section);
	clausary_sink_literal(m->to, "- **");
	put(m, clausary_termbase_tag(m->termbase, section->language));
	clausary_sink_literal(m->to, "** ");
	put_terms(m, section);
	if (source.size) {
		clausary_sink_literal(m->to, " — *");
		put(m, source);
		clausary_sink_put_byte(m->to, '*');
	}
	clausary_sink_literal(m->to, "\n");
	if (section->definitions.count || section->notes.count) {
		clausary_sink_literal(m->to, "\n");
		put_definitions(m, section);
	}
}

static clausary_status
write_markdown(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	markdown m = {.to = to, .termbase = results->termbase};
	(void)context;
	clausary_termbase_print_title(&m.text, m.termbase);
	clausary_sink_literal(to, "# ");
	put(&m, clausary_buffer_slice(&m.text));
	clausary_sink_literal(to, "\n");
	for (size_t i = 0; i < m.termbase->ordered.count; i++) {
		const clausary_concept *concept = m.termbase->ordered.items[i];
		clausary_sink_literal(to, "\n## ");
		if (concept->languages.count && concept->languages.items[0]->terms.count)
			put(&m, concept->languages.items[0]->terms.items[0]->form);
		clausary_sink_literal(to, "\n\n");
		for (uint32_t j = 0; j < concept->languages.count; j++)
			put_section(&m, concept->languages.items[j]);
	}
	clausary_buffer_finish(&m.text);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_markdown = {
        .name = "markdown",
        .label = "Glossary in Markdown",
        .suffix = "md",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITIONS | CLAUSARY_KEEPS_SECTION_SOURCE
                 | CLAUSARY_KEEPS_SECTION_NOTES | CLAUSARY_KEEPS_STATUS | CLAUSARY_KEEPS_TITLE,
        .write = write_markdown,
};
