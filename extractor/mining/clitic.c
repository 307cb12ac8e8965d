/* Clitics by the tables of the locale. Only the article makes sure that a letter before it is not
 * the first one of the word itself. */
#include "mining/clitic.h"

#include "base/utf8.h"

/* The bytes of the clitic of a list that `word` begins with, or 0. */
static size_t
joined(clausary_locale_entry list, clausary_slice word)
{
	for (size_t i = 0; i < list.count; i++)
		if (clausary_slice_starts(word, list.words[i]))
			return list.words[i].size;
	return 0;
}

/* The bytes of the article that `word` begins with, or 0: what is left is a word. */
static size_t
article(const clausary_cues *cues, clausary_slice word)
{
	enum { SHORTEST_WORD = 2 /* letters */ };
	size_t size = joined(cues->articles, word);
	clausary_slice rest = clausary_slice_part(word, size, word.size);
	return size && clausary_utf8_count(rest) >= SHORTEST_WORD ? size : 0;
}

/* A contraction is written "preposition-article". */
static clausary_clitic
contracted(const clausary_cues *cues, clausary_slice word)
{
	for (size_t i = 0; i < cues->contractions.count; i++) {
		clausary_slice both = cues->contractions.words[i];
		size_t cut = clausary_slice_find(both, CLAUSARY_SLICE("-"));
		if (cut == SIZE_MAX
		    || !clausary_slice_starts(word, clausary_slice_part(both, 0, cut)))
			continue;
		if (clausary_slice_starts(clausary_slice_part(word, cut, word.size),
		                          clausary_slice_part(both, cut + 1, both.size)))
			return (clausary_clitic){.size = cut, .definite = true};
	}
	return (clausary_clitic){0};
}

/* What stands in front of the article at the start of `word`, a preposition or nothing. */
static clausary_clitic
before_article(const clausary_cues *cues, clausary_slice word)
{
	size_t preposition = 0, size = article(cues, word);
	if (size == 0) {
		clausary_clitic both = contracted(cues, word);
		if (both.definite)
			return both;
		preposition = joined(cues->prepositions, word);
		size = article(cues, clausary_slice_part(word, preposition, word.size));
	}
	if (size == 0)
		return (clausary_clitic){0};
	return (clausary_clitic){.size = preposition, .article = size, .definite = true};
}

clausary_clitic
clausary_clitic_read(const clausary_cues *cues, clausary_slice word)
{
	clausary_clitic found = before_article(cues, word);
	size_t conjunction = joined(cues->conjunctions, word);
	found.doubtful = found.definite ? 0 : joined(cues->prepositions, word);
	if (found.definite || conjunction == 0)
		return found;
	found = before_article(cues, clausary_slice_part(word, conjunction, word.size));
	if (found.definite) {
		found.size += conjunction;
		found.conjunction = true;
	}
	return found;
}

void
clausary_clitic_possible(const clausary_cues *cues, clausary_slice word,
                         size_t sizes[CLAUSARY_CLITIC_WAYS])
{
	size_t conjunction = joined(cues->conjunctions, word);
	clausary_slice rest = clausary_slice_part(word, conjunction, word.size);
	size_t second = conjunction ? joined(cues->prepositions, rest) : 0;
	sizes[0] = second ? conjunction + second : 0;
	sizes[1] = conjunction;
	sizes[2] = joined(cues->prepositions, word);
}

bool
clausary_clitic_in_set(const clausary_cues *cues, const clausary_word_set *set, clausary_slice word)
{
	size_t sizes[CLAUSARY_CLITIC_WAYS];
	if (clausary_cues_has(set, word))
		return true;
	clausary_clitic_possible(cues, word, sizes);
	for (size_t i = 0; i < CLAUSARY_CLITIC_WAYS; i++)
		if (sizes[i]
		    && clausary_cues_has(set, clausary_slice_part(word, sizes[i], word.size)))
			return true;
	return false;
}

size_t
clausary_clitic_before(const clausary_cues *cues, clausary_slice word, clausary_slice start)
{
	size_t sizes[CLAUSARY_CLITIC_WAYS];
	if (clausary_slice_starts(word, start))
		return 0;
	clausary_clitic_possible(cues, word, sizes);
	for (size_t i = CLAUSARY_CLITIC_WAYS; i-- > 0;)
		if (sizes[i]
		    && clausary_slice_starts(clausary_slice_part(word, sizes[i], word.size), start))
			return sizes[i];
	return 0;
}

clausary_slice
clausary_clitic_stem(const clausary_cues *cues, clausary_slice word)
{
	enum { SHORTEST_ROOT = 3 };
	for (size_t size = 1; size > 0;) {
		size = joined(cues->articles, word);
		if (size == 0)
			size = joined(cues->conjunctions, word);
		if (size == 0)
			size = joined(cues->prepositions, word);
		clausary_slice rest = clausary_slice_part(word, size, word.size);
		if (clausary_utf8_count(rest) < SHORTEST_ROOT)
			break;
		word = rest;
	}
	return word;
}
