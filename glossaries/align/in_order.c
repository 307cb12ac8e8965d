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
	float skip[2];          /* logarithm of the odds that a unit has no counterpart */
	clausary_score *scores; /* by cell: of the pair that ends there */
	float *before;          /* by cell: all ways from the start to it */
	float *open;            /* the same where the last step skipped no unit of the second
	                           version: one way for each set of pairs */
} lattice;

static const float NEVER = -1e30f;

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

static float
read_cell(const lattice *all, const float *cells, uint32_t row, uint32_t column)
{
	return is_inside(all, row, column) ? cells[cell_of(all, row, column)] : NEVER;
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
		clausary_score *score = &all->scores[cell_of(all, row, column)];
		*score = scratch[columns[column - 1] - low];
		score->total *= SHARE;
	}
}

static void
go_forward(lattice *all)
{
	for (uint32_t row = 0; row <= all->rows; row++) {
		uint32_t low = low_of(all, row);
		for (uint32_t column = low; column < low + all->width; column++) {
			size_t here = cell_of(all, row, column);
			float open = row == 0 && column == 0 ? 0 : NEVER, skipped = NEVER;
			if (row && column)
				open = read_cell(all, all->before, row - 1, column - 1)
				       + all->scores[here].total;
			if (row)
				open = add(open, read_cell(all, all->open, row - 1, column)
				                         + all->skip[0]);
			if (column > low)
				skipped = all->before[here - 1] + all->skip[1];
			all->open[here] = open;
			all->before[here] = add(open, skipped);
		}
	}
}

/* One row of the way back: from a cell to the end, where the second version may not, or may only,
 * be skipped next. */
typedef struct back {
	float *open, *skipped;
} back;

static float
back_pair(const lattice *all, const back *next, uint32_t row, uint32_t column)
{
	if (row == all->rows || column == all->columns || !is_inside(all, row + 1, column + 1))
		return NEVER;
	return next->open[column + 1 - low_of(all, row + 1)]
	       + all->scores[cell_of(all, row + 1, column + 1)].total;
}

static void
go_back_row(const lattice *all, uint32_t row, back *here, const back *next)
{
	uint32_t low = low_of(all, row);
	for (uint32_t i = all->width; i-- > 0;) {
		uint32_t column = low + i;
		bool end = row == all->rows && column == all->columns;
		float pair = end ? 0 : back_pair(all, next, row, column);
		float skip = i + 1 < all->width ? here->skipped[i + 1] + all->skip[1] : NEVER;
		here->skipped[i] = add(pair, skip);
		here->open[i] = here->skipped[i];
		if (row < all->rows && is_inside(all, row + 1, column))
			here->open[i] = add(here->open[i], next->open[column - low_of(all, row + 1)]
			                                           + all->skip[0]);
	}
}

static void
tell_row(const lattice *all, uint32_t row, const back *here, clausary_matched matched,
         void *payload)
{
	float whole = all->before[cell_of(all, all->rows, all->columns)];
	uint32_t low = low_of(all, row);
	for (uint32_t i = 0; i < all->width; i++) {
		uint32_t column = low + i;
		if (row == 0 || column == 0)
			continue;
		const clausary_score *score = &all->scores[cell_of(all, row, column)];
		float ways = read_cell(all, all->before, row - 1, column - 1) + score->total
		             + here->open[i] - whole;
		float share = ways < 0 ? expf(ways) : 1;
		if (share > LEAST)
			matched(payload, all->stretch->units[0][row - 1],
			        all->stretch->units[1][column - 1], share, score->reason);
	}
}

static void
go_back(lattice *all, clausary_matched matched, void *payload)
{
	float *memory = clausary_memory_zeros(4 * (size_t)all->width, sizeof *memory);
	back rows[2] = {{memory, memory + all->width},
	                {memory + 2 * (size_t)all->width, memory + 3 * (size_t)all->width}};
	for (uint32_t row = all->rows + 1; row-- > 0;) {
		go_back_row(all, row, &rows[row % 2], &rows[(row + 1) % 2]);
		tell_row(all, row, &rows[row % 2], matched, payload);
	}
	free(memory);
}

/* The more units one version has, the more of them must stay alone. */
static float
skip_odds(size_t own, size_t other)
{
	float least = 0.05f, share = own > other ? (float)(own - other) / (float)own : 0;
	share = share > least ? share : least;
	return logf(share < 0.9f ? share : 0.9f);
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
	all.before = clausary_memory_zeros(cells, sizeof *all.before);
	all.open = clausary_memory_zeros(cells, sizeof *all.open);
	for (uint32_t row = 1; row <= all.rows; row++)
		score_row(&all, row, scratch);
	go_forward(&all);
	go_back(&all, matched, payload);
	free(all.scores);
	free(all.before);
	free(all.open);
	free(scratch);
}
