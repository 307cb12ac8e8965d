/* Rows of cells that become entries of a termbase. The head says what the columns are, or --columns
 * does. */
#ifndef CLAUSARY_TRANSFER_TABLE_H
#define CLAUSARY_TRANSFER_TABLE_H

#include "transfer/column.h"
#include "transfer/reader.h"

enum { CLAUSARY_TABLE_COLUMNS = 512 }; /* more are no glossary */

typedef struct clausary_table {
	clausary_reading *reading;
	clausary_filling *filling;
	CLAUSARY_ARRAY(clausary_buffer) cells; /* of the row; buffers are used again */
	size_t count;                          /* cells of the row: 0 begins another */
	clausary_column columns[CLAUSARY_TABLE_COLUMNS];
	size_t column_count;
	bool has_language, has_id; /* columns */
	bool is_ours;              /* several terms in a cell are parted by "; " */
	clausary_slice id;         /* of the entry that is open */
} clausary_table;

void clausary_table_begin(clausary_table *table, clausary_reading *reading);

void clausary_table_finish(clausary_table *table);

/** Cell `at` of the row, which gets empty ones before it; NULL past CLAUSARY_TABLE_COLUMNS. Valid
 * until the next call. */
clausary_buffer *clausary_table_cell(clausary_table *table, size_t at);

/**
 * Take the row for the head, or the columns as they were given: then a row that is no head is an
 * entry. What the columns are taken for is told. Fails: false, neither names a term in a language.
 */
bool clausary_table_head(clausary_table *table);

/** Put the row into the termbase. */
void clausary_table_row(clausary_table *table);

/** Say that no head was found. Returns CLAUSARY_EFORMAT. */
clausary_status clausary_table_refuse(clausary_table *table);

#endif
