/* What brackets hold, and how far back the words reach that they explain. */
#include "mining/bracket.h"

#include "base/utf8.h"
#include "document/label.h"
#include "mining/cue_match.h"
#include "mining/opener.h"
#include "mining/short_form.h"

enum {
	LONGEST_BRACKET = 40 /* tokens */,
	MOST_WORDS_BACK = 24,
	MOST_TOKENS_BACK = 80,
	MOST_PARTS = 6
};

static bool
is_mark(const clausary_mining *mining, size_t index)
{
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK;
}

/* Leave out marks at the ends of what a bracket holds: quotes, stops. */
static bool
trim_marks(const clausary_mining *mining, clausary_bracket *b)
{
	while (b->first <= b->last && is_mark(mining, b->first))
		b->first++;
	while (b->last > b->first && is_mark(mining, b->last))
		b->last--;
	return b->first <= b->last && !is_mark(mining, b->first);
}

bool
clausary_bracket_skip_cue(const clausary_mining *mining, clausary_bracket *b)
{
	if (!clausary_cues_has(&mining->cues->bracket_first,
	                       clausary_mining_word(mining, b->first)))
		return true;
	for (size_t i = 0; i < mining->cues->brackets.count; i++) {
		size_t after = clausary_cue_after(mining, mining->cues->brackets.items[i], b->first,
		                                  b->last);
		if (after) {
			b->first = after;
			return trim_marks(mining, b);
		}
	}
	return true;
}

bool
clausary_bracket_is_cue(const clausary_mining *mining, size_t first, size_t last)
{
	if (!clausary_cue_may_begin(mining, &mining->cues->bracket_beginnings, first))
		return false;
	for (size_t i = 0; i < mining->cues->brackets.count; i++)
		if (clausary_cue_after(mining, mining->cues->brackets.items[i], first, last + 1)
		    == last + 1)
			return true;
	return false;
}

/* Where a long form may begin at the earliest: after the last mark that ends a sentence or a
 * bracket. */
size_t
clausary_bracket_earliest(const clausary_mining *mining, const clausary_passage *passage,
                          size_t before, size_t words)
{
	size_t at = before, seen = 0;
	while (at > passage->first && seen < words && before - at < MOST_TOKENS_BACK) {
		char mark = clausary_mining_mark(mining, at - 1);
		if (mark && strchr(";:()[]=\t", mark))
			break;
		if (clausary_mining_is_mark(mining, at - 1, '.') && at >= 2
		    && mining->tokens.items[at - 2].size > 2
		    && !clausary_cues_has(&mining->cues->abbreviations,
		                          clausary_mining_word(mining, at - 2)))
			break;
		seen += mining->tokens.items[at - 1].kind != CLAUSARY_TOKEN_MARK;
		at--;
	}
	return at;
}

/* The number of words that a form of so many letters may stand for. */
size_t
clausary_bracket_words(clausary_slice form)
{
	size_t letters = clausary_utf8_count(form);
	size_t most = letters + 5 < letters * 2 ? letters + 5 : letters * 2;
	return most + 3 < MOST_WORDS_BACK ? most + 3 : MOST_WORDS_BACK;
}

/* Whether tokens `from` to `last` go on without a blank, by hyphens or slashes: "UN-Women",
 * "UN/CEFACT". */
static bool
whole_chain(const clausary_mining *mining, size_t from, size_t last)
{
	for (size_t i = from; i <= last; i++)
		if (!(mining->tokens.items[i].traits & CLAUSARY_TOKEN_JOINED)
		    || (is_mark(mining, i)
		        && !strchr("-/", clausary_mining_word(mining, i).data[0])))
			return false;
	return true;
}

/* A Roman number, which counts the meetings of one name: "(ABC II)". */
static bool
is_count(const clausary_mining *mining, size_t token)
{
	return mining->tokens.items[token].traits & CLAUSARY_TOKEN_CAPITAL_FIRST
	       && clausary_roman_value(clausary_mining_word(mining, token));
}

/* Whether tokens `from` to `last` are further parts in capitals, after a blank or a hyphen with
 * blanks around it: "(ABC DE)", "(ABC - DE)". */
static bool
whole_row(const clausary_mining *mining, size_t from, size_t last)
{
	bool hyphen = false;
	if (is_count(mining, last))
		return false;
	for (size_t i = from; i <= last; i++) {
		unsigned traits = mining->tokens.items[i].traits;
		bool part = traits & CLAUSARY_TOKEN_CAPITAL && !(traits & CLAUSARY_TOKEN_LOWER);
		if (!part && (hyphen || i == last || !clausary_mining_is_mark(mining, i, '-')))
			return false;
		hyphen = !part;
	}
	return true;
}

/* Whether an equals sign and words make the bracket a legend, "(LR = lamp room)"; a number gives a
 * value. */
static bool
is_legend(const clausary_mining *mining, size_t mark, size_t last)
{
	return clausary_mining_is_mark(mining, mark, '=') && mark < last
	       && mining->tokens.items[mark + 1].kind == CLAUSARY_TOKEN_WORD;
}

/* What a bracket holds as a short form: the acronym that begins it, or else its only word. */
bool
clausary_bracket_short(const clausary_mining *mining, const clausary_bracket *b,
                       clausary_span *span, bool *shown)
{
	size_t at = clausary_short_form_at(mining, b->first);
	*shown = at < mining->short_forms.count && mining->short_forms.items[at].first == b->first;
	if (*shown) {
		const clausary_short_form *form = &mining->short_forms.items[at];
		size_t next = form->first + form->count;
		bool more = next <= b->last && b->last - next < MOST_PARTS;
		*span = form->span;
		if (more
		    && (whole_chain(mining, next, b->last)
		        || (!form->shouted && whole_row(mining, next, b->last))))
			*span = clausary_mining_span(mining, b->first, b->last);
		else
			return next > b->last
			       || (next == b->last
			           && (is_count(mining, next)
			               || clausary_form_is_year(
			                       clausary_mining_word(mining, next))))
			       || (is_mark(mining, next)
			           && !clausary_mining_is_mark(mining, next, '(')
			           && !is_legend(mining, next, b->last))
			       || clausary_bracket_is_cue(mining, next, b->last);
		return true;
	}
	size_t last = b->first;
	while (last < b->last && mining->tokens.items[last + 1].traits & CLAUSARY_TOKEN_JOINED
	       && last - b->first < 6 && !clausary_mining_is_mark(mining, last + 1, ','))
		last++;
	bool stop = clausary_short_form_has_stop(mining, last, b->close);
	*span = clausary_mining_span(mining, b->first, last + stop);
	return last == b->last || clausary_mining_is_mark(mining, last + 1, ',')
	       || clausary_mining_is_mark(mining, last + 1, ';');
}

/* The bracket that begins at an opener, if it is short and holds no other. */
bool
clausary_bracket_at(const clausary_mining *mining, const clausary_opener *opener,
                    clausary_bracket *b)
{
	const clausary_passage *passage = &mining->passages.items[opener->passage];
	size_t end = passage->first + passage->count, close = opener->token + 1;
	if (end > close + LONGEST_BRACKET)
		end = close + LONGEST_BRACKET;
	while (close < end && !clausary_opener_is_close(mining, close)
	       && !clausary_mining_is_mark(mining, close, '(')
	       && !clausary_mining_is_mark(mining, close, '['))
		close++;
	if (close >= end || !clausary_opener_is_close(mining, close) || close == opener->token + 1)
		return false;
	*b = (clausary_bracket){opener->passage,   opener->token, close,
	                        opener->token + 1, close - 1,     false};
	return trim_marks(mining, b);
}
