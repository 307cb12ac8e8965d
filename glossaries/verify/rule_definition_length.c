/* X12: a definition is much shorter or longer than in another language version, as other
 * definitions of the two are not: something may be missing in one. */
#include "base/utf8.h"
#include "verify/check.h"

#include <math.h>
#include <stdlib.h>

enum {
	FEWEST_PAIRS = 8, /* from here on there is a usual length */
	LONG_ENOUGH = 80  /* code points of the longer one: short ones vary */
};

/* How often as long as usual: hardly any two definitions that say the same are. */
static const double FAR_FROM_USUAL = 2.5;

/* One entry in two versions. */
typedef struct length {
	clausary_definition_pair pair;
	size_t version[2];
	size_t size[2]; /* code points */
	double ratio;   /* logarithm */
	int off;        /* -1: the other is far shorter than usual, 1: far longer, else 0 */
} length;

typedef struct comparing {
	CLAUSARY_ARRAY(length) lengths; /* by versions */
	uint32_t **off; /* by version and definition: from how many versions it is far */
} comparing;

static size_t
size_of(clausary_slice text)
{
	size_t count = 0;
	for (size_t at = 0; at < text.size; count++)
		clausary_utf8_next(text, &at);
	return count;
}

static int
compare_ratios(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The ratio that as many definitions of two versions lie above as below. */
static double
usual(const length *items, size_t count)
{
	double *ratios = clausary_memory_zeros(count, sizeof *ratios);
	for (size_t i = 0; i < count; i++)
		ratios[i] = items[i].ratio;
	qsort(ratios, count, sizeof *ratios, compare_ratios);
	double middle = ratios[count / 2];
	free(ratios);
	return middle;
}

/* How often a definition is far from those of other versions. */
static uint32_t *
counter_of(const comparing *all, const length *found, size_t side)
{
	const clausary_index *index = side ? found->pair.other_index : found->pair.one_index;
	const clausary_definition *definition = side ? found->pair.other : found->pair.one;
	return &all->off[found->version[side]][definition - index->findings->definitions.items];
}

/* Mark the definitions of two versions that are far from the usual. */
static void
compare(comparing *all, size_t start, size_t end)
{
	if (end - start < FEWEST_PAIRS)
		return;
	double middle = usual(&all->lengths.items[start], end - start);
	for (size_t i = start; i < end; i++) {
		length *found = &all->lengths.items[i];
		double off = found->ratio - middle;
		size_t longer = found->size[0] > found->size[1] ? found->size[0] : found->size[1];
		if (longer < LONG_ENOUGH || fabs(off) < log(FAR_FROM_USUAL))
			continue;
		found->off = off < 0 ? -1 : 1;
		++*counter_of(all, found, 0);
		++*counter_of(all, found, 1);
	}
}

static const char SHORTER[] = "the definition of %s is much shorter than in the version in %s";
static const char LONGER[] = "the definition of %s is much longer than in the version in %s";

/* Of the two it is the one that is far from more versions, else the shorter one. */
static void
report(clausary_checking *check, const comparing *all, const length *found)
{
	uint32_t one = *counter_of(all, found, 0), other = *counter_of(all, found, 1);
	bool at_one = one != other ? one > other : found->off > 0;
	const clausary_definition_pair *pair = &found->pair;
	const clausary_definition *here = at_one ? pair->one : pair->other;
	const clausary_definition *there = at_one ? pair->other : pair->one;
	const clausary_index *index = at_one ? pair->one_index : pair->other_index;
	const clausary_index *beside = at_one ? pair->other_index : pair->one_index;
	clausary_check_report(
	        check,
	        &(clausary_report){
	                .index = index,
	                .clause = here->clause,
	                .span = here->definition_span,
	                .other = beside,
	                .other_clause = there->clause,
	                .other_span = there->definition_span,
	                .form = here->term,
	                .message = at_one == (found->off > 0) ? SHORTER : LONGER,
	                .arguments = {here->term, clausary_slice_of(beside->document->language)}});
}

static void
read_lengths(comparing *all, const clausary_versions *versions)
{
	clausary_definition_pair pair;
	for (clausary_definition_cursor at = {0};
	     clausary_versions_definitions(versions, &at, &pair);) {
		length found = {
		        .pair = pair,
		        .version = {at.one, at.other},
		        .size = {size_of(pair.one->definition), size_of(pair.other->definition)}};
		if (found.size[0] == 0 || found.size[1] == 0)
			continue;
		found.ratio = log((double)found.size[1] / (double)found.size[0]);
		clausary_array_push(&all->lengths, found);
	}
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	comparing all = {.off = clausary_memory_zeros(versions->count, sizeof *all.off)};
	for (size_t i = 0; i < versions->count; i++)
		all.off[i] = clausary_memory_zeros(
		        versions->items[i]->findings->definitions.count + 1, sizeof **all.off);
	read_lengths(&all, versions);
	for (size_t start = 0, end = 0; start < all.lengths.count; start = end) {
		const length *first = &all.lengths.items[start];
		while (end < all.lengths.count
		       && memcmp(all.lengths.items[end].version, first->version,
		                 sizeof first->version)
		                  == 0)
			end++;
		compare(&all, start, end);
	}
	for (size_t i = 0; i < all.lengths.count; i++)
		if (all.lengths.items[i].off)
			report(check, &all, &all.lengths.items[i]);
	for (size_t i = 0; i < versions->count; i++)
		free(all.off[i]);
	free(all.off);
	clausary_array_finish(&all.lengths);
}

const clausary_rule clausary_rule_definition_length = {
        .text = {.id = "X12",
	         .name = "definition-length",
	         .title = "a definition is much shorter or longer than in another language version",
	         .why = "A part of it may not have been translated.",
	         .advice = "Read both, and complete the shorter one.",
	         .source = "language versions are equally authentic; Xbench, target length",
	         .level = CLAUSARY_NOTE},
        .versions = look,
};
