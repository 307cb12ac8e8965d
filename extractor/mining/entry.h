/* One terminological entry while it is read: what several ways of writing entries share. */
#ifndef CLAUSARY_MINING_ENTRY_H
#define CLAUSARY_MINING_ENTRY_H

#include "mining/mining.h"

enum { CLAUSARY_ENTRY_SYNONYMS = 8 };

typedef struct clausary_entry {
	uint32_t clause;
	clausary_span term, definition, source;
	clausary_span synonyms[CLAUSARY_ENTRY_SYNONYMS];
	size_t synonym_count;
	CLAUSARY_ARRAY(clausary_span) notes;
	const char *rule;
	bool elsewhere;
	float confidence;
} clausary_entry;

/** Trim a span: blanks at both ends. */
clausary_span clausary_entry_trim(const clausary_mining *mining, clausary_span span);

/**
 * Take the source in square brackets from the end of a span: "term [ITU-T X.800]" and "… text
 * [SOURCE: …]". The entry keeps the first one found.
 */
void clausary_entry_take_source(const clausary_mining *mining, clausary_entry *entry,
                                clausary_span *span);

/** Whether a span is fit to be a term: not empty, short, with a letter. */
bool clausary_entry_is_term(const clausary_mining *mining, clausary_span span);

/** The part of an entry that a line begins: note, example, …; false when it is plain text. `text`
 * is set to what follows the word and its mark. */
bool clausary_entry_part_of(const clausary_mining *mining, clausary_span line,
                            clausary_entry_part *part, clausary_span *text);

/** Keep an entry that has a term and a definition; frees what it holds. */
void clausary_entry_keep(clausary_mining *mining, clausary_entry *entry);

#endif
