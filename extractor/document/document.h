/* The document: text, blocks, marks, clauses. Built once (builder.h, outline.h), then only read. */
#ifndef CLAUSARY_DOCUMENT_DOCUMENT_H
#define CLAUSARY_DOCUMENT_DOCUMENT_H

#include "base/array.h"
#include "base/context.h"
#include "document/block.h"

struct clausary_document {
	clausary_arena arena;
	clausary_context *context;
	const char *name;
	const char *language; /* BCP 47 */
	const char *profile;
	const char *format; /* the reader's name */
	bool backwards; /* decimal numbers are printed with their last part first */
	clausary_slice identifier, title;
	clausary_buffer text; /* CLAUSARY_PADDING zero bytes follow, so that a word may be looked
	                         at eight bytes at a time; no capacity: the text is not its own */
	void (*release)(void *text); /* of a text that was taken over; NULL otherwise */
	CLAUSARY_ARRAY(clausary_block) blocks;
	CLAUSARY_ARRAY(clausary_span) skips; /* sorted, not overlapping */
	CLAUSARY_ARRAY(clausary_mark) marks; /* sorted by start */
	CLAUSARY_ARRAY(clausary_clause) clauses;
	uint32_t *checkpoints; /* code points before every 64 bytes, see document.c; NULL: all of
	                          the text is ASCII */
};

/** Count code points, once the text is final: afterwards clausary_document_code_points() is quick.
 */
void clausary_document_count(clausary_document *document);

/** The text of a block without the spans to skip, blanks folded. Owner: `to`. */
void clausary_document_clean(const clausary_document *document, clausary_span span,
                             clausary_buffer *to);

/** Ask for the ends of a block's text before they are needed: of a long document they are far from
 * the processor. An `index` past the end is no fault. */
static inline void
clausary_document_foresee(const clausary_document *document, size_t index)
{
	if (index < document->blocks.count) {
		clausary_span span = document->blocks.items[index].span;
		__builtin_prefetch(document->text.data + span.start);
		__builtin_prefetch(document->text.data + span.end);
	}
}

/** The first skip that ends after byte `at`; an index into `skips`, which may be its count. */
size_t clausary_document_skip_after(const clausary_document *document, uint32_t at);

#endif
