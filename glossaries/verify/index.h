/* What rules look at: the findings of one document, put in order once for all rules. Every form
 * knows its uses, where they stand, and what introduces it. */
#ifndef CLAUSARY_VERIFY_INDEX_H
#define CLAUSARY_VERIFY_INDEX_H

#include "align/alignment.h"
#include "mining/cues.h"
#include "mining/finding.h"
#include "termbase/termbase.h"

/* Where in a document something stands. */
typedef enum clausary_zone {
	CLAUSARY_ZONE_BODY,
	CLAUSARY_ZONE_TITLE,
	CLAUSARY_ZONE_FRONT,    /* title pages, foreword */
	CLAUSARY_ZONE_ABSTRACT, /* summary */
	CLAUSARY_ZONE_HEADING,
	CLAUSARY_ZONE_TERMS,
	CLAUSARY_ZONE_LIST, /* of abbreviations */
	CLAUSARY_ZONE_ANNEX,
	CLAUSARY_ZONE_NOTE, /* footnote, endnote */
	CLAUSARY_ZONE_TABLE,
	CLAUSARY_ZONE_CAPTION,
	CLAUSARY_ZONE_REFERENCES,
	CLAUSARY_ZONE_CODE,
	CLAUSARY_ZONE_NAMES, /* keywords; persons and bodies that are thanked */
	CLAUSARY_ZONES
} clausary_zone;

#define CLAUSARY_IN(zone) (1u << CLAUSARY_ZONE_##zone)
/* Where running text stands: what is read from first to last. */
#define CLAUSARY_RUNNING                                                                           \
	(CLAUSARY_IN(BODY) | CLAUSARY_IN(FRONT) | CLAUSARY_IN(TERMS) | CLAUSARY_IN(ANNEX)          \
	 | CLAUSARY_IN(NOTE) | CLAUSARY_IN(TABLE))

/* One use of a form. */
typedef struct clausary_use {
	clausary_span span;
	uint32_t clause;
	uint32_t zone; /* clausary_zone */
	uint32_t pair; /* index of the pair that introduces the form here, or CLAUSARY_NONE */
	bool inside;   /* a part of a longer form: "ITU" of "ITU Standardization Sector" */
} clausary_use;

/* A form, what introduces it and where it is used. */
typedef struct clausary_form {
	const clausary_designation *designation;
	const clausary_use *uses; /* in the order of the text */
	uint32_t use_count;
	const uint32_t *pairs; /* indices, in the order of the text: it is the short or long form */
	uint32_t pair_count;
	bool symbol; /* the text gives it a formula or the name of a field, not words */
} clausary_form;

typedef struct clausary_index {
	const clausary_findings *findings;
	const clausary_document *document;
	const clausary_cues *cues; /* of its language */
	uint32_t number;           /* of the document among all that are checked */
	uint32_t *zones;           /* by clause: clausary_zone */
	uint32_t *parts;           /* by clause: what may introduce an acronym anew */
	clausary_form *forms;      /* by designation */
	clausary_use *uses;        /* of all forms, form by form */
	uint32_t *pair_indices;
	uint32_t list_part; /* the part whose list of abbreviations it is */
	bool vocabulary;    /* most of it is terms, which are for other documents */
	bool listed;        /* it has a list of abbreviations */
	uint32_t *lines;    /* where the lines of a text file begin; NULL: no text file */
	uint32_t line_count;
} clausary_index;

/* The versions of one document, lined up. */
typedef struct clausary_versions {
	const clausary_index *const *items;
	size_t count;
	const clausary_alignment *alignment; /* its versions are `items`, in their order */
	const clausary_termbase *termbase;   /* their concepts, across languages */
	bool doubtful;                       /* they do not line up well */
	struct clausary_concept_uses *uses;  /* by version: concept_use.h */
} clausary_versions;

/* Definitions of one clause in two versions, and how far a walk over all of them has come. */
typedef struct clausary_definition_pair {
	const clausary_index *one_index, *other_index;
	const clausary_definition *one, *other;
} clausary_definition_pair;

typedef struct clausary_definition_cursor {
	size_t one, other, definition;
} clausary_definition_cursor;

/** Put the findings of a document in order. Owner: caller calls clausary_index_finish().
 * Fails: CLAUSARY_ELOCALE no data for the document's language. */
clausary_status clausary_index_read(clausary_index *out, clausary_context *context,
                                    const clausary_findings *findings, uint32_t number);

void clausary_index_finish(clausary_index *index);

/** The block that byte `at` stands in; the document has one. Owner: the document. */
const clausary_block *clausary_index_block(const clausary_index *index, uint32_t at);

/** The first use in some zones (CLAUSARY_IN) that is no part of a longer form, or NULL. */
const clausary_use *clausary_form_first(const clausary_form *form, unsigned zones);

/** How often a form is used in some zones, introductions and parts of longer forms left out. */
uint32_t clausary_form_count(const clausary_form *form, unsigned zones);

/** The first pair of a form that stands in some zones, or NULL. Owner: the findings. */
const clausary_pair *clausary_form_pair(const clausary_index *index, const clausary_form *form,
                                        unsigned zones);

/** The pair whose long form a span is a part of, or NULL. Owner: the findings. */
const clausary_pair *clausary_index_pair_around(const clausary_index *index, clausary_span span);

/** Whether the list of abbreviations has the form, with an expansion or not. */
bool clausary_form_is_listed(const clausary_form *form);

/** The zone that a clause and byte `at` of it are in. */
clausary_zone clausary_index_zone(const clausary_index *index, uint32_t clause, uint32_t at);

/** Whether a definition is an entry of a terms clause, not a sentence that explains a word there.
 */
static inline bool
clausary_index_is_entry(const clausary_index *index, const clausary_definition *definition)
{
	return definition->clause != CLAUSARY_NONE && strcmp(definition->rule, "short-name") != 0
	       && index->zones[definition->clause] == CLAUSARY_ZONE_TERMS;
}

/** The form of an acronym or expansion that the document calls by designation `number`. */
static inline const clausary_form *
clausary_index_form(const clausary_index *index, uint32_t number)
{
	return &index->forms[number];
}

/** The first definition of a clause, or NULL. Owner: the findings. */
const clausary_definition *clausary_index_definition(const clausary_index *index, uint32_t clause);

/** The clause of one version that is the same as a clause of another, or CLAUSARY_NONE. */
uint32_t clausary_versions_clause(const clausary_versions *versions, size_t version,
                                  uint32_t clause, size_t other);

/** The next two entries of a terms clause that two versions have at one clause, each the only one
 * there. Zeros begin the walk. Fails: false after the last. */
bool clausary_versions_definitions(const clausary_versions *versions,
                                   clausary_definition_cursor *at, clausary_definition_pair *pair);

/** Whether many clauses have no sure counterpart in all versions. */
bool clausary_versions_are_doubtful(const clausary_versions *versions);

/** The text of a span of the document. */
static inline clausary_slice
clausary_index_text(const clausary_index *index, clausary_span span)
{
	return clausary_slice_span(clausary_document_text(index->document), span);
}

#endif
