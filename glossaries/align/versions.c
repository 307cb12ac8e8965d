/* clausary_group_versions: which documents are language versions of one. Numerals and citations
 * stay when a text is translated, and so does the outline; names of places and files do not. */
#include "align/alignment.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <unicode/uchar.h>

enum {
	LOOKED_AT = 1 << 18, /* bytes of a text whose numerals are read */
	MOST_WITH = 64,      /* documents that have a trait which says that they may be versions */
	FEW_NUMERALS = 8,    /* from here on numerals tell documents apart … */
	MANY_CLAUSES = 16    /* … with fewer, only an outline of so many clauses does */
};

/* Of what either has, how much both have: versions of one document, measured on acts, resolutions
 * and standards, lie above; other documents of one series lie below. */
static const float NUMERALS = 0.4f, CLAUSES = 0.3f, SAME_OUTLINE = 0.7f;

/* What is compared of a document: hashes, rising, each once. */
typedef struct prints {
	uint64_t *items;
	size_t count, capacity;
} prints;

typedef struct document_prints {
	const clausary_document *document;
	prints numerals, keys;
	clausary_buffer number; /* the numbers of the identifier; empty where there is none */
} document_prints;

/* Two documents that may be versions of one. */
typedef struct candidate {
	uint32_t a, b; /* a < b */
	float alike;
} candidate;

typedef struct grouping {
	document_prints *documents;
	size_t count;
	CLAUSARY_ARRAY(candidate) candidates;
} grouping;

static int
compare_prints(const void *a, const void *b)
{
	uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;
	return (left > right) - (left < right);
}

static void
sort_prints(prints *all)
{
	size_t kept = 0;
	if (all->count)
		qsort(all->items, all->count, sizeof *all->items, compare_prints);
	for (size_t i = 0; i < all->count; i++)
		if (i == 0 || all->items[i] != all->items[i - 1])
			all->items[kept++] = all->items[i];
	all->count = kept;
}

/* Numerals of two digits or more, and what is joined to them: "54/169", "2006", "3.2.1". */
static void
read_numerals(prints *to, clausary_slice text)
{
	char numeral[32];
	size_t size = 0, digits = 0;
	text.size = text.size < LOOKED_AT ? text.size : clausary_utf8_start(text, LOOKED_AT);
	for (size_t at = 0; at <= text.size;) {
		uint32_t c = at < text.size ? clausary_utf8_next(text, &at) : (at++, 0);
		int digit = u_charDigitValue((UChar32)c);
		bool joins = size && (c == '/' || c == '.' || c == '-');
		if (digit >= 0 && size < sizeof numeral) {
			numeral[size++] = (char)('0' + digit);
			digits++;
		} else if (joins && size < sizeof numeral && numeral[size - 1] >= '0') {
			numeral[size++] = (char)c;
		} else {
			while (size && numeral[size - 1] < '0')
				size--;
			if (digits > 1)
				clausary_array_push(
				        to, clausary_slice_hash((clausary_slice){numeral, size}));
			size = digits = 0;
		}
	}
	sort_prints(to);
}

/* Number and year are the same in every language; the place where it was adopted is not. */
static void
read_number(clausary_buffer *to, clausary_slice identifier)
{
	bool open = false;
	for (size_t at = 0; at < identifier.size;) {
		int digit = u_charDigitValue((UChar32)clausary_utf8_next(identifier, &at));
		if (digit >= 0 && !open && to->size)
			clausary_buffer_add_byte(to, ' ');
		if (digit >= 0)
			clausary_buffer_add_byte(to, (char)('0' + digit));
		open = digit >= 0;
	}
}

static void
read_document(document_prints *to, const clausary_document *document)
{
	to->document = document;
	read_numerals(&to->numerals, clausary_document_text(document));
	for (size_t i = 0; i < document->clauses.count; i++)
		clausary_array_push(&to->keys, clausary_slice_hash(document->clauses.items[i].key));
	sort_prints(&to->keys);
	read_number(&to->number, clausary_document_identifier(document));
}

/* Of what either document has, the share that both have. */
static float
common_share(const prints *a, const prints *b)
{
	size_t both = 0, i = 0, j = 0;
	while (i < a->count && j < b->count) {
		if (a->items[i] == b->items[j]) {
			both++;
			i++;
			j++;
		} else if (a->items[i] < b->items[j]) {
			i++;
		} else {
			j++;
		}
	}
	size_t either = a->count + b->count - both;
	return either ? (float)both / (float)either : 0;
}

/* How alike two documents are, 0 where they are no versions of one. */
static float
likeness(const document_prints *a, const document_prints *b)
{
	float numerals = common_share(&a->numerals, &b->numerals);
	float clauses = common_share(&a->keys, &b->keys);
	bool numbered = a->number.size && b->number.size;
	if (strcmp(a->document->language, b->document->language) == 0)
		return 0;
	if (numbered
	    && !clausary_slice_equal(clausary_buffer_slice(&a->number),
	                             clausary_buffer_slice(&b->number)))
		return 0;
	bool few = a->numerals.count < FEW_NUMERALS && b->numerals.count < FEW_NUMERALS;
	bool many = a->keys.count >= MANY_CLAUSES && b->keys.count >= MANY_CLAUSES;
	bool same = numbered ? numerals + clauses > CLAUSES
	            : numerals >= NUMERALS && clauses >= CLAUSES
	                    ? !few || clauses >= SAME_OUTLINE
	                    : few && many && clauses >= SAME_OUTLINE;
	return same ? 0.01f + numerals + clauses + (numbered ? 1 : 0) : 0;
}

/* One trait of one document. */
typedef struct place {
	uint64_t print;
	uint32_t document;
} place;

static int
compare_places(const void *a, const void *b)
{
	const place *left = a, *right = b;
	if (left->print != right->print)
		return left->print < right->print ? -1 : 1;
	return (left->document > right->document) - (left->document < right->document);
}

static int
compare_pairs(const void *a, const void *b)
{
	const candidate *left = a, *right = b;
	if (left->a != right->a)
		return left->a < right->a ? -1 : 1;
	return (left->b > right->b) - (left->b < right->b);
}

static int
compare_candidates(const void *a, const void *b)
{
	const candidate *left = a, *right = b;
	if (left->alike != right->alike)
		return left->alike > right->alike ? -1 : 1;
	return compare_pairs(a, b);
}

static void
add_candidates(grouping *all, const place *places, size_t count)
{
	for (size_t i = 0; i < count && count <= MOST_WITH; i++)
		for (size_t j = i + 1; j < count; j++)
			clausary_array_push(&all->candidates, ((candidate){places[i].document,
			                                                   places[j].document, 0}));
}

/* The pairs of documents that have something in common which not all have: not each with each. The
 * smallest few prints of each document are held against those of the others; what two sets have in
 * common shows among their smallest ones. */
static void
find_candidates(grouping *all)
{
	enum { SMALLEST = 16 };
	CLAUSARY_ARRAY(place) places = {0};
	size_t kept = 0, first = 0;
	for (uint32_t i = 0; i < all->count; i++) {
		const document_prints *one = &all->documents[i];
		for (size_t j = 0; j < one->numerals.count && j < SMALLEST; j++)
			clausary_array_push(&places, ((place){one->numerals.items[j], i}));
		for (size_t j = 0; j < one->keys.count && j < SMALLEST; j++)
			clausary_array_push(&places, ((place){one->keys.items[j], i}));
		if (one->number.size)
			clausary_array_push(
			        &places,
			        ((place){clausary_slice_hash(clausary_buffer_slice(&one->number)),
			                 i}));
	}
	if (places.count)
		qsort(places.items, places.count, sizeof *places.items, compare_places);
	for (size_t i = 1; i <= places.count; i++) {
		if (i < places.count && places.items[i].print == places.items[first].print)
			continue;
		add_candidates(all, places.items + first, i - first);
		first = i;
	}
	clausary_array_finish(&places);
	if (all->candidates.count)
		qsort(all->candidates.items, all->candidates.count, sizeof *all->candidates.items,
		      compare_pairs);
	for (size_t i = 0; i < all->candidates.count; i++) {
		candidate one = all->candidates.items[i];
		if (i && compare_pairs(&one, &all->candidates.items[i - 1]) == 0)
			continue;
		one.alike = likeness(&all->documents[one.a], &all->documents[one.b]);
		all->candidates.items[kept++] = one;
	}
	all->candidates.count = kept;
}

/* Whether two groups have no language in common and are not too many together. */
static bool
can_unite(const grouping *all, const uint32_t *groups, uint32_t one, uint32_t other)
{
	size_t members = 0;
	for (size_t i = 0; i < all->count; i++) {
		members += groups[i] == one || groups[i] == other;
		for (size_t j = 0; groups[i] == one && j < all->count; j++)
			if (groups[j] == other
			    && strcmp(all->documents[i].document->language,
			              all->documents[j].document->language)
			               == 0)
				return false;
	}
	return members <= CLAUSARY_LIMIT_VERSIONS;
}

/* The most alike first. */
static void
unite(grouping *all, uint32_t *groups)
{
	if (all->candidates.count)
		qsort(all->candidates.items, all->candidates.count, sizeof *all->candidates.items,
		      compare_candidates);
	for (size_t i = 0; i < all->candidates.count; i++) {
		candidate one = all->candidates.items[i];
		uint32_t a = groups[one.a], b = groups[one.b];
		if (one.alike <= 0)
			break;
		if (a == b || !can_unite(all, groups, a, b))
			continue;
		for (size_t j = 0; j < all->count; j++)
			if (groups[j] == b)
				groups[j] = a;
	}
}

static bool
in_one_language(const clausary_findings *const *findings, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (strcmp(findings[0]->document->language, findings[i]->document->language) != 0)
			return false;
	return true;
}

/* Number the groups in the order of their first documents. */
static void
number_groups(uint32_t *groups, size_t count)
{
	uint32_t *numbers = clausary_memory_zeros(count + 1, sizeof *numbers), next = 0;
	for (size_t i = 0; i < count; i++) {
		if (numbers[groups[i]] == 0)
			numbers[groups[i]] = ++next;
		groups[i] = numbers[groups[i]] - 1;
	}
	free(numbers);
}

clausary_status
clausary_group_versions(clausary_context *context, const clausary_findings *const *findings,
                        size_t count, uint32_t *groups)
{
	grouping all = {.count = count};
	(void)context;
	for (size_t i = 0; i < count; i++)
		groups[i] = (uint32_t)i;
	if (in_one_language(findings, count))
		return CLAUSARY_OK;
	all.documents = clausary_memory_zeros(count, sizeof *all.documents);
	for (size_t i = 0; i < count; i++)
		read_document(&all.documents[i], findings[i]->document);
	find_candidates(&all);
	unite(&all, groups);
	number_groups(groups, count);
	for (size_t i = 0; i < count; i++) {
		clausary_array_finish(&all.documents[i].numerals);
		clausary_array_finish(&all.documents[i].keys);
		clausary_buffer_finish(&all.documents[i].number);
	}
	free(all.documents);
	clausary_array_finish(&all.candidates);
	return CLAUSARY_OK;
}
