/* Terms by their letters alone: a walk over the words goes on as long as the letters so far begin
 * some term, whatever stands between the words. */
#include "verify/writing.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/stem.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum {
	SHORTEST = 6 /* bytes of a key */,
	LONGEST = 120 /* of a term */,
	MOST_WORDS = 12,
	BEGINS = 0
};

typedef struct word {
	uint32_t start, end;
} word;

typedef CLAUSARY_ARRAY(word) words;

typedef struct reading {
	const clausary_index *index;
	clausary_written *out;
	clausary_map letters; /* BEGINS: more must follow; else the term's index, plus one */
	words words;
	clausary_buffer so_far, scratch; /* letters of the words before, and of one word */
} reading;

static bool
is_letter(uint32_t c)
{
	return !clausary_utf8_is_square(c)
	       && (u_isalnum((UChar32)c) || u_getCombiningClass((UChar32)c));
}

/* The words of a text; a square letter is none, as nothing stands between these. */
static void
read_words(words *to, clausary_slice text, size_t from, size_t end)
{
	size_t start = SIZE_MAX;
	to->count = 0;
	for (size_t at = from, next; at < end; at = next) {
		next = at;
		bool letter = is_letter(clausary_utf8_next(text, &next));
		if (letter && start == SIZE_MAX)
			start = at;
		if (!letter && start != SIZE_MAX) {
			clausary_array_push(to, ((word){(uint32_t)start, (uint32_t)at}));
			start = SIZE_MAX;
		}
	}
	if (start != SIZE_MAX)
		clausary_array_push(to, ((word){(uint32_t)start, (uint32_t)end}));
}

/* What parts two words of a term: a blank or a hyphen; 0 for anything else. */
static char
joint(clausary_slice text, word before, word after)
{
	size_t at = before.end;
	uint32_t c = clausary_fold_next(text, &at, 0);
	return at == after.start && (c == ' ' || c == '-') ? (char)c : 0;
}

static clausary_slice
letters_of(clausary_buffer *to, clausary_slice written)
{
	to->size = 0;
	clausary_fold(to, written, CLAUSARY_FOLD_CASE);
	return clausary_buffer_slice(to);
}

/* The key of a term: its letters without blanks and hyphens, without what its last word adds in
 * some forms. Empty: something else parts its words. Owner: `out`. */
static clausary_slice
key_of(reading *r, clausary_slice form)
{
	read_words(&r->words, form, 0, form.size);
	r->so_far.size = 0;
	for (size_t i = 0; i < r->words.count; i++) {
		word w = r->words.items[i];
		clausary_slice letters =
		        letters_of(&r->scratch, clausary_slice_part(form, w.start, w.end));
		if (i && !joint(form, r->words.items[i - 1], w))
			return CLAUSARY_SLICE("");
		if (i + 1 == r->words.count)
			letters = clausary_stem_bare(r->index->cues, letters);
		clausary_buffer_add(&r->so_far, letters);
	}
	return clausary_arena_copy(&r->out->arena, clausary_buffer_slice(&r->so_far));
}

static void
add_term(reading *r, clausary_slice form, clausary_span span, uint32_t clause)
{
	clausary_slice key = form.size > LONGEST ? CLAUSARY_SLICE("") : key_of(r, form);
	uint32_t known = key.size < SHORTEST ? 1 : clausary_map_get(&r->letters, key);
	if (known != CLAUSARY_NONE && known != BEGINS)
		return;
	for (size_t size = 1; size < key.size; size++) {
		clausary_slice part = clausary_slice_part(key, 0, size);
		if (clausary_map_get(&r->letters, part) == CLAUSARY_NONE)
			clausary_map_put(&r->letters, part, BEGINS);
	}
	clausary_array_push(&r->out->terms, ((clausary_written_term){form, span, clause}));
	clausary_map_put(&r->letters, key, (uint32_t)r->out->terms.count);
}

/* Compare two words letter by letter, as far as both go on alike. Letters that are exchanged say
 * something only where all of the shorter word is in the longer one: behind an article they are
 * chance. */
static clausary_writing
compare_words(clausary_slice a, clausary_slice b, bool first)
{
	clausary_writing how = CLAUSARY_WRITTEN_ALIKE;
	for (size_t i = 0, j = 0; i < a.size && j < b.size; first = false) {
		UChar32 x = (UChar32)clausary_utf8_next(a, &i);
		UChar32 y = (UChar32)clausary_utf8_next(b, &j);
		bool same = u_tolower(x) == u_tolower(y);
		if (!same && !clausary_fold_same_letter((uint32_t)x, (uint32_t)y))
			return how == CLAUSARY_WRITTEN_SPELLING ? CLAUSARY_WRITTEN_ALIKE : how;
		if (!same)
			how = CLAUSARY_WRITTEN_SPELLING;
		else if (x != y && !first && how == CLAUSARY_WRITTEN_ALIKE)
			how = CLAUSARY_WRITTEN_CAPITALS;
	}
	return how;
}

/* Whether a text has no small letter: all words are in capitals there. */
static bool
is_shouted(clausary_slice text)
{
	for (size_t at = 0; at < text.size;)
		if (u_islower((UChar32)clausary_utf8_next(text, &at)))
			return false;
	return true;
}

/* How a text writes the words of a term, both of the same letters. */
static clausary_writing
compare(clausary_slice form, clausary_slice text)
{
	words own = {0}, other = {0};
	clausary_writing how = CLAUSARY_WRITTEN_ALIKE;
	read_words(&own, form, 0, form.size);
	read_words(&other, text, 0, text.size);
	if (own.count != other.count)
		how = CLAUSARY_WRITTEN_JOINTS;
	for (size_t i = 0; how < CLAUSARY_WRITTEN_JOINTS && i < own.count; i++) {
		word a = own.items[i], b = other.items[i];
		clausary_writing letters =
		        compare_words(clausary_slice_part(form, a.start, a.end),
			              clausary_slice_part(text, b.start, b.end), i == 0);
		if (i && joint(form, own.items[i - 1], a) != joint(text, other.items[i - 1], b))
			how = CLAUSARY_WRITTEN_JOINTS;
		else if (letters > how)
			how = letters;
	}
	clausary_array_finish(&own);
	clausary_array_finish(&other);
	return how == CLAUSARY_WRITTEN_CAPITALS && is_shouted(text) ? CLAUSARY_WRITTEN_ALIKE : how;
}

/* The longest term that begins at a word: the words that it has, or 0. */
static size_t
find_at(reading *r, size_t first, uint32_t *term)
{
	clausary_slice text = clausary_document_text(r->index->document);
	size_t found = 0;
	r->so_far.size = 0;
	for (size_t i = first; i < r->words.count && i < first + MOST_WORDS; i++) {
		word w = r->words.items[i];
		if (i > first && !joint(text, r->words.items[i - 1], w))
			break;
		clausary_slice letters =
		        letters_of(&r->scratch, clausary_slice_part(text, w.start, w.end));
		size_t before = r->so_far.size;
		clausary_buffer_add(&r->so_far, clausary_stem_bare(r->index->cues, letters));
		uint32_t known = clausary_map_get(&r->letters, clausary_buffer_slice(&r->so_far));
		if (known != CLAUSARY_NONE && known != BEGINS) {
			found = i + 1 - first;
			*term = known - 1;
		}
		r->so_far.size = before;
		clausary_buffer_add(&r->so_far, letters);
		if (clausary_map_get(&r->letters, clausary_buffer_slice(&r->so_far))
		    == CLAUSARY_NONE)
			break;
	}
	return found;
}

static void
read_block(reading *r, const clausary_block *block)
{
	clausary_slice text = clausary_document_text(r->index->document);
	read_words(&r->words, text, block->span.start, block->span.end);
	for (size_t i = 0; i < r->words.count;) {
		clausary_written_place place = {.clause = block->clause};
		size_t count = find_at(r, i, &place.term);
		if (count) {
			place.span.start = r->words.items[i].start;
			place.span.end = r->words.items[i + count - 1].end;
			place.how = compare(r->out->terms.items[place.term].form,
			                    clausary_index_text(r->index, place.span));
			clausary_array_push(&r->out->places, place);
		}
		i += count ? count : 1;
	}
}

/* Terms of entries first: their writing is the one that the document has decided on. */
static void
add_terms(reading *r)
{
	const clausary_findings *findings = r->index->findings;
	for (size_t i = 0; i < findings->definitions.count; i++) {
		const clausary_definition *entry = &findings->definitions.items[i];
		if (clausary_index_is_entry(r->index, entry))
			add_term(r, entry->term, entry->term_span, entry->clause);
	}
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		if (clausary_index_text(r->index, pair->long_span).size == pair->text.size)
			add_term(r, pair->text, pair->long_span, pair->clause);
	}
}

static clausary_written *
read_document(const clausary_index *index)
{
	const clausary_document *document = index->document;
	clausary_written *out = clausary_memory_zeros(1, sizeof *out);
	reading r = {.index = index, .out = out};
	add_terms(&r);
	for (size_t i = 0; out->terms.count && i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		clausary_zone zone = clausary_index_zone(index, block->clause, block->span.start);
		if (block->kind != CLAUSARY_BLOCK_CONTENTS
		    && block->kind != CLAUSARY_BLOCK_FURNITURE && zone != CLAUSARY_ZONE_CODE
		    && zone != CLAUSARY_ZONE_REFERENCES && zone != CLAUSARY_ZONE_TITLE)
			read_block(&r, block);
	}
	clausary_map_finish(&r.letters);
	clausary_array_finish(&r.words);
	clausary_buffer_finish(&r.so_far);
	clausary_buffer_finish(&r.scratch);
	return out;
}

static clausary_written *
written_of(clausary_checking *check, const clausary_index *index)
{
	clausary_written **kept = &check->written[index->number];
	if (*kept == NULL)
		*kept = read_document(index);
	return *kept;
}

const clausary_written *
clausary_written_of(clausary_checking *check, const clausary_index *index)
{
	return written_of(check, index);
}

void
clausary_written_free(clausary_written *written)
{
	if (written == NULL)
		return;
	clausary_arena_finish(&written->arena);
	clausary_array_finish(&written->terms);
	clausary_array_finish(&written->places);
	free(written);
}

static void
report(clausary_checking *check, const clausary_index *index, const clausary_written_term *term,
       const clausary_written_place *place)
{
	clausary_slice text = clausary_index_text(index, place->span);
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = place->clause,
	                                                .span = place->span,
	                                                .other = index,
	                                                .other_clause = term->clause,
	                                                .other_span = term->span,
	                                                .form = term->form,
	                                                .message = "%s is written %s elsewhere",
	                                                .arguments = {text, term->form}});
}

/* A key for a way to write a term: what parts its words. */
static clausary_slice
way_of(clausary_written *all, clausary_slice text, const clausary_written_place *place)
{
	clausary_buffer key = {0};
	clausary_buffer_print(&key, "%u:", place->term);
	for (size_t at = 0; at < text.size;) {
		uint32_t c = clausary_fold_next(text, &at, 0);
		if (c == ' ' || c == '-')
			clausary_buffer_add_byte(&key, (char)c);
	}
	clausary_slice kept = clausary_arena_copy(&all->arena, clausary_buffer_slice(&key));
	clausary_buffer_finish(&key);
	return kept;
}

void
clausary_written_report(clausary_checking *check, const clausary_index *index, clausary_writing how,
                        bool (*believes)(const clausary_index *index,
                                         const clausary_written_term *term,
                                         const clausary_written_place *place))
{
	clausary_written *all = written_of(check, index);
	clausary_map told = {0};
	for (size_t i = 0; i < all->places.count; i++) {
		const clausary_written_place *place = &all->places.items[i];
		const clausary_written_term *term = &all->terms.items[place->term];
		if (place->how != how || !believes(index, term, place))
			continue;
		clausary_slice way = way_of(all, clausary_index_text(index, place->span), place);
		if (clausary_map_get(&told, way) == CLAUSARY_NONE)
			report(check, index, term, place);
		clausary_map_put(&told, way, 1);
	}
	clausary_map_finish(&told);
}
