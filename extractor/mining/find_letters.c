/* Every mention of forms in Han, Kana and Hangul: by their letters, since a dictionary may cut the
 * same name in other words each time, and since names are spaced out and broken between lines
 * anywhere. The hash of each beginning of a form says whether it is worth to go on; a walk is never
 * longer than the longest form. */
#include "base/fold.h"
#include "base/utf8.h"
#include "mining/mining.h"
#include "mining/short_form.h"

#include <stdlib.h>

typedef struct slot {
	uint64_t hash;  /* of the letters so far; 0: free */
	uint32_t value; /* designation of the form that ends here, or CLAUSARY_NONE */
} slot;

typedef struct letter_index {
	slot *slots;
	uint32_t count, capacity;
	uint64_t first[1024]; /* a bit for each first letter, by its lowest 16 bits */
} letter_index;

/* A place in the text. */
typedef struct place {
	size_t token;
	size_t byte; /* in the text */
} place;

static uint64_t
mix(uint64_t hash, uint32_t letter)
{
	hash = (hash ^ letter) * 0x9e3779b97f4a7c15u;
	return (hash ^ hash >> 32) | 1;
}

static slot *
slot_of(const letter_index *index, uint64_t hash)
{
	uint32_t mask = index->capacity - 1, at = (uint32_t)(hash >> 20) & mask;
	while (index->slots[at].hash && index->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &index->slots[at];
}

static void
grow(letter_index *index)
{
	letter_index old = *index;
	index->capacity = old.capacity ? old.capacity * 2 : 256;
	index->slots = clausary_memory_zeros(index->capacity, sizeof *index->slots);
	for (uint32_t i = 0; i < old.capacity; i++)
		if (old.slots[i].hash)
			*slot_of(index, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

static slot *
put(letter_index *index, uint64_t hash)
{
	if (index->count * 2 >= index->capacity)
		grow(index);
	slot *found = slot_of(index, hash);
	if (found->hash == 0) {
		*found = (slot){hash, CLAUSARY_NONE};
		index->count++;
	}
	return found;
}

static void
add_form(letter_index *index, clausary_slice form, uint32_t designation)
{
	uint64_t hash = 0;
	slot *last = NULL;
	for (size_t at = 0; at < form.size;) {
		uint32_t c = clausary_fold_next(form, &at, CLAUSARY_FOLD_CASE);
		if (c == 0 || c == ' ')
			continue;
		if (last == NULL)
			index->first[(c & 0xffff) / 64] |= (uint64_t)1 << c % 64;
		hash = mix(hash, c);
		last = put(index, hash);
	}
	if (last && last->value == CLAUSARY_NONE)
		last->value = designation;
}

/* The letter at a place, which moves past it; 0 at the end of the passage. */
static uint32_t
next_letter(const clausary_mining *mining, place *at, size_t end)
{
	const clausary_token *tokens = mining->tokens.items;
	uint32_t c = 0;
	while (c == 0 || c == ' ') {
		while (at->token < end && at->byte >= clausary_token_end(tokens[at->token]))
			if (++at->token < end)
				at->byte = tokens[at->token].start;
		if (at->token >= end)
			return 0;
		c = clausary_fold_next(clausary_document_text(mining->document), &at->byte,
		                       CLAUSARY_FOLD_CASE);
	}
	return c;
}

static bool
starts_token(const clausary_mining *mining, place at)
{
	return at.byte == mining->tokens.items[at.token].start;
}

static bool
ends_token(const clausary_mining *mining, place at)
{
	return at.byte == clausary_token_end(mining->tokens.items[at.token]);
}

/* Two letters are often the end of one word and the beginning of the next, four hardly ever. A word
 * of Latin or Hangul letters begins where a word begins. */
static bool
stands_apart(const clausary_mining *mining, place start, place end, size_t letters)
{
	size_t at = start.byte;
	uint32_t first = clausary_utf8_next(clausary_document_text(mining->document), &at);
	bool begins = starts_token(mining, start), ends = ends_token(mining, end);
	if (!clausary_utf8_is_unspaced(first) && !begins)
		return false;
	return letters > 3 || (letters == 3 ? begins || ends : begins && ends);
}

/* The longest form that begins at a place; `*end` is the place after it. */
static uint32_t
find_at(const clausary_mining *mining, const letter_index *index, place start, size_t stop,
        place *end)
{
	uint64_t hash = 0;
	uint32_t best = CLAUSARY_NONE, c;
	size_t letters = 0;
	for (place at = start; (c = next_letter(mining, &at, stop)) != 0;) {
		hash = mix(hash, c);
		letters++;
		const slot *found = slot_of(index, hash);
		if (found->hash == 0)
			break;
		if (found->value == CLAUSARY_NONE || !stands_apart(mining, start, at, letters))
			continue;
		best = found->value;
		*end = at;
	}
	return best;
}

static bool
may_begin(const letter_index *index, uint32_t c)
{
	return index->first[(c & 0xffff) / 64] >> c % 64 & 1;
}

static void
look_through(clausary_mining *mining, const letter_index *index, const clausary_passage *passage)
{
	size_t stop = passage->first + passage->count;
	place at = {passage->first, mining->tokens.items[passage->first].start};
	while (at.token < stop) {
		place next = at, end;
		uint32_t c = next_letter(mining, &next, stop), designation = CLAUSARY_NONE;
		if (c == 0)
			return;
		if (at.byte >= clausary_token_end(mining->tokens.items[at.token]))
			at = (place){next.token, mining->tokens.items[next.token].start};
		if (may_begin(index, c))
			designation = find_at(mining, index, at, stop, &end);
		if (designation != CLAUSARY_NONE) {
			clausary_findings_mention(
			        mining->findings, designation, passage->clause,
			        (clausary_span){(uint32_t)at.byte, (uint32_t)end.byte});
			if (mining->findings->designations.items[designation].kind
			    == CLAUSARY_ACRONYM)
				clausary_short_form_cover(mining, at.token, end.token + 1);
			next = end;
		}
		at = next;
	}
}

static void
find(clausary_mining *mining)
{
	const clausary_findings *findings = mining->findings;
	letter_index *index = NULL; /* most texts have no such form */
	for (uint32_t i = 0; i < findings->designations.count; i++) {
		clausary_slice form = findings->designations.items[i].form;
		if (!clausary_mining_has_square(form))
			continue;
		if (index == NULL)
			index = clausary_memory_zeros(1, sizeof *index);
		add_form(index, form, i);
	}
	if (index == NULL)
		return;
	for (size_t i = 0; i < mining->passages.count; i++)
		if (mining->passages.items[i].count)
			look_through(mining, index, &mining->passages.items[i]);
	free(index->slots);
	free(index);
}

const clausary_finder clausary_finder_letters = {
        "letters", "every use of a form in Han, Kana and Hangul", find};
