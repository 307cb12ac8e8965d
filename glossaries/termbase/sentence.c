/* Sentences by ICU's sentence break iterator (UAX #29) over one paragraph, its blanks folded first:
 * a line end inside a paragraph is no end of a sentence. Work for one mention is bounded by a
 * window. */
#include "termbase/sentence.h"

#include "base/arena.h"
#include "termbase/key.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

enum {
	WINDOW = 2 * CLAUSARY_SENTENCE_BYTES, /* on each side: a sentence that reaches over it is
	                                         shortened anyway; twice, as blanks are folded */
	BEFORE = 100                          /* bytes kept before a mention in a long sentence */
};

struct clausary_sentences {
	const clausary_document *document;
	UBreakIterator *iterator; /* NULL until used, or where ICU has none */
	clausary_buffer plain, sentence;
};

clausary_sentences *
clausary_sentences_new(const clausary_document *document)
{
	clausary_sentences *sentences = clausary_memory_zeros(1, sizeof *sentences);
	sentences->document = document;
	return sentences;
}

void
clausary_sentences_free(clausary_sentences *sentences)
{
	if (sentences->iterator)
		ubrk_close(sentences->iterator);
	clausary_buffer_finish(&sentences->plain);
	clausary_buffer_finish(&sentences->sentence);
	free(sentences);
}

/* The paragraph of the clause in which the mention stands: its block, where one block is the whole
 * of it. */
static clausary_span
paragraph_of(const clausary_document *document, const clausary_clause *clause,
             clausary_span mention)
{
	clausary_span span = clause->span;
	size_t low = 0, high = document->blocks.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (document->blocks.items[middle].span.start <= mention.start)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == 0)
		return span;
	const clausary_block *block = &document->blocks.items[low - 1];
	bool continued =
	        (block->flags & CLAUSARY_BLOCK_CONTINUES)
	        || (low < document->blocks.count && (block[1].flags & CLAUSARY_BLOCK_CONTINUES));
	if (continued || block->span.end < mention.end)
		return span;
	if (block->span.start > span.start)
		span.start = block->span.start;
	if (block->span.end < span.end)
		span.end = block->span.end;
	return span;
}

/* The part of the paragraph that is looked at, on code points, behind the printed mark. */
static clausary_span
window_of(clausary_slice text, clausary_span span, clausary_span mark, clausary_span mention)
{
	if (mark.start < mark.end && mark.start <= span.start + 4 && mark.end <= mention.start)
		span.start = mark.end > span.start ? mark.end : span.start;
	if (mention.start - span.start > WINDOW) {
		span.start = mention.start - WINDOW;
		while (span.start < mention.start && U8_IS_TRAIL(text.data[span.start]))
			span.start++;
	}
	if (span.end - mention.end > WINDOW) {
		span.end = mention.end + WINDOW;
		while (span.end > mention.end && U8_IS_TRAIL(text.data[span.end]))
			span.end--;
	}
	return span;
}

/* Add text without skips; a footnote's own body lies inside a skip and is kept. */
static void
add_visible(const clausary_document *document, clausary_buffer *to, clausary_span span)
{
	clausary_slice text = clausary_document_text(document);
	clausary_buffer part = {0};
	size_t skip = clausary_document_skip_after(document, span.start);
	uint32_t at = span.start;
	for (; skip < document->skips.count && document->skips.items[skip].start < span.end;
	     skip++) {
		clausary_span hole = document->skips.items[skip];
		if (hole.start < at)
			continue;
		clausary_buffer_add(&part, clausary_slice_part(text, at, hole.start));
		at = hole.end < span.end ? hole.end : span.end;
	}
	clausary_buffer_add(&part, clausary_slice_part(text, at, span.end));
	clausary_slice raw = clausary_buffer_slice(&part);
	bool blank_first = clausary_slice_blank(raw) > 0,
	     blank_last = clausary_slice_blank_before(raw) > 0;
	if (blank_first && to->size && to->data[to->size - 1] != ' ')
		clausary_buffer_add_byte(to, ' ');
	size_t before = to->size;
	clausary_key_clean(to, raw, false);
	if (blank_last && to->size > before)
		clausary_buffer_add_byte(to, ' ');
	clausary_buffer_finish(&part);
}

/* The sentence of `plain` round bytes `from` to `to`. */
static clausary_span
break_round(clausary_sentences *sentences, uint32_t from, uint32_t to)
{
	clausary_slice plain = clausary_buffer_slice(&sentences->plain);
	clausary_span span = {0, (uint32_t)plain.size};
	UErrorCode status = U_ZERO_ERROR;
	if (sentences->iterator == NULL) {
		char locale[32] = {0};
		const char *tag = clausary_document_language(sentences->document);
		for (size_t i = 0; tag[i] && i + 1 < sizeof locale; i++)
			locale[i] = tag[i] == '-' ? '_' : tag[i];
		sentences->iterator = ubrk_open(UBRK_SENTENCE, locale, NULL, 0, &status);
	}
	UText *text = utext_openUTF8(NULL, plain.data, (int64_t)plain.size, &status);
	if (U_SUCCESS(status))
		ubrk_setUText(sentences->iterator, text, &status);
	if (U_SUCCESS(status)) {
		int32_t start = ubrk_preceding(sentences->iterator, (int32_t)from + 1);
		int32_t end = ubrk_following(sentences->iterator,
		                             to > from ? (int32_t)to - 1 : (int32_t)to);
		span.start = start == UBRK_DONE || start > (int32_t)from ? 0 : (uint32_t)start;
		span.end = end == UBRK_DONE || end < (int32_t)to ? span.end : (uint32_t)end;
	}
	utext_close(text);
	return span;
}

/* Where to cut at or after `at`, before `limit`: behind a blank, else between code points. */
static uint32_t
cut_after(clausary_slice text, uint32_t at, uint32_t limit)
{
	for (uint32_t i = at; i < limit; i++)
		if (text.data[i] == ' ')
			return i + 1;
	while (at < limit && U8_IS_TRAIL(text.data[at]))
		at++;
	return at;
}

static uint32_t
cut_before(clausary_slice text, uint32_t at, uint32_t limit)
{
	for (uint32_t i = at; i > limit; i--)
		if (text.data[i] == ' ')
			return i;
	while (at > limit && U8_IS_TRAIL(text.data[at]))
		at--;
	return at;
}

static void
add_shortened(clausary_buffer *to, clausary_slice plain, clausary_span span, clausary_span mention)
{
	uint32_t start = span.start, end = span.end;
	if (end - start > CLAUSARY_SENTENCE_BYTES && mention.start - start > BEFORE)
		start = cut_after(plain, mention.start - BEFORE, mention.start);
	if (end - start > CLAUSARY_SENTENCE_BYTES) {
		uint32_t last = start + CLAUSARY_SENTENCE_BYTES;
		end = last > mention.end ? cut_before(plain, last, mention.end) : mention.end;
	}
	if (start > span.start)
		clausary_buffer_add(to, CLAUSARY_SLICE("… "));
	clausary_buffer_add(to, clausary_slice_trim(clausary_slice_part(plain, start, end)));
	if (end < span.end)
		clausary_buffer_add(to, CLAUSARY_SLICE(" …"));
}

clausary_slice
clausary_sentences_at(clausary_sentences *sentences, const clausary_clause *clause,
                      clausary_span mention)
{
	const clausary_document *document = sentences->document;
	clausary_buffer *plain = &sentences->plain;
	clausary_slice text = clausary_document_text(document);
	sentences->sentence.size = plain->size = 0;
	if (mention.end <= mention.start || mention.start < clause->span.start
	    || mention.end > clause->span.end || clause->span.end > text.size)
		return CLAUSARY_SLICE("");
	clausary_span span = paragraph_of(document, clause, mention);
	span = window_of(text, span, clause->mark, mention);
	add_visible(document, plain, (clausary_span){span.start, mention.start});
	clausary_span found = {.start = (uint32_t)plain->size};
	add_visible(document, plain, mention);
	found.end = (uint32_t)plain->size;
	add_visible(document, plain, (clausary_span){mention.end, span.end});
	if (found.end == found.start)
		return CLAUSARY_SLICE("");
	clausary_span sentence = break_round(sentences, found.start, found.end);
	add_shortened(&sentences->sentence, clausary_buffer_slice(plain), sentence, found);
	return clausary_buffer_slice(&sentences->sentence);
}
