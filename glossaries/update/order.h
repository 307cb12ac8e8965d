/* The canonical order of everything in an entry: by bytes, with equal things once. What is read in
 * any order becomes the same. */
#ifndef CLAUSARY_UPDATE_ORDER_H
#define CLAUSARY_UPDATE_ORDER_H

#include "termbase/termbase.h"

/** Less than, equal to or more than zero, as for qsort(). */
int clausary_order_source(const clausary_source *a, const clausary_source *b);
int clausary_order_datum(const clausary_datum *a, const clausary_datum *b);

/** Bring a concept into canonical order: equal sections, definitions, terms and fields become one;
 * what says two things of one field stands side by side. */
void clausary_order_concept(clausary_arena *arena, clausary_concept *concept);

/** Bring data into canonical order. */
void clausary_order_data(clausary_data *data);

/** Add the items of one list to another of the same type. */
#define clausary_list_append(arena, to, from)                                                      \
	do {                                                                                       \
		for (uint32_t appended = 0; appended < (from)->count; appended++)                  \
			clausary_list_push((arena), (to), (from)->items[appended]);                \
	} while (0)

#endif
