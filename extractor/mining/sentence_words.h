/* A locale's words for definitional sentences, compiled when they are first asked for. */
#ifndef CLAUSARY_MINING_SENTENCE_WORDS_H
#define CLAUSARY_MINING_SENTENCE_WORDS_H

#include "mining/cues.h"

/* What a word may be; a word may be several. */
typedef enum clausary_sentence_word {
	CLAUSARY_WORD_COPULA = 1 << 0,        /* "is", "are" */
	CLAUSARY_WORD_PLURAL = 1 << 1,        /* of these: "are" */
	CLAUSARY_WORD_PAST = 1 << 2,          /* of these: "was" */
	CLAUSARY_WORD_INDEFINITE = 1 << 3,    /* "a" */
	CLAUSARY_WORD_DEFINITE = 1 << 4,      /* "the", "any" */
	CLAUSARY_WORD_PRONOUN = 1 << 5,       /* "it", "there" */
	CLAUSARY_WORD_POINTING = 1 << 6,      /* "this" */
	CLAUSARY_WORD_CONJUNCTION = 1 << 7,   /* "if", "although" */
	CLAUSARY_WORD_RELATIVE = 1 << 8,      /* "which", "that" */
	CLAUSARY_WORD_GENUS = 1 << 9,         /* "type", "process" */
	CLAUSARY_WORD_PARTICIPLE = 1 << 10,   /* "used" */
	CLAUSARY_WORD_TELLING = 1 << 11,      /* "however", "would" */
	CLAUSARY_WORD_PERSON = 1 << 12,       /* "we" */
	CLAUSARY_WORD_HEDGE = 1 << 13,        /* "usually" */
	CLAUSARY_WORD_OR = 1 << 14,           /* "or" */
	CLAUSARY_WORD_TERM = 1 << 15,         /* "term", "word" */
	CLAUSARY_WORD_JUDGING = 1 << 16,      /* "important", "most" */
	CLAUSARY_WORD_CIRCUMSTANCE = 1 << 17, /* "when", "where" */
	/* begins a phrase of the list of that name below */
	CLAUSARY_WORD_DEFINING = 1 << 18,
	CLAUSARY_WORD_DEFINED = 1 << 19,
	CLAUSARY_WORD_REPHRASING = 1 << 20,
	CLAUSARY_WORD_DESCRIBING = 1 << 21,
	CLAUSARY_WORD_NAMING = 1 << 22,
} clausary_sentence_word;

typedef struct clausary_phrases {
	clausary_sentence_word begins; /* what the first word of each may be */
	CLAUSARY_ARRAY(clausary_slice) list;
} clausary_phrases;

typedef struct clausary_sentence_words {
	clausary_arena arena;
	clausary_word_set words;       /* folded word -> bits of clausary_sentence_word */
	clausary_locale_entry endings; /* of participles */
	clausary_locale_entry adverbs, plurals, verbs, progressives; /* endings */
	clausary_phrases defining;                                   /* "refers to" */
	clausary_phrases defined;    /* after "is": "used to describe" */
	clausary_phrases rephrasing; /* "that is," */
	clausary_phrases describing; /* "consists of" */
	clausary_phrases naming;     /* "known as" */
} clausary_sentence_words;

/** The words of a locale; NULL where it has none for sentences. Owner: the locale. Fails: never. */
const clausary_sentence_words *clausary_sentence_words_of(clausary_locale *locale);

#endif
