/* Language identification. A word speaks for every language whose locale has it, the less the more
 * languages have it; a letter that a language is not written with speaks against it (ICU's exemplar
 * sets). Chinese and Japanese are told by their characters alone. */
#include "document/identify_private.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

static const char *const TAGS[] = {
#define CLAUSARY_LANGUAGE(tag) #tag,
#include "locales/languages.def"
#undef CLAUSARY_LANGUAGE
};

enum { LANGUAGES = sizeof TAGS / sizeof *TAGS };

_Static_assert((int)LANGUAGES <= (int)CLAUSARY_IDENTIFY_LANGUAGES,
               "a bit of a word's value for each language");

static uint8_t
script_index(clausary_identifier *identifier, UScriptCode code)
{
	if (code < 0 || (int)code >= SCRIPT_CODES)
		return OTHER_SCRIPT;
	if (identifier->script_of[code] == OTHER_SCRIPT
	    && identifier->scripts < CLAUSARY_IDENTIFY_SCRIPTS)
		identifier->script_of[code] = identifier->scripts++;
	return identifier->script_of[code];
}

/* The script a language is written in. Kana make Japanese, whose other letters are Chinese. */
static void
read_script(clausary_identifier *identifier, clausary_language *known, const char *tag)
{
	enum { MOST_SCRIPTS = 4 };
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode codes[MOST_SCRIPTS] = {USCRIPT_UNKNOWN};
	int32_t count = uscript_getCode(tag, codes, MOST_SCRIPTS, &status);
	bool kana = false;
	for (int32_t i = 0; i < count && i < MOST_SCRIPTS; i++)
		kana |= codes[i] == USCRIPT_HIRAGANA;
	if (kana) {
		known->script = identifier->kana = script_index(identifier, USCRIPT_HIRAGANA);
		identifier->script_of[USCRIPT_KATAKANA] = known->script;
		identifier->han = script_index(identifier, USCRIPT_HAN);
		known->by_letters = true;
		return;
	}
	known->script = script_index(identifier, codes[0]);
	known->by_letters = codes[0] == USCRIPT_HAN || codes[0] == USCRIPT_HANGUL;
	if (codes[0] == USCRIPT_HAN)
		identifier->han = known->script;
}

/* Whether a language is written with a letter, a capital or not. Its set is read when the first
 * letter is asked for: ASCII and other scripts are told without it. */
static bool
is_written_with(clausary_language *known, UChar32 letter)
{
	if (known->letters == NULL) {
		UErrorCode status = U_ZERO_ERROR;
		ULocaleData *data = ulocdata_open(known->tag, &status);
		known->letters = uset_openEmpty();
		ulocdata_getExemplarSet(data, known->letters, USET_CASE_INSENSITIVE,
		                        ULOCDATA_ES_STANDARD, &status);
		ulocdata_close(data);
		uset_removeAllStrings(known->letters);
		uset_freeze(known->letters);
	}
	return uset_contains(known->letters, letter);
}

/* Whether a letter, or a mark on one, stands at `*at`; `*at` moves past what stands there. */
static bool
takes_letter(clausary_slice text, size_t *at)
{
	if ((unsigned char)text.data[*at] < 0x80)
		return clausary_ascii_is_letter(text.data[(*at)++]);
	uint32_t c = clausary_utf8_next(text, at);
	return clausary_fold_is_plain(c)
	       || (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

/* Past the characters of ASCII from `at` on that are letters, or that are none. */
static inline size_t
skip_ascii(clausary_slice text, size_t at, bool letters)
{
	while (at < text.size && (unsigned char)text.data[at] < 0x80
	       && clausary_ascii_is_letter(text.data[at]) == letters)
		at++;
	return at;
}

/* The next run of letters at or after `*at`; false at the end. */
static bool
next_word(clausary_slice text, size_t *at, clausary_slice *word)
{
	size_t start, end, next = *at;
	do
		start = next = skip_ascii(text, next, false);
	while (next < text.size && !takes_letter(text, &next));
	do
		end = next = skip_ascii(text, next, true);
	while (next < text.size && takes_letter(text, &next));
	*at = next;
	*word = clausary_slice_part(text, start, end);
	return start < text.size;
}

static uint8_t
script_of(const clausary_identifier *identifier, UChar32 c)
{
	if (c < 0x80)
		return identifier->script_of[USCRIPT_LATIN];
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode code = uscript_getScript(c, &status);
	return code >= 0 && (int)code < SCRIPT_CODES ? identifier->script_of[code] : OTHER_SCRIPT;
}

/* Where the word with this hash stands, or would stand. */
static clausary_known_word *
place_of(const clausary_identifier *identifier, uint64_t hash)
{
	size_t mask = identifier->places - 1, at = hash & mask;
	while (identifier->words[at].hash != hash && identifier->words[at].hash)
		at = (at + 1) & mask;
	return &identifier->words[at];
}

static void
grow(clausary_identifier *identifier)
{
	enum { FEWEST = 4096 };
	clausary_known_word *old = identifier->words;
	size_t count = identifier->places;
	identifier->places = count ? count * 2 : FEWEST;
	identifier->words = clausary_memory_zeros(identifier->places, sizeof *old);
	for (size_t i = 0; i < count; i++)
		if (old[i].hash)
			*place_of(identifier, old[i].hash) = old[i];
	free(old);
}

/* The hash of a word as it is known. */
static uint64_t
hash_of(clausary_identifier *identifier, clausary_slice word)
{
	char plain[LONGEST_WORD];
	size_t size = 0;
	for (; size < word.size && size < sizeof plain && (unsigned char)word.data[size] < 0x80;
	     size++)
		plain[size] = clausary_ascii_lower(word.data[size]);
	if (size == word.size)
		return clausary_slice_hash((clausary_slice){plain, size});
	clausary_buffer *key = &identifier->scratch;
	key->size = 0;
	clausary_fold(key, word, CLAUSARY_FOLD_CASE);
	return clausary_slice_hash(clausary_buffer_slice(key));
}

/* Add the words of a phrase, or take them away again. A locale may have words of other scripts,
 * which tell nothing of it. */
static void
add_words(clausary_identifier *identifier, size_t index, clausary_slice text, bool add)
{
	clausary_slice word;
	for (size_t at = 0; next_word(text, &at, &word);) {
		size_t first = 0;
		UChar32 c = (UChar32)clausary_utf8_next(word, &first);
		if (script_of(identifier, c) != identifier->languages[index].script)
			continue;
		if (identifier->word_count * 2 >= identifier->places)
			grow(identifier);
		uint64_t hash = hash_of(identifier, word);
		clausary_known_word *known = place_of(identifier, hash);
		identifier->word_count += known->hash == 0;
		known->hash = hash;
		uint32_t bit = (uint32_t)1 << index;
		known->languages = add ? known->languages | bit : known->languages & ~bit;
	}
}

static void
add_table(clausary_identifier *identifier, size_t index, const clausary_locale *locale,
          const char *name)
{
	clausary_locale_table table = clausary_locale_find(locale, name);
	for (size_t i = 0; i < table.count; i++)
		for (size_t j = 0; j < table.entries[i].count; j++)
			add_words(identifier, index, table.entries[i].words[j], true);
}

static clausary_status
add_language(clausary_identifier *identifier, clausary_context *context, size_t index)
{
	static const char *const TABLES[] = {"Preambular", "Operative", "Structure", "Documents",
	                                     "Sections"};
	clausary_language *known = &identifier->languages[index];
	clausary_locale *locale;
	clausary_status status = clausary_locale_open(&locale, context, TAGS[index]);
	if (status != CLAUSARY_OK)
		return status;
	for (size_t i = 0; TAGS[index][i] && i + 1 < sizeof known->tag; i++)
		known->tag[i] = TAGS[index][i] == '_' ? '-' : TAGS[index][i];
	clausary_locale_entry assumed = clausary_locale_entry_of(locale, "Assumed", "language");
	if (assumed.count && clausary_slice_equal(assumed.words[0], clausary_slice_of(known->tag)))
		identifier->assumed = index;
	read_script(identifier, known, TAGS[index]);
	if (known->by_letters)
		return CLAUSARY_OK;
	for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++)
		add_table(identifier, index, locale, TABLES[i]);
	clausary_locale_entry edge = clausary_locale_entry_of(locale, "StopWords", "edge");
	for (size_t i = 0; i < edge.count; i++) {
		add_words(identifier, index, edge.words[i], true);
		known->accented |= known->script == identifier->script_of[USCRIPT_LATIN]
		                   && clausary_utf8_count(edge.words[i]) < edge.words[i].size;
	}
	clausary_locale_entry foreign = clausary_locale_entry_of(locale, "StopWords", "foreign");
	for (size_t i = 0; i < foreign.count; i++)
		add_words(identifier, index, foreign.words[i], false);
	return CLAUSARY_OK;
}

static void
free_identifier(void *value)
{
	clausary_identifier *identifier = value;
	for (size_t i = 0; i < LANGUAGES; i++)
		uset_close(identifier->languages[i].letters);
	clausary_buffer_finish(&identifier->scratch);
	free(identifier->words);
	free(identifier);
}

clausary_status
clausary_identifier_of(clausary_identifier **out, clausary_context *context)
{
	clausary_status status = CLAUSARY_OK;
	if (context->identifier.value == NULL) {
		clausary_identifier *identifier = clausary_memory_zeros(1, sizeof *identifier);
		grow(identifier); /* there may be no words, but a place for the one looked up */
		identifier->scripts = OTHER_SCRIPT + 1;
		identifier->count = LANGUAGES;
		for (size_t i = 0; i < LANGUAGES && status == CLAUSARY_OK; i++)
			status = add_language(identifier, context, i);
		if (status != CLAUSARY_OK) {
			free_identifier(identifier);
			return status;
		}
		context->identifier = (struct clausary_context_cache){identifier, free_identifier};
	}
	*out = context->identifier.value;
	return CLAUSARY_OK;
}

static void
read_word(clausary_identifier *identifier, clausary_slice word,
          clausary_language_evidence *evidence)
{
	uint32_t languages = place_of(identifier, hash_of(identifier, word))->languages;
	uint32_t weight = languages ? WORD_WEIGHT / (uint32_t)__builtin_popcount(languages) : 0;
	for (; languages; languages &= languages - 1) {
		int i = __builtin_ctz(languages);
		evidence->known[i]++;
		evidence->weight[i] += weight;
	}
}

static clausary_known_letter
read_letter(clausary_identifier *identifier, UChar32 c)
{
	clausary_known_letter letter = {true, u_isalpha(c), script_of(identifier, c), 0};
	for (size_t i = 0; letter.alphabetic && i < LANGUAGES; i++)
		if (identifier->languages[i].script == letter.script
		    && !is_written_with(&identifier->languages[i], c))
			letter.foreign |= (uint32_t)1 << i;
	return letter;
}

/* The same, remembered for letters of two bytes. */
static clausary_known_letter
letter_of(clausary_identifier *identifier, UChar32 c)
{
	if (c >= KNOWN_LETTERS)
		return read_letter(identifier, c);
	if (!identifier->letters[c].known)
		identifier->letters[c] = read_letter(identifier, c);
	return identifier->letters[c];
}

static void
read_letters_of(clausary_identifier *identifier, clausary_slice word,
                clausary_language_evidence *evidence)
{
	uint8_t latin = identifier->script_of[USCRIPT_LATIN];
	for (size_t at = 0, next; at < word.size;) {
		next = skip_ascii(word, at, true);
		evidence->letters[latin] += (uint32_t)(next - at);
		at = next;
		if (at == word.size)
			break;
		clausary_known_letter letter =
		        letter_of(identifier, (UChar32)clausary_utf8_next(word, &at));
		if (!letter.alphabetic)
			continue;
		evidence->letters[letter.script]++;
		evidence->accented += letter.script == latin;
		for (uint32_t foreign = letter.foreign; foreign; foreign &= foreign - 1)
			evidence->foreign[__builtin_ctz(foreign)]++;
	}
}

/* One letter is a word where it is small and between blanks, not in "ITU-T" or "f(x)". */
static bool
stands_alone(clausary_slice text, clausary_slice letter)
{
	const char *after = letter.data + 1;
	return clausary_ascii_is_lower(letter.data[0])
	       && (letter.data == text.data || clausary_ascii_is_blank(letter.data[-1]))
	       && (after == text.data + text.size || clausary_ascii_is_blank(*after));
}

void
clausary_identify_read(clausary_identifier *identifier, clausary_slice text,
                       clausary_language_evidence *evidence)
{
	clausary_slice word;
	uint8_t latin = identifier->script_of[USCRIPT_LATIN];
	for (size_t at = 0; next_word(text, &at, &word);) {
		size_t first = 0;
		UChar32 c = (UChar32)clausary_utf8_next(word, &first);
		bool ascii = c < 0x80;
		uint8_t script = ascii ? latin : script_of(identifier, c);
		evidence->words[script]++;
		evidence->small[script] += ascii ? clausary_ascii_is_lower((char)c) : !u_isupper(c);
		read_letters_of(identifier, word, evidence);
		if (word.size <= LONGEST_WORD && (word.size > 1 || stands_alone(text, word)))
			read_word(identifier, word, evidence);
	}
}
