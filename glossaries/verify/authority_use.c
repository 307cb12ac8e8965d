/* One walk over the document for all terms of the termbase. */
#include "verify/authority_use.h"

#include "termbase/reference.h"

/* A term that is looked for, and the one that is to be used. */
typedef struct wanted {
	const clausary_term *term, *preferred;
	bool doubtful; /* the same words have another status elsewhere in the termbase */
} wanted;

typedef struct looking {
	clausary_checking *check;
	const clausary_index *index;
	void (*found)(clausary_checking *check, const clausary_index *index,
	              const clausary_authority_use *use);
	CLAUSARY_ARRAY(wanted) terms;
} looking;

bool
clausary_authority_refuses(const clausary_term *term)
{
	return term->status == CLAUSARY_TERM_STATUS_DEPRECATED
	       || term->status == CLAUSARY_TERM_STATUS_SUPERSEDED;
}

const clausary_term *
clausary_authority_preferred(const clausary_language_section *section)
{
	const clausary_term *allowed = NULL;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		if (term->status == CLAUSARY_TERM_STATUS_PREFERRED)
			return term;
		if (!allowed && !clausary_authority_refuses(term))
			allowed = term;
	}
	return allowed;
}

static void
tell(void *payload, const clausary_term_place *place)
{
	looking *all = payload;
	wanted one = all->terms.items[place->value];
	clausary_authority_use use = {one.term, one.preferred, *place, CLAUSARY_ZONE_BODY};
	use.zone = clausary_index_zone(all->index, place->clause, place->span.start);
	if (!one.doubtful)
		all->found(all->check, all->index, &use);
}

static void
add_section(looking *all, clausary_term_search *search, const clausary_language_section *section)
{
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		uint32_t number = (uint32_t)all->terms.count;
		uint32_t known =
		        clausary_term_search_add(search, all->index->cues, term->form, number);
		if (known != number && all->terms.items[known].term->status != term->status)
			all->terms.items[known].doubtful = true;
		clausary_array_push(&all->terms,
		                    ((wanted){term, clausary_authority_preferred(section), false}));
	}
}

void
clausary_authority_each_use(clausary_checking *check, const clausary_index *index,
                            void (*found)(clausary_checking *check, const clausary_index *index,
                                          const clausary_authority_use *use))
{
	clausary_slice language = clausary_slice_of(index->document->language);
	clausary_term_search search = {0};
	looking all = {.check = check, .index = index, .found = found};
	for (size_t i = 0; check->authority && i < check->authority->concepts.count; i++) {
		const clausary_language_section *section =
		        clausary_reference_section(check->authority->concepts.items[i], language);
		if (section)
			add_section(&all, &search, section);
	}
	clausary_term_search_run(&search, index, false, tell, &all);
	clausary_term_search_finish(&search);
	clausary_array_finish(&all.terms);
}
