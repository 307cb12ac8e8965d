/* Filling a termbase with what a reader finds: each datum gets the place that the model has for it,
 * and what has none is kept under its own name or counted. Readers only say what they see. */
#ifndef CLAUSARY_TRANSFER_FILLING_H
#define CLAUSARY_TRANSFER_FILLING_H

#include "termbase/termbase.h"

/* What is odd in a file and told once, with how often it is there. */
typedef enum clausary_oddity_kind {
	CLAUSARY_ODD_LEFT_OUT, /* an element or column that the model has no place for */
	CLAUSARY_ODD_MARKUP,   /* an element inside of text; the text is kept */
	CLAUSARY_ODD_COMMENT,
	CLAUSARY_ODD_ENTRY, /* an entry without a term */
	CLAUSARY_ODD_TERM,  /* a term section without a term */
	CLAUSARY_ODD_ID,
	CLAUSARY_ODD_LANGUAGE
} clausary_oddity_kind;

typedef struct clausary_oddity {
	clausary_oddity_kind kind;
	clausary_slice about;
	uint32_t count, line; /* the line of the first */
} clausary_oddity;

typedef struct clausary_filling {
	clausary_termbase *to;
	const char *name; /* of the file, for messages */
	clausary_concept *concept;
	clausary_language_section *section;
	clausary_term *term;
	uint32_t line; /* where the reader is */
	clausary_buffer text;
	clausary_data
	        spare; /* a list whose items went elsewhere, for the parts of the next group */
	clausary_map strings;   /* categories, languages, values of picklists: each kept once */
	clausary_map languages; /* tags and English names, small: learnt when a table asks */
	clausary_map odd;       /* kind and what it is about -> place in `oddities` */
	CLAUSARY_ARRAY(clausary_oddity) oddities;
	clausary_status status; /* ELIMIT past the number of entries */
} clausary_filling;

/** Begin with an empty termbase. `name` lives until the end. */
void clausary_filling_begin(clausary_filling *filling, clausary_context *context, const char *name);

/**
 * End it: entries get ids where theirs are missing, given twice or no XML names, references follow,
 * and what was odd is told. The termbase is finished.
 *
 * Owner: caller of `filling->to`.
 */
void clausary_filling_end(clausary_filling *filling);

/** Give up: nothing is left. */
void clausary_filling_drop(clausary_filling *filling);

/** Begin an entry. The one before ends. */
void clausary_filling_concept(clausary_filling *filling, clausary_slice id);

/** End the entry; one without a term is left out and told. */
void clausary_filling_end_concept(clausary_filling *filling);

/** Go on in the section of a language of the entry, which is made where there is none. */
void clausary_filling_section(clausary_filling *filling, clausary_slice language);

/** Begin a term section; it counts when it gets a form. */
void clausary_filling_term(clausary_filling *filling, clausary_slice id);

/** Give the term section its form. */
void clausary_filling_form(clausary_filling *filling, clausary_slice form, clausary_slice id);

/** End the term section; one without a form is left out and told. */
void clausary_filling_end_term(clausary_filling *filling);

/** Put a datum where the filling is: into a field of the model, or under its own name. */
void clausary_filling_datum(clausary_filling *filling, const clausary_datum *datum);

/** The same for a datum without parts; `text` is copied. */
void clausary_filling_value(clausary_filling *filling, const char *category, clausary_slice text);

/** `text` cleaned (termbase/key.h), line feeds kept when `lines`. Owner: the termbase. */
clausary_slice clausary_filling_copy(clausary_filling *filling, clausary_slice text, bool lines);

/** The same, kept once: for categories, languages, and values of picklists. */
clausary_slice clausary_filling_string(clausary_filling *filling, clausary_slice text);

/** Count something odd; `about` is copied. */
void clausary_filling_odd(clausary_filling *filling, clausary_oddity_kind kind,
                          clausary_slice about);

#endif
