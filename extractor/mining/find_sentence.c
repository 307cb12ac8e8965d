/* Sentences that define: "A tide gauge is an instrument that …", "… is called a tide gauge". A
 * lower class of definitions, looked for only where it is asked for and only in a document that
 * defines nothing otherwise: a text with a terms clause defines its terms there. What joins term
 * and definition, and what stands around it, are clues; their weights decide. */
#include "mining/clue.h"
#include "mining/cue_match.h"
#include "mining/entry.h"
#include "mining/sentence_words.h"
#include "mining/short_form.h"

#define BIT(id) ((uint64_t)1 << CLAUSARY_CLUE_##id)

enum {
	FEWEST_TOKENS = 5,
	SHORT = 12,
	MOST_TOKENS = 200, /* of a sentence that are looked at */
	LATEST_LINK = 40,
	LONGEST_LEAD = 10, /* "In a harbour, …" */
	NEAR = 6,
	FAR = 12, /* tokens after the verb */
	LONGEST_TERM = 8,
	FEWEST_WORDS = 3, /* of a definition: a genus and what sets it apart */
};

/* Least confidence of a sentence that is kept. */
static const float LEAST = 0.35f;

typedef struct sentence {
	clausary_mining *mining;
	const clausary_sentence_words *words;
	const clausary_passage *passage;
	size_t first, end;  /* tokens; `first` is a word */
	size_t start;       /* after a lead */
	size_t link, after; /* the verb that joins, and the token after it; 0: none */
	size_t named;       /* a term after a word that names; 0: none */
	size_t apposed;     /* the comma between a term and its definition; 0: none */
	uint64_t clues;
	bool joins; /* a term stands before the verb */
} sentence;

static bool
is_mark(const sentence *s, size_t at)
{
	return s->mining->tokens.items[at].kind == CLAUSARY_TOKEN_MARK;
}

static uint32_t
bits_of(const sentence *s, size_t at)
{
	if (s->mining->tokens.items[at].kind != CLAUSARY_TOKEN_WORD)
		return 0;
	uint32_t bits = clausary_cues_value(&s->words->words, clausary_mining_word(s->mining, at));
	return bits == CLAUSARY_NONE ? 0 : bits;
}

static bool
is_small(const sentence *s, size_t at)
{
	return clausary_cues_has(&s->mining->cues->initials, clausary_mining_word(s->mining, at));
}

/* The token after a phrase of the list that begins at token `at`, or 0. */
static size_t
after_phrase(const sentence *s, const clausary_phrases *list, size_t at)
{
	for (size_t i = 0; i < list->count; i++) {
		size_t after = clausary_cue_after(s->mining, list->items[i], at, s->end);
		if (after)
			return after;
	}
	return 0;
}

static bool
is_participle(const sentence *s, size_t at, uint32_t bits)
{
	enum { SHORTEST = 5 };
	clausary_slice word = clausary_mining_word(s->mining, at);
	if (bits & CLAUSARY_WORD_PARTICIPLE)
		return true;
	for (size_t i = 0; word.size >= SHORTEST && i < s->words->endings.count; i++)
		if (clausary_slice_ends(word, s->words->endings.words[i]))
			return true;
	return false;
}

/* A small word that is no article: no term begins with it. */
static bool
is_preposition(const sentence *s, size_t at)
{
	return is_small(s, at)
	       && !(bits_of(s, at) & (CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE));
}

/* Where the sentence begins after a lead: "In a harbour, …". */
static void
skip_lead(sentence *s)
{
	s->start = s->first;
	if (!is_preposition(s, s->first))
		return;
	for (size_t at = s->first + 1; at < s->end && at - s->first < LONGEST_LEAD; at++)
		if (clausary_mining_is_mark(s->mining, at, ',')) {
			s->start = at + 1;
			return;
		}
}

/* Find the first verb that may join a term and its definition, outside of brackets. */
static void
find_link(sentence *s)
{
	size_t depth = 0;
	for (size_t at = s->start + 1; at < s->end && at - s->first < LATEST_LINK; at++) {
		if (is_mark(s, at)) {
			char mark = clausary_mining_mark(s->mining, at);
			depth += mark == '(' || mark == '[';
			depth -= depth > 0 && (mark == ')' || mark == ']');
			continue;
		}
		uint32_t bits = depth ? 0 : bits_of(s, at);
		size_t after = 0;
		uint64_t clue = 0;
		if (bits & CLAUSARY_WORD_PHRASE) {
			if ((after = after_phrase(s, &s->words->defining, at)))
				clue = BIT(DEFINES);
			else if ((after = after_phrase(s, &s->words->describing, at)))
				clue = BIT(DESCRIBES);
		}
		if (after == 0 && bits & CLAUSARY_WORD_COPULA)
			after = at + 1;
		if (after) {
			s->clues |= clue;
			s->link = at;
			s->after = after;
			return;
		}
	}
}

/* What stands before the verb. */
static void
read_term(sentence *s)
{
	size_t depth = 0, words = 0;
	bool clause = false, first = true;
	for (size_t at = s->start; at < s->link; at++) {
		char mark = clausary_mining_mark(s->mining, at);
		depth += mark == '(' || mark == '[';
		depth -= depth > 0 && (mark == ')' || mark == ']');
		if (depth || is_mark(s, at))
			continue;
		uint32_t bits = bits_of(s, at);
		if (first && bits & CLAUSARY_WORD_PRONOUN)
			s->clues |= BIT(PRONOUN);
		if (first && bits & CLAUSARY_WORD_INDEFINITE)
			s->clues |= BIT(TERM_INDEFINITE);
		clause |= !first && bits & CLAUSARY_WORD_RELATIVE;
		words += !(bits & (CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE));
		first = false;
	}
	s->joins = words > 0 && !(s->clues & BIT(PRONOUN)) && !is_preposition(s, s->start);
	if (s->joins)
		s->clues |= (clause ? BIT(TERM_CLAUSE) : 0)
		            | (words == 1   ? BIT(TERM_ONE)
		               : words <= 3 ? BIT(TERM_FEW)
		               : words >= 6 ? BIT(TERM_MANY)
		                            : 0);
	if (clausary_mining_is_mark(s->mining, s->link - 1, ','))
		s->clues |= BIT(AFTER_COMMA);
	else if (is_mark(s, s->link - 1))
		s->clues |= BIT(AFTER_BRACKET);
}

/* What stands right after a form of "be". */
static void
read_copula(sentence *s)
{
	size_t at = s->after;
	uint32_t verb = bits_of(s, s->link), bits = 0;
	while (at < s->end
	       && ((bits = bits_of(s, at)) & CLAUSARY_WORD_HEDGE
	           || clausary_mining_is_mark(s->mining, at, ',')))
		at++;
	s->after = at;
	if (verb & CLAUSARY_WORD_PAST)
		s->clues |= BIT(PAST);
	if (at == s->end || bits & CLAUSARY_WORD_INDEFINITE)
		s->clues |= at == s->end ? 0 : BIT(IS_A);
	else if (bits & CLAUSARY_WORD_DEFINITE)
		s->clues |= BIT(IS_THE);
	else if (is_participle(s, at, bits)
	         || bits & (CLAUSARY_WORD_RELATIVE | CLAUSARY_WORD_TELLING | CLAUSARY_WORD_PRONOUN)
	         || after_phrase(s, &s->words->naming, at) || is_small(s, at) || is_mark(s, at))
		s->joins = false; /* "is used", "is not", "is called" */
	else if (verb & CLAUSARY_WORD_PLURAL)
		s->clues |= BIT(ARE_BARE);
	else
		s->joins = false; /* "is old", "is sent" */
}

/* Whether enough words follow the verb for a genus and what sets it apart; "is cheap" and "means
 * well, as …" have not. */
static bool
has_definition(const sentence *s)
{
	const char *stops = s->clues & (BIT(DEFINES) | BIT(DESCRIBES)) ? ".;:," : ".;:";
	size_t words = 0;
	for (size_t at = s->after; at < s->end && words < FEWEST_WORDS; at++) {
		char mark = clausary_mining_mark(s->mining, at);
		if (mark && strchr(stops, mark))
			break;
		words += !is_mark(s, at);
	}
	return words == FEWEST_WORDS;
}

/* What follows the verb: a genus, a relative clause. */
static void
read_after(sentence *s)
{
	s->joins &= has_definition(s);
	for (size_t at = s->after; at < s->end && at - s->after <= FAR; at++) {
		uint32_t bits = bits_of(s, at);
		if (bits & CLAUSARY_WORD_GENUS && at - s->after < NEAR)
			s->clues |= BIT(GENUS);
		if (at > s->after && bits & CLAUSARY_WORD_RELATIVE)
			s->clues |= BIT(RELATIVE);
		if (at > s->after && bits & CLAUSARY_WORD_PARTICIPLE)
			s->clues |= BIT(PARTICIPLE);
	}
}

/* Whether an acronym follows a word that names: that is a pair. */
static bool
names_acronym(const sentence *s, size_t at)
{
	while (at + 1 < s->end && is_mark(s, at))
		at++;
	size_t form = clausary_short_form_at(s->mining, at);
	return form < s->mining->short_forms.count
	       && s->mining->short_forms.items[form].first == at;
}

/* Words that name, and verbs that define further on. */
static void
read_phrase(sentence *s, size_t at)
{
	size_t after = after_phrase(s, &s->words->naming, at);
	if (after && after < s->end && at > s->first && !names_acronym(s, after)) {
		s->clues |= BIT(NAMES);
		if (bits_of(s, at - 1) & CLAUSARY_WORD_COPULA)
			s->clues |= BIT(IS_NAMED);
		s->named = s->named ? s->named : after;
	} else if (!(s->clues & BIT(DEFINES)) && at > s->first
	           && after_phrase(s, &s->words->defining, at)) {
		s->clues |= BIT(DEFINES_LATER);
	}
}

/* Whether a relative clause follows soon after token `at`, before any mark. */
static bool
is_restricted(const sentence *s, size_t at)
{
	for (size_t i = at; i < s->end && i - at <= NEAR && !is_mark(s, i); i++)
		if (bits_of(s, i) & CLAUSARY_WORD_RELATIVE)
			return true;
	return false;
}

static void
read_comma(sentence *s, size_t at)
{
	if (at + 2 >= s->end || at == s->first)
		return;
	uint32_t bits = bits_of(s, at + 1);
	if (bits & CLAUSARY_WORD_INDEFINITE && !s->apposed && !is_mark(s, at - 1)
	    && is_restricted(s, at + 2)) {
		s->clues |= BIT(APPOSED);
		s->apposed = at;
	}
	if (bits & CLAUSARY_WORD_OR)
		s->clues |= BIT(OTHER_NAME);
	if (bits & CLAUSARY_WORD_RELATIVE)
		s->clues |= bits_of(s, at + 2) & CLAUSARY_WORD_COPULA ? BIT(WHICH_IS) : BIT(WHICH);
}

/* The rest: what tells of an argument, of people, of another sentence. */
static void
read_all(sentence *s)
{
	const clausary_token *tokens = s->mining->tokens.items;
	size_t telling = 0;
	for (size_t at = s->first; at < s->end; at++) {
		if (is_mark(s, at)) {
			char mark = clausary_mining_mark(s->mining, at);
			if (mark == ',')
				read_comma(s, at);
			else if (mark == ':' || (mark == '-' && tokens[at].size > 1))
				s->clues |= BIT(COLON); /* or a dash */
			else if (mark == '?')
				s->clues |= BIT(PERSON);
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
		if (bits & CLAUSARY_WORD_PHRASE)
			read_phrase(s, at);
	}
	s->clues |= (telling == 1  ? BIT(TELLS)
	             : telling > 1 ? BIT(TELLS_MORE)
	                           : 0)
	            | (s->end - s->first < SHORT ? BIT(SHORT_SENTENCE) : 0);
}

/* The words from token `at` to the next mark, verb or relative before token `end`, without an
 * article before them. */
static clausary_span
term_at(const sentence *s, size_t at, size_t end)
{
	enum { STOPS = CLAUSARY_WORD_RELATIVE | CLAUSARY_WORD_COPULA | CLAUSARY_WORD_CONJUNCTION };
	while (at + 1 < end
	       && (is_mark(s, at)
	           || bits_of(s, at) & (CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE)))
		at++;
	size_t last = at;
	while (last + 1 < end && last - at < LONGEST_TERM && !(bits_of(s, last + 1) & STOPS)
	       && (!is_mark(s, last + 1) || clausary_mining_is_hyphen(s->mining, last + 1)))
		last++;
	return clausary_mining_span(s->mining, at, last);
}

/* The words before token `end`, back to a mark, a verb, a small word or an article. */
static clausary_span
term_before(const sentence *s, size_t end)
{
	enum { STOPS = CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE | CLAUSARY_WORD_COPULA };
	size_t first = end - 1;
	while (first > s->first && end - first < LONGEST_TERM && !is_mark(s, first - 1)
	       && !is_small(s, first - 1) && !(bits_of(s, first - 1) & STOPS))
		first--;
	return clausary_mining_span(s->mining, first, end - 1);
}

/* The term before the verb, and what follows; or the term after a word that names, and what stands
 * before; a term before a comma and a relative has the whole sentence. */
static void
keep(const sentence *s, float confidence)
{
	clausary_entry entry = {.clause = s->passage->clause,
	                        .rule = "sentence",
	                        .confidence = confidence,
	                        .clues = s->clues};
	size_t last = s->end - 1;
	while (last > s->first && is_mark(s, last))
		last--;
	if (s->joins && s->after <= last) {
		entry.term = term_at(s, s->start, s->link);
		entry.definition = clausary_mining_span(s->mining, s->after, last);
	} else if (s->apposed) {
		entry.term = term_before(s, s->apposed);
		entry.definition = clausary_mining_span(s->mining, s->apposed + 1, last);
	} else if (s->named) {
		entry.term = term_at(s, s->named, s->end);
		entry.definition = clausary_mining_span(s->mining, s->start, last);
	} else {
		entry.term = term_at(s, s->start, s->end);
		entry.definition = clausary_mining_span(s->mining, s->start, last);
	}
	clausary_entry_keep(s->mining, &entry);
}

static void
read_sentence(clausary_mining *mining, const clausary_passage *passage, size_t first, size_t end)
{
	while (first < end && mining->tokens.items[first].kind != CLAUSARY_TOKEN_WORD)
		first++;
	if (end - first < FEWEST_TOKENS)
		return;
	if (end - first > MOST_TOKENS)
		end = first + MOST_TOKENS;
	sentence s = {.mining = mining,
	              .words = mining->sentences,
	              .passage = passage,
	              .first = first,
	              .end = end};
	if (bits_of(&s, first) & CLAUSARY_WORD_CONJUNCTION)
		s.clues |= BIT(SUBORDINATE);
	skip_lead(&s);
	find_link(&s);
	if (s.link) {
		read_term(&s);
		if (!(s.clues & (BIT(DEFINES) | BIT(DESCRIBES))))
			read_copula(&s);
		read_after(&s);
	}
	read_all(&s);
	if (!s.joins
	    && !(s.clues & (BIT(NAMES) | BIT(WHICH_IS) | BIT(DEFINES_LATER) | BIT(APPOSED))))
		return;
	float confidence = clausary_clue_weigh_sentence(s.clues);
	if (confidence >= LEAST || mining->unbelieved)
		keep(&s, confidence);
}

/* Whether a sentence ends with token `at`: a stop after a word of some letters that is no
 * abbreviation, before a blank. */
static bool
ends_sentence(const clausary_mining *mining, const clausary_passage *passage, size_t at)
{
	enum { SHORTEST_WORD = 2 };
	char mark = clausary_mining_mark(mining, at);
	if (mark != '.' && mark != '?' && mark != '!')
		return false;
	if (at + 1 < passage->first + passage->count
	    && mining->tokens.items[at + 1].traits & CLAUSARY_TOKEN_JOINED)
		return false;
	return at > passage->first && mining->tokens.items[at - 1].size >= SHORTEST_WORD
	       && mining->tokens.items[at - 1].kind == CLAUSARY_TOKEN_WORD
	       && !clausary_cues_has(&mining->cues->abbreviations,
	                             clausary_mining_word(mining, at - 1));
}

static void
find(clausary_mining *mining)
{
	const clausary_cues *cues = mining->cues;
	if (mining->sentences == NULL || mining->findings->definitions.count)
		return;
	for (size_t i = 0; i < mining->passages.count; i++) {
		const clausary_passage *passage = &mining->passages.items[i];
		size_t first = passage->first, end = passage->first + passage->count;
		if (passage->cues != cues) /* of another language */
			continue;
		for (size_t at = first; at < end; at++)
			if (at + 1 == end || ends_sentence(mining, passage, at)) {
				read_sentence(mining, passage, first, at + 1);
				first = at + 1;
			}
	}
}

const clausary_finder clausary_finder_sentence = {"sentence", "sentences that define", find};
