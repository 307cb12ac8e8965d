/* Language identification: which of the languages with a locale a text is written in. Evidence is
 * data: the words of the locales (stop words, clause words, titles), and the letters that CLDR says
 * a language is written with. */
#ifndef CLAUSARY_DOCUMENT_IDENTIFY_H
#define CLAUSARY_DOCUMENT_IDENTIFY_H

#include "base/locale.h"

typedef struct clausary_identifier clausary_identifier;

enum { CLAUSARY_IDENTIFY_LANGUAGES = 31, CLAUSARY_IDENTIFY_SCRIPTS = 12 };

/* What a text shows of its language. Zeros are the evidence of no text. */
typedef struct clausary_language_evidence {
	uint32_t letters[CLAUSARY_IDENTIFY_SCRIPTS], words[CLAUSARY_IDENTIFY_SCRIPTS];
	uint32_t small[CLAUSARY_IDENTIFY_SCRIPTS];    /* words that begin with no capital */
	uint32_t accented;                            /* Latin letters beyond ASCII */
	uint32_t known[CLAUSARY_IDENTIFY_LANGUAGES];  /* words that the language's locale has */
	uint32_t weight[CLAUSARY_IDENTIFY_LANGUAGES]; /* of these: a word of n languages counts 60/n
	                                               */
	uint32_t foreign[CLAUSARY_IDENTIFY_LANGUAGES]; /* letters of its script that it has not */
} clausary_language_evidence;

/** The identifier of all languages. Owner: the context. Fails: never. */
clausary_identifier *clausary_identifier_of(clausary_context *context);

/** Add what well-formed `text` shows. */
void clausary_identify_read(clausary_identifier *identifier, clausary_slice text,
                            clausary_language_evidence *evidence);

/**
 * The language that the evidence of a whole text speaks for; "und" where it speaks for none that
 * has a bundle. A text too short to tell has the language assumed of its script.
 *
 * Owner: static.
 */
const char *clausary_identify_text(const clausary_identifier *identifier,
                                   const clausary_language_evidence *evidence);

/** Whether the text is long, the language it is in cannot be written without accents, and there are
 * none: a conversion dropped them. */
bool clausary_identify_lost_accents(const clausary_identifier *identifier,
                                    const clausary_language_evidence *evidence,
                                    const char *language);

/**
 * The language of a passage in a text of another: only on strong evidence (another script, or a
 * sentence of whose words many are of one other language and next to none of the text's), else
 * NULL.
 *
 * Owner: static.
 */
const char *clausary_identify_passage(const clausary_identifier *identifier,
                                      const clausary_language_evidence *evidence,
                                      const char *language_of_text);

#endif
