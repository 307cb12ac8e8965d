/* Terms by hashes of the stems of their words, small words left out, and of all their beginnings: a
 * walk goes on from a word as long as some term begins so. */
#include "verify/term_search.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/stem.h"
#include "verify/likeness.h"
#include "verify/place.h"

#include <stdlib.h>

enum {
	NO_WORD = 1 /* the hash of a word that no term has */,
	SMALLEST = 64,
	LONGEST = 24 /* words of a term */
};

typedef struct word {
	uint64_t hash;
	uint32_t start, end;
} word;

/* The words of a text while it is walked over. */
typedef struct walk {
	const clausary_cues *cues;
	clausary_slice text;
	const clausary_term_search *search; /* whose terms are looked for, or … */
	clausary_term_search *adding;       /* … to which one is added */
	clausary_buffer scratch;
	CLAUSARY_ARRAY(word) words;
} walk;

static uint64_t
join(uint64_t hash, uint64_t next)
{
	hash = (hash ^ next) * 0x9e3779b97f4a7c15u;
	hash ^= hash >> 32;
	return hash ? hash : 1;
}

/* Whether some term may have a word that begins like this one. A stem keeps the first letters,
 * unless something is joined to the front of words; what begins otherwise needs no stem. */
static bool
may_match(const walk *w, clausary_slice folded)
{
	if (w->search == NULL || folded.size < 2 || w->cues->articles.count
	    || !clausary_ascii_is_lower(folded.data[0]) || !clausary_ascii_is_lower(folded.data[1]))
		return true;
	return w->search->begins[folded.data[0] - 'a'] >> (folded.data[1] - 'a') & 1;
}

/* Keep which letters a word of a term begins with. */
static void
note_beginning(clausary_term_search *search, clausary_slice folded)
{
	if (folded.size > 1 && clausary_ascii_is_lower(folded.data[0])
	    && clausary_ascii_is_lower(folded.data[1]))
		search->begins[folded.data[0] - 'a'] |= 1u << (folded.data[1] - 'a');
}

static void
add_word(walk *w, size_t start, size_t end)
{
	w->scratch.size = 0;
	clausary_fold(&w->scratch, clausary_slice_part(w->text, start, end), CLAUSARY_FOLD_CASE);
	clausary_slice folded = clausary_buffer_slice(&w->scratch);
	word found = {NO_WORD, (uint32_t)start, (uint32_t)end};
	if (folded.size == 0 || clausary_cues_has(&w->cues->initials, folded))
		return;
	if (w->adding)
		note_beginning(w->adding, folded);
	if (may_match(w, folded))
		found.hash = clausary_slice_hash(clausary_stem_bare(w->cues, folded));
	clausary_array_push(&w->words, found);
}

/* Read the words between two bytes; a square letter is a word of its own. */
static void
read_words(walk *w, size_t from, size_t to)
{
	size_t start = SIZE_MAX;
	w->words.count = 0;
	for (size_t at = from, next; at < to; at = next) {
		next = at;
		uint32_t c = clausary_utf8_next(w->text, &next);
		bool square = c >= 0x80 && clausary_utf8_is_square(c);
		bool letter = !square && clausary_place_is_letter(c);
		if (letter && start == SIZE_MAX)
			start = at;
		if (!letter && start != SIZE_MAX) {
			add_word(w, start, at);
			start = SIZE_MAX;
		}
		if (square)
			add_word(w, at, next);
	}
	if (start != SIZE_MAX)
		add_word(w, start, to);
}

static struct clausary_term_slot *
slot_of(const clausary_term_search *search, uint64_t hash)
{
	size_t mask = search->capacity - 1, at = hash & mask;
	while (search->slots[at].hash && search->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &search->slots[at];
}

static void
grow(clausary_term_search *search)
{
	clausary_term_search larger = {.capacity =
	                                       search->capacity ? search->capacity * 2 : SMALLEST,
	                               .count = search->count};
	larger.slots = clausary_memory_zeros(larger.capacity, sizeof *larger.slots);
	for (size_t i = 0; i < search->capacity; i++)
		if (search->slots[i].hash)
			*slot_of(&larger, search->slots[i].hash) = search->slots[i];
	free(search->slots);
	search->slots = larger.slots;
	search->capacity = larger.capacity;
}

uint32_t
clausary_term_search_add(clausary_term_search *search, const clausary_cues *cues,
                         clausary_slice term, uint32_t value)
{
	walk w = {.cues = cues, .text = term, .adding = search};
	size_t bracket = clausary_slice_find(term, CLAUSARY_SLICE(" ("));
	uint64_t hash = 0;
	read_words(&w, 0, bracket == SIZE_MAX ? term.size : bracket);
	for (size_t i = 0; i < w.words.count && w.words.count <= LONGEST; i++) {
		if (search->count * 2 >= search->capacity)
			grow(search);
		hash = join(hash, w.words.items[i].hash);
		struct clausary_term_slot *slot = slot_of(search, hash);
		if (slot->hash == 0) {
			*slot = (struct clausary_term_slot){hash, CLAUSARY_NONE};
			search->count++;
		}
		if (i + 1 == w.words.count && slot->value == CLAUSARY_NONE)
			slot->value = value;
		else if (i + 1 == w.words.count)
			value = slot->value;
	}
	clausary_array_finish(&w.words);
	clausary_buffer_finish(&w.scratch);
	return value;
}

/* A place to tell of, and to whom. */
typedef struct telling {
	clausary_term_place place;
	void (*found)(void *payload, const clausary_term_place *place);
	void *payload;
	bool inner;
} telling;

static void
tell(telling *t, const walk *w, size_t first, size_t last, uint32_t value)
{
	t->place.value = value;
	t->place.span.start = w->words.items[first].start;
	t->place.span.end = w->words.items[last].end;
	t->found(t->payload, &t->place);
}

/* Tell of the terms that begin at a word; returns how many words to go on. */
static size_t
look_at(telling *t, const clausary_term_search *search, const walk *w, size_t first)
{
	uint64_t hash = 0;
	size_t last = SIZE_MAX;
	uint32_t value = CLAUSARY_NONE;
	for (size_t i = first; i < w->words.count; i++) {
		hash = join(hash, w->words.items[i].hash);
		const struct clausary_term_slot *slot = slot_of(search, hash);
		if (slot->hash == 0)
			break;
		if (slot->value == CLAUSARY_NONE)
			continue;
		if (t->inner)
			tell(t, w, first, i, slot->value);
		last = i;
		value = slot->value;
	}
	if (t->inner || last == SIZE_MAX)
		return 1;
	tell(t, w, first, last, value);
	return last + 1 - first;
}

void
clausary_term_search_run(const clausary_term_search *search, const clausary_index *index,
                         bool inner, void (*found)(void *payload, const clausary_term_place *place),
                         void *payload)
{
	const clausary_document *document = index->document;
	walk w = {.cues = index->cues, .text = clausary_document_text(document), .search = search};
	for (size_t i = 0; search->count && i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		telling t = {{.clause = block->clause}, found, payload, inner};
		if (block->kind == CLAUSARY_BLOCK_CONTENTS
		    || block->kind == CLAUSARY_BLOCK_FURNITURE)
			continue;
		read_words(&w, block->span.start, block->span.end);
		for (size_t j = 0; j < w.words.count;)
			j += look_at(&t, search, &w, j);
	}
	clausary_array_finish(&w.words);
	clausary_buffer_finish(&w.scratch);
}

void
clausary_term_search_finish(clausary_term_search *search)
{
	free(search->slots);
	*search = (clausary_term_search){0};
}
