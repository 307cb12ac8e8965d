/* X15: the list of abbreviations of one language version has a row that the list of another has
 * not. */
#include "verify/check.h"
#include "verify/concept_use.h"

#include <stdlib.h>

/* The rows of a version's list. A row may give an acronym of its own and that of another language.
 */
typedef struct rows {
	const clausary_concept_uses *uses;
	CLAUSARY_ARRAY(const clausary_pair *) items;
	CLAUSARY_ARRAY(uint32_t) starts; /* of each row, into `items` */
	bool *concepts;                  /* by concept: whether it has a row */
	clausary_map forms;              /* of the rows */
} rows;

static clausary_slice
form_of(const rows *all, const clausary_pair *pair)
{
	return all->uses->index->forms[pair->acronym].designation->form;
}

/* Whether two pairs stand in one row of a table, or in one paragraph. */
static bool
share_row(const clausary_index *index, const clausary_pair *a, const clausary_pair *b)
{
	const clausary_block *x = clausary_index_block(index, a->short_span.start);
	const clausary_block *y = clausary_index_block(index, b->short_span.start);
	return x == y || (x->table && x->table == y->table && x->row == y->row);
}

static void
read_rows(rows *all, const clausary_concept_uses *uses, size_t concepts)
{
	const clausary_index *index = uses->index;
	all->uses = uses;
	all->concepts = clausary_memory_zeros(concepts + 1, sizeof *all->concepts);
	for (size_t i = 0; index->listed && i < index->findings->pairs.count; i++) {
		const clausary_pair *pair = &index->findings->pairs.items[i];
		if (strcmp(pair->rule, "list") != 0 || pair->clause == CLAUSARY_NONE
		    || index->zones[pair->clause] != CLAUSARY_ZONE_LIST)
			continue;
		size_t count = all->items.count;
		if (count == 0 || !share_row(index, all->items.items[count - 1], pair))
			clausary_array_push(&all->starts, (uint32_t)count);
		clausary_array_push(&all->items, pair);
		clausary_map_put(&all->forms, form_of(all, pair), 1);
		if (uses->concepts[pair->acronym] != CLAUSARY_NONE)
			all->concepts[uses->concepts[pair->acronym]] = true;
	}
}

/* Whether the list of another version has a row: one of its concepts, or the same letters. */
static bool
has_row(const rows *other, const rows *all, size_t row)
{
	size_t end = row + 1 < all->starts.count ? all->starts.items[row + 1] : all->items.count;
	for (size_t i = all->starts.items[row]; i < end; i++) {
		uint32_t concept = all->uses->concepts[all->items.items[i]->acronym];
		if ((concept != CLAUSARY_NONE && other->concepts[concept])
		    || clausary_map_get(&other->forms, form_of(all, all->items.items[i]))
		               != CLAUSARY_NONE)
			return true;
	}
	return false;
}

static size_t
count_lacking(const rows *other, const rows *all)
{
	size_t count = 0;
	for (size_t i = 0; i < all->starts.count; i++)
		count += !has_row(other, all, i);
	return count;
}

static void
report(clausary_checking *check, const rows *all, size_t number, const rows *other, bool lower)
{
	const clausary_pair *row = all->items.items[all->starts.items[number]];
	clausary_slice form = form_of(all, row);
	clausary_check_report(
	        check, &(clausary_report){
	                       .index = all->uses->index,
	                       .clause = row->clause,
	                       .span = row->short_span,
	                       .other = other->uses->index,
	                       .other_clause = other->items.items[0]->clause,
	                       .other_span = other->items.items[0]->short_span,
	                       .form = form,
	                       .message = "%s has no row in the list of the version in %s",
	                       .arguments = {form, clausary_slice_of(
	                                                   other->uses->index->document->language)},
	                       .lower = lower});
}

/* Rows of the other list that are no known translation of any row here may be that of the one that
 * lacks: where there are none of these it is sure. */
static void
compare(clausary_checking *check, const clausary_versions *versions, const rows *all,
        const rows *other)
{
	size_t lacking = count_lacking(other, all), left = count_lacking(all, other);
	if (other->items.count == 0 || lacking <= left)
		return;
	for (size_t i = 0; i < all->starts.count; i++)
		if (!has_row(other, all, i))
			report(check, all, i, other, left > 0 || versions->doubtful);
}

static void
look(clausary_checking *check, const clausary_versions *versions)
{
	rows *all = clausary_memory_zeros(versions->count, sizeof *all);
	for (size_t i = 0; i < versions->count; i++)
		read_rows(&all[i], &versions->uses[i], versions->termbase->concepts.count);
	for (size_t i = 0; i < versions->count; i++)
		for (size_t j = 0; j < versions->count; j++)
			if (i != j)
				compare(check, versions, &all[i], &all[j]);
	for (size_t i = 0; i < versions->count; i++) {
		clausary_array_finish(&all[i].items);
		clausary_array_finish(&all[i].starts);
		clausary_map_finish(&all[i].forms);
		free(all[i].concepts);
	}
	free(all);
}

const clausary_rule clausary_rule_row_missing = {
        .text = {.id = "X15",
	         .name = "row-missing",
	         .title = "a list of abbreviations lacks a row that another language version has",
	         .why = "The list was changed in one version and not in the other.",
	         .advice = "Add the row, or take it out of the other list.",
	         .source = "language versions are equally authentic; ITU-T author's guide 8.4",
	         .level = CLAUSARY_WARNING},
        .versions = look,
};
