/* X19: a clause has a term of the termbase, and another language version has not the term that the
 * termbase gives for it. */
#include "base/limits.h"
#include "termbase/reference.h"
#include "update/term_search.h"
#include "verify/check.h"

#include <stdlib.h>

/* A term of an entry stands in a clause of a version. */
typedef struct term_use {
	uint32_t entry, version, clause;
	clausary_span span;
} term_use;

typedef struct looking {
	clausary_checking *check;
	const clausary_versions *versions;
	uint32_t version;              /* that is searched */
	CLAUSARY_ARRAY(term_use) uses; /* by entry, version and place */
	/* of one entry: the uses of each version, and their end */
	const term_use *of[CLAUSARY_LIMIT_VERSIONS + 1];
} looking;

static void
found(void *payload, const clausary_term_place *place)
{
	looking *all = payload;
	const clausary_index *index = all->versions->items[all->version];
	if (place->clause != CLAUSARY_NONE
	    && clausary_index_zone(index, place->clause, place->span.start)
	               != CLAUSARY_ZONE_REFERENCES)
		clausary_array_push(&all->uses, ((term_use){place->value, all->version,
		                                            place->clause, place->span}));
}

/* The section of an entry in the language of a version, or NULL. */
static const clausary_language_section *
section_of(const looking *all, uint32_t entry, size_t version)
{
	const char *language = all->versions->items[version]->document->language;
	const clausary_language_section *section = clausary_reference_section(
	        all->check->authority->concepts.items[entry], clausary_slice_of(language));
	return section && section->terms.count ? section : NULL;
}

/* Find the terms of all entries in one version. */
static void
search(looking *all, uint32_t version)
{
	clausary_term_search terms = {0};
	const clausary_index *index = all->versions->items[version];
	all->version = version;
	for (uint32_t i = 0; i < all->check->authority->concepts.count; i++) {
		const clausary_language_section *section = section_of(all, i, version);
		for (uint32_t j = 0; section && j < section->terms.count; j++)
			clausary_term_search_add(&terms, index->cues, section->terms.items[j]->form,
			                         i, false);
	}
	clausary_term_search_run(&terms, index->document, index->cues, false, found, all);
	clausary_term_search_finish(&terms);
}

static int
compare_uses(const void *a, const void *b)
{
	const term_use *x = a, *y = b;
	if (x->entry != y->entry)
		return x->entry < y->entry ? -1 : 1;
	if (x->version != y->version)
		return x->version < y->version ? -1 : 1;
	if (x->clause != y->clause)
		return x->clause < y->clause ? -1 : 1;
	return (x->span.start > y->span.start) - (x->span.start < y->span.start);
}

/* Whether a version uses the entry in a clause. */
static bool
has_use(const looking *all, size_t version, uint32_t clause)
{
	const term_use *low = all->of[version], *end = all->of[version + 1], *high = end;
	while (low < high) {
		const term_use *middle = low + (high - low) / 2;
		if (middle->clause < clause)
			low = middle + 1;
		else
			high = middle;
	}
	return low < end && low->clause == clause;
}

/* The first term that is not deprecated, else the first. */
static const clausary_term *
allowed(const clausary_language_section *section)
{
	for (uint32_t i = 0; i < section->terms.count; i++)
		if (section->terms.items[i]->status < CLAUSARY_TERM_STATUS_DEPRECATED)
			return section->terms.items[i];
	return section->terms.items[0];
}

static const char NEVER[] = "%s is never used, though the version in %s has %s";
static const char NOT_HERE[] = "%s does not stand here, where the version in %s has %s";

static void
report(const looking *all, const term_use *use, size_t other, uint32_t clause, bool never)
{
	const clausary_index *one = all->versions->items[use->version];
	const clausary_index *index = all->versions->items[other];
	const clausary_term *term = allowed(section_of(all, use->entry, other));
	const clausary_clause *lacks = &index->document->clauses.items[clause];
	bool marked = lacks->mark.end > lacks->mark.start;
	clausary_check_report(
	        all->check,
	        &(clausary_report){
	                .index = index,
	                .clause = clause,
	                .span = marked ? lacks->mark
			               : (clausary_span){lacks->span.start, lacks->span.start},
	                .other = one,
	                .other_clause = use->clause,
	                .other_span = use->span,
	                .form = term->form,
	                .message = never ? NEVER : NOT_HERE,
	                .arguments = {term->form, clausary_slice_of(one->document->language),
			              clausary_index_text(one, use->span)},
	                .lower = !never || all->versions->doubtful});
}

/* A clause may point to the thing by a pronoun. That a version uses the term nowhere, where another
 * has it in several clauses, is no chance. */
static void
compare(const looking *all, size_t one, size_t other)
{
	enum { FEWEST_CLAUSES = 2 };
	bool never = all->of[other] == all->of[other + 1];
	uint32_t lacking = 0, first = CLAUSARY_NONE;
	const term_use *at = all->of[one], *end = all->of[one + 1], *before = NULL;
	for (const term_use *use = at; use < end; use++) {
		uint32_t clause = clausary_versions_clause(all->versions, one, use->clause, other);
		if (clause == CLAUSARY_NONE || (use > at && use[-1].clause == use->clause)
		    || has_use(all, other, clause))
			continue;
		if (!never)
			report(all, use, other, clause, false);
		if (lacking++ == 0) {
			before = use;
			first = clause;
		}
	}
	if (never && lacking > 0)
		report(all, before, other, first, lacking >= FEWEST_CLAUSES);
}

/* Hold the uses of one entry in every version against those in the others; the first version that
 * has the term in both languages speaks for all. */
static void
compare_entry(looking *all, uint32_t entry)
{
	for (size_t other = 0; other < all->versions->count; other++)
		for (size_t one = 0; section_of(all, entry, other) && one < all->versions->count;
		     one++)
			if (one != other && all->of[one] < all->of[one + 1]) {
				compare(all, one, other);
				break;
			}
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	looking all = {check, versions, 0, {0}, {0}};
	if (!check->authority || versions->count > CLAUSARY_LIMIT_VERSIONS)
		return;
	for (uint32_t i = 0; i < versions->count; i++)
		search(&all, i);
	if (all.uses.count)
		qsort(all.uses.items, all.uses.count, sizeof *all.uses.items, compare_uses);
	for (size_t start = 0, end; start < all.uses.count; start = end) {
		uint32_t entry = all.uses.items[start].entry;
		end = start;
		for (uint32_t i = 0; i <= versions->count; i++) {
			all.of[i] = &all.uses.items[end];
			while (end < all.uses.count && all.uses.items[end].entry == entry
			       && all.uses.items[end].version == i)
				end++;
		}
		compare_entry(&all, entry);
	}
	clausary_array_finish(&all.uses);
}

const clausary_rule clausary_rule_target_term = {
        .text = {.id = "X19",
	         .name = "target-term",
	         .title = "a language version has not the term that the termbase gives",
	         .why = "The termbase says how the languages name a thing.",
	         .advice = "Write the term of the termbase, or mend the termbase.",
	         .source = "--termbase; Weblate 1297; Xbench, key term mismatch",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
