/* How a document writes the terms that it defines and the names that it abbreviates: as they stand
 * there, or with other hyphens, spellings or capitals. */
#ifndef CLAUSARY_VERIFY_WRITING_H
#define CLAUSARY_VERIFY_WRITING_H

#include "verify/check.h"

typedef enum clausary_writing {
	CLAUSARY_WRITTEN_ALIKE,    /* but for the end of its last word and its first capital */
	CLAUSARY_WRITTEN_CAPITALS, /* capitals inside are others */
	CLAUSARY_WRITTEN_JOINTS,   /* one word, several, or a hyphen */
	CLAUSARY_WRITTEN_SPELLING  /* letters that some writers exchange, as clausary_fold() knows
	                              them */
} clausary_writing;

/* A term, and where it is defined or introduced. */
typedef struct clausary_written_term {
	clausary_slice form;
	clausary_span span;
	uint32_t clause;
} clausary_written_term;

/* One place where a term stands in running text, a table, a list or a heading. */
typedef struct clausary_written_place {
	uint32_t term; /* index */
	clausary_span span;
	uint32_t clause;
	clausary_writing how;
} clausary_written_place;

typedef struct clausary_written {
	clausary_arena arena;
	CLAUSARY_ARRAY(clausary_written_term) terms;
	CLAUSARY_ARRAY(clausary_written_place) places; /* in the order of the text */
} clausary_written;

/** How the document of `index` writes its terms; read at the first call. Owner: the check. */
const clausary_written *clausary_written_of(clausary_checking *check, const clausary_index *index);

void clausary_written_free(clausary_written *written);

/** Report the first place of each way to write a term that is `how` another than its own, where
 * `believes` finds it no rightful one. */
void clausary_written_report(clausary_checking *check, const clausary_index *index,
                             clausary_writing how,
                             bool (*believes)(const clausary_index *index,
                                              const clausary_written_term *term,
                                              const clausary_written_place *place));

#endif
