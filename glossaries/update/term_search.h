/* Where terms stand in a document, in any form of their words: all terms in one walk over the text.
 */
#ifndef CLAUSARY_UPDATE_TERM_SEARCH_H
#define CLAUSARY_UPDATE_TERM_SEARCH_H

#include "document/document.h"
#include "mining/cues.h"

/* A set of terms; zeros are the empty set. */
typedef struct clausary_term_search {
	struct clausary_term_slot {
		uint64_t hash;  /* of the words so far; 0: free */
		uint32_t value; /* of the term that ends here, or CLAUSARY_NONE */
	} *slots;
	uint32_t count, capacity;
	uint32_t begins[26]; /* by the first letter of ASCII of a word: bits of the second */
	bool has_exact;      /* some terms are looked for as they are written */
} clausary_term_search;

/** One place where a term stands. */
typedef struct clausary_term_place {
	uint32_t value;
	clausary_span span;
	uint32_t clause;
} clausary_term_place;

/** Add a term of the language of `cues`; one that is there keeps its value, which is returned. A
 * bracket at its end is no part of it. In any form of its words, and without small words; `exact`:
 * with its capitals and all its words, or with what makes a plural of an acronym: "AI", "AIs". */
uint32_t clausary_term_search_add(clausary_term_search *search, const clausary_cues *cues,
                                  clausary_slice term, uint32_t value, bool exact);

/** Tell `found` of every place where a term stands; contents and page heads are not read. No term
 * goes on across a mark that parts sentences or their parts. Of terms inside of a longer one only
 * where they are asked for as well. */
void clausary_term_search_run(const clausary_term_search *search, const clausary_document *document,
                              const clausary_cues *cues, bool inner,
                              void (*found)(void *payload, const clausary_term_place *place),
                              void *payload);

void clausary_term_search_finish(clausary_term_search *search);

#endif
