/* D01: a term is defined and not used. */
#include "base/fold.h"
#include "base/utf8.h"
#include "mining/stem.h"
#include "update/term_search.h"
#include "verify/check.h"
#include "verify/likeness.h"

#include <stdlib.h>
#include <unicode/uchar.h>

/* How often the term of an entry stands elsewhere: in other entries, and outside of them. */
typedef struct uses {
	uint32_t in_entries, outside;
	bool again; /* an entry before has the term: they share its uses */
} uses;

typedef struct counting {
	const clausary_index *index;
	uses *uses; /* by definition */
} counting;

/* Whether a place is in the entry of a definition: in its clause, where other entries may follow.
 */
static bool
is_in_entry(const clausary_findings *findings, uint32_t number, const clausary_term_place *place)
{
	const clausary_definition *entry = &findings->definitions.items[number];
	const clausary_definition *next = entry + 1;
	bool several = number + 1 < findings->definitions.count && next->clause == entry->clause;
	return place->clause == entry->clause
	       && (!several
	           || (place->span.start >= entry->term_span.start
	               && place->span.start < next->term_span.start));
}

static void
count(void *payload, const clausary_term_place *place)
{
	counting *c = payload;
	if (place->clause == CLAUSARY_NONE || is_in_entry(c->index->findings, place->value, place))
		return;
	clausary_zone zone = clausary_index_zone(c->index, place->clause, place->span.start);
	if (zone == CLAUSARY_ZONE_TERMS)
		c->uses[place->value].in_entries++;
	else if (zone != CLAUSARY_ZONE_LIST && zone != CLAUSARY_ZONE_REFERENCES)
		c->uses[place->value].outside++;
}

/* Whether the expansion of a pair is the term, but for capitals and hyphens. */
static bool
stands_for(const clausary_index *index, const clausary_pair *pair, clausary_slice term)
{
	size_t i = 0, j = 0;
	return pair->text.size && pair->text.size <= 2 * term.size
	       && clausary_fold_next(pair->text, &i, CLAUSARY_FOLD_CASE)
	                  == clausary_fold_next(term, &j, CLAUSARY_FOLD_CASE)
	       && clausary_likeness_of(index->cues, pair->text, term) <= CLAUSARY_SAME_WORDS;
}

/* Whether an acronym that the entry, or the list of abbreviations, gives for the term is used. */
static bool
has_acronym_used(const clausary_index *index, const clausary_definition *entry)
{
	for (size_t i = 0; i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		bool beside = pair->clause == entry->clause
		              && pair->short_span.start <= entry->definition_span.start;
		if ((beside || stands_for(index, pair, entry->term))
		    && clausary_form_count(&index->forms[pair->acronym],
		                           ~(CLAUSARY_IN(TERMS) | CLAUSARY_IN(LIST))))
			return true;
	}
	return false;
}

/* What a text uses of a term that its entry puts in quotation marks: "xv) «lamp»", "«lamp» or
 * «light»". */
static clausary_slice
inside_quotes(clausary_slice term)
{
	size_t open = SIZE_MAX;
	for (size_t at = 0, start = 0; at < term.size; start = at) {
		uint32_t c = clausary_utf8_next(term, &at);
		int8_t type = u_charType((UChar32)c);
		if ((type == U_FINAL_PUNCTUATION || c == '"') && open != SIZE_MAX && start > open)
			return clausary_slice_trim(clausary_slice_part(term, open, start));
		if (type == U_INITIAL_PUNCTUATION || c == '"')
			open = at;
	}
	return term;
}

/* A term without what stands in brackets at its end: "lamp(s)", "royal harbour lamp (RHL)". */
static clausary_slice
without_brackets(clausary_slice term)
{
	size_t open = clausary_slice_find(term, CLAUSARY_SLICE("("));
	bool last = open != SIZE_MAX && open > 0 && term.data[term.size - 1] == ')'
	            && clausary_slice_find(term, CLAUSARY_SLICE(")")) == term.size - 1;
	return last ? clausary_slice_trim(clausary_slice_part(term, 0, open)) : term;
}

static void
add_forms(clausary_term_search *search, const clausary_index *index, uint32_t number, uses *own)
{
	const clausary_definition *entry = &index->findings->definitions.items[number];
	own->again = clausary_term_search_add(search, index->cues,
	                                      without_brackets(inside_quotes(entry->term)), number,
	                                      false)
	             != number;
	for (size_t i = 0; i < entry->synonym_count; i++)
		clausary_term_search_add(search, index->cues, entry->synonyms[i], number, false);
}

/* Whether a term has so many words that it may be a sentence, or a title. */
static bool
is_sentence(clausary_slice term)
{
	enum { MOST_WORDS = 7 };
	size_t words = 1;
	for (size_t i = 0; i < term.size; i++)
		words += term.data[i] == ' ';
	return words > MOST_WORDS;
}

static void
report(clausary_checking *check, const clausary_index *index, const counting *c)
{
	for (size_t i = 0; i < index->findings->definitions.count; i++) {
		const clausary_definition *entry = &index->findings->definitions.items[i];
		if (c->uses[i].outside || c->uses[i].again || !clausary_index_is_entry(index, entry)
		    || has_acronym_used(index, entry))
			continue;
		clausary_check_report(
		        check, &(clausary_report){.index = index,
			                          .clause = entry->clause,
			                          .span = entry->term_span,
			                          .form = entry->term,
			                          .message = "%s is defined and not used",
			                          .arguments = {entry->term},
			                          .lower = c->uses[i].in_entries > 0
		                                           || is_sentence(entry->term)
		                                           || clausary_stem_varies(index->cues)});
	}
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	clausary_term_search search = {0};
	size_t count_of = index->findings->definitions.count;
	counting c = {.index = index};
	if (count_of == 0 || index->vocabulary)
		return;
	c.uses = clausary_memory_zeros(count_of, sizeof *c.uses);
	for (size_t i = 0; i < count_of; i++)
		if (clausary_index_is_entry(index, &index->findings->definitions.items[i]))
			add_forms(&search, index, (uint32_t)i, &c.uses[i]);
	clausary_term_search_run(&search, index->document, index->cues, true, count, &c);
	report(check, index, &c);
	clausary_term_search_finish(&search);
	free(c.uses);
}

const clausary_rule clausary_rule_unused_term = {
        .text = {.id = "D01",
	         .name = "defined-unused",
	         .title = "a term is defined and not used",
	         .why = "A definition that nobody needs is a remnant of an earlier draft.",
	         .advice = "Take the entry out, or use the term.",
	         .source = "respec, no-unused-dfns; ITU-T author's guide 8.3",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
