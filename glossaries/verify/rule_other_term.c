/* C04: two documents have the same definition for different terms. */
#include "verify/acronym.h"
#include "verify/likeness.h"
#include "verify/repeated.h"

/* A term without what stands in brackets behind it: an acronym, a source. */
static clausary_slice
bare(clausary_slice term)
{
	size_t bracket = clausary_slice_find(term, CLAUSARY_SLICE(" ("));
	return bracket == SIZE_MAX ? term : clausary_slice_part(term, 0, bracket);
}

/* A synonym that the other entry names, or an acronym and its full form, are one designation. */
static bool
names(const clausary_cues *cues, const clausary_definition *entry, clausary_slice term)
{
	if (clausary_likeness_of(cues, bare(entry->term), term) <= CLAUSARY_SAME_WORDS
	    || clausary_acronym_fits(entry->term, term) || clausary_acronym_fits(term, entry->term))
		return true;
	for (size_t i = 0; i < entry->synonym_count; i++)
		if (clausary_likeness_of(cues, entry->synonyms[i], term) <= CLAUSARY_SAME_WORDS)
			return true;
	return false;
}

static void
found(clausary_checking *check, const clausary_definition_pair *pair)
{
	const clausary_cues *cues = pair->one_index->cues;
	if (names(cues, pair->one, bare(pair->other->term))
	    || names(cues, pair->other, bare(pair->one->term)))
		return;
	clausary_check_report(
	        check, &(clausary_report){.index = pair->other_index,
		                          .clause = pair->other->clause,
		                          .span = pair->other->term_span,
		                          .other = pair->one_index,
		                          .other_clause = pair->one->clause,
		                          .other_span = pair->one->term_span,
		                          .form = pair->other->term,
		                          .message = "%s is defined like %s in another document",
		                          .arguments = {pair->other->term, pair->one->term}});
}

static void
look(clausary_checking *check)
{
	clausary_repeated_each(check, found);
}

const clausary_rule clausary_rule_other_term = {
        .text = {.id = "C04",
	         .name = "terms-differ",
	         .title = "two documents have the same definition for different terms",
	         .why = "Readers of both take them for two things.",
	         .advice = "Write the same term in both, or say that they are synonyms.",
	         .source = "ITU SCV, coordination of vocabulary; ISO 704",
	         .level = CLAUSARY_WARNING},
        .corpus = look,
};
