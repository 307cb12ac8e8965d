/* What an entry says, as one number. */
#ifndef CLAUSARY_UPDATE_CONTENT_H
#define CLAUSARY_UPDATE_CONTENT_H

#include "base/array.h"
#include "termbase/termbase.h"

/* The texts of entries; zeros are none. Owner: caller calls clausary_array_finish(). */
typedef CLAUSARY_ARRAY(uint64_t) clausary_content;

/** Add all texts of an entry; ids, and what references point at, are none. */
void clausary_content_add(clausary_content *content, const clausary_concept *concept);

/** A number of the texts that were added, each once, in whatever order and field they stand: the
 * same for what one entry says and what it says in canonical order. */
uint64_t clausary_content_hash(clausary_content *content);

#endif
