/* Search in what is in order, from its end. */
#ifndef CLAUSARY_BASE_SEARCH_H
#define CLAUSARY_BASE_SEARCH_H

#include <stddef.h>

/** Below zero, zero or above, as what is looked for comes before item `at`, is it, or comes after
 * it. */
typedef int clausary_search_order(const void *context, size_t at);

/** The item that is looked for, or `count`: quick for one near the end, where most of what a text
 * refers to stands, and never slower than twice a search by halves. */
static inline size_t
clausary_search_from_end(size_t count, clausary_search_order *order, const void *context)
{
	size_t low = 0, high = count;
	for (size_t step = 1; high > 0; step *= 2) {
		size_t at = high > step ? high - step : 0;
		int side = order(context, at);
		if (side == 0)
			return at;
		if (side > 0) {
			low = at + 1;
			break;
		}
		high = at;
	}
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int side = order(context, middle);
		if (side == 0)
			return middle;
		if (side > 0)
			low = middle + 1;
		else
			high = middle;
	}
	return count;
}

#endif
