/* What the kinds of evidence share while items are linked: link_<kind>.c offers candidates, link.c
 * decides. */
#ifndef CLAUSARY_ALIGN_LINKING_H
#define CLAUSARY_ALIGN_LINKING_H

#include "align/link.h"

enum {
	/* Items of one clause that are compared each with each; a clause that has more is no
	 * evidence for any of them. */
	CLAUSARY_LINK_ROW_ITEMS = 256
};

typedef struct clausary_linking {
	clausary_links *links;
	const clausary_alignment *alignment;
	const uint32_t *columns; /* of each version of the items: its version of the alignment */
	const clausary_item *items;
	size_t count;
	uint32_t *first; /* of each version: its first item; one more at the end */
	CLAUSARY_ARRAY(clausary_item_link) candidates; /* of the kind of evidence being asked */
} clausary_linking;

/** Whether the item has no counterpart in `version` yet. */
bool clausary_linking_lacks(const clausary_linking *linking, uint32_t item, uint32_t version);

/** Propose that two items are one concept; those that cannot be any more are ignored. */
void clausary_linking_offer(clausary_linking *linking, uint32_t a, uint32_t b,
                            clausary_evidence evidence, float confidence);

/** How sure the row matches these two versions, 0 to 1. */
float clausary_linking_row(const clausary_linking *linking, uint32_t row);

/* How alike the use of two items is. */
typedef struct clausary_use {
	float same;    /* share of the uses that have a counterpart in the same clause */
	uint32_t rows; /* clauses that use either, of those that both versions have */
} clausary_use;

/** Compare where two items are used, over the clauses that both versions have. */
clausary_use clausary_linking_use(const clausary_linking *linking, uint32_t a, uint32_t b);

/** The kinds of evidence. Each offers candidates among items that lack a counterpart. */
void clausary_link_place(clausary_linking *linking, uint32_t one, uint32_t other,
                         clausary_evidence evidence);
void clausary_link_reference(clausary_linking *linking, uint32_t one, uint32_t other);
void clausary_link_letters(clausary_linking *linking, uint32_t one, uint32_t other);
void clausary_link_use(clausary_linking *linking, uint32_t one, uint32_t other);

/** Whether both have a short form of the same Latin letters. */
bool clausary_link_same_letters(const clausary_item *a, const clausary_item *b);

/** Whether two short forms have the same Latin letters in another order: ICT and TIC. */
bool clausary_link_reordered(const clausary_item *a, const clausary_item *b);

/** Whether both have short forms of Latin letters alone. */
bool clausary_link_both_latin(const clausary_item *a, const clausary_item *b);

/** How alike the names of two items are to the eye, 0 to 1: words of common origin in one script.
 * Negative where they have no letters to compare. */
float clausary_link_cognate(const clausary_item *a, const clausary_item *b);

#endif
