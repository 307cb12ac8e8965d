/* What looks like an acronym. Two capitals or more that are not outnumbered by small letters
 * ("ITU", "IoT", "WiFi"), a digit and a capital ("5G"), parts joined by hyphens ("ITU-T",
 * "PCB-153"), single letters joined by "/" or "&" ("I/O", "R&D"). Not Roman numbers, not units, not
 * document symbols ("A/RES/31/139"). */
#include "mining/short_form.h"

#include "base/fold.h"
#include "base/limits.h"
#include "base/lookalike.h"
#include "base/utf8.h"
#include "document/label.h"
#include "mining/met_form.h"
#include "mining/opener.h"

#include <unicode/uchar.h>

/* One part of a hyphenated acronym: capitals and digits only, a plural ending apart. */
static bool
is_hard_part(const clausary_mining *mining, size_t index)
{
	const clausary_token *token = &mining->tokens.items[index];
	if (token->kind == CLAUSARY_TOKEN_NUMBER)
		return token->size <= 6;
	if (token->kind != CLAUSARY_TOKEN_WORD || !(token->traits & CLAUSARY_TOKEN_CAPITAL))
		return false;
	clausary_slice word = clausary_mining_word(mining, index);
	word.size -= clausary_form_ending(word);
	return !(token->traits & CLAUSARY_TOKEN_LOWER) || !clausary_form_has_small(word)
	       || clausary_short_form_shown(word);
}

/* Hyphen-minus, hyphen and no-break hyphen; dashes separate. */
static bool
is_hyphen(const clausary_mining *mining, size_t index)
{
	clausary_slice word = clausary_mining_word(mining, index);
	return mining->tokens.items[index].kind == CLAUSARY_TOKEN_MARK
	       && (clausary_slice_equal(word, CLAUSARY_SLICE("-"))
	           || clausary_slice_equal(word, CLAUSARY_SLICE("\xe2\x80\x90"))
	           || clausary_slice_equal(word, CLAUSARY_SLICE("\xe2\x80\x91")));
}

/* A name joined to an acronym by a hyphen, "ONU-Femmes": a word with one capital. Where any noun
 * may be joined so, as in German, it would be none: those languages have no determiners in their
 * locale. */
static bool
is_name_part(const clausary_mining *mining, size_t index)
{
	const clausary_token *token = &mining->tokens.items[index];
	return token->kind == CLAUSARY_TOKEN_WORD && token->traits & CLAUSARY_TOKEN_CAPITAL_FIRST
	       && token->traits & CLAUSARY_TOKEN_LOWER && token->size > 3
	       && mining->cues->determiners.longest > 0 && is_hyphen(mining, index - 1);
}

static bool
is_joined(const clausary_mining *mining, size_t index, size_t end)
{
	return index < end && mining->tokens.items[index].traits & CLAUSARY_TOKEN_JOINED;
}

/* The letters and other characters of a token. */
static size_t
length_of(const clausary_mining *mining, size_t index)
{
	const clausary_token *token = &mining->tokens.items[index];
	return token->traits & CLAUSARY_TOKEN_NON_ASCII
	               ? clausary_utf8_count(clausary_mining_word(mining, index))
		       : token->size;
}

/* Whether the mark at token `at` joins what stands before and after it: without blanks, or with
 * them where all marks have them. */
static bool
joins(const clausary_mining *mining, const clausary_passage *passage, size_t at)
{
	size_t end = passage->first + passage->count;
	if (at + 1 >= end)
		return false;
	unsigned joined = is_joined(mining, at, end) + is_joined(mining, at + 1, end);
	return joined == 2 || (passage->apart && joined == 0);
}

/* The token after the acronym that begins at `first`. */
static size_t
unit_end(const clausary_mining *mining, const clausary_passage *passage, size_t first)
{
	size_t at = first + 1, end = passage->first + passage->count;
	while (joins(mining, passage, at)
	       && (is_hard_part(mining, at + 1)
	           || (!passage->apart && is_name_part(mining, at + 1)))) {
		bool single = length_of(mining, at - 1) == 1 || length_of(mining, at + 1) == 1;
		bool letters = mining->tokens.items[at + 1].kind == CLAUSARY_TOKEN_WORD;
		bool digits =
		        (mining->tokens.items[at - 1].traits | mining->tokens.items[at + 1].traits)
		        & CLAUSARY_TOKEN_DIGIT; /* "Y4102/Y" is a pair of numbers */
		if (!is_hyphen(mining, at) && !(clausary_mining_is_mark(mining, at, '&') && letters)
		    && !(clausary_mining_is_mark(mining, at, '/') && single && letters && !digits))
			break;
		at += 2;
	}
	/* "WP.29": the number of a body stands right after a stop */
	if (at - first == 1 && length_of(mining, first) > 1
	    && !clausary_form_is_roman(clausary_mining_word(mining, first))
	    && is_joined(mining, at, end) && is_joined(mining, at + 1, end)
	    && clausary_mining_is_mark(mining, at, '.')
	    && mining->tokens.items[at + 1].kind == CLAUSARY_TOKEN_NUMBER
	    && mining->tokens.items[at + 1].size <= 3)
		at += 2;
	return at;
}

static bool
has_stop_after(const clausary_mining *mining, size_t token, size_t end)
{
	return is_joined(mining, token + 1, end) && clausary_mining_is_mark(mining, token + 1, '.');
}

/* One capital twice, the way to abbreviate a plural: the "EE" of "EE. UU.". */
static bool
is_doubled(clausary_slice text)
{
	return text.size == 2 && clausary_ascii_is_upper(text.data[0])
	       && text.data[0] == text.data[1];
}

bool
clausary_short_form_has_stop(const clausary_mining *mining, size_t last, size_t end)
{
	clausary_slice word = clausary_mining_word(mining, last);
	bool single = word.size >= 3 && word.data[1] == '.' && word.data[word.size - 2] == '.';
	bool doubled = word.size >= 5 && is_doubled(clausary_slice_part(word, 0, 2))
	               && word.data[2] == '.' && word.data[word.size - 3] == '.';
	bool title = clausary_map_get(&mining->cues->stopped.words, word) != CLAUSARY_NONE;
	return (single || doubled || title) && has_stop_after(mining, last, end);
}

/* "EE. UU.", the plural of two words, written with a blank: the token after it, or 0. */
static size_t
doubled_end(const clausary_mining *mining, size_t first, size_t end)
{
	size_t second = first + 2;
	if (second >= end || !is_doubled(clausary_mining_word(mining, first))
	    || !has_stop_after(mining, first, end)
	    || !is_doubled(clausary_mining_word(mining, second))
	    || !has_stop_after(mining, second, end))
		return 0;
	return second + 2;
}

/* Whether the tokens around make a document symbol: two slashes or more, and a digit; or a number,
 * a slash and a digit: "decision 8/COP.4". */
static bool
is_symbol(const clausary_mining *mining, const clausary_passage *passage, size_t first, size_t last)
{
	enum { FURTHEST = 24 };
	size_t start = first, end = last, stop = passage->first + passage->count;
	unsigned slashes = 0, digits = 0;
	while (start > passage->first && first - start < FURTHEST && is_joined(mining, start, stop))
		start--;
	while (is_joined(mining, end + 1, stop) && end - last < FURTHEST)
		end++;
	for (size_t i = start; i <= end; i++) {
		slashes += clausary_mining_is_mark(mining, i, '/');
		digits += (mining->tokens.items[i].traits & CLAUSARY_TOKEN_DIGIT) != 0;
	}
	bool numbered = mining->tokens.items[start].kind == CLAUSARY_TOKEN_NUMBER;
	return (slashes >= 2 && digits) || (slashes == 1 && numbered && digits >= 2);
}

static bool
is_symbol_mark(const clausary_mining *mining, size_t index)
{
	return clausary_mining_is_mark(mining, index, '/')
	       || clausary_mining_is_mark(mining, index, '.');
}

/* Whether a slash or a stop joins the acronym to something before or after it, or stands in it. */
static bool
may_be_symbol(const clausary_mining *mining, const clausary_passage *passage, size_t first,
              size_t last)
{
	size_t stop = passage->first + passage->count;
	for (size_t i = first + 1; i < last; i++)
		if (clausary_mining_is_mark(mining, i, '/'))
			return true;
	return (first > passage->first && is_joined(mining, first, stop)
	        && is_symbol_mark(mining, first - 1))
	       || (is_joined(mining, last + 1, stop) && is_symbol_mark(mining, last + 1));
}

/* A word in capitals, for telling a heading from an acronym. */
static bool
is_capital_word(const clausary_mining *mining, size_t index)
{
	const clausary_token *token = &mining->tokens.items[index];
	return token->kind == CLAUSARY_TOKEN_WORD && length_of(mining, index) > 1
	       && token->traits & CLAUSARY_TOKEN_CAPITAL
	       && !(token->traits & (CLAUSARY_TOKEN_LOWER | CLAUSARY_TOKEN_DIGIT));
}

/* Whether token `at` stands among words in capitals: three in a row, or nothing else in the
 * passage. */
static bool
is_shouted(const clausary_mining *mining, const clausary_passage *passage, size_t at)
{
	enum { LONGEST_ACRONYM = 11, LONG_WORD = 7, ROW = 2 /* more than the word itself */ };
	size_t start = at, end = at, stop = passage->first + passage->count;
	if (!is_capital_word(mining, at))
		return false;
	while (start > passage->first && at - start < ROW && is_capital_word(mining, start - 1)
	       && !is_joined(mining, start, stop))
		start--;
	while (end + 1 < stop && end - at < ROW && is_capital_word(mining, end + 1)
	       && !is_joined(mining, end + 1, stop))
		end++;
	if (end - start >= ROW || length_of(mining, at) >= LONGEST_ACRONYM)
		return true;
	if (end > start
	    && (length_of(mining, start) >= LONG_WORD || length_of(mining, end) >= LONG_WORD))
		return true;
	return passage->capitals && (length_of(mining, at) >= 5 || end > start);
}

/* "GRSP-54-33": two numbers make the symbol of a paper or a contract. */
static bool
has_two_numbers(const clausary_mining *mining, size_t first, size_t end)
{
	unsigned numbers = 0;
	for (size_t i = first; i < end; i++)
		numbers += mining->tokens.items[i].kind == CLAUSARY_TOKEN_NUMBER;
	return numbers >= 2;
}

/* Whether the tokens stand alone in brackets, where "'s" makes a plural. */
static bool
is_bracketed(const clausary_mining *mining, const clausary_passage *passage, size_t first,
             size_t end)
{
	return first > passage->first && end < passage->first + passage->count
	       && clausary_mining_is_mark(mining, first - 1, '(')
	       && clausary_opener_is_close(mining, end);
}

/* Capitals of ASCII alone, nothing joined before or after: most acronyms. */
static bool
is_simple(const clausary_mining *mining, const clausary_passage *passage, size_t first)
{
	enum { OTHERS = CLAUSARY_TOKEN_LOWER | CLAUSARY_TOKEN_DIGIT | CLAUSARY_TOKEN_NON_ASCII };
	const clausary_token *token = &mining->tokens.items[first];
	return token->size >= 2 && token->size <= CLAUSARY_LIMIT_SHORT_FORM_BYTES
	       && !(token->traits & (OTHERS | CLAUSARY_TOKEN_JOINED))
	       && !is_joined(mining, first + 1, passage->first + passage->count)
	       && !(passage->apart && mining->tokens.items[first + 1].kind == CLAUSARY_TOKEN_MARK
	            && joins(mining, passage, first + 1))
	       && memchr(mining->document->text.data + token->start, '.', token->size) == NULL;
}

/* "FOLLOW-UP" as a heading: nothing but capitals, and a part as long as a word. */
static bool
is_shouted_compound(const clausary_mining *mining, const clausary_passage *passage, size_t first,
                    size_t end)
{
	enum { WORD = 5 };
	bool long_part = false;
	for (size_t i = first; i < end; i++)
		long_part |= is_capital_word(mining, i) && mining->tokens.items[i].size >= WORD;
	return passage->capitals && long_part;
}

enum { STRETCH = 64 /* tokens: few short forms begin in so many */ };

static void
keep(clausary_mining *mining, uint32_t index, size_t first, size_t end, clausary_span span)
{
	const clausary_passage *passage = &mining->passages.items[index];
	while (mining->forms_before.count <= first / STRETCH)
		clausary_array_push(&mining->forms_before, (uint32_t)mining->short_forms.count);
	bool shouted = end == first + 1 ? is_shouted(mining, passage, first)
	                                : is_shouted_compound(mining, passage, first, end);
	clausary_array_push(&mining->short_forms,
	                    ((clausary_short_form){.first = (uint32_t)first,
	                                           .count = (uint16_t)(end - first),
	                                           .span = span,
	                                           .letters = clausary_met_form_letters(
	                                                   clausary_mining_text(mining, span)),
	                                           .passage = index,
	                                           .designation = CLAUSARY_NONE,
	                                           .shouted = shouted}));
}

/* Whether the token is the symbol of a unit after a number: "5 MB". */
static bool
is_measure(const clausary_mining *mining, const clausary_passage *passage, size_t token)
{
	return token > passage->first
	       && mining->tokens.items[token - 1].kind == CLAUSARY_TOKEN_NUMBER
	       && clausary_form_is_unit(mining->cues, clausary_mining_word(mining, token));
}

/* Whether the tokens are the code of a currency with its sign: "US$ 20". */
static bool
is_currency(const clausary_mining *mining, const clausary_passage *passage, size_t end)
{
	size_t at = 0;
	return is_joined(mining, end, passage->first + passage->count)
	       && mining->tokens.items[end].kind == CLAUSARY_TOKEN_MARK
	       && u_charType((UChar32)clausary_utf8_next(clausary_mining_word(mining, end), &at))
	                  == U_CURRENCY_SYMBOL;
}

/* Whether an underscore stands beside the tokens, with blanks where all marks have them: a part of
 * the name of a variable, "SET _ SIZE". */
static bool
is_identifier(const clausary_mining *mining, const clausary_passage *passage, size_t first,
              size_t end)
{
	return (first > passage->first && clausary_mining_is_mark(mining, first - 1, '_'))
	       || (end < passage->first + passage->count
	           && clausary_mining_is_mark(mining, end, '_'));
}

/* Whether the token goes on from a small letter that opens a square bracket: "[b-HAR 3]", the label
 * of a reference. */
static bool
is_reference_label(const clausary_mining *mining, const clausary_passage *passage, size_t first)
{
	const clausary_token *tokens = &mining->tokens.items[first];
	return first >= passage->first + 3 && tokens->traits & CLAUSARY_TOKEN_JOINED
	       && is_hyphen(mining, first - 1) && tokens[-2].size == 1
	       && tokens[-2].traits & CLAUSARY_TOKEN_LOWER
	       && clausary_mining_is_mark(mining, first - 3, '[');
}

/* Whether an equals sign follows: a legend may say what a word stands for that is no acronym
 * elsewhere, "PM = pilot mark". */
static bool
is_explained(const clausary_mining *mining, const clausary_passage *passage, size_t token)
{
	return token + 1 < passage->first + passage->count
	       && clausary_mining_is_mark(mining, token + 1, '=');
}

/* Whether a simple form is no acronym wherever it stands. */
static bool
is_none(clausary_mining *mining, clausary_slice form)
{
	clausary_met_form *met = clausary_met_form_of(mining, clausary_met_form_letters(form));
	if (met && met->cues == mining->cues)
		return met->none;
	bool none = clausary_form_is_none(mining->cues, form);
	if (met) {
		met->cues = mining->cues;
		met->none = none;
	}
	return none;
}

size_t
clausary_short_form_read(clausary_mining *mining, uint32_t index, size_t first)
{
	const clausary_passage *passage = &mining->passages.items[index];
	if (is_simple(mining, passage, first)) {
		bool none = is_none(mining, clausary_mining_word(mining, first));
		if (is_measure(mining, passage, first)
		    || is_identifier(mining, passage, first, first + 1)
		    || (none && !is_explained(mining, passage, first)))
			return first + 1;
		keep(mining, index, first, first + 1, clausary_mining_span(mining, first, first));
		mining->short_forms.items[mining->short_forms.count - 1].shouted |= none;
		return first + 1;
	}
	size_t stop = passage->first + passage->count, end = doubled_end(mining, first, stop);
	if (end == 0) {
		end = unit_end(mining, passage, first);
		end += end == first + 1 && clausary_short_form_has_stop(mining, first, stop);
	}
	clausary_span span = clausary_mining_span(mining, first, end - 1);
	clausary_slice form = clausary_mining_text(mining, span);
	size_t tail = clausary_form_ending(form);
	if (form.size >= 2 && !clausary_ascii_is_lower(form.data[form.size - 2])
	    && is_bracketed(mining, passage, first, end))
		tail = 0; /* "funds (CDF's)": a plural, not "(FTU'er)" */
	form.size -= tail;
	span.end -= (uint32_t)tail;
	clausary_slice shown = form; /* without a name at the end: its small letters say nothing */
	if (end > first + 2 && is_name_part(mining, end - 1))
		shown.size = clausary_token_end(mining->tokens.items[end - 3]) - span.start;
	if (form.size <= CLAUSARY_LIMIT_SHORT_FORM_BYTES
	    && clausary_short_form_usual(mining->cues, shown)
	    && !(end == first + 1 && is_measure(mining, passage, first))
	    && !has_two_numbers(mining, first, end) && !is_identifier(mining, passage, first, end)
	    && !is_currency(mining, passage, end) && !is_reference_label(mining, passage, first)
	    && !(may_be_symbol(mining, passage, first, end - 1)
	         && is_symbol(mining, passage, first, end - 1)))
		keep(mining, index, first, end, span);
	return end;
}

size_t
clausary_short_form_at(const clausary_mining *mining, size_t first)
{
	const clausary_short_form *forms = mining->short_forms.items;
	size_t stretch = first / STRETCH, count = mining->short_forms.count;
	if (stretch >= mining->forms_before.count)
		return count;
	size_t at = mining->forms_before.items[stretch];
	while (at < count && forms[at].first < first)
		at++;
	return at;
}

void
clausary_short_form_cover(clausary_mining *mining, size_t first, size_t end)
{
	size_t i = clausary_short_form_at(mining, first);
	for (; i < mining->short_forms.count && mining->short_forms.items[i].first < end; i++)
		mining->short_forms.items[i].covered = true;
}
