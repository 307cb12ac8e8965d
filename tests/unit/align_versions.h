/* Language versions read, aligned in every order of them, and the rows as lines for comparison with
 * a string. */
#ifndef TESTS_UNIT_ALIGN_VERSIONS_H
#define TESTS_UNIT_ALIGN_VERSIONS_H

#include "base/buffer.h"
#include "unit.h"

#include <stdbool.h>

enum { MOST_VERSIONS = 4 };

typedef struct version_text {
	const char *language, *text;
} version_text;

typedef struct versions {
	clausary_context *context;
	clausary_document *documents[MOST_VERSIONS];
	clausary_findings *findings[MOST_VERSIONS];
	size_t count;
} versions;

static inline void
versions_read(versions *out, const version_text *texts, size_t count)
{
	*out = (versions){.count = count};
	ck_assert_int_eq(clausary_context_new(&out->context, NULL), CLAUSARY_OK);
	for (size_t i = 0; i < count; i++) {
		clausary_read_options options = {.format = "text", .language = texts[i].language};
		ck_assert_int_eq(clausary_read(&out->documents[i], out->context,
		                               clausary_slice_of(texts[i].text), "test", &options),
		                 CLAUSARY_OK);
		ck_assert_int_eq(clausary_find(&out->findings[i], out->context, out->documents[i]),
		                 CLAUSARY_OK);
	}
}

static inline void
versions_free(versions *all)
{
	for (size_t i = 0; i < all->count; i++) {
		clausary_findings_free(all->findings[i]);
		clausary_document_free(all->documents[i]);
	}
	clausary_context_free(all->context);
}

/** "key key -\n" of every row, the versions in the order in which they were read; `order` is that
 * in which they are aligned. */
static inline void
versions_add_rows(clausary_buffer *to, const versions *all, const size_t *order)
{
	const clausary_findings *given[MOST_VERSIONS];
	clausary_alignment *alignment;
	size_t count, clause_count;
	for (size_t i = 0; i < all->count; i++)
		given[order[i]] = all->findings[i];
	ck_assert_int_eq(clausary_align(&alignment, all->context, given, all->count), CLAUSARY_OK);
	const clausary_alignment_row *rows = clausary_alignment_rows(alignment, &count);
	for (size_t i = 0; i < count; i++) {
		for (size_t v = 0; v < all->count; v++) {
			uint32_t clause = rows[i].clauses[order[v]];
			const clausary_clause *clauses =
			        clausary_document_clauses(all->documents[v], &clause_count);
			clausary_buffer_print(to, "%s", v ? " " : "");
			clausary_buffer_add(to, clause == CLAUSARY_NONE ? CLAUSARY_SLICE("-")
			                                                : clauses[clause].key);
			if (clause != CLAUSARY_NONE)
				ck_assert_uint_eq(
				        clausary_alignment_row_of(alignment, order[v], clause), i);
		}
		clausary_buffer_add_byte(to, '\n');
	}
	clausary_alignment_free(alignment);
}

/* The next order of the same numbers, or false after the last. */
static inline bool
next_order(size_t *order, size_t count)
{
	size_t i = count, j = count;
	while (i > 1 && order[i - 2] >= order[i - 1])
		i--;
	if (i <= 1)
		return false;
	while (order[j - 1] <= order[i - 2])
		j--;
	size_t one = order[i - 2];
	order[i - 2] = order[j - 1];
	order[j - 1] = one;
	for (size_t a = i - 1, b = count - 1; a < b; a++, b--) {
		one = order[a];
		order[a] = order[b];
		order[b] = one;
	}
	return true;
}

/** The rows must be `expected`, in whatever order the versions are given. */
static inline void
expect_rows(const version_text *texts, size_t count, const char *expected)
{
	versions all;
	size_t order[MOST_VERSIONS] = {0, 1, 2, 3};
	versions_read(&all, texts, count);
	do {
		clausary_buffer found = {0};
		versions_add_rows(&found, &all, order);
		clausary_buffer_add_byte(&found, '\0');
		ck_assert_msg(strcmp(found.data, expected) == 0, "expected\n%sfound\n%s", expected,
		              found.data);
		clausary_buffer_finish(&found);
	} while (next_order(order, count));
	versions_free(&all);
}

#endif
