/* Phrases of a locale, found at the start of a text: by the folded first word, then the longest
 * that fits. */
#include "document/vocabulary.h"

#include "base/array.h"
#include "base/fold.h"
#include "base/map.h"
#include "base/utf8.h"
#include "document/first_words.h"
#include "document/label.h"
#include "document/pattern.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uchar.h>

typedef struct phrase {
	clausary_slice words; /* folded */
	const char *role;
	uint32_t next; /* another phrase with the same first word, or CLAUSARY_NONE */
} phrase;

typedef struct phrase_set {
	CLAUSARY_ARRAY(phrase) phrases;
	clausary_first_words first; /* word -> the last phrase with it */
} phrase_set;

typedef struct intro {
	clausary_slice pattern; /* folded */
	const char *role;
} intro;

enum { FOLDING = CLAUSARY_PATTERN_FOLDING };

struct clausary_vocabulary {
	clausary_arena arena;
	clausary_locale *locale;
	phrase_set preambular, operative, adverbs, structure, documents, ordinals, links, letters;
	phrase_set counted;                 /* structure words that stand after their number */
	clausary_locale_entry conjunctions; /* that are joined to the word after them */
	clausary_map sections;              /* folded title -> index of roles */
	CLAUSARY_ARRAY(const char *) section_roles;
	CLAUSARY_ARRAY(intro) intros;
	clausary_first_words openers; /* of the sets and titles above -> what they open: most texts
	                                 begin with none */
	clausary_map combined;        /* "recalling-further": roles made at run time */
	CLAUSARY_ARRAY(const char *) combined_roles;
	clausary_buffer scratch;
};

static bool
is_letter_byte(char c)
{
	return clausary_ascii_is_letter(c) || clausary_ascii_is_digit(c);
}

static clausary_slice
folded_copy(clausary_vocabulary *vocabulary, clausary_slice text)
{
	vocabulary->scratch.size = 0;
	clausary_fold(&vocabulary->scratch, text, FOLDING);
	return clausary_arena_copy(&vocabulary->arena, clausary_buffer_slice(&vocabulary->scratch));
}

static void
add_opener(clausary_vocabulary *vocabulary, clausary_slice first, unsigned kind)
{
	uint32_t before = clausary_map_get(&vocabulary->openers.words, first);
	clausary_first_words_add(&vocabulary->openers, first,
	                         before == CLAUSARY_NONE ? kind : before | kind);
}

static void
add_phrase(clausary_vocabulary *vocabulary, phrase_set *set, clausary_slice words, const char *role,
           unsigned kind)
{
	phrase added = {.words = folded_copy(vocabulary, words), .role = role};
	clausary_slice first = clausary_first_letters(added.words);
	added.next = clausary_map_get(&set->first.words, first);
	clausary_first_words_add(&set->first, first, (uint32_t)set->phrases.count);
	if (kind)
		add_opener(vocabulary, first, kind);
	clausary_array_push(&set->phrases, added);
}

/* `kind`: what a text that begins with one of the words may be (CLAUSARY_OPENS_…), or 0. */
static void
add_table(clausary_vocabulary *vocabulary, phrase_set *set, const char *name, unsigned kind)
{
	clausary_locale_table table = clausary_locale_find(vocabulary->locale, name);
	for (size_t i = 0; i < table.count; i++)
		for (size_t j = 0; j < table.entries[i].count; j++)
			add_phrase(vocabulary, set, table.entries[i].words[j], table.entries[i].key,
			           kind);
}

/* Words that open a part, before their number or after it: "{number} artikla". */
static void
add_structure(clausary_vocabulary *vocabulary)
{
	static const clausary_slice HOLE = {"{number} ", 9};
	clausary_locale_table table = clausary_locale_find(vocabulary->locale, "Structure");
	for (size_t i = 0; i < table.count; i++)
		for (size_t j = 0; j < table.entries[i].count; j++) {
			clausary_slice words = table.entries[i].words[j];
			size_t hole = clausary_slice_starts(words, HOLE) ? HOLE.size : 0;
			add_phrase(vocabulary, hole ? &vocabulary->counted : &vocabulary->structure,
			           clausary_slice_part(words, hole, words.size),
			           table.entries[i].key, CLAUSARY_OPENS_STRUCTURE);
		}
	add_table(vocabulary, &vocabulary->ordinals, "Ordinals",
	          vocabulary->counted.phrases.count ? CLAUSARY_OPENS_STRUCTURE : 0);
}

static void
add_sections(clausary_vocabulary *vocabulary)
{
	clausary_locale_table table = clausary_locale_find(vocabulary->locale, "Sections");
	for (size_t i = 0; i < table.count; i++) {
		clausary_array_push(&vocabulary->section_roles, table.entries[i].key);
		for (size_t j = 0; j < table.entries[i].count; j++) {
			clausary_slice title = folded_copy(vocabulary, table.entries[i].words[j]);
			clausary_map_put(&vocabulary->sections, title, (uint32_t)i);
			add_opener(vocabulary, clausary_first_letters(title),
			           CLAUSARY_OPENS_SECTION);
		}
	}
}

static void
add_intros(clausary_vocabulary *vocabulary)
{
	clausary_locale_table table = clausary_locale_find(vocabulary->locale, "Intros");
	for (size_t i = 0; i < table.count; i++)
		for (size_t j = 0; j < table.entries[i].count; j++) {
			clausary_slice pattern = folded_copy(vocabulary, table.entries[i].words[j]);
			if (!clausary_slice_starts(pattern, CLAUSARY_PATTERN_HOLE))
				add_opener(vocabulary, clausary_first_letters(pattern),
				           CLAUSARY_OPENS_INTRO);
			clausary_array_push(&vocabulary->intros,
			                    ((intro){pattern, table.entries[i].key}));
		}
}

static void
finish_set(phrase_set *set)
{
	clausary_array_finish(&set->phrases);
	clausary_map_finish(&set->first.words);
}

static void
free_vocabulary(void *value)
{
	clausary_vocabulary *vocabulary = value;
	finish_set(&vocabulary->preambular);
	finish_set(&vocabulary->operative);
	finish_set(&vocabulary->adverbs);
	finish_set(&vocabulary->structure);
	finish_set(&vocabulary->documents);
	finish_set(&vocabulary->ordinals);
	finish_set(&vocabulary->links);
	finish_set(&vocabulary->letters);
	finish_set(&vocabulary->counted);
	clausary_map_finish(&vocabulary->sections);
	clausary_map_finish(&vocabulary->openers.words);
	clausary_array_finish(&vocabulary->section_roles);
	clausary_array_finish(&vocabulary->intros);
	clausary_map_finish(&vocabulary->combined);
	clausary_array_finish(&vocabulary->combined_roles);
	clausary_buffer_finish(&vocabulary->scratch);
	clausary_arena_finish(&vocabulary->arena);
	free(vocabulary);
}

clausary_vocabulary *
clausary_vocabulary_of(clausary_locale *locale)
{
	if (locale->vocabulary.value)
		return locale->vocabulary.value;
	clausary_vocabulary *vocabulary = clausary_memory_zeros(1, sizeof *vocabulary);
	vocabulary->locale = locale;
	vocabulary->conjunctions = clausary_locale_entry_of(locale, "Clitics", "conjunction");
	add_table(vocabulary, &vocabulary->preambular, "Preambular", CLAUSARY_OPENS_KEYWORD);
	add_table(vocabulary, &vocabulary->operative, "Operative", CLAUSARY_OPENS_KEYWORD);
	add_table(vocabulary, &vocabulary->adverbs, "KeywordAdverbs", CLAUSARY_OPENS_KEYWORD);
	add_structure(vocabulary);
	add_table(vocabulary, &vocabulary->documents, "Documents", CLAUSARY_OPENS_DOCUMENT);
	add_table(vocabulary, &vocabulary->links, "ClauseLinks", 0);
	add_table(vocabulary, &vocabulary->letters, "Letters", 0);
	add_sections(vocabulary);
	add_intros(vocabulary);
	locale->vocabulary.value = vocabulary;
	locale->vocabulary.free = free_vocabulary;
	return vocabulary;
}

/* The folded letters at the start of `text`: what the first word of a phrase is looked up by. */
static clausary_slice
folded_first(clausary_slice text, char *word, size_t room)
{
	size_t size = 0;
	while (size < text.size && size < room
	       && ((unsigned char)text.data[size] >= 0x80 || is_letter_byte(text.data[size]))) {
		if ((unsigned char)text.data[size] >= 0x80)
			return (clausary_slice){word, 0};
		word[size] = clausary_ascii_lower(text.data[size]);
		size++;
	}
	return (clausary_slice){word, size};
}

/* What `text` is looked up by: its first letters, folded. Owner: `word` or the scratch buffer. */
static clausary_slice
opening_word(clausary_vocabulary *vocabulary, clausary_slice text, char *word, size_t room)
{
	clausary_slice first = folded_first(text, word, room);
	if (first.size)
		return first;
	first = clausary_first_letters(text);
	if (first.size > room)
		first.size = 0;
	vocabulary->scratch.size = 0;
	clausary_fold(&vocabulary->scratch, first, FOLDING);
	return clausary_buffer_slice(&vocabulary->scratch);
}

static uint32_t
first_phrase(clausary_vocabulary *vocabulary, const phrase_set *set, clausary_slice text)
{
	char word[64];
	if (!clausary_first_words_may(&set->first, text))
		return CLAUSARY_NONE;
	return clausary_map_get(&set->first.words,
	                        opening_word(vocabulary, text, word, sizeof word));
}

/* The bytes of the conjunction that is joined to the first word of `text`, or 0. */
static size_t
joined_conjunction(const clausary_vocabulary *vocabulary, clausary_slice text)
{
	for (size_t i = 0; i < vocabulary->conjunctions.count; i++)
		if (clausary_slice_starts(text, vocabulary->conjunctions.words[i]))
			return vocabulary->conjunctions.words[i].size;
	return 0;
}

static unsigned
opens(clausary_vocabulary *vocabulary, clausary_slice text)
{
	char word[64];
	if (!clausary_first_words_may(&vocabulary->openers, text))
		return 0;
	uint32_t kinds = clausary_map_get(&vocabulary->openers.words,
	                                  opening_word(vocabulary, text, word, sizeof word));
	return kinds == CLAUSARY_NONE ? 0 : kinds;
}

unsigned
clausary_vocabulary_opens(clausary_vocabulary *vocabulary, clausary_slice text)
{
	size_t joined = joined_conjunction(vocabulary, text);
	unsigned kinds = opens(vocabulary, text);
	if (joined)
		kinds |= opens(vocabulary, clausary_slice_part(text, joined, text.size));
	return kinds;
}

static clausary_word_hit
find(clausary_vocabulary *vocabulary, const phrase_set *set, clausary_slice text)
{
	clausary_word_hit best = {0};
	uint32_t at = first_phrase(vocabulary, set, text);
	for (; at != CLAUSARY_NONE; at = set->phrases.items[at].next) {
		const phrase *tried = &set->phrases.items[at];
		clausary_slice number;
		size_t size = clausary_pattern_match(tried->words, text, &number);
		if (size > best.size)
			best = (clausary_word_hit){
			        .role = tried->role, .size = size, .number = number};
	}
	return best;
}

/* The one string for a role and an adverb, "recalling" and "further" -> "recalling-further". */
static const char *
combine(clausary_vocabulary *vocabulary, const char *role, const char *adverb)
{
	char both[128];
	snprintf(both, sizeof both, "%s-%s", role, adverb);
	uint32_t index = clausary_map_get(&vocabulary->combined, clausary_slice_of(both));
	if (index == CLAUSARY_NONE) {
		clausary_slice copy =
		        clausary_arena_copy(&vocabulary->arena, clausary_slice_of(both));
		index = (uint32_t)vocabulary->combined_roles.count;
		clausary_array_push(&vocabulary->combined_roles, copy.data);
		clausary_map_put(&vocabulary->combined, copy, index);
	}
	return vocabulary->combined_roles.items[index];
}

/* The longer of both; words of both classes give reasons, unless their place says that they decide.
 */
static clausary_word_hit
find_keyword(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_word_hit reason = find(vocabulary, &vocabulary->preambular, text);
	clausary_word_hit decision = find(vocabulary, &vocabulary->operative, text);
	decision.operative = true;
	if (reason.size && reason.size == decision.size)
		reason.as_decision = decision.role;
	return decision.size > reason.size ? decision : reason;
}

static void
add_adverb(clausary_vocabulary *vocabulary, clausary_word_hit *hit, const char *adverb)
{
	hit->role = combine(vocabulary, hit->role, adverb);
	if (hit->as_decision)
		hit->as_decision = combine(vocabulary, hit->as_decision, adverb);
}

/* "Prenant également note de": an adverb after the first word of a clause word of several. */
static clausary_word_hit
find_around_adverb(clausary_vocabulary *vocabulary, clausary_slice text)
{
	enum { LONGEST_KEYWORD = 120 };
	char joined[LONGEST_KEYWORD];
	clausary_word_hit none = {0};
	size_t first = clausary_first_letters(text).size,
	       start = clausary_slice_skip_blanks(text, first);
	clausary_word_hit adverb =
	        find(vocabulary, &vocabulary->adverbs, clausary_slice_part(text, start, text.size));
	size_t after = start + adverb.size;
	if (adverb.role == NULL || first == 0 || first >= LONGEST_KEYWORD)
		return none;
	clausary_slice rest = clausary_slice_part(text, after, text.size);
	if (rest.size > LONGEST_KEYWORD - first)
		rest.size = clausary_utf8_start(rest, LONGEST_KEYWORD - first);
	memcpy(joined, text.data, first);
	memcpy(joined + first, rest.data, rest.size);
	clausary_word_hit hit =
	        find_keyword(vocabulary, (clausary_slice){joined, first + rest.size});
	if (hit.size <= first)
		return none;
	add_adverb(vocabulary, &hit, adverb.role);
	hit.size += after - first;
	return hit;
}

static clausary_word_hit
keyword_at(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_word_hit whole = find_keyword(vocabulary, text);
	clausary_word_hit before = find(vocabulary, &vocabulary->adverbs, text);
	size_t start = before.role ? clausary_slice_skip_blanks(text, before.size) : 0;
	clausary_slice rest = clausary_slice_part(text, start, text.size);
	clausary_word_hit hit = find_around_adverb(vocabulary, rest);
	bool parted = hit.role != NULL;
	if (!parted)
		hit = before.role ? find_keyword(vocabulary, rest) : whole;
	if (hit.role == NULL)
		return whole;
	hit.size += start;
	if (before.role)
		add_adverb(vocabulary, &hit, before.role);
	if (parted)
		return hit;
	size_t next = clausary_slice_skip_blanks(text, hit.size);
	clausary_word_hit after = {0};
	if (next > hit.size) /* a letter that follows at once goes on with the sentence */
		after = find(vocabulary, &vocabulary->adverbs,
		             clausary_slice_part(text, next, text.size));
	if (after.role) {
		add_adverb(vocabulary, &hit, after.role);
		hit.size = next + after.size;
	}
	return hit;
}

bool
clausary_vocabulary_links(clausary_vocabulary *vocabulary, clausary_slice text)
{
	return find(vocabulary, &vocabulary->links, text).size > 0;
}

clausary_word_hit
clausary_vocabulary_keyword(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_word_hit hit = keyword_at(vocabulary, text);
	size_t joined = joined_conjunction(vocabulary, text);
	if (hit.role || joined == 0)
		return hit;
	hit = keyword_at(vocabulary, clausary_slice_part(text, joined, text.size));
	hit.size += hit.role ? joined : 0;
	return hit;
}

/* A number or a word for one, and a structure word after it: "1. cikk", "birinci bölüm". */
static clausary_word_hit
find_counted(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_word_hit number = find(vocabulary, &vocabulary->ordinals, text), hit = {0};
	size_t end = number.size;
	while (number.role == NULL && end < text.size && is_letter_byte(text.data[end]))
		end++;
	clausary_slice printed =
	        number.role ? clausary_slice_of(number.role) : clausary_slice_part(text, 0, end);
	if (end == 0
	    || !(clausary_ascii_is_digit(printed.data[0]) || clausary_roman_value(printed)))
		return hit;
	end += end < text.size && text.data[end] == '.';
	size_t start = clausary_slice_skip_blanks(text, end);
	if (start > end)
		hit = find(vocabulary, &vocabulary->counted,
		           clausary_slice_part(text, start, text.size));
	if (hit.role) {
		hit.size += start;
		hit.number = printed;
	}
	return hit;
}

clausary_word_hit
clausary_vocabulary_structure(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_word_hit hit = find(vocabulary, &vocabulary->structure, text);
	return hit.role || vocabulary->counted.phrases.count == 0 ? hit
	                                                          : find_counted(vocabulary, text);
}

clausary_word_hit
clausary_vocabulary_ordinal(clausary_vocabulary *vocabulary, clausary_slice text)
{
	return find(vocabulary, &vocabulary->ordinals, text);
}

size_t
clausary_vocabulary_ordinal_ending(clausary_vocabulary *vocabulary, clausary_slice text)
{
	clausary_locale_entry endings =
	        clausary_locale_entry_of(vocabulary->locale, "OrdinalEndings", "words");
	size_t longest = 0;
	for (size_t i = 0; i < endings.count; i++)
		if (endings.words[i].size > longest && clausary_slice_starts(text, endings.words[i])
		    && clausary_letter_size(text, endings.words[i].size) == 0)
			longest = endings.words[i].size;
	return longest;
}

clausary_word_hit
clausary_vocabulary_letter(clausary_vocabulary *vocabulary, clausary_slice text)
{
	return find(vocabulary, &vocabulary->letters, text);
}

clausary_word_hit
clausary_vocabulary_document(clausary_vocabulary *vocabulary, clausary_slice text)
{
	return find(vocabulary, &vocabulary->documents, text);
}

const char *
clausary_vocabulary_section(clausary_vocabulary *vocabulary, clausary_slice text)
{
	enum { LONGEST_TITLE = 120 };
	text = clausary_slice_trim(text);
	char mark;
	while ((mark = clausary_fold_end(text)) == ':' || mark == '.')
		clausary_utf8_previous(text, &text.size);
	if (text.size == 0 || text.size > LONGEST_TITLE)
		return NULL;
	vocabulary->scratch.size = 0;
	clausary_fold(&vocabulary->scratch, text, FOLDING);
	uint32_t found = clausary_map_get(&vocabulary->sections,
	                                  clausary_buffer_slice(&vocabulary->scratch));
	return found == CLAUSARY_NONE ? NULL : vocabulary->section_roles.items[found];
}

const char *
clausary_vocabulary_intro(clausary_vocabulary *vocabulary, clausary_slice text)
{
	enum { LONGEST_INTRO = 300 };
	if (text.size > LONGEST_INTRO)
		return NULL;
	vocabulary->scratch.size = 0;
	clausary_fold(&vocabulary->scratch, text, FOLDING);
	clausary_slice folded = clausary_buffer_slice(&vocabulary->scratch);
	for (size_t i = 0; i < vocabulary->intros.count; i++)
		if (clausary_pattern_begins(vocabulary->intros.items[i].pattern, folded))
			return vocabulary->intros.items[i].role;
	return NULL;
}

clausary_slice
clausary_vocabulary_printed(clausary_vocabulary *vocabulary, const char *part)
{
	clausary_locale_entry entry = clausary_locale_entry_of(vocabulary->locale, "Labels", part);
	return entry.count ? entry.words[0] : CLAUSARY_SLICE("");
}
