/* The concept entry as ISO 30042 has it: concept -> language sections -> term sections. */
#ifndef CLAUSARY_TERMBASE_CONCEPT_H
#define CLAUSARY_TERMBASE_CONCEPT_H

#include "align/link.h"
#include "termbase/list.h"

/* Where something stands: document + ", " + clause; or a citation, when it stands in no document of
 * ours. */
typedef struct clausary_source {
	uint32_t document; /* index into the termbase's documents, or CLAUSARY_NONE */
	union {
		clausary_slice clause;   /* as printed: "recalling a)", "3.2.1"; may be empty */
		clausary_slice citation; /* where `document` is CLAUSARY_NONE: "ITU terms, …" */
	};
	clausary_slice key; /* of the clause: "recalling/a"; of a citation the id it points at */
} clausary_source;

/* The elements of ISO 30042 that carry a data category or stand for one. */
typedef enum clausary_datum_element {
	CLAUSARY_DATUM_ADMIN,
	CLAUSARY_DATUM_ADMIN_NOTE,
	CLAUSARY_DATUM_DESCRIP,
	CLAUSARY_DATUM_DESCRIP_NOTE,
	CLAUSARY_DATUM_TERM_NOTE,
	CLAUSARY_DATUM_TRANSAC,
	CLAUSARY_DATUM_TRANSAC_NOTE,
	CLAUSARY_DATUM_DATE,
	CLAUSARY_DATUM_NOTE,
	CLAUSARY_DATUM_REF,
	CLAUSARY_DATUM_XREF,
	CLAUSARY_DATUM_COMPONENTS, /* a term taken apart; its parts are … */
	CLAUSARY_DATUM_COMPONENT,  /* … these */
	CLAUSARY_DATUM_OBJECT,     /* of the bibliography, an address list, … */
	CLAUSARY_DATUM_ITEM        /* of such an object */
} clausary_datum_element;

typedef struct clausary_data {
	struct clausary_datum *items;
	uint32_t count, capacity;
} clausary_data; /* a list (list.h) */

/* A field of a termbase that has no place of its own below: its data category, its text, and what
 * stands in one group with it. */
typedef struct clausary_datum {
	clausary_datum_element element;
	clausary_slice category; /* "reliabilityCode"; empty for notes and dates */
	clausary_slice text;     /* may be empty where `target` is not */
	clausary_slice target;   /* the id or address that it points at; of an object its id */
	clausary_slice language; /* of the text, where it is not that of the section */
	clausary_data parts;
} clausary_datum;

typedef struct clausary_context_sentence {
	clausary_slice text;
	clausary_source source;
	clausary_data data; /* what else its group says */
} clausary_context_sentence;

typedef struct clausary_concept_definition {
	clausary_slice text;
	clausary_slice key; /* the text folded, to tell whether two are the same */
	CLAUSARY_LIST(clausary_source) sources; /* where our documents give it */
	CLAUSARY_LIST(clausary_slice)
	cited;              /* the sources that the text itself cites: "[ITU-T X.800]" */
	bool elsewhere;     /* the text says it is defined in another document */
	clausary_data data; /* what else its group says */
} clausary_concept_definition;

typedef enum clausary_term_type {
	CLAUSARY_TERM_PLAIN, /* no short form beside it */
	CLAUSARY_TERM_FULL_FORM,
	CLAUSARY_TERM_ACRONYM,
	CLAUSARY_TERM_ABBREVIATION,
	CLAUSARY_TERM_SHORT_FORM,
	CLAUSARY_TERM_VARIANT,
	CLAUSARY_TERM_PHRASE
} clausary_term_type;

typedef enum clausary_term_status {
	CLAUSARY_TERM_STATUS_NONE, /* neither the document nor the user says anything */
	CLAUSARY_TERM_STATUS_PREFERRED,
	CLAUSARY_TERM_STATUS_ADMITTED,
	CLAUSARY_TERM_STATUS_DEPRECATED,
	CLAUSARY_TERM_STATUS_SUPERSEDED
} clausary_term_status;

enum {
	CLAUSARY_TERM_TYPES = CLAUSARY_TERM_PHRASE + 1,
	CLAUSARY_TERM_STATUSES = CLAUSARY_TERM_STATUS_SUPERSEDED + 1
};

/* Their names by ISO 30042, "" for the first of each: `termType`, `administrativeStatus`, and that
 * status in a word. */
extern const char *const clausary_term_type_names[CLAUSARY_TERM_TYPES];
extern const char *const clausary_term_status_names[CLAUSARY_TERM_STATUSES];
extern const char *const clausary_term_status_words[CLAUSARY_TERM_STATUSES];

/* What speaks for the written form that a term section shows: dictionaries cite one of many. */
typedef enum clausary_form_standing {
	CLAUSARY_FORM_UNKNOWN,   /* nobody asked */
	CLAUSARY_FORM_INFLECTED, /* a plural or a case: no dictionary cites it */
	CLAUSARY_FORM_FOUND,     /* nothing speaks for or against it */
	CLAUSARY_FORM_CITED,     /* singular and nominative, by its ending or its acronym's */
	CLAUSARY_FORM_LISTED,    /* an abbreviation list has it */
	CLAUSARY_FORM_DEFINED    /* it heads its own definition */
} clausary_form_standing;

enum {
	CLAUSARY_TERM_SOURCES = 16,  /* sources kept of a term; `introductions` counts them all */
	CLAUSARY_TERM_CONTEXTS = 3,  /* in different clauses, the defining place first */
	CLAUSARY_TERM_VARIANTS = 16, /* other written forms kept */
	CLAUSARY_SECTION_TERMS =
	        64 /* terms of one language in one concept; more make a new concept */
};

/* A term section. */
typedef struct clausary_term {
	clausary_slice id; /* of the term section; empty where nothing points at it */
	clausary_slice form;
	clausary_slice key; /* the form folded (termbase.h); empty where it was read (transfer/) */
	clausary_slice part_of_speech; /* "noun"; empty where nobody knows */
	uint32_t mentions;             /* how often the documents use it */
	uint32_t introductions; /* how often they introduce it; CLAUSARY_TERM_SOURCES are kept */
	float confidence;       /* of the best pair that joins it, 0 to 1; 1 where there is none */
	clausary_term_type type : 8;
	clausary_term_status status : 8;
	clausary_form_standing standing : 8; /* of `form`; every other form is a variant */
	bool paired : 1;                     /* a pair of a text joins it with a short form */
	bool referenced : 1; /* known from a reference glossary only, not from the text */
	CLAUSARY_LIST(clausary_source) sources;
	CLAUSARY_LIST(clausary_context_sentence) contexts;
	CLAUSARY_LIST(clausary_slice) variants; /* as written: "ICTs", with another hyphen */
	CLAUSARY_LIST(clausary_slice) notes;    /* read from a glossary */
	CLAUSARY_LIST(clausary_slice) remarks;  /* our own, in English; made anew by finish */
	clausary_data data;
} clausary_term;

typedef enum clausary_place_kind {
	CLAUSARY_PLACE_DEFINITION,
	CLAUSARY_PLACE_INTRODUCTION,
	CLAUSARY_PLACE_MENTION
} clausary_place_kind;

/* Where a concept, or what one language says of it, belongs. Sections and concepts share places:
 * one that is told is never changed. */
typedef struct clausary_place {
	clausary_source source;
	uint32_t work;     /* index into the termbase's works, or CLAUSARY_NONE */
	uint32_t row;      /* place of the clause among those of all language versions */
	uint32_t position; /* byte of the document's text */
	clausary_place_kind kind;
} clausary_place;

typedef struct clausary_language_section {
	clausary_slice language; /* BCP 47, as the documents have it: see clausary_termbase_tag() */
	const clausary_place *place; /* the clause of this language; no document where it is known
	                                from a reference glossary only */
	CLAUSARY_LIST(clausary_concept_definition) definitions;
	CLAUSARY_LIST(clausary_slice) notes;  /* of the document, label kept: "NOTE 1 – …" */
	CLAUSARY_LIST(clausary_term *) terms; /* full forms first; as read, where it was read */
	clausary_data data;
} clausary_language_section;

/* Why two language sections stand in one entry. */
typedef struct clausary_concept_link {
	clausary_slice languages[2]; /* in the order of their tags */
	clausary_evidence evidence;
	float confidence; /* 0 to 1 */
} clausary_concept_link;

typedef struct clausary_concept {
	clausary_slice
	        id; /* "term_3.2.1", "term_recalling.a_AI": an NCName, unique; given by finish */
	uint32_t number;               /* place in the termbase's `concepts` */
	const clausary_place *place;   /* the best of its sections': gives the entry order and id */
	const clausary_source *source; /* of that clause, in the first language of the output that
	                                  has it; given by finish */
	CLAUSARY_LIST(clausary_language_section *)
	languages;                                  /* one for a language; finish gives the order */
	CLAUSARY_LIST(clausary_concept_link) links; /* what joined the sections */
	CLAUSARY_LIST(clausary_slice) subjects;     /* subject fields */
	CLAUSARY_LIST(clausary_slice) notes;        /* read from a glossary */
	CLAUSARY_LIST(clausary_slice) remarks;      /* our own, in English; made anew by finish */
	CLAUSARY_LIST(clausary_concept_definition)
	definitions; /* that no language section has: in the language of the termbase */
	clausary_data data;
	const struct clausary_concept
	        *reference;       /* entry of a glossary whose name the text spells out */
	bool trusts_reference;    /* stands in a document that the reference glossary speaks for */
	bool joined_by_reference; /* the text has both forms, only the glossary says they belong
	                             together */
	struct clausary_concept *into; /* the concept it was merged into, or NULL */
} clausary_concept;

/** Make a section for `language`, or find it. Owner: `arena`. */
clausary_language_section *
clausary_concept_section(clausary_arena *arena, clausary_concept *concept, clausary_slice language);

/** The section of a language, or NULL. Tags are compared without case. */
clausary_language_section *clausary_concept_find_section(const clausary_concept *concept,
                                                         clausary_slice language);

/** The term of a section whose folded form is `key`, or NULL. */
clausary_term *clausary_section_find_term(const clausary_language_section *section,
                                          clausary_slice key);

/** The first short form (or, with `is_short` false, the first other term) of a section, or NULL. */
clausary_term *clausary_section_first(const clausary_language_section *section, bool is_short);

/** Add a term, full forms before short forms. `form` and `key` are kept, not copied. Owner:
 * `arena`. */
clausary_term *clausary_section_add_term(clausary_arena *arena, clausary_language_section *section,
                                         clausary_slice form, clausary_slice key,
                                         clausary_term_type type);

/** Whether a term is a short form of something: acronym, abbreviation or short form. */
bool clausary_term_is_short(const clausary_term *term);

/** Record where a term is introduced; the same clause twice counts once where it can be seen. */
void clausary_term_add_source(clausary_arena *arena, clausary_term *term, clausary_source source);

/** Record another written form of a term; a form already known adds nothing. Kept, not copied. */
void clausary_term_add_variant(clausary_arena *arena, clausary_term *term, clausary_slice variant);

/** Show `form`; what was shown becomes a variant. Both are copied. */
void clausary_term_show(clausary_arena *arena, clausary_term *term, clausary_slice form,
                        clausary_slice key);

/**
 * Show `form` when `standing` says more for it than for what is shown; the other one becomes a
 * variant. The same words in other letters are shown only as a definition has them: lists begin
 * with capitals. `form` and `key` are copied.
 */
void clausary_term_offer_form(clausary_arena *arena, clausary_term *term, clausary_slice form,
                              clausary_slice key, clausary_form_standing standing);

/** Whether a context from the place of `source` is still wanted. */
bool clausary_term_wants_context(const clausary_term *term, const clausary_source *source);

/** Whether both name the same clause of the same document. */
bool clausary_source_same(const clausary_source *a, const clausary_source *b);

/** The place that is no place yet. */
extern const clausary_place CLAUSARY_PLACE_NONE;

/** Move what stands at `*at` to `place`, which lives as long, when that is the better one: see
 * clausary_place_kind. */
void clausary_place_improve(const clausary_place **at, const clausary_place *place);

#endif
