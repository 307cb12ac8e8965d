/* What words mean, learnt from matched units: words that stand in the same units and only there. */
#include "align/pairing.h"

#include <stdlib.h>

/* Words of more matched units than this are too common to be told apart, and cost most. */
static uint32_t
most_places(const clausary_pairing *pairing)
{
	enum { LEAST = 12, SHARE = 6 };
	uint32_t share = (uint32_t)(pairing->matched / SHARE);
	return share > LEAST ? share : LEAST;
}

static void
count_seen(clausary_lexicon *lexicon, const clausary_pairing *pairing, int side)
{
	const clausary_traits *words = &pairing->units[side]->traits[CLAUSARY_FAMILY_WORDS];
	lexicon->seen[side] = clausary_memory_zeros(words->count + 1, sizeof(uint32_t));
	for (size_t unit = 0; unit < pairing->units[side]->items.count; unit++) {
		if (pairing->partner[side][unit] == CLAUSARY_NONE)
			continue;
		for (uint32_t i = words->start.items[unit]; i < words->start.items[unit + 1]; i++)
			lexicon->seen[side][words->items.items[i]]++;
	}
}

/* Keep the surest meanings, the surest first; of equal ones the lower number. */
static void
offer(clausary_lexicon *lexicon, uint32_t word, clausary_meaning meaning)
{
	clausary_meaning *all = lexicon->meanings[word];
	float sure = clausary_lexicon_sure(lexicon, word, &meaning, false);
	for (int i = 0; i < CLAUSARY_MEANINGS; i++) {
		if (all[i].together && clausary_lexicon_sure(lexicon, word, &all[i], false) >= sure)
			continue;
		clausary_meaning other = all[i];
		all[i] = meaning;
		meaning = other;
		if (meaning.together == 0)
			return;
		sure = clausary_lexicon_sure(lexicon, word, &meaning, false);
	}
}

/* Count the words of the other version in the units matched with those of `word`. */
static void
learn_word(clausary_lexicon *lexicon, const clausary_pairing *pairing, uint32_t word,
           uint32_t *together, uint32_t *found)
{
	const clausary_traits *words = &pairing->units[0]->traits[CLAUSARY_FAMILY_WORDS];
	const clausary_traits *others = &pairing->units[1]->traits[CLAUSARY_FAMILY_WORDS];
	uint32_t most = most_places(pairing);
	size_t count = 0;
	for (uint32_t i = words->place_start[word]; i < words->place_start[word + 1]; i++) {
		uint32_t unit = pairing->partner[0][words->places[i]];
		if (unit == CLAUSARY_NONE)
			continue;
		for (uint32_t j = others->start.items[unit]; j < others->start.items[unit + 1];
		     j++) {
			uint32_t other = others->items.items[j];
			if (lexicon->seen[1][other] > most)
				continue;
			if (together[other]++ == 0)
				found[count++] = other;
		}
	}
	for (size_t i = 0; i < count; i++) {
		offer(lexicon, word, (clausary_meaning){found[i], together[found[i]]});
		together[found[i]] = 0;
	}
}

void
clausary_lexicon_learn(clausary_lexicon *lexicon, const clausary_pairing *pairing)
{
	uint32_t count = pairing->units[0]->traits[CLAUSARY_FAMILY_WORDS].count;
	uint32_t others = pairing->units[1]->traits[CLAUSARY_FAMILY_WORDS].count;
	uint32_t *together = clausary_memory_zeros(others + 1, sizeof *together);
	uint32_t *found = clausary_memory_zeros(others + 1, sizeof *found);
	uint32_t most = most_places(pairing);
	clausary_lexicon_finish(lexicon);
	count_seen(lexicon, pairing, 0);
	count_seen(lexicon, pairing, 1);
	lexicon->meanings = clausary_memory_zeros(count + 1, sizeof *lexicon->meanings);
	for (uint32_t word = 0; word < count; word++)
		if (lexicon->seen[0][word] && lexicon->seen[0][word] <= most)
			learn_word(lexicon, pairing, word, together, found);
	free(together);
	free(found);
}

/* Dice's coefficient, less half a meeting: one meeting may be chance. */
float
clausary_lexicon_sure(const clausary_lexicon *lexicon, uint32_t word,
                      const clausary_meaning *meaning, bool own)
{
	float less = own ? 1 : 0;
	float both = (float)meaning->together - less - 0.5f;
	float each =
	        (float)lexicon->seen[0][word] + (float)lexicon->seen[1][meaning->word] - 2 * less;
	return both > 0 ? 2 * both / each : 0;
}

void
clausary_lexicon_finish(clausary_lexicon *lexicon)
{
	free(lexicon->meanings);
	free(lexicon->seen[0]);
	free(lexicon->seen[1]);
	*lexicon = (clausary_lexicon){0};
}
