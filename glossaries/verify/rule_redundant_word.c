/* A21: a word of an acronym is said again beside it: the last one after it, "ORP protocol", or in
 * languages that name the kind of thing first the first one before it, "protocole PRO". */
#include "base/fold.h"
#include "verify/check.h"
#include "verify/likeness.h"

enum { MOST_WORD = 40 /* bytes */ };

static clausary_slice
last_word(clausary_slice text)
{
	size_t start = text.size;
	while (start > 0 && text.data[start - 1] != ' ' && text.data[start - 1] != '-')
		start--;
	return clausary_slice_part(text, start, text.size);
}

/* The word after byte `at` and a single blank. */
static clausary_span
next_word(clausary_slice text, uint32_t at)
{
	clausary_span word = {at + 1, at + 1};
	if (at >= text.size || text.data[at] != ' ')
		return word;
	while (word.end < text.size && word.end - word.start < MOST_WORD
	       && !clausary_ascii_is_blank(text.data[word.end])
	       && !strchr(".,;:()", text.data[word.end]))
		word.end++;
	return word;
}

/* The word before byte `at` and a single blank. */
static clausary_span
word_before(clausary_slice text, uint32_t at)
{
	clausary_span word = {at, at};
	if (at == 0 || text.data[at - 1] != ' ')
		return word;
	word.start = word.end = at - 1;
	while (word.start > 0 && word.end - word.start < MOST_WORD
	       && !clausary_ascii_is_blank(text.data[word.start - 1])
	       && !strchr(".,;:()'", text.data[word.start - 1]))
		word.start--;
	return word;
}

static clausary_slice
first_word(clausary_slice text)
{
	size_t end = 0;
	while (end < text.size && text.data[end] != ' ' && text.data[end] != '-')
		end++;
	return clausary_slice_part(text, 0, end);
}

/* Whether two words begin alike: most do not, and need no closer look. */
static bool
begin_alike(clausary_slice a, clausary_slice b)
{
	size_t i = 0, j = 0;
	return a.size && b.size
	       && clausary_fold_next(a, &i, CLAUSARY_FOLD_CASE)
	                  == clausary_fold_next(b, &j, CLAUSARY_FOLD_CASE);
}

static bool
says_again(const clausary_index *index, clausary_slice written, clausary_slice word)
{
	return written.size > 2 && begin_alike(written, word)
	       && clausary_likeness_of(index->cues, written, word) <= CLAUSARY_SAME_WORDS;
}

/* The word beside a use that says again what the acronym says; empty where there is none. */
static clausary_span
said_again(const clausary_index *index, const clausary_use *use, const clausary_pair *pair)
{
	clausary_slice text = clausary_document_text(index->document);
	clausary_span after = next_word(text, use->span.end);
	if (says_again(index, clausary_slice_span(text, after), last_word(pair->text)))
		return after;
	clausary_span before = word_before(text, use->span.start);
	if (says_again(index, clausary_slice_span(text, before), first_word(pair->text)))
		return before;
	return (clausary_span){0, 0};
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = clausary_form_pair(index, form, ~CLAUSARY_IN(REFERENCES));
	for (uint32_t i = 0; pair && i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		clausary_span word = {0, 0};
		if (use->pair == CLAUSARY_NONE && 1u << use->zone & CLAUSARY_RUNNING)
			word = said_again(index, use, pair);
		if (word.end == word.start)
			continue;
		clausary_slice written = clausary_index_text(index, word);
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = use->clause,
			                          .span = word,
			                          .form = form->designation->form,
			                          .message = "%s already says %s",
			                          .arguments = {form->designation->form, written},
			                          .mends = true});
		return; /* once is enough to say it */
	}
}

const clausary_rule clausary_rule_redundant_word = {
        .text = {.id = "A21",
	         .name = "redundant-word",
	         .title = "a word of an acronym is said again beside it",
	         .why = "It says the same word twice.",
	         .advice = "Leave the word beside the acronym out.",
	         .source = "RFC Editor, list of abbreviations",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
