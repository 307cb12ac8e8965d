/* Units whose order says nothing, such as an alphabetical list that each language sorts its own
 * way: a pair is a match when both find nobody better. */
#include "align/pairing.h"

#include <math.h>
#include <stdlib.h>

/* Lists that have more pairs than this are matched in order: each with each would cost too much. */
enum { MOST_PAIRS = 4000000 };

static const float SHARE = 1.2f, LEAST = 0.6f;

typedef struct table {
	size_t rows, columns;
	clausary_score *scores;
	float *row_sum, *column_sum; /* of the odds, as logarithms */
} table;

static float
add(float a, float b)
{
	if (a < b) {
		float other = a;
		a = b;
		b = other;
	}
	return b - a > -20 ? a + log1pf(expf(b - a)) : a;
}

static void
fill(table *all, clausary_pairing *pairing, const clausary_stretch *stretch)
{
	const uint32_t *columns = stretch->units[1];
	uint32_t low = columns[0], high = columns[all->columns - 1] + 1;
	clausary_score *scratch = clausary_memory_zeros(high - low, sizeof *scratch);
	for (size_t row = 0; row < all->rows; row++) {
		clausary_pairing_score(pairing, stretch->units[0][row], low, high, scratch);
		for (size_t column = 0; column < all->columns; column++) {
			clausary_score score = scratch[columns[column] - low];
			score.total *= SHARE;
			all->scores[row * all->columns + column] = score;
			all->row_sum[row] = add(all->row_sum[row], score.total);
			all->column_sum[column] = add(all->column_sum[column], score.total);
		}
	}
	free(scratch);
}

/* Before anything is read, any unit of a list may be the counterpart: the odds against a pair grow
 * with the list. */
static void
tell(const table *all, const clausary_stretch *stretch, clausary_matched matched, void *payload)
{
	float none = logf((float)(all->rows < all->columns ? all->rows : all->columns)) - 1;
	for (size_t row = 0; row < all->rows; row++) {
		for (size_t column = 0; column < all->columns; column++) {
			clausary_score score = all->scores[row * all->columns + column];
			float rivals = expf(all->row_sum[row] - score.total)
			               + expf(all->column_sum[column] - score.total) - 1
			               + expf(none - score.total);
			float share = 1 / rivals;
			if (share > LEAST)
				matched(payload, stretch->units[0][row], stretch->units[1][column],
				        share, score.reason);
		}
	}
}

void
clausary_match_unordered(clausary_pairing *pairing, const clausary_stretch *stretch,
                         clausary_matched matched, void *payload)
{
	table all = {.rows = stretch->count[0], .columns = stretch->count[1]};
	if (all.rows == 0 || all.columns == 0)
		return;
	if (all.rows * all.columns > MOST_PAIRS) {
		clausary_match_in_order(pairing, stretch, matched, payload);
		return;
	}
	all.scores = clausary_memory_zeros(all.rows * all.columns, sizeof *all.scores);
	all.row_sum = clausary_memory_zeros(all.rows, sizeof *all.row_sum);
	all.column_sum = clausary_memory_zeros(all.columns, sizeof *all.column_sum);
	for (size_t i = 0; i < all.rows; i++)
		all.row_sum[i] = -1e30f;
	for (size_t i = 0; i < all.columns; i++)
		all.column_sum[i] = -1e30f;
	fill(&all, pairing, stretch);
	tell(&all, stretch, matched, payload);
	free(all.scores);
	free(all.row_sum);
	free(all.column_sum);
}
