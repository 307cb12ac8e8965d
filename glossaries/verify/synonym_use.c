/* Uses of synonyms: one walk over the text, with every term of the document, so that the longest
 * one is what is used. */
#include "update/term_search.h"
#include "verify/synonym_use.h"

/* Where a term that has no synonyms goes: its uses are nobody's here. */
enum { OTHER_TERM = CLAUSARY_NONE - 1 };

typedef struct counting {
	const clausary_index *index;
	clausary_synonym_uses *uses;
} counting;

static void
count(void *payload, const clausary_term_place *place)
{
	const unsigned apart = CLAUSARY_IN(LIST) | CLAUSARY_IN(REFERENCES) | CLAUSARY_IN(CODE)
	                       | CLAUSARY_IN(TITLE);
	counting *c = payload;
	if (place->value == OTHER_TERM || place->clause == CLAUSARY_NONE)
		return;
	clausary_zone zone = clausary_index_zone(c->index, place->clause, place->span.start);
	clausary_named *named = &c->uses->items.items[place->value];
	bool elsewhere = named->deprecated && place->clause != named->entry->clause;
	if (apart & 1u << zone || (zone == CLAUSARY_ZONE_TERMS && !elsewhere))
		return;
	if (named->uses++ == 0) {
		named->span = place->span;
		named->clause = place->clause;
	}
}

static void
add(clausary_synonym_uses *uses, clausary_term_search *search, const clausary_index *index,
    clausary_named named)
{
	uint32_t number = (uint32_t)uses->items.count;
	clausary_array_push(&uses->items, named);
	clausary_term_search_add(search, index->cues, named.form, number, false);
}

static void
add_entry(clausary_synonym_uses *uses, clausary_term_search *search, const clausary_index *index,
          const clausary_definition *entry)
{
	add(uses, search, index,
	    (clausary_named){.entry = entry, .form = entry->term, .term = true});
	for (size_t i = 0; i < entry->synonym_count; i++)
		add(uses, search, index,
		    (clausary_named){.entry = entry,
		                     .form = entry->synonyms[i],
		                     .deprecated = entry->deprecated >> i & 1});
}

/* Whether some entry has a synonym that is asked for: without one no word need be looked at. */
static bool
has_any(const clausary_index *index, clausary_is_wanted is_wanted)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		for (size_t j = 0; j < entry->synonym_count; j++)
			if (clausary_index_is_entry(index, entry) && is_wanted(index, entry, j))
				return true;
	}
	return false;
}

void
clausary_synonym_uses_read(clausary_synonym_uses *out, const clausary_index *index,
                           clausary_is_wanted is_wanted)
{
	clausary_term_search search = {0};
	counting c = {index, out};
	size_t count_of = index->findings->definitions.count;
	*out = (clausary_synonym_uses){0};
	if (!has_any(index, is_wanted))
		return;
	for (size_t i = 0; i < count_of; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (entry->synonym_count && clausary_index_is_entry(index, entry))
			add_entry(out, &search, index, entry);
	}
	for (size_t i = 0; out->items.count && i < count_of; i++)
		clausary_term_search_add(&search, index->cues,
		                         index->findings->definitions.items[i].term, OTHER_TERM,
		                         false);
	clausary_term_search_run(&search, index->document, index->cues, false, count, &c);
	clausary_term_search_finish(&search);
}
