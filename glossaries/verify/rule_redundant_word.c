/* A21: the last word of an acronym is said again after it. */
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

/* Whether two words begin alike: most do not, and need no closer look. */
static bool
begin_alike(clausary_slice a, clausary_slice b)
{
	size_t i = 0, j = 0;
	return a.size && b.size
	       && clausary_fold_next(a, &i, CLAUSARY_FOLD_CASE)
	                  == clausary_fold_next(b, &j, CLAUSARY_FOLD_CASE);
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *pair = clausary_form_pair(index, form, ~CLAUSARY_IN(REFERENCES));
	clausary_slice text = clausary_document_text(index->document);
	clausary_slice last = pair ? last_word(pair->text) : CLAUSARY_SLICE("");
	for (uint32_t i = 0; pair && i < form->use_count; i++) {
		const clausary_use *use = &form->uses[i];
		clausary_span word = next_word(text, use->span.end);
		clausary_slice written = clausary_slice_span(text, word);
		if (use->pair != CLAUSARY_NONE || !(1u << use->zone & CLAUSARY_RUNNING)
		    || written.size < 3 || !begin_alike(written, last)
		    || clausary_likeness_of(index->cues, written, last) > CLAUSARY_SAME_WORDS)
			continue;
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
	         .title = "the last word of an acronym is said again after it",
	         .why = "It says the same word twice.",
	         .advice = "Leave the word after the acronym out.",
	         .source = "RFC Editor, list of abbreviations",
	         .level = CLAUSARY_NOTE},
        .languages = "en de nl da",
        .acronym = look,
};
