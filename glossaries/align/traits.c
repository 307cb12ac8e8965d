/* Traits: what of a unit's text can be found again in another language. */
#include "align/unit.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "language/tokens.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum {
	LETTERS = 27, /* a to z, and the edge of a word */
	RUNS = LETTERS * LETTERS * LETTERS,
	LONGEST_WORD = 64,
	MOST_TRAITS = 4096 /* of one unit and family: what comes after them adds little */
};

typedef struct reading {
	clausary_units *units;
	const clausary_document *document;
	clausary_map *anchors;
	clausary_arena *arena; /* of the anchors */
	clausary_tokens tokens;
	clausary_buffer word;
	CLAUSARY_ARRAY(uint32_t) found[CLAUSARY_FAMILIES]; /* of this unit */
	CLAUSARY_ARRAY(uint32_t) runs; /* of letters: those of all words, each word's together */
	CLAUSARY_ARRAY(uint32_t) run_start; /* by word, and the end */
	UTransliterator *latin;
	bool latin_text; /* the version is written in Latin letters */
} reading;

static void
add(reading *all, clausary_family family, uint32_t trait)
{
	if (all->found[family].count < MOST_TRAITS)
		clausary_array_push(&all->found[family], trait);
}

static uint32_t
number_of(clausary_map *map, clausary_arena *arena, clausary_slice key)
{
	uint32_t number = clausary_map_get(map, key);
	if (number == CLAUSARY_NONE) {
		number = map->count;
		clausary_map_put(map, clausary_arena_copy(arena, key), number);
	}
	return number;
}

/* Digits of every script as ASCII, letters as they are: "٥٤" and "54" are one anchor. */
static void
add_anchor(reading *all, clausary_slice text)
{
	clausary_buffer *to = &all->word;
	to->size = 0;
	for (size_t at = 0; at < text.size;) {
		uint32_t c = clausary_utf8_next(text, &at);
		int digit = u_charDigitValue((UChar32)c);
		if (digit >= 0)
			clausary_buffer_add_byte(to, (char)('0' + digit));
		else
			clausary_utf8_add(to, c);
	}
	add(all, CLAUSARY_FAMILY_ANCHORS,
	    number_of(all->anchors, all->arena, clausary_buffer_slice(to)));
}

/* The letter of a run, 1 to 26, or 0: those that languages exchange are one. */
static uint32_t
letter_of(UChar c)
{
	static const char same[] = "abkdefghiiklmnopkrstuvvxis"; /* c k q; i j y; v w; s z */
	c |= 0x20;
	return c >= 'a' && c <= 'z' ? (uint32_t)(same[c - 'a'] - 'a') + 1 : 0;
}

/* Runs of three letters of a word, its edges included, once it is Latin. */
static void
add_runs(reading *all, clausary_slice word)
{
	UChar text[4 * LONGEST_WORD];
	UErrorCode status = U_ZERO_ERROR;
	int32_t size = 0, limit;
	u_strFromUTF8(text, LONGEST_WORD, &size, word.data, (int32_t)word.size, &status);
	limit = size;
	bool ascii = size == (int32_t)word.size;
	if (U_SUCCESS(status) && all->latin && !ascii)
		utrans_transUChars(all->latin, text, &size, 4 * LONGEST_WORD, 0, &limit, &status);
	if (U_FAILURE(status))
		return;
	uint32_t run = 0, letters = 0, before = 0;
	for (int32_t i = 0; i <= size; i++) {
		uint32_t letter = i < size ? letter_of(text[i]) : 0;
		if (i < size && (letter == 0 || letter == before)) /* doubled letters are one */
			continue;
		before = letter;
		run = (run * LETTERS + letter) % RUNS;
		if (++letters >= 2)
			clausary_array_push(&all->runs, run);
	}
}

static bool
has_common_letters(clausary_slice word)
{
	size_t at = 0;
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript((UChar32)clausary_utf8_next(word, &at), &status);
	return script == USCRIPT_LATIN || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
}

static void
add_word(reading *all, clausary_slice text)
{
	enum { SHORTEST = 4 }; /* letters of a word whose origin can be seen */
	clausary_buffer *to = &all->word;
	uint32_t known = all->units->words.count;
	to->size = 0;
	clausary_fold(to, text, CLAUSARY_FOLD_CASE);
	clausary_slice word = clausary_buffer_slice(to);
	if (word.size == 0 || word.size > LONGEST_WORD)
		return;
	uint32_t number = number_of(&all->units->words, &all->units->arena, word);
	add(all, CLAUSARY_FAMILY_WORDS, number);
	if (number == known) {
		clausary_array_push(&all->run_start, (uint32_t)all->runs.count);
		if (clausary_utf8_count(word) >= SHORTEST && has_common_letters(word))
			add_runs(all, word);
	}
	uint32_t end = number + 1 < all->run_start.count ? all->run_start.items[number + 1]
	                                                 : (uint32_t)all->runs.count;
	for (uint32_t i = all->run_start.items[number]; i < end; i++)
		add(all, CLAUSARY_FAMILY_LETTERS, all->runs.items[i]);
}

/* Whether a word is written alike in every language: two capitals, or Latin in another script. */
static bool
is_name(const reading *all, clausary_slice word)
{
	uint32_t capitals = 0, letters = 0;
	for (size_t i = 0; i < word.size; i++) {
		capitals += clausary_ascii_is_upper(word.data[i]);
		letters += clausary_ascii_is_letter(word.data[i]);
	}
	return letters == word.size && letters > 1 && (capitals > 1 || !all->latin_text);
}

/* A number and what is joined to it: "54/169", "A/55/602", "3.2.1". */
static size_t
joined_end(const reading *all, size_t first)
{
	enum { MOST = 16 };
	size_t end = first + 1;
	while (end < all->tokens.count && end < first + MOST
	       && all->tokens.items[end].traits & CLAUSARY_TOKEN_JOINED) {
		clausary_slice text = clausary_token_text(all->document, all->tokens.items[end]);
		bool mark = all->tokens.items[end].kind == CLAUSARY_TOKEN_MARK;
		if (mark && !(text.size == 1 && strchr("/.-:@_", text.data[0])))
			break;
		end++;
	}
	while (end > first + 1 && all->tokens.items[end - 1].kind == CLAUSARY_TOKEN_MARK)
		end--;
	return end;
}

static void
read_token(reading *all, size_t index)
{
	clausary_token token = all->tokens.items[index];
	clausary_slice text = clausary_token_text(all->document, token);
	if (token.kind == CLAUSARY_TOKEN_MARK)
		return;
	if (token.traits & CLAUSARY_TOKEN_DIGIT || is_name(all, text))
		add_anchor(all, text);
	if (token.kind == CLAUSARY_TOKEN_WORD)
		add_word(all, text);
	size_t end = joined_end(all, index);
	if (end > index + 1 && !(token.traits & CLAUSARY_TOKEN_JOINED && index)) {
		clausary_token last = all->tokens.items[end - 1];
		clausary_slice whole = {text.data, clausary_token_end(last) - token.start};
		bool digit = false;
		for (size_t i = 0; i < whole.size; i++)
			digit |= clausary_ascii_is_digit(whole.data[i]) || whole.data[i] == '@';
		if (digit && whole.size <= LONGEST_WORD)
			add_anchor(all, whole);
	}
}

static int
compare_numbers(const void *a, const void *b)
{
	uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
	return (left > right) - (left < right);
}

/* Keep what was found in a unit, rising and each once. */
static void
keep(reading *all)
{
	for (int family = 0; family < CLAUSARY_FAMILIES; family++) {
		clausary_traits *to = &all->units->traits[family];
		uint32_t *found = all->found[family].items;
		size_t count = all->found[family].count;
		clausary_array_push(&to->start, (uint32_t)to->items.count);
		if (count)
			qsort(found, count, sizeof *found, compare_numbers);
		for (size_t i = 0; i < count; i++)
			if (i == 0 || found[i] != found[i - 1])
				clausary_array_push(&to->items, found[i]);
		all->found[family].count = 0;
	}
}

static void
read_unit(reading *all, const clausary_unit *unit)
{
	for (uint32_t i = unit->first; i < unit->first + unit->known_by; i++) {
		const clausary_clause *clause = &all->document->clauses.items[i];
		clausary_span span = clause->span;
		if (clause->mark.end > span.start && clause->mark.end <= span.end)
			span.start = clause->mark.end;
		all->tokens.count = 0;
		clausary_tokens_read(&all->tokens, all->document, span);
		for (size_t j = 0; j < all->tokens.count; j++)
			read_token(all, j);
	}
	keep(all);
}

/* Whether most letters at the start of the text are Latin. */
static bool
is_latin(const clausary_document *document)
{
	enum { LOOKED_AT = 20000 };
	clausary_slice text = clausary_document_text(document);
	size_t latin = 0, other = 0;
	for (size_t at = 0; at < text.size && at < LOOKED_AT;) {
		uint32_t c = clausary_utf8_next(text, &at);
		UErrorCode status = U_ZERO_ERROR;
		if (!u_isalpha((UChar32)c))
			continue;
		if (uscript_getScript((UChar32)c, &status) == USCRIPT_LATIN)
			latin++;
		else
			other++;
	}
	return latin >= other;
}

void
clausary_units_read_traits(clausary_units *units, const clausary_document *document,
                           clausary_map *anchors, clausary_arena *arena)
{
	static const UChar rules[] = u"Any-Latin; Latin-ASCII";
	UErrorCode status = U_ZERO_ERROR;
	reading all = {.units = units,
	               .document = document,
	               .anchors = anchors,
	               .arena = arena,
	               .latin_text = is_latin(document)};
	all.latin = utrans_openU(rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
	for (size_t i = 0; i < units->items.count; i++)
		read_unit(&all, &units->items.items[i]);
	keep(&all); /* the end of the last unit */
	if (all.latin)
		utrans_close(all.latin);
	for (int family = 0; family < CLAUSARY_FAMILIES; family++)
		clausary_array_finish(&all.found[family]);
	clausary_array_finish(&all.runs);
	clausary_array_finish(&all.run_start);
	clausary_array_finish(&all.tokens);
	clausary_buffer_finish(&all.word);
}

/* A trait that most units have says nothing. */
static float
weight_of(size_t units, uint32_t with)
{
	float weight = with ? logf((float)(units + 1) / ((float)with + 0.5f)) : 0;
	return weight > 0.5f ? weight : 0;
}

static void
index_family(clausary_traits *traits, size_t units, uint32_t count)
{
	uint32_t *at;
	traits->count = count;
	traits->place_start = clausary_memory_zeros(count + 1, sizeof *traits->place_start);
	traits->places = clausary_memory_zeros(traits->items.count + 1, sizeof *traits->places);
	traits->weight = clausary_memory_zeros(count + 1, sizeof *traits->weight);
	traits->norm = clausary_memory_zeros(units + 1, sizeof *traits->norm);
	for (size_t i = 0; i < traits->items.count; i++)
		traits->place_start[traits->items.items[i] + 1]++;
	for (uint32_t t = 0; t < count; t++) {
		traits->weight[t] = weight_of(units, traits->place_start[t + 1]);
		traits->place_start[t + 1] += traits->place_start[t];
	}
	at = clausary_memory_zeros(count + 1, sizeof *at);
	for (uint32_t unit = 0; unit < units; unit++) {
		float sum = 0;
		for (uint32_t i = traits->start.items[unit]; i < traits->start.items[unit + 1];
		     i++) {
			uint32_t trait = traits->items.items[i];
			traits->places[traits->place_start[trait] + at[trait]++] = unit;
			sum += traits->weight[trait] * traits->weight[trait];
		}
		traits->norm[unit] = sqrtf(sum);
	}
	free(at);
}

void
clausary_units_index(clausary_units *units, uint32_t anchor_count)
{
	uint32_t counts[CLAUSARY_FAMILIES] = {anchor_count, RUNS, units->words.count};
	for (int family = 0; family < CLAUSARY_FAMILIES; family++)
		index_family(&units->traits[family], units->items.count, counts[family]);
}
