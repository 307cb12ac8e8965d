/* The termbase: concepts, and the documents they come from. Owns all it holds. Adding keeps the
 * order of the documents and of their text; clausary_termbase_finish() decides what needs the
 * whole: order, ids, remarks. */
#ifndef CLAUSARY_TERMBASE_TERMBASE_H
#define CLAUSARY_TERMBASE_TERMBASE_H

#include "base/array.h"
#include "base/buffer.h"
#include "base/context.h"
#include "base/map.h"
#include "termbase/concept.h"

typedef struct clausary_termbase_document {
	clausary_slice name;       /* file */
	clausary_slice slug;       /* for ids, unique in the termbase: [A-Za-z0-9.-] */
	clausary_slice identifier; /* "Resolution 101 (New Delhi, 2024)", else the file's name, no
	                              suffix */
	clausary_slice title;      /* may be empty */
	clausary_slice language;
} clausary_termbase_document;

/* What is known of one acronym in one language. */
typedef struct clausary_acronym {
	CLAUSARY_LIST(clausary_concept *)
	senses;                 /* concepts with an expansion, in the order found */
	clausary_concept *lone; /* the concept without one, or NULL */
} clausary_acronym;

struct clausary_termbase {
	clausary_arena arena;
	clausary_context *context;
	clausary_slice title, subject; /* given by the caller; may be empty */
	CLAUSARY_ARRAY(clausary_termbase_document) documents;
	CLAUSARY_ARRAY(clausary_concept *) concepts; /* all, in the order made */
	CLAUSARY_ARRAY(clausary_concept *) ordered;  /* those that are written, in document order */
	CLAUSARY_ARRAY(clausary_acronym) acronyms;
	clausary_map names;           /* language and folded name -> index of a concept */
	clausary_map acronyms_by_key; /* language and folded acronym -> index into `acronyms` */
	clausary_map strings;         /* labels and keys of clauses, each kept once */
	clausary_map slugs;           /* of documents */
	const struct clausary_reference *reference; /* the glossary asked for, or NULL */
	bool reference_by_evidence; /* … and each document must show that it is spoken for */
	bool finished;              /* nothing was added since the last finish */
};

/**
 * Order the concepts, give ids, merge acronyms without expansion into the one concept that has it,
 * take short and full forms from the reference glossary, and make the remarks. Does nothing when
 * nothing was added since; does not change what the caller can see of a `const` termbase otherwise.
 */
void clausary_termbase_finish(const clausary_termbase *termbase);

/** `text` cleaned (key.h), kept once. Owner: the termbase. */
clausary_slice clausary_termbase_string(clausary_termbase *termbase, clausary_slice text);

/** A cleaned copy of `text`. Owner: the termbase. */
clausary_slice clausary_termbase_copy(clausary_termbase *termbase, clausary_slice text, bool lines);

/**
 * Add a designation folded: case, blanks and dashes (base/fold.h); in several words a hyphen is as
 * good as a blank ("bit-error ratio").
 */
void clausary_termbase_fold(clausary_buffer *buffer, clausary_slice form);

/**
 * The key of a designation: language and folded form. Owner: `buffer`, until it changes.
 */
clausary_slice clausary_termbase_key(clausary_buffer *buffer, clausary_slice language,
                                     clausary_slice form);

/** The folded form inside a key. */
clausary_slice clausary_termbase_key_form(clausary_slice key);

/** Make a concept. Owner: the termbase. Fails: NULL past CLAUSARY_LIMIT_CONCEPTS. */
clausary_concept *clausary_termbase_concept(clausary_termbase *termbase);

/** What is known of the acronym with this key; made where nothing is. Valid until the next call. */
clausary_acronym *clausary_termbase_acronym(clausary_termbase *termbase, clausary_slice key);

/** The concept that has this name (a full form or a term), or NULL. */
clausary_concept *clausary_termbase_named(const clausary_termbase *termbase, clausary_slice key);

/** Let `key` name `concept`, unless it names one already. `key` is copied. */
void clausary_termbase_name(clausary_termbase *termbase, clausary_slice key,
                            const clausary_concept *concept);

/** Add "DOCUMENT, CLAUSE", or the citation. */
void clausary_source_print(clausary_buffer *to, const clausary_termbase *termbase,
                           const clausary_source *source);

/** Add the title of the glossary: the caller's, else one made from the documents. */
void clausary_termbase_print_title(clausary_buffer *to, const clausary_termbase *termbase);

/** Every language of the termbase, sorted. Owner: caller frees `*out` with free(). */
size_t clausary_termbase_languages(const clausary_termbase *termbase, clausary_slice **out);

#endif
