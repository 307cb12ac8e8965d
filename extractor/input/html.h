/* The parts of the HTML reader: feeding the parser, what elements mean, lists, notes, text. */
#ifndef CLAUSARY_INPUT_HTML_H
#define CLAUSARY_INPUT_HTML_H

#include "base/array.h"
#include "document/builder.h"
#include "input/reader.h"

/* What an element does. */
typedef enum clausary_html_role {
	CLAUSARY_HTML_INLINE, /* nothing; also every element that is not known */
	CLAUSARY_HTML_BLOCK,  /* ends the line before and after it */
	CLAUSARY_HTML_HEADING,
	CLAUSARY_HTML_QUOTE,
	CLAUSARY_HTML_CODE,
	CLAUSARY_HTML_CAPTION,
	CLAUSARY_HTML_NUMBERS, /* a list with numbers */
	CLAUSARY_HTML_BULLETS,
	CLAUSARY_HTML_ITEM,
	CLAUSARY_HTML_TERM,
	CLAUSARY_HTML_DESCRIPTION,
	CLAUSARY_HTML_TABLE,
	CLAUSARY_HTML_ROW,
	CLAUSARY_HTML_CELL,
	CLAUSARY_HTML_HEAD_CELL,
	CLAUSARY_HTML_CONTENTS,
	CLAUSARY_HTML_BREAK,
	CLAUSARY_HTML_DROP,
	CLAUSARY_HTML_STRONG,
	CLAUSARY_HTML_EMPHASIS,
	CLAUSARY_HTML_DEFINED,
	CLAUSARY_HTML_ABBREVIATION,
	CLAUSARY_HTML_LINK,
	CLAUSARY_HTML_RAISED,
	CLAUSARY_HTML_QUOTED,
	CLAUSARY_HTML_DELETED,
	CLAUSARY_HTML_INSERTED,
	CLAUSARY_HTML_WHOLE /* html and body */
} clausary_html_role;

/** What the element `name` does; `level` gets the level of a heading. */
clausary_html_role clausary_html_role_of(clausary_slice name, uint32_t *level);

/* The attributes that are looked at; empty where absent. */
typedef struct clausary_html_attributes {
	clausary_slice id, name, href, class, style, role, type, title, start, value, language,
	        rows, columns, align, border, sort;
	bool hidden, reversed;
} clausary_html_attributes;

clausary_html_attributes clausary_html_attributes_of(const unsigned char **list);

/** Whether the class attribute has the word `word`. */
bool clausary_html_has_class(clausary_slice classes, const char *word);

/** The value of a property of a style attribute, trimmed; empty where it is not set. */
clausary_slice clausary_html_style(clausary_slice style, const char *property);

/** A number at the start of an attribute's value, or `otherwise`. */
int32_t clausary_html_number(clausary_slice value, int32_t otherwise);

typedef struct clausary_html_list {
	char style; /* 1 a A i I 0 (with leading zero) g (Greek), '-' none, '*' bullet */
	bool numbers;
	int32_t next, step;
} clausary_html_list;

/** Start a list as its element says. */
clausary_html_list clausary_html_list_of(clausary_html_role role,
                                         const clausary_html_attributes *attributes);

/** The label of the next item, added to `label`; nothing for a list that prints none. */
void clausary_html_next_label(clausary_html_list *list, const clausary_html_attributes *item,
                              clausary_buffer *label);

typedef struct clausary_html_table {
	uint32_t number; /* in the document, from 1; 0: none */
	uint32_t row, column;
	uint32_t cells;
	bool started;                   /* a row was opened */
	bool plain;                     /* no border, no head: may be there for the layout only */
	bool labels;                    /* every row so far begins with a label alone */
	CLAUSARY_ARRAY(uint32_t) spans; /* the first row free again, by column */
} clausary_html_table;

void clausary_html_row(clausary_html_table *table);

/** Go to the column of the next cell and take its place; false past CLAUSARY_LIMIT_TABLE_CELLS. */
bool clausary_html_cell(clausary_html_table *table, const clausary_html_attributes *attributes,
                        uint32_t *column);

/** Whether an id or the target of a link is the name of a footnote's body, or of its call. */
bool clausary_html_names_note(clausary_slice name);
bool clausary_html_names_call(clausary_slice name);

/** What is left of a footnote's mark without brackets; empty when `text` is no such mark. */
clausary_slice clausary_html_note_mark(clausary_slice text);

enum { CLAUSARY_HTML_MARKS = 5 }; /* kinds of clausary_mark */

/* What an element passes on to what is inside it. */
typedef struct clausary_html_frame {
	clausary_html_role role;
	clausary_block_kind kind;
	uint32_t level, column;               /* of a heading or of Word's list; of a cell */
	uint32_t serial[CLAUSARY_HTML_MARKS]; /* the element that marks this text; 0: none */
	uint32_t note;                        /* the element that is a footnote; 0: none */
	uint32_t flags;                       /* for blocks that are opened here */
	bool dropped, contents, verbatim, symbols;
	bool capture; /* it is what is being collected */
	bool begun;   /* its end matters */
} clausary_html_frame;

/* Why text is collected before it is known what it is. */
typedef enum clausary_html_capture {
	CLAUSARY_HTML_NO_CAPTURE,
	CLAUSARY_HTML_CAPTURE_CALL,
	CLAUSARY_HTML_CAPTURE_BACK,
	CLAUSARY_HTML_CAPTURE_RAISED,
	CLAUSARY_HTML_CAPTURE_LABEL
} clausary_html_capture;

typedef struct clausary_html_mark {
	clausary_mark_kind kind;
	clausary_span span;
	clausary_slice value;
} clausary_html_mark;

typedef struct clausary_html {
	clausary_builder *builder;
	const clausary_read_options *options;
	void *parser; /* libxml2's, for line numbers */
	clausary_arena arena;
	CLAUSARY_ARRAY(clausary_html_frame) frames;
	CLAUSARY_ARRAY(clausary_html_list) lists;
	CLAUSARY_ARRAY(clausary_html_table) tables;
	uint32_t serial, table_count, line, first_line;
	bool too_deep, language;
	/* the open block */
	clausary_block *block; /* NULL: none is open */
	bool filled;           /* it has text beside its label */
	bool held;             /* it is a label that waits for the next cell */
	bool strong, emphasis; /* all of its text so far is */
	clausary_buffer gap;   /* blanks seen, not yet written */
	uint32_t marking[CLAUSARY_HTML_MARKS], mark_start[CLAUSARY_HTML_MARKS];
	clausary_slice values[CLAUSARY_HTML_MARKS];
	CLAUSARY_ARRAY(clausary_html_mark) marks;
	/* the item and the note that are open */
	clausary_buffer label; /* of the item, not yet written */
	bool fresh, bullet;    /* the item has no block yet; its label is a bullet */
	uint32_t last_note;    /* that has a block */
	/* what is being collected */
	clausary_html_capture capturing;
	clausary_buffer captured;
	clausary_slice abbreviation; /* the title of the innermost abbr */
} clausary_html;

static inline clausary_html_frame *
clausary_html_top(clausary_html *html)
{
	return &html->frames.items[html->frames.count - 1];
}

/** Add text as the innermost element has it: blanks folded, a block opened where none is. */
void clausary_html_text(clausary_html *html, clausary_slice text);

/** Text that stands as it is, in the open block or a new one. */
void clausary_html_put(clausary_html *html, clausary_slice text);

/** End the open block; a label that waits for the next cell stays open unless `whole`. */
void clausary_html_close(clausary_html *html, bool whole);

/** Give the block to come, or the empty open one, a printed label. */
void clausary_html_label(clausary_html *html, clausary_slice label, uint32_t flags);

/** Write the label of an item that has no text yet as a block of its own. */
void clausary_html_settle_item(clausary_html *html);

/** A cell with nothing but a label, first in its row: the next cell is its text. */
void clausary_html_hold_label(clausary_html *html, clausary_html_table *table);

/** An element begins or ends. */
void clausary_html_start(clausary_html *html, clausary_slice name,
                         const unsigned char **attributes);
void clausary_html_end(clausary_html *html);

/**
 * Run libxml2's parser over `text`, which is UTF-8. Comments, scripts, declarations, zero bytes and
 * tags of absurd size never reach it; it starts again where elements are nested too deep.
 */
void clausary_html_feed(clausary_html *html, clausary_slice text);

#endif
