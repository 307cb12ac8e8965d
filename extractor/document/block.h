/* Blocks: what readers make and outline.c turns into clauses. */
#ifndef CLAUSARY_DOCUMENT_BLOCK_H
#define CLAUSARY_DOCUMENT_BLOCK_H

#include "base/slice.h"

typedef enum clausary_block_kind {
	CLAUSARY_BLOCK_PARAGRAPH,
	CLAUSARY_BLOCK_HEADING,     /* the source says so: <h2>, a heading style */
	CLAUSARY_BLOCK_ITEM,        /* of a list */
	CLAUSARY_BLOCK_CELL,        /* of a table */
	CLAUSARY_BLOCK_TERM,        /* of a definition list: <dt> */
	CLAUSARY_BLOCK_DESCRIPTION, /* of a definition list: <dd> */
	CLAUSARY_BLOCK_NOTE,        /* footnote or endnote body */
	CLAUSARY_BLOCK_CAPTION,
	CLAUSARY_BLOCK_QUOTE,
	CLAUSARY_BLOCK_CODE,
	CLAUSARY_BLOCK_CONTENTS, /* an entry of a table of contents: no clause, no finding */
	CLAUSARY_BLOCK_FURNITURE /* page heads and feet: no clause, no finding */
} clausary_block_kind;

#define CLAUSARY_BLOCK_CONTINUES 1u /* reads on from the block before it: a title on two lines */
#define CLAUSARY_BLOCK_STRONG 2u    /* all of it is bold */
#define CLAUSARY_BLOCK_EMPHASIS 4u  /* all of it is italic */
#define CLAUSARY_BLOCK_CENTRED 8u
#define CLAUSARY_BLOCK_HEAD_CELL 16u /* a cell of a table's head row */
#define CLAUSARY_BLOCK_NUMBERED                                                                    \
	32u /* the label was made by automatic numbering or a list's counter */
#define CLAUSARY_BLOCK_BULLET 64u       /* an item whose printed mark is a bullet */
#define CLAUSARY_BLOCK_IN_SEQUENCE 256u /* "2 Lighting" in a sequence of such lines: a heading */
#define CLAUSARY_BLOCK_TITLE 128u       /* the source says it is the document's title */
#define CLAUSARY_BLOCK_OPENS 256u       /* cut off before the clause word that it begins with */

typedef struct clausary_block {
	clausary_span span;   /* in the document's text, printed label included */
	clausary_span label;  /* the printed label where the source knows it; empty otherwise */
	uint32_t kind;        /* clausary_block_kind */
	uint32_t flags;       /* CLAUSARY_BLOCK_… */
	uint32_t level;       /* heading 1-9, nesting of items from 1, else 0 */
	uint32_t table;       /* of a cell: number of its table in the document from 1 */
	uint32_t row, column; /* of a cell: from 0 */
	uint32_t line; /* place in the source: line of a text file, paragraph of a Word file, from 1
	                */
	uint32_t clause;      /* set by outline.c; CLAUSARY_NONE before */
	char first, last;     /* bytes of the text: what a pass over all blocks looks at, of a long
	                         text they are far from the processor */
	const char *language; /* BCP 47, where it is not the document's; NULL otherwise */
} clausary_block;

/** Set the first and the last byte of a block of `text`. */
void clausary_block_see_ends(clausary_block *block, clausary_slice text);

/** Whether a block begins, or ends, with a digit of ASCII; it may where a blank or a character
 * beyond ASCII stands there. */
static inline bool
clausary_block_may_be_digit(char edge)
{
	return clausary_ascii_is_digit(edge) || edge <= ' ' || (unsigned char)edge >= 0x80;
}

/* What a reader knows about a run of text inside a block. */
typedef enum clausary_mark_kind {
	CLAUSARY_MARK_STRONG,
	CLAUSARY_MARK_EMPHASIS,
	CLAUSARY_MARK_DEFINED,      /* <dfn> */
	CLAUSARY_MARK_ABBREVIATION, /* <abbr>; `value` is its title, the expansion */
	CLAUSARY_MARK_CHANGED       /* a tracked change put it there, or took away what stood before
	                               it */
} clausary_mark_kind;

typedef struct clausary_mark {
	clausary_span span;
	uint32_t kind;        /* clausary_mark_kind */
	clausary_slice value; /* owned by the document */
} clausary_mark;

#endif
