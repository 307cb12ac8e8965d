/* Tables of a termbase for spreadsheets: what stands in the rows, whatever they are written into.
 */
#ifndef CLAUSARY_WRITE_ROWS_H
#define CLAUSARY_WRITE_ROWS_H

#include "termbase/termbase.h"

/* Receives rows, field by field; the first row is the head. */
typedef struct clausary_rows {
	void (*field)(void *payload, clausary_slice text);
	void (*end)(void *payload); /* of the row */
	void *payload;
} clausary_rows;

/** A row a concept, columns for every language. */
void clausary_rows_wide(const clausary_rows *rows, const clausary_termbase *termbase);

/** A row a doubt: what a person should look at, and why. */
void clausary_rows_doubts(const clausary_rows *rows, const clausary_termbase *termbase);

#endif
