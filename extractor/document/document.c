/* The document: what is asked of it once it is built. */
#include "document/document.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>

void
clausary_document_free(clausary_document *document)
{
	if (document == NULL)
		return;
	if (document->text.capacity)
		clausary_buffer_finish(&document->text);
	else if (document->release)
		document->release(document->text.data);
	clausary_array_finish(&document->blocks);
	clausary_array_finish(&document->skips);
	clausary_array_finish(&document->marks);
	clausary_array_finish(&document->clauses);
	free(document->checkpoints);
	clausary_arena_finish(&document->arena);
	free(document);
}

clausary_slice
clausary_document_text(const clausary_document *document)
{
	return clausary_buffer_slice(&document->text);
}

const char *
clausary_document_name(const clausary_document *document)
{
	return document->name;
}

const char *
clausary_document_language(const clausary_document *document)
{
	return document->language;
}

const char *
clausary_document_profile(const clausary_document *document)
{
	return document->profile;
}

clausary_slice
clausary_document_identifier(const clausary_document *document)
{
	return document->identifier.data ? document->identifier : CLAUSARY_SLICE("");
}

clausary_slice
clausary_document_title(const clausary_document *document)
{
	return document->title.data ? document->title : CLAUSARY_SLICE("");
}

const clausary_clause *
clausary_document_clauses(const clausary_document *document, size_t *count)
{
	*count = document->clauses.count;
	return document->clauses.items;
}

/* A checkpoint for so many bytes, with a bit for a stretch of ASCII: of most texts most are. */
enum { CHECKPOINT = 64 };

static const uint32_t ALL_ASCII = (uint32_t)1 << 31;

_Static_assert(CLAUSARY_LIMIT_TEXT_BYTES < 1u << 31, "the bit is no part of a number");

void
clausary_document_count(clausary_document *document)
{
	clausary_slice text = clausary_document_text(document);
	size_t stretches = text.size / CHECKPOINT + 1;
	uint32_t total = 0;
	if (clausary_utf8_ascii(text) == text.size)
		return;
	document->checkpoints = clausary_memory_zeros(stretches, sizeof *document->checkpoints);
	for (size_t i = 0; i < stretches; i++) {
		size_t start = i * CHECKPOINT, end = start + CHECKPOINT;
		clausary_slice stretch =
		        clausary_slice_part(text, start, end < text.size ? end : text.size);
		bool ascii = clausary_utf8_ascii(stretch) == stretch.size;
		uint32_t count = (uint32_t)(ascii ? stretch.size : clausary_utf8_count(stretch));
		document->checkpoints[i] = total | (ascii ? ALL_ASCII : 0);
		total += count;
	}
}

uint32_t
clausary_document_code_points(const clausary_document *document, uint32_t at)
{
	clausary_slice text = clausary_document_text(document);
	if (at > text.size)
		at = (uint32_t)text.size;
	if (document->checkpoints == NULL)
		return at;
	size_t start = at / CHECKPOINT * CHECKPOINT;
	uint32_t checkpoint = document->checkpoints[at / CHECKPOINT];
	if (checkpoint & ALL_ASCII)
		return (checkpoint & ~ALL_ASCII) + (uint32_t)(at - start);
	return checkpoint + (uint32_t)clausary_utf8_count(clausary_slice_part(text, start, at));
}

size_t
clausary_document_skip_after(const clausary_document *document, uint32_t at)
{
	size_t low = 0, high = document->skips.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (document->skips.items[middle].end <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void
clausary_document_clean(const clausary_document *document, clausary_span span, clausary_buffer *to)
{
	clausary_slice text = clausary_document_text(document);
	size_t skip = clausary_document_skip_after(document, span.start);
	if (skip == document->skips.count || document->skips.items[skip].start >= span.end) {
		clausary_buffer_add_folded(to, clausary_slice_span(text, span));
		return;
	}
	clausary_buffer plain = {0};
	uint32_t at = span.start;
	for (; skip < document->skips.count && document->skips.items[skip].start < span.end;
	     skip++) {
		clausary_span hole = document->skips.items[skip];
		if (hole.start < span.start) /* a footnote's body lies inside the hole it leaves */
			continue;
		if (hole.start > at)
			clausary_buffer_add(&plain, clausary_slice_part(text, at, hole.start));
		at = hole.end < span.end ? hole.end : span.end;
	}
	clausary_buffer_add(&plain, clausary_slice_part(text, at, span.end));
	clausary_buffer_add_folded(to, clausary_buffer_slice(&plain));
	clausary_buffer_finish(&plain);
}
