/* Outline profiles: what opens a clause in one kind of document, as data (profiles/<name>.txt). */
#ifndef CLAUSARY_DOCUMENT_PROFILE_H
#define CLAUSARY_DOCUMENT_PROFILE_H

#include "base/locale.h"

/* What a block can be; the names are those of the data. */
#define CLAUSARY_FEATURES(X)                                                                       \
	X(NOTE, "note")                                                                            \
	X(TITLE_NUMBER, "title-number")                                                            \
	X(TITLE, "title")                                                                          \
	X(OPENING, "opening")                                                                      \
	X(SECTION, "section")                                                                      \
	X(STRUCTURE, "structure")                                                                  \
	X(KEYWORD, "keyword")                                                                      \
	X(RECITAL, "recital")                                                                      \
	X(DECIMAL, "decimal")                                                                      \
	X(TOP, "top")                                                                              \
	X(HEADING, "heading")                                                                      \
	X(LABEL, "label")                                                                          \
	X(PARAGRAPH, "paragraph")

typedef enum clausary_feature {
#define X(name, text) CLAUSARY_FEATURE_##name,
	CLAUSARY_FEATURES(X)
#undef X
	        CLAUSARY_FEATURE_COUNT
} clausary_feature;

enum {
	CLAUSARY_LEVEL_ITEM = 100,      /* nests by its label */
	CLAUSARY_LEVEL_NOTE = 101,      /* beside the outline: closes nothing */
	CLAUSARY_LEVEL_PARAGRAPH = 102, /* "p1" where the clause may hold text of its own */
	CLAUSARY_LEVEL_CLAUSE = 103     /* … or else the text of the clause itself */
};

typedef struct clausary_outline_rule {
	clausary_feature feature;
	clausary_slice roles; /* of STRUCTURE: the roles it takes, separated by blanks */
	int level;            /* clauses of this and higher levels are closed */
	int stands; /* the level at which the clause itself stands: later clauses of this level
	               close it */
	clausary_slice key; /* with holes, without its first mark */
	bool absolute;      /* the key began with "=": it takes no parent's key */
	bool annexed; /* the key began with "@": it takes the key of the annex it stands in, if any
	               */
	bool heading, own, title, front;
} clausary_outline_rule;

/* How much evidence of one kind counts. */
typedef struct clausary_evidence_weights {
	int keyword, title_number, decimal, section, annex, article, recital, furniture, always;
	int top_stop, decimal_stop;
} clausary_evidence_weights;

/* A clause word's role as this kind of document has it: what "considering" is called in acts. */
typedef struct clausary_role_name {
	const char *role, *here;
} clausary_role_name;

typedef struct clausary_profile {
	const char *name, *label;
	const clausary_role_name *roles;
	size_t role_count;
	clausary_evidence_weights weights;
	const clausary_outline_rule *rules;
	size_t rule_count;
} clausary_profile;

/** What a profile calls a role: mostly the role itself. Owner: the profile, or whoever owns `role`.
 */
const char *clausary_profile_role(const clausary_profile *profile, const char *role);

/** All profiles, in a fixed order. Owner: the context. Fails: CLAUSARY_ELOCALE when one is missing.
 */
clausary_status clausary_profiles(const clausary_profile **out, size_t *count,
                                  clausary_context *context);

/** Whether `role` is one of the words of a rule: "annex" of "annex appendix". */
bool clausary_profile_names(clausary_slice roles, const char *role);

#endif
