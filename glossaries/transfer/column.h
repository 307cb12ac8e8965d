/* What a column of a table is, by what stands in its head. */
#ifndef CLAUSARY_TRANSFER_COLUMN_H
#define CLAUSARY_TRANSFER_COLUMN_H

#include "transfer/filling.h"

typedef enum clausary_column_kind {
	CLAUSARY_COLUMN_NOTHING, /* left out */
	CLAUSARY_COLUMN_ID,
	CLAUSARY_COLUMN_LANGUAGE, /* of the row */
	CLAUSARY_COLUMN_TERM,
	CLAUSARY_COLUMN_SHORT_FORM, /* a term that is one */
	CLAUSARY_COLUMN_SOURCE_OF,  /* the source of the field before it: definition or context */
	CLAUSARY_COLUMN_FIELD       /* a data category */
} clausary_column_kind;

typedef struct clausary_column {
	clausary_column_kind kind;
	clausary_slice language; /* empty: of the row, or of the entry */
	clausary_slice field;    /* the name of a field; of a source "definition" or "context" */
	bool of_entry;           /* the head says so, whatever the row is of */
} clausary_column;

/**
 * Understand the head of a column: "fr:term", "Definition (fr)", "French", "note". Languages are
 * known by their tags and by their English names (ICU).
 */
clausary_column clausary_column_of(clausary_filling *filling, clausary_slice head);

/** Add what a column was taken for, as `--columns` has it: "fr:term". */
void clausary_column_print(clausary_buffer *to, const clausary_column *column);

#endif
