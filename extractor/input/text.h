/* The parts of the plain text reader: lines, evidence of hard wrapping, page furniture, converters'
 * marks. */
#ifndef CLAUSARY_INPUT_TEXT_H
#define CLAUSARY_INPUT_TEXT_H

#include "base/array.h"
#include "document/builder.h"
#include "input/encoding.h"

/* Where a byte next stands. Looks ahead by a window that stays in the processor's cache. */
typedef struct clausary_text_needle {
	const char *at; /* a hit, or how far there is none */
	bool hit;
	char byte;
} clausary_text_needle;

/** The first hit in `from` to `to`, or NULL; `from` never goes back. `end` is the end of the text.
 */
const char *clausary_text_seek(clausary_text_needle *needle, const char *from, const char *to,
                               const char *end);

typedef struct clausary_text_line {
	clausary_slice raw;  /* without its line end */
	clausary_slice text; /* without blanks at its ends; empty for a blank line */
	uint32_t number;     /* from 1, as editors count: by LF, CRLF and CR */
	bool page;           /* a form feed ends it */
} clausary_text_line;

/* The lines of a text: LF, CRLF, CR, form feed, U+2028 and U+2029 end them. */
typedef struct clausary_text_lines {
	const char *at, *end;
	uint32_t number; /* of the line read last */
	clausary_text_needle feed, carriage, page, separator;
	bool same;   /* the next line has the same number: a form feed or a separator came before it
	              */
	bool simple; /* no line end but LF is in the text */
} clausary_text_lines;

/** Start at the front of `text`; `survey` is that of the text, or of a text that it is part of. */
clausary_text_lines clausary_text_lines_of(clausary_slice text, const clausary_survey *survey);

/** Read the next line; false at the end of the text. */
bool clausary_text_next(clausary_text_lines *lines, clausary_text_line *line);

/** The blank columns a line begins with; tabs go to the next multiple of eight. */
size_t clausary_text_indent(const clausary_text_line *line);

/**
 * The column at which the lines of `text` were broken by hard, or 0 where a line is a paragraph.
 * Looks at the front of the text.
 */
size_t clausary_text_width(clausary_slice text, const clausary_survey *survey);

/** A paragraph that is being put together from hard-wrapped lines. */
typedef struct clausary_text_paragraph {
	clausary_text_line first, last;
	size_t indent, hanging; /* of its first and its later lines */
	size_t lines;           /* 0: none */
} clausary_text_paragraph;

/** Whether `line`, which follows with nothing between, goes on with the paragraph. */
bool clausary_text_joins(const clausary_text_paragraph *paragraph, const clausary_text_line *line,
                         size_t width);

typedef CLAUSARY_ARRAY(clausary_slice) clausary_text_slices;

/** Add the heads and feet of pages, whole lines in the order of the text, to `furniture`. */
void clausary_text_furniture(clausary_slice text, clausary_text_slices *furniture);

/* Marks that converters from Word leave in a text. */
typedef enum clausary_text_mark_kind {
	CLAUSARY_TEXT_DROP, /* a bookmark, an image, an error of a field */
	CLAUSARY_TEXT_CALL, /* of a note */
	CLAUSARY_TEXT_NOTE  /* the body of a note */
} clausary_text_mark_kind;

typedef struct clausary_text_mark {
	clausary_text_mark_kind kind;
	clausary_slice whole;
	clausary_slice number; /* of a call and a note: what ties them */
	clausary_slice label;  /* of a note: the printed one, may be empty */
	clausary_slice body;   /* of a note: label included */
} clausary_text_mark;

typedef struct clausary_text_marks {
	CLAUSARY_ARRAY(clausary_text_mark) found;
	CLAUSARY_ARRAY(size_t) calls; /* in `found`, in the order of the text */
	size_t expected;              /* the call whose note should come next */
	unsigned unclosed;            /* notes that did not end, in the whole text */
} clausary_text_marks;

/**
 * Find the marks of a paragraph. A note's body may go on after the paragraph, before `end`:
 * `*paragraph` then grows to the end of that line.
 */
void clausary_text_find_marks(clausary_text_marks *marks, clausary_slice *paragraph,
                              const char *end);

#endif
