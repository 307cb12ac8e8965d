/* What an entry says as a set of facts: one for each value of each field, told apart by language
 * and term. Two entries are compared by their facts. */
#ifndef CLAUSARY_UPDATE_FACT_H
#define CLAUSARY_UPDATE_FACT_H

#include "termbase/termbase.h"

typedef struct clausary_fact {
	clausary_slice language; /* empty: of the entry */
	clausary_slice term;     /* its form; empty: of the language section, or of the entry */
	clausary_slice field;    /* "term", "definition", "definition source", a data category */
	clausary_slice value;
} clausary_fact;

typedef struct clausary_facts {
	clausary_fact *items;
	uint32_t count, capacity;
} clausary_facts; /* a list (list.h) */

/** Add the facts of a concept; ids are none. Owner: `arena`, and that of the concept. */
void clausary_facts_add(clausary_arena *arena, clausary_facts *facts,
                        const clausary_concept *concept);

/** Sort them, each once. */
void clausary_facts_sort(clausary_facts *facts);

/** By language, term, field and value: less than, equal to or more than zero. */
int clausary_fact_order(const clausary_fact *a, const clausary_fact *b);

/** The same without the value. */
int clausary_fact_field_order(const clausary_fact *a, const clausary_fact *b);

/** Whether both are of the same field of the same term. */
bool clausary_fact_same_field(const clausary_fact *a, const clausary_fact *b);

/** The document of a citation: "Resolution 17 (Port Almira, 2031)" of "Resolution 17 (Port Almira,
 * 2031), Annex A, A.2", what stands before its first comma outside of brackets; ", " follows it,
 * or nothing. Owner: `citation`. */
clausary_slice clausary_citation_document(clausary_slice citation);

/**
 * A hash of the numbers of a citation's document, "17 2031", and what all languages print the same
 * of its label: "A.2.2" of "Annex A, A.2.2", "b" of "recalling b)". `text` is used.
 *
 * Fails: returns false where there are less than two numbers, or no such label.
 */
bool clausary_citation_place(clausary_buffer *text, clausary_slice citation, uint64_t *work,
                             clausary_slice *label);

#endif
