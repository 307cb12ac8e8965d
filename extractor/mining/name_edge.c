/* Where a name begins in text that has no blanks between words. Dictionaries cut unknown names
 * badly, so their words serve as places to cut only. Each place has a cost: for what stands before
 * it, for what stands inside of the name then, and for a length that does not go with the letters
 * of the short form. The costs are in COSTS, with the reasons beside them. */
#include "mining/name_edge.h"

#include "base/utf8.h"
#include "mining/clipping.h"
#include "mining/opener.h"

#include <unicode/uchar.h>

enum {
	MOST_LETTERS = 48,
	MOST_TOKENS = 64,
	LONGEST_EDGE = 4 /* letters of a word before a name */
};

static const struct {
	float particle;           /* before the name: a grammatical word, such as "of" or "by" */
	float verb;               /* … a verb that is seldom part of a name */
	float action;             /* … a verb that names have as a noun as well: "processing" */
	float conjunction;        /* … "and", which joins two names, or two parts of one */
	float unknown;            /* … anything else: the cut goes through a name, likely */
	float particle_inside;    /* in the name: hardly ever */
	float verb_inside;        /* … seldom */
	float action_inside;      /* … "data processing unit" */
	float conjunction_first;  /* … at its beginning: it joins two names */
	float conjunction_inside; /* … "Organization for Education, Science and Culture" */
	float comma;              /* before the name: the comma of enumerations */
	float comma_inside;       /* … the comma of enumerations */
	float length;             /* the name is twice as long as such names are, or half as long */
	float other_first;        /* a clipping begins with another letter than the name */
	float whole;              /* the name takes in all of the head of an entry */
	float most;               /* no more than this is believed */
} COSTS = {0,    0.3f, 0.4f, 0.8f, 2.0f, 1.5f, 0.8f,  0.2f,
           1.5f, 0.3f, 0.6f, 0.4f, 1.0f, 0.5f, -2.5f, 1.9f};

/* Two letters of Chinese, the usual word, for each letter of the short form. */
static const float LETTERS_EACH = 2.0f;

/* The name while it grows to the left. */
typedef struct growth {
	const clausary_mining *mining;
	const clausary_passage *passage;
	clausary_slice form;
	size_t first;  /* token */
	size_t end;    /* byte after the name */
	float letters; /* square letters of the name */
	float open; /* letters and digits of the short form that no word of its own script gives */
	float inside; /* costs of what stands in it */
	bool clipped; /* the short form is made of letters of the name */
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

/* The kind of the word that ends at byte `end`. One letter is a word where it is a token; at the
 * end of a token it is likely one. */
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
		bool token = letters > 1 || at == token_start || !clausary_utf8_is_unspaced(c);
		if (kind == CLAUSARY_NAME_PARTICLE && !token)
			found = CLAUSARY_NAME_VERB;
		else if (kind != CLAUSARY_NONE && token)
			found = (clausary_name_word)kind;
	}
	return found;
}

static bool
is_enumeration_comma(const clausary_mining *mining, size_t token)
{
	return clausary_slice_equal(clausary_mining_word(mining, token),
	                            CLAUSARY_SLICE("\xe3\x80\x81"));
}

/* What it costs to cut before the first token. */
static float
cost_of_cut(const growth *g)
{
	size_t end = clausary_token_end(g->mining->tokens.items[g->first - 1]);
	if (is_enumeration_comma(g->mining, g->first - 1))
		return COSTS.comma;
	switch (word_before(g, end)) {
	case CLAUSARY_NAME_PARTICLE:
		return COSTS.particle;
	case CLAUSARY_NAME_VERB:
		return COSTS.verb;
	case CLAUSARY_NAME_ACTION:
		return COSTS.action;
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
	case CLAUSARY_NAME_ACTION:
		return COSTS.action_inside;
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

/* What a word costs that the name would begin with; that a single token stands in it is counted as
 * it is taken in. */
static float
cost_of_start(const growth *g)
{
	clausary_slice text = text_of(g->mining);
	const clausary_token *token = &g->mining->tokens.items[g->first];
	size_t at = token->start, next = g->first;
	float cost = 0;
	for (int letters = 1; letters <= LONGEST_EDGE && at < g->end; letters++) {
		clausary_utf8_next(text, &at);
		while (clausary_token_end(g->mining->tokens.items[next]) < at)
			next++;
		clausary_slice word = clausary_slice_part(text, token->start, at);
		uint32_t kind = clausary_cues_value(&g->mining->cues->name_words, word);
		bool whole = clausary_token_end(g->mining->tokens.items[next]) == at;
		if (kind == CLAUSARY_NONE || !whole)
			continue;
		cost = next > g->first ? cost_inside((clausary_name_word)kind) : 0;
		if (kind == CLAUSARY_NAME_CONJUNCTION)
			cost += COSTS.conjunction_first;
	}
	return cost;
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

/* Whether a bracket or a quote ends before the comma that the name would take in. */
static bool
ends_other_name(const growth *g)
{
	return g->first < g->passage->first + 2
	       || g->mining->tokens.items[g->first - 2].kind == CLAUSARY_TOKEN_MARK;
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
		bool comma = is_enumeration_comma(mining, g->first - 1);
		bool dot = first == 0xb7 || first == 0x30fb;
		if ((!comma && !dot && first != '-' && first != '/')
		    || (comma && ends_other_name(g)))
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

/* A clipping needs no length, it needs its letters; most begin with the first one of the name. */
static float
cost_of_clipping(const growth *g)
{
	size_t start = g->mining->tokens.items[g->first].start, form = 0, name = 0;
	clausary_slice whole = clausary_slice_part(text_of(g->mining), start, g->end);
	if (!clausary_clipping_of(g->form, whole))
		return COSTS.most;
	bool same = clausary_utf8_next(g->form, &form) == clausary_utf8_next(whole, &name);
	return same ? 0 : COSTS.other_first;
}

/* Whether the name begins with the body whose part the short form names, "ITU" of "ITU-T": the
 * letters after the hyphen say nothing about the length of the part's name. */
static bool
begins_with_body(const growth *g)
{
	clausary_slice word = clausary_mining_word(g->mining, g->first);
	if (!(g->mining->tokens.items[g->first].traits & CLAUSARY_TOKEN_CAPITAL)
	    || !clausary_slice_starts(g->form, word) || word.size == g->form.size)
		return false;
	size_t at = word.size;
	return u_hasBinaryProperty((UChar32)clausary_utf8_next(g->form, &at), UCHAR_DASH);
}

static float
cost_of_length(const growth *g)
{
	if (g->form.size == 0 || begins_with_body(g))
		return 0;
	if (g->clipped)
		return cost_of_clipping(g);
	float wanted = LETTERS_EACH * (g->open > 1 ? g->open : 1);
	float has = g->letters > 1 ? g->letters : 1;
	return COSTS.length * ((has > wanted ? has / wanted : wanted / has) - 1);
}

/* Whether a mark stands before the name, or nothing. */
static bool
is_free(const growth *g)
{
	if (g->first == g->passage->first)
		return true;
	return g->mining->tokens.items[g->first - 1].kind == CLAUSARY_TOKEN_MARK
	       && (!is_enumeration_comma(g->mining, g->first - 1) || ends_other_name(g));
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
		clausary_slice open = clausary_mining_word(mining, at - 1);
		if (clausary_opener_opens(open, &bracket) && !bracket
		    && clausary_opener_closes(open, mark))
			return at - 1;
	}
	return CLAUSARY_NONE;
}

size_t
clausary_name_start(const clausary_mining *mining, clausary_slice form,
                    const clausary_passage *passage, size_t last, bool entry, float *confidence)
{
	growth g = {.mining = mining, .passage = passage, .form = form, .first = last + 1};
	size_t start = form.size;
	g.end = clausary_token_end(mining->tokens.items[last]);
	g.clipped = form.size && clausary_utf8_is_square(clausary_utf8_previous(form, &start));
	size_t best = last, quote = opening_quote(mining, passage, last);
	float least = COSTS.most;
	*confidence = 0.9f;
	if (quote != CLAUSARY_NONE)
		return quote + 1;
	g.open = form.size ? letters_of(form) : 0;
	while (g.first > passage->first && last - g.first + 1 < MOST_TOKENS
	       && g.letters < MOST_LETTERS && grow(&g)) {
		bool mark = mining->tokens.items[g.first].kind == CLAUSARY_TOKEN_MARK;
		if (mark || g.letters < 2)
			continue;
		float cost = g.inside + cost_of_length(&g);
		if (entry && g.first == passage->first)
			cost += COSTS.whole;
		else
			cost += cost_of_start(&g) + (is_free(&g) ? 0 : cost_of_cut(&g));
		if (cost < least) {
			least = cost;
			best = g.first;
		}
	}
	*confidence = least < COSTS.most ? 0.85f - 0.2f * (least > 0 ? least : 0) : 0;
	return best;
}
