/* Where a name begins in text that has no blanks between words. Dictionaries cut unknown names
 * badly, so their words serve as places to cut only. Each place has a cost: for what stands before
 * it, for what stands inside of the name then, and for a length that does not go with the letters
 * of the short form. The costs are in COSTS, with the reasons beside them. */
#include "mining/name_edge.h"

#include "base/utf8.h"
#include "mining/opener.h"

#include <unicode/uchar.h>

enum { MOST_LETTERS = 48, LONGEST_EDGE = 4 /* letters of a word before a name */ };

static const struct {
	float particle;           /* before the name: a grammatical word, such as "of" or "by" */
	float verb;               /* … a verb or a noun that seldom is part of a name */
	float conjunction;        /* … "and", which joins two names, or two parts of one */
	float unknown;            /* … anything else: the cut goes through a name, likely */
	float particle_inside;    /* in the name: hardly ever */
	float verb_inside;        /* … "data processing unit" */
	float conjunction_inside; /* … "Organization for Education, Science and Culture" */
	float comma_inside;       /* … the comma of enumerations */
	float length;             /* the name is twice as long as such names are, or half as long */
	float whole;              /* the name takes in all of the head of an entry */
	float most;               /* no more than this is believed */
} COSTS = {0, 0.3f, 0.8f, 2.0f, 1.5f, 0.5f, 0.3f, 0.4f, 1.0f, -1.2f, 1.9f};

/* Two letters of Chinese, the usual word, for each letter of the short form. */
static const float LETTERS_EACH = 2.0f;

/* The name while it grows to the left. */
typedef struct growth {
	const clausary_mining *mining;
	const clausary_passage *passage;
	clausary_slice form;
	size_t first;  /* token */
	float letters; /* square letters of the name */
	float open; /* letters and digits of the short form that no word of its own script gives */
	float inside; /* costs of what stands in it */
} growth;

static clausary_slice
text_of(const clausary_mining *mining)
{
	return clausary_document_text(mining->document);
}

bool
clausary_name_is_square(const clausary_mining *mining, size_t token)
{
	clausary_slice word = clausary_mining_word(mining, token);
	size_t at = word.size;
	return word.size && mining->tokens.items[token].kind != CLAUSARY_TOKEN_MARK
	       && clausary_utf8_is_square(clausary_utf8_previous(word, &at));
}

/* The kind of the word that ends at byte `end`; a word of one letter must be a token. */
static clausary_name_word
word_before(const growth *g, size_t end)
{
	clausary_slice text = text_of(g->mining);
	size_t at = end, token_start = g->mining->tokens.items[g->first - 1].start;
	clausary_name_word found = CLAUSARY_NAME_NONE;
	for (int letters = 1; letters <= LONGEST_EDGE && at > g->passage->span.start; letters++) {
		uint32_t c = clausary_utf8_previous(text, &at);
		uint32_t kind = clausary_cues_value(&g->mining->cues->name_words,
		                                    clausary_slice_part(text, at, end));
		bool token = at == token_start || !clausary_utf8_is_unspaced(c);
		if (kind != CLAUSARY_NONE && (letters > 1 || token))
			found = (clausary_name_word)kind;
	}
	return found;
}

/* What it costs to cut before the first token. */
static float
cost_of_cut(const growth *g)
{
	size_t end = clausary_token_end(g->mining->tokens.items[g->first - 1]);
	switch (word_before(g, end)) {
	case CLAUSARY_NAME_PARTICLE:
		return COSTS.particle;
	case CLAUSARY_NAME_VERB:
		return COSTS.verb;
	case CLAUSARY_NAME_CONJUNCTION:
		return COSTS.conjunction;
	default:
		return COSTS.unknown;
	}
}

static float
cost_inside(clausary_name_word kind)
{
	switch (kind) {
	case CLAUSARY_NAME_PARTICLE:
		return COSTS.particle_inside;
	case CLAUSARY_NAME_VERB:
		return COSTS.verb_inside;
	case CLAUSARY_NAME_CONJUNCTION:
		return COSTS.conjunction_inside;
	default:
		return 0;
	}
}

/* Letters and digits of a short form; a plural ending does not count. */
static float
letters_of(clausary_slice form)
{
	size_t at = 0;
	float count = 0;
	while (at < form.size)
		count += u_isalnum((UChar32)clausary_utf8_next(form, &at));
	return clausary_slice_ends(form, CLAUSARY_SLICE("s")) ? count - 1 : count;
}

/* Take in a word in the script of the short form: it must give letters of it, "IP" of "VOIP", "X"
 * of "XXE". */
static bool
take_foreign(growth *g, clausary_slice word)
{
	if (clausary_slice_find(g->form, word) != SIZE_MAX) {
		g->open -= letters_of(word);
		return true;
	}
	if (clausary_ascii_is_digit(word.data[0]))
		return g->first > g->passage->first
		       && clausary_name_is_square(g->mining, g->first - 1);
	g->open--;
	return clausary_ascii_is_upper(word.data[0])
	       && memchr(g->form.data, word.data[0], g->form.size) != NULL;
}

/* Take in the token before the name; false where a name cannot go on. */
static bool
grow(growth *g)
{
	const clausary_mining *mining = g->mining;
	clausary_slice word = clausary_mining_word(mining, g->first - 1);
	size_t at = 0;
	uint32_t first = clausary_utf8_next(word, &at);
	if (mining->tokens.items[g->first - 1].kind == CLAUSARY_TOKEN_MARK) {
		bool comma = first == 0x3001, dot = first == 0xb7 || first == 0x30fb;
		if (!comma && !dot && first != '-' && first != '/')
			return false;
		g->inside += comma ? COSTS.comma_inside : 0;
		g->first--;
		return true;
	}
	g->first--;
	if (!clausary_utf8_is_square(first))
		return take_foreign(g, word);
	g->letters += (float)clausary_utf8_count(word);
	uint32_t kind = clausary_cues_value(&mining->cues->name_words, word);
	g->inside += kind == CLAUSARY_NONE ? 0 : cost_inside((clausary_name_word)kind);
	return true;
}

static float
cost_of_length(const growth *g)
{
	float wanted = LETTERS_EACH * (g->open > 1 ? g->open : 1);
	float has = g->letters > 1 ? g->letters : 1;
	return COSTS.length * ((has > wanted ? has / wanted : wanted / has) - 1);
}

/* Whether a mark stands before the name, or nothing. */
static bool
is_free(const growth *g)
{
	return g->first == g->passage->first
	       || g->mining->tokens.items[g->first - 1].kind == CLAUSARY_TOKEN_MARK;
}

/* The opening quote of a name in quotes that ends with token `last`, or CLAUSARY_NONE. */
static size_t
opening_quote(const clausary_mining *mining, const clausary_passage *passage, size_t last)
{
	bool bracket;
	if (mining->tokens.items[last + 1].kind != CLAUSARY_TOKEN_MARK)
		return CLAUSARY_NONE;
	clausary_slice mark = clausary_mining_word(mining, last + 1);
	for (size_t at = last; at > passage->first && last - at < MOST_LETTERS; at--) {
		const char *closing =
		        clausary_opener_closing(clausary_mining_word(mining, at - 1), &bracket);
		if (closing && !bracket && clausary_slice_equal(mark, clausary_slice_of(closing)))
			return at - 1;
	}
	return CLAUSARY_NONE;
}

size_t
clausary_name_start(const clausary_mining *mining, clausary_slice form,
                    const clausary_passage *passage, size_t last, bool entry, float *confidence)
{
	growth g = {.mining = mining, .passage = passage, .form = form, .first = last + 1};
	size_t best = last, quote = opening_quote(mining, passage, last);
	float least = COSTS.most;
	*confidence = 0.9f;
	if (quote != CLAUSARY_NONE)
		return quote + 1;
	g.open = letters_of(form);
	while (g.first > passage->first && g.letters < MOST_LETTERS && grow(&g)) {
		bool mark = mining->tokens.items[g.first].kind == CLAUSARY_TOKEN_MARK;
		float cost = g.inside + cost_of_length(&g) + (is_free(&g) ? 0 : cost_of_cut(&g));
		if (entry && g.first == passage->first)
			cost += COSTS.whole;
		if (mark || g.letters < 2 || cost >= least)
			continue;
		least = cost;
		best = g.first;
	}
	*confidence = least < COSTS.most ? 0.85f - 0.2f * (least > 0 ? least : 0) : 0;
	return best;
}
