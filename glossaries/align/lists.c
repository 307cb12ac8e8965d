/* Alphabetical lists: paragraphs under one clause whose first words rise, as the language sorts, or
 * as a computer does that knows no language. Their order is another one in every language. */
#include "align/unit.h"

#include <stdlib.h>
#include <unicode/ucol.h>

enum { COMPARED = 60 /* bytes of a unit */ };

/* Of a hundred neighbours, how many must rise in a long list: a few are always misplaced. In a
 * short one all must, or it may be chance. */
enum { SHORTEST_LIST = 3, LONG_LIST = 10, RISING = 90 };

typedef struct list_run {
	uint32_t group, first, count;        /* units under one clause, those without a label */
	uint32_t by_language, by_code_point; /* neighbours that rise */
	clausary_slice last;
} list_run;

static clausary_slice
head_of(const clausary_document *document, const clausary_unit *unit)
{
	clausary_span span = document->clauses.items[unit->first].span;
	clausary_slice text =
	        clausary_slice_trim(clausary_slice_span(clausary_document_text(document), span));
	if (text.size > COMPARED)
		text.size = COMPARED;
	return text;
}

static bool
rises(const UCollator *collator, clausary_slice before, clausary_slice after)
{
	UErrorCode status = U_ZERO_ERROR;
	return collator
	       && ucol_strcollUTF8(collator, before.data, (int32_t)before.size, after.data,
	                           (int32_t)after.size, &status)
	                  != UCOL_GREATER
	       && U_SUCCESS(status);
}

static void
finish_run(clausary_units *units, const list_run *run)
{
	uint32_t most =
	        run->by_language > run->by_code_point ? run->by_language : run->by_code_point;
	uint32_t percent = run->count < LONG_LIST ? 100 : RISING;
	if (run->count < SHORTEST_LIST || most * 100 < (run->count - 1) * percent)
		return;
	for (uint32_t i = run->first; i < units->items.count; i++) {
		clausary_unit *unit = &units->items.items[i];
		if (unit->group == run->group && !unit->printed && !unit->note)
			unit->sorted = true;
		else if (unit->group != run->group)
			break;
	}
}

void
clausary_units_find_lists(clausary_units *units, const clausary_document *document)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *collator = ucol_open(document->language, &status);
	list_run here = {.group = 0};
	for (uint32_t i = 0; i < units->items.count; i++) {
		const clausary_unit *unit = &units->items.items[i];
		if (unit->printed || unit->note)
			continue;
		clausary_slice head = head_of(document, unit);
		if (here.count && unit->group == here.group) {
			here.by_language += rises(collator, here.last, head);
			here.by_code_point += clausary_slice_compare(here.last, head) <= 0;
			here.count++;
		} else {
			finish_run(units, &here);
			here = (list_run){.group = unit->group, .first = i, .count = 1};
		}
		here.last = head;
	}
	finish_run(units, &here);
	if (collator)
		ucol_close(collator);
}
