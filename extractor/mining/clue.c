/* Evidence: read it off a pair and its surroundings, and weigh it by logistic regression: the
 * weights are logarithms of odds, their sum is that of the finding being right. */
#include "mining/clue.h"

#include "base/utf8.h"
#include "mining/initials.h"

#include <math.h>
#include <unicode/uchar.h>

#define BIAS(kind, value) static const float BIAS_OF_##kind = value;
#define WEIGHT(id, value)
#include "mining/sentence_weights.def"
#include "mining/weights.def"
#undef BIAS
#undef WEIGHT

#define BIAS(kind, value)
#define WEIGHT(id, value) [CLAUSARY_CLUE_##id] = value,
static const float WEIGHTS[CLAUSARY_CLUE_COUNT] = {
#include "mining/weights.def"
};
#undef WEIGHT
#define WEIGHT(id, value) [CLAUSARY_SENTENCE_##id] = value,
static const float SENTENCE_WEIGHTS[CLAUSARY_SENTENCE_COUNT] = {
#include "mining/sentence_weights.def"
};
#undef BIAS
#undef WEIGHT

#define BIT(id) ((uint64_t)1 << CLAUSARY_CLUE_##id)

static uint64_t
of_rule(const char *rule)
{
	static const struct {
		const char *rule;
		uint64_t bits;
	} RULES[] = {{"long-then-short", BIT(LONG_THEN_SHORT)},
	             {"term-then-short", BIT(LONG_THEN_SHORT)},
	             {"short-then-long", BIT(SHORT_THEN_LONG)},
	             {"translated-then-short", BIT(LONG_THEN_SHORT) | BIT(TRANSLATED)},
	             {"short-then-translated", BIT(SHORT_THEN_LONG) | BIT(TRANSLATED)},
	             {"equals", BIT(EQUALS)},
	             {"mark", BIT(MARK)},
	             {"cue", BIT(CUE)},
	             {"apposition", BIT(APPOSITION)},
	             {"apart", BIT(APART)},
	             {"clipping", BIT(LONG_THEN_SHORT)}};
	for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
		if (strcmp(RULES[i].rule, rule) == 0)
			return RULES[i].bits;
	return BIT(LIST);
}

/* What the short form looks like, and how many letters and digits it has. */
static uint64_t
of_form(clausary_slice form, size_t *letters)
{
	uint64_t bits = 0;
	size_t at = 0;
	*letters = 0;
	while (at < form.size) {
		bool first = at == 0;
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		*letters += u_isalnum(c) != 0;
		if (u_isdigit(c))
			bits |= BIT(DIGITS);
		else if (u_islower(c) && at < form.size)
			bits |= BIT(SMALL_LETTERS);
		else if (!first && !u_isalnum(c) && c != '.' && at < form.size)
			bits |= BIT(PARTS);
	}
	return bits | (*letters <= 2 ? BIT(TWO_LETTERS) : 0)
	       | (*letters >= 5 ? BIT(MANY_LETTERS) : 0);
}

/* A score below it is no fit: letters can be laid on nearly any words somehow. */
static const float LEAST_FIT = 0.45f;

static uint64_t
of_fit(clausary_initials fit)
{
	return fit.score > 0.99f       ? BIT(LETTERS_ALL)
	       : fit.score > 0.85f     ? BIT(LETTERS_MOST)
	       : fit.score > 0.7f      ? BIT(LETTERS_MANY)
	       : fit.score > LEAST_FIT ? BIT(LETTERS_SOME)
	                               : BIT(LETTERS_NONE);
}

/* A word that gives a letter as a rule. */
static bool
has_weight(const clausary_mining *mining, size_t token)
{
	return mining->tokens.items[token].kind != CLAUSARY_TOKEN_MARK
	       && !clausary_cues_has(&mining->cues->initials, clausary_mining_word(mining, token));
}

static uint64_t
of_words(const clausary_mining *mining, const clausary_pair_candidate *candidate,
         clausary_initials fit, size_t letters)
{
	size_t words = 0, capitals = 0, after = 0;
	bool fits = fit.score > LEAST_FIT;
	for (size_t i = candidate->long_first; i <= candidate->long_last; i++) {
		if (!has_weight(mining, i))
			continue;
		words++;
		capitals += mining->tokens.items[i].traits & CLAUSARY_TOKEN_CAPITAL_FIRST;
		after += fits && i > fit.last;
	}
	return (capitals == words ? BIT(NAME) : 0) | (capitals == 0 ? BIT(COMMON) : 0)
	       | (after ? BIT(MORE_AFTER) : 0)
	       | (fits && fit.first > candidate->long_first ? BIT(MORE_BEFORE) : 0)
	       | (words > letters * mining->cues->syllables ? BIT(MORE_WORDS) : 0)
	       | (words * 2 < letters ? BIT(FEWER_WORDS) : 0) | (words <= 1 ? BIT(ONE_WORD) : 0);
}

/* Whether a word of the long form is one of the parts of the short form: "Women" of "UN-Women",
 * "UN" of "UN Women Fund (UN-WF)". */
static bool
shares_word(const clausary_mining *mining, const clausary_pair_candidate *candidate,
            clausary_slice written)
{
	enum { SHORTEST_WORD = 2 /* bytes */ };
	for (size_t i = candidate->long_first; i <= candidate->long_last; i++) {
		clausary_slice word = clausary_mining_word(mining, i);
		size_t at =
		        word.size >= SHORTEST_WORD ? clausary_slice_find(written, word) : SIZE_MAX;
		if (at == SIZE_MAX || word.size >= written.size)
			continue;
		size_t end = at + word.size;
		if ((at == 0 || !u_isalnum((unsigned char)written.data[at - 1]))
		    && (end == written.size || !u_isalnum((unsigned char)written.data[end])))
			return true;
	}
	return false;
}

static uint64_t
of_start(const clausary_mining *mining, const clausary_pair_candidate *candidate)
{
	size_t first = candidate->long_first;
	const clausary_token *token = &mining->tokens.items[first];
	if (first == mining->passages.items[candidate->passage].first)
		return BIT(BEGINS);
	if (token[-1].kind == CLAUSARY_TOKEN_MARK)
		return token[-1].traits & token->traits & CLAUSARY_TOKEN_JOINED ? BIT(CUT_COMPOUND)
		                                                                : BIT(BEGINS);
	clausary_slice word = clausary_mining_word(mining, first - 1);
	if (clausary_cues_has(&mining->cues->edge, word)
	    || clausary_cues_has(&mining->cues->initials, word))
		return BIT(AFTER_SMALL);
	return token->traits & token[-1].traits & CLAUSARY_TOKEN_CAPITAL_FIRST ? BIT(CUT_NAME) : 0;
}

static bool
is_unspaced(const clausary_mining *mining, size_t token)
{
	size_t at = 0;
	return clausary_utf8_is_unspaced(
	        clausary_utf8_next(clausary_mining_word(mining, token), &at));
}

uint64_t
clausary_clue_of_pair(const clausary_mining *mining, const clausary_pair_candidate *candidate,
                      clausary_slice written)
{
	size_t letters;
	uint64_t bits = of_rule(candidate->rule) | of_form(written, &letters);
	if (is_unspaced(mining, candidate->long_first))
		return bits | BIT(UNSPACED);
	clausary_initials fit = clausary_initials_read(mining, written, candidate->long_first,
	                                               candidate->long_last, false);
	if (bits & BIT(PARTS) && shares_word(mining, candidate, written))
		bits |= BIT(SHARED_WORD);
	return bits | of_fit(fit) | of_words(mining, candidate, fit, letters)
	       | of_start(mining, candidate);
}

/* The probability of which the weights of the clues and `sum` are the logarithm of the odds. */
static float
weigh(uint64_t clues, const float *weights, float sum)
{
	for (size_t i = 0; clues; i++, clues >>= 1)
		if (clues & 1)
			sum += weights[i];
	return 1 / (1 + expf(-sum));
}

float
clausary_clue_weigh(uint64_t clues)
{
	return weigh(clues, WEIGHTS, BIAS_OF_PAIRS);
}

float
clausary_clue_weigh_sentence(uint64_t clues)
{
	return weigh(clues, SENTENCE_WEIGHTS, BIAS_OF_SENTENCES);
}

float
clausary_clue_bias(bool sentence)
{
	return sentence ? BIAS_OF_SENTENCES : BIAS_OF_PAIRS;
}

clausary_clue
clausary_clue_of_pairs(size_t index)
{
	static const struct {
		const char *name, *sentence;
	} KINDS[] = {
#define CLUE(id, name, sentence) {name, sentence},
#include "mining/clue.def"
	};
	if (index >= CLAUSARY_CLUE_COUNT)
		return (clausary_clue){0};
	return (clausary_clue){KINDS[index].name, KINDS[index].sentence, WEIGHTS[index]};
}

clausary_clue
clausary_clue_of_sentences(size_t index)
{
	static const struct {
		const char *name, *sentence;
	} KINDS[] = {
#include "mining/sentence_clue.def"
#undef CLUE
	};
	if (index >= CLAUSARY_SENTENCE_COUNT)
		return (clausary_clue){0};
	return (clausary_clue){KINDS[index].name, KINDS[index].sentence, SENTENCE_WEIGHTS[index]};
}
