/* Tables: comma-, semicolon- or tab-separated values (RFC 4180). The head says what the columns
 * are, or --columns does. A row is a concept with a column for each language, or, where a column
 * says the language, a term: rows that follow each other with one id are one concept. */
#include "base/limits.h"
#include "base/utf8.h"
#include "termbase/category.h"
#include "transfer/column.h"
#include "transfer/field_name.h"
#include "transfer/reader.h"

#include <stdlib.h>

enum { COLUMNS = 512 }; /* more are no glossary */

typedef struct table {
	clausary_reading *reading;
	clausary_filling *filling;
	char separator;
	bool end;
	size_t at, size;
	char bytes[16384];
	CLAUSARY_ARRAY(clausary_buffer) cells; /* of the row; buffers are used again */
	size_t count;                          /* cells of the row */
	clausary_column columns[COLUMNS];
	size_t column_count;
	bool has_language, has_id; /* columns */
	bool is_ours;              /* several terms in a cell are parted by "; " */
	clausary_slice id;         /* of the entry that is open */
	clausary_status status;
} table;

/* The next byte, which stays, or -1. */
static int
peek(table *t)
{
	if (t->at == t->size && !t->end) {
		const clausary_input *input = t->reading->input;
		ptrdiff_t got = input->read(input->payload, t->bytes, sizeof t->bytes);
		if (got < 0)
			t->status = CLAUSARY_EIO;
		t->at = 0;
		t->size = got > 0 ? (size_t)got : 0;
		t->end = t->size == 0;
	}
	return t->at < t->size ? (unsigned char)t->bytes[t->at] : -1;
}

static int
take(table *t)
{
	int byte = peek(t);
	if (byte >= 0)
		t->at++;
	t->filling->line += byte == '\n';
	return byte;
}

static clausary_buffer *
next_cell(table *t)
{
	if (t->count == t->cells.count)
		clausary_array_push(&t->cells, ((clausary_buffer){0}));
	clausary_buffer *cell = &t->cells.items[t->count++];
	cell->size = 0;
	return cell;
}

static void
read_quoted(table *t, clausary_buffer *cell)
{
	take(t);
	for (int byte; (byte = take(t)) >= 0;) {
		if (byte == '"' && peek(t) != '"')
			break;
		if (byte == '"')
			take(t);
		if (cell->size < CLAUSARY_LIMIT_CELL_BYTES)
			clausary_buffer_add_byte(cell, (char)byte);
	}
}

/* The next row; false at the end. */
static bool
read_row(table *t)
{
	t->count = 0;
	if (peek(t) < 0)
		return false;
	clausary_buffer *cell = next_cell(t);
	for (;;) {
		int byte = peek(t);
		if (byte == '"' && cell->size == 0) {
			read_quoted(t, cell);
			continue;
		}
		take(t);
		if (byte < 0 || byte == '\n')
			break;
		if (byte == t->separator && t->count < COLUMNS)
			cell = next_cell(t);
		else if (byte != '\r' && cell->size < CLAUSARY_LIMIT_CELL_BYTES)
			clausary_buffer_add_byte(cell, (char)byte);
	}
	return true;
}

static clausary_slice
cell_at(table *t, size_t at)
{
	clausary_buffer *cell = &t->cells.items[at];
	clausary_slice text = clausary_buffer_slice(cell);
	if (clausary_utf8_check(text) != text.size) {
		clausary_buffer good = {0};
		clausary_utf8_repair(&good, text);
		clausary_buffer_finish(cell);
		*cell = good;
		text = clausary_buffer_slice(cell);
	}
	return clausary_slice_trim(text);
}

static void
put_datum(table *t, const clausary_column *column, clausary_slice value)
{
	clausary_filling *filling = t->filling;
	clausary_term *term = filling->term;
	const clausary_category *category = clausary_category_named(column->field);
	clausary_datum datum;
	bool at_term = term && category && (category->levels & CLAUSARY_LEVEL_TERM)
	               && !(category->levels & CLAUSARY_LEVEL_LANGUAGE
	                    && category->element == CLAUSARY_DATUM_DESCRIP);
	at_term |= term && category == NULL;
	if (category && category->levels == CLAUSARY_LEVEL_CONCEPT)
		filling->section = NULL; /* subject fields are of the entry, wherever they stand */
	if (!at_term || filling->section == NULL)
		filling->term = NULL;
	clausary_field_datum(filling, &datum, column->field, filling->term != NULL, value);
	clausary_filling_datum(filling, &datum);
	filling->term = term;
}

/* The source of the definition or context that came last. */
static void
put_source(table *t, const clausary_column *column, clausary_slice value)
{
	clausary_filling *filling = t->filling;
	clausary_source source = {.document = CLAUSARY_NONE,
	                          .citation = clausary_filling_copy(filling, value, false)};
	clausary_language_section *section = filling->section;
	if (clausary_slice_equal(column->field, CLAUSARY_SLICE("context"))) {
		if (filling->term && filling->term->contexts.count)
			filling->term->contexts.items[filling->term->contexts.count - 1].source =
			        source;
	} else if (section && section->definitions.count) {
		clausary_list_push(
		        &filling->to->arena,
		        &section->definitions.items[section->definitions.count - 1].sources,
		        source);
	}
}

static void
put_term(table *t, clausary_slice forms, bool is_short)
{
	while (forms.size) {
		size_t size =
		        t->is_ours ? clausary_slice_find(forms, CLAUSARY_SLICE("; ")) : SIZE_MAX;
		clausary_slice form =
		        clausary_slice_part(forms, 0, size < forms.size ? size : forms.size);
		forms = clausary_slice_part(forms, size < forms.size ? size + 2 : forms.size,
		                            forms.size);
		clausary_filling_term(t->filling, CLAUSARY_SLICE(""));
		clausary_filling_form(t->filling, form, CLAUSARY_SLICE(""));
		if (is_short && t->filling->term)
			t->filling->term->type = CLAUSARY_TERM_ACRONYM;
	}
}

/* Go to the section of a column, at its last term. */
static void
go_to(table *t, clausary_slice language)
{
	clausary_filling *filling = t->filling;
	if (filling->concept == NULL || (language.size == 0 && t->has_language))
		return;
	if (language.size == 0) {
		filling->section = NULL;
		filling->term = NULL;
		return;
	}
	if (filling->section && clausary_slice_equal_ascii(filling->section->language, language))
		return;
	clausary_filling_section(filling, language);
	if (filling->section && filling->section->terms.count)
		filling->term = filling->section->terms.items[filling->section->terms.count - 1];
}

static void
put_cell(table *t, const clausary_column *column, clausary_slice value)
{
	if (value.size == 0)
		return;
	go_to(t, column->language);
	switch (column->kind) {
	case CLAUSARY_COLUMN_TERM:
	case CLAUSARY_COLUMN_SHORT_FORM:
		put_term(t, value, column->kind == CLAUSARY_COLUMN_SHORT_FORM);
		break;
	case CLAUSARY_COLUMN_SOURCE_OF:
		put_source(t, column, value);
		break;
	case CLAUSARY_COLUMN_FIELD:
		put_datum(t, column, value);
		break;
	default:
		break;
	}
}

/* The cell of the first column of a kind; empty where there is none. */
static clausary_slice
cell_of(table *t, clausary_column_kind kind)
{
	for (size_t i = 0; i < t->column_count && i < t->count; i++)
		if (t->columns[i].kind == kind)
			return cell_at(t, i);
	return CLAUSARY_SLICE("");
}

static void
put_row(table *t)
{
	clausary_filling *filling = t->filling;
	clausary_slice id = cell_of(t, CLAUSARY_COLUMN_ID);
	bool goes_on = t->has_language && t->has_id && id.size && filling->concept
	               && clausary_slice_equal(id, t->id);
	bool empty = true;
	for (size_t i = 0; i < t->count && empty; i++)
		empty = cell_at(t, i).size == 0;
	if (empty)
		return;
	if (!goes_on) {
		clausary_filling_concept(filling, id);
		t->id = clausary_filling_copy(filling, id, false);
	}
	filling->section = NULL;
	filling->term = NULL;
	if (t->has_language)
		clausary_filling_section(filling, cell_of(t, CLAUSARY_COLUMN_LANGUAGE));
	/* terms first: fields before them in the row are theirs too */
	for (int terms = 1; terms >= 0; terms--)
		for (size_t i = 0; i < t->column_count && i < t->count; i++) {
			const clausary_column *column = &t->columns[i];
			bool is_term = column->kind == CLAUSARY_COLUMN_TERM
			               || column->kind == CLAUSARY_COLUMN_SHORT_FORM;
			if (is_term == (terms == 1))
				put_cell(t, column, cell_at(t, i));
		}
}

/* A bare language is the column of its terms. */
static void
learn_column(table *t, clausary_slice head)
{
	clausary_column column = clausary_column_of(t->filling, head);
	if (column.kind == CLAUSARY_COLUMN_FIELD && column.field.size == 0)
		column.kind = CLAUSARY_COLUMN_TERM;
	t->has_language |= column.kind == CLAUSARY_COLUMN_LANGUAGE;
	t->has_id |= column.kind == CLAUSARY_COLUMN_ID;
	if (t->column_count < COLUMNS)
		t->columns[t->column_count++] = column;
}

static bool
learn_columns(table *t, const char *given)
{
	bool terms = false, places = false;
	t->column_count = 0;
	t->has_language = t->has_id = false;
	for (size_t i = 0; i < t->count && !given; i++) {
		clausary_slice head = cell_at(t, i);
		t->is_ours |= clausary_slice_find(head, CLAUSARY_SLICE(":short_form")) != SIZE_MAX;
		learn_column(t, head);
	}
	while (given) {
		size_t size = strcspn(given, ",");
		learn_column(t, (clausary_slice){given, size});
		given = given[size] ? given + size + 1 : NULL;
	}
	for (size_t i = 0; i < t->column_count; i++) {
		bool term = t->columns[i].kind == CLAUSARY_COLUMN_TERM;
		terms |= term;
		places |= term && t->columns[i].language.size;
	}
	return terms && (places || t->has_language);
}

static void
show_columns(table *t)
{
	clausary_buffer text = {0};
	for (size_t i = 0; i < t->column_count; i++) {
		if (i)
			clausary_buffer_add_byte(&text, ',');
		clausary_column_print(&text, &t->columns[i]);
	}
	clausary_diagnose(t->reading->context, CLAUSARY_DIAGNOSTIC_COLUMNS, t->reading->name, 1,
	                  "the columns are taken for %.*s; --columns says otherwise",
	                  (int)text.size, text.data ? text.data : "");
	clausary_buffer_finish(&text);
}

/* The separator that stands most often in the head, outside of quotation marks. */
static void
choose_separator(table *t)
{
	static const char all[] = "\t;,|";
	size_t counts[sizeof all] = {0}, best = 0;
	bool quoted = false;
	peek(t);
	if (t->size >= 3 && memcmp(t->bytes, "\xef\xbb\xbf", 3) == 0)
		t->at = 3;
	for (size_t i = t->at; i < t->size && (quoted || t->bytes[i] != '\n'); i++) {
		const char *found = quoted ? NULL : memchr(all, t->bytes[i], sizeof all - 1);
		quoted ^= t->bytes[i] == '"';
		if (found)
			counts[found - all]++;
	}
	for (size_t i = 1; i < sizeof all - 1; i++)
		if (counts[i] > counts[best])
			best = i;
	t->separator = all[best];
}

static unsigned
bid(clausary_slice head)
{
	size_t line = 0, separators = 0;
	if (clausary_head_is_xml(head, NULL))
		return 0;
	for (; line < head.size && head.data[line] != '\n'; line++)
		separators += head.data[line] == ',' || head.data[line] == ';'
		              || head.data[line] == '\t' || head.data[line] == '|';
	return separators && head.data[0] != '{' ? 20 : 0;
}

static clausary_status
read_rows(table *t)
{
	clausary_context *context = t->reading->context;
	const char *given = t->reading->options->columns;
	choose_separator(t);
	t->filling->line = 1;
	bool any = read_row(t), is_head = any && learn_columns(t, NULL);
	if (!any || (given ? !learn_columns(t, given) : !is_head))
		return clausary_context_fail(context, CLAUSARY_EFORMAT,
		                             "the head of the table names no term in a language; "
		                             "say with --columns what "
		                             "the columns are, as in en:term,fr:term,note");
	show_columns(t);
	if (given && !is_head)
		put_row(t);
	while (t->status == CLAUSARY_OK && t->filling->status == CLAUSARY_OK && read_row(t))
		put_row(t);
	if (t->status == CLAUSARY_EIO)
		return clausary_context_fail(context, CLAUSARY_EIO, "it cannot be read to its end");
	return CLAUSARY_OK;
}

static clausary_status
read_table(clausary_reading *reading)
{
	table *t = clausary_memory_zeros(1, sizeof *t);
	t->reading = reading;
	t->filling = &reading->filling;
	clausary_status status = read_rows(t);
	for (size_t i = 0; i < t->cells.count; i++)
		clausary_buffer_finish(&t->cells.items[i]);
	clausary_array_finish(&t->cells);
	free(t);
	return status;
}

const clausary_termbase_reader clausary_termbase_reader_table = {
        .name = "table",
        .label = "Comma-, semicolon- or tab-separated values",
        .bid = bid,
        .read = read_table,
};
