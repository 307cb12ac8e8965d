/* clausary_align: versions in an order of their own, matches between their clauses, rows of those.
 */
#include "align/unit.h"

#include "base/limits.h"

#include <stdlib.h>

/* By language, then by text: the order of versions that does not depend on how they were given. */
static int
compare_versions(const void *a, const void *b)
{
	const clausary_document *left = ((const clausary_aligned_version *)a)->document;
	const clausary_document *right = ((const clausary_aligned_version *)b)->document;
	int order = strcmp(left->language, right->language);
	return order ? order
	             : clausary_slice_compare(clausary_document_text(left),
	                                      clausary_document_text(right));
}

static void
start(clausary_aligner *all, clausary_alignment *alignment)
{
	size_t count = alignment->version_count;
	*all = (clausary_aligner){.alignment = alignment, .version_count = count};
	all->versions = clausary_memory_zeros(count, sizeof *all->versions);
	for (size_t i = 0; i < count; i++)
		all->versions[i] =
		        (clausary_aligned_version){.findings = alignment->versions[i],
		                                   .document = alignment->versions[i]->document,
		                                   .given = i};
	qsort(all->versions, count, sizeof *all->versions, compare_versions);
	for (size_t i = 0; i < count; i++) {
		all->versions[i].first = all->node_count;
		all->versions[i].count = (uint32_t)all->versions[i].document->clauses.count;
		all->node_count += all->versions[i].count;
	}
}

static void
index_keys(clausary_aligned_version *version)
{
	for (uint32_t i = version->count; i-- > 0;)
		clausary_map_put(&version->keys, version->document->clauses.items[i].key, i);
}

static void
read_units(clausary_aligner *all)
{
	clausary_map anchors = {0};
	clausary_arena arena = {0};
	for (size_t i = 0; i < all->version_count; i++) {
		clausary_aligned_version *version = &all->versions[i];
		version->units = clausary_memory_zeros(1, sizeof *version->units);
		clausary_units_read(version->units, version->document);
		clausary_units_find_lists(version->units, version->document);
		clausary_units_read_traits(version->units, version->document, &anchors, &arena);
		index_keys(version);
	}
	for (size_t i = 0; i < all->version_count; i++)
		clausary_units_index(all->versions[i].units, anchors.count);
	clausary_map_finish(&anchors);
	clausary_arena_finish(&arena);
}

/* What the rows say, to see whether they change. */
static uint64_t
hash_rows(const clausary_aligner *all)
{
	uint64_t hash = all->alignment->rows.count;
	for (size_t i = 0; i < all->version_count; i++) {
		clausary_slice rows = {(const char *)all->alignment->row_of[i],
		                       all->alignment->versions[i]->document->clauses.count
		                               * sizeof(uint32_t)};
		hash = hash * 31 + clausary_slice_hash(rows);
	}
	return hash;
}

/* Every pair of versions; then again with what all of them gave together, until nothing changes. */
static void
match_all(clausary_aligner *all)
{
	enum { ROUNDS = 10 };
	uint64_t before = 0, now = 1;
	bool decided = true;
	read_units(all);
	for (int round = 0; round < ROUNDS && decided && before != now; round++) {
		decided = false;
		all->matches.count = 0;
		for (size_t one = 0; one < all->version_count; one++)
			for (size_t other = one + 1; other < all->version_count; other++)
				decided |= clausary_align_pair(all, one, other, round > 0);
		clausary_align_rows(all);
		before = now;
		now = hash_rows(all);
	}
}

static void
finish(clausary_aligner *all)
{
	for (size_t i = 0; i < all->version_count; i++) {
		clausary_units_finish(all->versions[i].units);
		clausary_map_finish(&all->versions[i].keys);
		free(all->versions[i].units);
	}
	free(all->versions);
	clausary_array_finish(&all->matches);
}

static clausary_alignment *
new_alignment(const clausary_findings *const *versions, size_t count)
{
	clausary_alignment *alignment = clausary_memory_zeros(1, sizeof *alignment);
	alignment->version_count = count;
	alignment->versions =
	        clausary_arena_allocate(&alignment->arena, count * sizeof *alignment->versions);
	alignment->row_of =
	        clausary_arena_allocate(&alignment->arena, count * sizeof *alignment->row_of);
	for (size_t i = 0; i < count; i++) {
		size_t clauses = versions[i]->document->clauses.count;
		alignment->versions[i] = versions[i];
		alignment->row_of[i] = clausary_arena_allocate(
		        &alignment->arena, clauses * sizeof **alignment->row_of);
	}
	return alignment;
}

clausary_status
clausary_align(clausary_alignment **out, clausary_context *context,
               const clausary_findings *const *versions, size_t count)
{
	clausary_aligner all;
	*out = NULL;
	if (count == 0 || count > CLAUSARY_LIMIT_VERSIONS)
		return clausary_context_fail(
		        context, CLAUSARY_EUSAGE,
		        "%zu documents as versions of one: 1 to %d can be aligned", count,
		        CLAUSARY_LIMIT_VERSIONS);
	*out = new_alignment(versions, count);
	start(&all, *out);
	match_all(&all);
	finish(&all);
	return CLAUSARY_OK;
}

void
clausary_alignment_free(clausary_alignment *alignment)
{
	if (alignment == NULL)
		return;
	clausary_array_finish(&alignment->rows);
	clausary_arena_finish(&alignment->row_arena);
	clausary_arena_finish(&alignment->arena);
	free(alignment);
}

const clausary_findings *const *
clausary_alignment_versions(const clausary_alignment *alignment, size_t *count)
{
	*count = alignment->version_count;
	return alignment->versions;
}

const clausary_alignment_row *
clausary_alignment_rows(const clausary_alignment *alignment, size_t *count)
{
	*count = alignment->rows.count;
	return alignment->rows.items;
}

uint32_t
clausary_alignment_row_of(const clausary_alignment *alignment, size_t version, uint32_t clause)
{
	if (version >= alignment->version_count
	    || clause >= alignment->versions[version]->document->clauses.count)
		return CLAUSARY_NONE;
	return alignment->row_of[version][clause];
}
