/* T02: a term of several words has other capitals here than nearly everywhere else. */
#include "verify/writing.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <unicode/uchar.h>

enum { FEWEST = 5, MOST_PART = 5 /* one of so many places is a slip, more are a habit */ };

/* How often a term stands in sentences with its own capitals, and with others. */
typedef struct counts {
	uint32_t own, other;
	uint32_t usual; /* the first place that is written as most are, plus one; 0: not seen yet */
	bool told;
} counts;

/* Whether the word beside a place, before or after it, begins with a capital: the term is a part
 * of a longer name or of a heading. */
static bool
is_in_name(const clausary_index *index, clausary_span span)
{
	clausary_slice text = clausary_document_text(index->document);
	size_t after = clausary_slice_skip_blanks(text, span.end), before = span.start;
	if (after < text.size && u_isupper((UChar32)clausary_utf8_next(text, &after)))
		return true;
	while (before > 0 && !clausary_ascii_is_blank(text.data[before - 1]))
		before--;
	while (before > 0 && clausary_ascii_is_blank(text.data[before - 1]))
		before--;
	while (before > 0 && !clausary_ascii_is_blank(text.data[before - 1]))
		before--;
	return u_isupper((UChar32)clausary_utf8_next(text, &before));
}

static bool
is_in_sentence(const clausary_index *index, const clausary_written_place *place)
{
	clausary_zone zone = clausary_index_zone(index, place->clause, place->span.start);
	return (zone == CLAUSARY_ZONE_BODY || zone == CLAUSARY_ZONE_ANNEX)
	       && place->how <= CLAUSARY_WRITTEN_CAPITALS && !is_in_name(index, place->span);
}

static void
report(clausary_checking *check, const clausary_index *index, const clausary_written_place *place,
       const clausary_written_place *other)
{
	clausary_slice text = clausary_index_text(index, place->span);
	clausary_slice usual = clausary_index_text(index, other->span);
	clausary_check_report(check, &(clausary_report){.index = index,
	                                                .clause = place->clause,
	                                                .span = place->span,
	                                                .other = index,
	                                                .other_clause = other->clause,
	                                                .other_span = other->span,
	                                                .form = usual,
	                                                .message = "%s is written %s elsewhere",
	                                                .arguments = {text, usual}});
}

/* Whether a place is written as most of its term are. */
static bool
is_usual(const counts *c, const clausary_written_place *place)
{
	return (place->how == CLAUSARY_WRITTEN_ALIKE) == (c->own > c->other);
}

/* Whether so few are written otherwise that it is a slip. */
static bool
has_slip(const counts *c)
{
	uint32_t least = c->own < c->other ? c->own : c->other;
	return least && c->own + c->other >= FEWEST && least * MOST_PART <= c->own + c->other;
}

static void
count(const clausary_index *index, const clausary_written *all, counts *terms)
{
	for (size_t i = 0; i < all->places.count; i++) {
		const clausary_written_place *place = &all->places.items[i];
		counts *c = &terms[place->term];
		if (is_in_sentence(index, place))
			++*(place->how == CLAUSARY_WRITTEN_ALIKE ? &c->own : &c->other);
	}
	for (size_t i = all->places.count; i-- > 0;) {
		const clausary_written_place *place = &all->places.items[i];
		counts *c = &terms[place->term];
		if (has_slip(c) && is_usual(c, place) && is_in_sentence(index, place))
			c->usual = (uint32_t)i + 1;
	}
}

/* Of each term the first place that differs, beside the first that does not. */
static void
look(clausary_checking *check, const clausary_index *index)
{
	const clausary_written *all = clausary_written_of(check, index);
	counts *terms = clausary_memory_zeros(all->terms.count + 1, sizeof *terms);
	count(index, all, terms);
	for (size_t i = 0; i < all->places.count; i++) {
		const clausary_written_place *place = &all->places.items[i];
		counts *c = &terms[place->term];
		if (!c->usual || c->told || is_usual(c, place) || !is_in_sentence(index, place))
			continue;
		c->told = true;
		report(check, index, place, &all->places.items[c->usual - 1]);
	}
	free(terms);
}

const clausary_rule clausary_rule_capitals = {
        .text = {.id = "T02",
	         .name = "other-capitals",
	         .title = "a term has other capitals than elsewhere in the document",
	         .why = "The reader takes the one for a name and the other for a thing.",
	         .advice = "Write it as it is written nearly everywhere.",
	         .source = "PerfectIt, capitalization; definition checkers of contracts",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
