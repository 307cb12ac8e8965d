/** Checks: acronyms and terms used consistently, in one document and across its versions. */
#ifndef CLAUSARY_CHECK_H
#define CLAUSARY_CHECK_H

#include "findings.h"
#include "termbase.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Checking */

/** A rule of the checker, as people read it; English. */
typedef struct clausary_rule_text {
	const char *id;        /**< "A02" */
	const char *name;      /**< "used-before-expansion" */
	const char *title;     /**< half a line: what is wrong */
	const char *why;       /**< why an editor minds */
	const char *advice;    /**< what to do about it */
	const char *source;    /**< who asks for it: house rules, with their clauses */
	const char *languages; /**< tags of those it is for, with blanks between; NULL: all */
	int level; /**< a clausary_level where no house style says otherwise; -1: it says nothing */
} clausary_rule_text;

/**
 * Rule `index` in the order of ids.
 *
 * Owner: static. Fails: NULL past the end.
 */
CLAUSARY_API const clausary_rule_text *clausary_rule_text_at(size_t index);

/** A place in one of the documents that were checked. */
typedef struct clausary_location {
	uint32_t document; /**< index into the findings given, or CLAUSARY_NONE: no place */
	uint32_t clause;   /**< index, or CLAUSARY_NONE */
	clausary_span span;
	uint32_t line;   /**< from 1: a line of a text, a paragraph of a Word file; 0: unknown */
	uint32_t column; /**< from 1, in code points; 0 where it means nothing */
} clausary_location;

/** What is known of an issue from before. */
typedef enum clausary_issue_state {
	CLAUSARY_ISSUE_NEW,
	CLAUSARY_ISSUE_KNOWN,     /**< in the baseline */
	CLAUSARY_ISSUE_SUPPRESSED /**< a person has said that it stays */
} clausary_issue_state;

/** A rule of consistency that a document breaks. */
typedef struct clausary_issue {
	const clausary_rule_text *rule;
	clausary_level level;
	clausary_location place;
	clausary_location other; /**< the other place, where there are two */
	clausary_slice form;     /**< the acronym or term it is about */
	clausary_slice message;  /**< one sentence in English, for machines */
	clausary_slice sentence; /**< the same in the language of the context's messages */
	clausary_slice edit;     /**< what the text of the place should be replaced by */
	int mends;               /**< nonzero: there is such an edit, which may be empty */
	clausary_issue_state state;
	clausary_slice reason; /**< why it is suppressed */
} clausary_issue;

typedef struct clausary_issues clausary_issues;

/** Options of clausary_check(); zeros are the defaults. */
typedef struct clausary_check_options {
	/** a house style of `clausary list houses`; NULL: "plain" */
	const char *house;
	/** a house style of one's own, as text in the form of those of the data directory */
	clausary_slice house_text;
	/** ids or names of rules: "A02,L04" only these, "-A04" not this, "D07=error" at a level */
	const char *rules;
	/** which documents are versions of one: clausary_group_versions(); NULL: none */
	const uint32_t *groups;
	/** an authority's terms, or NULL */
	const clausary_termbase *authority;
} clausary_check_options;

/**
 * Check that acronyms and terms are used consistently: in each document, across the language
 * versions of one, and across all. Issues stand in the order of documents, places and rules.
 *
 * Owner: caller frees `*out` with clausary_issues_free(); the findings must outlive it.
 * Fails: CLAUSARY_EUSAGE no such house style or rule, or a house style's line means nothing;
 * CLAUSARY_ELOCALE no data for the language of a document.
 */
CLAUSARY_API clausary_status clausary_check(clausary_issues **out, clausary_context *context,
                                            const clausary_findings *const *findings, size_t count,
                                            const clausary_check_options *options);

/** Free issues; NULL is allowed. */
CLAUSARY_API void clausary_issues_free(clausary_issues *issues);

/** The issues. Owner: `issues`. Fails: never. */
CLAUSARY_API const clausary_issue *clausary_issues_items(const clausary_issues *issues,
                                                         size_t *count);

/** The documents that were checked, in the order given. Owner: `issues`. Fails: never. */
CLAUSARY_API const clausary_findings *const *clausary_issues_findings(const clausary_issues *issues,
                                                                      size_t *count);

/**
 * Mark as known the issues that a baseline has: what the report "baseline" wrote of an earlier
 * check. Where it has an issue twice, two are known and a third is new. Fails: never.
 */
CLAUSARY_API void clausary_issues_compare(clausary_issues *issues, clausary_slice baseline);

/**
 * Mark as suppressed what a person has said will stay. `suppressions` has a line for each: rule (id
 * or name), clause key, form and reason, parted by tabs; `*` as clause or form is any; lines that
 * begin with `#` are remarks. It is about the document of that index, or about all where it is
 * CLAUSARY_NONE. Lines without a reason, and lines that fit nothing any more, are told as
 * diagnostics of `name`. Fails: never.
 */
CLAUSARY_API void clausary_issues_suppress(clausary_issues *issues, clausary_context *context,
                                           uint32_t document, clausary_slice suppressions,
                                           const char *name);

#ifdef __cplusplus
}
#endif

#endif
