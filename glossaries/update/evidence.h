/* Which concepts are one, by what speaks for it. Every piece of evidence is a key that two concepts
 * share; concepts that share a key are one, and what is one has all keys of its parts and those
 * that their union brings: the least closure, the same in whatever order it is made. No evidence
 * speaks against: that would depend on the order. */
#ifndef CLAUSARY_UPDATE_EVIDENCE_H
#define CLAUSARY_UPDATE_EVIDENCE_H

#include "termbase/termbase.h"

/* A concept among all that are merged. */
typedef struct clausary_member {
	clausary_concept *concept;
	uint32_t parent; /* union-find: of a class the first member stands for it */
	uint32_t next;   /* of the same class, or CLAUSARY_NONE */
} clausary_member;

typedef struct clausary_evidence_options {
	/* versions of one document are joined by their clauses: id of a document -> a number of
	 * what the names of its versions share; NULL: they are not */
	const clausary_map *works;
	bool careful; /* terms shared in two languages are no evidence, unless one has several words
	               */
	bool current; /* terms that are withdrawn are no evidence: theirs may be another's by now.
	                 Then the result depends on what is joined with what */
} clausary_evidence_options;

/** The id under which a note remembers that an entry was merged: "formerId: c5" gives "c5"; empty
 * for other notes. Owner: `note`. */
clausary_slice clausary_former_id(clausary_slice note);

/** The member that stands for the class of `member`. */
uint32_t clausary_class_of(clausary_member *members, uint32_t member);

/** Link the members of each class in their order by `next`. */
void clausary_link_classes(clausary_member *members, uint32_t count);

/** Join members until no evidence joins any more. `next` then links each class from its first. */
void clausary_join_by_evidence(clausary_member *members, uint32_t count,
                               const clausary_evidence_options *options);

#endif
