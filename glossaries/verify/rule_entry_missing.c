/* X03: an entry of the terms clause defines nothing in a language version. */
#include "verify/check.h"

/* Compare the entries of one version with the same clauses of another. */
static void
compare(clausary_checking *check, const clausary_versions *versions, size_t one, size_t other)
{
	const clausary_index *index = versions->items[one];
	clausary_slice language = clausary_slice_of(versions->items[other]->document->language);
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		uint32_t clause = clausary_versions_clause(versions, one, entry->clause, other);
		if (!clausary_index_is_entry(index, entry) || clause == CLAUSARY_NONE
		    || versions->items[other]->zones[clause] != CLAUSARY_ZONE_TERMS
		    || clausary_index_definition(versions->items[other], clause))
			continue;
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = index,
		                .clause = entry->clause,
		                .span = entry->term_span,
		                .form = entry->term,
		                .message =
		                        "%s is defined here, and nothing is in the version in %s",
		                .arguments = {entry->term, language},
		                .lower = versions->doubtful});
	}
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	for (size_t i = 0; i < versions->count; i++)
		for (size_t j = 0; j < versions->count; j++)
			if (i != j)
				compare(check, versions, i, j);
}

const clausary_rule clausary_rule_entry_missing = {
        .text = {.id = "X03",
	         .name = "entry-missing",
	         .title = "an entry of the terms clause defines nothing in a language version",
	         .why = "The term is defined in one language and not in another.",
	         .advice = "Translate the definition.",
	         .source = "language versions are equally authentic; Glossarist GLS-013",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
