/* Terms by their letters alone: a walk over the words goes on as long as the letters so far begin
 * some term, whatever stands between the words. */
#include "verify/writing.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/stem.h"
#include "verify/place.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum {
	SHORTEST = 6,  /* bytes of a key */
	LONGEST = 120, /* of a term */
	MOST_WORDS = 12,
	STEP = 4, /* bytes: of so many and so many more it is known whether a key begins with them
	           */
	FIRST_BITS = 16,
	BEGINS = 0,
	RESPELLED = 1 << 30 /* the letters are another spelling of the term */
};

typedef struct word {
	uint32_t start, end;
	uint32_t letters, letters_end; /* into the folded ones */
} word;

typedef CLAUSARY_ARRAY(word) words;

typedef struct reading {
	const clausary_index *index;
	clausary_written *out;
	clausary_map letters; /* BEGINS: more must follow; else a term, plus one, and RESPELLED */
	uint64_t firsts[(1u << FIRST_BITS) / 64]; /* of the first STEP bytes of all keys */
	words words;
	clausary_buffer folded; /* the letters of all words, one behind the other */
} reading;

/* The words of a text; a square letter is none, as nothing stands between these. */
static void
read_words(words *to, clausary_slice text, size_t from, size_t end)
{
	size_t start = SIZE_MAX;
	to->count = 0;
	for (size_t at = from, next; at < end; at = next) {
		next = at;
		bool letter = clausary_utf8_is_word(clausary_utf8_next(text, &next));
		if (letter && start == SIZE_MAX)
			start = at;
		if (!letter && start != SIZE_MAX) {
			clausary_array_push(to, ((word){(uint32_t)start, (uint32_t)at, 0, 0}));
			start = SIZE_MAX;
		}
	}
	if (start != SIZE_MAX)
		clausary_array_push(to, ((word){(uint32_t)start, (uint32_t)end, 0, 0}));
}

/* What parts two words of a term: a blank or a hyphen; 0 for anything else. */
static char
joint(clausary_slice text, word before, word after)
{
	size_t at = before.end;
	uint32_t c = clausary_fold_next(text, &at, 0);
	return at == after.start && (c == ' ' || c == '-') ? (char)c : 0;
}

/* Read the words of a text, and fold their letters. */
static void
read_letters(reading *r, clausary_slice text, size_t from, size_t end)
{
	read_words(&r->words, text, from, end);
	r->folded.size = 0;
	for (size_t i = 0; i < r->words.count; i++) {
		word *w = &r->words.items[i];
		w->letters = (uint32_t)r->folded.size;
		clausary_fold(&r->folded, clausary_slice_part(text, w->start, w->end),
		              CLAUSARY_FOLD_CASE);
		w->letters_end = (uint32_t)r->folded.size;
	}
}

/* The letters of some words, without what the last one adds in some forms, and the first in front
 * of it. */
static clausary_slice
letters_between(const reading *r, size_t first, size_t last)
{
	clausary_slice all = clausary_buffer_slice(&r->folded);
	word a = r->words.items[first], b = r->words.items[last];
	clausary_slice front = clausary_slice_part(all, a.letters, a.letters_end);
	clausary_slice back = clausary_slice_part(all, b.letters, b.letters_end);
	if (first == last || r->index->cues->articles.count)
		front = clausary_stem_bare(r->index->cues, front);
	back = first == last ? front : clausary_stem_bare(r->index->cues, back);
	return clausary_slice_part(all, (size_t)(front.data - all.data),
	                           (size_t)(back.data + back.size - all.data));
}

static uint32_t
first_number(const char *letters)
{
	uint32_t number;
	memcpy(&number, letters, sizeof number);
	return number * 0x9e3779b1u >> (32 - FIRST_BITS);
}

/* Whether some key may begin with the STEP bytes. */
static bool
is_first(const reading *r, const char *letters)
{
	uint32_t first = first_number(letters);
	return r->firsts[first / 64] >> first % 64 & 1;
}

/* Whether some key may begin with the letters. */
static bool
may_begin(const reading *r, clausary_slice letters)
{
	if (letters.size < STEP)
		return true;
	letters.size -= letters.size % STEP;
	return clausary_map_get(&r->letters, letters) != CLAUSARY_NONE;
}

static void
add_key(reading *r, clausary_slice key, uint32_t value)
{
	uint32_t first = first_number(key.data);
	r->firsts[first / 64] |= (uint64_t)1 << first % 64;
	for (size_t size = STEP; size < key.size; size += STEP) {
		clausary_slice part = clausary_slice_part(key, 0, size);
		if (clausary_map_get(&r->letters, part) == CLAUSARY_NONE)
			clausary_map_put(&r->letters, part, BEGINS);
	}
	clausary_map_put(&r->letters, key, value);
}

/* Add `text` to `to` with `other` wherever it has `one`: false where it has none. */
static bool
replace(clausary_buffer *to, clausary_slice text, clausary_slice one, clausary_slice other)
{
	size_t from = 0, at;
	to->size = 0;
	while ((at = clausary_slice_find(clausary_slice_part(text, from, text.size), one))
	       != SIZE_MAX) {
		clausary_buffer_add(to, clausary_slice_part(text, from, from + at));
		clausary_buffer_add(to, other);
		from += at + one.size;
	}
	clausary_buffer_add(to, clausary_slice_part(text, from, text.size));
	return from > 0;
}

/* Add the key in other spellings of the language, one change at a time; a term that is written so
 * itself is that term. */
static void
add_spellings(reading *r, clausary_slice key, uint32_t value)
{
	clausary_locale_entry one = r->index->cues->spellings;
	clausary_locale_entry other = r->index->cues->other_spellings;
	clausary_buffer spelled = {0};
	for (size_t i = 0; i < 2 * one.count && i < 2 * other.count; i++) {
		clausary_slice from = (i % 2 ? other : one).words[i / 2];
		clausary_slice to = (i % 2 ? one : other).words[i / 2];
		clausary_slice copy;
		if (!replace(&spelled, key, from, to))
			continue;
		copy = clausary_buffer_slice(&spelled);
		if (copy.size >= STEP && clausary_map_get(&r->letters, copy) == CLAUSARY_NONE)
			add_key(r, clausary_arena_copy(&r->out->arena, copy), value | RESPELLED);
	}
	clausary_buffer_finish(&spelled);
}

/* Whether blanks and hyphens alone part the words that were read. */
static bool
is_joined(const reading *r, clausary_slice form)
{
	for (size_t i = 1; i < r->words.count; i++)
		if (!joint(form, r->words.items[i - 1], r->words.items[i]))
			return false;
	return r->words.count > 0 && r->words.count <= MOST_WORDS;
}

static void
add_term(reading *r, clausary_slice form, clausary_span span, uint32_t clause)
{
	if (form.size > LONGEST)
		return;
	read_letters(r, form, 0, form.size);
	if (!is_joined(r, form))
		return;
	clausary_slice key = letters_between(r, 0, r->words.count - 1);
	uint32_t known = key.size < SHORTEST ? 1 : clausary_map_get(&r->letters, key);
	if (known != CLAUSARY_NONE && known != BEGINS)
		return;
	clausary_array_push(&r->out->terms, ((clausary_written_term){form, span, clause}));
	key = clausary_arena_copy(&r->out->arena, key);
	add_key(r, key, (uint32_t)r->out->terms.count);
	add_spellings(r, key, (uint32_t)r->out->terms.count);
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

/* Whether a key may begin at a word, by its first bytes and those of the words after it. */
static bool
may_begin_at(const reading *r, size_t first)
{
	clausary_slice all = clausary_buffer_slice(&r->folded);
	word w = r->words.items[first];
	clausary_slice letters = clausary_slice_part(all, w.letters, w.letters_end);
	if (r->index->cues->articles.count) /* they are joined to it */
		letters = clausary_stem_bare(r->index->cues, letters);
	return all.data + all.size - letters.data >= STEP && is_first(r, letters.data);
}

/* The longest term that begins at a word: the words that it has, or 0. `*term` is the value of its
 * key. */
static size_t
find_at(const reading *r, size_t first, uint32_t *term)
{
	clausary_slice text = clausary_document_text(r->index->document);
	clausary_slice all = clausary_buffer_slice(&r->folded);
	size_t found = 0;
	if (!may_begin_at(r, first))
		return 0;
	for (size_t i = first; i < r->words.count && i < first + MOST_WORDS; i++) {
		word w = r->words.items[i];
		if (i > first && !joint(text, r->words.items[i - 1], w))
			break;
		clausary_slice letters = letters_between(r, first, i);
		uint32_t known = clausary_map_get(&r->letters, letters);
		if (known != CLAUSARY_NONE && known != BEGINS) {
			found = i + 1 - first;
			*term = known;
		}
		letters.size = (size_t)(all.data + w.letters_end - letters.data);
		if (!may_begin(r, letters))
			break;
	}
	return found;
}

static void
read_block(reading *r, const clausary_block *block)
{
	clausary_slice text = clausary_document_text(r->index->document);
	read_letters(r, text, block->span.start, block->span.end);
	for (size_t i = 0; i < r->words.count;) {
		clausary_written_place place = {.clause = block->clause};
		uint32_t value;
		size_t count = find_at(r, i, &value);
		if (count) {
			place.term = (value & ~(uint32_t)RESPELLED) - 1;
			place.span.start = r->words.items[i].start;
			place.span.end = r->words.items[i + count - 1].end;
			place.how = value & RESPELLED
			                    ? CLAUSARY_WRITTEN_SPELLING
			                    : compare(r->out->terms.items[place.term].form,
			                              clausary_index_text(r->index, place.span));
			clausary_array_push(&r->out->places, place);
		}
		i += count ? count : 1;
	}
}

/* Terms of entries first: their writing is the one that the document has decided on. Title pages
 * and the titles of other documents are written by others. */
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
		clausary_zone zone =
		        clausary_index_zone(r->index, pair->clause, pair->long_span.start);
		if (zone == CLAUSARY_ZONE_REFERENCES || zone == CLAUSARY_ZONE_FRONT)
			continue;
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
	clausary_buffer_finish(&r.folded);
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
