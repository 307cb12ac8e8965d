/* Taking facts out: the walk of fact.c once more, dropping instead of telling. */
#include "update/filter.h"

#include "update/evidence.h"

#include <stdlib.h>

typedef struct filtering {
	const clausary_facts *facts;
	bool keep;
	clausary_slice language, term;
	clausary_arena arena; /* of one datum's words */
} filtering;

static int
by_order(const void *a, const void *b)
{
	return clausary_fact_order(a, b);
}

bool
clausary_facts_have(const clausary_facts *facts, const clausary_fact *fact)
{
	return facts->count
	       && bsearch(fact, facts->items, facts->count, sizeof *facts->items, by_order);
}

static bool
stays(const filtering *f, const char *field, clausary_slice value)
{
	clausary_fact fact = {f->language, f->term, clausary_slice_of(field), value};
	return value.size && clausary_facts_have(f->facts, &fact) == f->keep;
}

/* Drop the items of a list for which `test` does not hold. */
#define FILTER(list, test)                                                                         \
	do {                                                                                       \
		uint32_t kept = 0;                                                                 \
		for (uint32_t i = 0; i < (list)->count; i++)                                       \
			if (test)                                                                  \
				(list)->items[kept++] = (list)->items[i];                          \
		(list)->count = kept;                                                              \
	} while (0)

static void
filter_data(filtering *f, clausary_data *data)
{
	uint32_t kept = 0;
	for (uint32_t i = 0; i < data->count; i++) {
		/* its words, as fact.c makes them */
		clausary_facts one = {0};
		clausary_concept alone = {.data = {.items = &data->items[i], .count = 1}};
		clausary_facts_add(&f->arena, &one, &alone);
		if (one.count) {
			one.items[0].language = f->language;
			one.items[0].term = f->term;
		}
		if (one.count && clausary_facts_have(f->facts, &one.items[0]) == f->keep)
			data->items[kept++] = data->items[i];
		clausary_arena_finish(&f->arena);
	}
	data->count = kept;
}

/* A definition that is kept for itself is kept whole; else for what is kept of it. */
static uint32_t
filter_definitions(filtering *f, clausary_concept_definition *items, uint32_t count)
{
	uint32_t left = 0;
	for (uint32_t n = 0; n < count; n++) {
		clausary_concept_definition *one = &items[n];
		bool whole = stays(f, "definition", one->text);
		if (!f->keep || !whole) {
			FILTER(&one->sources,
			       stays(f, "definition source", one->sources.items[i].citation));
			filter_data(f, &one->data);
		}
		if (whole || (f->keep && (one->sources.count || one->data.count)))
			items[left++] = *one;
	}
	return left;
}

static bool
note_stays(const filtering *f, clausary_slice note)
{
	return clausary_former_id(note).size ? !f->keep : stays(f, "note", note);
}

/* Whether anything is left of the term. */
static bool
filter_term(filtering *f, clausary_term *term)
{
	f->term = term->form;
	bool whole = stays(f, "term", term->form);
	if (f->keep && whole) {
		f->term = CLAUSARY_SLICE("");
		return true;
	}
	if (!stays(f, "termType", clausary_slice_of(clausary_term_type_names[term->type])))
		term->type = CLAUSARY_TERM_PLAIN;
	if (!stays(f, "administrativeStatus",
	           clausary_slice_of(clausary_term_status_words[term->status])))
		term->status = CLAUSARY_TERM_STATUS_NONE;
	if (!stays(f, "partOfSpeech", term->part_of_speech))
		term->part_of_speech = CLAUSARY_SLICE("");
	FILTER(&term->sources, stays(f, "source", term->sources.items[i].citation));
	FILTER(&term->contexts, stays(f, "context", term->contexts.items[i].text));
	FILTER(&term->notes, note_stays(f, term->notes.items[i]));
	filter_data(f, &term->data);
	f->term = CLAUSARY_SLICE("");
	return whole
	       || (f->keep
	           && (term->type != CLAUSARY_TERM_PLAIN
	               || term->status != CLAUSARY_TERM_STATUS_NONE || term->part_of_speech.size
	               || term->sources.count || term->contexts.count || term->notes.count
	               || term->data.count));
}

static bool
filter_section(filtering *f, clausary_language_section *section)
{
	f->language = section->language;
	section->definitions.count =
	        filter_definitions(f, section->definitions.items, section->definitions.count);
	FILTER(&section->notes, note_stays(f, section->notes.items[i]));
	filter_data(f, &section->data);
	FILTER(&section->terms, filter_term(f, section->terms.items[i]));
	f->language = CLAUSARY_SLICE("");
	return section->terms.count || section->definitions.count || section->notes.count
	       || section->data.count;
}

void
clausary_concept_filter(clausary_concept *concept, const clausary_facts *facts, bool keep)
{
	filtering f = {.facts = facts,
	               .keep = keep,
	               .language = CLAUSARY_SLICE(""),
	               .term = CLAUSARY_SLICE("")};
	FILTER(&concept->subjects, stays(&f, "subjectField", concept->subjects.items[i]));
	FILTER(&concept->notes, note_stays(&f, concept->notes.items[i]));
	concept->definitions.count =
	        filter_definitions(&f, concept->definitions.items, concept->definitions.count);
	filter_data(&f, &concept->data);
	FILTER(&concept->languages, filter_section(&f, concept->languages.items[i]));
}
