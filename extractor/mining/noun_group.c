/* Where a name begins whose short form is that of its translation, "commission électrotechnique
 * internationale (IEC)": the letters are no help. Each way to cut has a cost, by the number of
 * words and by what stands before them; the costs are in COSTS, with the reasons beside them. */
#include "mining/noun_group.h"

#include "base/utf8.h"
#include "mining/form_letters.h"
#include "mining/letter_bag.h"
#include "mining/opener.h"

#include <unicode/uchar.h>

static const struct {
	float missing; /* a letter without a word: a word may give two letters */
	float article; /* a letter that a small word may give: "bill of lading" */
	float spare; /* a word without a letter: translations are longer than what they translate */
	float named; /* of the three above, the share that counts where a capital shows the name */
	float determined; /* a determiner before the first word begins the noun group */
	float inside;  /* … unless a preposition stands before it: "of the" may stand in a name */
	float small;   /* a preposition or conjunction before the first word */
	float unknown; /* any other word before it */
	float capital; /* the first word has a capital, and the word before it has none */
	float capital_inside; /* a small first word, and a name with a capital later on */
	float acronym;        /* the first word is an acronym itself */
	float comma;          /* in a name that lists: "for education, science and culture" */
	float letters;        /* letters that fit less say nothing */
	float most;           /* no more than this is believed */
	float shared; /* all letters that are no initials: languages share many of their words */
} COSTS = {0.7f,  0.15f, 0.5f, 0.5f, -0.2f, 0.3f, 0.25f, 0.9f,
           -0.7f, 0.8f,  0.8f, 0.2f, 0.4f,  1.0f, 0.3f};

static bool
is_mark(const clausary_mining *mining, size_t token)
{
	return mining->tokens.items[token].kind == CLAUSARY_TOKEN_MARK;
}

static bool
is_determiner(const clausary_mining *mining, size_t token)
{
	return clausary_cues_has(&mining->cues->determiners, clausary_mining_word(mining, token));
}

/* A word that stands between the words of a name: "of", "and". */
static bool
is_small(const clausary_mining *mining, size_t token)
{
	return clausary_cues_has(&mining->cues->initials, clausary_mining_word(mining, token));
}

/* A word that no name holds: a verb, a pronoun, a number. */
static bool
is_stop(const clausary_mining *mining, size_t token)
{
	if (mining->tokens.items[token].kind == CLAUSARY_TOKEN_NUMBER)
		return true;
	return !is_small(mining, token) && !is_determiner(mining, token)
	       && clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, token));
}

static bool
is_conjunction(const clausary_mining *mining, size_t token)
{
	return clausary_cues_value(&mining->cues->name_words, clausary_mining_word(mining, token))
	       == CLAUSARY_NAME_CONJUNCTION;
}

/* "IEC" */
static bool
is_acronym(const clausary_mining *mining, size_t token)
{
	unsigned traits = mining->tokens.items[token].traits;
	return traits & CLAUSARY_TOKEN_CAPITAL && !(traits & CLAUSARY_TOKEN_LOWER);
}

static bool
is_comma(const clausary_mining *mining, size_t token)
{
	return clausary_mining_is_mark(mining, token, ',');
}

/* Capitals and digits of a short form. */
static size_t
letters_of(clausary_slice form)
{
	size_t at = 0, count = 0;
	while (at < form.size) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		count += u_isupper(c) || u_isdigit(c);
	}
	return count;
}

/* Whether a number follows the bracket that opens at token `open` or soon after: "Regulation (UE)
 * No 12/2031". Such a bracket says whose act it is. */
static bool
is_numbered_act(const clausary_mining *mining, size_t open)
{
	enum { LONGEST_BRACKET = 40 /* tokens */ };
	size_t at = open;
	while (at < mining->tokens.count && !clausary_opener_is_close(mining, at)
	       && at - open < LONGEST_BRACKET)
		at++;
	if (++at + 1 >= mining->tokens.count)
		return false;
	if (clausary_cues_has(&mining->cues->abbreviations, clausary_mining_word(mining, at)))
		at += 1 + clausary_mining_is_mark(mining, at + 1, '.');
	return at < mining->tokens.count && mining->tokens.items[at].kind == CLAUSARY_TOKEN_NUMBER;
}

/* What the cut before token `first` costs by what stands before it. */
static float
cost_of_cut(const clausary_mining *mining, size_t start, size_t first)
{
	if (first == start || is_mark(mining, first - 1) || is_stop(mining, first - 1))
		return 0;
	size_t before = first - 1;
	if (is_determiner(mining, before)) {
		/* "of a" begins anew, an article after "of" may go on: the locale has that one
		 * among the words that give no initial */
		bool inside = before > start && is_small(mining, before)
		              && is_small(mining, before - 1) && !is_determiner(mining, before - 1);
		return inside ? COSTS.inside : COSTS.determined;
	}
	return is_small(mining, before) ? COSTS.small : COSTS.unknown;
}

/* Whether a capital shows that the name begins at token `first`: no name goes on before it. */
static bool
begins_name(const clausary_mining *mining, size_t start, size_t first)
{
	size_t before = first;
	if (!clausary_mining_is_capitalized(mining, first))
		return false;
	while (before > start && !is_mark(mining, before - 1)
	       && (is_small(mining, before - 1) || is_determiner(mining, before - 1)))
		before--;
	return before == start || is_mark(mining, before - 1)
	       || !clausary_mining_is_capitalized(mining, before - 1);
}

/* What has been counted on the way back from the end of the name. */
typedef struct group {
	size_t words, capitals, small, commas;
	bool repeats;            /* the preposition: "of the wind, of the ice and of the sea" */
	clausary_letter_bag bag; /* letters of the short form that no word begins with */
} group;

static float
cost_of(const clausary_mining *mining, const group *g, size_t letters, size_t start, size_t first)
{
	bool named = begins_name(mining, start, first);
	size_t missing = letters > g->words ? letters - g->words : 0;
	size_t given = missing < g->small ? missing : g->small;
	size_t most = letters * mining->cues->syllables; /* words that the letters may stand for */
	size_t spare = g->words > most ? g->words - most : 0;
	float count = COSTS.missing * (float)(missing - given) + COSTS.article * (float)given
	              + COSTS.spare * (float)spare;
	float cut = cost_of_cut(mining, start, first);
	float cost = COSTS.comma * (float)g->commas;
	if (g->bag.count)
		cost += COSTS.shared * (float)g->bag.left / (float)g->bag.count;
	if (named)
		return cost + count * COSTS.named + COSTS.capital + (cut < 0 ? cut : 0);
	if (is_acronym(mining, first))
		cost += COSTS.acronym;
	else if (g->capitals && !clausary_mining_is_capitalized(mining, first))
		cost += COSTS.capital_inside;
	return cost + count + cut;
}

/* "Osborne Fleming", with no determiner before it: a person. */
static bool
is_person(const clausary_mining *mining, const group *g, size_t start, size_t first)
{
	return g->capitals == g->words && g->small == 0
	       && !(first > start && is_determiner(mining, first - 1));
}

/* Take one more token into the group; false when no name goes on before it. */
static bool
take(const clausary_mining *mining, group *g, size_t token)
{
	if (clausary_mining_is_hyphen(mining, token))
		return true;
	if (is_mark(mining, token)) {
		g->commas++;
		return is_comma(mining, token) && g->small
		       && (!is_small(mining, token + 1) || is_determiner(mining, token + 1)
		           || (g->repeats && !is_conjunction(mining, token + 1)));
	}
	if (is_stop(mining, token))
		return false;
	if (is_small(mining, token) || is_determiner(mining, token)) {
		g->small++;
		g->repeats |= is_small(mining, token + 1) && is_conjunction(mining, token);
		return true;
	}
	g->words++;
	clausary_letter_bag_take(&g->bag, clausary_mining_word(mining, token));
	g->capitals += clausary_mining_is_capitalized(mining, token);
	return true;
}

bool
clausary_noun_group_is_name(const clausary_mining *mining, clausary_slice form, size_t first,
                            size_t last)
{
	enum { FEWEST_WORDS = 3 };
	group g = {0};
	size_t letters = letters_of(form), at = last + 1;
	if (mining->cues->determiners.longest == 0
	    || !clausary_mining_is_capitalized(mining, first))
		return false;
	while (at > first && take(mining, &g, at - 1) && g.commas == 0)
		at--;
	return at == first && g.words >= FEWEST_WORDS && g.words <= letters + 1
	       && letters <= g.words + g.small;
}

/* Whether the words share initials with the short form: one of three letters or more, both of two,
 * which chance gives too often. Words without a capital need not: they are translated freely, while
 * names keep to the words that languages have in common. Languages of syllables have none. */
static bool
shares_enough(const clausary_mining *mining, const group *g)
{
	if (g->capitals == 0 || mining->cues->syllables > 1)
		return true;
	return g->bag.count <= 2 ? g->bag.left == 0 : g->bag.left < g->bag.count;
}

size_t
clausary_noun_group_start(const clausary_mining *mining, clausary_slice form, size_t from,
                          size_t last, const clausary_initials *fit, float *confidence)
{
	group g = {.bag = clausary_letter_bag_of(form)};
	size_t letters = letters_of(form), best = last;
	float least = COSTS.most;
	*confidence = 0;
	bool year = clausary_form_is_year(clausary_mining_word(mining, last));
	if (mining->cues->determiners.longest == 0 || letters < 2
	    || (mining->tokens.items[last].kind == CLAUSARY_TOKEN_NUMBER && !year)
	    || is_numbered_act(mining, last + 1))
		return last;
	for (size_t first = last + !year; first-- > from;) { /* "Agreement of 2031" */
		if (!take(mining, &g, first))
			break;
		bool whole = first == from || !clausary_mining_is_hyphen(mining, first - 1);
		if (is_mark(mining, first) || is_small(mining, first)
		    || is_determiner(mining, first) || !whole)
			continue;
		bool fits = fit && fit->score >= COSTS.letters && fit->first == first;
		if (fit && !shares_enough(mining, &g))
			continue;
		if (!fits && (g.words < 2 || is_person(mining, &g, from, first)))
			continue;
		float cost = cost_of(mining, &g, letters, from, first) - (fits ? fit->score : 0);
		if (cost < least) {
			least = cost;
			best = first;
		}
	}
	if (least < COSTS.most)
		*confidence = 0.6f - 0.2f * (least > 0 ? least : 0);
	return best;
}
