/* Short forms: a chain of meanings for each. */
#include "verify/short_forms.h"

#include "termbase/reference.h"
#include "verify/likeness.h"

void
clausary_short_forms_read(clausary_short_forms *out, const clausary_termbase *termbase,
                          const char *language)
{
	*out = (clausary_short_forms){0};
	for (size_t i = termbase->concepts.count; i-- > 0;) {
		const clausary_concept *concept = termbase->concepts.items[i];
		const clausary_language_section *section =
		        concept->into
		                ? NULL
		                : clausary_reference_section(concept, clausary_slice_of(language));
		for (uint32_t j = 0; section && j < section->terms.count; j++) {
			const clausary_term *term = section->terms.items[j];
			if (!clausary_term_is_short(term))
				continue;
			uint32_t next = clausary_map_get(&out->first, term->form);
			clausary_map_put(&out->first, term->form, (uint32_t)out->meanings.count);
			clausary_array_push(&out->meanings, ((clausary_meaning){section, next}));
		}
	}
}

void
clausary_short_forms_finish(clausary_short_forms *forms)
{
	clausary_map_finish(&forms->first);
	clausary_array_finish(&forms->meanings);
}

const clausary_meaning *
clausary_short_forms_get(const clausary_short_forms *forms, clausary_slice form)
{
	uint32_t first = clausary_map_get(&forms->first, form);
	return first == CLAUSARY_NONE ? NULL : &forms->meanings.items[first];
}

const clausary_meaning *
clausary_short_forms_next(const clausary_short_forms *forms, const clausary_meaning *meaning)
{
	return meaning->next == CLAUSARY_NONE ? NULL : &forms->meanings.items[meaning->next];
}

bool
clausary_meaning_is(const clausary_meaning *meaning, const clausary_cues *cues, clausary_slice text)
{
	for (uint32_t i = 0; i < meaning->section->terms.count; i++) {
		const clausary_term *term = meaning->section->terms.items[i];
		if (!clausary_term_is_short(term)
		    && clausary_likeness_of(cues, term->form, text) <= CLAUSARY_SAME_WORDS)
			return true;
	}
	return false;
}
