/* A locale's words that open clauses, compiled for quick questions. */
#ifndef CLAUSARY_DOCUMENT_VOCABULARY_H
#define CLAUSARY_DOCUMENT_VOCABULARY_H

#include "base/locale.h"

typedef struct clausary_vocabulary clausary_vocabulary;

/** The vocabulary of a locale, compiled at the first call. Owner: the locale. Fails: never. */
clausary_vocabulary *clausary_vocabulary_of(clausary_locale *locale);

/* What some words at the start of a text are. */
typedef struct clausary_word_hit {
	const char *role;        /* canonical: "recalling", "annex", "terms"; NULL for none */
	size_t size;             /* bytes of the text that the words take */
	bool operative;          /* of a keyword */
	const char *as_decision; /* of a keyword that may also decide: its role then */
	clausary_slice number;   /* that stands inside the words; empty for most */
} clausary_word_hit;

/* What a text may be, by its first word. */
#define CLAUSARY_OPENS_KEYWORD 1u
#define CLAUSARY_OPENS_SECTION 2u
#define CLAUSARY_OPENS_STRUCTURE 4u
#define CLAUSARY_OPENS_DOCUMENT 8u
#define CLAUSARY_OPENS_INTRO 16u

/** Which of the questions below are worth asking of `text` (CLAUSARY_OPENS_…), by its first word:
 * of most texts none is. */
unsigned clausary_vocabulary_opens(clausary_vocabulary *vocabulary, clausary_slice text);

/** The clause word that `text` starts with, adverbs included ("recalling further" ->
 * "recalling-further"). Owner of the role: the locale. */
clausary_word_hit clausary_vocabulary_keyword(clausary_vocabulary *vocabulary, clausary_slice text);

/** Whether `text` starts with a word that joins a clause to its clause word: "that". */
bool clausary_vocabulary_links(clausary_vocabulary *vocabulary, clausary_slice text);

/** The structure word ("Annex") that `text` starts with. */
clausary_word_hit clausary_vocabulary_structure(clausary_vocabulary *vocabulary,
                                                clausary_slice text);

/** The number that `text` begins with where it is written as a word, as in "Article premier"; the
 * role is its digits. */
clausary_word_hit clausary_vocabulary_ordinal(clausary_vocabulary *vocabulary, clausary_slice text);

/** The bytes of the ending that makes digits an ordinal number, "er" of "1er", that `text` begins
 * with; 0 for none. */
size_t clausary_vocabulary_ordinal_ending(clausary_vocabulary *vocabulary, clausary_slice text);

/** The letter of a list, or its name, that `text` begins with; the role is its place in digits. */
clausary_word_hit clausary_vocabulary_letter(clausary_vocabulary *vocabulary, clausary_slice text);

/** The document word ("Resolution") that `text` starts with. */
clausary_word_hit clausary_vocabulary_document(clausary_vocabulary *vocabulary,
                                               clausary_slice text);

/** The section whose title is all of `text`; a final colon or stop is ignored. */
const char *clausary_vocabulary_section(clausary_vocabulary *vocabulary, clausary_slice text);

/** The zone ("terms-elsewhere", …) that a sentence introduces, or NULL. */
const char *clausary_vocabulary_intro(clausary_vocabulary *vocabulary, clausary_slice text);

/** The printed word for a part without one, such as "footnote"; "" where the locale has none. */
clausary_slice clausary_vocabulary_printed(clausary_vocabulary *vocabulary, const char *part);

#endif
