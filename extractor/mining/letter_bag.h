/* The letters of a short form, whatever their order: which of them are initials of words. */
#ifndef CLAUSARY_MINING_LETTER_BAG_H
#define CLAUSARY_MINING_LETTER_BAG_H

#include "base/slice.h"

typedef struct clausary_letter_bag {
	uint32_t letters[16]; /* folded; the first `left` of them are still in the bag */
	size_t count, left;
} clausary_letter_bag;

/** The capitals of a form, the first of them where they are many. */
clausary_letter_bag clausary_letter_bag_of(clausary_slice form);

/** Take the initial of a word out of the bag, if it is in it. */
void clausary_letter_bag_take(clausary_letter_bag *bag, clausary_slice word);

#endif
