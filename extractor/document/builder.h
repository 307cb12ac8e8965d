/* The one door by which readers make a document. A reader appends text and names the blocks it
 * stands in; it never numbers clauses.
 *
 * Two ways, which may be mixed:
 * - a format with markup (docx, HTML): open, add text, close; every block ends with a line feed
 * that the builder adds. The text is what a person would see printed, automatic numbers included: a
 * label is added with clausary_builder_label(), which adds the tab after it.
 * - plain text: clausary_builder_add() the whole file outside of any block, then name the blocks by
 * span.
 */
#ifndef CLAUSARY_DOCUMENT_BUILDER_H
#define CLAUSARY_DOCUMENT_BUILDER_H

#include "base/context.h"
#include "document/block.h"

typedef struct clausary_builder clausary_builder;

/** The context, for diagnostics. Owner: the builder. */
clausary_context *clausary_builder_context(const clausary_builder *builder);

/** The document's name, for diagnostics. Owner: the builder. */
const char *clausary_builder_name(const clausary_builder *builder);

/**
 * Append text, which must be well-formed UTF-8; returns where it stands.
 *
 * Fails: past CLAUSARY_LIMIT_TEXT_BYTES nothing is appended, the document is marked as cut and a
 * diagnostic is given once.
 */
clausary_span clausary_builder_add(clausary_builder *builder, clausary_slice text);

/**
 * Make `text`, which must be well-formed UTF-8 before CLAUSARY_PADDING zero bytes and must outlive
 * the document, the document's text; no other text is added then. Copies it where there is text
 * already.
 */
clausary_span clausary_builder_adopt(clausary_builder *builder, clausary_slice text);

/** The number of bytes of text so far. */
uint32_t clausary_builder_size(const clausary_builder *builder);

/** The text so far. Owner: the builder, until text is added. */
clausary_slice clausary_builder_text(const clausary_builder *builder);

/**
 * Open a block of `kind` at the end of the text. An open block is closed first: blocks do not nest.
 * Returns the block, whose flags, level, table, row, column and line the reader may set while it is
 * open.
 *
 * Owner: the builder, until the next call that opens a block.
 */
clausary_block *clausary_builder_open(clausary_builder *builder, clausary_block_kind kind);

/** Append a printed label and a tab to the open block, which must still be empty. */
void clausary_builder_label(clausary_builder *builder, clausary_slice label);

/** Close the open block and end its line; a block of blanks only is dropped. Nothing when none is
 * open. */
void clausary_builder_close(clausary_builder *builder);

/** Name a block of text added before. The same rules as for clausary_builder_open(). */
clausary_block *clausary_builder_block(clausary_builder *builder, clausary_block_kind kind,
                                       clausary_span span);

/**
 * Leave out a span of the text when words are read: the marks that converters leave, and a
 * footnote's body that stands inside a paragraph (its own block is named besides). Spans must come
 * in the order of the text.
 */
void clausary_builder_skip(clausary_builder *builder, clausary_span span);

/** Mark a run of text. `value` is copied. */
void clausary_builder_mark(clausary_builder *builder, clausary_mark_kind kind, clausary_span span,
                           clausary_slice value);

/** Say what the source calls the document's language (BCP 47), as `<html lang>` does. Copied; what
 * is no language tag is left out. */
void clausary_builder_language(clausary_builder *builder, clausary_slice language);

#endif
