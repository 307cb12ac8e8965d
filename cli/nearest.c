/* The nearest word: edit distance with swaps of neighbours counted once (optimal string alignment).
 */
#include "text.h"

#include <string.h>

enum { LONGEST = 40 };

static size_t
smaller(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
distance(const char *a, size_t a_size, const char *b, size_t b_size)
{
	size_t rows[3][LONGEST + 1];
	for (size_t j = 0; j <= b_size; j++)
		rows[0][j] = j;
	for (size_t i = 1; i <= a_size; i++) {
		size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *higher = rows[(i + 1) % 3];
		row[0] = i;
		for (size_t j = 1; j <= b_size; j++) {
			size_t replaced = above[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = smaller(replaced, smaller(row[j - 1], above[j]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				row[j] = smaller(row[j], higher[j - 2] + 1);
		}
	}
	return rows[a_size % 3][b_size];
}

const char *
cli_nearest(const char *word, const char *const *candidates, size_t count)
{
	size_t size = strlen(word), best = size / 3 + 2;
	const char *nearest = NULL;
	for (size_t i = 0; i < count && size <= LONGEST; i++) {
		size_t other = strlen(candidates[i]);
		if (other > LONGEST)
			continue;
		bool begins = size >= 2 && strncmp(word, candidates[i], size) == 0;
		size_t far = begins ? 1 : distance(word, size, candidates[i], other);
		if (far < best) {
			best = far;
			nearest = candidates[i];
		}
	}
	return nearest;
}
