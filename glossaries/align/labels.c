/* Which printed labels are trusted: those that are the same in both versions, unless one version
 * was numbered anew. */
#include "align/pairing.h"

#include <stdlib.h>

typedef struct labelled {
	clausary_pairing *pairing;
	uint32_t *fixed; /* by unit of the first version */
} labelled;

static const clausary_unit *
unit_of(const labelled *w, int side, uint32_t unit)
{
	return &w->pairing->units[side]->items.items[unit];
}

static clausary_slice
key_of(const labelled *w, int side, uint32_t clause)
{
	return w->pairing->versions[side]->document->clauses.items[clause].key;
}

/* The unit of the second version with the same printed label, or CLAUSARY_NONE. */
static uint32_t
same_label(const labelled *w, uint32_t unit)
{
	const clausary_unit *one = unit_of(w, 0, unit);
	uint32_t clause = one->printed ? clausary_map_get(&w->pairing->versions[1]->keys,
	                                                  key_of(w, 0, one->first))
	                               : CLAUSARY_NONE;
	if (clause == CLAUSARY_NONE)
		return CLAUSARY_NONE;
	uint32_t other = w->pairing->units[1]->of_clause[clause];
	const clausary_unit *there = unit_of(w, 1, other);
	return there->printed && there->first == clause && there->note == one->note ? other
	                                                                            : CLAUSARY_NONE;
}

/* Of labels that cross, the longest chain that does not is kept: text or footnotes. */
static void
fix_in_order(labelled *w, bool notes)
{
	size_t count = w->pairing->units[0]->items.count, length = 0;
	uint32_t *before = clausary_memory_zeros(count + 1, sizeof *before);
	uint32_t *ends = clausary_memory_zeros(count + 1, sizeof *ends); /* by length of chain */
	uint32_t *target = clausary_memory_zeros(count + 1, sizeof *target);
	for (uint32_t i = 0; i < count; i++) {
		target[i] = unit_of(w, 0, i)->note == notes ? same_label(w, i) : CLAUSARY_NONE;
		if (target[i] == CLAUSARY_NONE)
			continue;
		size_t low = 0, high = length;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (target[ends[middle]] < target[i])
				low = middle + 1;
			else
				high = middle;
		}
		before[i] = low ? ends[low - 1] : CLAUSARY_NONE;
		ends[low] = i;
		if (low == length)
			length++;
	}
	for (uint32_t i = length ? ends[length - 1] : CLAUSARY_NONE; i != CLAUSARY_NONE;
	     i = before[i])
		w->fixed[i] = target[i];
	free(before);
	free(ends);
	free(target);
}

/* How long the second version is for the first is seen from what both have: one may have a part of
 * the other only. Wrong labels change little, as what they name stands in both all the same. */
static void
measure_lengths(labelled *w)
{
	double lengths[2] = {1, 1};
	for (uint32_t i = 0; i < w->pairing->units[0]->items.count; i++)
		if (w->fixed[i] != CLAUSARY_NONE) {
			lengths[0] += unit_of(w, 0, i)->length;
			lengths[1] += unit_of(w, 1, w->fixed[i])->length;
		}
	if (lengths[0] > 1 && lengths[1] > 1)
		w->pairing->length_ratio = (float)(lengths[1] / lengths[0]);
}

/* Labels of one kind under one clause: "recital-14" of the text, "3.2.1" of 3.2. */
typedef struct series {
	uint32_t between[2], after[2]; /* labels of one version alone, before and after the last
	                                  common one */
	uint32_t count[2], low[2], high[2]; /* labels of each version: how many, their numbers */
} series;

typedef struct all_series {
	CLAUSARY_ARRAY(series) items;
	uint32_t *of[2]; /* by unit of each version that has a printed label; else CLAUSARY_NONE */
} all_series;

/* The series of a unit: by the key without its numbers. */
static uint32_t
series_of(const labelled *w, int side, uint32_t unit, clausary_map *numbers, clausary_arena *arena,
          all_series *all)
{
	clausary_slice key = key_of(w, side, unit_of(w, side, unit)->first);
	clausary_buffer name = {0};
	size_t last = key.size;
	while (last && !clausary_ascii_is_digit(key.data[last - 1]))
		last--;
	while (last && clausary_ascii_is_digit(key.data[last - 1]))
		last--;
	for (size_t i = 0; i < key.size; i++)
		if (i < last || !clausary_ascii_is_digit(key.data[i]))
			clausary_buffer_add_byte(&name, key.data[i]);
	uint32_t number = clausary_map_get(numbers, clausary_buffer_slice(&name));
	if (number == CLAUSARY_NONE) {
		number = (uint32_t)all->items.count;
		clausary_array_push(&all->items, (series){0});
		clausary_map_put(numbers, clausary_arena_copy(arena, clausary_buffer_slice(&name)),
		                 number);
	}
	clausary_buffer_finish(&name);
	return number;
}

/* Note the number that ends a label of a version. */
static void
note_number(series *one, int side, clausary_slice key)
{
	uint32_t number = 0, place = 1;
	for (size_t at = key.size; at && !clausary_ascii_is_digit(key.data[at - 1]);)
		key.size = --at;
	for (size_t at = key.size; at && clausary_ascii_is_digit(key.data[at - 1]); at--) {
		number += place * (uint32_t)(key.data[at - 1] - '0');
		place *= 10;
	}
	bool more = one->count[side]++ > 0;
	one->low[side] = more && one->low[side] < number ? one->low[side] : number;
	one->high[side] = more && one->high[side] > number ? one->high[side] : number;
}

/* Count, in each series, the labels that only one version has. */
static void
count_series(const labelled *w, all_series *all)
{
	clausary_map numbers = {0};
	clausary_arena arena = {0};
	size_t count = w->pairing->units[0]->items.count;
	bool *common = clausary_memory_zeros(w->pairing->units[1]->items.count + 1, sizeof *common);
	*all = (all_series){0};
	for (uint32_t i = 0; i < count; i++)
		if (w->fixed[i] != CLAUSARY_NONE)
			common[w->fixed[i]] = true;
	for (int side = 0; side < 2; side++) {
		count = w->pairing->units[side]->items.count;
		all->of[side] = clausary_memory_zeros(count + 1, sizeof *all->of[side]);
		for (uint32_t i = 0; i < count; i++) {
			all->of[side][i] = CLAUSARY_NONE;
			if (!unit_of(w, side, i)->printed)
				continue;
			uint32_t number = series_of(w, side, i, &numbers, &arena, all);
			series *one = &all->items.items[number];
			all->of[side][i] = number;
			note_number(one, side, key_of(w, side, unit_of(w, side, i)->first));
			if (side ? common[i] : w->fixed[i] != CLAUSARY_NONE) {
				one->between[side] += one->after[side];
				one->after[side] = 0;
			} else {
				one->after[side]++;
			}
		}
	}
	free(common);
	clausary_map_finish(&numbers);
	clausary_arena_finish(&arena);
}

static void
finish_series(all_series *all)
{
	clausary_array_finish(&all->items);
	free(all->of[0]);
	free(all->of[1]);
}

/* Numbers that do not run from 1 on without a gap are those of a longer text. */
static bool
is_extract(const series *one, int side)
{
	return one->count[side] < one->high[side];
}

/* Where a clause was taken out and those after it were numbered anew, labels run from 1 to the last
 * without a gap, and the other version has some more at the end. */
static bool
seems_numbered_anew(const series *one)
{
	int side = one->after[0] ? 1 : 0;
	return !one->after[side] && one->after[!side] && !is_extract(one, side);
}

/* The units with a trusted label, series by series, each in the order of the text. `ends` has where
 * each series ends. */
static void
chain_series(const labelled *w, const all_series *all, uint32_t *chain, uint32_t *ends)
{
	uint32_t count = (uint32_t)w->pairing->units[0]->items.count, total = 0;
	for (uint32_t i = 0; i < count; i++)
		if (w->fixed[i] != CLAUSARY_NONE)
			ends[all->of[0][i]]++;
	for (size_t i = 0; i < all->items.count; i++) {
		uint32_t here = ends[i];
		ends[i] = total; /* where it begins, until its units are laid down */
		total += here;
	}
	for (uint32_t i = 0; i < count; i++)
		if (w->fixed[i] != CLAUSARY_NONE)
			chain[ends[all->of[0][i]]++] = i;
}

/* The share of the other labels near it that what stands at a label fits better than its own: small
 * where labels are right, about a half where they say nothing. */
static float
better_elsewhere(const labelled *w, const uint32_t *chain, size_t count, size_t at,
                 clausary_score *scores)
{
	enum { NEAR = 8 };
	size_t low = at > NEAR ? at - NEAR : 0, high = at + NEAR < count ? at + NEAR : count - 1;
	uint32_t first = w->fixed[chain[low]], last = first;
	float better = 0;
	for (size_t i = low; i <= high; i++) { /* footnotes and text may cross */
		first = w->fixed[chain[i]] < first ? w->fixed[chain[i]] : first;
		last = w->fixed[chain[i]] > last ? w->fixed[chain[i]] : last;
	}
	clausary_pairing_score(w->pairing, chain[at], first, last + 1, scores);
	float own = scores[w->fixed[chain[at]] - first].said;
	for (size_t i = low; i <= high; i++) {
		float said = scores[w->fixed[chain[i]] - first].said;
		if (i != at)
			better += said > own ? 1 : said < own ? 0 : 0.5f;
	}
	return high > low ? better / (float)(high - low) : 0;
}

static void
distrust(labelled *w, const uint32_t *chain, size_t count)
{
	for (size_t i = 0; i < count; i++)
		w->fixed[chain[i]] = CLAUSARY_NONE;
}

/* Doubt labels of one series; a handful says nothing. */
static void
doubt_chain(labelled *w, const uint32_t *chain, size_t count, double *sums, clausary_score *scores)
{
	enum { FEW = 8, AROUND = 8 };
	const double MOST = 0.3;
	if (count <= FEW)
		return;
	for (size_t i = 0; i < count; i++)
		sums[i + 1] = sums[i] + (double)better_elsewhere(w, chain, count, i, scores);
	for (size_t i = 0; i < count; i++) {
		size_t low = i > AROUND ? i - AROUND : 0;
		size_t high = i + AROUND + 1 < count ? i + AROUND + 1 : count;
		if (sums[high] - sums[low] > MOST * (double)(high - low))
			w->fixed[chain[i]] = CLAUSARY_NONE;
	}
}

/* Labels do not decide alone where a series looks as if one version had been numbered anew, nor
 * where, over some clauses in a row, what stands there fits other labels of the series as well. */
static void
doubt_labels(labelled *w)
{
	size_t count = w->pairing->units[0]->items.count;
	all_series all;
	count_series(w, &all);
	uint32_t *chain = clausary_memory_zeros(count + 1, sizeof *chain);
	uint32_t *ends = clausary_memory_zeros(all.items.count + 1, sizeof *ends);
	double *sums = clausary_memory_zeros(count + 1, sizeof *sums);
	clausary_score *scores =
	        clausary_memory_zeros(w->pairing->units[1]->items.count + 1, sizeof *scores);
	chain_series(w, &all, chain, ends);
	for (size_t i = 0, start = 0; i < all.items.count; start = ends[i++])
		if (seems_numbered_anew(&all.items.items[i]))
			distrust(w, chain + start, ends[i] - start);
		else
			doubt_chain(w, chain + start, ends[i] - start, sums, scores);
	finish_series(&all);
	free(chain);
	free(ends);
	free(sums);
	free(scores);
}

/* Whether what stands there was matched clauses of the same label with each other, before and after
 * this one, in spite of the doubt. */
static bool
is_confirmed(const labelled *w, const uint32_t *labels, const all_series *all, uint32_t unit)
{
	enum { AROUND = 6, FAR = 64, MOST_OTHERS = 2 /* so many times as many have the same */ };
	uint32_t same = 0, others = 0, count = (uint32_t)w->pairing->units[0]->items.count;
	for (int step = -1; step < 2; step += 2) {
		uint32_t seen = 0, i = step < 0 ? unit : unit + 1;
		for (int gone = 0; i < count && seen < AROUND && gone < FAR;
		     i += (uint32_t)step, gone++) {
			uint32_t partner = w->pairing->partner[0][i];
			if (partner == CLAUSARY_NONE || all->of[0][i] != all->of[0][unit]
			    || all->of[1][partner] != all->of[0][unit])
				continue;
			seen++;
			same += partner == labels[i];
			others += partner != labels[i];
		}
	}
	return same > others * MOST_OTHERS;
}

/* Trust again what was doubted and is confirmed. */
static void
confirm_labels(labelled *w, const uint32_t *labels)
{
	all_series all;
	count_series(w, &all);
	for (uint32_t i = 0; i < w->pairing->units[0]->items.count; i++)
		if (labels[i] != CLAUSARY_NONE && w->fixed[i] == CLAUSARY_NONE
		    && is_confirmed(w, labels, &all, i))
			w->fixed[i] = labels[i];
	finish_series(&all);
}

/* Series whose labels are trusted from first to last, and those of which each version has an
 * extract, numbered as in the whole: there another label is another clause. */
static void
settle_series(const labelled *w, const uint32_t *labels)
{
	enum { LEAST = 2 }; /* one label may be the same by chance */
	all_series all;
	count_series(w, &all);
	uint32_t *trusted = clausary_memory_zeros(all.items.count + 1, sizeof *trusted);
	uint32_t *doubted = clausary_memory_zeros(all.items.count + 1, sizeof *doubted);
	for (uint32_t i = 0; i < w->pairing->units[0]->items.count; i++)
		if (labels[i] != CLAUSARY_NONE)
			(w->fixed[i] == CLAUSARY_NONE ? doubted : trusted)[all.of[0][i]]++;
	for (int side = 0; side < 2; side++)
		for (uint32_t i = 0; i < w->pairing->units[side]->items.count; i++) {
			uint32_t number = all.of[side][i];
			bool settled = number != CLAUSARY_NONE && doubted[number] == 0
			               && (trusted[number] >= LEAST
			                   || (is_extract(&all.items.items[number], 0)
			                       && is_extract(&all.items.items[number], 1)));
			w->pairing->series[side][i] = settled ? number : CLAUSARY_NONE;
		}
	free(trusted);
	free(doubted);
	finish_series(&all);
}

void
clausary_pairing_fix(clausary_pairing *pairing, uint32_t *fixed, uint32_t *labels)
{
	labelled w = {pairing, fixed};
	size_t size = (pairing->units[0]->items.count + 1) * sizeof *fixed;
	memset(fixed, 0xff, size);
	fix_in_order(&w, false);
	fix_in_order(&w, true);
	if (!pairing->matched)
		measure_lengths(&w);
	memcpy(labels, fixed, size);
	doubt_labels(&w);
	confirm_labels(&w, labels);
	settle_series(&w, labels);
}
