/* One terminological entry: ISO 10241-1 and the ITU-T author's guide, clause 8.3. */
#include "mining/entry.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

clausary_span
clausary_entry_trim(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = clausary_mining_text(mining, span),
	               trimmed = clausary_slice_trim(text);
	span.start += (uint32_t)(trimmed.data - text.data);
	span.end = span.start + (uint32_t)trimmed.size;
	return span;
}

bool
clausary_entry_is_term(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = clausary_mining_text(mining, span);
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
	size_t end = 0, next = 0;
	while (end < text.size && end <= LONGEST_WORD) {
		uint32_t c = clausary_utf8_next(text, &next);
		bool letter = c < 0x80 ? clausary_ascii_is_letter((char)c)
		                       : U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_MN_MASK);
		if (!letter)
			break;
		end = next;
	}
	return end;
}

/* The part that a word opens, as the locale has it, or CLAUSARY_NONE. */
static uint32_t
part_named(const clausary_mining *mining, clausary_slice word)
{
	return word.size ? clausary_cues_value(&mining->cues->entry_parts, word) : CLAUSARY_NONE;
}

/* The byte after the colon that ends "Note 1 to entry:", or SIZE_MAX. */
static size_t
part_colon(clausary_slice text, size_t from)
{
	enum { FURTHEST = 24 /* characters */ };
	size_t at = from;
	for (int i = 0; i < FURTHEST && at < text.size; i++)
		if (clausary_fold_mark(clausary_utf8_next(text, &at)) == ':')
			return at;
	return SIZE_MAX;
}

/* Whether a number follows byte `at`, after a blank where the script has any. */
static bool
is_numbered(clausary_slice text, size_t at)
{
	size_t word = at, blank = at < text.size && text.data[at] == ' ';
	bool spaced = blank || !at || !clausary_utf8_is_square(clausary_utf8_previous(text, &word));
	at += blank;
	return (blank || !spaced) && at < text.size
	       && u_isdigit((UChar32)clausary_utf8_next(text, &at));
}

/* Whether a dash between blanks follows byte `at`: "Note – ". Scripts without capitals have nothing
 * else to set a note without a number apart. */
static bool
is_dashed(clausary_slice text, size_t at)
{
	clausary_slice rest = clausary_slice_part(text, at, text.size);
	size_t blank = clausary_slice_blank(rest), end = blank;
	if (blank == 0 || blank == rest.size)
		return false;
	uint32_t c = clausary_utf8_next(rest, &end);
	return (c == '-' || (c >= 0x2010 && c <= 0x2015))
	       && clausary_slice_blank(clausary_slice_part(rest, end, rest.size));
}

/* Whether a word is in capitals: "NOTE". */
static bool
ends_upper(clausary_slice word)
{
	size_t at = word.size;
	return u_isupper((UChar32)clausary_utf8_previous(word, &at));
}

bool
clausary_entry_part_of(const clausary_mining *mining, clausary_span line, clausary_entry_part *part,
                       clausary_span *text)
{
	clausary_slice all = clausary_mining_text(mining, line);
	size_t start = 0;
	if (all.size && clausary_fold_mark(clausary_utf8_next(all, &start)) != '[')
		start = 0;
	clausary_slice word = clausary_slice_part(all, start, all.size);
	word.size = first_word(word);
	uint32_t found = part_named(mining, word);
	if (found == CLAUSARY_NONE)
		return false;
	size_t at = start + word.size, colon = part_colon(all, at);
	if (colon == SIZE_MAX && !is_numbered(all, at) && !is_dashed(all, at) && !ends_upper(word))
		return false;
	*part = (clausary_entry_part)found;
	*text = (clausary_span){line.start + (uint32_t)(colon == SIZE_MAX ? at : colon), line.end};
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
	for (uint32_t start = span.start, end; start <= span.end; start = end + 1) {
		const char *stop = memchr(text.data + start, '\n', span.end - start);
		end = stop ? (uint32_t)(stop - text.data) : span.end;
		if (start == span.start && end == span.end)
			return clausary_findings_text(findings, span);
		size_t before = all.size;
		if (before)
			clausary_buffer_add_byte(&all, '\n');
		clausary_document_clean(findings->document, (clausary_span){start, end}, &all);
		if (before && all.size == before + 1)
			all.size = before; /* an empty line */
	}
	clausary_slice copy = clausary_arena_copy(&findings->arena, clausary_buffer_slice(&all));
	clausary_buffer_finish(&all);
	return copy;
}

/* Whether a span says anything: two letters in a row, or one that is a word of itself. A row such
 * as "Definitions | E.100–E.103" of a table of contents defines nothing. */
static bool
has_words(const clausary_mining *mining, clausary_span span)
{
	clausary_slice text = clausary_mining_text(mining, span);
	bool letter = false;
	for (size_t at = 0; at < text.size;) {
		uint32_t c = clausary_utf8_next(text, &at);
		bool now = u_isalpha((UChar32)c);
		if (now && (letter || clausary_utf8_is_square(c)))
			return true;
		letter = now || (letter && U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK);
	}
	return false;
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
	                             .clues = entry->clues,
	                             .note_count = entry->notes.count,
	                             .synonym_count = entry->synonym_count,
	                             .deprecated = entry->deprecated};
	if (clausary_entry_is_term(mining, entry->term) && has_words(mining, entry->definition)) {
		found.term = clausary_findings_text(findings, entry->term);
		found.definition = paragraphs_of(findings, entry->definition);
		found.source = clausary_findings_text(findings, entry->source);
		found.notes = texts_of(findings, entry->notes.items, entry->notes.count);
		found.synonyms = texts_of(findings, entry->synonyms, entry->synonym_count);
		clausary_array_push(&findings->definitions, found);
	}
	clausary_array_finish(&entry->notes);
}
