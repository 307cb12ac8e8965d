/* X13: a definition is the same text in two language versions. */
#include "verify/check.h"

enum { SHORTEST = 30 /* bytes: short ones may be a symbol or a name */ };

/* The first paragraph: notes may have been translated. */
static clausary_slice
first_paragraph(clausary_slice text)
{
	size_t end = clausary_slice_find(text, CLAUSARY_SLICE("\n"));
	return end == SIZE_MAX ? text : clausary_slice_part(text, 0, end);
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);) {
		clausary_slice here = first_paragraph(pair.one->definition);
		if (here.size < SHORTEST
		    || !clausary_slice_equal(here, first_paragraph(pair.other->definition)))
			continue;
		clausary_slice language = clausary_slice_of(pair.one_index->document->language);
		clausary_check_report(
		        check,
		        &(clausary_report){.index = pair.other_index,
			                   .clause = pair.other->clause,
			                   .span = pair.other->definition_span,
			                   .other = pair.one_index,
			                   .other_clause = pair.one->clause,
			                   .other_span = pair.one->definition_span,
			                   .form = pair.other->term,
			                   .message = "the definition of %s is the text of the "
			                              "version in %s",
			                   .arguments = {pair.other->term, language}});
	}
}

const clausary_rule clausary_rule_untranslated = {
        .text = {.id = "X13",
	         .name = "untranslated-definition",
	         .title = "a definition is the same text in two language versions",
	         .why = "It was not translated.",
	         .advice = "Translate the definition.",
	         .source = "language versions are equally authentic",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
