/* A workbook of two sheets, entries and doubts: SpreadsheetML (ISO/IEC 29500-1, 18) in a package
 * (29500-2). Strings stand in their cells, so that a row is written when it comes. */
#include "write/rows.h"
#include "write/losses.h"
#include "write/writer.h"
#include "write/xml_out.h"
#include "write/zip_out.h"

#include <stdlib.h>

enum { CELL_BYTES = 32767, MOST_ROWS = 1 << 20, MOST_COLUMNS = 1 << 14 };

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define SHEETS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

#define TYPE(part, type)                                                                           \
	"<Override PartName=\"/" part "\" ContentType=\"application/vnd." type "+xml\"/>"
#define SHEET_TYPE(part, type) TYPE("xl/" part, "openxmlformats-officedocument.spreadsheetml." type)
#define RELATIONS(relations)                                                                       \
	XML "<Relationships xmlns=\"" PACKAGE "/relationships\">" relations "</Relationships>"
#define RELATION(id, type, part)                                                                   \
	"<Relationship Id=\"" id "\" Type=\"" type "\" Target=\"" part "\"/>"
#define FORMAT(font) "numFmtId=\"0\" fontId=\"" font "\" fillId=\"0\" borderId=\"0\""

/* The parts that are the same in every workbook. Style 0 is plain, 1 is bold; of the fills the
 * first two are reserved. */
/* clang-format off */
static const struct {
	const char *name, *text;
} PARTS[] = {
	{"[Content_Types].xml",
	 XML "<Types xmlns=\"" PACKAGE "/content-types\">"
	 "<Default Extension=\"rels\" ContentType=\"application/"
	 "vnd.openxmlformats-package.relationships+xml\"/>"
	 "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
	 SHEET_TYPE("workbook.xml", "sheet.main")
	 SHEET_TYPE("worksheets/sheet1.xml", "worksheet")
	 SHEET_TYPE("worksheets/sheet2.xml", "worksheet")
	 SHEET_TYPE("styles.xml", "styles")
	 TYPE("docProps/core.xml", "openxmlformats-package.core-properties")
	 "</Types>"},
	{"_rels/.rels",
	 RELATIONS(RELATION("rId1", OFFICE "/officeDocument", "xl/workbook.xml")
	           RELATION("rId2", PACKAGE "/relationships/metadata/core-properties",
	                    "docProps/core.xml"))},
	{"xl/_rels/workbook.xml.rels",
	 RELATIONS(RELATION("rId1", OFFICE "/worksheet", "worksheets/sheet1.xml")
	           RELATION("rId2", OFFICE "/worksheet", "worksheets/sheet2.xml")
	           RELATION("rId3", OFFICE "/styles", "styles.xml"))},
	{"xl/workbook.xml",
	 XML "<workbook xmlns=\"" SHEETS "\" xmlns:r=\"" OFFICE "\">"
	 "<bookViews><workbookView/></bookViews><sheets>"
	 "<sheet name=\"entries\" sheetId=\"1\" r:id=\"rId1\"/>"
	 "<sheet name=\"doubts\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"},
	{"xl/styles.xml",
	 XML "<styleSheet xmlns=\"" SHEETS "\"><fonts count=\"2\">"
	 "<font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
	 "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
	 "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
	 "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">"
	 "<border><left/><right/><top/><bottom/><diagonal/></border></borders>"
	 "<cellStyleXfs count=\"1\"><xf " FORMAT("0") "/></cellStyleXfs>"
	 "<cellXfs count=\"2\"><xf " FORMAT("0") " xfId=\"0\"/>"
	 "<xf " FORMAT("1") " xfId=\"0\" applyFont=\"1\"/></cellXfs>"
	 "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/>"
	 "</cellStyles></styleSheet>"},
};
/* clang-format on */

typedef struct sheet {
	clausary_xml xml;
	uint32_t row, column;
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

/* "AB12" */
static clausary_slice
place_of(char name[16], const sheet *s)
{
	char letters[4];
	size_t count = 0, size = 0;
	for (uint32_t rest = s->column + 1; rest > 0; rest = (rest - 1) / 26)
		letters[count++] = (char)('A' + (rest - 1) % 26);
	while (count > 0)
		name[size++] = letters[--count];
	return (clausary_slice){name, (size_t)(clausary_decimal(name + size, s->row + 1) - name)};
}

/* A cell holds so many UTF-16 units: no more bytes are given to it, cut on a code point. */
static void
put_field(void *payload, clausary_slice text)
{
	sheet *s = payload;
	char name[16];
	size_t size = text.size < CELL_BYTES ? text.size : CELL_BYTES;
	while (size < text.size && size > 0 && ((unsigned char)text.data[size] & 0xc0) == 0x80)
		size--;
	s->text.size = 0;
	add_escaped(&s->text, clausary_slice_part(text, 0, size));
	if (s->column == 0)
		clausary_xml_begin(&s->xml, "row");
	if (size && s->column < MOST_COLUMNS) {
		clausary_xml_begin(&s->xml, "c");
		clausary_xml_add_attribute(&s->xml, "r", place_of(name, s));
		if (s->row == 0)
			clausary_xml_add_attribute(&s->xml, "s", CLAUSARY_SLICE("1"));
		clausary_xml_add_attribute(&s->xml, "t", CLAUSARY_SLICE("inlineStr"));
		clausary_xml_begin(&s->xml, "is");
		clausary_xml_begin(&s->xml, "t");
		clausary_xml_add_attribute(&s->xml, "xml:space", CLAUSARY_SLICE("preserve"));
		clausary_xml_text(&s->xml, "t", clausary_buffer_slice(&s->text));
		clausary_xml_end(&s->xml, "is");
		clausary_xml_end(&s->xml, "c");
	}
	s->column++;
}

static void
end_row(void *payload)
{
	sheet *s = payload;
	clausary_xml_end(&s->xml, "row");
	s->column = 0;
	s->row++;
}

static void
put_sheet(clausary_zip *zip, const char *part, const clausary_termbase *termbase,
          void (*put)(const clausary_rows *, const clausary_termbase *))
{
	clausary_sink *to = clausary_sink_new(clausary_zip_begin(zip, part));
	sheet s = {.xml.sink = to};
	clausary_rows rows = {put_field, end_row, &s};
	clausary_sink_literal(
	        to,
	        XML "<worksheet xmlns=\"" SHEETS "\"><sheetViews><sheetView workbookViewId=\"0\">"
	            "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
	            "state=\"frozen\"/></sheetView></sheetViews>"
	            "<cols><col min=\"1\" max=\"41\" width=\"22\" customWidth=\"1\"/></cols>"
	            "<sheetData>");
	put(&rows, termbase);
	clausary_sink_literal(to, "</sheetData></worksheet>");
	clausary_sink_flush(to);
	clausary_buffer_finish(&s.text);
	free(to);
}

/* The title, for the properties that a system shows of a file. */
static void
put_properties(clausary_zip *zip, const clausary_termbase *termbase)
{
	clausary_buffer title = {0};
	clausary_sink *to = clausary_sink_new(clausary_zip_begin(zip, "docProps/core.xml"));
	clausary_xml xml = {.sink = to};
	clausary_termbase_print_title(&title, termbase);
	clausary_sink_literal(to, XML "<cp:coreProperties xmlns:cp=\"" PACKAGE
	                              "/metadata/core-properties\" "
	                              "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">");
	clausary_xml_element(&xml, "dc:title", NULL, clausary_buffer_slice(&title));
	clausary_sink_literal(to, "</cp:coreProperties>");
	clausary_sink_flush(to);
	clausary_buffer_finish(&title);
	free(to);
}

static clausary_status
write_xlsx(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	if (termbase->ordered.count >= MOST_ROWS || termbase->doubts.count >= MOST_ROWS)
		return clausary_context_fail(context, CLAUSARY_EINVALID,
		                             "a sheet holds %d rows, and there are more entries or "
		                             "doubts: write csv-wide",
		                             MOST_ROWS);
	clausary_zip *zip = clausary_zip_new(to);
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
		const clausary_output *part = clausary_zip_begin(zip, PARTS[i].name);
		part->write(part->payload, PARTS[i].text, strlen(PARTS[i].text));
	}
	put_properties(zip, termbase);
	put_sheet(zip, "xl/worksheets/sheet1.xml", termbase, clausary_rows_wide);
	put_sheet(zip, "xl/worksheets/sheet2.xml", termbase, clausary_rows_doubts);
	if (clausary_zip_end(zip))
		return CLAUSARY_OK;
	return clausary_context_fail(context, CLAUSARY_EINVALID,
	                             "the workbook would have more than 4 GiB, which no ZIP file "
	                             "holds: write csv-wide");
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
