/* One terminological entry: ISO 10241-1 and the ITU-T author's guide, clause 8.3. */
#include "mining/entry.h"

#include "base/limits.h"

#include <stdlib.h>

static clausary_slice
text_of(const clausary_mining *mining, clausary_span span)
{
	return clausary_slice_span(clausary_document_text(mining->document), span);
}

clausary_span
clausary_entry_trim(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = text_of(mining, span), trimmed = clausary_slice_trim(text);
	span.start += (uint32_t)(trimmed.data - text.data);
	span.end = span.start + (uint32_t)trimmed.size;
	return span;
}

void
clausary_entry_take_source(const clausary_mining *mining, clausary_entry *entry,
                           clausary_span *span)
{
	*span = clausary_entry_trim(mining, *span);
	clausary_slice text = text_of(mining, *span);
	size_t open = text.size;
	size_t end = text.size && text.data[text.size - 1] == '.' ? text.size - 1 : text.size;
	if (end == 0 || text.data[end - 1] != ']')
		return;
	while (open > 0 && text.data[open - 1] != '[')
		open--;
	if (open < 2 || !clausary_slice_blank_before(clausary_slice_part(text, 0, open - 1)))
		return;
	if (entry->source.start == entry->source.end)
		entry->source = (clausary_span){span->start + (uint32_t)open - 1,
		                                span->start + (uint32_t)end};
	span->end = span->start + (uint32_t)open - 1;
	*span = clausary_entry_trim(mining, *span);
}

bool
clausary_entry_is_term(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = text_of(mining, span);
	bool letter = false;
	for (size_t i = 0; i < text.size; i++)
		letter |= clausary_ascii_is_letter(text.data[i])
		          || (unsigned char)text.data[i] >= 0x80;
	return letter && text.size <= CLAUSARY_LIMIT_TERM_BYTES;
}

/* The bytes of the word that `text` begins with: letters only. */
static size_t
first_word(clausary_slice text)
{
	enum { LONGEST_WORD = 64 };
	size_t end = 0;
	while (end < text.size && end <= LONGEST_WORD
	       && (clausary_ascii_is_letter(text.data[end])
	           || (unsigned char)text.data[end] >= 0x80))
		end++;
	return end;
}

bool
clausary_entry_part_of(const clausary_mining *mining, clausary_span line, clausary_entry_part *part,
                       clausary_span *text)
{
	clausary_slice all = text_of(mining, line);
	size_t start = all.size && all.data[0] == '[' ? 1 : 0;
	clausary_slice word = clausary_slice_part(all, start, all.size);
	word.size = first_word(word);
	char small[64];
	if (word.size == 0 || word.size > sizeof small)
		return false;
	for (size_t i = 0; i < word.size; i++)
		small[i] = clausary_ascii_lower(word.data[i]);
	uint32_t found = clausary_map_get(&mining->cues->entry_parts.words,
	                                  (clausary_slice){small, word.size});
	if (found == CLAUSARY_NONE)
		return false;
	size_t at = start + word.size, mark = at;
	while (mark < all.size && mark - at < 24 && all.data[mark] != ':'
	       && (unsigned char)all.data[mark] < 0x80)
		mark++;
	bool marked = mark < all.size && mark - at < 24;
	bool numbered = at + 1 < all.size && all.data[at] == ' '
	                && clausary_ascii_is_digit(all.data[at + 1]);
	if (!marked && !numbered && !clausary_ascii_is_upper(word.data[word.size - 1]))
		return false;
	*part = (clausary_entry_part)found;
	*text = (clausary_span){line.start + (uint32_t)(marked ? mark + 1 : at), line.end};
	*text = clausary_entry_trim(mining, *text);
	return true;
}

static clausary_slice *
texts_of(clausary_findings *findings, const clausary_span *spans, size_t count)
{
	clausary_slice *texts =
	        clausary_arena_allocate(&findings->arena, sizeof *texts * (count + 1));
	for (size_t i = 0; i < count; i++)
		texts[i] = clausary_findings_text(findings, spans[i]);
	return texts;
}

/* Each line of the definition folded, lines joined by a line feed. */
static clausary_slice
paragraphs_of(clausary_findings *findings, clausary_span span)
{
	clausary_slice text = clausary_document_text(findings->document);
	clausary_buffer all = {0};
	uint32_t start = span.start;
	for (uint32_t at = span.start; at <= span.end; at++) {
		if (at < span.end && text.data[at] != '\n')
			continue;
		clausary_buffer line = {0};
		clausary_document_clean(findings->document, (clausary_span){start, at}, &line);
		if (line.size && all.size)
			clausary_buffer_add_byte(&all, '\n');
		clausary_buffer_add(&all, clausary_buffer_slice(&line));
		clausary_buffer_finish(&line);
		start = at + 1;
	}
	clausary_slice copy = clausary_arena_copy(&findings->arena, clausary_buffer_slice(&all));
	clausary_buffer_finish(&all);
	return copy;
}

void
clausary_entry_keep(clausary_mining *mining, clausary_entry *entry)
{
	clausary_findings *findings = mining->findings;
	clausary_definition found = {.term_span = entry->term,
	                             .definition_span = entry->definition,
	                             .source_span = entry->source,
	                             .clause = entry->clause,
	                             .rule = entry->rule,
	                             .elsewhere = entry->elsewhere,
	                             .confidence = entry->confidence,
	                             .note_count = entry->notes.count,
	                             .synonym_count = entry->synonym_count};
	if (clausary_entry_is_term(mining, entry->term)
	    && entry->definition.end > entry->definition.start) {
		found.term = clausary_findings_text(findings, entry->term);
		found.definition = paragraphs_of(findings, entry->definition);
		found.source = clausary_findings_text(findings, entry->source);
		found.notes = texts_of(findings, entry->notes.items, entry->notes.count);
		found.synonyms = texts_of(findings, entry->synonyms, entry->synonym_count);
		clausary_array_push(&findings->definitions, found);
	}
	clausary_array_finish(&entry->notes);
}
