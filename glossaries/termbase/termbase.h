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
	uint32_t work;             /* what it is a language version of: index into `works` */
	clausary_slice identifier; /* "Resolution 101 (New Delhi, 2024)", else the file's name, no
	                              suffix */
	clausary_slice title;      /* may be empty */
	clausary_slice language;
} clausary_termbase_document;

/* Documents that are language versions of each other. */
typedef struct clausary_termbase_work {
	clausary_slice slug; /* for ids, unique in the termbase: [A-Za-z0-9.-] */
	uint32_t document;   /* the first of them */
	uint32_t documents;  /* how many */
} clausary_termbase_work;

/* Two concepts that may be one: the evidence was not enough, or one language has a term in both. */
typedef struct clausary_doubtful_link {
	clausary_concept *concepts[2];
	clausary_concept_link link;
	bool refused; /* sure enough, but both have a term of one language */
} clausary_doubtful_link;

/* What a person should look at. */
typedef enum clausary_doubt_kind {
	CLAUSARY_DOUBT_LINK,    /* two entries may be one concept */
	CLAUSARY_DOUBT_PAIR,    /* a short form may not stand for the full form */
	CLAUSARY_DOUBT_LANGUAGE /* a language version of the document has no term */
} clausary_doubt_kind;

typedef struct clausary_doubt {
	clausary_doubt_kind kind;
	const clausary_concept *concept, *other; /* `other` for links only */
	clausary_slice language, other_language; /* of the terms; the one that has none */
	const clausary_term *term;               /* of a pair: the full form */
	const clausary_doubtful_link *link;      /* for links only */
} clausary_doubt;

/* What a language tag is written as. */
typedef struct clausary_language_name {
	clausary_slice language, tag;
} clausary_language_name;

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
	clausary_slice language; /* in which what has no language of its own is; empty: English */
	clausary_slice dialect;  /* of TBX, where a termbase that was read has one of its own */
	CLAUSARY_LIST(clausary_slice) origins; /* where a termbase that was read says it is from */
	clausary_data objects; /* what sources of a termbase that was read point at */
	CLAUSARY_ARRAY(clausary_termbase_document) documents; /* by work, then by language */
	CLAUSARY_ARRAY(clausary_termbase_work) works;
	CLAUSARY_ARRAY(clausary_slice) languages; /* in the order asked for, then of the input */
	CLAUSARY_ARRAY(clausary_language_name) language_names;
	CLAUSARY_ARRAY(clausary_doubtful_link) doubtful_links;
	CLAUSARY_ARRAY(clausary_doubt) doubts; /* in the order of the entries; made by finish */
	CLAUSARY_ARRAY(clausary_concept *) concepts; /* all, in the order made */
	CLAUSARY_ARRAY(clausary_concept *) ordered;  /* those that are written, in document order */
	CLAUSARY_ARRAY(clausary_acronym) acronyms;
	clausary_map names;           /* language and folded name -> index of a concept */
	clausary_map acronyms_by_key; /* language and folded acronym -> index into `acronyms` */
	clausary_map strings;         /* labels and keys of clauses, each kept once */
	clausary_map slugs;           /* of works */
	CLAUSARY_ARRAY(clausary_termbase *) adopted; /* whose memory its concepts are in */
	const struct clausary_reference *reference;  /* the glossary asked for, or NULL */
	bool reference_by_evidence; /* … and each document must show that it is spoken for */
	bool was_read;              /* by transfer/, not made by adding findings */
	bool finished;              /* nothing was added since the last finish */
};

/** Whether it was made from documents, not read from a termbase of others. */
static inline bool
clausary_termbase_is_ours(const clausary_termbase *termbase)
{
	return termbase->documents.count > 0 || !termbase->was_read;
}

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

/** The language inside a key, in small letters. */
clausary_slice clausary_termbase_key_language(clausary_slice key);

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

/** The name of a kind of doubt: "link", "pair", "language". Owner: static. */
const char *clausary_doubt_name(clausary_doubt_kind kind);

/** Add "DOCUMENT, CLAUSE", or the citation. */
void clausary_source_print(clausary_buffer *to, const clausary_termbase *termbase,
                           const clausary_source *source);

/** Add the title of the glossary: the caller's, else one made from the documents. */
void clausary_termbase_print_title(clausary_buffer *to, const clausary_termbase *termbase);

/** Add the documents' names, as many as a person will read. */
void clausary_termbase_print_documents(clausary_buffer *to, const clausary_termbase *termbase);

/** What a language is called in the output: the caller's name for it, else the tag itself. */
clausary_slice clausary_termbase_tag(const clausary_termbase *termbase, clausary_slice language);

/** Remember a language in the order in which it was first seen. Copied. */
void clausary_termbase_see_language(clausary_termbase *termbase, clausary_slice language);

/** Where a language stands in the order of the output; the number of languages when nowhere. */
size_t clausary_termbase_language_rank(const clausary_termbase *termbase, clausary_slice language);

/** Unite two concepts that have no language in common: `from` is gone. */
void clausary_termbase_unite(clausary_termbase *termbase, clausary_concept *to,
                             clausary_concept *from);

/** Every language of the entries, in the order of the output. Owner: caller frees `*out` with
 * free(). */
size_t clausary_termbase_languages(const clausary_termbase *termbase, clausary_slice **out);

#endif
