/* What joins a term and its definition: the verb, the term before it, and what follows it. */
#include "mining/sentence.h"

#define BIT CLAUSARY_SENTENCE_BIT
#define bits_of clausary_sentence_bits
#define is_mark clausary_sentence_is_mark
#define is_small clausary_sentence_is_small
#define is_preposition clausary_sentence_is_preposition

enum {
	LATEST_LINK = 40,
	LONGEST_LEAD = 14,    /* "In a harbour, …" */
	FEWEST_WORDS = 3,     /* of a definition: a genus and what sets it apart */
	FEWEST_OF_ACTION = 6, /* the same, with the verb */
	ARTICLES = CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE,
};

static bool
is_hedge(const clausary_sentence *s, size_t at)
{
	return bits_of(s, at) & CLAUSARY_WORD_HEDGE
	       || (!is_mark(s, at) && clausary_sentence_ends(s, at, s->words->adverbs));
}

static bool
is_comma(const clausary_sentence *s, size_t at)
{
	return clausary_mining_is_mark(s->mining, at, ',');
}

/* Where the sentence begins after a lead: "In a harbour, …", "In physics and, in particular, in
 * optics, …", "In medicine a …", "Traditionally, …". */
static void
skip_lead(clausary_sentence *s)
{
	size_t last = s->first + LONGEST_LEAD < s->end ? s->first + LONGEST_LEAD : s->end - 2;
	s->start = s->first;
	if (!is_preposition(s, s->first)) {
		if (is_comma(s, s->first + 1)
		    && (is_hedge(s, s->first) || bits_of(s, s->first) & CLAUSARY_WORD_CONJUNCTION))
			s->start = s->first + 2;
		return;
	}
	for (size_t at = s->first + 2; at < last; at++) {
		if (is_comma(s, at) && !is_preposition(s, at + 1) && !is_preposition(s, at - 1)) {
			s->start = at + 1;
			break;
		}
		if (bits_of(s, at) & CLAUSARY_WORD_INDEFINITE && !is_mark(s, at - 1)
		    && !is_small(s, at - 1)) {
			s->start = at;
			break;
		}
	}
	if (s->start > s->first)
		s->clues |= BIT(LEAD);
}

/* The token after a verb that defines at token `at`, or 0: "refers to", and not "referred to as".
 */
static size_t
after_defining(const clausary_sentence *s, size_t at)
{
	if (clausary_sentence_phrase(s, &s->words->naming, at))
		return 0;
	return clausary_sentence_phrase(s, &s->words->defining, at);
}

/* The same after a form of "be" and adverbs: "is often used to describe". */
static size_t
after_defined(const clausary_sentence *s, size_t at)
{
	while (at < s->end && is_hedge(s, at))
		at++;
	return at < s->end ? clausary_sentence_phrase(s, &s->words->defined, at) : 0;
}

/* Take the verb at token `at` where it may join a term and its definition; `clue` says how. */
static bool
take_link(clausary_sentence *s, size_t at, uint64_t *clue)
{
	uint32_t bits = bits_of(s, at);
	size_t after = 0;
	*clue = 0;
	bool within = bits_of(s, at - 1) & CLAUSARY_WORD_RELATIVE; /* "which contain" */
	if (!within) {
		if ((after = after_defining(s, at)))
			*clue = BIT(DEFINES);
		else if ((after = clausary_sentence_phrase(s, &s->words->describing, at)))
			*clue = BIT(DESCRIBES);
	}
	if (after == 0 && bits & CLAUSARY_WORD_COPULA) {
		if ((after = after_defined(s, at + 1)))
			*clue = BIT(IS_DEFINED);
		else
			after = at + 1;
	}
	s->link = after ? at : 0;
	s->after = after;
	return after > 0;
}

/* Find the first verb that may join a term and its definition, outside of brackets; returns how. */
static uint64_t
find_link(clausary_sentence *s)
{
	uint64_t clue = 0;
	size_t depth = 0, looked_at = 0;
	for (size_t at = s->start + 1; at < s->end && looked_at < LATEST_LINK; at++) {
		char mark = clausary_mining_mark(s->mining, at);
		depth += mark == '(' || mark == '[';
		depth -= depth > 0 && (mark == ')' || mark == ']');
		looked_at += depth == 0;
		if (mark == ';' && depth == 0 && at + 2 < s->end)
			s->start = ++at; /* a sentence in a sentence */
		if (!depth && !is_mark(s, at) && take_link(s, at, &clue))
			break;
	}
	return clue;
}

/* Whether a term may stand before the verb. */
static bool
has_term(clausary_sentence *s)
{
	const uint32_t others = ARTICLES | CLAUSARY_WORD_PRONOUN;
	if (bits_of(s, s->start) & CLAUSARY_WORD_PRONOUN) {
		s->clues |= BIT(PRONOUN);
		return false;
	}
	for (size_t at = s->start; at < s->link; at++)
		if (!is_mark(s, at) && !(bits_of(s, at) & others))
			return !is_preposition(s, s->start);
	return false;
}

static bool
is_participle(const clausary_sentence *s, size_t at)
{
	return bits_of(s, at) & CLAUSARY_WORD_PARTICIPLE
	       || clausary_sentence_ends(s, at, s->words->endings);
}

/* A word that may be a noun or stand before one. */
static bool
is_content(const clausary_sentence *s, size_t at)
{
	enum {
		OTHERS = CLAUSARY_WORD_RELATIVE | CLAUSARY_WORD_PRONOUN | CLAUSARY_WORD_COPULA
		| CLAUSARY_WORD_CONJUNCTION | CLAUSARY_WORD_TELLING
	};
	return at < s->end && !is_mark(s, at) && !is_small(s, at)
	       && !(bits_of(s, at) & (OTHERS | ARTICLES)) && !is_hedge(s, at);
}

/* Nouns without an article from token `at` on: returns the token after them, `at` for none. A
 * participle before another word is an adjective ("specialized cells"), one before a small word
 * is a verb ("used in"). */
static size_t
bare_nouns(const clausary_sentence *s, size_t at)
{
	size_t end = at;
	while (is_content(s, end)
	       || (end > at && end + 1 < s->end && clausary_mining_is_hyphen(s->mining, end)))
		end++;
	if (end == at || (end == at + 1 && is_participle(s, at))
	    || clausary_sentence_ends(s, at, s->words->progressives)) /* "are reading books" */
		return at;
	if (end > at + 1 && is_participle(s, end - 1)) /* "cells used in" */
		end--;
	return end;
}

/* After the marks and adverbs that may stand between "be" and a genus: "is, in contrast to a buoy,
 * a", "is often a". */
static size_t
after_hedges(const clausary_sentence *s, size_t at)
{
	size_t start = at;
	while (at < s->end) {
		char mark = clausary_mining_mark(s->mining, at);
		if (mark == ',' && at == start && is_preposition(s, at + 1)) {
			size_t close = at + 1;
			while (close < s->end && close - at < LONGEST_LEAD && !is_comma(s, close))
				close++;
			if (close == s->end || !is_comma(s, close))
				return at;
			at = close;
		} else if (mark != ',' && mark != '"' && mark != '\'' && !is_hedge(s, at)) {
			return at;
		}
		at++;
	}
	return at;
}

/* What stands right after a form of "be"; 0 where it joins nothing. */
static uint64_t
read_copula(clausary_sentence *s)
{
	bool plural = bits_of(s, s->link) & CLAUSARY_WORD_PLURAL;
	size_t at = s->after = after_hedges(s, s->after), end;
	uint32_t bits = at < s->end ? bits_of(s, at) : 0;
	uint32_t next = at + 1 < s->end ? bits_of(s, at + 1) : 0;
	if (at == s->end || clausary_sentence_phrase(s, &s->words->naming, at))
		return 0; /* "is called" */
	if (bits & CLAUSARY_WORD_INDEFINITE)
		return BIT(IS_A);
	if (bits & CLAUSARY_WORD_DEFINITE)
		return BIT(IS_THE);
	if (bits & CLAUSARY_WORD_CIRCUMSTANCE
	    || (bits & CLAUSARY_WORD_POINTING && next & CLAUSARY_WORD_RELATIVE))
		return BIT(IS_WHEN);
	if ((end = bare_nouns(s, at)) == at)
		return 0; /* "is used", "is not" */
	if (plural && clausary_sentence_ends(s, end - 1, s->words->plurals))
		return BIT(ARE_BARE);
	if (end < s->end && bits_of(s, end) & CLAUSARY_WORD_RELATIVE)
		return BIT(IS_BARE);
	return 0; /* "is old", "are fragile" */
}

/* Whether enough words follow the verb for a genus and what sets it apart; "is cheap" and "means
 * well, as …" have not. After "a lamp" and "the term" fewer are enough; what a thing does, which
 * has no genus, takes more. */
static bool
has_definition(const clausary_sentence *s, uint64_t clue)
{
	bool shown = bits_of(s, s->start) & CLAUSARY_WORD_INDEFINITE
	             || bits_of(s, s->start + 1) & CLAUSARY_WORD_TERM;
	bool verb = clue & (BIT(DEFINES) | BIT(DESCRIBES));
	size_t words = 0, least = clue == BIT(ACTS) ? FEWEST_OF_ACTION
	                          : shown           ? FEWEST_WORDS - 1
	                                            : FEWEST_WORDS;
	for (size_t at = s->after; at < s->end && words < least; at++) {
		char mark = clausary_mining_mark(s->mining, at);
		if (mark == '.' || mark == ';' || mark == ':')
			break;
		if (mark == ',' && verb
		    && (at + 1 == s->end || bits_of(s, at + 1) & CLAUSARY_WORD_CONJUNCTION))
			break;
		words += !is_mark(s, at);
	}
	return words >= least;
}

/* "A bulkhead divides the hull": a thing of which there are many, and what it does, where that
 * stands before token `end`. */
static size_t
find_action(const clausary_sentence *s, size_t end)
{
	enum { LONGEST_SUBJECT = 5 };
	if (!(bits_of(s, s->start) & CLAUSARY_WORD_INDEFINITE)
	    || clausary_sentence_is_acronym(s, s->start + 1))
		return 0;
	for (size_t at = s->start + 2; at + 1 < end && at - s->start <= LONGEST_SUBJECT; at++) {
		if (!is_content(s, at - 1) && !clausary_mining_is_hyphen(s->mining, at - 1))
			return 0;
		if (is_content(s, at) && clausary_sentence_ends(s, at, s->words->verbs)
		    && (bits_of(s, at + 1) & ARTICLES || is_content(s, at + 1)
		        || is_hedge(s, at + 1)))
			return at;
	}
	return 0;
}

void
clausary_sentence_join(clausary_sentence *s)
{
	skip_lead(s);
	uint64_t clue = find_link(s);
	size_t action = find_action(s, s->link ? s->link : s->end);
	if (action) {
		s->link = s->after = action;
		clue = BIT(ACTS);
	}
	if (s->link == 0)
		return;
	if (bits_of(s, s->link) & CLAUSARY_WORD_PAST)
		s->clues |= BIT(PAST);
	if (clue == 0)
		clue = read_copula(s);
	s->joins = has_term(s) && clue && has_definition(s, clue);
	if (!s->joins)
		return;
	s->clues |= clue;
	if (is_comma(s, s->link - 1))
		s->clues |= BIT(AFTER_COMMA);
	else if (is_mark(s, s->link - 1))
		s->clues |= BIT(AFTER_BRACKET);
}
