/* How each code point behaves when text is cut into words (UAX #29), asked of ICU itself: ASCII
 * at once, the others when they are met. */
#ifndef CLAUSARY_LANGUAGE_WORD_TABLE_H
#define CLAUSARY_LANGUAGE_WORD_TABLE_H

#include "base/context.h"

#include <unicode/ubrk.h>

/* One byte a code point. A mark that neither joins nor stands between letters or digits has no bit.
 */
#define CLAUSARY_WORD_JOIN 1u   /* letter, digit, underscore: two of them in a row are never cut */
#define CLAUSARY_WORD_LETTER 2u /* ALetter and alphabetic */
#define CLAUSARY_WORD_NUMBER 4u /* Numeric */
#define CLAUSARY_WORD_MID_LETTER 8u  /* joins when a letter stands on both sides */
#define CLAUSARY_WORD_MID_NUMBER 16u /* joins when a digit stands on both sides */
#define CLAUSARY_WORD_CAPITAL 32u
#define CLAUSARY_WORD_LOWER 64u
#define CLAUSARY_WORD_BLANK 128u
/* Only ICU can tell: marks and joiners that are ignored, Hebrew, scripts with a dictionary, emoji,
 * … */
#define CLAUSARY_WORD_HARD (CLAUSARY_WORD_BLANK | CLAUSARY_WORD_JOIN)

/* Covered are U+0000-07FF (one or two bytes of UTF-8) and U+1E00-2BFF; all else is hard. */
enum {
	CLAUSARY_WORD_LOW = 0x800,
	CLAUSARY_WORD_HIGH_START = 0x1e00,
	CLAUSARY_WORD_HIGH_END = 0x2c00,
	CLAUSARY_WORD_ENTRIES = CLAUSARY_WORD_LOW + CLAUSARY_WORD_HIGH_END
	        - CLAUSARY_WORD_HIGH_START,
	CLAUSARY_WORD_CHUNK = 65535 /* bytes handed to ICU at once: also the longest token */
};

/* Letters in a row, of two bytes each, whose first bytes are two: most of a text in their script.
 */
typedef struct clausary_word_alphabet {
	uint16_t first, small, end; /* capitals up to `small`; none where it is `first` */
	bool cased;
} clausary_word_alphabet;

enum { CLAUSARY_WORD_ALPHABETS = 2 };
extern const clausary_word_alphabet clausary_word_alphabets[CLAUSARY_WORD_ALPHABETS];

typedef struct clausary_word_table {
	struct clausary_word_table *next;
	char language[64];
	UBreakIterator *iterator;
	bool usual_ascii;                     /* ICU cuts ASCII as word_window.c does */
	bool usual[CLAUSARY_WORD_ALPHABETS];  /* … and letters of the alphabet; once one was met */
	uint8_t flags[CLAUSARY_WORD_ENTRIES]; /* hard until asked for */
	bool asked[CLAUSARY_WORD_ENTRIES];
	UChar units[CLAUSARY_WORD_CHUNK + 2];      /* the chunk that ICU cuts, as UTF-16 */
	uint16_t offsets[CLAUSARY_WORD_CHUNK + 2]; /* of each unit: its byte in the chunk */
} clausary_word_table;

/**
 * The table for a language, a BCP 47 tag; NULL or a tag that ICU does not know gives the root
 * rules.
 *
 * Owner: the context, until the next call with another language. Fails: NULL when ICU has no word
 * rules at all.
 */
clausary_word_table *clausary_word_table_open(clausary_context *context, const char *language);

/** Where a code point stands in `flags`, or CLAUSARY_NONE. */
static inline uint32_t
clausary_word_index(uint32_t c)
{
	if (c < CLAUSARY_WORD_LOW)
		return c;
	if (c >= CLAUSARY_WORD_HIGH_START && c < CLAUSARY_WORD_HIGH_END)
		return c - CLAUSARY_WORD_HIGH_START + CLAUSARY_WORD_LOW;
	return CLAUSARY_NONE;
}

/** Ask ICU about `c`. Returns whether that was news: false when all was known already.
 */
bool clausary_word_table_learn(clausary_word_table *table, uint32_t c);

/** The flags of any code point, asked for where it must be. */
uint8_t clausary_word_flags(clausary_word_table *table, uint32_t c);

/** White space, U+200B and U+FEFF: what clausary_slice_blank() takes for blank. */
bool clausary_word_is_blank(uint32_t c);

#endif
