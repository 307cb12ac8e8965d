/* Stems by the tables of the locale: clitics in front, endings behind. */
#include "mining/stem.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "mining/clitic.h"

enum { SHORTEST_STEM = 3 /* letters */ };

/* The bytes of the longest ending of a list that leaves a stem, or 0. */
static size_t
ending(clausary_locale_entry list, clausary_slice word)
{
	size_t longest = 0;
	for (size_t i = 0; i < list.count; i++) {
		size_t size = list.words[i].size;
		if (size > longest && clausary_slice_ends(word, list.words[i])
		    && clausary_utf8_count(clausary_slice_part(word, 0, word.size - size))
		               >= SHORTEST_STEM)
			longest = size;
	}
	return longest;
}

clausary_slice
clausary_stem_of(const clausary_cues *cues, clausary_slice word)
{
	if (cues->articles.count)
		word = clausary_clitic_stem(cues, word);
	word.size -= ending(cues->inflections, word);
	return word;
}

clausary_slice
clausary_stem_bare(const clausary_cues *cues, clausary_slice word)
{
	word = clausary_stem_of(cues, word);
	for (size_t size; (size = ending(cues->numbers, word)) > 0;)
		word.size -= size;
	return word;
}

static bool
is_one_of(clausary_locale_entry list, clausary_slice letter)
{
	for (size_t i = 0; i < list.count; i++)
		if (clausary_slice_equal(list.words[i], letter))
			return true;
	return false;
}

uint64_t
clausary_stem_hash(const clausary_cues *cues, clausary_slice word)
{
	clausary_slice stem = clausary_stem_bare(cues, word);
	size_t ends[4] = {stem.size}; /* of the last letters, from the end */
	for (int i = 1; cues->fleeting.count && i < 4; i++) {
		ends[i] = ends[i - 1];
		if (ends[i])
			clausary_utf8_previous(stem, &ends[i]);
	}
	/* consonant, vowel, consonant, and something before them */
	clausary_slice last = clausary_slice_part(stem, ends[1], ends[0]);
	if (cues->fleeting.count == 0 || ends[3] == 0
	    || !is_one_of(cues->fleeting, clausary_slice_part(stem, ends[2], ends[1]))
	    || is_one_of(cues->fleeting, clausary_slice_part(stem, ends[3], ends[2]))
	    || is_one_of(cues->fleeting, last))
		return clausary_slice_hash(stem);
	clausary_buffer without = {0};
	clausary_buffer_add(&without, clausary_slice_part(stem, 0, ends[2]));
	clausary_buffer_add(&without, last);
	uint64_t hash = clausary_slice_hash(clausary_buffer_slice(&without));
	clausary_buffer_finish(&without);
	return hash;
}

void
clausary_stem_phrase(const clausary_cues *cues, clausary_slice phrase, clausary_buffer *to)
{
	clausary_buffer folded = {0};
	clausary_fold(&folded, phrase, CLAUSARY_FOLD_CASE);
	clausary_slice rest = clausary_buffer_slice(&folded);
	while (rest.size) {
		size_t blank = clausary_slice_find(rest, CLAUSARY_SLICE(" "));
		size_t end = blank == SIZE_MAX ? rest.size : blank;
		clausary_buffer_add(to, clausary_stem_of(cues, clausary_slice_part(rest, 0, end)));
		if (blank == SIZE_MAX)
			break;
		clausary_buffer_add_byte(to, ' ');
		rest = clausary_slice_part(rest, end + 1, rest.size);
	}
	clausary_buffer_finish(&folded);
}

static uint32_t
add_letter(uint32_t number, uint32_t letter)
{
	return number * 0x9e3779b1u + letter;
}

static uint32_t
finish_number(uint32_t number)
{
	return number * 0x85ebca6bu;
}

/* The letter at `bytes`, folded, if it is a plain one of Russian or Arabic, as most are; else 0. */
static inline uint32_t
plain_letter(const char *bytes)
{
	uint32_t c = (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu);
	if ((bytes[0] & 0xe0) != 0xc0 || !clausary_fold_is_plain(c))
		return 0;
	return c < 0x430 ? c + 0x20 : c;
}

/* The letter before byte `*at`, folded, and `*at` before it; 0 for a vowel mark. */
static inline uint32_t
letter_before(clausary_slice word, size_t *at)
{
	uint32_t c = *at >= 2 ? plain_letter(word.data + *at - 2) : 0;
	if (c != 0) {
		*at -= 2;
		return c;
	}
	clausary_utf8_previous(word, at);
	return clausary_fold_next(word, &(size_t){*at}, CLAUSARY_FOLD_CASE);
}

/* The number of a word by its last two letters. */
static uint32_t
number_by_end(clausary_slice word)
{
	uint32_t number = 0;
	for (size_t at = word.size, count = 0; at > 0 && count < SHORTEST_STEM - 1;) {
		uint32_t c = letter_before(word, &at);
		if (c != 0) {
			number = add_letter(number, c);
			count++;
		}
	}
	return finish_number(number);
}

/* The number of a word by its first three letters. */
static uint32_t
number_by_start(clausary_slice word)
{
	uint32_t number = 0;
	for (size_t at = 0, count = 0; at < word.size && count < SHORTEST_STEM;) {
		uint32_t c = at + 2 <= word.size ? plain_letter(word.data + at) : 0;
		if (c != 0)
			at += 2;
		else
			c = clausary_fold_next(word, &at, CLAUSARY_FOLD_CASE);
		if (c != 0) {
			number = add_letter(number, c);
			count++;
		}
	}
	return finish_number(number);
}

uint32_t
clausary_stem_number(const clausary_cues *cues, clausary_slice word)
{
	return cues->articles.count ? number_by_end(word) : number_by_start(word);
}

bool
clausary_stem_is_cited(const clausary_cues *cues, clausary_slice phrase)
{
	if (cues->citations.count == 0)
		return false;
	size_t blank = clausary_slice_find(phrase, CLAUSARY_SLICE(" "));
	return ending(cues->citations,
	              clausary_slice_part(phrase, 0, blank == SIZE_MAX ? phrase.size : blank))
	       > 0;
}
