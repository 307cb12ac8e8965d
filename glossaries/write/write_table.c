/* A table for a terminal: acronym, term, clause and definition, a line a concept and language. With
 * several languages the tag stands first, and an empty line parts the concepts. What does not fit
 * ends with an ellipsis; marks behind a form are explained below the table. */
#include "write/width.h"
#include "write/losses.h"
#include "write/writer.h"

#include <stdlib.h>

enum {
	COLUMN_LANGUAGE,
	COLUMN_ACRONYM,
	COLUMN_TERM,
	COLUMN_CLAUSE,
	COLUMN_DEFINITION,
	COLUMN_COUNT
};
enum {
	DEFAULT_WIDTH = 100,
	LEAST_WIDTH = 40,
	GAP = 2,
	WIDEST_ACRONYM = 16,
	WIDEST_CLAUSE = 28,
	WIDEST_LANGUAGE = 10
};
static const float UNCERTAIN = 0.5f;

static const char *const HEADS[COLUMN_COUNT] = {"language", "acronym", "term", "clause",
                                                "definition"};

typedef struct table {
	clausary_sink *to;
	const clausary_termbase *termbase;
	size_t widths[COLUMN_COUNT]; /* 0: the column is left out */
	clausary_buffer cells[COLUMN_COUNT];
	bool languages; /* there are several */
	bool terminal;
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
fill(table *t, const clausary_language_section *section)
{
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		t->cells[i].size = 0;
	if (t->languages)
		clausary_buffer_add(&t->cells[COLUMN_LANGUAGE],
		                    clausary_termbase_tag(t->termbase, section->language));
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		bool is_short = clausary_term_is_short(term);
		add_form(t, &t->cells[is_short ? COLUMN_ACRONYM : COLUMN_TERM], term);
	}
	if (t->cells[COLUMN_TERM].size == 0)
		clausary_buffer_add(&t->cells[COLUMN_TERM],
		                    CLAUSARY_SLICE("(expansion not found)"));
	clausary_buffer_add(&t->cells[COLUMN_CLAUSE], section->place->source.clause);
	if (section->definitions.count)
		clausary_buffer_add(&t->cells[COLUMN_DEFINITION],
		                    section->definitions.items[0].text);
}

static void
measure(table *t, const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		fill(t, concept->languages.items[i]);
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
	w[COLUMN_LANGUAGE] = least(w[COLUMN_LANGUAGE], WIDEST_LANGUAGE);
	size_t used = 0;
	for (size_t i = 0; i < COLUMN_COUNT; i++)
		used += w[i] ? GAP : 0;
	used += w[COLUMN_LANGUAGE] + w[COLUMN_ACRONYM] + w[COLUMN_CLAUSE];
	size_t rest = width + GAP > used ? width + GAP - used : GAP;
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
		                   (i == last ? CLAUSARY_WIDTH_LAST : 0)
		                           | (t->terminal ? CLAUSARY_WIDTH_ISOLATE : 0));
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

/* With several works, a line says from where on the concepts are another one's. */
static void
put_work(table *t, const clausary_concept *concept, uint32_t *work)
{
	uint32_t here = concept->place->work;
	if (t->termbase->works.count < 2 || here == *work || here == CLAUSARY_NONE)
		return;
	*work = here;
	clausary_sink_put(t->to,
	                  t->termbase->documents.items[concept->source->document].identifier);
	clausary_sink_literal(t->to, ":\n");
}

static void
put_concepts(table *t)
{
	uint32_t work = CLAUSARY_NONE;
	for (size_t i = 0; i < t->termbase->ordered.count; i++) {
		const clausary_concept *concept = t->termbase->ordered.items[i];
		if (t->languages && i)
			clausary_sink_put_byte(t->to, '\n');
		put_work(t, concept, &work);
		for (uint32_t j = 0; j < concept->languages.count; j++) {
			fill(t, concept->languages.items[j]);
			put_row(t);
		}
	}
}

static bool
has_several_languages(const clausary_termbase *termbase)
{
	clausary_slice *languages;
	size_t count = clausary_termbase_languages(termbase, &languages);
	free(languages);
	return count > 1;
}

static clausary_status
write_table(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	table t = {.to = to,
	           .termbase = termbase,
	           .languages = has_several_languages(termbase),
	           .terminal = results->width > 0};
	(void)context;
	for (size_t i = 0; i < termbase->ordered.count; i++)
		measure(&t, termbase->ordered.items[i]);
	fit(&t, results->width);
	if (termbase->ordered.count)
		put_head(&t);
	else
		clausary_sink_literal(to, "No acronym and no defined term was found.\n");
	put_concepts(&t);
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
        .keeps = CLAUSARY_KEEPS_DEFINITION | CLAUSARY_KEEPS_SECTION_SOURCE,
        .write = write_table,
};
