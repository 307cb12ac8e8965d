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

static uint8_t
script_index(clausary_identifier *identifier, int code)
{
	if (code < 0 || code >= SCRIPT_CODES)
		return OTHER_SCRIPT;
	if (identifier->script_of[code] == OTHER_SCRIPT
	    && identifier->scripts < CLAUSARY_IDENTIFY_SCRIPTS)
		identifier->script_of[code] = identifier->scripts++;
	return identifier->script_of[code];
}

/* Kana make Japanese, whose other letters are Chinese. */
static void
read_script(clausary_identifier *identifier, size_t index)
{
	int code = clausary_identify_languages[index].code;
	identifier->script[index] = script_index(identifier, code);
	if (code == USCRIPT_HIRAGANA) {
		identifier->kana = identifier->script[index];
		identifier->han = script_index(identifier, USCRIPT_HAN);
		identifier->script_of[USCRIPT_KATAKANA] = identifier->kana;
	} else if (code == USCRIPT_HAN) {
		identifier->han = identifier->script[index];
	}
}

/* Add to letters the plain forms that writers exchange them for: the Arabic yeh and kaf that many
 * keyboards have for those of Persian. The other way round nobody writes. */
static void
add_plain_forms(USet *letters)
{
	clausary_buffer text = {0}, plain = {0};
	int32_t ranges = uset_getRangeCount(letters);
	for (int32_t i = ranges; i-- > 0;) {
		UChar32 start, end;
		UErrorCode status = U_ZERO_ERROR;
		uset_getItem(letters, i, &start, &end, NULL, 0, &status);
		for (UChar32 c = start; c <= end && c < KNOWN_LETTERS; c++) {
			size_t at = 0;
			text.size = plain.size = 0;
			clausary_utf8_add(&text, (uint32_t)c);
			clausary_fold(&plain, clausary_buffer_slice(&text), CLAUSARY_FOLD_CASE);
			if (plain.size)
				uset_add(letters, (UChar32)clausary_utf8_next(
				                          clausary_buffer_slice(&plain), &at));
		}
	}
	clausary_buffer_finish(&text);
	clausary_buffer_finish(&plain);
}

/* Whether a language is written with a letter, a capital or not. Its set is read when the first
 * letter is asked for: ASCII and other scripts are told without it. */
static bool
is_written_with(clausary_identifier *identifier, size_t index, UChar32 letter)
{
	USet *letters = identifier->written[index];
	if (letters == NULL) {
		UErrorCode status = U_ZERO_ERROR;
		ULocaleData *data = ulocdata_open(clausary_identify_languages[index].tag, &status);
		letters = identifier->written[index] = uset_openEmpty();
		ulocdata_getExemplarSet(data, letters, USET_CASE_INSENSITIVE, ULOCDATA_ES_STANDARD,
		                        &status);
		ulocdata_close(data);
		uset_removeAllStrings(letters);
		add_plain_forms(letters);
		uset_freeze(letters);
	}
	return uset_contains(letters, letter);
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

static void
free_identifier(void *value)
{
	clausary_identifier *identifier = value;
	for (size_t i = 0; i < clausary_identify_language_count; i++)
		uset_close(identifier->written[i]);
	clausary_buffer_finish(&identifier->scratch);
	free(identifier);
}

clausary_identifier *
clausary_identifier_of(clausary_context *context)
{
	if (context->identifier.value == NULL) {
		clausary_identifier *identifier = clausary_memory_zeros(1, sizeof *identifier);
		identifier->scripts = OTHER_SCRIPT + 1;
		identifier->languages = clausary_identify_languages;
		identifier->count = clausary_identify_language_count;
		for (size_t i = 0; i < clausary_identify_language_count; i++)
			read_script(identifier, i);
		context->identifier = (struct clausary_context_cache){identifier, free_identifier};
	}
	return context->identifier.value;
}

static void
read_word(clausary_identifier *identifier, clausary_slice word,
          clausary_language_evidence *evidence)
{
	size_t place = clausary_identify_place(clausary_identify_words, clausary_identify_places,
	                                       clausary_identify_hash(word, &identifier->scratch));
	uint32_t languages = clausary_identify_words[place].languages;
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
	for (size_t i = 0; letter.alphabetic && i < clausary_identify_language_count; i++)
		if (identifier->script[i] == letter.script && !is_written_with(identifier, i, c))
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
		next = clausary_identify_skip_ascii(word, at, true);
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
	for (size_t at = 0; clausary_identify_word(text, &at, &word);) {
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
