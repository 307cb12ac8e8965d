/* D29: a tracked change that nobody has accepted or refused is in a term, a definition, or in the
 * long form of an acronym. */
#include "verify/check.h"

/* The changes of a document, walked along with what they may touch. */
typedef struct changes {
	const clausary_index *index;
	CLAUSARY_ARRAY(clausary_span) spans; /* in the order of the text */
} changes;

static void
read_changes(changes *all)
{
	const clausary_document *document = all->index->document;
	for (size_t i = 0; i < document->marks.count; i++)
		if (document->marks.items[i].kind == CLAUSARY_MARK_CHANGED)
			clausary_array_push(&all->spans, document->marks.items[i].span);
}

/* The first change that touches a span, or NULL. Changes do not overlap. */
static const clausary_span *
touching(const changes *all, clausary_span span)
{
	size_t low = 0, high = all->spans.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (all->spans.items[middle].end <= span.start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < all->spans.count && all->spans.items[low].start < span.end
	               ? &all->spans.items[low]
		       : NULL;
}

static void
report(clausary_checking *check, const changes *all, uint32_t clause, clausary_span change,
       clausary_slice form)
{
	clausary_check_report(
	        check, &(clausary_report){.index = all->index,
		                          .clause = clause,
		                          .span = change,
		                          .form = form,
		                          .message = "%s has a change that is not decided yet",
		                          .arguments = {form}});
}

static void
look(clausary_checking *check, const clausary_index *index)
{
	changes all = {.index = index};
	const clausary_findings *findings = index->findings;
	read_changes(&all);
	for (size_t i = 0; all.spans.count && i < findings->definitions.count; i++) {
		const clausary_definition *entry = &findings->definitions.items[i];
		const clausary_span *change = touching(&all, entry->term_span);
		if (!change)
			change = touching(&all, entry->definition_span);
		if (change)
			report(check, &all, entry->clause, *change, entry->term);
	}
	for (size_t i = 0; all.spans.count && i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		const clausary_span *change = touching(&all, pair->short_span);
		if (!change && pair->long_span.end > pair->long_span.start)
			change = touching(&all, pair->long_span);
		if (change)
			report(check, &all, pair->clause, *change,
			       index->forms[pair->acronym].designation->form);
	}
	clausary_array_finish(&all.spans);
}

const clausary_rule clausary_rule_pending_change = {
        .text = {.id = "D29",
	         .name = "pending-change",
	         .title = "a change that is not decided touches a term, a definition or an acronym",
	         .why = "What a glossary takes from here may not stay.",
	         .advice = "Accept or refuse the change, or read the text before it: `--changes "
	                   "original`.",
	         .source = "Acronymate; editorial practice",
	         .level = CLAUSARY_NOTE},
        .document = look,
};
