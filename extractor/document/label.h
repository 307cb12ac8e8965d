/* Printed labels of clauses: "3.2.1", "A.2", "1.", "(a)", "iv)", "14", "•". */
#ifndef CLAUSARY_DOCUMENT_LABEL_H
#define CLAUSARY_DOCUMENT_LABEL_H

#include "base/buffer.h"

typedef enum clausary_label_kind {
	CLAUSARY_LABEL_NONE,
	CLAUSARY_LABEL_DECIMAL, /* two components or more: "3.2.1", "A.2", "II.3" */
	CLAUSARY_LABEL_NUMBER,
	CLAUSARY_LABEL_LETTER, /* one letter, or one letter doubled ("aa"); may also be Roman, see
	                          `roman` */
	CLAUSARY_LABEL_ROMAN,  /* Roman of more than one letter */
	CLAUSARY_LABEL_BULLET
} clausary_label_kind;

enum { CLAUSARY_LABEL_COMPONENTS = 10 };

typedef struct clausary_label {
	clausary_label_kind kind;
	clausary_slice mark;  /* as printed: "(a)" */
	clausary_slice value; /* without its brackets and stops: "a", "3.2.1" */
	size_t size;          /* bytes of mark and blanks after it: where the text begins */
	char open;            /* '(' or 0 */
	char close;           /* ')', '.', ',' (for U+3001), '-' or 0 */
	bool wide;            /* followed by a tab, several blanks, or nothing: surely a label */
	bool capital;         /* of letters and Roman numbers */
	uint32_t number;      /* the value of NUMBER, ROMAN, LETTER (a = 1, aa = 27) */
	uint32_t twin;  /* of a LETTER: the place of the Latin letter that looks like it, or 0 */
	bool turned;    /* of DECIMAL: printed with the last part first */
	uint32_t roman; /* of a LETTER: its value as a Roman number, 0 if none */
	uint32_t count; /* of DECIMAL */
	uint32_t components[CLAUSARY_LABEL_COMPONENTS]; /* a letter component counts from 0x10000
	                                                   (A) */
} clausary_label;

/**
 * The label that `text` begins with; `kind` is NONE where there is none. `text` begins with no
 * blanks. A label ends before a blank, before text of a script without blanks, or at the end of the
 * text.
 */
clausary_label clausary_label_parse(clausary_slice text);

/** Whether a label may begin `text`, or a letter of a language as one. Most texts begin with a
 * word, letters without a mark behind them, and that is told by a look at their bytes. */
bool clausary_label_may_begin(clausary_slice text);

/** Add the value of a label in ASCII, as keys have it: "3.2.1", "a", "12". */
void clausary_label_write(const clausary_label *label, clausary_buffer *to);

/** The value of a Roman number in letters of one case, or 0. */
uint32_t clausary_roman_value(clausary_slice text);

/** -1, 0 or 1: the order of two DECIMAL labels, component by component. */
int clausary_label_compare(const clausary_label *a, const clausary_label *b);

/** Whether a DECIMAL label is the next one after `last`: its first child, its sibling, or that of
 * an ancestor. */
bool clausary_label_is_next(const clausary_label *last, const clausary_label *label);

/** Whether a DECIMAL label was put in after `last`, whose number it repeats: "3.2bis" after "3.2".
 */
bool clausary_label_is_inserted(const clausary_label *last, const clausary_label *label);

/** Whether a DECIMAL label is the beginning of another or all of it: "3.1" of "3.1.4". */
bool clausary_label_begins(const clausary_label *a, const clausary_label *b);

#endif
