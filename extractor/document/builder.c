/* The builder: readers append text and name blocks. */
#include "document/builder_private.h"

#include "base/language_tag.h"
#include "base/limits.h"

#include <stdlib.h>

struct clausary_builder {
	clausary_document *document;
	bool open; /* the last block is open */
	bool cut;  /* the text limit was reached */
};

clausary_builder *
clausary_builder_new(clausary_context *context, const char *name)
{
	clausary_builder *builder = clausary_memory_zeros(1, sizeof *builder);
	clausary_document *document = clausary_memory_zeros(1, sizeof *document);
	document->context = context;
	document->name = clausary_arena_copy(&document->arena, clausary_slice_of(name)).data;
	document->language = "";
	document->profile = document->format = "";
	builder->document = document;
	return builder;
}

clausary_document *
clausary_builder_finish(clausary_builder *builder)
{
	clausary_document *document = builder->document;
	clausary_builder_close(builder);
	if (document->text.capacity || document->text.size == 0) {
		clausary_buffer_reserve(&document->text, CLAUSARY_PADDING);
		memset(document->text.data + document->text.size, 0, CLAUSARY_PADDING);
	}
	free(builder);
	return document;
}

void
clausary_builder_free(clausary_builder *builder)
{
	if (builder)
		clausary_document_free(clausary_builder_finish(builder));
}

clausary_context *
clausary_builder_context(const clausary_builder *builder)
{
	return builder->document->context;
}

const char *
clausary_builder_name(const clausary_builder *builder)
{
	return builder->document->name;
}

uint32_t
clausary_builder_size(const clausary_builder *builder)
{
	return (uint32_t)builder->document->text.size;
}

clausary_slice
clausary_builder_text(const clausary_builder *builder)
{
	return clausary_buffer_slice(&builder->document->text);
}

clausary_span
clausary_builder_add(clausary_builder *builder, clausary_slice text)
{
	clausary_document *document = builder->document;
	uint32_t start = (uint32_t)document->text.size;
	if (text.size > CLAUSARY_LIMIT_TEXT_BYTES - start) {
		if (!builder->cut)
			clausary_diagnose(document->context, CLAUSARY_DIAGNOSTIC_LIMIT_REACHED,
			                  document->name, 0,
			                  "the text is longer than %d bytes; the rest is left out",
			                  CLAUSARY_LIMIT_TEXT_BYTES);
		builder->cut = true;
		return (clausary_span){start, start};
	}
	clausary_buffer_reserve(&document->text, text.size + CLAUSARY_PADDING);
	clausary_buffer_add(&document->text, text);
	return (clausary_span){start, (uint32_t)document->text.size};
}

clausary_span
clausary_builder_adopt(clausary_builder *builder, clausary_slice text)
{
	clausary_document *document = builder->document;
	if (document->text.size || text.size > CLAUSARY_LIMIT_TEXT_BYTES)
		return clausary_builder_add(builder, text);
	clausary_buffer_finish(&document->text);
	document->text = (clausary_buffer){(char *)(uintptr_t)text.data, text.size, 0};
	return (clausary_span){0, (uint32_t)text.size};
}

void
clausary_block_see_ends(clausary_block *block, clausary_slice text)
{
	block->first = block->last = ' ';
	if (block->span.start == block->span.end)
		return;
	block->first = text.data[block->span.start];
	block->last = text.data[block->span.end - 1];
}

static clausary_block *
add_block(clausary_builder *builder, clausary_block_kind kind, clausary_span span)
{
	enum { BYTES_A_BLOCK = 96 };
	clausary_builder_close(builder);
	clausary_array_reserve(&builder->document->blocks,
	                       builder->document->blocks.capacity
	                               ? 0
				       : builder->document->text.size / BYTES_A_BLOCK + 16);
	clausary_block *block = clausary_array_add(&builder->document->blocks);
	*block = (clausary_block){.span = span,
	                          .label = {span.start, span.start},
	                          .kind = kind,
	                          .clause = CLAUSARY_NONE};
	return block;
}

clausary_block *
clausary_builder_open(clausary_builder *builder, clausary_block_kind kind)
{
	clausary_builder_close(builder);
	uint32_t at = clausary_builder_size(builder);
	clausary_block *block = add_block(builder, kind, (clausary_span){at, at});
	builder->open = true;
	return block;
}

clausary_block *
clausary_builder_block(clausary_builder *builder, clausary_block_kind kind, clausary_span span)
{
	clausary_block *block = add_block(builder, kind, span);
	clausary_block_see_ends(block, clausary_builder_text(builder));
	return block;
}

static clausary_block *
last_block(clausary_builder *builder)
{
	return &builder->document->blocks.items[builder->document->blocks.count - 1];
}

void
clausary_builder_label(clausary_builder *builder, clausary_slice label)
{
	clausary_span span = clausary_builder_add(builder, label);
	clausary_builder_add(builder, CLAUSARY_SLICE("\t"));
	last_block(builder)->label = span;
}

void
clausary_builder_close(clausary_builder *builder)
{
	if (!builder->open)
		return;
	builder->open = false;
	clausary_block *block = last_block(builder);
	block->span.end = clausary_builder_size(builder);
	clausary_slice text = clausary_slice_span(clausary_builder_text(builder), block->span);
	clausary_block_see_ends(block, clausary_builder_text(builder));
	if (clausary_slice_trim(text).size == 0)
		builder->document->blocks.count--;
	if (text.size)
		clausary_builder_add(builder, CLAUSARY_SLICE("\n"));
}

void
clausary_builder_skip(clausary_builder *builder, clausary_span span)
{
	clausary_array_push(&builder->document->skips, span);
}

void
clausary_builder_mark(clausary_builder *builder, clausary_mark_kind kind, clausary_span span,
                      clausary_slice value)
{
	clausary_document *document = builder->document;
	clausary_mark mark = {.span = span, .kind = kind};
	if (span.start == span.end)
		return;
	if (value.size)
		mark.value = clausary_arena_copy(&document->arena, value);
	clausary_array_push(&document->marks, mark);
}

void
clausary_builder_language(clausary_builder *builder, clausary_slice language)
{
	clausary_document *document = builder->document;
	if (clausary_is_language_tag(language))
		document->language = clausary_arena_copy(&document->arena, language).data;
}
