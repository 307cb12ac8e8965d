/* What needs the whole termbase: acronyms without expansion find their concept, the reference
 * glossary speaks where the texts are silent, entries get their order, ids and remarks. Nothing
 * depends on the order of a hash. */
#include "termbase/termbase.h"

#include "termbase/finish.h"
#include "termbase/reference.h"

#include <stdlib.h>

static void
merge_term(clausary_arena *arena, clausary_term *to, const clausary_term *from)
{
	to->mentions += from->mentions;
	for (uint32_t i = 0; i < from->contexts.count; i++)
		if (clausary_term_wants_context(to, &from->contexts.items[i].source))
			clausary_list_push(arena, &to->contexts, from->contexts.items[i]);
	for (uint32_t i = 0; i < from->variants.count; i++)
		clausary_term_add_variant(arena, to, from->variants.items[i]);
}

/* Terms beside a short form are full forms; a synonym that the text admits stays what it is. */
static void
make_full_forms(clausary_language_section *section)
{
	if (clausary_section_first(section, true) == NULL)
		return;
	for (uint32_t i = 0; i < section->terms.count; i++) {
		clausary_term *term = section->terms.items[i];
		if (term->type == CLAUSARY_TERM_PLAIN && term->status == CLAUSARY_TERM_STATUS_NONE)
			term->type = CLAUSARY_TERM_FULL_FORM;
	}
}

/* Move what an acronym without expansion has into the concept that expands it. */
static void
merge_lone(clausary_termbase *termbase, clausary_acronym *acronym, clausary_concept *to)
{
	clausary_arena *arena = &termbase->arena;
	clausary_concept *from = acronym->lone;
	for (uint32_t i = 0; i < from->languages.count; i++) {
		const clausary_language_section *section = from->languages.items[i];
		clausary_language_section *target =
		        clausary_concept_section(arena, to, section->language);
		clausary_place_improve(&target->place, section->place);
		for (uint32_t j = 0; j < section->definitions.count; j++)
			clausary_list_push(arena, &target->definitions,
			                   section->definitions.items[j]);
		for (uint32_t j = 0; j < section->notes.count; j++)
			clausary_list_push(arena, &target->notes, section->notes.items[j]);
		for (uint32_t j = 0; j < section->terms.count; j++) {
			clausary_term *term = section->terms.items[j];
			clausary_term *same = clausary_section_find_term(target, term->key);
			if (same)
				merge_term(arena, same, term);
			else
				clausary_list_push(arena, &target->terms, term);
		}
		make_full_forms(target);
	}
	for (uint32_t i = 0; i < from->links.count; i++)
		clausary_list_push(arena, &to->links, from->links.items[i]);
	clausary_place_improve(&to->place, from->place);
	to->trusts_reference |= from->trusts_reference;
	from->into = to;
	acronym->lone = NULL;
}

/* A term that the glossary gives: its source is the glossary, never a text. */
static void
add_from_reference(clausary_termbase *termbase, clausary_language_section *section,
                   const clausary_term *known)
{
	clausary_arena *arena = &termbase->arena;
	if (clausary_section_find_term(section, known->key)
	    || section->terms.count >= CLAUSARY_SECTION_TERMS)
		return;
	clausary_term *term =
	        clausary_section_add_term(arena, section, clausary_arena_copy(arena, known->form),
		                          clausary_arena_copy(arena, known->key), known->type);
	term->referenced = true;
	for (uint32_t i = 0; i < known->sources.count; i++) {
		clausary_source source = {.document = CLAUSARY_NONE};
		source.citation = clausary_arena_copy(arena, known->sources.items[i].citation);
		clausary_list_push(arena, &term->sources, source);
	}
}

/* Languages that the document has versions in, and where the text did not show the concept, get
 * what the glossary has. */
static void
complete_languages(clausary_termbase *termbase, clausary_concept *concept,
                   const clausary_concept *entry)
{
	if (concept->place->work == CLAUSARY_NONE)
		return;
	const clausary_termbase_work *work = &termbase->works.items[concept->place->work];
	for (uint32_t i = 0; i < work->documents; i++) {
		clausary_slice language = termbase->documents.items[work->document + i].language;
		const clausary_language_section *known =
		        clausary_reference_section(entry, language);
		if (known == NULL || known->terms.count == 0
		    || clausary_concept_find_section(concept, language))
			continue;
		clausary_language_section *section =
		        clausary_concept_section(&termbase->arena, concept, language);
		for (uint32_t j = 0; j < known->terms.count; j++)
			add_from_reference(termbase, section, known->terms.items[j]);
		make_full_forms(section);
	}
}

/* Give a concept the forms of one kind that an entry of the glossary has. */
static void
take_forms(clausary_termbase *termbase, clausary_concept *concept, const clausary_concept *entry,
           bool short_forms)
{
	complete_languages(termbase, concept, entry);
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		clausary_language_section *section = concept->languages.items[i];
		const clausary_language_section *known =
		        clausary_reference_section(entry, section->language);
		if (known == NULL || clausary_section_first(section, short_forms))
			continue;
		for (uint32_t j = 0; j < known->terms.count; j++)
			if (clausary_term_is_short(known->terms.items[j]) == short_forms)
				add_from_reference(termbase, section, known->terms.items[j]);
		make_full_forms(section);
	}
}

/* The concept that the text has for the full form of an entry, or NULL. */
static clausary_concept *
spelled_out(const clausary_termbase *termbase, const clausary_concept *entry,
            clausary_slice language, clausary_buffer *buffer)
{
	const clausary_language_section *section = clausary_reference_section(entry, language);
	clausary_concept *found = NULL;
	for (uint32_t i = 0; section && i < section->terms.count && found == NULL; i++)
		if (!clausary_term_is_short(section->terms.items[i]))
			found = clausary_termbase_named(
			        termbase, clausary_termbase_key(buffer, language,
				                                section->terms.items[i]->form));
	return found;
}

/* An acronym that no text expands: the glossary knows what it stands for. */
static void
expand_lone(clausary_termbase *termbase, clausary_acronym *acronym, clausary_slice language,
            const clausary_concept *entry)
{
	clausary_buffer buffer = {0};
	clausary_concept *lone = acronym->lone;
	clausary_concept *named = spelled_out(termbase, entry, language, &buffer);
	if (named && named != lone) {
		merge_lone(termbase, acronym, named);
		named->joined_by_reference = true;
	} else {
		take_forms(termbase, lone, entry, false);
		const clausary_language_section *section =
		        clausary_concept_find_section(lone, language);
		const clausary_term *full = section ? clausary_section_first(section, false) : NULL;
		if (full)
			clausary_termbase_name(termbase,
			                       clausary_termbase_key(&buffer, language, full->form),
			                       lone);
		acronym->lone = NULL;
		named = lone;
	}
	clausary_list_push(&termbase->arena, &acronym->senses, named);
	clausary_buffer_finish(&buffer);
}

static void
consult_reference(clausary_termbase *termbase)
{
	const clausary_reference *reference = termbase->reference;
	for (uint32_t i = 0; reference && i < termbase->acronyms_by_key.count; i++) {
		clausary_acronym *acronym = &termbase->acronyms.items[i];
		clausary_slice key = termbase->acronyms_by_key.entries[i].key;
		if (acronym->lone == NULL || !acronym->lone->trusts_reference
		    || acronym->senses.count)
			continue;
		const clausary_concept *entry = clausary_reference_by_acronym(reference, key);
		if (entry)
			expand_lone(termbase, acronym, clausary_termbase_key_language(key), entry);
	}
	for (size_t i = 0; i < termbase->concepts.count; i++) {
		clausary_concept *concept = termbase->concepts.items[i];
		if (concept->reference && concept->into == NULL)
			take_forms(termbase, concept, concept->reference, true);
	}
}

static int
compare_places(const void *a, const void *b)
{
	const clausary_concept *x = *(clausary_concept *const *)a,
	                       *y = *(clausary_concept *const *)b;
	if (x->place->work != y->place->work)
		return x->place->work < y->place->work ? -1 : 1;
	if (x->place->row != y->place->row)
		return x->place->row < y->place->row ? -1 : 1;
	if (x->place->source.document != y->place->source.document)
		return x->place->source.document < y->place->source.document ? -1 : 1;
	if (x->place->position != y->place->position)
		return x->place->position < y->place->position ? -1 : 1;
	return (x->number > y->number) - (x->number < y->number);
}

static void
order(clausary_termbase *termbase)
{
	termbase->ordered.count = 0;
	for (size_t i = 0; i < termbase->concepts.count; i++)
		if (termbase->concepts.items[i]->into == NULL
		    && termbase->concepts.items[i]->languages.count)
			clausary_array_push(&termbase->ordered, termbase->concepts.items[i]);
	if (termbase->ordered.count)
		qsort(termbase->ordered.items, termbase->ordered.count,
		      sizeof *termbase->ordered.items, compare_places);
}

/* Whether what a section says of the concept is as much as what any says. */
static bool
may_place(const clausary_language_section *section, const clausary_concept *concept)
{
	return section->place->work == concept->place->work
	       && section->place->kind == concept->place->kind;
}

/* The place that most of the languages have, by its key: in one version a heading may not be known,
 * or a clause not be lined up. Of equals the better place stays. */
static void
settle_place(clausary_concept *concept)
{
	clausary_language_section *const *all = concept->languages.items;
	const clausary_place *best = concept->place;
	uint32_t most = 0;
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		uint32_t same = 0;
		for (uint32_t j = 0; j < concept->languages.count; j++)
			same += may_place(all[j], concept)
			        && clausary_slice_equal(all[i]->place->source.key,
			                                all[j]->place->source.key);
		if (!may_place(all[i], concept) || same < most)
			continue;
		if (same > most)
			best = all[i]->place;
		else
			clausary_place_improve(&best, all[i]->place);
		most = same;
	}
	concept->place = best;
}

/* Sections in the order of the output. The place is told in the first language that has it. */
static void
order_sections(const clausary_termbase *termbase, clausary_concept *concept)
{
	clausary_language_section **all = concept->languages.items;
	for (uint32_t i = 1; i < concept->languages.count; i++) {
		clausary_language_section *section = all[i];
		size_t rank = clausary_termbase_language_rank(termbase, section->language);
		uint32_t at = i;
		for (; at > 0
		       && clausary_termbase_language_rank(termbase, all[at - 1]->language) > rank;
		     at--)
			all[at] = all[at - 1];
		all[at] = section;
	}
	concept->source = &concept->place->source;
	for (uint32_t i = 0; i < concept->languages.count; i++)
		if (may_place(all[i], concept)
		    && clausary_slice_equal(all[i]->place->source.key,
		                            concept->place->source.key)) {
			concept->source = &all[i]->place->source;
			return;
		}
}

static void
order_languages(clausary_termbase *termbase)
{
	for (size_t i = 0; i < termbase->ordered.count; i++)
		order_sections(termbase, termbase->ordered.items[i]);
}

void
clausary_termbase_finish(const clausary_termbase *finished)
{
	clausary_termbase *termbase = (clausary_termbase *)(uintptr_t)finished;
	if (termbase->finished)
		return;
	for (size_t i = 0; i < termbase->acronyms.count; i++)
		if (termbase->acronyms.items[i].lone
		    && termbase->acronyms.items[i].senses.count == 1)
			merge_lone(termbase, &termbase->acronyms.items[i],
			           termbase->acronyms.items[i].senses.items[0]);
	consult_reference(termbase);
	for (size_t i = 0; i < termbase->concepts.count; i++)
		settle_place(termbase->concepts.items[i]);
	order(termbase);
	order_languages(termbase);
	clausary_termbase_cite(termbase);
	clausary_termbase_give_ids(termbase);
	clausary_termbase_remark(termbase);
	clausary_termbase_doubt(termbase);
	termbase->finished = true;
}
