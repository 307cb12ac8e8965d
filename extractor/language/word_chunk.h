/* The part of the text that only ICU can cut. */
#ifndef CLAUSARY_LANGUAGE_WORD_CHUNK_H
#define CLAUSARY_LANGUAGE_WORD_CHUNK_H

#include "language/tokens.h"
#include "language/word_table.h"

/* Where clausary_tokens_read() stands. */
typedef struct clausary_word_scan {
	clausary_tokens *to;
	size_t first; /* tokens before the piece */
	clausary_word_table *table;
	const uint8_t *text;   /* of the whole document */
	uint32_t at, end;      /* what is left of the piece between two skips */
	uint32_t safe;         /* the last place before `at` where every rule starts anew */
	bool after_blank;      /* a blank, or the start of the span, stands before `at` */
	bool safe_after_blank; /* … before `safe` */
} clausary_word_scan;

/**
 * Drop the tokens after `safe` and let ICU cut from there to the first safe place past byte
 * `through`; `at` and `safe` are moved to it.
 */
void clausary_word_chunk(clausary_word_scan *scan, uint32_t through);

#endif
