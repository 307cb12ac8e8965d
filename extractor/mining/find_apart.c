/* Pairs whose forms stand apart in one passage, with nothing to join them: "The Board of Quiet
 * Lanterns met. … The BQL …". Only for an acronym that is explained nowhere else, when each letter
 * is the initial of a word and each word of weight gives one. Two letters are the initials of some
 * words by chance, so that capitals must mark these as a name. The text ties them no further, so
 * that the checker still calls such an acronym unexplained. */
#include "base/fold.h"
#include "mining/met_form.h"
#include "mining/short_form.h"

enum {
	FEWEST_LETTERS = 2,
	FEWEST_SURE = 3, /* letters that may be those of common words */
	MOST_LETTERS = 8,
	MOST_SMALL = 3 /* words that give no letter */,
	NEAR = 256 /* tokens before and after the acronym */
};

/* The letter that a word may give to an acronym, 0 for marks and for words that no name holds. */
static uint32_t
initial_of(const clausary_mining *mining, size_t token)
{
	enum { OTHERS = CLAUSARY_TOKEN_CAPITALS | CLAUSARY_TOKEN_DIGIT };
	const clausary_token *t = &mining->tokens.items[token];
	size_t at = 0;
	if (t->kind != CLAUSARY_TOKEN_WORD || t->size == 1 || t->traits & OTHERS
	    || !(t->traits & CLAUSARY_TOKEN_LOWER))
		return 0;
	return clausary_fold_next(clausary_mining_word(mining, token), &at,
	                          CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS);
}

/* Whether a token may begin with the letter: quick, for most do not. */
static inline bool
may_begin(const clausary_token *token, const char *text, char letter)
{
	return (text[token->start] | 0x20) == letter || token->traits & CLAUSARY_TOKEN_NON_ASCII;
}

static bool
is_small(const clausary_mining *mining, size_t token)
{
	return clausary_cues_has(&mining->cues->initials, clausary_mining_word(mining, token));
}

static bool
is_edge(const clausary_mining *mining, size_t token)
{
	return clausary_cues_has(&mining->cues->edge, clausary_mining_word(mining, token));
}

/* Whether a small word may stand inside a name at a token: an article after a preposition alone, as
 * in "of the"; after another word it begins that word's object. */
static bool
may_join(const clausary_mining *mining, size_t token)
{
	return is_small(mining, token)
	       && (!clausary_cues_has(&mining->cues->article_words,
	                              clausary_mining_word(mining, token))
	           || is_small(mining, token - 1));
}

/* Whether the acronym may stand for the words that give its letters; where these are few, only for
 * a name, one word after the other. */
static bool
may_give(const clausary_mining *mining, const size_t *giving, size_t count)
{
	const clausary_token *tokens = mining->tokens.items;
	bool few = count < FEWEST_SURE;
	for (size_t i = 0; i < count; i++)
		if (is_edge(mining, giving[i]) || is_small(mining, giving[i])
		    || (few && !(tokens[giving[i]].traits & CLAUSARY_TOKEN_CAPITAL_FIRST)))
			return false;
	return !few || giving[count - 1] - giving[0] == count - 1;
}

/* The token after the name whose initials are `letters` and which begins at token `first`; 0 where
 * none does. Letters are compared before words are looked up. */
static size_t
name_end(const clausary_mining *mining, const clausary_passage *passage, const char *letters,
         size_t first)
{
	size_t end = passage->first + passage->count, at = first, small = 0, count = 0;
	size_t giving[MOST_LETTERS]; /* the words that give the letters */
	for (; letters[count]; at++) {
		if (at + 1 < end && at > first && clausary_mining_is_hyphen(mining, at))
			continue;
		uint32_t initial = at < end ? initial_of(mining, at) : 0;
		if (initial == (uint32_t)letters[count] && (count < 1 || !is_small(mining, at)))
			giving[count++] = at;
		else if (initial == 0 || at == first || ++small > MOST_SMALL
		         || !may_join(mining, at))
			return 0;
	}
	return may_give(mining, giving, count) ? at : 0;
}

/* Whether a name in capitals goes on before the words, or a hyphen joins more to them. */
static bool
goes_on_before(const clausary_mining *mining, const clausary_passage *passage, size_t first)
{
	const clausary_token *tokens = &mining->tokens.items[first];
	if (first == passage->first)
		return false;
	return (tokens->traits & CLAUSARY_TOKEN_JOINED && tokens[-1].kind == CLAUSARY_TOKEN_MARK
	        && clausary_mining_is_hyphen(mining, first - 1))
	       || (tokens->traits & tokens[-1].traits & CLAUSARY_TOKEN_CAPITAL_FIRST
	           && !is_edge(mining, first - 1)); /* "The" begins a sentence */
}

/* Whether a name goes on after the words: in capitals, by a hyphen, or up to a bracket with its own
 * acronym, "Organization of the United Nations for Lamps (LUNO)". */
static bool
goes_on_after(const clausary_mining *mining, const clausary_passage *passage, size_t after)
{
	enum { FURTHEST = 12 };
	size_t end = passage->first + passage->count, at = after;
	const clausary_token *tokens = mining->tokens.items;
	if (after >= end)
		return false;
	if (clausary_mining_is_hyphen(mining, after)
	    || tokens[after].traits & tokens[after - 1].traits & CLAUSARY_TOKEN_CAPITAL_FIRST)
		return true;
	while (at < end && at - after < FURTHEST
	       && (tokens[at].kind == CLAUSARY_TOKEN_WORD
	           || clausary_mining_is_mark(mining, at, ',')
	           || clausary_mining_is_hyphen(mining, at)))
		at++;
	return at + 1 < end && clausary_mining_is_mark(mining, at, '(')
	       && tokens[at + 1].traits & CLAUSARY_TOKEN_CAPITALS;
}

/* Whether the acronym is a part of something longer: "CRR+EE", "ABC-10", "ABC 4". */
static bool
is_joined(const clausary_mining *mining, const clausary_short_form *form)
{
	const clausary_token *after = &mining->tokens.items[form->first + 1];
	size_t at = form->first;
	return after->kind == CLAUSARY_TOKEN_NUMBER
	       || (mining->tokens.items[at].traits & CLAUSARY_TOKEN_JOINED
	           && !clausary_mining_is_mark(mining, at - 1, '('))
	       || (after->traits & CLAUSARY_TOKEN_JOINED && after->size == 1
	           && strchr("-/+", mining->document->text.data[after->start]));
}

/* The letters of an acronym of capitals, without a plural ending; false where it has others. */
static bool
letters_of(clausary_slice form, char letters[MOST_LETTERS + 1])
{
	if (form.size > FEWEST_LETTERS && form.data[form.size - 1] == 's')
		form.size--;
	if (form.size < FEWEST_LETTERS || form.size > MOST_LETTERS)
		return false;
	for (size_t i = 0; i < form.size; i++) {
		if (!clausary_ascii_is_upper(form.data[i]))
			return false;
		letters[i] = clausary_ascii_lower(form.data[i]);
	}
	letters[form.size] = '\0';
	return true;
}

static bool
is_explained(clausary_mining *mining, const clausary_short_form *form)
{
	clausary_met_form *met = clausary_met_form_of(mining, form->letters);
	if (met && met->designation != CLAUSARY_NONE)
		return true;
	clausary_short_form_key(mining->cues, clausary_mining_text(mining, form->span),
	                        &mining->scratch);
	uint32_t found = clausary_map_get(&mining->findings->acronyms,
	                                  clausary_buffer_slice(&mining->scratch));
	if (met)
		met->designation = found;
	return found != CLAUSARY_NONE;
}

static void
look_for_name(clausary_mining *mining, const clausary_short_form *form)
{
	char letters[MOST_LETTERS + 1];
	const clausary_passage *passage = &mining->passages.items[form->passage];
	if (!letters_of(clausary_mining_text(mining, form->span), letters))
		return;
	const clausary_token *tokens = mining->tokens.items;
	const char *document = mining->document->text.data;
	size_t first = form->first > passage->first + NEAR ? form->first - NEAR : passage->first;
	size_t stop = passage->first + passage->count;
	if (stop > form->first + NEAR)
		stop = form->first + NEAR;
	unsigned shown = strlen(letters) < FEWEST_SURE ? CLAUSARY_TOKEN_CAPITAL_FIRST : 0;
	for (; first < stop; first++) {
		if ((tokens[first].traits & shown) != shown
		    || !may_begin(&tokens[first], document, letters[0]))
			continue;
		size_t after = name_end(mining, passage, letters, first);
		if (after == 0 || goes_on_before(mining, passage, first)
		    || goes_on_after(mining, passage, after))
			continue;
		clausary_mining_pair(mining, &(clausary_pair_candidate){form->passage, form->span,
		                                                        first, after - 1, "apart"});
		return;
	}
}

static void
find(clausary_mining *mining)
{
	const unsigned listed = CLAUSARY_CLAUSE_ABBREVIATIONS | CLAUSARY_CLAUSE_REFERENCES;
	for (size_t i = 0; i < mining->short_forms.count; i++) {
		clausary_short_form form = mining->short_forms.items[i];
		clausary_mining_enter(mining, form.passage);
		if (form.shouted || form.count > 1 || is_explained(mining, &form)
		    || is_joined(mining, &form)
		    || mining->passages.items[form.passage].flags & listed)
			continue;
		look_for_name(mining, &form);
	}
}

const clausary_finder clausary_finder_apart = {
        "apart", "long forms that stand apart from their short forms, in one passage", find};
