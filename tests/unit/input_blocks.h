/* What a reader makes of some bytes, one line a block, and what it says about them, for comparison
 * with a string. */
#ifndef TESTS_INPUT_BLOCKS_H
#define TESTS_INPUT_BLOCKS_H

#include "document/builder_private.h"
#include "input/reader.h"
#include "unit.h"

typedef struct reading {
	struct clausary_context context;
	clausary_document *document;
	clausary_buffer said; /* the ids of diagnostics, a blank after each */
	clausary_buffer
	        blocks; /* "12 note {1} 1 text\n": line, kind and level, flags, label, text */
} reading;

static inline void
reading_sink(void *payload, const clausary_diagnostic *diagnostic)
{
	clausary_buffer_print(payload, "%s ", diagnostic->id);
}

static inline void
reading_add(reading *r, const clausary_block *block)
{
	static const char *const KINDS[] = {"paragraph", "heading",     "item",     "cell",
	                                    "term",      "description", "note",     "caption",
	                                    "quote",     "code",        "contents", "furniture"};
	static const char FLAGS[] =
	        "csec#nbt"; /* continues strong emphasis centred head-cell numbered … */
	clausary_slice text = clausary_document_text(r->document);
	clausary_buffer_print(&r->blocks, "%u %s", block->line, KINDS[block->kind]);
	if (block->level)
		clausary_buffer_print(&r->blocks, " %u", block->level);
	if (block->table)
		clausary_buffer_print(&r->blocks, " %u:%u:%u", block->table, block->row,
		                      block->column);
	for (unsigned i = 0; i < sizeof FLAGS - 1; i++)
		if (block->flags & 1u << i)
			clausary_buffer_print(&r->blocks, " /%c", FLAGS[i]);
	if (block->label.end > block->label.start)
		clausary_buffer_print(&r->blocks, " {%.*s}",
		                      (int)(block->label.end - block->label.start),
		                      text.data + block->label.start);
	clausary_buffer_add_byte(&r->blocks, ' ');
	clausary_document_clean(r->document, block->span, &r->blocks);
	clausary_buffer_add_byte(&r->blocks, '\n');
}

/** Read `bytes`; free with reading_finish(). */
static inline reading *
reading_of(const clausary_reader *reader, clausary_slice bytes)
{
	static const clausary_read_options options = {0};
	reading *r = clausary_memory_zeros(1, sizeof *r);
	clausary_context_set_sink(&r->context, reading_sink, &r->said);
	clausary_builder *builder = clausary_builder_new(&r->context, "test");
	ck_assert_int_eq(reader->read(builder, bytes, &options), CLAUSARY_OK);
	r->document = clausary_builder_finish(builder);
	for (size_t i = 0; i < r->document->blocks.count; i++)
		reading_add(r, &r->document->blocks.items[i]);
	clausary_buffer_add_byte(&r->blocks, '\0');
	clausary_buffer_add_byte(&r->said, '\0');
	return r;
}

static inline void
reading_finish(reading *r)
{
	clausary_document_free(r->document);
	clausary_buffer_finish(&r->said);
	clausary_buffer_finish(&r->blocks);
	clausary_buffer_finish(&r->context.failure);
	free(r);
}

/** The blocks of `input`, a string literal, must be `expected`, and nothing may be said about them.
 */
#define expect_blocks(reader, input, expected) expect_said(reader, input, expected, "")

/** The same, and the diagnostics must be those of `ids`, a blank after each. */
#define expect_said(reader, input, expected, ids)                                                  \
	do {                                                                                       \
		reading *expect_r = reading_of(&(reader), CLAUSARY_SLICE(input));                  \
		ck_assert_str_eq(expect_r->blocks.data, expected);                                 \
		ck_assert_str_eq(expect_r->said.data, ids);                                        \
		reading_finish(expect_r);                                                          \
	} while (0)

#endif
