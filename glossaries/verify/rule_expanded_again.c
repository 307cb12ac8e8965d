/* A03: an acronym is expanded once more. */
#include "verify/check.h"
#include "verify/likeness.h"

/* The part of the document that may introduce an acronym anew in this house; 0: the body. */
static uint32_t
part_of(const clausary_checking *check, const clausary_index *index, uint32_t clause)
{
	static const struct {
		clausary_zone zone;
		const char *name;
	} PARTS[] = {{CLAUSARY_ZONE_FRONT, "foreword"},
	             {CLAUSARY_ZONE_ABSTRACT, "abstract"},
	             {CLAUSARY_ZONE_ANNEX, "annexes"},
	             {CLAUSARY_ZONE_NOTE, "footnotes"}};
	if (clause == CLAUSARY_NONE)
		return 0;
	bool note = index->zones[clause] == CLAUSARY_ZONE_NOTE;
	uint32_t part = note ? clause + 1 : index->parts[clause];
	for (size_t i = 0; part && i < sizeof PARTS / sizeof *PARTS; i++)
		if (index->zones[part - 1] == PARTS[i].zone)
			return clausary_house_has(&check->house, CLAUSARY_HOUSE_PARTS,
			                          PARTS[i].name)
			               ? part
				       : 0;
	return 0;
}

/* The definition that heads an entry has its acronym beside it, whatever was said before. */
static bool
counts(const clausary_index *index, const clausary_pair *pair)
{
	clausary_zone zone = clausary_index_zone(index, pair->clause, pair->short_span.start);
	return CLAUSARY_RUNNING & 1u << zone && zone != CLAUSARY_ZONE_TERMS
	       && pair->long_span.end > pair->long_span.start;
}

static void
look(clausary_checking *check, const clausary_index *index, const clausary_form *form)
{
	const clausary_pair *first = NULL;
	for (uint32_t i = 0; i < form->pair_count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[form->pairs[i]];
		if (!counts(index, pair))
			continue;
		if (first
		    && part_of(check, index, first->clause) == part_of(check, index, pair->clause)
		    && clausary_likeness_of(index->cues, first->text, pair->text)
		               < CLAUSARY_SAME_MOST)
			clausary_check_report(
			        check, &(clausary_report){.index = index,
				                          .clause = pair->clause,
				                          .span = pair->short_span,
				                          .other = index,
				                          .other_clause = first->clause,
				                          .other_span = first->short_span,
				                          .form = form->designation->form,
				                          .message = "%s is expanded once more",
				                          .arguments = {form->designation->form}});
		else
			first = pair;
	}
}

const clausary_rule clausary_rule_expanded_again = {
        .text = {.id = "A03",
	         .name = "expanded-again",
	         .title = "an acronym is expanded once more",
	         .why = "The reader wonders whether something else is meant.",
	         .advice = "Use the acronym alone after it was introduced.",
	         .source = "UN Editorial Manual; RFC 7322 3.6",
	         .level = CLAUSARY_NOTE},
        .acronym = look,
};
