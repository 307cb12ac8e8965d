/* X17: an entry tells not to use a designation in one language version, and in another it names as
 * many designations and allows them all. */
#include "verify/check.h"

/* How many synonyms an entry tells not to use. */
static uint32_t
count_deprecated(const clausary_definition *entry)
{
	uint32_t count = 0;
	for (size_t i = 0; i < entry->synonym_count; i++)
		count += entry->deprecated >> i & 1;
	return count;
}

static void
compare(clausary_checking *check, const clausary_versions *versions,
        const clausary_definition_pair *pair)
{
	uint32_t one = count_deprecated(pair->one), other = count_deprecated(pair->other);
	bool here = other < one;
	if (one == other || pair->one->synonym_count != pair->other->synonym_count)
		return;
	const clausary_definition *lacks = here ? pair->other : pair->one;
	const clausary_definition *has = here ? pair->one : pair->other;
	const clausary_index *index = here ? pair->other_index : pair->one_index;
	const clausary_index *beside = here ? pair->one_index : pair->other_index;
	size_t first = 0;
	while (!(has->deprecated >> first & 1))
		first++;
	clausary_check_report(
	        check,
	        &(clausary_report){.index = index,
		                   .clause = lacks->clause,
		                   .span = lacks->term_span,
		                   .other = beside,
		                   .other_clause = has->clause,
		                   .other_span = has->term_span,
		                   .form = lacks->term,
		                   .message = "the entry of %s allows what the version in %s tells "
		                              "not to use: %s",
		                   .arguments = {lacks->term,
		                                 clausary_slice_of(beside->document->language),
		                                 has->synonyms[first]},
		                   .lower = versions->doubtful});
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);)
		compare(check, versions, &pair);
}

const clausary_rule clausary_rule_status_differs = {
        .text = {.id = "X17",
	         .name = "status-differs",
	         .title = "a term is not to be used in one language version and allowed in another",
	         .why = "The versions of a text are meant to say the same.",
	         .advice = "Look at both and mend the wrong one.",
	         .source = "language versions are equally authentic; ISO/IEC Directives part 2, "
	                   "16.5",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
