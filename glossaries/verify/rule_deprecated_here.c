/* D22: a designation is used that an entry of the same document tells not to use. */
#include "verify/synonym_use.h"

/* A single word may stand there in another sense. */
static bool
is_word(clausary_slice form)
{
	return clausary_slice_find(form, CLAUSARY_SLICE(" ")) == SIZE_MAX;
}

static bool
is_deprecated(const clausary_index *index, const clausary_definition *entry, size_t number)
{
	(void)index;
	return entry->deprecated >> number & 1;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_synonym_uses uses;
	clausary_synonym_uses_read(&uses, index, is_deprecated);
	for (size_t i = 0; i < uses.items.count; i++) {
		const clausary_named *named = &uses.items.items[i];
		if (!named->deprecated || named->uses == 0)
			continue;
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = named->clause,
			                          .span = named->span,
			                          .other = index,
			                          .other_clause = named->entry->clause,
			                          .other_span = named->entry->term_span,
			                          .form = named->form,
			                          .message = "%s is not to be used: write %s",
			                          .arguments = {named->form, named->entry->term},
			                          .edit = named->entry->term,
			                          .mends = true,
			                          .lower = is_word(named->form)});
	}
	clausary_array_finish(&uses.items);
}

const clausary_rule clausary_rule_deprecated_here = {
        .text = {.id = "D22",
	         .name = "deprecated-used",
	         .title = "a term is used that an entry of the document tells not to use",
	         .why = "The document does what it tells others not to do.",
	         .advice = "Write the term of the entry.",
	         .source = "ISO/IEC Directives part 2, 16.5; Metanorma STANDOC",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
