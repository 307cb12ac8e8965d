/* D07: a definition does not have the shape of the house. */
#include "base/utf8.h"
#include "base/fold.h"
#include "verify/check.h"

#include <unicode/uchar.h>

static bool
is_capital(clausary_slice text)
{
	size_t at = 0;
	return u_isupper((UChar32)clausary_utf8_next(text, &at)) != 0;
}

static bool
is_small(clausary_slice text)
{
	size_t at = 0;
	return u_islower((UChar32)clausary_utf8_next(text, &at)) != 0;
}

/* The first word of a definition. */
static clausary_slice
first_word(clausary_slice text)
{
	size_t blank = clausary_slice_find(text, CLAUSARY_SLICE(" "));
	return clausary_slice_part(text, 0, blank == SIZE_MAX ? 0 : blank);
}

/* A capital is wrong where small letters follow it: "ISO" and "QoS" begin as they must, and a name
 * that the term has too. */
static bool
has_wrong_case(const clausary_house *house, const char *language, clausary_slice term,
               clausary_slice text)
{
	clausary_slice word = first_word(text);
	size_t named = word.size ? clausary_slice_find(term, word) : SIZE_MAX;
	size_t at = 0;
	if (word.size)
		clausary_utf8_next(word, &at);
	if (clausary_house_is(house, CLAUSARY_HOUSE_DEFINITION_CAPITAL, "yes")
	    || clausary_house_is(house, CLAUSARY_HOUSE_DEFINITION_CAPITAL, language))
		return is_small(text);
	return clausary_house_is(house, CLAUSARY_HOUSE_DEFINITION_CAPITAL, "no") && is_capital(text)
	       && (named == SIZE_MAX) && at < word.size
	       && is_small(clausary_slice_part(word, at, word.size));
}

static bool
has_wrong_stop(const clausary_house *house, clausary_slice text)
{
	char end = clausary_fold_end(text);
	if (clausary_house_is(house, CLAUSARY_HOUSE_DEFINITION_STOP, "yes"))
		return end != '.' && end != '!' && end != '?' && end != ':' && end != ';';
	/* no house says it of Chinese, where a definition ends with its own kind of stop */
	return clausary_house_is(house, CLAUSARY_HOUSE_DEFINITION_STOP, "no") && text.size
	       && text.data[text.size - 1] == '.';
}

static bool
has_article(const clausary_house *house, const clausary_cues *cues, clausary_slice text)
{
	return clausary_house_is(house, CLAUSARY_HOUSE_DEFINITION_ARTICLE, "no")
	       && clausary_cues_has(&cues->article_words, first_word(text));
}

static void
report(clausary_checking *check, const clausary_index *index, const clausary_definition *entry,
       const char *message)
{
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = entry->clause,
	                                                .span = entry->term_span,
	                                                .form = entry->term,
	                                                .message = message,
	                                                .arguments = {entry->term}});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (entry->elsewhere || !clausary_index_is_entry(index, entry))
			continue; /* quoted as it stands there */
		if (has_article(&check->house, index->cues, entry->definition))
			report(check, index, entry, "the definition of %s begins with an article");
		else if (has_wrong_case(&check->house, index->document->language, entry->term,
		                        entry->definition))
			report(check, index, entry,
			       "the definition of %s begins with a letter in the wrong case");
		if (has_wrong_stop(&check->house, entry->definition)
		    && !(entry->source.size
		         && entry->source_span.start >= entry->definition_span.end))
			report(check, index, entry,
			       "the definition of %s does not end as the house asks");
	}
}

const clausary_rule clausary_rule_definition_shape = {
        .text = {.id = "D07",
	         .name = "definition-shape",
	         .title = "a definition does not have the shape of the house",
	         .why = "Houses differ: in ISO a definition can stand in the place of its term, "
	                "in ITU it is a sentence.",
	         .advice = "Begin and end it as the house does.",
	         .source = "ISO/IEC Directives part 2, 16.5.6; ITU-T author's guide 8.3; "
	                   "Metanorma ISO_4, ISO_35, ITU_12",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
