/* What phrases are looked up by: the letters they begin with. */
#ifndef CLAUSARY_DOCUMENT_FIRST_WORDS_H
#define CLAUSARY_DOCUMENT_FIRST_WORDS_H

#include "base/map.h"

/* First words of phrases or of titles, folded as patterns are (pattern.h). */
typedef struct clausary_first_words {
	clausary_map words; /* -> the value given last */
	uint64_t bits[16];  /* one for each word's first three letters */
	bool none;          /* some begin with a hole or a mark */
} clausary_first_words;

/** The bytes of the letter, digit or mark on a letter at byte `at` of `text`, or 0. */
size_t clausary_letter_size(clausary_slice text, size_t at);

/** The letters that `text` begins with: "terms" of "terms, definitions"; one letter of a script
 * that puts words together without blanks. */
clausary_slice clausary_first_letters(clausary_slice text);

/** Add a folded first word, which may be empty; its bytes are borrowed. */
void clausary_first_words_add(clausary_first_words *to, clausary_slice word, uint32_t value);

/** Whether `text` may begin with one of the words: a look before it is folded for them. */
bool clausary_first_words_may(const clausary_first_words *words, clausary_slice text);

#endif
