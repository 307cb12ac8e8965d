/* Where the terms of a termbase occur in a document, in whatever form: plurals, cases, what is
 * joined to the front of words, hyphens for blanks. */
#ifndef CLAUSARY_UPDATE_OCCURRENCE_H
#define CLAUSARY_UPDATE_OCCURRENCE_H

#include "mining/finding.h"
#include "termbase/termbase.h"

typedef struct clausary_occurrence {
	uint32_t concept; /* place in the termbase's order */
	uint32_t at;      /* byte of the document's text */
	uint32_t clause;  /* index, or CLAUSARY_NONE */
} clausary_occurrence;

typedef CLAUSARY_ARRAY(clausary_occurrence) clausary_occurrences;

/**
 * Add the occurrences of all terms in the document's language, in the order of the text; of forms
 * that several entries have, for each of them. Full forms are looked for by their stems, without
 * case; short forms as they are written, or with what makes a plural of them.
 *
 * Fails: CLAUSARY_ELOCALE no data for the document's language.
 */
clausary_status clausary_occurrences_find(clausary_occurrences *to, clausary_context *context,
                                          const clausary_termbase *termbase,
                                          const clausary_findings *findings);

#endif
