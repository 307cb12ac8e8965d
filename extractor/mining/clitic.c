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

/* A contraction is written "preposition-article": the bytes of the preposition, or 0. */
static size_t
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
			return cut;
	}
	return 0;
}

/* What stands in front of the article at the start of `word`, a preposition or nothing. */
static clausary_clitic
before_article(const clausary_cues *cues, clausary_slice word)
{
	size_t preposition = joined(cues->prepositions, word), both = contracted(cues, word);
	if (joined(cues->articles, word))
		return (clausary_clitic){.definite = true};
	if (both)
		return (clausary_clitic){.size = both, .definite = true};
	if (preposition
	    && joined(cues->articles, clausary_slice_part(word, preposition, word.size)))
		return (clausary_clitic){.size = preposition, .definite = true};
	return (clausary_clitic){0};
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

size_t
clausary_clitic_possible(const clausary_cues *cues, clausary_slice word)
{
	size_t conjunction = joined(cues->conjunctions, word);
	return conjunction ? conjunction : joined(cues->prepositions, word);
}

size_t
clausary_clitic_before(const clausary_cues *cues, clausary_slice word, clausary_slice start)
{
	size_t conjunction = joined(cues->conjunctions, word);
	size_t preposition = joined(cues->prepositions, word);
	size_t second =
	        joined(cues->prepositions, clausary_slice_part(word, conjunction, word.size));
	size_t sizes[] = {0, conjunction, preposition, conjunction + second};
	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
		if (clausary_slice_starts(clausary_slice_part(word, sizes[i], word.size), start))
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
