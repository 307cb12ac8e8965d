/* A locale's words for definitional sentences, compiled when they are first asked for. */
#ifndef CLAUSARY_MINING_SENTENCE_WORDS_H
#define CLAUSARY_MINING_SENTENCE_WORDS_H

#include "mining/cues.h"

/* What a word may be; a word may be several. */
typedef enum clausary_sentence_word {
	CLAUSARY_WORD_COPULA = 1,            /* "is", "are" */
	CLAUSARY_WORD_PLURAL = 2,            /* of these: "are" */
	CLAUSARY_WORD_PAST = 4,              /* of these: "was" */
	CLAUSARY_WORD_INDEFINITE = 8,        /* "a" */
	CLAUSARY_WORD_DEFINITE = 16,         /* "the", "any" */
	CLAUSARY_WORD_PRONOUN = 32,          /* "it", "there" */
	CLAUSARY_WORD_POINTING = 64,         /* "this" */
	CLAUSARY_WORD_CONJUNCTION = 128,     /* "if", "although" */
	CLAUSARY_WORD_RELATIVE = 256,        /* "which", "that" */
	CLAUSARY_WORD_GENUS = 512,           /* "type", "process" */
	CLAUSARY_WORD_PARTICIPLE = 1024,     /* "used" */
	CLAUSARY_WORD_TELLING = 2048,        /* "however", "would" */
	CLAUSARY_WORD_PERSON = 4096,         /* "we" */
	CLAUSARY_WORD_HEDGE = 8192,          /* "usually" */
	CLAUSARY_WORD_OR = 16384,            /* "or" */
	CLAUSARY_WORD_PHRASE = 32768,        /* begins a phrase of the lists below */
	CLAUSARY_WORD_TERM = 65536,          /* "term", "word" */
	CLAUSARY_WORD_JUDGING = 131072,      /* "important", "most" */
	CLAUSARY_WORD_CIRCUMSTANCE = 262144, /* "when", "where" */
} clausary_sentence_word;

typedef CLAUSARY_ARRAY(clausary_slice) clausary_phrases;

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
