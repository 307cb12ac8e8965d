/* Units matched in the order in which they stand: of all ways to lay two sequences on each other,
 * each as likely as its pairs are, in how many does a pair occur? (The forward-backward algorithm.)
 * A pair that most of them have is a match; two such pairs can never cross or share a unit. */
#include "align/pairing.h"

#include <math.h>
#include <stdlib.h>

enum {
	BAND = 48,          /* units left and right of the diagonal, in stretches that … */
	MOST_CELLS = 500000 /* … have more pairs than this */
};

/* What speaks for a pair is not independent: less than its sum. */
static const float SHARE = 0.8f;
/* A pair is a match from here on: a wrong one costs more than a missing one. */
static const float LEAST = 0.6f;

typedef struct lattice {
	clausary_pairing *pairing;
	const clausary_stretch *stretch;
	uint32_t rows, columns; /* units of each version */
	uint32_t width;         /* of the band */
	double skip[2];         /* logarithm of the odds that a unit has no counterpart */
	float *scores;          /* by cell: of the pair that ends there */
	uint8_t *reasons;       /* by cell: of that score */
	double *before; /* by cell: all ways from the start to it; sums of a long document need
	                   more than a float holds */
} lattice;

/* One row of the ways to a cell, or from it: all of them where the second version may be skipped
 * next to it, or only those. So each set of pairs has one way: what the first version skips comes
 * before what the second one does. */
typedef struct row_ways {
	double *open, *skipped;
} row_ways;

static const double NEVER = -1e30;

static double
add(double a, double b)
{
	if (a < b) {
		double other = a;
		a = b;
		b = other;
	}
	return b - a > -20 ? a + (double)log1pf(expf((float)(b - a))) : a;
}

/* The first column of the band in a row. */
static uint32_t
low_of(const lattice *all, uint32_t row)
{
	if (all->width == all->columns + 1)
		return 0;
	uint64_t middle = (uint64_t)row * all->columns / (all->rows ? all->rows : 1);
	uint32_t low = middle > all->width / 2 ? (uint32_t)middle - all->width / 2 : 0;
	uint32_t last = all->columns + 1 - all->width;
	return low < last ? low : last;
}

static bool
is_inside(const lattice *all, uint32_t row, uint32_t column)
{
	uint32_t low = low_of(all, row);
	return column >= low && column < low + all->width;
}

static size_t
cell_of(const lattice *all, uint32_t row, uint32_t column)
{
	return (size_t)row * all->width + (column - low_of(all, row));
}

static double
before_cell(const lattice *all, uint32_t row, uint32_t column)
{
	return is_inside(all, row, column) ? all->before[cell_of(all, row, column)] : NEVER;
}

static void
score_row(lattice *all, uint32_t row, clausary_score *scratch)
{
	const uint32_t *columns = all->stretch->units[1];
	uint32_t first = low_of(all, row), end = first + all->width;
	first = first ? first : 1; /* the pair of columns[first - 1] ends at column `first` */
	if (first >= end)
		return;
	uint32_t low = columns[first - 1], high = columns[end - 2] + 1;
	clausary_pairing_score(all->pairing, all->stretch->units[0][row - 1], low, high, scratch);
	for (uint32_t column = first; column < end; column++) {
		clausary_score score = scratch[columns[column - 1] - low];
		all->scores[cell_of(all, row, column)] = score.total * SHARE;
		all->reasons[cell_of(all, row, column)] = (uint8_t)score.reason;
	}
}

/* The ways to the cells of a row; `above` is the row before it. */
static void
go_forward_row(lattice *all, uint32_t index, row_ways *here, const row_ways *above)
{
	uint32_t low = low_of(all, index);
	for (uint32_t i = 0; i < all->width; i++) {
		uint32_t column = low + i;
		size_t cell = cell_of(all, index, column);
		double open = index == 0 && column == 0 ? 0 : NEVER, skipped = NEVER;
		if (index && column)
			open = before_cell(all, index - 1, column - 1) + (double)all->scores[cell];
		if (index && is_inside(all, index - 1, column))
			open = add(open,
			           above->open[column - low_of(all, index - 1)] + all->skip[0]);
		if (i)
			skipped = all->before[cell - 1] + all->skip[1];
		here->open[i] = open;
		all->before[cell] = add(open, skipped);
	}
}

static double
back_pair(const lattice *all, const row_ways *below, uint32_t index, uint32_t column)
{
	if (index == all->rows || column == all->columns || !is_inside(all, index + 1, column + 1))
		return NEVER;
	return below->open[column + 1 - low_of(all, index + 1)]
	       + (double)all->scores[cell_of(all, index + 1, column + 1)];
}

/* The ways from the cells of a row to the end; `below` is the row after it. */
static void
go_back_row(const lattice *all, uint32_t index, row_ways *here, const row_ways *below)
{
	uint32_t low = low_of(all, index);
	for (uint32_t i = all->width; i-- > 0;) {
		uint32_t column = low + i;
		bool end = index == all->rows && column == all->columns;
		double pair = end ? 0 : back_pair(all, below, index, column);
		double skip = i + 1 < all->width ? here->skipped[i + 1] + all->skip[1] : NEVER;
		here->skipped[i] = add(pair, skip);
		here->open[i] = here->skipped[i];
		if (index < all->rows && is_inside(all, index + 1, column))
			here->open[i] =
			        add(here->open[i],
			            below->open[column - low_of(all, index + 1)] + all->skip[0]);
	}
}

/* Tell the pairs that most ways through a row have. */
static void
tell_row(const lattice *all, uint32_t index, const row_ways *here, clausary_matched matched,
         void *payload)
{
	double whole = all->before[cell_of(all, all->rows, all->columns)];
	uint32_t low = low_of(all, index);
	for (uint32_t i = 0; i < all->width; i++) {
		uint32_t column = low + i;
		size_t cell = cell_of(all, index, column);
		if (index == 0 || column == 0)
			continue;
		double ways = before_cell(all, index - 1, column - 1) + (double)all->scores[cell]
		              + here->open[i] - whole;
		float share = ways < 0 ? expf((float)ways) : 1;
		if (share > LEAST)
			matched(payload, all->stretch->units[0][index - 1],
			        all->stretch->units[1][column - 1], share, all->reasons[cell]);
	}
}

static void
walk(lattice *all, clausary_matched matched, void *payload)
{
	size_t width = all->width;
	double *memory = clausary_memory_zeros(4 * width, sizeof *memory);
	row_ways rows[2] = {{memory, memory + width}, {memory + 2 * width, memory + 3 * width}};
	for (uint32_t i = 0; i <= all->rows; i++)
		go_forward_row(all, i, &rows[i % 2], &rows[(i + 1) % 2]);
	for (uint32_t i = all->rows + 1; i-- > 0;) {
		go_back_row(all, i, &rows[i % 2], &rows[(i + 1) % 2]);
		tell_row(all, i, &rows[i % 2], matched, payload);
	}
	free(memory);
}

/* The more units one version has, the more of them must stay alone. */
static double
skip_odds(size_t own, size_t other)
{
	float least = 0.05f, share = own > other ? (float)(own - other) / (float)own : 0;
	share = share > least ? share : least;
	return (double)logf(share < 0.9f ? share : 0.9f);
}

void
clausary_match_in_order(clausary_pairing *pairing, const clausary_stretch *stretch,
                        clausary_matched matched, void *payload)
{
	size_t rows = stretch->count[0], columns = stretch->count[1];
	if (rows == 0 || columns == 0)
		return;
	bool band = (rows + 1) * (columns + 1) > MOST_CELLS && columns + 1 > 2 * BAND;
	lattice all = {.pairing = pairing,
	               .stretch = stretch,
	               .rows = (uint32_t)rows,
	               .columns = (uint32_t)columns,
	               .width = band ? 2 * BAND : (uint32_t)columns + 1,
	               .skip = {skip_odds(rows, columns), skip_odds(columns, rows)}};
	size_t cells = (rows + 1) * all.width;
	size_t span = stretch->units[1][columns - 1] - stretch->units[1][0] + 1;
	clausary_score *scratch = clausary_memory_zeros(span, sizeof *scratch);
	all.scores = clausary_memory_zeros(cells, sizeof *all.scores);
	all.reasons = clausary_memory_zeros(cells, sizeof *all.reasons);
	all.before = clausary_memory_zeros(cells, sizeof *all.before);
	for (uint32_t row = 1; row <= all.rows; row++)
		score_row(&all, row, scratch);
	walk(&all, matched, payload);
	free(all.scores);
	free(all.reasons);
	free(all.before);
	free(scratch);
}
