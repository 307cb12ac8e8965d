/* Linking: kind by kind of evidence, the most trusted first, over every two versions; of each kind
 * the surest candidates first. What is linked stays linked, so that a weaker kind only sees what
 * the stronger left alone. */
#include "align/linking.h"

#include <stdlib.h>

static const char *const NAMES[CLAUSARY_EVIDENCE_COUNT] = {
        [CLAUSARY_EVIDENCE_DEFINITION] = "definition",
        [CLAUSARY_EVIDENCE_PAIR] = "pair",
        [CLAUSARY_EVIDENCE_LETTERS] = "letters",
        [CLAUSARY_EVIDENCE_ENTRY] = "entry",
        [CLAUSARY_EVIDENCE_USE] = "use",
        [CLAUSARY_EVIDENCE_REFERENCE] = "reference",
};

const char *
clausary_evidence_name(clausary_evidence evidence)
{
	return NAMES[evidence];
}

bool
clausary_linking_lacks(const clausary_linking *linking, uint32_t item, uint32_t version)
{
	uint32_t at = item;
	do {
		if (linking->items[at].version == version)
			return false;
		at = linking->links->next[at];
	} while (at != item);
	return true;
}

/* Items of one concept are linked before anything is asked. */
static void
unite_known(clausary_linking *linking)
{
	uint32_t most = 0;
	for (uint32_t i = 0; i < linking->count; i++)
		if (linking->items[i].concept > most)
			most = linking->items[i].concept;
	uint32_t *first = clausary_memory_zeros((size_t)most + 1, sizeof *first);
	for (uint32_t i = 0; i < linking->count; i++) {
		uint32_t *known = &first[linking->items[i].concept], *next = linking->links->next;
		if (*known) {
			next[i] = next[*known - 1];
			next[*known - 1] = i;
		}
		*known = i + 1;
	}
	free(first);
}

/* Whether no version has an item on both sides. */
static bool
may_unite(const clausary_linking *linking, uint32_t a, uint32_t b)
{
	uint32_t at = a;
	do {
		if (!clausary_linking_lacks(linking, b, linking->items[at].version))
			return false;
		at = linking->links->next[at];
	} while (at != a);
	return true;
}

void
clausary_linking_offer(clausary_linking *linking, uint32_t a, uint32_t b,
                       clausary_evidence evidence, float confidence)
{
	if (confidence > 0 && may_unite(linking, a, b))
		clausary_array_push(&linking->candidates,
		                    ((clausary_item_link){a < b ? a : b, a < b ? b : a, evidence,
		                                          confidence < 1 ? confidence : 1}));
}

float
clausary_linking_row(const clausary_linking *linking, uint32_t row)
{
	return linking->alignment->rows.items[row].confidence;
}

clausary_use
clausary_linking_use(const clausary_linking *linking, uint32_t a, uint32_t b)
{
	enum { COUNTED = 2 }; /* how often beyond that is a habit of the language */
	const clausary_item_places *x = &linking->items[a].used, *y = &linking->items[b].used;
	uint32_t one = linking->columns[linking->items[a].version];
	uint32_t other = linking->columns[linking->items[b].version];
	uint64_t same = 0, all = 0;
	clausary_use use = {0, 0};
	for (uint32_t i = 0, j = 0; i < x->count || j < y->count;) {
		uint32_t left = i < x->count ? x->items[i].row : UINT32_MAX;
		uint32_t right = j < y->count ? y->items[j].row : UINT32_MAX;
		uint32_t row = left < right ? left : right;
		uint32_t m = left == row ? x->items[i++].count : 0;
		uint32_t n = right == row ? y->items[j++].count : 0;
		const uint32_t *clauses = linking->alignment->rows.items[row].clauses;
		if (clauses[one] == CLAUSARY_NONE || clauses[other] == CLAUSARY_NONE)
			continue;
		m = m < COUNTED ? m : COUNTED;
		n = n < COUNTED ? n : COUNTED;
		same += m < n ? m : n;
		all += m < n ? n : m;
		use.rows++;
	}
	use.same = all ? (float)same / (float)all : 0;
	return use;
}

static int
compare_links(const void *a, const void *b)
{
	const clausary_item_link *x = a, *y = b;
	if (x->confidence > y->confidence || x->confidence < y->confidence)
		return x->confidence > y->confidence ? -1 : 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

static void
unite(clausary_linking *linking, const clausary_item_link *link)
{
	uint32_t *next = linking->links->next, after = next[link->a];
	next[link->a] = next[link->b];
	next[link->b] = after;
	clausary_array_push(&linking->links->accepted, *link);
}

/* Take what one kind of evidence offered. */
static void
decide(clausary_linking *linking)
{
	if (linking->candidates.count)
		qsort(linking->candidates.items, linking->candidates.count,
		      sizeof *linking->candidates.items, compare_links);
	for (size_t i = 0; i < linking->candidates.count; i++) {
		const clausary_item_link *link = &linking->candidates.items[i];
		if (link->confidence < CLAUSARY_LINKED)
			clausary_array_push(&linking->links->doubts, *link);
		else if (may_unite(linking, link->a, link->b))
			unite(linking, link);
	}
	linking->candidates.count = 0;
}

static void
ask(clausary_linking *linking, clausary_evidence evidence)
{
	uint32_t versions = (uint32_t)linking->alignment->version_count;
	for (uint32_t one = 0; one < versions; one++)
		for (uint32_t other = one + 1; other < versions; other++)
			switch (evidence) {
			case CLAUSARY_EVIDENCE_REFERENCE:
				clausary_link_reference(linking, one, other);
				break;
			case CLAUSARY_EVIDENCE_DEFINITION:
			case CLAUSARY_EVIDENCE_PAIR:
				clausary_link_place(linking, one, other, evidence);
				break;
			case CLAUSARY_EVIDENCE_LETTERS:
				clausary_link_letters(linking, one, other);
				break;
			case CLAUSARY_EVIDENCE_USE:
				clausary_link_use(linking, one, other);
				break;
			default:
				break;
			}
	decide(linking);
}

/* Keep a doubt only while it may still be true, and only the best of an item with a version. */
static void
settle_doubts(clausary_linking *linking)
{
	clausary_links *links = linking->links;
	size_t kept = 0;
	clausary_map seen = {0};
	clausary_arena keys = {0};
	if (links->doubts.count)
		qsort(links->doubts.items, links->doubts.count, sizeof *links->doubts.items,
		      compare_links);
	for (size_t i = 0; i < links->doubts.count; i++) {
		clausary_item_link link = links->doubts.items[i];
		uint32_t ends[2][2] = {{link.a, linking->items[link.b].version},
		                       {link.b, linking->items[link.a].version}};
		clausary_slice first = {(const char *)ends[0], sizeof ends[0]};
		clausary_slice second = {(const char *)ends[1], sizeof ends[1]};
		if (!may_unite(linking, link.a, link.b)
		    || clausary_map_get(&seen, first) != CLAUSARY_NONE
		    || clausary_map_get(&seen, second) != CLAUSARY_NONE)
			continue;
		clausary_map_put(&seen, clausary_arena_copy(&keys, first), 1);
		clausary_map_put(&seen, clausary_arena_copy(&keys, second), 1);
		links->doubts.items[kept++] = link;
	}
	links->doubts.count = kept;
	clausary_map_finish(&seen);
	clausary_arena_finish(&keys);
}

void
clausary_links_find(clausary_links *links, const clausary_alignment *alignment,
                    const uint32_t *columns, const clausary_item *items, size_t count)
{
	clausary_linking linking = {.links = links,
	                            .alignment = alignment,
	                            .columns = columns,
	                            .items = items,
	                            .count = count};
	*links = (clausary_links){.next = clausary_memory_zeros(count, sizeof *links->next)};
	linking.first = clausary_memory_zeros(alignment->version_count + 1, sizeof *linking.first);
	for (uint32_t i = 0; i < count; i++) {
		links->next[i] = i;
		linking.first[items[i].version + 1] = i + 1;
	}
	for (size_t i = 1; i <= alignment->version_count; i++)
		if (linking.first[i] < linking.first[i - 1])
			linking.first[i] = linking.first[i - 1];
	unite_known(&linking);
	for (int evidence = 0; evidence < CLAUSARY_EVIDENCE_COUNT; evidence++)
		ask(&linking, (clausary_evidence)evidence);
	settle_doubts(&linking);
	clausary_array_finish(&linking.candidates);
	free(linking.first);
}

void
clausary_links_finish(clausary_links *links)
{
	clausary_array_finish(&links->accepted);
	clausary_array_finish(&links->doubts);
	free(links->next);
	links->next = NULL;
}
