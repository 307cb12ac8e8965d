/* What the parts of clausary_termbase_add() share while one document is added. */
#ifndef CLAUSARY_TERMBASE_ADD_H
#define CLAUSARY_TERMBASE_ADD_H

#include "base/locale.h"
#include "mining/finding.h"
#include "termbase/sentence.h"
#include "termbase/termbase.h"

/* A designation or a definition finds its concept and its term section here. */
typedef struct clausary_sense {
	clausary_concept *concept; /* NULL: none */
	clausary_term *term;
} clausary_sense;

/* A concept was found at a clause. */
typedef struct clausary_adding_event {
	uint32_t concept, row, position;
	uint32_t kind;       /* clausary_place_kind */
	uint32_t definition; /* index, or CLAUSARY_NONE */
} clausary_adding_event;

typedef struct clausary_adding {
	clausary_termbase *to;
	const clausary_findings *findings;
	const clausary_document *document;
	uint32_t number; /* of the document in the termbase */
	clausary_slice language;
	clausary_sense
	        *senses; /* of each designation: what it stands for, from here on in the text */
	clausary_sense *pair_senses; /* of each pair: its acronym */
	clausary_sentences *sentences;
	clausary_locale_entry plurals; /* how the language forms them; empty where nobody knows */
	clausary_locale_entry cited,
	        uncited;   /* endings of first words that dictionaries cite, and never cite */
	bool shows_number; /* the acronym being joined and its expansion both can: they have letters
	                      that take the ending */
	clausary_buffer key, second_key;
	bool full; /* the limit of concepts was reached */
	uint32_t work;
	const clausary_alignment *alignment; /* of the versions, or NULL: a document alone */
	uint32_t version;                    /* of the alignment */
	CLAUSARY_ARRAY(clausary_adding_event)
	events; /* where concepts were found, for `alignment`
	         */
} clausary_adding;

/** The source that a clause of the document is. Owner: the termbase. */
clausary_source clausary_adding_source(clausary_adding *adding, uint32_t clause);

/** Note that the document introduces, defines or mentions a concept at `position` of `clause`;
 * returns the place. */
const clausary_place *clausary_adding_place(clausary_adding *adding, clausary_concept *concept,
                                            uint32_t clause, uint32_t position,
                                            clausary_place_kind kind);

/** Remember, for linking versions, that a concept stands somewhere. */
void clausary_adding_event_add(clausary_adding *adding, const clausary_concept *concept,
                               const clausary_place *place, uint32_t definition);

/** Add the document to the termbase, and all that was found in it. */
void clausary_adding_run(clausary_adding *adding);

/** Free what adding needed; the termbase keeps what it was given. */
void clausary_adding_finish(clausary_adding *adding);

/** Give a term the sentence round `mention` as a context, where one more is wanted. */
void clausary_adding_context(clausary_adding *adding, clausary_term *term, clausary_span mention,
                             uint32_t clause);

/**
 * The concept of a name (a full form or a defined term), made where there is none; its term is of
 * type `type` when new. Fails: an empty sense where the name is empty or the limit is reached.
 */
clausary_sense clausary_adding_name(clausary_adding *adding, clausary_slice form,
                                    clausary_term_type type);

/**
 * Join an acronym and an expansion: see rules in add_pair.c. `written` is the acronym as found,
 * whose plural the expansion may share. Puts the two terms into `acronym` and `expansion`. Fails:
 * false where one is empty or the limit is reached.
 */
bool clausary_adding_join(clausary_adding *adding, clausary_slice acronym_form,
                          clausary_slice written, clausary_slice expansion_form,
                          clausary_sense *acronym, clausary_sense *expansion);

/** What the ending of a name says of its being the form that dictionaries cite. */
clausary_form_standing clausary_adding_standing(const clausary_adding *adding, clausary_slice form);

/** Offer a written form of `term`, which a pair of `clause` has beside the acronym `written`. */
void clausary_adding_offer_pair(clausary_adding *adding, clausary_term *term, clausary_slice form,
                                clausary_slice acronym, clausary_slice written, uint32_t clause);

/** Offer a form of `term` that the text uses without its acronym. */
void clausary_adding_offer_use(clausary_adding *adding, clausary_term *term, clausary_slice form);

/** Offer the form that heads a definition. */
void clausary_adding_offer_definition(clausary_adding *adding, clausary_term *term,
                                      clausary_slice form);

/** The term of a section that has `key`, or a written form with it, among its full forms; or NULL.
 */
clausary_term *clausary_section_written_as(const clausary_language_section *section,
                                           clausary_slice key);

/** Add the acronyms that no pair of the document expands. */
void clausary_adding_lone_acronyms(clausary_adding *adding);

/** Add a definition, by its index, to the concept that has its term. */
void clausary_adding_definition(clausary_adding *adding, uint32_t index);

/** Add the names that the reference glossary knows, where it speaks for the document. */
void clausary_adding_reference(clausary_adding *adding);

#endif
