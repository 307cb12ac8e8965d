/* Heads and feet of printed pages, as RFCs and old standards have them around form feeds. A foot
 * recurs with other digits, a head recurs as it is, or with other digits when it is laid out in
 * columns. */
#include "input/text.h"

enum { LONGEST = 160, MOST_BLANKS = 400 };

typedef struct candidate {
	clausary_slice text;
	uint64_t exact, masked; /* hashes; masked: digits are alike, runs of blanks are one */
	bool foot, columns;
} candidate;

typedef CLAUSARY_ARRAY(candidate) candidates;

static uint64_t
hash_masked(clausary_slice text)
{
	char mask[LONGEST + 1];
	size_t size = 0;
	for (size_t i = 0; i < text.size; i++) {
		char c = clausary_ascii_is_digit(text.data[i]) ? '#' : text.data[i];
		if (clausary_ascii_is_blank(c))
			c = ' ';
		if (size == 0 || (c != ' ' && c != '#') || mask[size - 1] != c)
			mask[size++] = c;
	}
	return clausary_slice_hash((clausary_slice){mask, size});
}

static bool
has_columns(clausary_slice text)
{
	return clausary_slice_find(text, CLAUSARY_SLICE("   ")) != SIZE_MAX
	       || memchr(text.data, '\t', text.size) != NULL;
}

static void
add_candidate(candidates *all, clausary_slice text, bool foot)
{
	text = clausary_slice_trim(text);
	if (text.size == 0 || text.size > LONGEST)
		return;
	clausary_array_push(all, ((candidate){.text = text,
	                                      .exact = clausary_slice_hash(text),
	                                      .masked = hash_masked(text),
	                                      .foot = foot,
	                                      .columns = has_columns(text)}));
}

/* The last line with text before byte `at`. */
static void
add_foot(candidates *all, clausary_slice text, size_t at)
{
	size_t floor = at > MOST_BLANKS ? at - MOST_BLANKS : 0, end = at;
	while (end > floor && clausary_ascii_is_blank(text.data[end - 1]))
		end--;
	size_t start = end;
	while (start > floor && text.data[start - 1] != '\n' && text.data[start - 1] != '\f')
		start--;
	if (start > floor || floor == 0)
		add_candidate(all, clausary_slice_part(text, start, end), true);
}

/* The first line with text from byte `at` on. */
static void
add_head(candidates *all, clausary_slice text, size_t at)
{
	size_t ceiling = text.size - at > MOST_BLANKS ? at + MOST_BLANKS : text.size, start = at;
	while (start < ceiling && clausary_ascii_is_blank(text.data[start])
	       && text.data[start] != '\f')
		start++;
	size_t end = start;
	while (end < ceiling && text.data[end] != '\n' && text.data[end] != '\r'
	       && text.data[end] != '\f')
		end++;
	if (end < ceiling || ceiling == text.size)
		add_candidate(all, clausary_slice_part(text, start, end), false);
}

static int
compare_hashes(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

/* How often `hash` stands in the sorted `hashes`: no, once, or more often. */
static bool
recurs(const uint64_t *hashes, size_t count, uint64_t hash)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (hashes[middle] < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1 < count && hashes[low + 1] == hash;
}

/* What a candidate is recognized by: its own kind never meets the other in the sorted hashes. */
static uint64_t
identity(const candidate *c)
{
	return c->foot ? c->masked * 2 : (c->columns ? c->masked : c->exact) * 2 + 1;
}

void
clausary_text_furniture(clausary_slice text, clausary_text_slices *furniture)
{
	candidates all = {0};
	const char *end = text.data + text.size, *at = text.data;
	while (at < end && (at = memchr(at, '\f', (size_t)(end - at))) != NULL) {
		add_foot(&all, text, (size_t)(at - text.data));
		add_head(&all, text, (size_t)(++at - text.data));
	}
	if (all.count)
		add_foot(&all, text, text.size);
	uint64_t *hashes = clausary_memory_zeros(all.count, sizeof *hashes);
	for (size_t i = 0; i < all.count; i++)
		hashes[i] = identity(&all.items[i]);
	qsort(hashes, all.count, sizeof *hashes, compare_hashes);
	for (size_t i = 0; i < all.count; i++) {
		const char *last =
		        furniture->count ? furniture->items[furniture->count - 1].data : NULL;
		if (recurs(hashes, all.count, identity(&all.items[i]))
		    && all.items[i].text.data != last)
			clausary_array_push(furniture, all.items[i].text);
	}
	free(hashes);
	clausary_array_finish(&all);
}
