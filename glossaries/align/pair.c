/* The clauses of two versions. Printed labels that are the same are trusted where labels.c does;
 * what lies between them is matched in order, what is sorted in each language without order. */
#include "align/pairing.h"

#include <stdlib.h>

/* A printed label is an identity. */
static const float TRUSTED = 0.98f;
/* A definition's lines, once the entry is matched. */
static const float INSIDE = 0.95f;
/* A label that was doubted, where nothing better was found for either clause. */
static const float DOUBTED = 0.5f;

typedef CLAUSARY_ARRAY(uint32_t) numbers;

typedef struct work {
	clausary_aligner *all;
	clausary_pairing pairing;
	uint32_t *fixed;  /* by unit of the first version: its trusted counterpart */
	uint32_t *labels; /* the same: that with the same label, trusted or not */
	bool *taken[2];   /* by unit: it has a match */
	numbers stretch[2];
	bool decided; /* something but labels had to decide */
} work;

static const clausary_unit *
unit_of(const work *w, int side, uint32_t unit)
{
	return &w->pairing.units[side]->items.items[unit];
}

static clausary_slice
key_of(const work *w, uint32_t clause)
{
	return w->pairing.versions[0]->document->clauses.items[clause].key;
}

static void
add_match(work *w, uint32_t one, uint32_t other, float confidence, uint32_t reason)
{
	clausary_match match = {w->pairing.versions[0]->first + one,
	                        w->pairing.versions[1]->first + other, confidence, reason};
	clausary_array_push(&w->all->matches, match);
}

/* Units match: their first clauses, then the lines after them as far as they go together. */
static void
matched(void *payload, uint32_t one, uint32_t other, float confidence, uint32_t reason)
{
	work *w = payload;
	const clausary_unit *a = unit_of(w, 0, one), *b = unit_of(w, 1, other);
	const clausary_clause *there = &w->pairing.versions[1]->document->clauses.items[b->first];
	uint32_t lines = a->count == b->count ? a->count : 2;
	w->taken[0][one] = w->taken[1][other] = true;
	if (clausary_slice_equal(key_of(w, a->first), there->key))
		reason = a->printed && b->printed            ? CLAUSARY_REASON_KEY
		         : reason == CLAUSARY_REASON_OUTLINE ? CLAUSARY_REASON_PLACE
		                                             : reason;
	add_match(w, a->first, b->first, confidence * TRUSTED, reason);
	for (uint32_t i = 1; i < lines && i < a->count && i < b->count; i++)
		add_match(w, a->first + i, b->first + i, confidence * TRUSTED * INSIDE,
		          CLAUSARY_REASON_PLACE);
}

/* The clause of the second version under which the same list stands, or CLAUSARY_NONE. */
static uint32_t
same_group(const work *w, uint32_t group)
{
	return group == CLAUSARY_NONE
	               ? CLAUSARY_NONE
		       : clausary_map_get(&w->pairing.versions[1]->keys, key_of(w, group));
}

/* By unit, whether it stands in a list that each version sorts its own way. Such lists are matched
 * here. */
static void
match_lists(work *w, bool *listed[2])
{
	size_t count = w->pairing.units[0]->items.count, others = w->pairing.units[1]->items.count;
	for (uint32_t i = 0; i < count; i++) {
		const clausary_unit *first = unit_of(w, 0, i);
		uint32_t group = first->group, there = same_group(w, group);
		if (!first->sorted || listed[0][i]
		    || (there == CLAUSARY_NONE && group != CLAUSARY_NONE))
			continue;
		w->stretch[0].count = w->stretch[1].count = 0;
		for (uint32_t j = 0; j < others; j++)
			if (unit_of(w, 1, j)->sorted && unit_of(w, 1, j)->group == there)
				clausary_array_push(&w->stretch[1], j);
		if (w->stretch[1].count == 0)
			continue;
		for (uint32_t j = i; j < count; j++)
			if (unit_of(w, 0, j)->sorted && unit_of(w, 0, j)->group == group)
				clausary_array_push(&w->stretch[0], j);
		for (int side = 0; side < 2; side++)
			for (size_t j = 0; j < w->stretch[side].count; j++)
				listed[side][w->stretch[side].items[j]] = true;
		clausary_stretch stretch = {{w->stretch[0].items, w->stretch[1].items},
		                            {w->stretch[0].count, w->stretch[1].count}};
		clausary_match_unordered(&w->pairing, &stretch, matched, w);
		w->decided = true;
	}
}

/* Match what was gathered between two trusted pairs. */
static void
match_stretch(work *w)
{
	clausary_stretch stretch = {{w->stretch[0].items, w->stretch[1].items},
	                            {w->stretch[0].count, w->stretch[1].count}};
	if (stretch.count[0] && stretch.count[1]) {
		clausary_match_in_order(&w->pairing, &stretch, matched, w);
		w->decided = true;
	}
	w->stretch[0].count = w->stretch[1].count = 0;
}

/* Walk through both versions, text or footnotes, from one trusted pair to the next. */
static void
match_sequence(work *w, bool notes, bool *const listed[2])
{
	size_t count = w->pairing.units[0]->items.count, others = w->pairing.units[1]->items.count;
	uint32_t other = 0;
	w->stretch[0].count = w->stretch[1].count = 0;
	for (uint32_t i = 0; i <= count; i++) {
		if (i < count && (unit_of(w, 0, i)->note != notes || listed[0][i]))
			continue;
		uint32_t until = i < count ? w->fixed[i] : (uint32_t)others;
		if (until == CLAUSARY_NONE) {
			clausary_array_push(&w->stretch[0], i);
			continue;
		}
		for (; other < until; other++)
			if (unit_of(w, 1, other)->note == notes && !listed[1][other])
				clausary_array_push(&w->stretch[1], other);
		match_stretch(w);
		if (i < count)
			matched(w, i, other++, 1, CLAUSARY_REASON_KEY);
	}
}

/* What the same label names, and nothing was found for, is told to be the same with little trust:
 * it would be odd to say of either that it is missing. */
static void
match_doubted(work *w)
{
	for (uint32_t i = 0; i < w->pairing.units[0]->items.count; i++) {
		uint32_t other = w->labels[i];
		if (other != CLAUSARY_NONE && !w->taken[0][i] && !w->taken[1][other])
			matched(w, i, other, DOUBTED, CLAUSARY_REASON_KEY);
	}
}

static void
set_partner(clausary_pairing *pairing, uint32_t one, uint32_t other)
{
	pairing->partner[0][one] = other;
	pairing->partner[1][other] = one;
}

/* What the rows of all versions together said before. */
static void
take_rows(work *w)
{
	const clausary_aligned_version *one = w->pairing.versions[0], *two = w->pairing.versions[1];
	const clausary_alignment *alignment = w->all->alignment;
	for (uint32_t i = 0; i < w->pairing.units[0]->items.count; i++) {
		uint32_t row = alignment->row_of[one->given][unit_of(w, 0, i)->first];
		uint32_t clause = alignment->rows.items[row].clauses[two->given];
		if (clause != CLAUSARY_NONE && alignment->rows.items[row].confidence > DOUBTED)
			set_partner(&w->pairing, i, w->pairing.units[1]->of_clause[clause]);
	}
}

/* What is known before there are rows: trusted labels. */
static void
take_labels(work *w)
{
	for (uint32_t i = 0; i < w->pairing.units[0]->items.count; i++)
		if (w->fixed[i] != CLAUSARY_NONE)
			set_partner(&w->pairing, i, w->fixed[i]);
}

bool
clausary_align_pair(clausary_aligner *all, size_t one, size_t other, bool again)
{
	work w = {.all = all};
	bool *listed[2];
	clausary_pairing_start(&w.pairing, &all->versions[one], &all->versions[other]);
	size_t count = w.pairing.units[0]->items.count + 1;
	w.fixed = clausary_memory_zeros(count, sizeof *w.fixed);
	w.labels = clausary_memory_zeros(count, sizeof *w.labels);
	for (int side = 0; side < 2; side++) {
		count = w.pairing.units[side]->items.count + 1;
		listed[side] = clausary_memory_zeros(count, sizeof *listed[side]);
		w.taken[side] = clausary_memory_zeros(count, sizeof *w.taken[side]);
	}
	if (again)
		take_rows(&w);
	clausary_pairing_learn(&w.pairing);
	clausary_pairing_fix(&w.pairing, w.fixed, w.labels);
	if (!again) {
		take_labels(&w);
		clausary_pairing_learn(&w.pairing);
	}
	match_lists(&w, listed);
	match_sequence(&w, false, listed);
	match_sequence(&w, true, listed);
	match_doubted(&w);
	for (int side = 0; side < 2; side++) {
		clausary_array_finish(&w.stretch[side]);
		free(listed[side]);
		free(w.taken[side]);
	}
	free(w.fixed);
	free(w.labels);
	clausary_pairing_finish(&w.pairing);
	return w.decided;
}
