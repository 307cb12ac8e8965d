/* Where the term and the definition of a sentence stand, and what they look like. */
#include "mining/sentence.h"

#define BIT CLAUSARY_SENTENCE_BIT
#define bits_of clausary_sentence_bits
#define is_mark clausary_sentence_is_mark
#define is_small clausary_sentence_is_small

enum {
	LONGEST_TERM = 8,
	NEAR = 6,
	FAR = 12,
	ARTICLES = CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE,
};

bool
clausary_sentence_is_preposition(const clausary_sentence *s, size_t at)
{
	return is_small(s, at) && !(bits_of(s, at) & ARTICLES);
}

/* The term from token `at` on: to the next mark, verb or relative before token `end`. */
static void
take_term(clausary_sentence *s, size_t at, size_t end)
{
	enum { STOPS = CLAUSARY_WORD_RELATIVE | CLAUSARY_WORD_COPULA | CLAUSARY_WORD_CONJUNCTION };
	while (at + 1 < end && is_mark(s, at))
		at++;
	s->term_first = at;
	while (at + 1 < end && bits_of(s, at) & ARTICLES)
		at++;
	size_t last = at;
	while (last + 1 < end && last - at < LONGEST_TERM && !(bits_of(s, last + 1) & STOPS)
	       && (!is_mark(s, last + 1) || clausary_mining_is_hyphen(s->mining, last + 1)))
		last++;
	s->term_last = last;
}

/* The term before token `end`, back to a mark, a verb or a small word, with an article. */
static void
take_term_before(clausary_sentence *s, size_t end)
{
	size_t first = end - 1;
	while (first > s->first && end - first < LONGEST_TERM && !is_mark(s, first - 1)
	       && !clausary_sentence_is_preposition(s, first - 1)
	       && !(bits_of(s, first - 1) & CLAUSARY_WORD_COPULA)) {
		first--;
		if (bits_of(s, first) & ARTICLES && first + 1 < end)
			break;
	}
	s->term_first = first;
	s->term_last = end - 1;
}

/* The last token of a definition that begins after the mark at token `mark`: a bracket ends at the
 * one that closes it, what a dash begins at the next dash. */
static size_t
insertion_end(const clausary_sentence *s, size_t mark, size_t last)
{
	bool bracket = clausary_mining_is_mark(s->mining, mark, '(');
	size_t depth = 0;
	if (clausary_mining_is_mark(s->mining, mark, ','))
		return last;
	for (size_t at = mark + 1; at <= last; at++) {
		char found = clausary_mining_mark(s->mining, at);
		bool closes =
		        bracket ? found == ')' && depth == 0 : clausary_sentence_is_dash(s, at);
		if (closes && at > mark + 1)
			return at - 1;
		depth += found == '(';
		depth -= depth > 0 && found == ')';
	}
	return last;
}

static void
find_places(clausary_sentence *s)
{
	size_t last = s->end - 1;
	while (last > s->first && is_mark(s, last))
		last--;
	s->definition_first = s->start;
	s->definition_last = last;
	if (s->joins && s->after <= last) {
		take_term(s, s->start, s->link);
		s->definition_first = s->after;
	} else if (s->apposed) {
		take_term_before(s, s->apposed);
		s->definition_first = s->apposed + 1;
		s->definition_last = insertion_end(s, s->apposed, last);
	} else if (s->named) {
		take_term(s, s->named, s->end);
	} else {
		take_term(s, s->start, s->end);
	}
}

/* What the words of a term look like, from its first token up to token `end`; brackets do not
 * count. */
static void
look_at_term(clausary_sentence *s, size_t end)
{
	size_t depth = 0, words = 0;
	uint64_t clues = 0;
	bool first = true;
	for (size_t at = s->term_first; at < end; at++) {
		char mark = clausary_mining_mark(s->mining, at);
		uint32_t bits = bits_of(s, at);
		depth += mark == '(' || mark == '[';
		depth -= depth > 0 && (mark == ')' || mark == ']');
		if (depth || is_mark(s, at))
			continue;
		if (first)
			clues |= bits & CLAUSARY_WORD_INDEFINITE ? BIT(TERM_INDEFINITE)
			         : bits & CLAUSARY_WORD_DEFINITE ? BIT(TERM_DEFINITE)
			                                         : 0;
		else if (bits & (CLAUSARY_WORD_RELATIVE | CLAUSARY_WORD_TELLING))
			clues |= BIT(TERM_CLAUSE);
		else if (clausary_sentence_is_preposition(s, at))
			clues |= BIT(TERM_PHRASE);
		if (words == 0 && bits & CLAUSARY_WORD_TERM && at + 1 < end)
			clues |= BIT(TERM_CALLED);
		if (words == 0 && bits & CLAUSARY_WORD_JUDGING)
			clues |= BIT(TERM_JUDGED);
		words += !(bits & ARTICLES);
		first = false;
	}
	if (clues & BIT(TERM_CLAUSE)) /* "a rope that was cut is a danger" */
		clues &= ~BIT(TERM_INDEFINITE);
	if (!(s->clues & BIT(DESCRIBES))) /* what a thing contains is said of any */
		clues |= words == 1   ? BIT(TERM_ONE)
		         : words <= 3 ? BIT(TERM_FEW)
		         : words >= 6 ? BIT(TERM_MANY)
		                      : 0;
	s->clues |= clues;
}

/* Whether a term that is named is a name: every word has a capital. */
static bool
is_name(const clausary_sentence *s)
{
	for (size_t at = s->term_first; at <= s->term_last; at++)
		if (!is_mark(s, at) && !is_small(s, at)
		    && !(s->mining->tokens.items[at].traits & CLAUSARY_TOKEN_CAPITAL_FIRST))
			return false;
	return true;
}

/* A genus, a relative clause, a participle in the definition. */
static void
look_at_definition(clausary_sentence *s)
{
	size_t first = s->definition_first;
	for (size_t at = first; at <= s->definition_last && at - first <= FAR; at++) {
		uint32_t bits = bits_of(s, at);
		if (bits & CLAUSARY_WORD_GENUS && at - first < NEAR)
			s->clues |= BIT(GENUS);
		if (at > first && bits & CLAUSARY_WORD_RELATIVE)
			s->clues |= BIT(RELATIVE);
		if (at > first && bits & CLAUSARY_WORD_PARTICIPLE)
			s->clues |= BIT(PARTICIPLE);
		if (at - first < 2 && bits & CLAUSARY_WORD_JUDGING)
			s->clues |= BIT(JUDGES);
	}
}

void
clausary_sentence_look(clausary_sentence *s)
{
	find_places(s);
	look_at_term(s, s->joins ? s->link : s->term_last + 1);
	look_at_definition(s);
	if (s->joins || s->apposed || !s->named)
		return;
	s->names_name = is_name(s);
	if (s->term_last == s->definition_last)
		s->clues |= BIT(NAMES_LAST);
}
