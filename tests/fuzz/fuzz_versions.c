/* Fuzz target: language versions of one document, aligned, joined in a termbase and written by
 * every writer. A line "@@ TAG" ends a version and begins one in that language; without one, the
 * input is cut in two. */
#include "fuzz_check.h"

#include <stdio.h>
#include <string.h>

enum { VERSIONS = 4 };

typedef struct versions {
	clausary_document *documents[VERSIONS];
	clausary_findings *owned[VERSIONS];
	const clausary_findings *findings[VERSIONS]; /* the same, as the library takes them */
	size_t count;
} versions;

static void
read_version(versions *all, clausary_context *context, clausary_slice text, const char *language)
{
	clausary_document **document = &all->documents[all->count];
	clausary_findings *findings = NULL;
	clausary_read_options options = {.format = "text", .language = *language ? language : NULL};
	if (clausary_read(document, context, text, "fuzz", &options) != CLAUSARY_OK)
		return;
	if (clausary_find(&findings, context, *document) != CLAUSARY_OK) {
		clausary_document_free(*document);
		return;
	}
	fuzz_check_findings(findings);
	all->owned[all->count] = findings;
	all->findings[all->count++] = findings;
}

/* The line "@@ TAG" that `data` begins with, its tag into `language`. Returns its length. */
static size_t
read_tag(char language[16], const char *data, size_t size)
{
	const char *stop = memchr(data, '\n', size);
	size_t length = stop ? (size_t)(stop - data) + 1 : size;
	size_t tag = length - 3;
	snprintf(language, 16, "%.*s", (int)(tag < 15 ? tag : 15), data + 3);
	language[strcspn(language, "\r\n")] = '\0';
	return length;
}

static void
read_versions(versions *all, clausary_context *context, const char *data, size_t size)
{
	char language[16] = "";
	const char *next = memmem(data, size, "\n@@ ", 4);
	if (!next) {
		read_version(all, context, (clausary_slice){data, size / 2}, language);
		read_version(all, context, (clausary_slice){data + size / 2, size - size / 2},
		             language);
		return;
	}
	for (const char *end = data + size; data < end && all->count < VERSIONS;) {
		if (end - data >= 3 && memcmp(data, "@@ ", 3) == 0)
			data += read_tag(language, data, (size_t)(end - data));
		next = memmem(data, (size_t)(end - data), "\n@@ ", 4);
		size_t part = (size_t)((next ? next + 1 : end) - data);
		read_version(all, context, (clausary_slice){data, part}, language);
		data += part;
	}
}

/* Every clause of every version stands in exactly one row. */
static void
check_alignment(const versions *all, const clausary_alignment *alignment)
{
	size_t rows, clauses, placed = 0, expected = 0;
	const clausary_alignment_row *row = clausary_alignment_rows(alignment, &rows);
	for (size_t i = 0; i < rows; i++) {
		uint32_t here = 0;
		for (size_t version = 0; version < all->count; version++) {
			uint32_t clause = row[i].clauses[version];
			if (clause == CLAUSARY_NONE)
				continue;
			here++;
			FUZZ_ASSERT(clausary_alignment_row_of(alignment, version, clause) == i);
		}
		FUZZ_ASSERT(here > 0 && here == row[i].count && row[i].reason
		            && row[i].confidence >= 0 && row[i].confidence <= 1);
		placed += here;
	}
	for (size_t version = 0; version < all->count; version++) {
		(void)clausary_document_clauses(all->documents[version], &clauses);
		expected += clauses;
	}
	FUZZ_ASSERT(placed == expected);
}

static void
join(const versions *all, clausary_context *context)
{
	clausary_alignment *alignment = NULL;
	clausary_termbase *termbase = NULL;
	uint32_t groups[VERSIONS] = {0};
	FUZZ_ASSERT(clausary_group_versions(context, all->findings, all->count, groups)
	            == CLAUSARY_OK);
	FUZZ_ASSERT(clausary_align(&alignment, context, all->findings, all->count) == CLAUSARY_OK);
	check_alignment(all, alignment);
	FUZZ_ASSERT(clausary_termbase_new(&termbase, context, &(clausary_termbase_options){0})
	            == CLAUSARY_OK);
	if (clausary_termbase_add_versions(termbase, all->findings, all->count, alignment)
	    == CLAUSARY_OK)
		fuzz_write(context, termbase, all->findings, all->count);
	clausary_termbase_free(termbase);
	clausary_alignment_free(alignment);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	versions all = {0};
	clausary_context *context = fuzz_context();
	read_versions(&all, context, (const char *)data, size);
	if (all.count > 0)
		join(&all, context);
	for (size_t i = 0; i < all.count; i++) {
		clausary_findings_free(all.owned[i]);
		clausary_document_free(all.documents[i]);
	}
	return 0;
}
