/* The classes of up to 64 bytes of text at once, a bit for each byte. */
#ifndef CLAUSARY_LANGUAGE_WORD_WINDOW_H
#define CLAUSARY_LANGUAGE_WORD_WINDOW_H

#include "language/word_table.h"

enum { CLAUSARY_WORD_WINDOW = 64 };

typedef struct clausary_word_window {
	size_t size; /* bytes that are there and whole */
	uint64_t join, letter, number, capital, lower, mid_letter, mid_number, blank;
	uint64_t trail; /* bytes of UTF-8 after the first of a code point */
	uint64_t non_ascii;
} clausary_word_window;

/**
 * Look at byte `at` of `text` and the bytes after it, of which the last stands before `end`; past
 * the end stand blanks. What the table does not know yet has both JOIN and BLANK.
 */
void clausary_word_look(clausary_word_window *window, const clausary_word_table *table,
                        const uint8_t *text, size_t at, size_t end);

#endif
