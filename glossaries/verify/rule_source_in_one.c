/* X16: a definition cites a source in one language version only. */
#include "base/utf8.h"
#include "verify/check.h"

#include <unicode/uchar.h>

/* Whether a source names something: it has a digit or a capital, or is in a script without them. */
static bool
is_named(clausary_slice source)
{
	bool capital = false, small = false;
	for (size_t at = 0; at < source.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(source, &at);
		capital |= u_isupper(c) || u_isdigit(c);
		small |= u_islower(c);
	}
	return capital || (source.size > 0 && !small);
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);) {
		bool here = is_named(pair.other->source), there = is_named(pair.one->source);
		if (here == there)
			continue;
		const clausary_definition *without = here ? pair.one : pair.other;
		const clausary_definition *with = here ? pair.other : pair.one;
		clausary_check_report(
		        check,
		        &(clausary_report){
		                .index = here ? pair.one_index : pair.other_index,
		                .clause = without->clause,
		                .span = without->term_span,
		                .other = here ? pair.other_index : pair.one_index,
		                .other_clause = with->clause,
		                .other_span = with->source_span,
		                .form = without->term,
		                .message = "%s cites no source, in the other version it is %s",
		                .arguments = {without->term, with->source},
		                .lower = versions->doubtful});
	}
}

const clausary_rule clausary_rule_source_in_one = {
        .text = {.id = "X16",
	         .name = "source-in-one",
	         .title = "a definition cites a source in one language version only",
	         .why = "A reader of the other version cannot look it up.",
	         .advice = "Cite the same source in all versions.",
	         .source = "language versions are equally authentic",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
