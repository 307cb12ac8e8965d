/* Comma-, semicolon- or tab-separated values (RFC 4180). */
#include "base/limits.h"
#include "transfer/table.h"

#include <stdlib.h>

typedef struct table {
	clausary_table rows;
	const clausary_input *input;
	char separator;
	bool end;
	size_t at, size;
	char bytes[16384];
	clausary_status status;
} table;

/* The next byte, which stays, or -1. */
static int
peek(table *t)
{
	if (t->at == t->size && !t->end) {
		ptrdiff_t got = t->input->read(t->input->payload, t->bytes, sizeof t->bytes);
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
	t->rows.filling->line += byte == '\n';
	return byte;
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
	t->rows.count = 0;
	if (peek(t) < 0)
		return false;
	clausary_buffer *cell = clausary_table_cell(&t->rows, t->rows.count);
	for (;;) {
		int byte = peek(t);
		if (byte == '"' && cell->size == 0) {
			read_quoted(t, cell);
			continue;
		}
		take(t);
		if (byte < 0 || byte == '\n')
			break;
		if (byte == t->separator && t->rows.count < CLAUSARY_TABLE_COLUMNS)
			cell = clausary_table_cell(&t->rows, t->rows.count);
		else if (byte != '\r' && cell->size < CLAUSARY_LIMIT_CELL_BYTES)
			clausary_buffer_add_byte(cell, (char)byte);
	}
	return true;
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
	clausary_filling *filling = t->rows.filling;
	choose_separator(t);
	filling->line = 1;
	if (!read_row(t) || !clausary_table_head(&t->rows))
		return clausary_table_refuse(&t->rows);
	while (t->status == CLAUSARY_OK && filling->status == CLAUSARY_OK && read_row(t))
		clausary_table_row(&t->rows);
	if (t->status == CLAUSARY_EIO)
		return clausary_context_fail(t->rows.reading->context, CLAUSARY_EIO,
		                             "it cannot be read to its end");
	return CLAUSARY_OK;
}

static clausary_status
read_table(clausary_reading *reading)
{
	table *t = clausary_memory_zeros(1, sizeof *t);
	t->input = reading->input;
	clausary_table_begin(&t->rows, reading);
	clausary_status status = read_rows(t);
	clausary_table_finish(&t->rows);
	free(t);
	return status;
}

const clausary_termbase_reader clausary_termbase_reader_table = {
        .name = "table",
        .label = "Comma-, semicolon- or tab-separated values",
        .bid = bid,
        .read = read_table,
};
