/* X01: a clause is missing in a language version. */
#include "verify/check.h"

/* Whether a clause is one that people cite: it has a printed number or letter, no clause word that
 * is a part of its sentence, and stands in running text. */
static bool
is_cited(const clausary_index *index, uint32_t clause)
{
	const clausary_clause *found = &index->document->clauses.items[clause];
	return found->mark.end > found->mark.start && found->role.size == 0
	       && CLAUSARY_RUNNING & 1u << index->zones[clause]
	       && index->zones[clause] != CLAUSARY_ZONE_FRONT
	       && index->zones[clause] != CLAUSARY_ZONE_NOTE;
}

/* Whether a version labels what stands under a clause: a list may have numbers in one version and
 * bullets in another. */
static bool
has_labels(const clausary_document *document, uint32_t parent)
{
	for (size_t i = parent == CLAUSARY_NONE ? 0 : parent; i < document->clauses.count; i++) {
		const clausary_clause *clause = &document->clauses.items[i];
		if (clause->parent == parent && clause->mark.end > clause->mark.start)
			return true;
		if (parent != CLAUSARY_NONE
		    && clause->span.start > document->clauses.items[parent].span.start
		    && clause->parent != CLAUSARY_NONE && clause->parent < parent)
			return false; /* past what stands under it */
	}
	return false;
}

/* Whether the clause that holds this one stands in a version, and has labels under it. */
static bool
has_parent(const clausary_versions *versions, size_t version, uint32_t clause, size_t other)
{
	const clausary_index *index = versions->items[version];
	uint32_t parent = index->document->clauses.items[clause].parent;
	if (parent != CLAUSARY_NONE) {
		parent = clausary_versions_clause(versions, version, parent, other);
		if (parent == CLAUSARY_NONE)
			return false;
	}
	return has_labels(versions->items[other]->document, parent);
}

static void
report(clausary_checking *check, const clausary_versions *versions, size_t version, uint32_t clause,
       size_t missing)
{
	const clausary_index *index = versions->items[version];
	const clausary_clause *found = &index->document->clauses.items[clause];
	clausary_slice language = clausary_slice_of(versions->items[missing]->document->language);
	clausary_check_report(
	        check, &(clausary_report){.index = index,
		                          .clause = clause,
		                          .span = found->mark,
		                          .form = language,
		                          .message = "%s has no counterpart in the version in %s",
		                          .arguments = {found->label, language},
		                          .lower = versions->doubtful});
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	size_t count;
	const clausary_alignment_row *rows = clausary_alignment_rows(versions->alignment, &count);
	for (size_t i = 0; i < count; i++) {
		size_t version = 0;
		while (rows[i].clauses[version] == CLAUSARY_NONE)
			version++;
		uint32_t clause = rows[i].clauses[version];
		if (rows[i].count == versions->count || !is_cited(versions->items[version], clause))
			continue;
		for (size_t j = 0; j < versions->count; j++)
			if (rows[i].clauses[j] == CLAUSARY_NONE
			    && has_parent(versions, version, clause, j))
				report(check, versions, version, clause, j);
	}
}

const clausary_rule clausary_rule_clause_missing = {
        .text = {.id = "X01",
	         .name = "clause-missing",
	         .title = "a clause is missing in a language version",
	         .why = "The versions of a text are meant to say the same.",
	         .advice = "Translate the clause, or take it out of the others.",
	         .source = "language versions are equally authentic",
	         .level = CLAUSARY_ERROR},
        .versions = look,
};
