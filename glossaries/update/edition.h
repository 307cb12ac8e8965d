/* Which documents of a termbase a new run has read anew. A termbase may cite others besides, and
 * other language versions: what these say stays as it is. */
#ifndef CLAUSARY_UPDATE_EDITION_H
#define CLAUSARY_UPDATE_EDITION_H

#include "update/fact.h"

/* What a cited document is to the new run. */
typedef enum clausary_edition_kind {
	CLAUSARY_EDITION_UNKNOWN, /* it is none of the documents that the termbase lists */
	CLAUSARY_EDITION_EARLIER, /* the run read a later edition of it, or it itself */
	CLAUSARY_EDITION_VERSION, /* … in another language */
	CLAUSARY_EDITION_OTHER
} clausary_edition_kind;

/* Zeros are none. */
typedef struct clausary_editions {
	clausary_map kinds;                     /* id of a document -> kind */
	CLAUSARY_ARRAY(clausary_slice) earlier; /* identifiers of earlier editions */
	CLAUSARY_ARRAY(clausary_slice) read;    /* … and of what the run has read */
	bool lists_documents;                   /* the termbase that the run updates does */
	bool found;                             /* one of them is an earlier edition */
} clausary_editions;

/** Learn it from the documents that `mine` and `last` (may be NULL) list, and those of `run`.
 * `replaces` is the identifier or file of the one that the run has read anew; NULL: the one with
 * the same number, or the only one. */
void clausary_editions_learn(clausary_editions *editions, const clausary_termbase *mine,
                             const clausary_termbase *last, const clausary_termbase *run,
                             const char *replaces);

void clausary_editions_finish(clausary_editions *editions);

/** Whether a source of an entry is of that kind; that of a document which is not listed is so by
 * what it says. */
bool clausary_editions_has(const clausary_editions *editions, const clausary_concept *concept,
                           clausary_edition_kind kind);

/** Whether a source of a term is in an earlier edition, and none in another document. */
bool clausary_editions_has_term(const clausary_editions *editions, const clausary_term *term);

/** Whether a citation is one of an earlier edition; `alone`: of nothing but its identifier. */
bool clausary_editions_cite(const clausary_editions *editions, clausary_slice citation, bool alone);

/** Add the facts of an entry that documents state which the run has not read. Owner: `arena`. */
void clausary_editions_others(const clausary_editions *editions, clausary_arena *arena,
                              clausary_facts *facts, const clausary_concept *concept);

#endif
