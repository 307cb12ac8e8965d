/* Comma-separated values: fields and records. */
#ifndef CLAUSARY_WRITE_CSV_OUT_H
#define CLAUSARY_WRITE_CSV_OUT_H

#include "write/rows.h"
#include "write/sink.h"

typedef struct clausary_csv {
	clausary_sink *sink;
	bool comma; /* the record has a field */
} clausary_csv;

/** Add a field, quoted where it must be. */
void clausary_csv_field(clausary_csv *csv, clausary_slice text);

/** End the record. */
void clausary_csv_end(clausary_csv *csv);

/** Rows that become records. */
clausary_rows clausary_csv_rows(clausary_csv *csv);

#endif
