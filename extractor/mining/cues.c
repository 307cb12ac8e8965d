/* Cues: sets of folded words, and patterns with named holes cut at their holes. */
#include "mining/cues.h"

#include "base/fold.h"
#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

static clausary_slice
folded(clausary_cues *cues, clausary_slice text)
{
	clausary_buffer key = {0};
	clausary_fold(&key, text, CLAUSARY_FOLD_CASE);
	clausary_slice copy = clausary_arena_copy(&cues->arena, clausary_buffer_slice(&key));
	clausary_buffer_finish(&key);
	return copy;
}

void
clausary_word_set_add(clausary_word_set *set, clausary_slice word, uint32_t value)
{
	enum { MOST_GROWTH = 3 }; /* a folded letter may be longer or shorter than it was */
	size_t longest = 0, at = 0;
	for (size_t i = 0; i < word.size; i++)
		longest += (unsigned char)word.data[i] < 0x80 ? 1 : MOST_GROWTH;
	if (longest > set->longest)
		set->longest = longest;
	if (word.size)
		set->first |= 1u << (clausary_utf8_next(word, &at) & 31);
	clausary_map_put(&set->words, word, value);
}

static void
add_words(clausary_cues *cues, clausary_word_set *set, clausary_locale_entry entry, bool as_printed,
          uint32_t value)
{
	for (size_t i = 0; i < entry.count; i++)
		clausary_word_set_add(
		        set, as_printed ? entry.words[i] : folded(cues, entry.words[i]), value);
}

static int
longest_first(const void *a, const void *b)
{
	const clausary_slice *x = a, *y = b;
	if (x->size != y->size)
		return x->size > y->size ? -1 : 1;
	return clausary_slice_compare(*x, *y);
}

/* "{long}, hereinafter {short}" -> ", hereinafter". */
static clausary_slice
between_holes(clausary_slice pattern)
{
	size_t start = clausary_slice_find(pattern, CLAUSARY_SLICE("}"));
	if (start == SIZE_MAX)
		return CLAUSARY_SLICE("");
	clausary_slice rest = clausary_slice_part(pattern, start + 1, pattern.size);
	size_t end = clausary_slice_find(rest, CLAUSARY_SLICE("{"));
	return clausary_slice_trim(clausary_slice_part(rest, 0, end == SIZE_MAX ? rest.size : end));
}

/* The first or the last token of a cue, without the marks that end it: blanks and hyphens cut, and
 * apostrophes after an elision. */
static clausary_slice
end_word(const clausary_cues *cues, clausary_slice words, bool first)
{
	size_t start = 0, end = words.size;
	while (end > start && strchr(".,:", words.data[end - 1]))
		end--;
	for (size_t i = 0; i < end; i++) {
		size_t next = i + 1;
		bool elision =
		        words.data[i] == '\'' && next < end
		        && clausary_cues_has(&cues->elisions, clausary_slice_part(words, start, i));
		if (!elision && words.data[i] != ' ' && words.data[i] != '-')
			continue;
		if (first)
			return clausary_slice_part(words, 0, elision ? next : i);
		start = next;
	}
	while (end > start && strchr(".,", words.data[end - 1]))
		end--;
	return clausary_slice_part(words, start, end);
}

static void
add_short_forms(clausary_cues *cues, clausary_locale_entry entry)
{
	for (size_t i = 0; i < entry.count; i++) {
		clausary_slice words = folded(cues, between_holes(entry.words[i]));
		clausary_cue cue = {.words = words};
		cue.short_first = clausary_slice_starts(entry.words[i], CLAUSARY_SLICE("{short}"));
		cue.comma = clausary_slice_starts(words, CLAUSARY_SLICE(","));
		if (cue.comma)
			cue.words = clausary_slice_trim(clausary_slice_part(words, 1, words.size));
		if (cue.words.size == 0)
			continue;
		cue.near = end_word(cues, cue.words, cue.short_first);
		clausary_array_push(&cues->short_forms, cue);
		clausary_word_set_add(cue.short_first ? &cues->after_short : &cues->before_short,
		                      cue.near, 1);
	}
}

/* Words before a short form in a bracket, longest first; those that also name are kept apart. */
static void
add_brackets(clausary_cues *cues, clausary_locale_entry entry, bool naming)
{
	for (size_t i = 0; i < entry.count; i++) {
		clausary_slice words = folded(cues, entry.words[i]);
		clausary_array_push(&cues->brackets, words);
		clausary_beginnings_add(&cues->bracket_beginnings, words);
		if (naming)
			clausary_array_push(&cues->naming, words);
		clausary_word_set_add(&cues->bracket_first, end_word(cues, words, true), 1);
	}
	if (cues->brackets.count)
		qsort(cues->brackets.items, cues->brackets.count, sizeof(clausary_slice),
		      longest_first);
}

static void
add_definitions(clausary_cues *cues, clausary_locale_entry entry)
{
	static const clausary_slice HOLE = {"{definition}", 12};
	for (size_t i = 0; i < entry.count; i++) {
		clausary_slice pattern = entry.words[i];
		size_t hole = clausary_slice_find(pattern, HOLE);
		clausary_array_push(&cues->definitions, folded(cues, between_holes(pattern)));
		if (hole != SIZE_MAX && hole + HOLE.size < pattern.size)
			clausary_array_push(
			        &cues->definition_ends,
			        folded(cues, clausary_slice_part(pattern, hole + HOLE.size,
				                                 pattern.size)));
	}
}

static void
add_entry_parts(clausary_cues *cues, const clausary_locale *locale)
{
	static const struct {
		const char *key;
		clausary_entry_part part;
	} PARTS[] = {{"note", CLAUSARY_ENTRY_NOTE},
	             {"example", CLAUSARY_ENTRY_EXAMPLE},
	             {"source", CLAUSARY_ENTRY_SOURCE},
	             {"deprecated", CLAUSARY_ENTRY_DEPRECATED},
	             {"synonym", CLAUSARY_ENTRY_SYNONYM}};
	for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++)
		add_words(cues, &cues->entry_parts,
		          clausary_locale_entry_of(locale, "EntryParts", PARTS[i].key), false,
		          PARTS[i].part);
}

static void
add_name_words(clausary_cues *cues, const clausary_locale *locale)
{
	static const struct {
		const char *key;
		clausary_name_word kind;
	} KINDS[] = {{"particle", CLAUSARY_NAME_PARTICLE},
	             {"verb", CLAUSARY_NAME_VERB},
	             {"action", CLAUSARY_NAME_ACTION},
	             {"conjunction", CLAUSARY_NAME_CONJUNCTION}};
	for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
		add_words(cues, &cues->name_words,
		          clausary_locale_entry_of(locale, "NameWords", KINDS[i].key), false,
		          KINDS[i].kind);
}

static void
add_spoken(clausary_cues *cues, clausary_locale_table letters)
{
	for (size_t i = 0; i < letters.count; i++) {
		uint32_t letter = (unsigned char)letters.entries[i].key[0];
		add_words(cues, &cues->spoken, letters.entries[i], false, letter);
		cues->spoken_letters |= (uint32_t)1 << letter % 32;
	}
}

static void
free_cues(void *value)
{
	clausary_cues *cues = value;
	clausary_map_finish(&cues->initials.words);
	clausary_map_finish(&cues->determiners.words);
	clausary_map_finish(&cues->ordinal_endings.words);
	clausary_map_finish(&cues->elisions.words);
	clausary_map_finish(&cues->edge.words);
	clausary_map_finish(&cues->not_short.words);
	clausary_map_finish(&cues->not_acronyms.words);
	clausary_map_finish(&cues->units.words);
	clausary_map_finish(&cues->counted.words);
	clausary_map_finish(&cues->plurals.words);
	clausary_map_finish(&cues->term_words.words);
	clausary_map_finish(&cues->abbreviations.words);
	clausary_map_finish(&cues->stopped.words);
	clausary_map_finish(&cues->numerals.words);
	clausary_map_finish(&cues->spoken.words);
	clausary_map_finish(&cues->code_words.words);
	clausary_map_finish(&cues->article_words.words);
	clausary_map_finish(&cues->entry_parts.words);
	clausary_map_finish(&cues->name_words.words);
	clausary_map_finish(&cues->bracket_first.words);
	clausary_map_finish(&cues->after_short.words);
	clausary_map_finish(&cues->before_short.words);
	clausary_array_finish(&cues->short_forms);
	clausary_array_finish(&cues->brackets);
	clausary_array_finish(&cues->naming);
	clausary_array_finish(&cues->definitions);
	clausary_array_finish(&cues->definition_ends);
	clausary_arena_finish(&cues->arena);
	free(cues);
}

/* Whether some word begins with a letter that is neither small nor a capital, of a script that puts
 * blanks between words. */
static bool
is_caseless(clausary_locale_entry words)
{
	for (size_t i = 0; i < words.count; i++) {
		size_t at = 0;
		UChar32 c = (UChar32)clausary_utf8_next(words.words[i], &at);
		if (c >= 0x80 && u_isalpha(c) && !u_islower(c) && !u_isupper(c)
		    && !clausary_utf8_is_unspaced((uint32_t)c))
			return true;
	}
	return false;
}

/* The number that the entry says, one digit; 1 where it says none. */
static size_t
syllables_of(clausary_locale_entry entry)
{
	return entry.count && entry.words[0].size && clausary_ascii_is_digit(entry.words[0].data[0])
	               ? (size_t)(entry.words[0].data[0] - '0')
		       : 1;
}

static void
compile(clausary_cues *cues, const clausary_locale *locale)
{
	add_words(cues, &cues->initials, clausary_locale_entry_of(locale, "StopWords", "initials"),
	          false, 1);
	add_words(cues, &cues->ordinal_endings,
	          clausary_locale_entry_of(locale, "OrdinalEndings", "words"), false, 1);
	add_words(cues, &cues->determiners,
	          clausary_locale_entry_of(locale, "StopWords", "determiners"), false, 1);
	add_words(cues, &cues->elisions, clausary_locale_entry_of(locale, "Elisions", "words"),
	          false, 1);
	add_words(cues, &cues->edge, clausary_locale_entry_of(locale, "StopWords", "edge"), false,
	          1);
	cues->syllables = syllables_of(clausary_locale_entry_of(locale, "Writing", "syllables"));
	cues->caseless = is_caseless(clausary_locale_entry_of(locale, "StopWords", "edge"));
	add_words(cues, &cues->not_short,
	          clausary_locale_entry_of(locale, "NotShortForms", "first"), false, 1);
	add_words(cues, &cues->units, clausary_locale_entry_of(locale, "NotAcronyms", "units"),
	          true, 1);
	add_words(cues, &cues->not_acronyms,
	          clausary_locale_entry_of(locale, "NotAcronyms", "words"), true, 1);
	add_words(cues, &cues->counted, clausary_locale_entry_of(locale, "Capitals", "counted"),
	          true, 1);
	cues->noun_capitals = clausary_locale_entry_of(locale, "Capitals", "nouns").count > 0;
	add_words(cues, &cues->term_words,
	          clausary_locale_entry_of(locale, "Sentences", "term-word"), false, 1);
	add_words(cues, &cues->plurals, clausary_locale_entry_of(locale, "Plurals", "acronym"),
	          true, 1);
	add_words(cues, &cues->abbreviations,
	          clausary_locale_entry_of(locale, "SentenceAbbreviations", "words"), false, 1);
	clausary_locale_entry stopped =
	        clausary_locale_entry_of(locale, "SentenceAbbreviations", "acronyms");
	add_words(cues, &cues->abbreviations, stopped, false, 1);
	add_words(cues, &cues->stopped, stopped, true, 1);
	clausary_locale_table numerals = clausary_locale_find(locale, "Numerals");
	for (size_t i = 0; i < numerals.count; i++)
		add_words(cues, &cues->numerals, numerals.entries[i], false,
		          (uint32_t)numerals.entries[i].key[0]);
	add_spoken(cues, clausary_locale_find(locale, "SpokenLetters"));
	cues->conjunctions = clausary_locale_entry_of(locale, "Clitics", "conjunction");
	cues->prepositions = clausary_locale_entry_of(locale, "Clitics", "preposition");
	cues->articles = clausary_locale_entry_of(locale, "Clitics", "article");
	cues->contractions = clausary_locale_entry_of(locale, "Clitics", "contraction");
	cues->attributes = clausary_locale_entry_of(locale, "Endings", "attribute");
	cues->inflections = clausary_locale_entry_of(locale, "Endings", "inflection");
	cues->citations = clausary_locale_entry_of(locale, "Endings", "citation");
	add_words(cues, &cues->code_words, clausary_locale_entry_of(locale, "CodeWords", "words"),
	          false, 1);
	cues->head_last = clausary_locale_entry_of(locale, "Compounds", "head").count > 0;
	cues->figures = clausary_locale_entry_of(locale, "Captions", "figure");
	cues->spellings = clausary_locale_entry_of(locale, "Spellings", "one");
	cues->other_spellings = clausary_locale_entry_of(locale, "Spellings", "other");
	cues->placeholders = clausary_locale_entry_of(locale, "Placeholders", "words");
	cues->requirements = clausary_locale_entry_of(locale, "Requirements", "words");
	add_words(cues, &cues->article_words, clausary_locale_entry_of(locale, "Articles", "words"),
	          false, 1);
	cues->numbers = clausary_locale_entry_of(locale, "Endings", "number");
	cues->fleeting = clausary_locale_entry_of(locale, "Endings", "fleeting");
	add_entry_parts(cues, locale);
	add_name_words(cues, locale);
	add_short_forms(cues, clausary_locale_entry_of(locale, "Cues", "short-form"));
	add_brackets(cues, clausary_locale_entry_of(locale, "Cues", "bracket"), true);
	add_brackets(cues, clausary_locale_entry_of(locale, "Cues", "aside"), false);
	add_definitions(cues, clausary_locale_entry_of(locale, "Cues", "definition"));
}

const clausary_cues *
clausary_cues_of(clausary_locale *locale)
{
	if (locale->cues.value == NULL) {
		clausary_cues *cues = clausary_memory_zeros(1, sizeof *cues);
		compile(cues, locale);
		locale->cues.value = cues;
		locale->cues.free = free_cues;
	}
	return locale->cues.value;
}

/* Whether a letter beyond ASCII that a word begins with may be the first of one of the set. */
static bool
may_begin(const clausary_word_set *set, clausary_slice word)
{
	enum { FIRST_PRESENTATION_FORM = 0xfb50 /* which may stand for several letters */ };
	size_t at = 0;
	uint32_t first = clausary_fold_next(word, &at, CLAUSARY_FOLD_CASE);
	return first <= ' ' || first >= FIRST_PRESENTATION_FORM || set->first >> (first & 31) & 1;
}

/* Whether the word may be in the set by its length and first letter: most are not. */
static bool
may_hold(const clausary_word_set *set, clausary_slice word)
{
	unsigned char first = (unsigned char)word.data[0];
	return word.size <= set->longest
	       && (first < 0x80 ? set->first >> (first & 31) & 1 : may_begin(set, word));
}

static uint32_t
fold_and_get(const clausary_word_set *set, clausary_slice word)
{
	clausary_buffer key = {0};
	clausary_fold(&key, word, CLAUSARY_FOLD_CASE);
	uint32_t found = clausary_map_get(&set->words, clausary_buffer_slice(&key));
	clausary_buffer_finish(&key);
	return found;
}

uint32_t
clausary_cues_value(const clausary_word_set *set, clausary_slice word)
{
	char small[64];
	if (word.size == 0 || word.size > sizeof small || !may_hold(set, word))
		return CLAUSARY_NONE;
	for (size_t i = 0; i < word.size; i++) {
		if ((unsigned char)word.data[i] >= 0x80)
			return fold_and_get(set, word);
		small[i] = clausary_ascii_lower(word.data[i]);
	}
	return clausary_map_get(&set->words, (clausary_slice){small, word.size});
}

bool
clausary_cues_has(const clausary_word_set *set, clausary_slice word)
{
	return clausary_cues_value(set, word) != CLAUSARY_NONE;
}
