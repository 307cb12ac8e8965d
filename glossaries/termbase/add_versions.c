/* Adding language versions of one document. Each is added as if it were alone; then the alignment
 * tells which concepts are the same, and these are united. The versions are taken in the order of
 * their languages, whatever the order they are given in. */
#include "termbase/items.h"

#include "base/limits.h"
#include "termbase/work.h"

#include <stdlib.h>

typedef struct version {
	const clausary_findings *findings;
	uint32_t number; /* in the alignment */
} version;

static int
compare_versions(const void *a, const void *b)
{
	const clausary_document *x = ((const version *)a)->findings->document;
	const clausary_document *y = ((const version *)b)->findings->document;
	clausary_slice left = clausary_slice_of(x->language),
	               right = clausary_slice_of(y->language);
	if (!clausary_slice_equal(left, right))
		return clausary_slice_compare(left, right);
	left = clausary_slice_of(x->name);
	right = clausary_slice_of(y->name);
	if (!clausary_slice_equal(left, right))
		return clausary_slice_compare(left, right);
	return clausary_slice_compare(clausary_document_text(x), clausary_document_text(y));
}

/* The language of two items, and why they are one concept. */
static clausary_concept_link
concept_link(const clausary_item_link *link, const clausary_item *items,
             const clausary_adding *adding)
{
	clausary_slice a = adding[items[link->a].version].language;
	clausary_slice b = adding[items[link->b].version].language;
	bool turned = clausary_slice_compare(a, b) > 0;
	return (clausary_concept_link){
	        {turned ? b : a, turned ? a : b}, link->evidence, link->confidence};
}

static clausary_concept *
resolve(clausary_termbase *termbase, uint32_t number)
{
	clausary_concept *concept = termbase->concepts.items[number];
	while (concept->into)
		concept = concept->into;
	return concept;
}

static bool
share_language(const clausary_concept *a, const clausary_concept *b)
{
	for (uint32_t i = 0; i < a->languages.count; i++)
		if (clausary_concept_find_section(b, a->languages.items[i]->language))
			return true;
	return false;
}

/* Unite what is linked. A concept that other documents gave a term of the same language is not:
 * two terms of one language in an entry are synonyms only where a text says so. */
static void
unite(clausary_termbase *termbase, const clausary_links *links, const clausary_item *items,
      const clausary_adding *adding)
{
	for (size_t i = 0; i < links->accepted.count; i++) {
		const clausary_item_link *link = &links->accepted.items[i];
		clausary_concept *a = resolve(termbase, items[link->a].concept);
		clausary_concept *b = resolve(termbase, items[link->b].concept);
		clausary_concept_link why = concept_link(link, items, adding);
		if (a == b || share_language(a, b)) {
			if (a != b)
				clausary_array_push(&termbase->doubtful_links,
				                    ((clausary_doubtful_link){{a, b}, why, true}));
			continue;
		}
		clausary_concept *to = a->number < b->number ? a : b;
		clausary_termbase_unite(termbase, to, to == a ? b : a);
		clausary_list_push(&termbase->arena, &to->links, why);
	}
	for (size_t i = 0; i < links->doubts.count; i++) {
		const clausary_item_link *link = &links->doubts.items[i];
		clausary_doubtful_link doubt = {{resolve(termbase, items[link->a].concept),
		                                 resolve(termbase, items[link->b].concept)},
		                                concept_link(link, items, adding),
		                                false};
		if (doubt.concepts[0] != doubt.concepts[1])
			clausary_array_push(&termbase->doubtful_links, doubt);
	}
}

/* Add every version; false where the termbase is full. */
static bool
add_each(clausary_adding *adding, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		clausary_adding_run(&adding[i]);
		if (adding[i].full)
			return false;
	}
	return true;
}

static void
link_versions(clausary_termbase *termbase, clausary_adding *adding, size_t count,
              const clausary_alignment *alignment)
{
	clausary_items items = {0};
	clausary_links links;
	uint32_t *columns = clausary_memory_zeros(count, sizeof *columns);
	for (uint32_t i = 0; i < count; i++) {
		columns[i] = adding[i].version;
		clausary_items_add(&items, &adding[i], i);
	}
	clausary_links_find(&links, alignment, columns, items.all.items, items.all.count);
	unite(termbase, &links, items.all.items, adding);
	clausary_links_finish(&links);
	clausary_items_finish(&items);
	free(columns);
}

static clausary_status
add_sorted(clausary_termbase *termbase, const version *versions, size_t count,
           const clausary_alignment *alignment)
{
	clausary_adding *adding = clausary_memory_zeros(count, sizeof *adding);
	const clausary_findings **findings = clausary_memory_zeros(count, sizeof *findings);
	for (size_t i = 0; i < count; i++)
		findings[i] = versions[i].findings;
	uint32_t work = clausary_work_begin(termbase, findings, count);
	for (size_t i = 0; i < count; i++)
		adding[i] = (clausary_adding){.to = termbase,
		                              .work = work,
		                              .findings = findings[i],
		                              .document = findings[i]->document,
		                              .alignment = count > 1 ? alignment : NULL,
		                              .version = versions[i].number};
	bool good = add_each(adding, count);
	if (good && count > 1)
		link_versions(termbase, adding, count, alignment);
	for (size_t i = 0; i < count; i++)
		clausary_adding_finish(&adding[i]);
	free(adding);
	free(findings);
	return good ? CLAUSARY_OK
	            : clausary_context_fail(
	                      termbase->context, CLAUSARY_ELIMIT,
	                      "the termbase is full: it holds %d concepts; write it and "
	                      "start another",
	                      CLAUSARY_LIMIT_CONCEPTS);
}

static bool
is_alignment_of(const clausary_alignment *alignment, const clausary_findings *const *versions,
                size_t count)
{
	if (alignment == NULL)
		return count == 1;
	if (alignment->version_count != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (alignment->versions[i] != versions[i])
			return false;
	return true;
}

clausary_status
clausary_termbase_add_versions(clausary_termbase *termbase,
                               const clausary_findings *const *versions, size_t count,
                               const clausary_alignment *alignment)
{
	if (count == 0 || !is_alignment_of(alignment, versions, count))
		return clausary_context_fail(termbase->context, CLAUSARY_EUSAGE,
		                             "the alignment is not of these versions");
	version *sorted = clausary_memory_zeros(count, sizeof *sorted);
	for (uint32_t i = 0; i < count; i++) {
		sorted[i] = (version){versions[i], i};
		clausary_termbase_see_language(termbase,
		                               clausary_slice_of(versions[i]->document->language));
	}
	qsort(sorted, count, sizeof *sorted, compare_versions);
	termbase->finished = false;
	clausary_status status = add_sorted(termbase, sorted, count, alignment);
	free(sorted);
	return status;
}
