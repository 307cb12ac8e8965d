/* A locale's words for mining, compiled for quick questions. */
#ifndef CLAUSARY_MINING_CUES_H
#define CLAUSARY_MINING_CUES_H

#include "base/array.h"
#include "base/beginnings.h"
#include "base/locale.h"
#include "base/map.h"

/* A cue between two holes or before a quoted name: folded words. */
typedef struct clausary_cue {
	clausary_slice words; /* what stands between the holes, blanks trimmed */
	clausary_slice near;  /* the token next to the short form */
	bool short_first;     /* {short} comes before {long} */
	bool comma;           /* the words begin with a comma */
} clausary_cue;

/* Folded words with a value each; length and first letter tell most words from all of them at once.
 */
typedef struct clausary_word_set {
	clausary_map words;
	size_t longest; /* bytes */
	uint32_t first; /* a bit for each first letter: its lowest five bits, alike in both cases */
} clausary_word_set;

typedef struct clausary_cues {
	clausary_arena arena;
	clausary_word_set initials;        /* words that make no letter of an acronym */
	clausary_word_set determiners;     /* words that begin a noun group */
	clausary_word_set elisions;        /* words that lean on the next one with an apostrophe */
	clausary_word_set edge;            /* words that cannot begin or end an expansion */
	clausary_word_set not_short;       /* first words of brackets without a short form */
	clausary_word_set not_acronyms;    /* as printed: words in capitals */
	clausary_word_set units;           /* as printed: their symbols, "MB" */
	clausary_word_set ordinal_endings; /* after numbers: "e" of "XIXe" */
	clausary_word_set counted;    /* letters that a number makes an acronym of: "D" of "3D" */
	bool noun_capitals;           /* all nouns have capitals, not names alone */
	clausary_word_set term_words; /* what a term is called before it: "the term" */
	clausary_word_set plurals;    /* endings of acronyms in the plural */
	clausary_word_set abbreviations; /* words before a stop that ends no sentence */
	clausary_word_set stopped;  /* of these, as printed: acronyms with their stop, "PGS." */
	clausary_word_set numerals; /* folded word -> the digit it may be written as */
	clausary_word_set spoken;   /* what words begin with -> the letter said for it */
	uint32_t spoken_letters;    /* a bit for each of these, its lowest five bits */
	bool head_last;             /* of nouns written apart the last one says what the thing is */
	clausary_word_set entry_parts; /* folded word -> clausary_entry_part */
	clausary_word_set name_words;  /* folded word -> clausary_name_word */
	clausary_locale_entry conjunctions, prepositions, articles, contractions; /* clitics */
	clausary_locale_entry attributes;  /* endings of words that describe the noun after them */
	clausary_locale_entry inflections; /* endings that a word changes */
	clausary_locale_entry spellings,
	        other_spellings;            /* letters, and at the same places others */
	clausary_locale_entry placeholders; /* words that stand where a definition will */
	clausary_locale_entry requirements; /* words that make a sentence a requirement */
	clausary_locale_entry figures;      /* words before the number of a figure */
	clausary_word_set code_words;       /* beside names of parts of protocols and files */
	clausary_word_set article_words;    /* that begin a noun group and say no more */
	clausary_locale_entry numbers;      /* endings that tell one from many */
	clausary_locale_entry fleeting;     /* vowels that the last syllable of a stem may lose */
	clausary_locale_entry citations;    /* endings of a first word as dictionaries cite it */
	size_t syllables; /* that a word has, where blanks part syllables; else 1 */
	bool caseless;    /* the script of the language has blanks between words and no capitals */
	CLAUSARY_ARRAY(clausary_cue) short_forms; /* cue between the forms of a pair */
	clausary_word_set bracket_first;          /* first words of the cues in brackets */
	clausary_word_set after_short;  /* first words of the cues that follow a short form */
	clausary_word_set before_short; /* last words of the cues that precede one */
	CLAUSARY_ARRAY(clausary_slice)
	brackets; /* words before a short form in a bracket; longest first */
	clausary_beginnings bracket_beginnings; /* of these */
	CLAUSARY_ARRAY(clausary_slice) naming; /* of these, the ones before a quoted name as well */
	CLAUSARY_ARRAY(clausary_slice) definitions; /* words between a term and its definition */
	CLAUSARY_ARRAY(clausary_slice)
	definition_ends; /* words after it, where the verb comes last */
} clausary_cues;

typedef enum clausary_entry_part {
	CLAUSARY_ENTRY_NOTE,
	CLAUSARY_ENTRY_EXAMPLE,
	CLAUSARY_ENTRY_SOURCE,
	CLAUSARY_ENTRY_DEPRECATED,
	CLAUSARY_ENTRY_SYNONYM
} clausary_entry_part;

/* What stands before a name in a script without blanks. */
typedef enum clausary_name_word {
	CLAUSARY_NAME_NONE,
	CLAUSARY_NAME_PARTICLE,
	CLAUSARY_NAME_VERB,
	CLAUSARY_NAME_ACTION,
	CLAUSARY_NAME_CONJUNCTION
} clausary_name_word;

/** The cues of a locale, compiled at the first call. Owner: the locale. Fails: never. */
const clausary_cues *clausary_cues_of(clausary_locale *locale);

/** The value of the folded form of `word`, or CLAUSARY_NONE. */
uint32_t clausary_cues_value(const clausary_word_set *set, clausary_slice word);

/** Put a folded word with its value into a set; a word that is there gets the new value. */
void clausary_word_set_add(clausary_word_set *set, clausary_slice word, uint32_t value);

/** Whether the folded form of `word` is in a set. */
bool clausary_cues_has(const clausary_word_set *set, clausary_slice word);

#endif
