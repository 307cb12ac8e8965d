/* D18: a definition that cites a source stands among the terms that the document defines itself. */
#include "verify/check.h"

/* Whether the document has a clause of terms that are defined elsewhere: where it has none, the
 * entries of others stand among its own, and rightly. */
static bool
has_elsewhere(const clausary_index *index)
{
	for (size_t i = 0; i < index->document->clauses.count; i++)
		if (index->document->clauses.items[i].flags & CLAUSARY_CLAUSE_TERMS_ELSEWHERE)
			return true;
	return false;
}

/* Whether a source stands beside the term: at the end of a definition it may be what its last
 * sentence speaks of. */
static bool
cites(const clausary_definition *entry)
{
	return entry->source.size && entry->source_span.start < entry->definition_span.start;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	if (!has_elsewhere(index))
		return;
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (!clausary_index_is_entry(index, entry) || entry->elsewhere || !cites(entry))
			continue;
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = entry->clause,
			                          .span = entry->term_span,
			                          .form = entry->term,
			                          .message = "%s is defined here, and cites %s",
			                          .arguments = {entry->term, entry->source}});
	}
}

const clausary_rule clausary_rule_wrong_subclause = {
        .text = {.id = "D18",
	         .name = "wrong-subclause",
	         .title = "a term that is defined elsewhere stands among those defined here",
	         .why = "The reader takes the definition for the document's own.",
	         .advice = "Move the entry to the terms that are defined elsewhere.",
	         .source = "ITU-T author's guide 8.3",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
