/* Labels in other digits and marks than those of ASCII, laid out as labels of ASCII. */
#ifndef CLAUSARY_DOCUMENT_LABEL_NARROW_H
#define CLAUSARY_DOCUMENT_LABEL_NARROW_H

#include "base/slice.h"

enum { CLAUSARY_NARROW_BYTES = 32 };

/* A beginning of a text in ASCII. */
typedef struct clausary_narrow {
	char text[CLAUSARY_NARROW_BYTES];
	uint8_t from[CLAUSARY_NARROW_BYTES + 1]; /* of each byte, and of the end: its place in the
	                                            text */
	size_t size;
	bool glued; /* text of a script without blanks follows the label at once */
} clausary_narrow;

/** Whether a label at the start of `text` may hold more than ASCII. */
bool clausary_narrow_needed(clausary_slice text);

/**
 * Write the beginning of `text` in ASCII: full-width forms, Cyrillic letters as the Latin ones
 * that they look like, numerals as digits, U+3001 as a comma
 * (which no label of ASCII has), a wide blank as a tab. What follows becomes one U+0001; where it
 * is of a script without blanks, a blank stands before it and `glued` is set.
 */
void clausary_narrow_read(clausary_narrow *narrow, clausary_slice text);

#endif
