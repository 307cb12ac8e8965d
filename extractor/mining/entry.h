/* One terminological entry while it is read: what several ways of writing entries share. */
#ifndef CLAUSARY_MINING_ENTRY_H
#define CLAUSARY_MINING_ENTRY_H

#include "mining/mining.h"

enum {
	CLAUSARY_ENTRY_SYNONYMS = 8,
	CLAUSARY_ENTRY_TERM_BYTES = 160,   /* bytes of the line that a term stands in */
	CLAUSARY_ENTRY_SYNONYM_BYTES = 60, /* bytes of the line of a synonym */
};

typedef struct clausary_entry {
	uint32_t clause;
	clausary_span term, definition, source;
	clausary_span synonyms[CLAUSARY_ENTRY_SYNONYMS];
	size_t synonym_count;
	uint64_t deprecated; /* bit `i`: synonym `i` is not to be used */
	CLAUSARY_ARRAY(clausary_span) notes;
	const char *rule;
	bool elsewhere;
	float confidence;
	uint64_t clues;
} clausary_entry;

/** Trim a span: blanks at both ends. */
clausary_span clausary_entry_trim(const clausary_mining *mining, clausary_span span);

/**
 * Take the source in square brackets, or several, from the end of a span: "term [ITU-T X.800]". The
 * entry keeps the first one found.
 */
void clausary_entry_take_source(const clausary_mining *mining, clausary_entry *entry,
                                clausary_span *span);

/**
 * The same of a definition, where the brackets are a mark of its source: after its stop, or at the
 * end of its only sentence. "… as specified in [ITU-T X.800]." and the last of several sentences
 * name a document that is none.
 */
void clausary_entry_take_definition_source(const clausary_mining *mining, clausary_entry *entry,
                                           clausary_span *span);

/** Whether a span is fit to be a term: not empty, short, with a letter. */
bool clausary_entry_is_term(const clausary_mining *mining, clausary_span span);

/** The part of an entry that a line begins: note, example, …; false when it is plain text. `text`
 * is set to what follows the word and its mark. */
bool clausary_entry_part_of(const clausary_mining *mining, clausary_span line,
                            clausary_entry_part *part, clausary_span *text);

/** Whether a line ends as a sentence or a part of it does. `stops`: a full stop of ASCII, which may
 * be that of an abbreviation, counts. */
bool clausary_entry_ends_part(clausary_slice line, bool stops);

/** An entry of a clause, with nothing read yet. */
clausary_entry clausary_entry_new(const clausary_mining *mining, uint32_t clause, const char *rule,
                                  float confidence);

/**
 * Read the lines of an entry after its term, passages `first` to `end`: synonyms where lines of
 * their own may be some, the definition, notes, sources.
 */
void clausary_entry_read_lines(clausary_mining *mining, clausary_entry *entry, size_t first,
                               size_t end, bool synonyms);

/** Take the source from the end of the definition, and keep the entry; frees what it holds. */
void clausary_entry_finish(clausary_mining *mining, clausary_entry *entry);

/**
 * Find entries without numbers in passages `first` to `end` of a terms clause: a line for the term,
 * its synonyms and definition under it, parted from the next by an empty line or by the term's bold
 * type. False, and nothing is kept, where most of the passages are something else.
 */
bool clausary_entry_read_stanzas(clausary_mining *mining, size_t first, size_t end);

/** Keep an entry that has a term and a definition; frees what it holds. */
void clausary_entry_keep(clausary_mining *mining, clausary_entry *entry);

#endif
