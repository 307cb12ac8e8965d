/* A name and a short form of another language: the letters do not match, so the number of words and
 * what stands before them decide. Each way to cut has a cost; the costs are in COSTS, with the
 * reasons beside them. */
#include "mining/gloss.h"

#include "base/utf8.h"
#include "mining/clitic.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

enum { MOST_WORDS = 24 };

static const struct {
	float missing; /* a letter without a word: a word may give two letters, it is rare */
	float spare; /* a word without a letter: translations are longer than what they translate */
	float prefixed;  /* the first word has a preposition joined to it: it belongs to the one
	                    before */
	float small;     /* a preposition before the first word may stand inside the name as well */
	float unknown;   /* any word before */
	float attribute; /* an adjective before the first word belongs to it */
	float capital;   /* a capital inside the sentence begins a name */
	float ended; /* a noun with the article ends a name: the one after it, without, begins one
	              */
	float whole; /* the cut takes in a whole entry of a list */
	float most;  /* no more than this is believed */
} COSTS = {1.0f, 0.6f, 0.7f, 0.2f, 0.5f, 2.5f, -1.0f, 0.8f, -1.2f, 1.3f};

static UScriptCode
script_of(clausary_slice word)
{
	size_t at = 0;
	while (at < word.size) {
		UErrorCode failure = U_ZERO_ERROR;
		UChar32 c = (UChar32)clausary_utf8_next(word, &at);
		if (u_isalpha(c))
			return uscript_getScript(c, &failure);
	}
	return USCRIPT_COMMON;
}

bool
clausary_gloss_differs(clausary_slice a, clausary_slice b)
{
	UScriptCode first = script_of(a), second = script_of(b);
	return first != second && first != USCRIPT_COMMON && second != USCRIPT_COMMON;
}

/* Letters and digits of a short form; a plural ending does not count. */
static size_t
letters_of(clausary_slice form)
{
	size_t at = 0, count = 0;
	while (at < form.size) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		count += u_isupper(c) || u_isdigit(c) || (u_isalpha(c) && !u_islower(c));
	}
	return count;
}

static bool
is_mark(const clausary_mining *mining, size_t token)
{
	return mining->tokens.items[token].kind == CLAUSARY_TOKEN_MARK;
}

/* A word that stands between the words of a name, such as "of". */
static bool
is_small(const clausary_mining *mining, size_t token)
{
	return clausary_clitic_in_set(mining->cues, &mining->cues->initials,
	                              clausary_mining_word(mining, token));
}

/* A word that is never part of a name: a verb, a pronoun, "that". */
static bool
is_stop(const clausary_mining *mining, size_t token)
{
	return mining->tokens.items[token].kind == CLAUSARY_TOKEN_NUMBER
	       || (clausary_clitic_in_set(mining->cues, &mining->cues->edge,
	                                  clausary_mining_word(mining, token))
	           && !is_small(mining, token));
}

bool
clausary_gloss_is_attribute(const clausary_mining *mining, size_t token)
{
	enum { SHORTEST_STEM = 4 /* bytes */ };
	clausary_slice word = clausary_mining_word(mining, token);
	for (size_t i = 0; i < mining->cues->attributes.count; i++)
		if (word.size >= mining->cues->attributes.words[i].size + SHORTEST_STEM
		    && clausary_slice_ends(word, mining->cues->attributes.words[i]))
			return true;
	return false;
}

/* What it costs to cut before token `first`; `begins`: nothing stands before it. */
static float
cost_of_cut(const clausary_mining *mining, size_t first, bool begins)
{
	clausary_clitic here =
	        clausary_clitic_read(mining->cues, clausary_mining_word(mining, first));
	if (begins || is_mark(mining, first - 1))
		return 0;
	clausary_slice word = clausary_mining_word(mining, first - 1);
	clausary_clitic before = clausary_clitic_read(mining->cues, word);
	float capital = clausary_mining_is_capitalized(mining, first)
	                                && !clausary_mining_is_capitalized(mining, first - 1)
	                        ? COSTS.capital
	                        : 0;
	if (is_stop(mining, first - 1))
		return capital;
	if (is_small(mining, first - 1))
		return capital < 0 ? capital : COSTS.small;
	if (here.size) /* "and the …" begins anew; "for the …" goes on from the word before */
		return here.conjunction ? 0 : COSTS.prefixed;
	if (capital < 0)
		return capital;
	if (clausary_gloss_is_attribute(mining, first - 1) || (here.definite && before.definite))
		return COSTS.attribute;
	return before.definite && !here.doubtful ? 0 : COSTS.unknown;
}

/* Whether a comma before token `at` may stand in a name: "A, B and C". */
static bool
is_enumeration(const clausary_mining *mining, size_t at, size_t last)
{
	enum { FURTHEST = 6 };
	for (size_t i = at; i <= last && i - at < FURTHEST; i++)
		if (is_small(mining, i) && !is_mark(mining, i))
			return true;
	return false;
}

/* Whether the words before token `at` may belong to the same name. */
static bool
goes_on_before(const clausary_mining *mining, size_t at, size_t last)
{
	size_t before = at - 1;
	if (!is_mark(mining, before))
		return !is_stop(mining, before);
	if (clausary_mining_is_mark(mining, before, ','))
		return is_enumeration(mining, at, last);
	return clausary_mining_is_hyphen(mining, before);
}

/* Whether token `at`, a noun without the article, goes on an enumeration: a conjunction is joined
 * to it and to a word after it, "the wind and waves of the sea and the ice". */
static bool
is_listed(const clausary_mining *mining, size_t at, size_t last)
{
	size_t sizes[CLAUSARY_CLITIC_WAYS];
	clausary_clitic_possible(mining->cues, clausary_mining_word(mining, at), sizes);
	bool listed = sizes[1] > 0;
	for (size_t i = at + 1; listed && i <= last; i++)
		if (clausary_clitic_read(mining->cues, clausary_mining_word(mining, i)).conjunction)
			return true;
	return false;
}

/* Whether the script of a word shows where words begin: else there is nothing to count. */
static bool
has_blanks(const clausary_mining *mining, size_t token)
{
	size_t at = 0;
	return !clausary_utf8_is_unspaced(
	        clausary_utf8_next(clausary_mining_word(mining, token), &at));
}

size_t
clausary_gloss_start(const clausary_mining *mining, clausary_slice form, size_t from, size_t last,
                     bool whole, float *confidence)
{
	size_t letters = letters_of(form), words = 0, best = last;
	float least = COSTS.most, ended = 0;
	bool definite = true;
	*confidence = 0;
	if (is_small(mining, last) || is_stop(mining, last) || !has_blanks(mining, last))
		return best;
	for (size_t at = last + 1; at > from && words < MOST_WORDS;) {
		at--;
		if (is_mark(mining, at))
			continue;
		if (is_stop(mining, at))
			break;
		words += !is_small(mining, at);
		clausary_clitic joined =
		        clausary_clitic_read(mining->cues, clausary_mining_word(mining, at));
		if (joined.definite && !definite)
			ended += COSTS.ended;
		definite = joined.definite || joined.doubtful || is_small(mining, at)
		           || is_listed(mining, at, last);
		bool begins = at == from;
		bool part = !begins && clausary_mining_is_hyphen(mining, at - 1);
		float cost = words < letters ? COSTS.missing * (float)(letters - words)
		                             : COSTS.spare * (float)(words - letters);
		cost += ended + cost_of_cut(mining, at, begins);
		if (begins && whole)
			cost += COSTS.whole;
		bool fit = words >= 2 && words + 1 >= letters && !is_small(mining, at) && !part;
		if (fit && cost < least) {
			least = cost;
			best = at;
			*confidence = 0.75f - 0.15f * (cost > 0 ? cost : 0);
		}
		if (begins || !goes_on_before(mining, at, last))
			break;
	}
	return best;
}
