/* What the files of the outline share: nodes before their keys are known. */
#ifndef CLAUSARY_DOCUMENT_OUTLINE_PRIVATE_H
#define CLAUSARY_DOCUMENT_OUTLINE_PRIVATE_H

#include "document/document.h"
#include "document/feature.h"
#include "document/profile.h"

#include "base/limits.h"
#include "base/map.h"

/* One clause before its key is composed; beside document->clauses, same index. */
typedef struct clausary_node {
	clausary_slice part; /* of the key: "recalling", "a", "p1" */
	uint32_t scope;      /* the clause whose key this one's begins with, or CLAUSARY_NONE */
	bool heading;        /* "<key>/heading" */
	bool bare;           /* of a part: no title stands beside its number */
	bool ordinal;        /* likes are told apart by an ordinal from the first one on */
	const char *printed; /* part of "Labels" that names it where nothing is printed; NULL
	                        otherwise */
	uint32_t place;      /* its number among its like, for people */
} clausary_node;

typedef struct clausary_nodes {
	clausary_arena arena; /* of the parts that are made up */
	CLAUSARY_ARRAY(clausary_node) items;
} clausary_nodes;

/** Compose the keys and the labels for people of all clauses, and the names of the document. */
void clausary_outline_name(clausary_document *document, const clausary_nodes *nodes,
                           clausary_vocabulary *vocabulary);

/** Whether the keyword of a block heads what follows, or opens a paragraph of its own. `next` is
 * the block after it. */
typedef enum clausary_keyword_use {
	CLAUSARY_KEYWORD_NONE,
	CLAUSARY_KEYWORD_HEADS,
	CLAUSARY_KEYWORD_OPENS
} clausary_keyword_use;

clausary_keyword_use clausary_keyword_use_of(const clausary_features *features,
                                             const clausary_features *next);

typedef struct clausary_open_clause {
	uint32_t clause;
	int level;
	bool own;     /* holds text in paragraphs of their own */
	bool looked;  /* whether it does was decided by its first paragraph */
	bool keyword; /* a clause word opened it */
	bool awaits;  /* of an item: its label or bullet stands alone, the next block is its text */
	clausary_label label; /* of an item: what its siblings look like */
	uint32_t nesting;     /* of an item: how deep the source says it is, 0 unknown */
	uint32_t paragraphs;  /* unlabelled paragraphs so far */
	uint32_t headings;    /* headings without a number so far */
} clausary_open_clause;

/* The outline while it is made. */
typedef struct clausary_outliner {
	clausary_document *document;
	clausary_vocabulary *vocabulary;
	const clausary_profile *profile;
	clausary_nodes nodes;
	CLAUSARY_ARRAY(clausary_features)
	looked_at;                   /* the first blocks, when the profile was chosen */
	clausary_buffer scratch;     /* for the part of a key */
	clausary_open_clause *stack; /* CLAUSARY_LIMIT_CLAUSE_DEPTH of them */
	int depth;
	clausary_open_clause root; /* counts for what stands outside of every clause */
	clausary_label last;       /* the last decimal label that opened a clause */
	uint32_t top;              /* the last top number, CLAUSARY_NONE before any */
	bool in_annex;
	bool title_number_seen, title_open, keyword_seen;
	bool decides;                /* a keyword that decides was seen */
	bool other_top;              /* a numbered clause of the top level that holds no terms */
	bool opens_seen;             /* a keyword opened a paragraph: the manner of the UN */
	uint32_t annex;              /* the clause of the annex that was opened last */
	clausary_slice annex_letter; /* its letter or number in ASCII, or empty */
	clausary_map annex_letters;  /* the annex whose labels have each letter */
} clausary_outliner;

/** Begin an annex with `clause`; `number` is its letter or number in ASCII. */
void clausary_outline_enter_annex(clausary_outliner *o, uint32_t clause, clausary_slice number);

/** The annex that stands open, or CLAUSARY_NONE. */
uint32_t clausary_outline_annex(const clausary_outliner *o);

/** Whether a label names the open annex itself ("A.2.1"), so that it is a key without it. Takes the
 * letter for this annex when no other has it. */
bool clausary_outline_names_annex(clausary_outliner *o, const clausary_label *label);

/** Write the number of a part in ASCII, whatever its numerals, into the scratch buffer. */
clausary_slice clausary_outline_number(clausary_outliner *o, clausary_slice number);

/**
 * Set the profile: the one that is wanted, or, where that is NULL, the one that the evidence of the
 * first blocks speaks for.
 *
 * Fails: CLAUSARY_ELOCALE no profiles, CLAUSARY_EUSAGE no such profile.
 */
clausary_status clausary_outline_choose_profile(clausary_outliner *o, const char *wanted);

/** The innermost open clause that is no item; the root when there is none. */
clausary_open_clause *clausary_outline_nearest(clausary_outliner *o);

/** Whether the title "Preamble" was the last thing to open a clause: reasons follow it. */
bool clausary_outline_in_preamble(clausary_outliner *o);

/** Put the title of a section into the part that the block before it opened by its number alone:
 * "Article 3", "Definitions". The part is cited by the number. False where there is none. */
bool clausary_outline_names_part(clausary_outliner *o, const clausary_features *f,
                                 clausary_block *block);

/** Put a block into a clause. */
void clausary_outline_attach(clausary_outliner *o, uint32_t clause, clausary_block *block);

/** Close the open clauses of a level and of those under it. */
void clausary_outline_close(clausary_outliner *o, int level);

/** Open a clause of a fixed level; returns its index. `role` may be NULL. */
uint32_t clausary_outline_open_at(clausary_outliner *o, const clausary_outline_rule *rule,
                                  int level, const clausary_features *f, const char *role);

/**
 * Whether a numbered title, though a section may be called so, is a term that a terms clause
 * defines: one word with text below, written small as no title is, or without capitals among
 * entries. `next` is the block after it.
 */
bool clausary_outline_is_term(clausary_outliner *o, const clausary_features *f,
                              const clausary_features *next);

/** Open an item, nested by its label; false when the label is likely no label. */
bool clausary_outline_open_item(clausary_outliner *o, const clausary_outline_rule *rule,
                                clausary_features *f, clausary_block *block);

/** Open a footnote. */
void clausary_outline_open_note(clausary_outliner *o, const clausary_outline_rule *rule,
                                const clausary_features *f, clausary_block *block);

/** Text without a label: goes on with what is open, or becomes a paragraph clause. */
void clausary_outline_open_paragraph(clausary_outliner *o, const clausary_outline_rule *rule,
                                     const clausary_features *f, clausary_block *block);

/** Give the open clause the zone that an introducing sentence names: "The following terms
 * apply:". */
void clausary_outline_read_intro(clausary_outliner *o, const clausary_features *f);

/** Find the terms clauses that only their entries show. */
void clausary_outline_find_terms(clausary_document *document);

#endif
