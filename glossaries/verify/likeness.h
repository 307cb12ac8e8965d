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

/**
 * The words of a phrase, folded, with blanks around each; as they stand, or as a key that is the
 * same for all forms of the words, small words left out. Square letters are words of their own.
 * Owner: `arena`.
 */
clausary_slice clausary_likeness_words(clausary_arena *arena, const clausary_cues *cues,
                                       clausary_slice phrase);
clausary_slice clausary_likeness_key(clausary_arena *arena, const clausary_cues *cues,
                                     clausary_slice phrase);

/** Whether the words of one phrase stand in those of another, whole and in their order; both were
 * made by the same one of the two calls above, or `part` is a folded word. */
bool clausary_likeness_holds(clausary_slice words, clausary_slice part);

/**
 * Whether a text ends with words that are nearly an expansion and not quite: as many, half of them
 * or more alike in their places, the first or the last among them. `*tail` is that end of the text.
 */
bool clausary_likeness_ends(const clausary_cues *cues, clausary_slice text,
                            clausary_slice expansion, clausary_slice *tail);

/**
 * Whether two expansions, of which one has edges that are a guess, are surely meant to be the same
 * words and are not: as many, half of them alike from the front or from the end; or one more
 * between words that are alike. `*inside` where they begin and end alike, so that the guess was
 * right.
 */
bool clausary_likeness_differs_inside(const clausary_cues *cues, clausary_slice a, clausary_slice b,
                                      bool *inside);

/* Two expansions of one acronym that are not the same. */
typedef struct clausary_conflict {
	const clausary_pair *first, *second; /* in the order of the text */
	clausary_likeness likeness;
	bool guessed; /* where one of them begins or ends is a guess: see
	                 clausary_acronym_is_loose() */
	bool listed;  /* one of them stands in the list of abbreviations */
	bool both_listed;
	bool shortened;  /* one has an acronym where the other, nearly alike, may have its words */
	bool translated; /* the letters of the acronym are those of neither: of another language */
} clausary_conflict;

/**
 * The next conflict of an acronym: each expansion that differs from all before it, with the first.
 * `*at` is 0 before the first call. Fails: false when there is none left.
 */
bool clausary_conflict_next(clausary_conflict *out, const clausary_index *index,
                            const clausary_form *acronym, uint32_t *at);

/** Whether a conflict may be none: a level lower. */
static inline bool
clausary_conflict_is_doubtful(const clausary_conflict *conflict)
{
	return conflict->translated || conflict->guessed || conflict->shortened
	       || conflict->likeness == CLAUSARY_SAME_MARKS;
}

#endif
