/* Doubts: what the termbase holds that a person should look at, in the order of the entries. */
#include "termbase/finish.h"

#include <stdlib.h>

static const float UNVERIFIED = 0.5f;

static const char *const NAMES[] = {[CLAUSARY_DOUBT_LINK] = "link",
                                    [CLAUSARY_DOUBT_PAIR] = "pair",
                                    [CLAUSARY_DOUBT_LANGUAGE] = "language"};

const char *
clausary_doubt_name(clausary_doubt_kind kind)
{
	return NAMES[kind];
}

static clausary_concept *
final(clausary_concept *concept)
{
	while (concept->into)
		concept = concept->into;
	return concept;
}

/* Place of each concept in the order; those that are not written have none. */
static uint32_t *
places_of(const clausary_termbase *termbase)
{
	uint32_t *places = clausary_memory_zeros(termbase->concepts.count, sizeof *places);
	for (uint32_t i = 0; i < termbase->ordered.count; i++)
		places[termbase->ordered.items[i]->number] = i + 1;
	return places;
}

/* Links by the place of the entry that stands first. */
static void
doubt_links(clausary_termbase *termbase, const uint32_t *places)
{
	for (size_t i = 0; i < termbase->doubtful_links.count; i++) {
		const clausary_doubtful_link *link = &termbase->doubtful_links.items[i];
		const clausary_concept *a = final(link->concepts[0]), *b = final(link->concepts[1]);
		if (a == b || places[a->number] == 0 || places[b->number] == 0)
			continue;
		bool has_first = clausary_concept_find_section(a, link->link.languages[0]) != NULL;
		clausary_doubt doubt = {.kind = CLAUSARY_DOUBT_LINK,
		                        .concept = a,
		                        .other = b,
		                        .language = link->link.languages[has_first ? 0 : 1],
		                        .other_language = link->link.languages[has_first ? 1 : 0],
		                        .link = link};
		if (places[a->number] > places[b->number]) {
			doubt.concept = b;
			doubt.other = a;
			doubt.language = link->link.languages[has_first ? 1 : 0];
			doubt.other_language = link->link.languages[has_first ? 0 : 1];
		}
		clausary_array_push(&termbase->doubts, doubt);
	}
}

static void
doubt_pairs(clausary_termbase *termbase, const clausary_concept *concept)
{
	for (uint32_t i = 0; i < concept->languages.count; i++) {
		const clausary_language_section *section = concept->languages.items[i];
		for (uint32_t j = 0; j < section->terms.count; j++)
			if (section->terms.items[j]->paired
			    && section->terms.items[j]->confidence < UNVERIFIED)
				clausary_array_push(
				        &termbase->doubts,
				        ((clausary_doubt){.kind = CLAUSARY_DOUBT_PAIR,
					                  .concept = concept,
					                  .language = section->language,
					                  .term = section->terms.items[j]}));
	}
}

/* Languages of the document's versions in which the entry has no term. */
static void
doubt_languages(clausary_termbase *termbase, const clausary_concept *concept)
{
	if (concept->place->work == CLAUSARY_NONE)
		return;
	const clausary_termbase_work *work = &termbase->works.items[concept->place->work];
	for (uint32_t i = 0; i < work->documents; i++) {
		clausary_slice language = termbase->documents.items[work->document + i].language;
		if (clausary_concept_find_section(concept, language) == NULL)
			clausary_array_push(&termbase->doubts,
			                    ((clausary_doubt){.kind = CLAUSARY_DOUBT_LANGUAGE,
			                                      .concept = concept,
			                                      .language = language}));
	}
}

/* The order of doubts: by entry, kind, language; equal ones keep theirs by confidence. */
typedef struct numbered {
	uint32_t place, other;
	size_t rank;
	clausary_doubt doubt;
} numbered;

static int
compare_numbered(const void *a, const void *b)
{
	const numbered *x = a, *y = b;
	if (x->place != y->place)
		return x->place < y->place ? -1 : 1;
	if (x->doubt.kind != y->doubt.kind)
		return x->doubt.kind < y->doubt.kind ? -1 : 1;
	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	if (x->other != y->other)
		return x->other < y->other ? -1 : 1;
	return clausary_slice_compare(x->doubt.other_language, y->doubt.other_language);
}

static void
sort_doubts(clausary_termbase *termbase, const uint32_t *places)
{
	size_t count = termbase->doubts.count;
	numbered *all = clausary_memory_zeros(count, sizeof *all);
	for (size_t i = 0; i < count; i++) {
		const clausary_doubt *doubt = &termbase->doubts.items[i];
		all[i] = (numbered){places[doubt->concept->number],
		                    doubt->other ? places[doubt->other->number] : 0,
		                    clausary_termbase_language_rank(termbase, doubt->language),
		                    *doubt};
	}
	if (count)
		qsort(all, count, sizeof *all, compare_numbered);
	for (size_t i = 0; i < count; i++)
		termbase->doubts.items[i] = all[i].doubt;
	free(all);
}

void
clausary_termbase_doubt(clausary_termbase *termbase)
{
	uint32_t *places = places_of(termbase);
	termbase->doubts.count = 0;
	doubt_links(termbase, places);
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		doubt_pairs(termbase, termbase->ordered.items[i]);
		doubt_languages(termbase, termbase->ordered.items[i]);
	}
	sort_doubts(termbase, places);
	free(places);
}
