/* One sentence that may define, while it is read: find_sentence.c finds and keeps it,
 * sentence_join.c reads what joins a term and its definition, sentence_rest.c the rest. */
#ifndef CLAUSARY_MINING_SENTENCE_H
#define CLAUSARY_MINING_SENTENCE_H

#include "mining/clue.h"
#include "mining/sentence_words.h"

#define CLAUSARY_SENTENCE_BIT(id) ((uint64_t)1 << CLAUSARY_SENTENCE_##id)

/* Tokens of a sentence that are looked at. */
enum { CLAUSARY_SENTENCE_LONGEST = 200 };

typedef struct clausary_sentence {
	clausary_mining *mining;
	const clausary_sentence_words *words;
	const clausary_passage *passage;
	size_t first, end;  /* tokens; `first` is a word */
	size_t start;       /* after a lead: "In a harbour, …" */
	size_t link, after; /* the verb that joins, and the token after it; 0: none */
	size_t named;       /* a term after a word that names; 0: none */
	bool names_name;    /* the term after it is written with capitals */
	size_t apposed;     /* the mark between a term and its definition; 0: none */
	uint64_t clues;
	bool joins; /* a term stands before the verb, and what may be a definition after it */
	size_t term_first, term_last, definition_first, definition_last; /* tokens */
	uint32_t bits[CLAUSARY_SENTENCE_LONGEST]; /* clausary_sentence_word of each token */
} clausary_sentence;

/** What token `at` may be: bits of clausary_sentence_word, 0 for a mark and outside of the
 * sentence. */
uint32_t clausary_sentence_bits(const clausary_sentence *s, size_t at);

/** Whether token `at` is a mark, or a word without weight such as "of". */
bool clausary_sentence_is_mark(const clausary_sentence *s, size_t at);
bool clausary_sentence_is_small(const clausary_sentence *s, size_t at);

/** Whether token `at` is a dash, U+2013 to U+2015. */
bool clausary_sentence_is_dash(const clausary_sentence *s, size_t at);

/** Whether an acronym begins at token `at`. */
bool clausary_sentence_is_acronym(const clausary_sentence *s, size_t at);

/** Whether a word ends as one of a list of endings does, with letters before. */
bool clausary_sentence_ends(const clausary_sentence *s, size_t at, clausary_locale_entry endings);

/** The token after a phrase of the list that begins at token `at`, or 0. */
size_t clausary_sentence_phrase(const clausary_sentence *s, const clausary_phrases *list,
                                size_t at);

/** Whether a relative clause follows within `near` tokens of token `at`, before any mark and verb
 * "be". */
bool clausary_sentence_is_restricted(const clausary_sentence *s, size_t at, size_t near);

/** Whether token `at` is a small word and no article: no term begins with it. */
bool clausary_sentence_is_preposition(const clausary_sentence *s, size_t at);

/** Read the lead, and the verb that joins a term and its definition. */
void clausary_sentence_join(clausary_sentence *s);

/** Read the whole sentence: other ways to define, and what tells of something else. */
void clausary_sentence_read_rest(clausary_sentence *s);

/** Find the term and the definition, wherever they stand, and read what they look like. */
void clausary_sentence_look(clausary_sentence *s);

#endif
