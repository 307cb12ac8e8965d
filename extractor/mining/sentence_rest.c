/* The whole of a sentence: names, appositions, other words for the same, and what tells of an
 * argument, of people or of another sentence. */
#include "mining/sentence.h"

#include "base/utf8.h"
#include "mining/cue_match.h"
#include "mining/short_form.h"

#define BIT CLAUSARY_SENTENCE_BIT
#define bits_of clausary_sentence_bits
#define is_mark clausary_sentence_is_mark

enum {
	SHORT = 12,
	NEAR = 6,
	ARTICLES = CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE,
};

uint32_t
clausary_sentence_bits(const clausary_sentence *s, size_t at)
{
	return at - s->first < s->end - s->first ? s->bits[at - s->first] : 0;
}

bool
clausary_sentence_is_mark(const clausary_sentence *s, size_t at)
{
	return s->mining->tokens.items[at].kind == CLAUSARY_TOKEN_MARK;
}

bool
clausary_sentence_is_small(const clausary_sentence *s, size_t at)
{
	return clausary_cues_has(&s->mining->cues->initials, clausary_mining_word(s->mining, at));
}

bool
clausary_sentence_ends(const clausary_sentence *s, size_t at, clausary_locale_entry endings)
{
	enum { FEWEST_BEFORE = 3 /* bytes */ };
	clausary_slice word = clausary_mining_word(s->mining, at);
	for (size_t i = 0; i < endings.count; i++)
		if (word.size >= endings.words[i].size + FEWEST_BEFORE
		    && clausary_slice_ends(word, endings.words[i]))
			return true;
	return false;
}

size_t
clausary_sentence_phrase(const clausary_sentence *s, const clausary_phrases *list, size_t at)
{
	if (!(bits_of(s, at) & list->begins))
		return 0;
	for (size_t i = 0; i < list->list.count; i++) {
		size_t after = clausary_cue_after(s->mining, list->list.items[i], at, s->end);
		if (after)
			return after;
	}
	return 0;
}

bool
clausary_sentence_is_restricted(const clausary_sentence *s, size_t at, size_t near)
{
	for (size_t i = at; i < s->end && i - at <= near && !is_mark(s, i); i++) {
		uint32_t bits = bits_of(s, i);
		if (bits & (CLAUSARY_WORD_RELATIVE | CLAUSARY_WORD_COPULA))
			return bits & CLAUSARY_WORD_RELATIVE;
	}
	return false;
}

bool
clausary_sentence_is_acronym(const clausary_sentence *s, size_t at)
{
	size_t form = clausary_short_form_at(s->mining, at);
	return form < s->mining->short_forms.count
	       && s->mining->short_forms.items[form].first == at;
}

/* Whether an acronym follows a word that names: that is a pair. */
static bool
names_acronym(const clausary_sentence *s, size_t at)
{
	while (at + 1 < s->end && is_mark(s, at))
		at++;
	return clausary_sentence_is_acronym(s, at);
}

/* Words that name, and verbs that define further on. */
static void
read_phrase(clausary_sentence *s, size_t at)
{
	size_t after = clausary_sentence_phrase(s, &s->words->naming, at);
	bool verb = after && after < s->end /* "called for", "called in" */
	            && clausary_sentence_is_preposition(s, after);
	if (after && after < s->end && at > s->first && !verb && !names_acronym(s, after)) {
		s->clues |= BIT(NAMES);
		if (bits_of(s, at - 1) & CLAUSARY_WORD_COPULA)
			s->clues |= BIT(IS_NAMED);
		s->named = s->named ? s->named : after;
	} else if (!(s->clues & (BIT(DEFINES) | BIT(IS_DEFINED))) && at > s->first
	           && (s->link == 0 || at > s->link + 1) && !after
	           && (clausary_sentence_phrase(s, &s->words->defining, at)
	               || clausary_sentence_phrase(s, &s->words->defined, at))) {
		s->clues |= BIT(DEFINES_LATER);
	} else if (at > s->first && is_mark(s, at - 1)
	           && clausary_sentence_phrase(s, &s->words->rephrasing, at)) {
		s->clues |= BIT(REPHRASES);
		s->apposed = s->apposed ? s->apposed : at - 1;
	}
}

/* Whether a noun with an article and a relative clause follow token `at`. */
static bool
is_apposition(const clausary_sentence *s, size_t at, uint32_t articles)
{
	return at + 2 < s->end && bits_of(s, at + 1) & articles
	       && clausary_sentence_is_restricted(s, at + 2, NEAR);
}

static void
read_comma(clausary_sentence *s, size_t at)
{
	if (at + 2 >= s->end || at == s->first)
		return;
	uint32_t bits = bits_of(s, at + 1), next = bits_of(s, at + 2);
	if (!s->apposed && !is_mark(s, at - 1) && is_apposition(s, at, CLAUSARY_WORD_INDEFINITE)) {
		s->clues |= BIT(APPOSED);
		s->apposed = at;
	}
	if (bits & CLAUSARY_WORD_OR)
		s->clues |= BIT(OTHER_NAME);
	if (bits & CLAUSARY_WORD_RELATIVE)
		s->clues |= !(next & CLAUSARY_WORD_COPULA)                     ? BIT(WHICH)
		            : at + 3 < s->end && bits_of(s, at + 3) & ARTICLES ? BIT(WHICH_IS)
		                                                               : BIT(WHICH_ALSO);
}

/* A hyphen joins words, a dash parts them. */
bool
clausary_sentence_is_dash(const clausary_sentence *s, size_t at)
{
	size_t next = 0;
	uint32_t c = clausary_utf8_next(clausary_mining_word(s->mining, at), &next);
	return c >= 0x2013 && c <= 0x2015;
}

/* A bracket or a dash: what a word before it means may follow, or another name. */
static void
read_insertion(clausary_sentence *s, size_t at)
{
	if (at == s->first || at + 2 >= s->end || s->apposed)
		return;
	bool dash = !clausary_mining_is_mark(s->mining, at, '(');
	if (is_apposition(s, at, ARTICLES)
	    || (dash && bits_of(s, at + 1) & CLAUSARY_WORD_INDEFINITE)) {
		s->clues |= BIT(INSERTED);
		s->apposed = at;
	} else if (!dash && bits_of(s, at + 1) & CLAUSARY_WORD_OR
	           && !is_mark(s, at + 2) /* "(OR)" */
	           && !clausary_sentence_is_preposition(s, at + 2)) {
		s->clues |= BIT(OTHER_NAME) | BIT(INSERTED);
		s->apposed = at;
	}
}

static void
read_mark(clausary_sentence *s, size_t at)
{
	char mark = clausary_mining_mark(s->mining, at);
	bool dash = clausary_sentence_is_dash(s, at);
	if (mark == ',')
		read_comma(s, at);
	else if (mark == '(' || dash)
		read_insertion(s, at);
	else if (mark == '?')
		s->clues |= BIT(PERSON);
	if (mark == ':' || dash)
		s->clues |= BIT(COLON);
}

void
clausary_sentence_read_rest(clausary_sentence *s)
{
	const clausary_token *tokens = s->mining->tokens.items;
	size_t telling = 0;
	for (size_t at = s->first; at < s->end; at++) {
		if (is_mark(s, at)) {
			read_mark(s, at);
			continue;
		}
		uint32_t bits = bits_of(s, at);
		telling += (bits & CLAUSARY_WORD_TELLING) != 0;
		if (tokens[at].kind == CLAUSARY_TOKEN_NUMBER)
			s->clues |= BIT(NUMBERS);
		if (bits & CLAUSARY_WORD_PERSON)
			s->clues |= BIT(PERSON);
		if (bits & CLAUSARY_WORD_POINTING)
			s->clues |= BIT(POINTS);
		if (bits & (CLAUSARY_WORD_NAMING | CLAUSARY_WORD_DEFINING | CLAUSARY_WORD_DEFINED
		            | CLAUSARY_WORD_REPHRASING))
			read_phrase(s, at);
	}
	s->clues |= (telling == 1  ? BIT(TELLS)
	             : telling > 1 ? BIT(TELLS_MORE)
	                           : 0)
	            | (s->end - s->first < SHORT ? BIT(SHORT_SENTENCE) : 0);
}
