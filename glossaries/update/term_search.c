/* Terms by hashes of the stems of their words, small words left out, and of all their beginnings: a
 * walk goes on from a word as long as some term begins so. Terms that are looked for as they are
 * written have another kind of hash, and a walk of their own. */
#include "update/term_search.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/stem.h"

#include <stdlib.h>

enum {
	NO_WORD = 1 /* the hash of a word that no term has */,
	EXACT = 2 /* what hashes of words as they are written begin with */,
	SMALLEST = 64,
	LONGEST = 24, /* words of a term */
	KNOWN = 1024  /* words that a walk remembers */
};

typedef struct word {
	uint64_t hash;            /* of its stem; 0: a small word, which is stepped over */
	uint64_t exact, singular; /* as it is written; 0: nobody asks */
	uint32_t start, end;
	bool breaks; /* a mark parts it from the word before it */
} word;

/* The words of a text while it is walked over. */
typedef struct walk {
	const clausary_cues *cues;
	clausary_slice text;
	const clausary_term_search *search; /* whose terms are looked for, or … */
	clausary_term_search *adding;       /* … to which one is added */
	bool exact;                         /* words are asked for as they are written, too */
	bool breaks;                        /* what stands since the last word parts sentences */
	clausary_buffer scratch;
	word *known; /* by the hash of its bytes, what was found out of a word; NULL: nothing */
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

/* Never that of a stem in the slots, whose sequences begin otherwise. */
static uint64_t
exact_hash(walk *w, clausary_slice text)
{
	w->scratch.size = 0;
	clausary_fold(&w->scratch, text, 0);
	return join(EXACT, clausary_slice_hash(clausary_buffer_slice(&w->scratch)));
}

/* A word without the small "s" of a plural: "TSRs". */
static clausary_slice
singular_of(clausary_slice text)
{
	bool plural = text.size > 2 && text.data[text.size - 1] == 's'
	              && clausary_ascii_is_upper(text.data[text.size - 2]);
	return clausary_slice_part(text, 0, text.size - plural);
}

/* What there is to know of the word between two bytes, other than where it stands. */
static word
learn(walk *w, clausary_slice text)
{
	word found = {.hash = NO_WORD};
	if (w->exact) {
		found.exact = exact_hash(w, text);
		found.singular = exact_hash(w, singular_of(text));
	}
	w->scratch.size = 0;
	clausary_fold(&w->scratch, text, CLAUSARY_FOLD_CASE);
	clausary_slice folded = clausary_buffer_slice(&w->scratch);
	bool small = folded.size == 0 || clausary_cues_has(&w->cues->initials, folded);
	if (w->adding && !small)
		note_beginning(w->adding, folded);
	if (small)
		found.hash = 0;
	else if (may_match(w, folded))
		found.hash = clausary_stem_hash(w->cues, folded);
	return found;
}

/* The same, of a text whose words come again and again. */
static word
recall(walk *w, size_t start, size_t end)
{
	clausary_slice text = clausary_slice_part(w->text, start, end);
	word unknown, *known = w->known ? &w->known[clausary_slice_hash(text) % KNOWN] : &unknown;
	if (!w->known
	    || !clausary_slice_equal(clausary_slice_part(w->text, known->start, known->end), text))
		*known = learn(w, text);
	known->start = (uint32_t)start;
	known->end = (uint32_t)end;
	return *known;
}

static void
add_word(walk *w, size_t start, size_t end)
{
	word found = recall(w, start, end);
	if (found.hash == 0 && !w->exact)
		return;
	found.breaks = w->breaks && w->words.count;
	clausary_array_push(&w->words, found);
	w->breaks = false;
}

/* Whether a mark between words parts sentences or their parts. One inside of a word, "3.2", does
 * not, nor a stop after one or two letters: an initial, an abbreviation. */
static bool
parts(const walk *w, size_t at, size_t next)
{
	enum { INITIALS = 2 };
	char mark = clausary_fold_end(clausary_slice_part(w->text, at, next));
	const word *last = w->words.count ? &w->words.items[w->words.count - 1] : NULL;
	if (!memchr(",;:!?.", mark, 6) || !last)
		return false;
	if (mark == '.' && last->end - last->start <= INITIALS)
		return false;
	return next - at > 1 || next == w->text.size
	       || !clausary_utf8_is_word(clausary_utf8_next(w->text, &next));
}

/* Read the words between two bytes; a square letter is a word of its own. */
static void
read_words(walk *w, size_t from, size_t to)
{
	size_t start = SIZE_MAX;
	w->words.count = 0;
	w->breaks = false;
	for (size_t at = from, next; at < to; at = next) {
		next = at;
		uint32_t c = clausary_utf8_next(w->text, &next);
		bool square = c >= 0x80 && clausary_utf8_is_square(c);
		bool letter = !square && clausary_utf8_is_word(c);
		if (letter && start == SIZE_MAX)
			start = at;
		if (!letter && start != SIZE_MAX) {
			add_word(w, start, at);
			start = SIZE_MAX;
		}
		if (square)
			add_word(w, at, next);
		else if (!letter && c != ' ' && !w->breaks)
			w->breaks = parts(w, at, next);
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

/* The slot of a sequence of words, made where there is none. */
static struct clausary_term_slot *
make_slot(clausary_term_search *search, uint64_t hash)
{
	if (search->count * 2 >= search->capacity)
		grow(search);
	struct clausary_term_slot *slot = slot_of(search, hash);
	if (slot->hash == 0) {
		*slot = (struct clausary_term_slot){hash, CLAUSARY_NONE};
		search->count++;
	}
	return slot;
}

uint32_t
clausary_term_search_add(clausary_term_search *search, const clausary_cues *cues,
                         clausary_slice term, uint32_t value, bool exact)
{
	walk w = {.cues = cues, .text = term, .adding = search, .exact = exact};
	size_t bracket = clausary_slice_find(term, CLAUSARY_SLICE(" ("));
	struct clausary_term_slot *slot = NULL;
	uint64_t hash = 0;
	read_words(&w, 0, bracket == SIZE_MAX ? term.size : bracket);
	search->has_exact |= exact;
	for (size_t i = 0; i < w.words.count && w.words.count <= LONGEST; i++) {
		hash = join(hash, exact ? w.words.items[i].exact : w.words.items[i].hash);
		slot = make_slot(search, hash);
	}
	if (slot && slot->value == CLAUSARY_NONE)
		slot->value = value;
	if (slot)
		value = slot->value;
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

/* The slot after one more word, as it is written or without the letter of a plural; NULL: no term
 * goes on so. */
static const struct clausary_term_slot *
go_on(const clausary_term_search *search, uint64_t hash, const word *next, bool exact)
{
	const struct clausary_term_slot *slot =
	        slot_of(search, join(hash, exact ? next->exact : next->hash));
	if (exact && slot->hash == 0)
		slot = slot_of(search, join(hash, next->singular));
	return slot->hash ? slot : NULL;
}

/* Tell of the terms that begin at a word; returns how many words to go on. */
static size_t
look_at(telling *t, const clausary_term_search *search, const walk *w, size_t first, bool exact)
{
	uint64_t hash = 0;
	size_t last = SIZE_MAX;
	uint32_t value = CLAUSARY_NONE;
	for (size_t i = first; i < w->words.count; i++) {
		const word *next = &w->words.items[i];
		if (i > first && next->breaks)
			break;
		if (!exact && next->hash == 0 && i > first)
			continue;
		const struct clausary_term_slot *slot =
		        exact || next->hash ? go_on(search, hash, next, exact) : NULL;
		if (slot == NULL)
			break;
		hash = slot->hash;
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
clausary_term_search_run(const clausary_term_search *search, const clausary_document *document,
                         const clausary_cues *cues, bool inner,
                         void (*found)(void *payload, const clausary_term_place *place),
                         void *payload)
{
	walk w = {.cues = cues,
	          .text = clausary_document_text(document),
	          .search = search,
	          .exact = search->has_exact,
	          .known = clausary_memory_zeros(KNOWN, sizeof *w.known)};
	for (size_t i = 0; search->count && i < document->blocks.count; i++) {
		const clausary_block *block = &document->blocks.items[i];
		telling t = {{.clause = block->clause}, found, payload, inner};
		if (block->kind == CLAUSARY_BLOCK_CONTENTS
		    || block->kind == CLAUSARY_BLOCK_FURNITURE)
			continue;
		read_words(&w, block->span.start, block->span.end);
		for (size_t j = 0; j < w.words.count;)
			j += look_at(&t, search, &w, j, false);
		for (size_t j = 0; search->has_exact && j < w.words.count;)
			j += look_at(&t, search, &w, j, true);
	}
	clausary_array_finish(&w.words);
	clausary_buffer_finish(&w.scratch);
	free(w.known);
}

void
clausary_term_search_finish(clausary_term_search *search)
{
	free(search->slots);
	*search = (clausary_term_search){0};
}
