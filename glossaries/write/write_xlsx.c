/* A workbook of two sheets, entries and doubts, by libxlsxwriter (https://libxlsxwriter.github.io).
 * It writes into a file only, so there is one for a moment. The workbook's date is the first that a
 * ZIP file can have: the same input gives the same bytes. */
#include "write/rows.h"
#include "write/losses.h"
#include "write/writer.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { CELL_BYTES = 32767, FIRST_DATE = 315532800 /* 1980-01-01 */ };

typedef struct sheet {
	lxw_worksheet *worksheet;
	lxw_format *head;
	lxw_row_t row;
	lxw_col_t column;
	clausary_buffer text;
} sheet;

/* "_x0041_" in a cell is the letter A to Excel: what stands so in a text has its own line escaped.
 */
static void
add_escaped(clausary_buffer *to, clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++) {
		bool escape = i + 7 <= text.size && text.data[i] == '_' && text.data[i + 1] == 'x'
		              && text.data[i + 6] == '_';
		for (size_t k = i + 2; escape && k < i + 6; k++)
			escape = memchr("0123456789abcdefABCDEF", text.data[k], 22) != NULL;
		if (escape)
			clausary_buffer_add(to, CLAUSARY_SLICE("_x005F"));
		clausary_buffer_add_byte(to, text.data[i]);
	}
}

/* A cell holds so many UTF-16 units: no more bytes are given to it, cut on a code point. */
static void
put_field(void *payload, clausary_slice text)
{
	sheet *s = payload;
	size_t size = text.size < CELL_BYTES ? text.size : CELL_BYTES;
	while (size < text.size && size > 0 && ((unsigned char)text.data[size] & 0xc0) == 0x80)
		size--;
	s->text.size = 0;
	add_escaped(&s->text, clausary_slice_part(text, 0, size));
	clausary_buffer_add_byte(&s->text, '\0');
	if (size)
		worksheet_write_string(s->worksheet, s->row, s->column, s->text.data,
		                       s->row ? NULL : s->head);
	s->column++;
}

static void
end_row(void *payload)
{
	sheet *s = payload;
	s->column = 0;
	s->row++;
}

static void
put_sheet(lxw_workbook *workbook, const char *name, const clausary_termbase *termbase,
          void (*put)(const clausary_rows *, const clausary_termbase *))
{
	sheet s = {.worksheet = workbook_add_worksheet(workbook, name),
	           .head = workbook_add_format(workbook)};
	clausary_rows rows = {put_field, end_row, &s};
	format_set_bold(s.head);
	put(&rows, termbase);
	worksheet_freeze_panes(s.worksheet, 1, 0);
	worksheet_set_column(s.worksheet, 0, 40, 22, NULL);
	clausary_buffer_finish(&s.text);
}

static bool
make_workbook(const char *path, const clausary_termbase *termbase)
{
	clausary_buffer title = {0};
	lxw_workbook *workbook = workbook_new(path);
	if (workbook == NULL)
		return false;
	clausary_termbase_print_title(&title, termbase);
	clausary_buffer_add_byte(&title, '\0');
	lxw_doc_properties properties = {.title = title.data, .created = FIRST_DATE};
	workbook_set_properties(workbook, &properties);
	put_sheet(workbook, "entries", termbase, clausary_rows_wide);
	put_sheet(workbook, "doubts", termbase, clausary_rows_doubts);
	clausary_buffer_finish(&title);
	return workbook_close(workbook) == LXW_NO_ERROR;
}

/* Copy the file to the sink. */
static bool
copy_file(clausary_sink *to, const char *path)
{
	char bytes[4096];
	FILE *file = fopen(path, "rb");
	size_t got;
	if (file == NULL)
		return false;
	while ((got = fread(bytes, 1, sizeof bytes, file)) > 0)
		clausary_sink_put(to, (clausary_slice){bytes, got});
	bool good = !ferror(file);
	fclose(file);
	return good;
}

static clausary_status
write_xlsx(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const char *folder = getenv("TMPDIR");
	clausary_buffer path = {0};
	if (results->termbase->ordered.count >= LXW_ROW_MAX
	    || results->termbase->doubts.count >= LXW_ROW_MAX)
		return clausary_context_fail(context, CLAUSARY_EINVALID,
		                             "a sheet holds %d rows, and there are more entries or "
		                             "doubts: write csv-wide",
		                             LXW_ROW_MAX);
	clausary_buffer_print(&path, "%s/clausary-XXXXXX%c", folder && folder[0] ? folder : "/tmp",
	                      '\0');
	int file = mkstemp(path.data);
	bool good = file >= 0;
	if (good) {
		close(file);
		good = make_workbook(path.data, results->termbase) && copy_file(to, path.data);
		unlink(path.data);
	}
	clausary_buffer_finish(&path);
	return good ? CLAUSARY_OK
	            : clausary_context_fail(context, CLAUSARY_EIO,
	                                    "the workbook needs a file of its own for a moment, "
	                                    "and none can be written in TMPDIR");
}

const clausary_writer clausary_writer_xlsx = {
        .name = "xlsx",
        .label = "Excel workbook: a sheet of entries, one of doubts",
        .suffix = "xlsx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITION | CLAUSARY_KEEPS_DEFINITION_SOURCE
                 | CLAUSARY_KEEPS_SECTION_CONTEXT | CLAUSARY_KEEPS_TITLE,
        .write = write_xlsx,
};
