/* Inside the Word reader: the running text of a part while it is parsed. */
#ifndef CLAUSARY_INPUT_DOCX_BODY_H
#define CLAUSARY_INPUT_DOCX_BODY_H

#include "base/limits.h"
#include "input/docx.h"

/* What the children of an element are. */
enum {
	CLAUSARY_DOCX_IN_FLOW,    /* paragraphs, runs, tables, and whatever wraps them */
	CLAUSARY_DOCX_IN_GALLERY, /* the same, of a table of contents */
	CLAUSARY_DOCX_IN_PARAGRAPH_PROPERTIES,
	CLAUSARY_DOCX_IN_NUMBERING,       /* w:numPr */
	CLAUSARY_DOCX_IN_MARK_PROPERTIES, /* w:rPr of a paragraph mark */
	CLAUSARY_DOCX_IN_RUN_PROPERTIES,
	CLAUSARY_DOCX_IN_ROW_PROPERTIES,
	CLAUSARY_DOCX_IN_CELL_PROPERTIES,
	CLAUSARY_DOCX_IN_CONTROL_PROPERTIES, /* w:sdtPr */
	CLAUSARY_DOCX_IN_TEXT,
	CLAUSARY_DOCX_IN_INSTRUCTION,
	CLAUSARY_DOCX_IN_ALTERNATIVES, /* mc:AlternateContent, nothing taken yet */
	CLAUSARY_DOCX_IN_ALTERNATIVES_TAKEN,
	CLAUSARY_DOCX_SKIP
};

/* A field that has begun (ISO/IEC 29500-1, 17.16). */
typedef struct clausary_docx_field {
	char keyword[8]; /* what its instruction starts with, cut; NUL-terminated */
	bool named;      /* the keyword is complete */
	bool result;     /* past the instruction: its text is printed */
	bool contents;   /* a table of contents or an index, and past the instruction */
	bool simple;     /* w:fldSimple: ends with its element */
} clausary_docx_field;

/* A table that has begun. */
typedef struct clausary_docx_table {
	uint32_t number;                /* in the document, from 1 */
	uint32_t row, column;           /* of the open cell, from 0 */
	uint32_t next_column;           /* of the next cell of the row */
	uint32_t span;                  /* columns of the open cell */
	uint32_t cells;                 /* so far */
	bool begun;                     /* a row has been read */
	bool head;                      /* the open row is a head row */
	bool row_dropped, cell_dropped; /* deleted, or covered by a merged cell */
} clausary_docx_table;

/* Text that flows on its own: the body, a note, or a text box inside a paragraph of these. */
typedef struct clausary_docx_frame {
	clausary_docx_story story;
	/* the paragraph being read, or carried over because its mark is deleted */
	bool open, carried;
	clausary_buffer text;
	CLAUSARY_ARRAY(clausary_docx_mark) marks;
	CLAUSARY_ARRAY(clausary_docx_call) calls;
	clausary_docx_records boxes; /* paragraphs of the text boxes that hang in it */
	clausary_docx_properties properties;
	uint32_t line;
	bool mark_removed, mark_hidden, mark_joins; /* of the paragraph mark */
	bool visible, plain, upright; /* it has text; some of it is not bold; not italic */
	bool contents;
	clausary_docx_mark strong, emphasis,
	        changed; /* the marks that are still growing; start == end: none */
	bool removed;    /* text was taken away by a tracked change, and none has come since */
	/* the run being read */
	clausary_docx_run run;
	bool resolved, is_strong, is_emphasis, is_hidden; /* effective; known when `resolved` */
	bool marking; /* text is the printed mark of the last call */
	/* what the paragraph stands in */
	CLAUSARY_ARRAY(clausary_docx_field) fields;
	uint32_t instructions, contents_fields; /* open fields before their result; of contents */
	size_t contents_from; /* fields before this one are not taken for a table of contents */
	CLAUSARY_ARRAY(clausary_docx_table) tables;
	uint32_t dropped; /* open rows and cells that are not read */
} clausary_docx_frame;

typedef struct clausary_docx_body {
	clausary_docx *docx;
	bool endnotes;
	clausary_docx_notes *notes;   /* where paragraphs go, or NULL: to the builder */
	clausary_docx_frame **frames; /* made so far; of use: `frame_count` */
	size_t frame_count, frame_made;
	clausary_docx_frame *frame; /* the innermost */
	unsigned char contexts[CLAUSARY_LIMIT_ELEMENT_DEPTH + 1];
	uint32_t depth;              /* of elements that are read */
	uint32_t skipped;            /* depth inside an element that is not read */
	uint32_t sdt;                /* depth of the last w:sdt with properties */
	uint32_t galleries;          /* open w:sdt that hold a table of contents */
	uint32_t changes;            /* open tracked changes whose text is read */
	uint32_t paragraphs, tables; /* counted so far */
	bool preserve;               /* blanks at the ends of the open w:t count */
	clausary_buffer piece;       /* text of the open w:t */
	clausary_buffer label, mark;
	bool foreign; /* the root element is not w:document */
} clausary_docx_body;

/* docx_properties.c */

/** Take an element inside properties of kind `context`; returns what its children are. */
int clausary_docx_enter_properties(clausary_docx_body *body, int context, uint32_t name,
                                   const clausary_xml_attributes *attributes);

/* docx_paragraph.c */

/** Begin and end a text box or the text itself. */
void clausary_docx_open_frame(clausary_docx_body *body, clausary_docx_story story);
void clausary_docx_close_frame(clausary_docx_body *body);

/** Forget fields and tables that were not closed. */
void clausary_docx_reset_frame(clausary_docx_frame *frame);

void clausary_docx_open_paragraph(clausary_docx_body *body);

/** End the open paragraph: it is pushed, or carried into the next one. Nothing when none is open.
 */
void clausary_docx_close_paragraph(clausary_docx_body *body);

/** Push a paragraph that was carried but has no successor. */
void clausary_docx_end_carried(clausary_docx_body *body);

/** Printed text of the open run. */
void clausary_docx_add_text(clausary_docx_body *body, clausary_slice text);

/** A tracked change takes text away here. */
void clausary_docx_remove_text(clausary_docx_frame *frame);

/** A note is called in the open run. */
void clausary_docx_add_call(clausary_docx_body *body, bool endnote, clausary_slice id, bool marked);

/** The open run ends. */
void clausary_docx_end_run(clausary_docx_frame *frame, clausary_docx_body *body);

/* docx_field.c */

void clausary_docx_field_character(clausary_docx_frame *frame, clausary_slice type);
void clausary_docx_open_simple_field(clausary_docx_frame *frame, clausary_slice instruction);
void clausary_docx_close_simple_field(clausary_docx_frame *frame);
void clausary_docx_add_instruction(clausary_docx_frame *frame, clausary_slice text);

/** The table of contents that is open has ended, whatever the fields say. */
void clausary_docx_end_contents(clausary_docx_frame *frame);

/* docx_table.c */

void clausary_docx_open_table(clausary_docx_body *body);
void clausary_docx_close_table(clausary_docx_frame *frame);
void clausary_docx_open_row(clausary_docx_frame *frame);
void clausary_docx_close_row(clausary_docx_frame *frame);
void clausary_docx_open_cell(clausary_docx_body *body);
void clausary_docx_close_cell(clausary_docx_frame *frame);
void clausary_docx_row_property(clausary_docx_body *body, uint32_t name,
                                const clausary_xml_attributes *attributes);
void clausary_docx_cell_property(clausary_docx_body *body, uint32_t name,
                                 const clausary_xml_attributes *attributes);

#endif
