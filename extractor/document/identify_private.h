/* What the files of language identification share: what is known of each language. */
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

/* What the locales say of a language. */
typedef struct clausary_language {
	char tag[16];    /* BCP 47 */
	int code;        /* UScriptCode; of Japanese that of Hiragana */
	bool assumed;    /* of a text in its script that is too short to tell */
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

/* A word and a bit for each language that has it. It stands at the place that the lower half of the
 * hash of its folded form says, or at the next free one, and is known by the upper half: together
 * they tell the few thousand words of all languages from any other. */
typedef struct clausary_known_word {
	uint32_t hash;
	uint32_t languages; /* 0: the place is free */
} clausary_known_word;

/* The languages that have a locale, and the words of them all: tools/list_words.c writes them when
 * the program is built, so that no run reads a locale to see that a text is not in its language. */
extern const clausary_language clausary_identify_languages[];
extern const size_t clausary_identify_language_count;
extern const clausary_known_word clausary_identify_words[];
extern const size_t clausary_identify_places; /* a power of two */

struct clausary_identifier {
	const clausary_language *languages;
	size_t count;
	USet *written[CLAUSARY_IDENTIFY_LANGUAGES];  /* letters; NULL before one is asked for */
	uint8_t script[CLAUSARY_IDENTIFY_LANGUAGES]; /* of each language */
	uint8_t script_of[SCRIPT_CODES];             /* ICU's code -> index */
	uint8_t scripts;                             /* OTHER_SCRIPT and those of the languages */
	uint8_t han, kana;                           /* index, or OTHER_SCRIPT */
	clausary_buffer scratch;
	clausary_known_letter letters[KNOWN_LETTERS]; /* read when they are met */
};

/** Past the characters of ASCII from `at` on that are letters, or that are none. */
static inline size_t
clausary_identify_skip_ascii(clausary_slice text, size_t at, bool letters)
{
	while (at < text.size && (unsigned char)text.data[at] < 0x80
	       && clausary_ascii_is_letter(text.data[at]) == letters)
		at++;
	return at;
}

/** The next run of letters at or after `*at`; false at the end. */
bool clausary_identify_word(clausary_slice text, size_t *at, clausary_slice *word);

/** The hash of a word as it is known. `scratch` is memory to work in. */
uint64_t clausary_identify_hash(clausary_slice word, clausary_buffer *scratch);

/** Where among `places`, a power of two, the word with this hash stands or would stand. */
static inline size_t
clausary_identify_place(const clausary_known_word *words, size_t places, uint64_t hash)
{
	size_t at = hash & (places - 1);
	while (words[at].languages && words[at].hash != hash >> 32)
		at = (at + 1) & (places - 1);
	return at;
}

#endif
