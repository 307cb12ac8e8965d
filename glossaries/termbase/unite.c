/* Uniting concepts of different languages. */
#include "termbase/termbase.h"

/* Whatever an acronym of `section` stands for, it now stands for `to`. */
static void
follow_acronym(clausary_termbase *termbase, clausary_slice key, clausary_concept *to,
               const clausary_concept *from)
{
	if (clausary_map_get(&termbase->acronyms_by_key, key) == CLAUSARY_NONE)
		return;
	clausary_acronym *acronym = clausary_termbase_acronym(termbase, key);
	if (acronym->lone == from)
		acronym->lone = to;
	for (uint32_t i = 0; i < acronym->senses.count; i++)
		if (acronym->senses.items[i] == from)
			acronym->senses.items[i] = to;
}

static void
move_section(clausary_termbase *termbase, clausary_concept *to, const clausary_concept *from,
             clausary_language_section *section)
{
	clausary_buffer key = {0};
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (clausary_term_is_short(section->terms.items[i]))
			follow_acronym(termbase,
			               clausary_termbase_key(&key, section->language,
			                                     section->terms.items[i]->form),
			               to, from);
	clausary_list_push(&termbase->arena, &to->languages, section);
	clausary_buffer_finish(&key);
}

void
clausary_termbase_unite(clausary_termbase *termbase, clausary_concept *to, clausary_concept *from)
{
	for (uint32_t i = 0; i < from->languages.count; i++)
		move_section(termbase, to, from, from->languages.items[i]);
	for (uint32_t i = 0; i < from->links.count; i++)
		clausary_list_push(&termbase->arena, &to->links, from->links.items[i]);
	for (uint32_t i = 0; i < from->subjects.count; i++)
		clausary_list_push(&termbase->arena, &to->subjects, from->subjects.items[i]);
	for (uint32_t i = 0; i < from->notes.count; i++)
		clausary_list_push(&termbase->arena, &to->notes, from->notes.items[i]);
	clausary_place_improve(&to->place, from->place);
	to->trusts_reference |= from->trusts_reference;
	to->joined_by_reference |= from->joined_by_reference;
	if (to->reference == NULL)
		to->reference = from->reference;
	from->into = to;
}
