/* What is withdrawn. */
#include "update/withdrawal.h"

#include "termbase/termbase.h"
#include "update/filter.h"

bool
clausary_note_withdraws(clausary_slice note)
{
	return clausary_slice_equal(note, CLAUSARY_SLICE("withdrawn"))
	       || clausary_slice_starts(note, CLAUSARY_SLICE("withdrawn: "));
}

bool
clausary_term_is_withdrawn(const clausary_term *term)
{
	for (uint32_t i = 0; i < term->notes.count; i++)
		if (clausary_note_withdraws(term->notes.items[i]))
			return true;
	return false;
}

bool
clausary_fact_withdraws(const clausary_fact *fact)
{
	return clausary_slice_equal(fact->field, CLAUSARY_SLICE("note"))
	       && clausary_note_withdraws(fact->value);
}

clausary_slice
clausary_fact_withdrawn_by(const clausary_fact *fact)
{
	size_t colon = clausary_slice_find(fact->value, CLAUSARY_SLICE(": "));
	return clausary_slice_part(fact->value, colon == SIZE_MAX ? fact->value.size : colon + 2,
	                           fact->value.size);
}

bool
clausary_facts_withdraw(const clausary_facts *facts, clausary_slice language, clausary_slice term)
{
	for (uint32_t i = 0; i < facts->count; i++)
		if (clausary_fact_withdraws(&facts->items[i])
		    && clausary_slice_equal(facts->items[i].language, language)
		    && clausary_slice_equal(facts->items[i].term, term))
			return true;
	return false;
}

/* The term of that form; NULL: none. */
static clausary_term *
term_of(const clausary_concept *concept, clausary_slice language, clausary_slice form)
{
	const clausary_language_section *section =
	        concept ? clausary_concept_find_section(concept, language) : NULL;
	for (uint32_t i = 0; section && i < section->terms.count; i++)
		if (clausary_slice_equal(section->terms.items[i]->form, form))
			return section->terms.items[i];
	return NULL;
}

/* A status that a term has stays. */
static void
supersede(clausary_term *term, clausary_term *also)
{
	if (term->status != CLAUSARY_TERM_STATUS_NONE)
		return;
	term->status = CLAUSARY_TERM_STATUS_SUPERSEDED;
	if (also)
		also->status = term->status;
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
		for (uint32_t k = 0; k < section->terms.count; k++)
			supersede(section->terms.items[k],
			          term_of(also, section->language, section->terms.items[k]->form));
	}
}

static void
keep_marks(clausary_slice *notes, uint32_t *count)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < *count; i++)
		if (clausary_note_withdraws(notes[i]))
			notes[kept++] = notes[i];
	*count = kept;
}

void
clausary_concept_keep_marks(clausary_concept *concept)
{
	keep_marks(concept->notes.items, &concept->notes.count);
	concept->subjects.count = concept->definitions.count = concept->data.count = 0;
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		section->definitions.count = section->notes.count = section->data.count = 0;
		for (uint32_t k = 0; k < section->terms.count; k++) {
			clausary_term *term = section->terms.items[k];
			clausary_term marks = {
			        .id = term->id, .form = term->form, .notes = term->notes};
			keep_marks(marks.notes.items, &marks.notes.count);
			if ((concept->notes.count || marks.notes.count)
			    && term->status == CLAUSARY_TERM_STATUS_SUPERSEDED)
				marks.status = term->status;
			*term = marks;
		}
	}
}

/* Whether a section has a term, or writes one so: "Tide pole" is "tide pole". */
static bool
has_term(const clausary_language_section *section, clausary_slice form)
{
	clausary_buffer wanted = {0}, found = {0};
	bool same = false;
	clausary_termbase_fold(&wanted, form);
	for (uint32_t i = 0; i < section->terms.count && !same; i++) {
		const clausary_term *term = section->terms.items[i];
		for (uint32_t k = 0; k <= term->variants.count && !same; k++) {
			found.size = 0;
			clausary_termbase_fold(&found,
			                       k ? term->variants.items[k - 1] : term->form);
			same = clausary_slice_equal(clausary_buffer_slice(&found),
			                            clausary_buffer_slice(&wanted));
		}
	}
	clausary_buffer_finish(&wanted);
	clausary_buffer_finish(&found);
	return same;
}

void
clausary_withdrawal_find(clausary_arena *arena, clausary_facts *gone, const clausary_facts *mine,
                         const clausary_facts *last, const clausary_concept *run)
{
	uint32_t count = gone->count;
	for (uint32_t i = 0; i < mine->count; i++) {
		const clausary_fact *fact = &mine->items[i];
		const clausary_language_section *section =
		        clausary_concept_find_section(run, fact->language);
		if (clausary_slice_equal(fact->field, CLAUSARY_SLICE("term"))
		    && clausary_facts_have(last, fact)
		    && !(section && has_term(section, fact->value)))
			clausary_list_push(arena, gone, *fact);
	}
	for (uint32_t i = 0; i < mine->count && gone->count > count; i++) {
		const clausary_fact *fact = &mine->items[i];
		if (fact->language.size && fact->term.size == 0
		    && !clausary_concept_find_section(run, fact->language))
			clausary_list_push(arena, gone, *fact);
	}
	clausary_facts_sort(gone);
}

void
clausary_terms_withdraw(clausary_arena *arena, clausary_concept *concept, clausary_concept *also,
                        const clausary_facts *gone, const clausary_facts *last, clausary_slice mark)
{
	for (uint32_t i = 0; i < gone->count; i++) {
		const clausary_fact *fact = &gone->items[i];
		clausary_term *term = term_of(concept, fact->language, fact->term);
		clausary_term *other = term_of(also, fact->language, fact->term);
		if (!term || clausary_facts_withdraw(last, fact->language, fact->term))
			continue;
		clausary_list_push(arena, &term->notes, mark);
		if (other)
			clausary_list_push(arena, &other->notes, mark);
		supersede(term, other);
	}
}
