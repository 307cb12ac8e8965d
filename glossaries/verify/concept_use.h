/* Where a language version uses which concept, by clause: the forms of the termbase's entries are
 * found again among the forms of the document. */
#ifndef CLAUSARY_VERIFY_CONCEPT_USE_H
#define CLAUSARY_VERIFY_CONCEPT_USE_H

#include "verify/index.h"

/* A form that stands in a clause. */
typedef struct clausary_concept_use {
	uint32_t clause;
	uint32_t form; /* index into the forms of the version */
	clausary_span span;
} clausary_concept_use;

typedef struct clausary_concept_uses {
	const clausary_index *index;
	uint32_t
	        *concepts; /* by form: the number of its concept; CLAUSARY_NONE: several, or none */
	clausary_concept_use *items; /* by clause, then in the order of the text */
	uint32_t *start;             /* by clause, and the end: into `items` */
} clausary_concept_uses;

/** The uses of every version; `termbase` is theirs, and keeps what it has. Owner: caller frees them
 * with clausary_concept_uses_free(). */
clausary_concept_uses *clausary_concept_uses_read(const clausary_versions *versions,
                                                  clausary_termbase *termbase);

void clausary_concept_uses_free(clausary_concept_uses *uses, size_t count);

/** Whether a clause of the version has any form of a concept. */
bool clausary_concept_is_used(const clausary_concept_uses *uses, uint32_t clause, uint32_t concept);

/** The section of a concept in the language of a version, or NULL. */
const clausary_language_section *clausary_concept_section_of(const clausary_versions *versions,
                                                             uint32_t concept, size_t version);

#endif
