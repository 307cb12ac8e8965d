/* L11: the list of abbreviations does not stand where the house puts it: after the terms. */
#include "verify/check.h"

/* The outermost clause of the list of abbreviations, or NONE. */
static uint32_t
find_list(const clausary_index *index)
{
	const clausary_document *document = index->document;
	for (size_t i = 0; i < index->findings->pairs.count; i++) {
		uint32_t clause = index->findings->pairs.items[i].clause;
		if (clause == CLAUSARY_NONE || strcmp(index->findings->pairs.items[i].rule, "list")
		    || index->parts[clause] != index->list_part
		    || !(document->clauses.items[clause].flags & CLAUSARY_CLAUSE_ABBREVIATIONS))
			continue;
		uint32_t parent = document->clauses.items[clause].parent;
		while (parent != CLAUSARY_NONE
		       && document->clauses.items[parent].flags & CLAUSARY_CLAUSE_ABBREVIATIONS) {
			clause = parent;
			parent = document->clauses.items[clause].parent;
		}
		return clause;
	}
	return CLAUSARY_NONE;
}

static bool
is_terms(const clausary_document *document, uint32_t clause)
{
	return document->clauses.items[clause].flags
	       & (CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE);
}

/* The clause of terms that stands beside the list, the last one before it or else the first after
 * it; `*between`: a clause of another kind stands between them. */
static uint32_t
find_terms(const clausary_document *document, uint32_t list, bool *between)
{
	uint32_t parent = document->clauses.items[list].parent, terms = CLAUSARY_NONE;
	*between = false;
	for (uint32_t i = 0; i < document->clauses.count; i++) {
		if (document->clauses.items[i].parent != parent || i == list)
			continue;
		if (is_terms(document, i) && (i < list || terms == CLAUSARY_NONE)) {
			terms = i;
			*between = false;
		} else if (i < list && terms != CLAUSARY_NONE) {
			*between |= document->clauses.items[i].mark.end
			            > document->clauses.items[i].mark.start;
		}
	}
	return terms;
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	const clausary_document *document = index->document;
	uint32_t list = CLAUSARY_NONE;
	bool between;
	if (index->listed && index->list_part == 0
	    && clausary_house_is(&check->house, CLAUSARY_HOUSE_LIST_PLACE, "after-terms"))
		list = find_list(index);
	if (list == CLAUSARY_NONE || is_terms(document, list))
		return;
	uint32_t terms = find_terms(document, list, &between);
	if (terms == CLAUSARY_NONE || (terms < list && !between))
		return;
	clausary_check_report(
	        check, &(clausary_report){
	                       .index = index,
	                       .clause = list,
	                       .span = document->clauses.items[list].mark,
	                       .other = index,
	                       .other_clause = terms,
	                       .other_span = document->clauses.items[terms].mark,
	                       .form = document->clauses.items[list].key,
	                       .message = "the list of abbreviations does not follow the terms, "
	                                  "which are in %s",
	                       .arguments = {document->clauses.items[terms].label}});
}

const clausary_rule clausary_rule_list_place = {
        .text = {.id = "L11",
	         .name = "misplaced-list",
	         .title = "the list of abbreviations does not stand where the house puts it",
	         .why = "Readers of the house look for it after the terms.",
	         .advice = "Move the list to the place right after the clause of terms.",
	         .source = "ITU-T author's guide 8.4; ISO/IEC Directives part 2, 17",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
