/* How much two expansions, terms or definitions are the same. */
#ifndef CLAUSARY_VERIFY_LIKENESS_H
#define CLAUSARY_VERIFY_LIKENESS_H

#include "verify/index.h"

typedef enum clausary_likeness {
	CLAUSARY_SAME,       /* alike, but for blanks and line breaks */
	CLAUSARY_SAME_CASE,  /* but for capitals */
	CLAUSARY_SAME_MARKS, /* but for hyphens, apostrophes and blanks between words */
	CLAUSARY_SAME_WORDS, /* but for the forms of words, and small words */
	CLAUSARY_SAME_MOST,  /* one word is another one, or missing */
	CLAUSARY_DIFFERENT
} clausary_likeness;

/** Compare two expansions or terms of one language. */
clausary_likeness clausary_likeness_of(const clausary_cues *cues, clausary_slice a,
                                       clausary_slice b);

/* Two expansions of one acronym that are not the same. */
typedef struct clausary_conflict {
	const clausary_pair *first, *second; /* in the order of the text */
	clausary_likeness likeness;
	bool listed; /* one of them stands in the list of abbreviations */
} clausary_conflict;

/**
 * The next conflict of an acronym: each expansion that differs from all before it, with the first.
 * `*at` is 0 before the first call. Fails: false when there is none left.
 */
bool clausary_conflict_next(clausary_conflict *out, const clausary_index *index,
                            const clausary_form *acronym, uint32_t *at);

#endif
