/* D08: a definition uses its own term. */
#include "base/fold.h"
#include "verify/check.h"
#include "verify/likeness.h"

/* Where a sentence ends: at a full stop before a blank, or between a word and a capital. */
static size_t
end_of_sentence(clausary_slice text)
{
	for (size_t i = 2; i + 1 < text.size; i++)
		if (text.data[i] == '.'
		    && (text.data[i + 1] == ' '
		        || (clausary_ascii_is_upper(text.data[i + 1])
		            && clausary_ascii_is_lower(text.data[i - 1])
		            && clausary_ascii_is_lower(text.data[i - 2]))))
			return i;
	return SIZE_MAX;
}

/* What follows the first sentence says more of the thing, and may call it by its name. */
static clausary_slice
first_sentence(clausary_slice definition)
{
	size_t stop = end_of_sentence(definition);
	size_t feed = clausary_slice_find(definition, CLAUSARY_SLICE("\n"));
	size_t end = stop < feed ? stop : feed;
	return clausary_slice_part(definition, 0, end == SIZE_MAX ? definition.size : end);
}

/* Whether a definition repeats the term where its sentence begins: "A quiet reef is a reef …". */
static bool
is_repeated(clausary_slice text, clausary_slice term)
{
	enum { MOST_BEFORE = 8 /* bytes: blanks, an article, or a short remark in brackets */ };
	size_t at = clausary_slice_find(text, term);
	size_t rest = at + term.size - 1;
	return at <= MOST_BEFORE
	       && clausary_slice_find(clausary_slice_part(text, rest, text.size), term) == SIZE_MAX;
}

/* Whether a definition says the term again as its subject, after a lead and a comma: "In this book,
 * a quiet reef is …". */
static bool
is_restated(clausary_slice definition, clausary_slice term)
{
	enum { LONGEST_ARTICLE = 4 };
	clausary_buffer folded[2] = {{0}, {0}};
	clausary_fold(&folded[0], definition, CLAUSARY_FOLD_CASE);
	clausary_fold(&folded[1], term, CLAUSARY_FOLD_CASE);
	clausary_slice text = clausary_buffer_slice(&folded[0]);
	size_t at = clausary_slice_find(text, clausary_buffer_slice(&folded[1]));
	bool found = false;
	for (size_t i = at; at != SIZE_MAX && i > 1 && at - i <= LONGEST_ARTICLE; i--)
		found |= text.data[i - 1] == ' ' && text.data[i - 2] == ',';
	clausary_buffer_finish(&folded[0]);
	clausary_buffer_finish(&folded[1]);
	return found;
}

/* Whether a definition names the term as one: "the term quiet reef means …". */
static bool
is_named(const clausary_cues *cues, clausary_slice text, clausary_slice term)
{
	size_t at = clausary_slice_find(text, term), start = at;
	while (start > 0 && text.data[start - 1] != ' ')
		start--;
	return clausary_cues_has(&cues->term_words, clausary_slice_part(text, start, at));
}

/* A single word may be a part of another term there, or stand in another sense: that is a note. */
static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_arena arena = {0};
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (entry->elsewhere || !clausary_index_is_entry(index, entry))
			continue; /* quoted as it stands there */
		clausary_slice term = clausary_likeness_key(&arena, index->cues, entry->term);
		clausary_slice text = clausary_likeness_key(&arena, index->cues,
		                                            first_sentence(entry->definition));
		bool words = term.size > 2 && memchr(term.data + 1, ' ', term.size - 2) != NULL;
		if (clausary_likeness_holds(text, term) && !is_repeated(text, term)
		    && !is_named(index->cues, text, term)
		    && !is_restated(entry->definition, entry->term))
			clausary_check_report(
			        check,
			        &(clausary_report){
			                .index = index,
			                .clause = entry->clause,
			                .span = entry->term_span,
			                .form = entry->term,
			                .message = "the definition of %s uses the term itself",
			                .arguments = {entry->term},
			                .lower = !words});
	}
	clausary_arena_finish(&arena);
}

const clausary_rule clausary_rule_circular = {
        .text = {.id = "D08",
	         .name = "circular-definition",
	         .title = "a definition uses its own term",
	         .why = "It explains the term by itself.",
	         .advice = "Write what the thing is in other words.",
	         .source = "ISO/IEC Directives part 2, 16.5.6; ISO 704",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
