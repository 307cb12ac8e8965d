/** Findings: acronyms, expansions and defined terms, with the evidence for them. */
#ifndef CLAUSARY_FINDINGS_H
#define CLAUSARY_FINDINGS_H

#include "document.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Findings */

typedef struct clausary_findings clausary_findings;

/** A form that stands for a concept: an acronym ("ICT") or an expansion. */
typedef struct clausary_designation {
	clausary_slice
	        form;      /**< singular where a plural was tied to it, dashes and blanks folded */
	uint32_t mentions; /**< how often it occurs */
	uint32_t kind;     /**< CLAUSARY_ACRONYM or CLAUSARY_EXPANSION */
} clausary_designation;

#define CLAUSARY_ACRONYM 0u
#define CLAUSARY_EXPANSION 1u

/** One occurrence of a designation. */
typedef struct clausary_mention {
	clausary_span span;
	uint32_t clause;      /**< index */
	uint32_t designation; /**< index */
} clausary_mention;

/** A short form and a long form that the text joins. */
typedef struct clausary_pair {
	clausary_span short_span;
	clausary_span long_span; /**< empty where the long form stands in no text: <abbr title> */
	uint32_t clause;         /**< index of the clause of the short form */
	uint32_t acronym;        /**< designation index */
	uint32_t expansion;      /**< designation index */
	float confidence;       /**< 0 to 1: the share of pairs with such evidence that are right */
	clausary_slice written; /**< the short form as found, such as "ICTs" */
	clausary_slice
	        text;     /**< the long form as found, blanks and line breaks folded to one blank */
	const char *rule; /**< how they were joined: "long-then-short", "list", … */
	uint64_t clues;   /**< what speaks for it and against it: bit `i` is
	                     clausary_clue_of_pairs(i) */
} clausary_pair;

/** A defined term. */
typedef struct clausary_definition {
	clausary_span term_span, definition_span, source_span;
	uint32_t clause;             /**< index */
	clausary_slice term;         /**< blanks folded */
	clausary_slice definition;   /**< blanks folded; paragraphs joined by a line feed */
	clausary_slice source;       /**< the source it cites, "[ITU-T X.800]"; may be empty */
	const clausary_slice *notes; /**< notes and examples, label kept */
	size_t note_count;
	const clausary_slice *synonyms;
	size_t synonym_count;
	uint64_t deprecated; /**< bit `i`: synonym `i` is one that the text tells not to use */
	const char *rule;    /**< "numbered-entry", "means", … */
	uint32_t elsewhere;  /**< 1: the text says the term is defined in another document */
	float confidence;    /**< 0 to 1 */
	uint64_t clues;      /**< what speaks for a "sentence" and against it: bit `i` is
	                        clausary_clue_of_sentences(i) */
} clausary_definition;

/**
 * Find acronyms, their expansions and every mention of both, and defined terms.
 *
 * Owner: caller frees `*out` with clausary_findings_free(); the document must outlive it.
 * Fails: CLAUSARY_ELOCALE no data for the document's language.
 */
CLAUSARY_API clausary_status clausary_find(clausary_findings **out, clausary_context *context,
                                           const clausary_document *document);

/** What is looked for besides. Zeros are the defaults. */
typedef struct clausary_find_options {
	uint32_t sentences; /**< 1: sentences that define, "X is a Y that …", in a document that
	                       defines nothing otherwise; rule "sentence". 2: those that are not
	                       believed, too */
} clausary_find_options;

/**
 * The same with options; NULL: the defaults.
 *
 * Owner: as clausary_find(). Fails: as clausary_find().
 */
CLAUSARY_API clausary_status clausary_find_with(clausary_findings **out, clausary_context *context,
                                                const clausary_document *document,
                                                const clausary_find_options *options);

/** Free findings; NULL is allowed. */
CLAUSARY_API void clausary_findings_free(clausary_findings *findings);

/** The document the findings are of. Owner: its maker. Fails: never. */
CLAUSARY_API const clausary_document *clausary_findings_document(const clausary_findings *findings);

/** All designations. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_designation *
clausary_findings_designations(const clausary_findings *findings, size_t *count);
/** All mentions in the order of the text. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_mention *clausary_findings_mentions(const clausary_findings *findings,
                                                                size_t *count);
/** All pairs in the order of the text. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_pair *clausary_findings_pairs(const clausary_findings *findings,
                                                          size_t *count);
/** All definitions in the order of the text. Owner: the findings. Fails: never. */
CLAUSARY_API const clausary_definition *
clausary_findings_definitions(const clausary_findings *findings, size_t *count);

/** # Evidence: why something is a finding */

/** What speaks for a finding or against it. */
typedef struct clausary_clue {
	const char *name;     /**< "letters-all" */
	const char *sentence; /**< what it says, in English */
	float weight; /**< what it adds to the logarithm of the odds that the finding is right */
} clausary_clue;

/** The kind of evidence that bit `index` of a pair stands for; its name is NULL past the last.
 * Owner: static. Fails: never. */
CLAUSARY_API clausary_clue clausary_clue_of_pairs(size_t index);
/** The same of a definition whose rule is "sentence". Owner: static. Fails: never. */
CLAUSARY_API clausary_clue clausary_clue_of_sentences(size_t index);

#ifdef __cplusplus
}
#endif

#endif
