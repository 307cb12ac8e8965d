/* The letters of a short form, whatever their order. */
#include "mining/letter_bag.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <unicode/uchar.h>

enum { HOW = CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS };

clausary_letter_bag
clausary_letter_bag_of(clausary_slice form)
{
	clausary_letter_bag bag;
	size_t at = 0;
	bag.count = 0;
	while (at < form.size && bag.count < sizeof bag.letters / sizeof *bag.letters) {
		size_t start = at;
		if (u_isupper((UChar32)clausary_utf8_next(form, &at)))
			bag.letters[bag.count++] = clausary_fold_next(form, &start, HOW);
	}
	bag.left = bag.count;
	return bag;
}

void
clausary_letter_bag_take(clausary_letter_bag *bag, clausary_slice word)
{
	size_t at = 0;
	uint32_t initial = clausary_fold_next(word, &at, HOW);
	for (size_t i = 0; i < bag->left; i++)
		if (bag->letters[i] == initial) {
			bag->letters[i] = bag->letters[--bag->left];
			return;
		}
}
