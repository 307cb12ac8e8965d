/* D23: a text uses the term of an entry and a synonym that the entry admits. */
#include "verify/synonym_use.h"

#include "verify/acronym.h"

/* A short form beside the full one is no rival: each has its place. */
static bool
is_short(const clausary_index *index, clausary_slice form, clausary_slice term)
{
	return clausary_map_get(&index->findings->acronyms, form) != CLAUSARY_NONE
	       || clausary_acronym_letters_in(form, term)
	       || clausary_acronym_letters_in(term, form);
}

static bool
is_rival(const clausary_index *index, const clausary_definition *entry, size_t number)
{
	return !(entry->deprecated >> number & 1)
	       && !is_short(index, entry->synonyms[number], entry->term);
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_synonym_uses uses;
	const clausary_named *term = NULL;
	clausary_synonym_uses_read(&uses, index, is_rival);
	for (size_t i = 0; i < uses.items.count; i++) {
		const clausary_named *named = &uses.items.items[i];
		if (named->term)
			term = named;
		else if (!named->deprecated && named->uses && term->uses
		         && !is_short(index, named->form, term->form))
			clausary_check_report(
			        check,
			        &(clausary_report){.index = index,
				                   .clause = named->clause,
				                   .span = named->span,
				                   .other = index,
				                   .other_clause = term->clause,
				                   .other_span = term->span,
				                   .form = named->form,
				                   .message = "%s is used, elsewhere %s",
				                   .arguments = {named->form, named->entry->term},
				                   .edit = named->entry->term,
				                   .mends = true});
	}
	clausary_array_finish(&uses.items);
}

const clausary_rule clausary_rule_admitted_here = {
        .text = {.id = "D23",
	         .name = "admitted-mixed",
	         .title = "a text uses a term and a synonym of it",
	         .why = "The reader takes them for two things.",
	         .advice = "Use the term of the entry everywhere.",
	         .source = "ISO/IEC Directives part 2, 16.5; 3GPP TR 21.801 4.2",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
