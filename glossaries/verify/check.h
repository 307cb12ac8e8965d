/* A check while it runs: documents, house style, and the issues that rules report. */
#ifndef CLAUSARY_VERIFY_CHECK_H
#define CLAUSARY_VERIFY_CHECK_H

#include "termbase/termbase.h"
#include "verify/likeness.h"
#include "verify/rule.h"

struct clausary_issues {
	clausary_arena arena;
	const clausary_findings **findings; /* as given */
	size_t document_count;
	CLAUSARY_ARRAY(clausary_issue) items; /* by document, place and rule */
};

typedef struct clausary_checking {
	clausary_context *context;
	clausary_house house;
	clausary_index *documents;
	size_t document_count;
	const uint32_t *groups;             /* versions of one have one number; or NULL */
	const clausary_termbase *authority; /* or NULL */
	clausary_issues *issues;
	struct clausary_written **written; /* by document, once asked for: writing.h */
	clausary_map said;                 /* rule, place and form of the issues */
	const clausary_rule *rule;         /* that looks now, and its level */
	int level;
} clausary_checking;

enum { CLAUSARY_REPORT_ARGUMENTS = 4 };

/* What a rule says. Everything is copied. */
typedef struct clausary_report {
	const clausary_index *index; /* of the document it is about */
	uint32_t clause;
	clausary_span span;
	const clausary_index *other; /* of the second place; NULL: none */
	uint32_t other_clause;
	clausary_span other_span;
	clausary_slice form; /* what it is about: the same in the next run */
	/* The sentence, with a %s for each argument; translated in locales/interface/. */
	const char *message;
	clausary_slice arguments[CLAUSARY_REPORT_ARGUMENTS];
	clausary_slice edit; /* what the span should be replaced by */
	bool mends;          /* there is such an edit */
	bool lower;          /* less sure or less grave: a warning becomes a note */
} clausary_report;

/** Report an issue of the rule that looks now. */
void clausary_check_report(clausary_checking *check, const clausary_report *report);

/** The reference glossary of that name, or NULL where it cannot be read. Owner: the context. */
const struct clausary_reference *clausary_check_reference(const clausary_checking *check,
                                                          const char *name);

/** Whether an acronym needs no expansion in this house: its list or its reference glossaries. */
bool clausary_check_is_known(const clausary_checking *check, const clausary_index *index,
                             const clausary_form *acronym);

/** The same of letters that the document may use only as a part of a longer form. */
bool clausary_check_knows(const clausary_checking *check, const clausary_index *index,
                          clausary_slice form);

/** Whether any of the reference glossaries has an acronym, of whatever house. */
bool clausary_check_is_anybodys(const clausary_checking *check, const clausary_index *index,
                                clausary_slice form);

/** Let `compare` look at every two documents that are in one language and no versions of each
 * other. */
void clausary_check_each_pair(clausary_checking *check,
                              void (*compare)(clausary_checking *check, const clausary_index *one,
                                              const clausary_index *other));

/** A number as an argument of a report. Owner: the issues. */
clausary_slice clausary_check_number(clausary_checking *check, uint32_t number);

/** Report a conflict of an acronym: the expansion that comes second, beside the first; `lower`: by
 * a level. */
void clausary_check_conflict(clausary_checking *check, const clausary_index *index,
                             const clausary_form *acronym, const clausary_conflict *conflict,
                             bool lower);

#endif
