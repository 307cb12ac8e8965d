/* Sentences that define: "A tide gauge is an instrument that …", "… is called a tide gauge". A
 * lower class of definitions, looked for only where it is asked for and only in a document that
 * defines nothing otherwise: a text with a terms clause defines its terms there. What joins term
 * and definition, and what stands around it, are clues; their weights decide. */
#include "mining/entry.h"
#include "mining/sentence.h"

#define BIT CLAUSARY_SENTENCE_BIT

enum { FEWEST_TOKENS = 5 };

/* Least confidence of a sentence that is kept. */
static const float LEAST = 0.35f;

/* Keep the sentence, its term without an article and without "the term" before it. */
static void
keep(const clausary_sentence *s, float confidence)
{
	size_t first = s->term_first;
	while (first < s->term_last
	       && clausary_sentence_bits(s, first)
	                  & (CLAUSARY_WORD_INDEFINITE | CLAUSARY_WORD_DEFINITE
	                     | CLAUSARY_WORD_TERM))
		first++;
	clausary_entry entry = {.clause = s->passage->clause,
	                        .rule = "sentence",
	                        .confidence = confidence,
	                        .clues = s->clues,
	                        .term = clausary_mining_span(s->mining, first, s->term_last),
	                        .definition = clausary_mining_span(s->mining, s->definition_first,
	                                                           s->definition_last)};
	clausary_entry_keep(s->mining, &entry);
}

/* Whether a sentence may define though no verb joins a term and its definition. A name that is
 * given to somebody or to one place ("a village called Almira") defines nothing; "this is called
 * the old way" leaves the definition to another sentence. */
static bool
defines_otherwise(const clausary_sentence *s)
{
	const uint64_t outside = BIT(PRONOUN) | BIT(SHORT_SENTENCE);
	if (s->clues & (BIT(APPOSED) | BIT(INSERTED) | BIT(REPHRASES)))
		return true;
	if (s->named)
		return !s->names_name && (s->clues & outside) != outside;
	return (s->clues & BIT(DEFINES_LATER)) && !(s->clues & BIT(PRONOUN));
}

/* Look up once what each word may be. */
static void
read_words(clausary_sentence *s)
{
	for (size_t at = s->first; at < s->end; at++) {
		if (s->mining->tokens.items[at].kind != CLAUSARY_TOKEN_WORD)
			continue;
		uint32_t bits =
		        clausary_cues_value(&s->words->words, clausary_mining_word(s->mining, at));
		s->bits[at - s->first] = bits == CLAUSARY_NONE ? 0 : bits;
	}
}

static void
read_sentence(clausary_mining *mining, const clausary_passage *passage, size_t first, size_t end)
{
	while (first < end && mining->tokens.items[first].kind != CLAUSARY_TOKEN_WORD)
		first++;
	if (end - first < FEWEST_TOKENS)
		return;
	if (end - first > CLAUSARY_SENTENCE_LONGEST)
		end = first + CLAUSARY_SENTENCE_LONGEST;
	clausary_sentence s = {.mining = mining,
	                       .words = mining->sentences,
	                       .passage = passage,
	                       .first = first,
	                       .end = end};
	read_words(&s);
	if (clausary_sentence_bits(&s, first) & CLAUSARY_WORD_CONJUNCTION)
		s.clues |= BIT(SUBORDINATE);
	clausary_sentence_join(&s);
	clausary_sentence_read_rest(&s);
	clausary_sentence_look(&s);
	if (!s.joins && !defines_otherwise(&s))
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
	size_t last = at;
	for (char before; last > passage->first; last--) { /* "… (at dusk)." */
		before = clausary_mining_mark(mining, last - 1);
		if (before != ')' && before != ']' && before != '"')
			break;
	}
	return last > passage->first && mining->tokens.items[last - 1].size >= SHORTEST_WORD
	       && mining->tokens.items[last - 1].kind == CLAUSARY_TOKEN_WORD
	       && !clausary_cues_has(&mining->cues->abbreviations,
	                             clausary_mining_word(mining, last - 1));
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
