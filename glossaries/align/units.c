/* Units: clauses, and runs of paragraphs that stand together in the source. */
#include "align/unit.h"

#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>

enum { ENOUGH_BREAKS = 3 };

static bool
is_printed(const clausary_clause *clause)
{
	return clause->mark.end > clause->mark.start || clause->role.size;
}

/* Whether a blank line parts two clauses, or the source sets the second one off. */
static bool
is_parted(const clausary_document *document, const clausary_clause *before,
          const clausary_clause *after)
{
	uint32_t feeds = 0;
	for (uint32_t at = before->span.end; at < after->span.start; at++)
		feeds += document->text.data[at] == '\n';
	return feeds > 1;
}

/* Where the lines of entries stand together and entries are parted, both happen often: under each
 * parent, how often. */
typedef struct breaks {
	uint32_t parted, together;
} breaks;

static bool
goes_on(const clausary_document *document, uint32_t clause)
{
	const clausary_clause *here = &document->clauses.items[clause], *before = here - 1;
	return clause && !is_printed(here) && !is_printed(before) && here->parent == before->parent
	       && !((here->flags ^ before->flags) & CLAUSARY_CLAUSE_NOTE)
	       && !(before->flags & (CLAUSARY_CLAUSE_HEADING | CLAUSARY_CLAUSE_TITLE))
	       && !is_parted(document, before, here);
}

static breaks *
count_breaks(const clausary_document *document)
{
	size_t count = document->clauses.count;
	breaks *all = clausary_memory_zeros(count + 1, sizeof *all);
	for (uint32_t i = 1; i < count; i++) {
		const clausary_clause *here = &document->clauses.items[i];
		breaks *under = &all[here->parent == CLAUSARY_NONE ? count : here->parent];
		if (is_printed(here) || here[-1].parent != here->parent)
			continue;
		if (goes_on(document, i))
			under->together++;
		else
			under->parted++;
	}
	return all;
}

static uint32_t
length_of(const clausary_document *document, uint32_t clause)
{
	const clausary_clause *one = &document->clauses.items[clause];
	clausary_slice text = clausary_document_text(document);
	uint32_t start = one->mark.end > one->mark.start ? one->mark.end : one->span.start;
	if (start > one->span.end)
		start = one->span.start;
	return (uint32_t)clausary_utf8_count(clausary_slice_part(text, start, one->span.end));
}

static void
measure(clausary_units *units)
{
	double sum = 0, squares = 0, count = (double)units->items.count;
	for (size_t i = 0; i < units->items.count; i++) {
		double size = log((double)units->items.items[i].length + 1);
		units->total_length += units->items.items[i].length;
		sum += size;
		squares += size * size;
	}
	if (count > 0)
		units->spread = (float)(squares / count - sum / count * (sum / count));
}

/* A label without words of its own is known by the paragraph under it. */
static void
look_below(clausary_units *units, const clausary_document *document)
{
	enum { LEAST_SAID = 4 };
	for (size_t i = 0; i < units->items.count; i++) {
		clausary_unit *unit = &units->items.items[i];
		uint32_t next = unit->first + unit->count;
		unit->known_by = unit->count;
		unit->length_below = unit->length;
		if (!unit->printed || unit->length >= LEAST_SAID || next >= document->clauses.count
		    || document->clauses.items[next].parent != unit->first)
			continue;
		unit->known_by++;
		unit->length_below += length_of(document, next);
	}
}

void
clausary_units_read(clausary_units *out, const clausary_document *document)
{
	size_t count = document->clauses.count;
	breaks *all = count_breaks(document);
	*out = (clausary_units){0};
	out->of_clause = clausary_memory_zeros(count + 1, sizeof *out->of_clause);
	for (uint32_t i = 0; i < count; i++) {
		const clausary_clause *clause = &document->clauses.items[i];
		const breaks *under =
		        &all[clause->parent == CLAUSARY_NONE ? count : clause->parent];
		bool stanzas = under->parted >= ENOUGH_BREAKS && under->together >= ENOUGH_BREAKS;
		if (stanzas && goes_on(document, i))
			out->items.items[out->items.count - 1].count++;
		else
			clausary_array_push(
			        &out->items,
			        ((clausary_unit){.first = i,
			                         .count = 1,
			                         .group = clause->parent,
			                         .printed = is_printed(clause),
			                         .note = clause->flags & CLAUSARY_CLAUSE_NOTE}));
		out->of_clause[i] = (uint32_t)out->items.count - 1;
		out->items.items[out->items.count - 1].length += length_of(document, i);
	}
	free(all);
	measure(out);
	look_below(out, document);
}

void
clausary_units_finish(clausary_units *units)
{
	for (int family = 0; family < CLAUSARY_FAMILIES; family++) {
		clausary_traits *traits = &units->traits[family];
		clausary_array_finish(&traits->items);
		clausary_array_finish(&traits->start);
		free(traits->places);
		free(traits->place_start);
		free(traits->weight);
		free(traits->norm);
	}
	clausary_array_finish(&units->items);
	clausary_map_finish(&units->words);
	clausary_arena_finish(&units->arena);
	free(units->of_clause);
}
