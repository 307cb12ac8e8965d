/* A table for a terminal: acronym, term, clause and definition, a line a concept and language. What
 * does not fit ends with an ellipsis; marks behind a form are explained below the table. */
#include "write/width.h"
#include "write/writer.h"

enum { COLUMN_ACRONYM, COLUMN_TERM, COLUMN_CLAUSE, COLUMN_DEFINITION, COLUMN_COUNT };
enum { DEFAULT_WIDTH = 100, LEAST_WIDTH = 40, GAP = 2, WIDEST_ACRONYM = 16, WIDEST_CLAUSE = 28 };
static const float UNCERTAIN = 0.5f;

static const char *const HEADS[COLUMN_COUNT] = {"acronym", "term", "clause", "definition"};

typedef struct table {
	clausary_sink *to;
	const clausary_termbase *termbase;
	size_t widths[COLUMN_COUNT]; /* 0: the column is left out */
	clausary_buffer cells[COLUMN_COUNT];
	bool has_referenced, has_uncertain;
} table;

static void
add_form(table *t, clausary_buffer *cell, const clausary_term *term)
{
	if (cell->size)
		clausary_buffer_add(cell, CLAUSARY_SLICE(", "));
	clausary_buffer_add(cell, term->form);
	if (term->referenced)
		clausary_buffer_add_byte(cell, '*');
	else if (term->confidence < UNCERTAIN)
		clausary_buffer_add_byte(cell, '?');
	t->has_referenced |= term->referenced;
	t->has_uncertain |= !term->referenced && term->confidence < UNCERTAIN;
}

static void
fill(table *t, const clausary_concept *concept, const clausary_language_section *section)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		t->cells[i].size = 0;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		bool is_short = clausary_term_is_short(term);
		add_form(t, &t->cells[is_short ? COLUMN_ACRONYM : COLUMN_TERM], term);
	}
	if (t->cells[COLUMN_TERM].size == 0)
		clausary_buffer_add(&t->cells[COLUMN_TERM],
		                    CLAUSARY_SLICE("(expansion not found)"));
	clausary_buffer_add(&t->cells[COLUMN_CLAUSE], concept->source.clause);
	if (section->definitions.count)
		clausary_buffer_add(&t->cells[COLUMN_DEFINITION],
		                    section->definitions.items[0].text);
}

static void
measure(table *t, const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		fill(t, concept, concept->languages.items[i]);
		for (size_t j = 0; j < COLUMN_COUNT; j++) {
			size_t width = clausary_width(clausary_buffer_slice(&t->cells[j]));
			size_t head = strlen(HEADS[j]);
			if (width && width < head)
				width = head;
			if (width > t->widths[j])
				t->widths[j] = width;
		}
	}
}

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Share the terminal's width out: acronym and clause get what they need, term and definition the
 * rest. */
static void
fit(table *t, size_t width)
{
	size_t *w = t->widths;
	if (width == 0)
		width = DEFAULT_WIDTH;
	if (width < LEAST_WIDTH)
		width = LEAST_WIDTH;
	w[COLUMN_ACRONYM] = least(w[COLUMN_ACRONYM], least(WIDEST_ACRONYM, width / 4));
	w[COLUMN_CLAUSE] = least(w[COLUMN_CLAUSE], least(WIDEST_CLAUSE, width / 4));
	size_t used = 0;
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		used += w[i] ? GAP : 0;
	size_t rest = width + GAP - used - w[COLUMN_ACRONYM] - w[COLUMN_CLAUSE];
	if (w[COLUMN_DEFINITION] == 0) {
		w[COLUMN_TERM] = least(w[COLUMN_TERM], rest);
		return;
	}
	size_t most = rest / 2;
	if (w[COLUMN_DEFINITION] + most < rest)
		most = rest - w[COLUMN_DEFINITION];
	w[COLUMN_TERM] = least(w[COLUMN_TERM], most);
	w[COLUMN_DEFINITION] = least(w[COLUMN_DEFINITION], rest - w[COLUMN_TERM]);
}

/* The last column that has text: nothing is padded behind it. */
static void
put_row(table *t)
{
	size_t last = 0;
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		if (t->widths[i] && t->cells[i].size)
			last = i;
	for (size_t i = 0; i <= last; i++) {
		if (t->widths[i] == 0)
			continue;
		clausary_width_put(t->to, clausary_buffer_slice(&t->cells[i]), t->widths[i],
		                   i == last);
		if (i < last)
			clausary_sink_literal(t->to, "  ");
	}
	clausary_sink_put_byte(t->to, '\n');
}

static void
put_head(table *t)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		t->cells[i].size = 0;
		clausary_buffer_add(&t->cells[i], clausary_slice_of(HEADS[i]));
	}
	put_row(t);
	for (size_t i = 0; i < COLUMN_COUNT; i++) {
		t->cells[i].size = 0;
		for (size_t j = 0; j < t->widths[i]; j++)
			clausary_buffer_add(&t->cells[i], CLAUSARY_SLICE("─"));
	}
	put_row(t);
}

/* With several documents, a line says from where on the concepts are another document's. */
static void
put_document(table *t, const clausary_concept *concept, uint32_t *document)
{
	uint32_t here = concept->source.document;
	if (t->termbase->documents.count < 2 || here == *document || here == CLAUSARY_NONE)
		return;
	*document = here;
	clausary_sink_put(t->to, t->termbase->documents.items[here].identifier);
	clausary_sink_literal(t->to, ":\n");
}

static clausary_status
write_table(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	table t = {.to = to, .termbase = termbase};
	uint32_t document = CLAUSARY_NONE;
	(void)context;
	for (size_t i = 0; i < termbase->ordered.count; i++)
		measure(&t, termbase->ordered.items[i]);
	fit(&t, results->width);
	if (termbase->ordered.count)
		put_head(&t);
	else
		clausary_sink_literal(to, "No acronym and no defined term was found.\n");
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		put_document(&t, concept, &document);
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			fill(&t, concept, concept->languages.items[j]);
			put_row(&t);
		}
	}
	if (t.has_referenced)
		clausary_sink_literal(to, "* from the reference glossary, not from the text\n");
	if (t.has_uncertain)
		clausary_sink_literal(to, "? uncertain: look at the text\n");
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		clausary_buffer_finish(&t.cells[i]);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_table = {
        .name = "table",
        .label = "Table for reading in a terminal",
        .suffix = "txt",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_table,
};
