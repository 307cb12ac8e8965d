/* References between entries while entries become others: what they point at gets new ids. */
#ifndef CLAUSARY_UPDATE_REFERENCES_H
#define CLAUSARY_UPDATE_REFERENCES_H

#include "update/evidence.h"

/* Zeros are none. */
typedef struct clausary_references {
	clausary_arena arena;
	clausary_map *ids; /* of each input: id that is referred to -> place in `targets` plus one,
	                      or 0 where it has none */
	size_t input_count;
	CLAUSARY_ARRAY(uint32_t) starts; /* first member of each input, and the end */
	CLAUSARY_ARRAY(struct clausary_reference_target {
		uint32_t member;
		const clausary_language_section *section; /* NULL: the entry */
		const clausary_term *term;
	})
	targets;
} clausary_references;

/** Learn what references may point at, where an input has references. Members are the entries of
 * the inputs in their order. */
void clausary_references_learn(clausary_references *references, clausary_termbase *const *inputs,
                               size_t count);

/** Let references to entries have the ids of their classes; those to terms name entry, language and
 * form. Before the members of a class are gathered. */
void clausary_references_follow(clausary_references *references, clausary_member *members);

/** Give the terms that references name ids, and the references those. */
void clausary_references_settle(clausary_references *references, clausary_termbase *termbase);

void clausary_references_finish(clausary_references *references);

#endif
