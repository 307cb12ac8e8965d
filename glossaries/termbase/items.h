/* Items of language versions, for align/link.h: what was found of each concept while a version was
 * added. */
#ifndef CLAUSARY_TERMBASE_ITEMS_H
#define CLAUSARY_TERMBASE_ITEMS_H

#include "termbase/add.h"

typedef struct clausary_items {
	clausary_arena arena;
	CLAUSARY_ARRAY(clausary_item) all;
} clausary_items;

/** Add the items of a document, which was added to its termbase, as those of `version`; versions
 * come in order. */
void clausary_items_add(clausary_items *items, clausary_adding *adding, uint32_t version);

void clausary_items_finish(clausary_items *items);

#endif
