/* L04: the list of abbreviations is not in alphabetical order. By the collation of the language,
 * with marks and without, with digits behind letters, or by code points: whoever sorts by one of
 * them has sorted. */
#include "verify/check.h"

#include <stdlib.h>
#include <unicode/ucol.h>

enum {
	SHIFTED = 1,
	WAYS = 3,
	MOST_UNSORTED = 4 /* one row of so many out of place, or there is no order */
};

typedef struct order {
	const clausary_index *index;
	UCollator *ways[WAYS]; /* NULL: by code points */
	CLAUSARY_ARRAY(const clausary_pair *) rows;
} order;

static int
compare_by(UCollator *collator, clausary_slice a, clausary_slice b)
{
	UErrorCode status = U_ZERO_ERROR;
	if (!collator)
		return clausary_slice_compare(a, b);
	return ucol_strcollUTF8(collator, a.data, (int32_t)a.size, b.data, (int32_t)b.size,
	                        &status);
}

static clausary_slice
short_form(const order *o, size_t row)
{
	return clausary_index_text(o->index, o->rows.items[row]->short_span);
}

/* Whether `b` has a digit where `a` has a letter, both alike before that. */
static bool
digit_follows_letter(clausary_slice a, clausary_slice b)
{
	size_t at = 0;
	while (at < a.size && at < b.size && a.data[at] == b.data[at])
		at++;
	return at < a.size && at < b.size && clausary_ascii_is_digit(b.data[at])
	       && !clausary_ascii_is_digit(a.data[at]);
}

/* Whether row `b` may stand after row `a`, by any of the ways. */
static bool
follows(const order *o, size_t a, size_t b)
{
	if (o->rows.items[a]->clause != o->rows.items[b]->clause)
		return true;
	for (size_t i = 0; i < WAYS; i++)
		if (compare_by(o->ways[i], short_form(o, a), short_form(o, b)) <= 0)
			return true;
	return digit_follows_letter(short_form(o, a), short_form(o, b));
}

static void
open_ways(order *o)
{
	for (size_t i = 0; i + 1 < WAYS; i++) {
		UErrorCode status = U_ZERO_ERROR;
		o->ways[i] = ucol_open(o->index->document->language, &status);
		if (i == SHIFTED && o->ways[i])
			ucol_setAttribute(o->ways[i], UCOL_ALTERNATE_HANDLING, UCOL_SHIFTED,
			                  &status);
	}
}

static void
read_rows(order *o)
{
	const clausary_findings *findings = o->index->findings;
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		if (strcmp(pair->rule, "list") == 0 && pair->clause != CLAUSARY_NONE
		    && o->index->zones[pair->clause] == CLAUSARY_ZONE_LIST
		    && (o->rows.count == 0
		        || o->rows.items[o->rows.count - 1]->short_span.start
		                   != pair->short_span.start))
			clausary_array_push(&o->rows, pair);
	}
}

static void
report(clausary_checking *check, const order *o, size_t row, size_t other)
{
	const clausary_pair *pair = o->rows.items[row], *beside = o->rows.items[other];
	clausary_check_report(
	        check, &(clausary_report){.index = o->index,
		                          .clause = pair->clause,
		                          .span = pair->short_span,
		                          .other = o->index,
		                          .other_clause = beside->clause,
		                          .other_span = beside->short_span,
		                          .form = short_form(o, row),
		                          .message = "%s is out of alphabetical order beside %s",
		                          .arguments = {short_form(o, row), short_form(o, other)}});
}

/* Report each row that is out of place: of two, the one without which the rest is in order. */
static void
report_rows(clausary_checking *check, const order *o)
{
	for (size_t i = 1; i < o->rows.count; i++) {
		if (follows(o, i - 1, i))
			continue;
		bool before = i == 1 || follows(o, i - 2, i);
		report(check, o, before ? i - 1 : i, before ? i : i - 1);
	}
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	order o = {.index = index};
	size_t wrong = 0;
	if (!index->listed)
		return;
	open_ways(&o);
	read_rows(&o);
	for (size_t i = 1; i < o.rows.count; i++)
		wrong += !follows(&o, i - 1, i);
	if (wrong && wrong * MOST_UNSORTED <= o.rows.count)
		report_rows(check, &o);
	for (size_t i = 1; wrong * MOST_UNSORTED > o.rows.count && i < o.rows.count; i++)
		if (!follows(&o, i - 1, i)) {
			report(check, &o, i, i - 1); /* the first says it for all */
			break;
		}
	for (size_t i = 0; i < WAYS; i++)
		if (o.ways[i])
			ucol_close(o.ways[i]);
	clausary_array_finish(&o.rows);
}

const clausary_rule clausary_rule_list_order = {
        .text = {.id = "L04",
	         .name = "list-order",
	         .title = "the list of abbreviations is not in alphabetical order",
	         .why = "Readers look an acronym up where the alphabet has it.",
	         .advice = "Sort the list; `--to abbreviations` writes it sorted.",
	         .source = "ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .document = look,
};
