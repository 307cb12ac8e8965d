/* C09: a document defines a term that the termbase does not allow. */
#include "termbase/reference.h"
#include "verify/authority_use.h"
#include "verify/likeness.h"

/* The terms of the termbase in a language, by their words. */
typedef struct terms {
	clausary_arena arena;
	clausary_map refused; /* words -> the concept that refuses them */
	clausary_map allowed;
} terms;

static void
read_terms(terms *all, const clausary_termbase *authority, const clausary_index *index)
{
	clausary_slice language = clausary_slice_of(index->document->language);
	for (size_t i = 0; i < authority->concepts.count; i++) {
		const clausary_language_section *section =
		        clausary_reference_section(authority->concepts.items[i], language);
		for (uint32_t j = 0; section && j < section->terms.count; j++) {
			const clausary_term *term = section->terms.items[j];
			clausary_slice key =
			        clausary_likeness_key(&all->arena, index->cues, term->form);
			clausary_map_put(clausary_authority_refuses(term) ? &all->refused
			                                                  : &all->allowed,
			                 key, (uint32_t)i);
		}
	}
}

static void
look_at(clausary_checking *check, const clausary_index *index, terms *all,
        const clausary_definition *entry)
{
	clausary_slice key = clausary_likeness_key(&all->arena, index->cues, entry->term);
	uint32_t concept = clausary_map_get(&all->refused, key);
	if (concept == CLAUSARY_NONE || clausary_map_get(&all->allowed, key) != CLAUSARY_NONE)
		return;
	const clausary_term *preferred = clausary_authority_preferred(
	        clausary_reference_section(check->authority->concepts.items[concept],
		                           clausary_slice_of(index->document->language)));
	clausary_slice form = preferred ? preferred->form : CLAUSARY_SLICE("\u2013");
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = entry->clause,
	                                                .span = entry->term_span,
	                                                .form = entry->term,
	                                                .message = "%s is not to be used: write %s",
	                                                .arguments = {entry->term, form},
	                                                .edit = form,
	                                                .mends = preferred != NULL});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	terms all = {0};
	if (!check->authority || index->findings->definitions.count == 0)
		return;
	read_terms(&all, check->authority, index);
	for (size_t i = 0; i < index->findings->definitions.count; i++)
		look_at(check, index, &all, &index->findings->definitions.items[i]);
	clausary_map_finish(&all.refused);
	clausary_map_finish(&all.allowed);
	clausary_arena_finish(&all.arena);
}

const clausary_rule clausary_rule_deprecated_defined = {
        .text = {.id = "C09",
	         .name = "deprecated-defined",
	         .title = "a term is defined that the termbase does not allow",
	         .why = "What the house has given up comes back with a definition of its own.",
	         .advice = "Define the preferred term.",
	         .source = "--termbase; ITU SCV, coordination of vocabulary",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
