/* Excel workbooks: the first sheet whose head names terms, row by row. A title may stand above the
 * head. */
#include "base/limits.h"
#include "transfer/table.h"
#include "transfer/workbook.h"

#include <stdlib.h>

enum { HEAD_ROWS = 16 }; /* rows among which the head is looked for */

typedef struct sheet_reading {
	clausary_table *rows;
	clausary_workbook *workbook;
	clausary_cell cell;
	clausary_buffer value;
	size_t column; /* of the cell, from 0 */
	size_t next;   /* column of a cell that does not say where it stands */
	size_t shown;  /* bytes of all cells: shared strings make many of few */
	unsigned row;  /* rows with text so far, until the head is found */
	bool has_head; /* it was found */
	bool in_value, in_text, in_phonetic;
	clausary_status status;
} sheet_reading;

/* The column of "AB12", from 0; `otherwise` where it names none. */
static size_t
column_of(clausary_slice place, size_t otherwise)
{
	size_t column = 0, i = 0;
	for (; i < place.size && i < 4 && clausary_ascii_is_letter(place.data[i]); i++)
		column = column * 26 + (size_t)(clausary_ascii_lower(place.data[i]) - 'a') + 1;
	return column ? column - 1 : otherwise;
}

static void
begin_row(sheet_reading *sheet, const clausary_xml_attributes *attributes)
{
	clausary_filling *filling = sheet->rows->filling;
	sheet->rows->count = 0;
	sheet->next = 0;
	filling->line = (uint32_t)clausary_xml_number(
	        clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_PLACE), 1, INT32_MAX,
	        (int32_t)(filling->line < INT32_MAX ? filling->line + 1 : 1));
}

static void
begin_cell(sheet_reading *sheet, const clausary_xml_attributes *attributes)
{
	clausary_slice type = clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_TYPE);
	int32_t style = clausary_xml_number(
	        clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_STYLE), 0, INT32_MAX, 0);
	sheet->column =
	        column_of(clausary_xml_attribute(attributes, CLAUSARY_WORKBOOK_PLACE), sheet->next);
	sheet->next = sheet->column + 1;
	sheet->value.size = 0;
	sheet->cell = (clausary_cell){.type = type.size ? type.data[0] : 'n',
	                              .is_string = clausary_slice_equal(type, CLAUSARY_SLICE("s")),
	                              .is_date = (size_t)style < sheet->workbook->are_dates.count
	                                         && sheet->workbook->are_dates.items[style]};
}

static void
end_cell(sheet_reading *sheet)
{
	clausary_buffer *to = clausary_table_cell(sheet->rows, sheet->column);
	if (to == NULL || sheet->value.size == 0)
		return;
	if (!sheet->cell.is_string)
		clausary_cell_unescape(&sheet->value, 0);
	sheet->cell.value = clausary_buffer_slice(&sheet->value);
	to->size = 0;
	clausary_cell_show(to, sheet->workbook, &sheet->cell);
	if (to->size > CLAUSARY_LIMIT_CELL_BYTES)
		to->size = CLAUSARY_LIMIT_CELL_BYTES;
	sheet->shown += to->size;
	if (sheet->shown > CLAUSARY_LIMIT_UNPACKED_BYTES)
		sheet->status =
		        clausary_context_fail(sheet->workbook->package.context, CLAUSARY_ELIMIT,
			                      "the cells of a sheet show more than %d bytes",
			                      CLAUSARY_LIMIT_UNPACKED_BYTES);
}

static void
end_row(sheet_reading *sheet)
{
	if (sheet->rows->count == 0)
		return;
	if (sheet->has_head)
		clausary_table_row(sheet->rows);
	else if (sheet->row++ < HEAD_ROWS)
		sheet->has_head = clausary_table_head(sheet->rows);
	sheet->rows->count = 0;
}

static bool
is_over(const sheet_reading *sheet)
{
	return sheet->status != CLAUSARY_OK || sheet->rows->filling->status != CLAUSARY_OK;
}

static void
on_start(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	sheet_reading *sheet = payload;
	if (is_over(sheet))
		return;
	if (name == CLAUSARY_WORKBOOK_ROW)
		begin_row(sheet, attributes);
	else if (name == CLAUSARY_WORKBOOK_CELL)
		begin_cell(sheet, attributes);
	sheet->in_value |= name == CLAUSARY_WORKBOOK_VALUE;
	sheet->in_text |= name == CLAUSARY_WORKBOOK_TEXT;
	sheet->in_phonetic |= name == CLAUSARY_WORKBOOK_PHONETIC;
}

static void
on_end(void *payload, uint32_t name)
{
	sheet_reading *sheet = payload;
	if (is_over(sheet))
		return;
	sheet->in_value &= name != CLAUSARY_WORKBOOK_VALUE;
	sheet->in_text &= name != CLAUSARY_WORKBOOK_TEXT;
	sheet->in_phonetic &= name != CLAUSARY_WORKBOOK_PHONETIC;
	if (name == CLAUSARY_WORKBOOK_CELL)
		end_cell(sheet);
	else if (name == CLAUSARY_WORKBOOK_ROW)
		end_row(sheet);
}

static void
on_text(void *payload, clausary_slice text)
{
	sheet_reading *sheet = payload;
	if (is_over(sheet) || (!sheet->in_value && !sheet->in_text) || sheet->in_phonetic
	    || sheet->value.size > CLAUSARY_LIMIT_CELL_BYTES)
		return;
	clausary_buffer_add(&sheet->value, text);
}

/* Read the first sheet that has a head; `*sheet_at` is which. */
static clausary_status
read_sheets(sheet_reading *sheet, size_t *sheet_at)
{
	clausary_workbook *workbook = sheet->workbook;
	clausary_xml_events events = {
	        .start = on_start, .end = on_end, .text = on_text, .payload = sheet};
	for (*sheet_at = 0; *sheet_at < workbook->sheets.count; ++*sheet_at) {
		sheet->row = 0;
		sheet->in_value = sheet->in_text = sheet->in_phonetic = false;
		sheet->rows->count = 0;
		sheet->rows->filling->line = 0;
		clausary_status status = clausary_workbook_parse(
		        workbook, workbook->sheets.items[*sheet_at].part, events);
		if (status != CLAUSARY_OK || is_over(sheet) || sheet->has_head)
			return status == CLAUSARY_OK ? sheet->status : status;
	}
	return clausary_table_refuse(sheet->rows);
}

static clausary_status
read_workbook(clausary_reading *reading, clausary_table *rows, clausary_workbook *workbook,
              clausary_slice bytes)
{
	sheet_reading sheet = {.rows = rows, .workbook = workbook};
	size_t at = 0;
	clausary_status status =
	        clausary_workbook_open(workbook, reading->context, reading->name, bytes);
	if (status == CLAUSARY_OK)
		status = read_sheets(&sheet, &at);
	if (status == CLAUSARY_OK && workbook->sheets.count > 1)
		clausary_diagnose(reading->context, CLAUSARY_DIAGNOSTIC_SHEETS, reading->name, 0,
		                  "of its %zu sheets the one named '%.*s' is read",
		                  workbook->sheets.count, (int)workbook->sheets.items[at].name.size,
		                  workbook->sheets.items[at].name.data);
	clausary_buffer_finish(&sheet.value);
	return status;
}

/* A zip archive says at its end what it holds: all of it is needed. */
static clausary_status
take_all(clausary_reading *reading, clausary_buffer *bytes)
{
	enum { CHUNK = 65536 };
	ptrdiff_t got;
	do {
		clausary_buffer_reserve(bytes, CHUNK);
		got = reading->input->read(reading->input->payload, bytes->data + bytes->size,
		                           CHUNK);
		bytes->size += got > 0 ? (size_t)got : 0;
	} while (got > 0 && bytes->size <= CLAUSARY_LIMIT_FILE_BYTES);
	if (got < 0)
		return clausary_context_fail(reading->context, CLAUSARY_EIO,
		                             "it cannot be read to its end");
	if (bytes->size > CLAUSARY_LIMIT_FILE_BYTES)
		return clausary_context_fail(reading->context, CLAUSARY_ELIMIT,
		                             "the file has more than %d bytes",
		                             CLAUSARY_LIMIT_FILE_BYTES);
	return CLAUSARY_OK;
}

static clausary_status
read_xlsx(clausary_reading *reading)
{
	clausary_table *rows = clausary_memory_zeros(1, sizeof *rows);
	clausary_workbook workbook = {0};
	clausary_buffer bytes = {0};
	clausary_status status = take_all(reading, &bytes);
	clausary_table_begin(rows, reading);
	if (status == CLAUSARY_OK)
		status = read_workbook(reading, rows, &workbook, clausary_buffer_slice(&bytes));
	clausary_table_finish(rows);
	clausary_workbook_close(&workbook);
	clausary_buffer_finish(&bytes);
	free(rows);
	return status;
}

static unsigned
bid(clausary_slice head)
{
	return clausary_slice_starts(head, CLAUSARY_SLICE("PK\3\4")) ? 60 : 0;
}

const clausary_termbase_reader clausary_termbase_reader_xlsx = {
        .name = "xlsx",
        .label = "Excel workbook: the first sheet with a table of terms",
        .bid = bid,
        .read = read_xlsx,
};
