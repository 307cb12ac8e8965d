/* Where a document uses the terms of the termbase that it is held against. */
#ifndef CLAUSARY_VERIFY_AUTHORITY_USE_H
#define CLAUSARY_VERIFY_AUTHORITY_USE_H

#include "update/term_search.h"
#include "verify/check.h"

/* A term of the termbase in running text. */
typedef struct clausary_authority_use {
	const clausary_term *term;
	const clausary_term *preferred; /* what is to be used; NULL: nothing is allowed */
	clausary_term_place place;
	clausary_zone zone;
} clausary_authority_use;

/** Whether the termbase does not allow a term any more. */
bool clausary_authority_refuses(const clausary_term *term);

/** The term of a section that is to be used: a preferred one, else the first that is allowed, or
 * NULL. */
const clausary_term *clausary_authority_preferred(const clausary_language_section *section);

/** Tell `found` of every use of a term of the termbase. Words that the termbase allows for one
 * thing and refuses for another are left out: the text does not say which is meant. */
void clausary_authority_each_use(clausary_checking *check, const clausary_index *index,
                                 void (*found)(clausary_checking *check,
                                               const clausary_index *index,
                                               const clausary_authority_use *use));

/** Whether a term is letters alone: an acronym, whether or not the termbase calls it one. */
bool clausary_authority_is_letters(const clausary_term *term);

#endif
