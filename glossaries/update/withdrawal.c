/* Entries that are withdrawn. */
#include "update/withdrawal.h"

bool
clausary_note_withdraws(clausary_slice note)
{
	return clausary_slice_equal(note, CLAUSARY_SLICE("withdrawn"))
	       || clausary_slice_starts(note, CLAUSARY_SLICE("withdrawn: "));
}

bool
clausary_concept_is_withdrawn(const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->notes.count; i++)
		if (clausary_note_withdraws(concept->notes.items[i]))
			return true;
	return false;
}

void
clausary_concept_withdraw(clausary_arena *arena, clausary_concept *concept, clausary_concept *also,
                          clausary_slice mark)
{
	clausary_list_push(arena, &concept->notes, mark);
	if (also)
		clausary_list_push(arena, &also->notes, mark);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		const clausary_language_section *other =
		        also ? clausary_concept_find_section(also, section->language) : NULL;
		for (uint32_t k = 0; k < section->terms.count; k++) {
			clausary_term *term = section->terms.items[k];
			if (term->status != CLAUSARY_TERM_STATUS_NONE)
				continue;
			term->status = CLAUSARY_TERM_STATUS_SUPERSEDED;
			for (uint32_t j = 0; other && j < other->terms.count; j++)
				if (clausary_slice_equal(other->terms.items[j]->form, term->form))
					other->terms.items[j]->status = term->status;
		}
	}
}

void
clausary_concept_restore(clausary_concept *concept)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < concept->notes.count; i++)
		if (!clausary_note_withdraws(concept->notes.items[i]))
			concept->notes.items[kept++] = concept->notes.items[i];
	concept->notes.count = kept;
}
