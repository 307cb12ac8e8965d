/* Findings: adding to them, ordering them, reading them. */
#include "mining/finding.h"

#include <stdlib.h>

uint32_t
clausary_findings_designate(clausary_findings *findings, uint32_t kind, clausary_slice key,
                            clausary_slice form)
{
	clausary_map *map = kind == CLAUSARY_ACRONYM ? &findings->acronyms : &findings->expansions;
	uint32_t index = clausary_map_get(map, key);
	if (index != CLAUSARY_NONE)
		return index;
	index = (uint32_t)findings->designations.count;
	clausary_array_push(
	        &findings->designations,
	        ((clausary_designation){.form = clausary_arena_copy(&findings->arena, form),
		                        .kind = kind}));
	clausary_map_put(map, clausary_arena_copy(&findings->arena, key), index);
	return index;
}

void
clausary_findings_mention(clausary_findings *findings, uint32_t designation, uint32_t clause,
                          clausary_span span)
{
	clausary_array_push(
	        &findings->mentions,
	        ((clausary_mention){.span = span, .clause = clause, .designation = designation}));
}

static int
compare_spans(clausary_span a, clausary_span b)
{
	if (a.start != b.start)
		return a.start < b.start ? -1 : 1;
	return (a.end > b.end) - (a.end < b.end);
}

static int
compare_mentions(const void *a, const void *b)
{
	const clausary_mention *x = a, *y = b;
	int order = compare_spans(x->span, y->span);
	return order ? order
	             : (x->designation > y->designation) - (x->designation < y->designation);
}

static int
compare_pairs(const void *a, const void *b)
{
	const clausary_pair *x = a, *y = b;
	int order = compare_spans(x->short_span, y->short_span);
	return order ? order : compare_spans(x->long_span, y->long_span);
}

static int
compare_definitions(const void *a, const void *b)
{
	const clausary_definition *x = a, *y = b;
	int order = compare_spans(x->term_span, y->term_span);
	return order ? order : compare_spans(x->definition_span, y->definition_span);
}

/* Merge two sorted runs, from `a` to `b` and from there to `end`; the first has been copied to
 * `spare`. */
static void
merge(clausary_mention *to, const clausary_mention *spare, size_t count, const clausary_mention *b,
      const clausary_mention *end)
{
	const clausary_mention *a = spare, *a_end = spare + count;
	while (a < a_end)
		*to++ = b == end || compare_mentions(a, b) <= 0 ? *a++ : *b++;
}

/* Merge the sorted runs that finders leave: they add in the order of the text, run after run. */
static void
sort_mentions(clausary_mention *items, size_t count)
{
	CLAUSARY_ARRAY(size_t) runs = {0};
	CLAUSARY_ARRAY(clausary_mention) spare = {0};
	for (size_t i = 0; i <= count; i++)
		if (i == 0 || i == count || compare_mentions(&items[i - 1], &items[i]) > 0)
			clausary_array_push(&runs, i);
	while (runs.count > 2) {
		size_t kept = 1;
		for (size_t r = 0; r + 1 < runs.count; r += 2) {
			size_t start = runs.items[r], middle = runs.items[r + 1];
			size_t end = r + 2 < runs.count ? runs.items[r + 2] : middle;
			if (end > middle) {
				clausary_array_reserve(&spare, middle - start);
				memcpy(spare.items, items + start,
				       (middle - start) * sizeof *items);
				merge(items + start, spare.items, middle - start, items + middle,
				      items + end);
			}
			runs.items[kept++] = end;
		}
		runs.count = kept;
	}
	clausary_array_finish(&runs);
	clausary_array_finish(&spare);
}

/* qsort() of what mostly is in order already, as it needs as much memory again. */
static void
sort(void *items, size_t count, size_t size, int (*compare)(const void *, const void *))
{
	const char *at = items;
	for (size_t i = 1; i < count; i++, at += size)
		if (compare(at, at + size) > 0) {
			qsort(items, count, size, compare);
			return;
		}
}

/* Both forms of a pair are mentioned where it stands: in the order of the text, so that there is
 * less to sort. */
static void
mention_pairs(clausary_findings *findings)
{
	for (size_t i = 0; i < findings->pairs.count; i++) {
		const clausary_pair *pair = &findings->pairs.items[i];
		bool in_text = pair->long_span.end > pair->long_span.start;
		bool first = pair->long_span.start < pair->short_span.start;
		if (in_text && first)
			clausary_findings_mention(findings, pair->expansion, pair->clause,
			                          pair->long_span);
		clausary_findings_mention(findings, pair->acronym, pair->clause, pair->short_span);
		if (in_text && !first)
			clausary_findings_mention(findings, pair->expansion, pair->clause,
			                          pair->long_span);
	}
}

void
clausary_findings_sort_pairs(clausary_findings *findings)
{
	sort(findings->pairs.items, findings->pairs.count, sizeof(clausary_pair), compare_pairs);
}

void
clausary_findings_sort(clausary_findings *findings)
{
	size_t kept = 0;
	clausary_span longest = {0, 0}; /* the expansion met last that is in no other */
	clausary_findings_sort_pairs(findings);
	mention_pairs(findings);
	sort_mentions(findings->mentions.items, findings->mentions.count);
	for (size_t i = 0; i < findings->mentions.count; i++) {
		clausary_mention *mention = &findings->mentions.items[i];
		if (kept && compare_mentions(mention, &findings->mentions.items[kept - 1]) == 0)
			continue;
		bool expansion = findings->designations.items[mention->designation].kind
		                 == CLAUSARY_EXPANSION;
		if (expansion && mention->span.start > longest.start
		    && mention->span.end <= longest.end)
			continue; /* a part of another name */
		if (expansion)
			longest = mention->span;
		findings->mentions.items[kept++] = *mention;
		findings->designations.items[mention->designation].mentions++;
	}
	findings->mentions.count = kept;
	sort(findings->definitions.items, findings->definitions.count, sizeof(clausary_definition),
	     compare_definitions);
}

clausary_slice
clausary_findings_text(clausary_findings *findings, clausary_span span)
{
	const clausary_document *document = findings->document;
	clausary_slice whole = clausary_slice_span(clausary_document_text(document), span);
	if (document->skips.count == 0 && clausary_slice_is_folded(whole))
		return whole; /* the document outlives its findings */
	clausary_buffer text = {0};
	clausary_document_clean(document, span, &text);
	clausary_slice copy = clausary_arena_copy(&findings->arena, clausary_buffer_slice(&text));
	clausary_buffer_finish(&text);
	return copy;
}

void
clausary_findings_free(clausary_findings *findings)
{
	if (findings == NULL)
		return;
	clausary_array_finish(&findings->designations);
	clausary_map_finish(&findings->acronyms);
	clausary_map_finish(&findings->expansions);
	clausary_array_finish(&findings->mentions);
	clausary_array_finish(&findings->pairs);
	clausary_array_finish(&findings->definitions);
	clausary_arena_finish(&findings->arena);
	free(findings);
}

const clausary_document *
clausary_findings_document(const clausary_findings *findings)
{
	return findings->document;
}

const clausary_designation *
clausary_findings_designations(const clausary_findings *findings, size_t *count)
{
	*count = findings->designations.count;
	return findings->designations.items;
}

const clausary_mention *
clausary_findings_mentions(const clausary_findings *findings, size_t *count)
{
	*count = findings->mentions.count;
	return findings->mentions.items;
}

const clausary_pair *
clausary_findings_pairs(const clausary_findings *findings, size_t *count)
{
	*count = findings->pairs.count;
	return findings->pairs.items;
}

const clausary_definition *
clausary_findings_definitions(const clausary_findings *findings, size_t *count)
{
	*count = findings->definitions.count;
	return findings->definitions.items;
}
