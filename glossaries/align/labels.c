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
} series;

typedef struct all_series {
	CLAUSARY_ARRAY(series) items;
	uint32_t *of; /* by unit of the first version that has a trusted label */
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

/* Count, in each series, the labels that only one version has. */
static void
count_series(const labelled *w, all_series *all)
{
	clausary_map numbers = {0};
	clausary_arena arena = {0};
	size_t count = w->pairing->units[0]->items.count;
	bool *common = clausary_memory_zeros(w->pairing->units[1]->items.count + 1, sizeof *common);
	*all = (all_series){.of = clausary_memory_zeros(count + 1, sizeof *all->of)};
	for (uint32_t i = 0; i < count; i++)
		if (w->fixed[i] != CLAUSARY_NONE)
			common[w->fixed[i]] = true;
	for (int side = 0; side < 2; side++) {
		for (uint32_t i = 0; i < w->pairing->units[side]->items.count; i++) {
			if (!unit_of(w, side, i)->printed)
				continue;
			uint32_t number = series_of(w, side, i, &numbers, &arena, all);
			series *one = &all->items.items[number];
			if (side == 0)
				all->of[i] = number;
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
	free(all->of);
}

/* A gap in the numbers of a version, where the other has some, shows that nothing was numbered
 * anew: one version has a part of the other's labels. Where each has labels that the other lacks,
 * one of them may have closed the gaps of the other. */
static bool
has_gap(const all_series *all, uint32_t unit)
{
	const series *one = &all->items.items[all->of[unit]];
	uint32_t alone[2] = {one->between[0] + one->after[0], one->between[1] + one->after[1]};
	if (!one->between[0] && !one->between[1])
		return false;
	return !alone[0] || !alone[1];
}

/* Labels are no longer trusted where, over some clauses in a row, what stands there speaks against
 * them: one version was numbered anew. */
static void
doubt_labels(labelled *w)
{
	enum { AROUND = 4 };
	const float LEAST = -0.3f;
	size_t count = w->pairing->units[0]->items.count, pairs = 0;
	uint32_t *units = clausary_memory_zeros(count + 1, sizeof *units);
	double *sums = clausary_memory_zeros(count + 1, sizeof *sums);
	all_series all;
	count_series(w, &all);
	for (uint32_t i = 0; i < count; i++) {
		clausary_score score;
		if (w->fixed[i] == CLAUSARY_NONE || has_gap(&all, i))
			continue;
		clausary_pairing_score(w->pairing, i, w->fixed[i], w->fixed[i] + 1, &score);
		units[pairs++] = i;
		sums[pairs] = sums[pairs - 1] + score.said;
	}
	for (size_t i = 0; i < pairs; i++) {
		size_t low = i > AROUND ? i - AROUND : 0;
		size_t high = i + AROUND + 1 < pairs ? i + AROUND + 1 : pairs;
		if (sums[high] - sums[low] < (double)LEAST * (double)(high - low))
			w->fixed[units[i]] = CLAUSARY_NONE;
	}
	finish_series(&all);
	free(units);
	free(sums);
}

/* Where a clause was taken out and those after it were numbered anew, labels go together from the
 * first to the last, and the other version has some more at the end. There labels do not decide
 * alone. */
static void
doubt_series(labelled *w)
{
	all_series all;
	count_series(w, &all);
	for (uint32_t i = 0; i < w->pairing->units[0]->items.count; i++) {
		if (w->fixed[i] == CLAUSARY_NONE || has_gap(&all, i))
			continue;
		const series *one = &all.items.items[all.of[i]];
		if (!one->after[0] != !one->after[1])
			w->fixed[i] = CLAUSARY_NONE;
	}
	finish_series(&all);
}

void
clausary_pairing_fix(clausary_pairing *pairing, uint32_t *fixed)
{
	labelled w = {pairing, fixed};
	memset(fixed, 0xff, (pairing->units[0]->items.count + 1) * sizeof *fixed);
	fix_in_order(&w, false);
	fix_in_order(&w, true);
	measure_lengths(&w);
	doubt_labels(&w);
	doubt_series(&w);
}
