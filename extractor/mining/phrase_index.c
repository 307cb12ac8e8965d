/* Phrases by rolling hash: the hash of each beginning says whether it is worth to go on, so that a
 * walk costs no more than the longest phrase at each place, and mostly one look. */
#include "mining/phrase_index.h"

#include "base/fold.h"
#include "mining/stem.h"

#include <stdlib.h>

static uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

static uint64_t
hash_letters(clausary_slice word)
{
	uint64_t hash = 0xcbf29ce484222325u;
	for (size_t i = 0; i < word.size; i++)
		hash = (hash ^ (unsigned char)clausary_ascii_lower(word.data[i])) * 0x100000001b3u;
	return hash;
}

/* The hash of a word beyond ASCII, folded, and of its stem where words vary. */
static uint64_t
hash_stem(clausary_phrase_index *index, const clausary_mining *mining, clausary_slice word)
{
	index->scratch.size = 0;
	clausary_fold(&index->scratch, word, CLAUSARY_FOLD_CASE);
	word = clausary_buffer_slice(&index->scratch);
	if (clausary_stem_varies(mining->cues))
		word = clausary_stem_of(mining->cues, word);
	return hash_letters(word);
}

/* The hash of a folded word, of its stem where words vary. */
static uint64_t
hash_word(clausary_phrase_index *index, const clausary_mining *mining, size_t token)
{
	enum { MET = 4096 };
	clausary_slice word = clausary_mining_word(mining, token);
	if (!(mining->tokens.items[token].traits & CLAUSARY_TOKEN_NON_ASCII))
		return hash_letters(word);
	if (index->met == NULL)
		index->met = clausary_memory_zeros(MET, sizeof *index->met);
	struct clausary_phrase_word *met = &index->met[clausary_slice_hash(word) % MET];
	if (!clausary_slice_equal(met->word, word))
		*met = (struct clausary_phrase_word){word, hash_stem(index, mining, word)};
	return met->hash;
}

static struct clausary_phrase_slot *
slot_of(const clausary_phrase_index *index, uint64_t hash)
{
	uint32_t mask = index->capacity - 1, at = (uint32_t)(hash >> 20) & mask;
	while (index->slots[at].hash && index->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &index->slots[at];
}

static void
grow(clausary_phrase_index *index)
{
	clausary_phrase_index old = *index;
	index->capacity = old.capacity ? old.capacity * 2 : 64;
	index->slots = clausary_memory_zeros(index->capacity, sizeof *index->slots);
	for (uint32_t i = 0; i < old.capacity; i++)
		if (old.slots[i].hash)
			*slot_of(index, old.slots[i].hash) = old.slots[i];
	free(old.slots);
}

static struct clausary_phrase_slot *
put(clausary_phrase_index *index, uint64_t hash)
{
	if (index->count * 2 >= index->capacity)
		grow(index);
	struct clausary_phrase_slot *slot = slot_of(index, hash);
	if (slot->hash == 0) {
		*slot = (struct clausary_phrase_slot){hash, CLAUSARY_NONE};
		index->count++;
	}
	return slot;
}

void
clausary_phrase_add(clausary_phrase_index *index, const clausary_mining *mining, size_t first,
                    size_t count, uint32_t value)
{
	uint64_t hash = 0;
	for (size_t i = 0; i < count; i++) {
		hash = mix(hash, hash_word(index, mining, first + i)) | 1;
		struct clausary_phrase_slot *slot = put(index, hash);
		if (i + 1 == count && slot->value == CLAUSARY_NONE)
			slot->value = value;
	}
}

size_t
clausary_phrase_find(clausary_phrase_index *index, const clausary_mining *mining, size_t at,
                     size_t end, uint32_t *value)
{
	uint64_t hash = 0;
	size_t best = 0;
	if (index->count == 0)
		return 0;
	for (; at < end; at++) {
		hash = mix(hash, hash_word(index, mining, at)) | 1;
		const struct clausary_phrase_slot *slot = slot_of(index, hash);
		if (slot->hash == 0)
			break;
		if (slot->value != CLAUSARY_NONE) {
			best = at + 1;
			*value = slot->value;
		}
	}
	return best;
}

void
clausary_phrase_finish(clausary_phrase_index *index)
{
	free(index->slots);
	free(index->met);
	clausary_buffer_finish(&index->scratch);
	*index = (clausary_phrase_index){0};
}
