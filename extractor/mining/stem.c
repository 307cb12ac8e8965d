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

uint32_t
clausary_stem_number(const clausary_cues *cues, clausary_slice word)
{
	uint32_t number = 0;
	size_t at = cues->articles.count ? word.size : 0, count = 0;
	size_t letters = cues->articles.count ? SHORTEST_STEM - 1 : SHORTEST_STEM;
	while (count < letters && (cues->articles.count ? at > 0 : at < word.size)) {
		size_t letter = at;
		if (cues->articles.count)
			clausary_utf8_previous(word, &letter);
		size_t next = letter;
		uint32_t c = clausary_fold_next(word, &next, CLAUSARY_FOLD_CASE);
		at = cues->articles.count ? letter : next;
		if (c == 0) /* a vowel mark */
			continue;
		number = number * 0x9e3779b1u + c;
		count++;
	}
	return number * 0x85ebca6bu;
}

bool
clausary_stem_is_cited(const clausary_cues *cues, clausary_slice phrase)
{
	size_t blank = clausary_slice_find(phrase, CLAUSARY_SLICE(" "));
	return ending(cues->citations,
	              clausary_slice_part(phrase, 0, blank == SIZE_MAX ? phrase.size : blank))
	       > 0;
}
