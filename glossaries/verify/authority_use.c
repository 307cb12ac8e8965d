/* One walk over the document for all terms of the termbase. */
#include "verify/authority_use.h"

#include "base/utf8.h"
#include "termbase/reference.h"
#include "verify/place.h"

#include <unicode/uchar.h>

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

bool
clausary_authority_is_letters(const clausary_term *term)
{
	if (clausary_term_is_short(term))
		return true;
	for (size_t at = 0; at < term->form.size;) {
		UChar32 c = (UChar32)clausary_utf8_next(term->form, &at);
		if (u_islower(c) || c == ' ' || (u_isalpha(c) && !u_isupper(c)))
			return false;
	}
	return true;
}

/* Whether a document expands an acronym otherwise than with a name of the termbase: then its
 * letters are another thing there, which a rule of its own tells. */
static bool
is_another(const clausary_index *index, const wanted *one)
{
	uint32_t known = clausary_map_get(&index->findings->acronyms, one->term->form);
	const clausary_form *form = known == CLAUSARY_NONE ? NULL : &index->forms[known];
	for (uint32_t i = 0; form && i < form->pair_count; i++) {
		clausary_slice text = index->findings->pairs.items[form->pairs[i]].text;
		if (one->preferred
		    && clausary_likeness_of(index->cues, text, one->preferred->form)
		               <= CLAUSARY_SAME_MOST)
			return false;
	}
	return form && form->pair_count > 0;
}

/* Whether a term says of which of several things with its name it is: "node <network>". The words
 * alone do not tell. */
static bool
is_qualified(const clausary_term *term)
{
	return clausary_slice_find(term->form, CLAUSARY_SLICE(" (")) != SIZE_MAX
	       || clausary_slice_find(term->form, CLAUSARY_SLICE(" <")) != SIZE_MAX;
}

/* Whether a term stands at a place, and no part of a name of a field or an address; of an acronym
 * its letters as they are, but for the ending of a plural, and no part of a longer form. Words may
 * be written with other capitals. */
static bool
is_written(const clausary_index *index, const wanted *one, const clausary_term_place *place)
{
	clausary_slice text = clausary_document_text(index->document);
	clausary_slice here = clausary_slice_span(text, place->span);
	if (clausary_place_is_address(text, place->span) || is_qualified(one->term)
	    || memchr(here.data, '_', here.size))
		return false;
	return !clausary_authority_is_letters(one->term)
	       || (clausary_slice_starts(here, one->term->form)
	           && !clausary_place_is_joined(text, place->span) && !is_another(index, one));
}

static void
tell(void *payload, const clausary_term_place *place)
{
	looking *all = payload;
	wanted one = all->terms.items[place->value];
	clausary_authority_use use = {one.term, one.preferred, *place, CLAUSARY_ZONE_BODY};
	use.zone = clausary_index_zone(all->index, place->clause, place->span.start);
	if (!one.doubtful && is_written(all->index, &one, place))
		all->found(all->check, all->index, &use);
}

static void
add_section(looking *all, clausary_term_search *search, const clausary_language_section *section)
{
	for (uint32_t i = 0; i < section->terms.count; i++) {
		const clausary_term *term = section->terms.items[i];
		uint32_t number = (uint32_t)all->terms.count;
		uint32_t known = clausary_term_search_add(search, all->index->cues, term->form,
		                                          number, false);
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
	clausary_term_search_run(&search, index->document, index->cues, false, tell, &all);
	clausary_term_search_finish(&search);
	clausary_array_finish(&all.terms);
}
