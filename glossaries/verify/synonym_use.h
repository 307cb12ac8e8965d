/* Where a document uses the synonyms that its own entries name. */
#ifndef CLAUSARY_VERIFY_SYNONYM_USE_H
#define CLAUSARY_VERIFY_SYNONYM_USE_H

#include "verify/check.h"

/* A designation of an entry that has several: its term or one of its synonyms. */
typedef struct clausary_named {
	const clausary_definition *entry;
	clausary_slice form;
	bool term;          /* not a synonym */
	bool deprecated;    /* a synonym that the entry tells not to use */
	uint32_t uses;      /* outside of lists, references and terms clauses; in other entries
	                       where it is deprecated */
	clausary_span span; /* the first of them */
	uint32_t clause;
} clausary_named;

typedef struct clausary_synonym_uses {
	CLAUSARY_ARRAY(clausary_named) items; /* entry by entry, its term first */
} clausary_synonym_uses;

/** Whether a rule asks for synonym `number` of an entry. */
typedef bool (*clausary_is_wanted)(const clausary_index *index, const clausary_definition *entry,
                                   size_t number);

/** Look for every designation of entries that have synonyms, where some are wanted. A part of a
 * longer term of the document is no use. Owner: caller finishes the array. */
void clausary_synonym_uses_read(clausary_synonym_uses *out, const clausary_index *index,
                                clausary_is_wanted is_wanted);

#endif
