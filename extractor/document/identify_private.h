/* What the two files of language identification share: what is known of each language. */
#ifndef CLAUSARY_DOCUMENT_IDENTIFY_PRIVATE_H
#define CLAUSARY_DOCUMENT_IDENTIFY_PRIVATE_H

#include "document/identify.h"

#include <unicode/uset.h>

enum {
	NO_LANGUAGE = CLAUSARY_IDENTIFY_LANGUAGES,
	SCRIPT_CODES = 256, /* of ICU: more than it has */
	OTHER_SCRIPT = 0,   /* of none of the languages */
	WORD_WEIGHT = 60,   /* divisible by 1 to 6 */
	LETTER_WEIGHT = 12, /* of one character of a text without blanks: 1.6 to the word, and of
	                       words four in ten are stop words */
	LONGEST_WORD = 48
};

typedef struct clausary_language {
	char tag[16];  /* BCP 47 */
	USet *letters; /* NULL before one is asked for */
	uint8_t script;
	bool accented;   /* Latin, and one of its stop words is beyond ASCII */
	bool by_letters; /* no other language is written so: its words are not counted */
} clausary_language;

/* What is asked of a letter again and again. */
typedef struct clausary_known_letter {
	bool known, alphabetic;
	uint8_t script;
	uint32_t foreign; /* a bit for each language of its script that is not written with it */
} clausary_known_letter;

enum { KNOWN_LETTERS = 0x800 /* code points: those of two bytes */ };

/* A word and a bit for each language that has it. It is known by its hash: 64 bits tell the few
 * thousand words of all languages from any other. */
typedef struct clausary_known_word {
	uint64_t hash; /* of the folded word; 0: the place is free */
	uint32_t languages;
} clausary_known_word;

struct clausary_identifier {
	clausary_language languages[CLAUSARY_IDENTIFY_LANGUAGES];
	size_t count;
	size_t assumed;                  /* the language of a text too short to tell */
	uint8_t script_of[SCRIPT_CODES]; /* ICU's code -> index */
	uint8_t scripts;                 /* OTHER_SCRIPT and those of the languages */
	uint8_t han, kana;               /* index, or OTHER_SCRIPT */
	clausary_known_word *words;      /* open addressing; at most half of the places are taken */
	size_t word_count, places;       /* a power of two */
	clausary_buffer scratch;
	clausary_known_letter letters[KNOWN_LETTERS]; /* read when they are met */
};

#endif
