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

/* "'Read me', 'Terms'": the names of the sheets, as many as a person reads. */
static void
add_names(clausary_buffer *to, const clausary_workbook *workbook)
{
	enum { NAMED = 12, NAME_BYTES = 40 };
	for (size_t i = 0; i < workbook->sheets.count && i < NAMED; i++) {
		clausary_slice name = workbook->sheets.items[i].name;
		size_t size = name.size < NAME_BYTES ? name.size : NAME_BYTES;
		while (size < name.size && size && ((unsigned char)name.data[size] & 0xc0) == 0x80)
			size--;
		clausary_buffer_print(to, "%s'%.*s'", i ? ", " : "", (int)size, name.data);
	}
	if (workbook->sheets.count > NAMED)
		clausary_buffer_add(to, CLAUSARY_SLICE(", …"));
}

/* The sheet that is asked for: by its name, else by its name whatever its letters' case, else by
 * its number. The number of sheets where there is none. */
static size_t
find_sheet(const clausary_workbook *workbook, const char *asked)
{
	clausary_slice name = clausary_slice_of(asked);
	for (size_t i = 0; i < workbook->sheets.count; i++)
		if (clausary_slice_equal(workbook->sheets.items[i].name, name))
			return i;
	for (size_t i = 0; i < workbook->sheets.count; i++)
		if (clausary_slice_equal_ascii(workbook->sheets.items[i].name, name))
			return i;
	int32_t number = clausary_xml_number(name, 1, INT32_MAX, 0);
	return number && (size_t)number <= workbook->sheets.count ? (size_t)number - 1
	                                                          : workbook->sheets.count;
}

/* There is no sheet of that name, or none that has a head. */
static clausary_status
fail_with_names(const sheet_reading *sheet, bool asked)
{
	clausary_context *context = sheet->workbook->package.context;
	clausary_buffer names = {0};
	add_names(&names, sheet->workbook);
	int size = (int)names.size;
	const char *text = names.data ? names.data : "";
	clausary_status status =
	        asked ? clausary_context_fail(context, CLAUSARY_EFORMAT,
		                              "there is no such sheet; its sheets are: %.*s", size,
		                              text)
		      : clausary_context_fail(
	                        context, CLAUSARY_EFORMAT,
	                        "no sheet has a head that names a term in a language (its sheets "
	                        "are: %.*s); say with --sheet which to read and with --columns "
	                        "what its columns are, as in en:term,fr:term,note",
	                        size, text);
	clausary_buffer_finish(&names);
	return status;
}

/* Read the sheet asked for, else the first that has a head; `*sheet_at` is which. */
static clausary_status
read_sheets(sheet_reading *sheet, const char *asked, size_t *sheet_at)
{
	clausary_workbook *workbook = sheet->workbook;
	clausary_xml_events events = {
	        .start = on_start, .end = on_end, .text = on_text, .payload = sheet};
	size_t first = asked ? find_sheet(workbook, asked) : 0;
	size_t end = asked ? first + 1 : workbook->sheets.count;
	if (asked && first == workbook->sheets.count)
		return fail_with_names(sheet, true);
	for (*sheet_at = first; *sheet_at < end; ++*sheet_at) {
		sheet->row = 0;
		sheet->in_value = sheet->in_text = sheet->in_phonetic = false;
		sheet->rows->count = 0;
		sheet->rows->filling->line = 0;
		clausary_status status = clausary_workbook_parse(
		        workbook, workbook->sheets.items[*sheet_at].part, events);
		if (status != CLAUSARY_OK || is_over(sheet) || sheet->has_head)
			return status == CLAUSARY_OK ? sheet->status : status;
	}
	if (!asked && workbook->sheets.count > 1)
		return fail_with_names(sheet, false);
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
		status = read_sheets(&sheet, reading->options->sheet, &at);
	if (status == CLAUSARY_OK && workbook->sheets.count > 1 && !reading->options->sheet) {
		clausary_buffer names = {0};
		add_names(&names, workbook);
		clausary_diagnose(reading->context, CLAUSARY_DIAGNOSTIC_SHEETS, reading->name, 0,
		                  "of its %zu sheets the one named '%.*s' is read; --sheet reads "
		                  "another: %.*s",
		                  workbook->sheets.count, (int)workbook->sheets.items[at].name.size,
		                  workbook->sheets.items[at].name.data, (int)names.size,
		                  names.data);
		clausary_buffer_finish(&names);
	}
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
