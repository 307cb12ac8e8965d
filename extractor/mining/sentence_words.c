/* Words for definitional sentences: one look at a word gives everything it may be. */
#include "mining/sentence_words.h"

#include "base/fold.h"

#include <stdlib.h>

static clausary_slice
folded(clausary_sentence_words *to, clausary_slice text)
{
	clausary_buffer key = {0};
	clausary_fold(&key, text, CLAUSARY_FOLD_CASE);
	clausary_slice copy = clausary_arena_copy(&to->arena, clausary_buffer_slice(&key));
	clausary_buffer_finish(&key);
	return copy;
}

static void
add_bits(clausary_sentence_words *to, clausary_slice word, uint32_t bits)
{
	uint32_t known = clausary_map_get(&to->words.words, word);
	clausary_word_set_add(&to->words, word, bits | (known == CLAUSARY_NONE ? 0 : known));
}

static void
add_words(clausary_sentence_words *to, const clausary_locale *locale, const char *key,
          uint32_t bits)
{
	clausary_locale_entry entry = clausary_locale_entry_of(locale, "Sentences", key);
	for (size_t i = 0; i < entry.count; i++)
		add_bits(to, folded(to, entry.words[i]), bits);
}

/* Add phrases, and the first word of each to the words. */
static void
add_phrases(clausary_sentence_words *to, const clausary_locale *locale, const char *key,
            clausary_sentence_word begins, clausary_phrases *added)
{
	clausary_locale_entry entry = clausary_locale_entry_of(locale, "Sentences", key);
	added->begins = begins;
	for (size_t i = 0; i < entry.count; i++) {
		clausary_slice phrase = folded(to, entry.words[i]);
		size_t end = clausary_slice_find(phrase, CLAUSARY_SLICE(" "));
		clausary_array_push(&added->list, phrase);
		add_bits(to, clausary_slice_part(phrase, 0, end == SIZE_MAX ? phrase.size : end),
		         begins);
	}
}

static void
compile(clausary_sentence_words *to, const clausary_locale *locale)
{
	static const struct {
		const char *key;
		uint32_t bits;
	} KEYS[] = {{"copula", CLAUSARY_WORD_COPULA},
	            {"plural", CLAUSARY_WORD_PLURAL},
	            {"past", CLAUSARY_WORD_PAST},
	            {"indefinite", CLAUSARY_WORD_INDEFINITE},
	            {"definite", CLAUSARY_WORD_DEFINITE},
	            {"pronoun", CLAUSARY_WORD_PRONOUN},
	            {"pointing", CLAUSARY_WORD_POINTING | CLAUSARY_WORD_PRONOUN},
	            {"conjunction", CLAUSARY_WORD_CONJUNCTION},
	            {"relative", CLAUSARY_WORD_RELATIVE},
	            {"genus", CLAUSARY_WORD_GENUS},
	            {"participle", CLAUSARY_WORD_PARTICIPLE},
	            {"telling", CLAUSARY_WORD_TELLING},
	            {"person", CLAUSARY_WORD_PERSON},
	            {"hedge", CLAUSARY_WORD_HEDGE},
	            {"or", CLAUSARY_WORD_OR},
	            {"term-word", CLAUSARY_WORD_TERM},
	            {"judging", CLAUSARY_WORD_JUDGING},
	            {"circumstance", CLAUSARY_WORD_CIRCUMSTANCE}};
	for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
		add_words(to, locale, KEYS[i].key, KEYS[i].bits);
	to->endings = clausary_locale_entry_of(locale, "Sentences", "participle-ending");
	to->adverbs = clausary_locale_entry_of(locale, "Sentences", "adverb-ending");
	to->plurals = clausary_locale_entry_of(locale, "Sentences", "plural-ending");
	to->progressives = clausary_locale_entry_of(locale, "Sentences", "progressive-ending");
	to->verbs = clausary_locale_entry_of(locale, "Sentences", "verb-ending");
	add_phrases(to, locale, "defining", CLAUSARY_WORD_DEFINING, &to->defining);
	add_phrases(to, locale, "defined", CLAUSARY_WORD_DEFINED, &to->defined);
	add_phrases(to, locale, "rephrasing", CLAUSARY_WORD_REPHRASING, &to->rephrasing);
	add_phrases(to, locale, "describing", CLAUSARY_WORD_DESCRIBING, &to->describing);
	add_phrases(to, locale, "naming", CLAUSARY_WORD_NAMING, &to->naming);
}

static void
free_words(void *value)
{
	clausary_sentence_words *words = value;
	clausary_map_finish(&words->words.words);
	clausary_array_finish(&words->defining.list);
	clausary_array_finish(&words->defined.list);
	clausary_array_finish(&words->rephrasing.list);
	clausary_array_finish(&words->describing.list);
	clausary_array_finish(&words->naming.list);
	clausary_arena_finish(&words->arena);
	free(words);
}

const clausary_sentence_words *
clausary_sentence_words_of(clausary_locale *locale)
{
	if (locale->sentences.value == NULL) {
		clausary_sentence_words *words = clausary_memory_zeros(1, sizeof *words);
		compile(words, locale);
		locale->sentences.value = words;
		locale->sentences.free = free_words;
	}
	const clausary_sentence_words *words = locale->sentences.value;
	return words->words.longest ? words : NULL;
}
