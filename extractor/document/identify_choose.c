/* Which language the evidence speaks for. A text that none of the languages fits is better called
 * unknown than read with the words of another. */
#include "document/identify_private.h"

#include <unicode/uscript.h>

enum { ANY_SCRIPT = CLAUSARY_IDENTIFY_SCRIPTS };

/* Letters of the scripts that a language is written in. */
static uint32_t
letters_of(const clausary_identifier *identifier, size_t index,
           const clausary_language_evidence *evidence)
{
	uint8_t script = identifier->script[index];
	uint32_t letters = evidence->letters[script];
	if (script == identifier->kana && script != OTHER_SCRIPT)
		letters += evidence->letters[identifier->han];
	return letters;
}

/* Kana among Chinese letters: names and titles of Japanese in a Chinese text are less than one
 * letter in 20, no Japanese text has so few. */
static bool
is_japanese(const clausary_identifier *identifier, const clausary_language_evidence *evidence)
{
	enum { KANA_SHARE = 20 };
	uint64_t kana = evidence->letters[identifier->kana],
	         han = evidence->letters[identifier->han];
	return identifier->kana != OTHER_SCRIPT && kana * KANA_SHARE > kana + han;
}

/* How much speaks for a language, in parts of a word. */
static int64_t
strength(const clausary_identifier *identifier, size_t index,
         const clausary_language_evidence *evidence)
{
	enum {
		KANA_SHARE = 20
	}; /* one letter in 20: names and titles of Japanese in a Chinese text are
	      less, no Japanese text has so few */
	uint8_t script = identifier->script[index];
	int64_t letters = letters_of(identifier, index, evidence);
	if (!identifier->languages[index].by_letters)
		return (int64_t)evidence->weight[index]
		       - (int64_t)evidence->foreign[index] * WORD_WEIGHT;
	bool chinese = script == identifier->han, japanese = script == identifier->kana;
	if (is_japanese(identifier, evidence) ? chinese : japanese)
		return 0;
	return (letters - (int64_t)evidence->foreign[index]) * LETTER_WEIGHT;
}

/* The language that most speaks for, of those written in `script`, or of all; NO_LANGUAGE when
 * nothing speaks for any. */
static size_t
strongest(const clausary_identifier *identifier, const clausary_language_evidence *evidence,
          size_t script)
{
	size_t best = NO_LANGUAGE;
	int64_t most = 0;
	for (size_t i = 0; i < identifier->count; i++) {
		if (script != ANY_SCRIPT && identifier->script[i] != script)
			continue;
		int64_t found = strength(identifier, i, evidence);
		if (found > most
		    || (found > 0 && found == most && identifier->languages[i].assumed)) {
			most = found;
			best = i;
		}
	}
	return best;
}

/* The letters of a script; a Chinese letter says as much as three of an alphabet. */
static uint64_t
room_of(const clausary_identifier *identifier, size_t script,
        const clausary_language_evidence *evidence)
{
	bool wide =
	        script != OTHER_SCRIPT && (script == identifier->han || script == identifier->kana);
	return (uint64_t)evidence->letters[script] * (wide ? 3 : 1);
}

/* The script of most letters; kana among Chinese letters make it Japanese. */
static size_t
main_script(const clausary_identifier *identifier, const clausary_language_evidence *evidence,
            uint32_t *letters)
{
	size_t script = OTHER_SCRIPT;
	*letters = 0;
	for (size_t i = 0; i < CLAUSARY_IDENTIFY_SCRIPTS; i++) {
		*letters += evidence->letters[i];
		if (room_of(identifier, i, evidence) > room_of(identifier, script, evidence))
			script = i;
	}
	if (script != OTHER_SCRIPT && script == identifier->han
	    && is_japanese(identifier, evidence))
		script = identifier->kana;
	return script;
}

/* The language assumed of a text in a script, or NO_LANGUAGE. */
static size_t
assumed(const clausary_identifier *identifier, size_t script)
{
	size_t any = NO_LANGUAGE;
	for (size_t i = identifier->count; i-- > 0;)
		if (identifier->script[i] == script) {
			if (identifier->languages[i].assumed)
				return i;
			any = i;
		}
	return any;
}

/* Letters beyond a language's own are those of foreign names; where the words leave no doubt, those
 * of passages in another language. */
static bool
has_letters(const clausary_identifier *identifier, size_t index,
            const clausary_language_evidence *evidence)
{
	enum { MOST_FOREIGN = 3, MOST_AMONG_WORDS = 8, MANY_WORDS = 25 }; /* per cent */
	bool many = (uint64_t)evidence->known[index] * 100
	            >= (uint64_t)evidence->words[identifier->script[index]] * MANY_WORDS;
	return identifier->languages[index].by_letters
	       || (uint64_t)evidence->foreign[index] * 100
	                  <= (uint64_t)letters_of(identifier, index, evidence)
	                             * (many ? MOST_AMONG_WORDS : MOST_FOREIGN);
}

/* In every language with a locale more than one running word in five is one of the locale's;
 * related languages share up to one in ten, and chance gives another language as many small words,
 * but hardly any that it alone has: "na" and "za" are words of five. */
static bool
has_words(const clausary_identifier *identifier, size_t index,
          const clausary_language_evidence *evidence)
{
	enum { LEAST_WORDS = 8, LEAST_WEIGHT = 3 }; /* per cent */
	uint64_t words = evidence->words[identifier->script[index]];
	return identifier->languages[index].by_letters
	       || ((uint64_t)evidence->known[index] * 100 >= words * LEAST_WORDS
	           && (uint64_t)evidence->weight[index] * 100
	                      >= words * LEAST_WEIGHT * WORD_WEIGHT);
}

/* A text with too few words to tell: the language assumed, if it is written with its letters.
 */
static const char *
likeliest(const clausary_identifier *identifier, const clausary_language_evidence *evidence,
          size_t script)
{
	size_t index = script == OTHER_SCRIPT ? NO_LANGUAGE : assumed(identifier, script);
	return index < NO_LANGUAGE && has_letters(identifier, index, evidence)
	               ? identifier->languages[index].tag
		       : CLAUSARY_LANGUAGE_UNKNOWN;
}

/* A long text may have lists and tables in another script, of which its running words tell; but
 * they are not three quarters of it. */
const char *
clausary_identify_text(const clausary_identifier *identifier,
                       const clausary_language_evidence *evidence)
{
	enum { ENOUGH_WORDS = 20, LEAST_SHARE = 4 };
	uint32_t words = 0, letters;
	size_t script = main_script(identifier, evidence, &letters);
	for (size_t i = 0; i < CLAUSARY_IDENTIFY_SCRIPTS; i++)
		words += evidence->words[i];
	bool is_short = words < ENOUGH_WORDS;
	size_t best = strongest(identifier, evidence, is_short ? script : ANY_SCRIPT);
	if (best < NO_LANGUAGE
	    && (uint64_t)letters_of(identifier, best, evidence) * LEAST_SHARE < letters)
		best = strongest(identifier, evidence, script);
	if (letters == 0)
		return likeliest(identifier, evidence, identifier->script_of[USCRIPT_LATIN]);
	if (best == NO_LANGUAGE)
		return is_short ? likeliest(identifier, evidence, script)
		                : CLAUSARY_LANGUAGE_UNKNOWN;
	bool known = is_short
	             || (has_letters(identifier, best, evidence)
	                 && has_words(identifier, best, evidence));
	return known ? identifier->languages[best].tag : CLAUSARY_LANGUAGE_UNKNOWN;
}

static size_t
index_of(const clausary_identifier *identifier, const char *tag)
{
	size_t size = strcspn(tag, "-_");
	for (size_t i = 0; i < identifier->count; i++)
		if (strcmp(identifier->languages[i].tag, tag) == 0)
			return i;
	for (size_t i = 0; i < identifier->count; i++)
		if (strncmp(identifier->languages[i].tag, tag, size) == 0
		    && identifier->languages[i].tag[size] == '\0')
			return i;
	return NO_LANGUAGE;
}

bool
clausary_identify_lost_accents(const clausary_identifier *identifier,
                               const clausary_language_evidence *evidence, const char *language)
{
	enum { ENOUGH_LETTERS = 1000 }; /* of which eight are accented where they are fewest */
	size_t index = index_of(identifier, language);
	return index < NO_LANGUAGE && identifier->languages[index].accented
	       && evidence->accented == 0
	       && evidence->letters[identifier->script[index]] >= ENOUGH_LETTERS;
}

/* A passage in another script: nearly all of its letters, and more than an acronym. Where no word
 * tells the language, it is the one assumed, if it has all the letters. */
static const char *
other_script(const clausary_identifier *identifier, size_t script,
             const clausary_language_evidence *evidence)
{
	enum { FEWEST_WORDS = 2, FEWEST_SMALL = 1 };
	size_t best = strongest(identifier, evidence, script);
	if (best == NO_LANGUAGE)
		best = assumed(identifier, script);
	if (best == NO_LANGUAGE || identifier->script[best] != script
	    || evidence->foreign[best] > evidence->letters[script] / 50)
		return NULL;
	bool words =
	        evidence->words[script] >= FEWEST_WORDS && evidence->small[script] >= FEWEST_SMALL;
	return words || identifier->languages[best].by_letters ? identifier->languages[best].tag
	                                                       : NULL;
}

const char *
clausary_identify_passage(const clausary_identifier *identifier,
                          const clausary_language_evidence *evidence, const char *language_of_text)
{
	enum { FEWEST_KNOWN = 4, KNOWN_SHARE = 4, CLEARLY = 3 };
	size_t text = index_of(identifier, language_of_text);
	uint32_t letters;
	size_t script = main_script(identifier, evidence, &letters);
	uint32_t own = evidence->letters[script];
	if (script == identifier->kana)
		own += evidence->letters[identifier->han];
	if (text == NO_LANGUAGE || letters == 0 || script == OTHER_SCRIPT
	    || own < letters - letters / 8)
		return NULL;
	if (letters_of(identifier, text, evidence) < letters / 8)
		return other_script(identifier, script, evidence);
	size_t best = strongest(identifier, evidence, ANY_SCRIPT);
	if (best == NO_LANGUAGE || best == text || !has_letters(identifier, best, evidence)
	    || !has_words(identifier, best, evidence) || evidence->known[best] < FEWEST_KNOWN
	    || evidence->known[best] * KNOWN_SHARE < evidence->words[script])
		return NULL;
	return strength(identifier, best, evidence) > CLEARLY * strength(identifier, text, evidence)
	               ? identifier->languages[best].tag
		       : NULL;
}
