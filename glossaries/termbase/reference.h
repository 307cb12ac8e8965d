/* Reference glossaries: what an authority says of names that a text only spells out, or only
 * abbreviates. */
#ifndef CLAUSARY_TERMBASE_REFERENCE_H
#define CLAUSARY_TERMBASE_REFERENCE_H

#include "mining/finding.h"
#include "termbase/termbase.h"

/* One reference glossary: `<data directory>/glossaries/reference/<name>.tbx`. Its first entry is
 * the authority itself. */
typedef struct clausary_reference {
	const char *name;
	clausary_termbase *glossary;
	struct clausary_reference *next;
} clausary_reference;

/* What the text shows of one entry. */
typedef struct clausary_reference_hit {
	uint32_t count;  /* how often its full form stands in the text outside of a longer expansion
	                  */
	uint32_t places; /* of them kept: the first of each clause */
	bool seen;       /* any designation of the entry was found */
	struct {
		clausary_span span;
		uint32_t clause;
	} place[CLAUSARY_TERM_SOURCES];
} clausary_reference_hit;

/** The reference glossaries of this build, in a fixed order. Fails: a NULL name past the end. */
clausary_list_entry clausary_reference_at(size_t index);

/**
 * Open a glossary by name, once for a context. "none" gives NULL; NULL gives the first one of the
 * list, or NULL where its file is not installed.
 *
 * Owner: the context. Fails: CLAUSARY_EUSAGE no such glossary, CLAUSARY_EFORMAT it is damaged.
 */
clausary_status clausary_reference_open(const clausary_reference **out, clausary_context *context,
                                        const char *name);

/**
 * Look for the glossary's full forms in the text of the findings, and for its short forms among the
 * designations: words whole, first letters with their case, blanks folded.
 *
 * Owner: caller frees the value with free(); one hit for each entry. Fails: NULL where the glossary
 * has nothing in the document's language.
 */
clausary_reference_hit *clausary_reference_scan(const clausary_reference *reference,
                                                const clausary_findings *findings);

/** Whether the hits show that the glossary speaks for the document: its authority and one entry
 * more. */
bool clausary_reference_speaks(const clausary_reference *reference,
                               const clausary_reference_hit *hits);

/** The section of an entry for a language, or for its primary subtag ("en" for "en-GB"); or NULL.
 */
const clausary_language_section *clausary_reference_section(const clausary_concept *entry,
                                                            clausary_slice language);

/** The entry that has the short form with this key (termbase.h) in its language, or NULL. */
const clausary_concept *clausary_reference_by_acronym(const clausary_reference *reference,
                                                      clausary_slice key);

#endif
