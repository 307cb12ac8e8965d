/* Excel workbooks (ISO/IEC 29500-1, clause 18, strict and transitional): their sheets, and the text
 * that a cell shows. */
#ifndef CLAUSARY_TRANSFER_WORKBOOK_H
#define CLAUSARY_TRANSFER_WORKBOOK_H

#include "base/array.h"
#include "base/map.h"
#include "input/package.h"

/* The names that are read: X(NAME, "name", space). */
#define CLAUSARY_WORKBOOK_NAMES(X)                                                                 \
	X(SHEET, "sheet", S)                                                                       \
	X(WORKBOOK_PROPERTIES, "workbookPr", S)                                                    \
	X(STRING, "si", S)                                                                         \
	X(TEXT, "t", S)                                                                            \
	X(PHONETIC, "rPh", S)                                                                      \
	X(FORMAT, "numFmt", S)                                                                     \
	X(CELL_FORMATS, "cellXfs", S)                                                              \
	X(CELL_FORMAT, "xf", S)                                                                    \
	X(ROW, "row", S)                                                                           \
	X(CELL, "c", S)                                                                            \
	X(VALUE, "v", S)                                                                           \
	X(RELATIONSHIP, "Relationship", PACKAGE)                                                   \
	X(RELATION, "id", R)                                                                       \
	X(NAME, "name", NONE)                                                                      \
	X(SINCE_1904, "date1904", NONE)                                                            \
	X(FORMAT_ID, "numFmtId", NONE)                                                             \
	X(FORMAT_CODE, "formatCode", NONE)                                                         \
	X(PLACE, "r", NONE)                                                                        \
	X(TYPE, "t", NONE)                                                                         \
	X(STYLE, "s", NONE)                                                                        \
	X(RELATIONSHIP_ID, "Id", NONE)                                                             \
	X(RELATIONSHIP_TYPE, "Type", NONE)                                                         \
	X(TARGET, "Target", NONE)

enum {
	CLAUSARY_WORKBOOK_OTHER,
#define X(NAME, name, space) CLAUSARY_WORKBOOK_##NAME,
	CLAUSARY_WORKBOOK_NAMES(X)
#undef X
	        CLAUSARY_WORKBOOK_NAME_COUNT
};

typedef struct clausary_sheet {
	clausary_slice name;
	const char *part;
} clausary_sheet;

typedef struct clausary_workbook {
	clausary_package package;
	clausary_arena arena;
	CLAUSARY_ARRAY(clausary_sheet) sheets; /* in the order of their tabs */
	bool since_1904;                       /* days count from there */
	const char *strings_part, *styles_part;
	clausary_buffer strings;        /* the shared strings one after the other … */
	CLAUSARY_ARRAY(uint32_t) ends;  /* … and where each ends */
	CLAUSARY_ARRAY(bool) are_dates; /* cell formats that show a number as a date */
} clausary_workbook;

/**
 * Open the workbook in `bytes`, which must outlive it. `name` is the file's, for messages.
 *
 * Owner: caller ends it with clausary_workbook_close(), also when this fails.
 * Fails: CLAUSARY_EFORMAT no workbook, CLAUSARY_ELIMIT too big.
 */
clausary_status clausary_workbook_open(clausary_workbook *workbook, clausary_context *context,
                                       const char *name, clausary_slice bytes);

void clausary_workbook_close(clausary_workbook *workbook);

/** Parse a part of it. Fails: as clausary_package_parse(). */
clausary_status clausary_workbook_parse(clausary_workbook *workbook, const char *part,
                                        clausary_xml_events events);

/* What is known of a cell at its end. */
typedef struct clausary_cell {
	char type;      /* the first letter of its type: s, b, n, i(nline), e … */
	bool is_string; /* shared */
	bool is_date;
	clausary_slice value;
} clausary_cell;

/** Add what a cell shows: its string, its number, its date ("2031-05-04"). */
void clausary_cell_show(clausary_buffer *to, const clausary_workbook *workbook,
                        const clausary_cell *cell);

/** Whether a format code shows numbers as dates: "yyyy-mm-dd", not "0.0". */
bool clausary_is_date_format(clausary_slice code);

/** Undo what a string of XML needs for characters that XML has not: "_x0009_" is a tab. `text` from
 * `start` on becomes what it says. */
void clausary_cell_unescape(clausary_buffer *text, size_t start);

#endif
