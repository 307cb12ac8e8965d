/* Pairs that nothing joins but the order of the words: "the Almiran Harbour Board AHB". Only where
 * every letter is the initial of a word and every word gives one, three at least: chance does not
 * do that. */
#include "base/fold.h"
#include "base/utf8.h"
#include "mining/initials.h"
#include "mining/short_form.h"

#include <unicode/uchar.h>

enum { FEWEST_LETTERS = 3, MOST_SMALL = 3 /* words that give no letter */ };

static const float EXACT = 0.995f;

/* The first or the last letter of a form, without case; a plural ending is no letter. */
static uint32_t
letter_of(clausary_slice form, bool last)
{
	form.size -= form.data[form.size - 1] == 's';
	size_t at = last ? form.size : 0;
	if (last)
		clausary_utf8_previous(form, &at);
	if (at < form.size && (unsigned char)form.data[at] < 0x80)
		return (uint32_t)clausary_ascii_lower(form.data[at]);
	return at < form.size
	               ? clausary_fold_next(form, &at, CLAUSARY_FOLD_CASE | CLAUSARY_FOLD_MARKS)
		       : 0;
}

/* The number of letters of a form in capitals, a plural ending left out; 0 where it has others. */
static size_t
capitals_of(clausary_slice form)
{
	size_t at = 0, count = 0;
	if (form.size > 2 && form.data[form.size - 1] == 's')
		form.size--;
	while (at < form.size) {
		UChar32 c = (UChar32)clausary_utf8_next(form, &at);
		if (c < 0x80 ? !clausary_ascii_is_upper((char)c) : !u_isupper(c))
			return 0;
		count++;
	}
	return count;
}

static bool
is_word(const clausary_mining *mining, size_t token)
{
	return mining->tokens.items[token].kind == CLAUSARY_TOKEN_WORD;
}

/* Whether a word begins with the letter. */
static bool
begins_with(const clausary_mining *mining, size_t token, uint32_t letter)
{
	clausary_slice word = clausary_mining_word(mining, token);
	if (word.size > 1 && clausary_ascii_is_letter(word.data[0])) /* most words */
		return is_word(mining, token)
		       && (uint32_t)clausary_ascii_lower(word.data[0]) == letter;
	return is_word(mining, token) && letter_of(word, false) == letter;
}

static bool
is_acronym(const clausary_mining *mining, size_t token)
{
	size_t at = clausary_short_form_at(mining, token);
	return at < mining->short_forms.count && mining->short_forms.items[at].first == token;
}

/* Keep a pair unless one of the words is never part of a name, such as a verb. An article stands in
 * a name after a preposition alone, "of the"; after another word it begins that word's object. */
static bool
keep(clausary_mining *mining, const clausary_short_form *form, size_t first, size_t last)
{
	for (size_t i = first; i <= last; i++) {
		clausary_slice word = clausary_mining_word(mining, i);
		if (i > first && clausary_cues_has(&mining->cues->article_words, word)
		    && !clausary_cues_has(&mining->cues->initials,
		                          clausary_mining_word(mining, i - 1)))
			return false;
		if (clausary_cues_has(&mining->cues->edge, word)
		    && !clausary_cues_has(&mining->cues->initials, word))
			return false;
	}
	clausary_mining_pair(mining, &(clausary_pair_candidate){form->passage, form->span, first,
	                                                        last, "apposition"});
	return true;
}

/* The words right before the short form. */
static bool
try_before(clausary_mining *mining, const clausary_short_form *form, clausary_slice text,
           size_t letters)
{
	const clausary_passage *passage = &mining->passages.items[form->passage];
	size_t last = form->first - 1, first = form->first;
	if (form->first == passage->first || is_acronym(mining, last)
	    || !begins_with(mining, last, letter_of(text, true)))
		return false;
	while (first > passage->first && form->first - first < letters + MOST_SMALL
	       && is_word(mining, first - 1))
		first--;
	clausary_initials fit = clausary_initials_read(mining, text, first, last, false);
	if (fit.score < EXACT || fit.last != last)
		return false;
	return keep(mining, form, fit.first, last);
}

/* The words right after it. */
static void
try_after(clausary_mining *mining, const clausary_short_form *form, clausary_slice text,
          size_t letters)
{
	const clausary_passage *passage = &mining->passages.items[form->passage];
	size_t first = form->first + form->count, end = passage->first + passage->count;
	if (first >= end || is_acronym(mining, first)
	    || !begins_with(mining, first, letter_of(text, false)))
		return;
	for (size_t last = first;
	     last < end && last - first < letters + MOST_SMALL && is_word(mining, last); last++) {
		if (last - first + 1 < letters)
			continue;
		clausary_initials fit = clausary_initials_read(mining, text, first, last, true);
		if (fit.score >= EXACT && fit.last == last) {
			keep(mining, form, first, last);
			return;
		}
	}
}

static void
find(clausary_mining *mining)
{
	for (size_t i = mining->from.short_forms; i < mining->to.short_forms; i++) {
		clausary_short_form form = mining->short_forms.items[i];
		clausary_slice text = clausary_mining_text(mining, form.span);
		bool listed = mining->passages.items[form.passage].flags
		              & CLAUSARY_CLAUSE_ABBREVIATIONS; /* find_list.c reads those */
		if (form.shouted || form.count > 1 || listed)
			continue;
		size_t letters = capitals_of(text);
		if (letters < FEWEST_LETTERS)
			continue;
		clausary_mining_enter(mining, form.passage);
		if (!try_before(mining, &form, text, letters))
			try_after(mining, &form, text, letters);
	}
}

const clausary_finder clausary_finder_apposition = {
        "apposition", "long forms right beside their short forms", find, true};
