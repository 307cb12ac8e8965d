/* T08: a term is used that the termbase does not allow. */
#include "termbase/reference.h"
#include "verify/check.h"
#include "verify/term_search.h"

/* A term that is looked for, and the one that is to be used. */
typedef struct wanted {
	const clausary_term *term, *preferred;
} wanted;

typedef struct looking {
	clausary_checking *check;
	const clausary_index *index;
	CLAUSARY_ARRAY(wanted) terms;
} looking;

static bool
is_deprecated(const clausary_term *term)
{
	return term->status == CLAUSARY_TERM_STATUS_DEPRECATED
	       || term->status == CLAUSARY_TERM_STATUS_SUPERSEDED;
}

/* The term that is to be used: a preferred one, or any that is allowed. */
static const clausary_term *
preferred_of(const clausary_language_section *section)
{
	const clausary_term *allowed = NULL;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		if (term->status == CLAUSARY_TERM_STATUS_PREFERRED)
			return term;
		if (!allowed && !is_deprecated(term))
			allowed = term;
	}
	return allowed;
}

static void
found(void *payload, const clausary_term_place *place)
{
	looking *all = payload;
	const clausary_index *index = all->index;
	wanted one = all->terms.items[place->value];
	clausary_zone zone = clausary_index_zone(index, place->clause, place->span.start);
	if (!is_deprecated(one.term) || zone == CLAUSARY_ZONE_REFERENCES
	    || zone == CLAUSARY_ZONE_TERMS)
		return;
	clausary_checking *check = all->check;
	clausary_slice preferred = one.preferred ? one.preferred->form : CLAUSARY_SLICE("\u2013");
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = place->clause,
	                                                .span = place->span,
	                                                .form = one.term->form,
	                                                .message = "%s is not to be used: write %s",
	                                                .arguments = {one.term->form, preferred},
	                                                .edit = preferred,
	                                                .mends = one.preferred != NULL});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_slice language = clausary_slice_of(index->document->language);
	clausary_term_search search = {0};
	looking all = {check, index};
	for (size_t i = 0; check->authority && i < check->authority->concepts.count; i++) {
		const clausary_language_section *section =
		        clausary_reference_section(check->authority->concepts.items[i], language);
		for (uint32_t j = 0; section && j < section->terms.count; j++) {
			const clausary_term *term = section->terms.items[j];
			clausary_term_search_add(&search, index->cues, term->form,
			                         (uint32_t)all.terms.count);
			clausary_array_push(&all.terms, ((wanted){term, preferred_of(section)}));
		}
	}
	clausary_term_search_run(&search, index, false, found, &all);
	clausary_term_search_finish(&search);
	clausary_array_finish(&all.terms);
}

const clausary_rule clausary_rule_deprecated_term = {
        .text = {.id = "T08",
	         .name = "deprecated-term",
	         .title = "a term is used that the termbase does not allow",
	         .why = "The termbase is what the house has agreed on.",
	         .advice = "Write the preferred term.",
	         .source = "--termbase; 3GPP TR 21.801 4.2; ISO/IEC Directives part 2, 16.5",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
