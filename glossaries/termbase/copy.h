/* Copies of entries. */
#ifndef CLAUSARY_TERMBASE_COPY_H
#define CLAUSARY_TERMBASE_COPY_H

#include "termbase/concept.h"

/** A copy of a concept with lists of its own; their texts are shared. Owner: `arena`. */
clausary_concept *clausary_concept_copy(clausary_arena *arena, const clausary_concept *concept);

/** A copy of a term section. Owner: `arena`. */
clausary_term *clausary_term_copy(clausary_arena *arena, const clausary_term *term);

#endif
