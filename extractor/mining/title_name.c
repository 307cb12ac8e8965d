/* Names that capitals mark from the first word to the last, "United Nations Mission for the
 * Referendum in Western Sahara (MINURSO)". At least half of the capitals of the short form must be
 * initials of the name, in whatever order: a short form of another language shares those of the
 * words that both languages have. */
#include "mining/title_name.h"

#include "mining/letter_bag.h"

enum { FEWEST_LETTERS = 3, FEWEST_WORDS = 3 };

static bool
is_small(const clausary_mining *mining, size_t token)
{
	return clausary_cues_has(&mining->cues->initials, clausary_mining_word(mining, token));
}

/* Whether the name goes on before token `first`: with a word in capitals, or by a hyphen. */
static bool
goes_on(const clausary_mining *mining, size_t from, size_t first)
{
	const clausary_token *token = &mining->tokens.items[first];
	return first > from
	       && ((token[-1].traits & CLAUSARY_TOKEN_CAPITAL_FIRST
	            && !clausary_cues_has(&mining->cues->edge,
	                                  clausary_mining_word(mining, first - 1)))
	           || (token[-1].kind == CLAUSARY_TOKEN_MARK
	               && token->traits & CLAUSARY_TOKEN_JOINED));
}

/* Whether so many words are a name: two may be a person, unless an article stands before them. */
static bool
is_enough(const clausary_mining *mining, size_t from, size_t first, size_t words)
{
	return words >= FEWEST_WORDS
	       || (words == FEWEST_WORDS - 1 && first > from
	           && clausary_cues_has(&mining->cues->article_words,
	                                clausary_mining_word(mining, first - 1)));
}

size_t
clausary_title_name_start(const clausary_mining *mining, clausary_slice form, size_t from,
                          size_t last)
{
	clausary_letter_bag bag = clausary_letter_bag_of(form);
	size_t best = CLAUSARY_NONE, least = bag.count, words = 0;
	if (mining->cues->determiners.longest > 0 || bag.count < FEWEST_LETTERS)
		return CLAUSARY_NONE;
	for (size_t at = last + 1; at-- > from;) {
		if (at < last && is_small(mining, at))
			continue;
		if (!clausary_mining_is_capitalized(mining, at))
			break;
		words++;
		clausary_letter_bag_take(&bag, clausary_mining_word(mining, at));
		if (!goes_on(mining, from, at) && is_enough(mining, from, at, words)
		    && bag.left < least) {
			best = at;
			least = bag.left;
		}
	}
	return least * 2 <= bag.count ? best : CLAUSARY_NONE;
}
