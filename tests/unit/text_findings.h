/* Plain text read and searched through the public calls, and what was found as lines for comparison
 * with a string. */
#ifndef TESTS_UNIT_TEXT_FINDINGS_H
#define TESTS_UNIT_TEXT_FINDINGS_H

#include "base/arena.h"
#include "base/buffer.h"
#include "unit.h"

#include <stdlib.h>

/** Read `input`, a string, in a format and by an outline profile; NULL for either lets the library
 * choose. */
static inline clausary_document *
text_read(clausary_context **context, const char *format, const char *profile, const char *input)
{
	clausary_read_options options = {.format = format, .language = "en", .profile = profile};
	clausary_document *document = NULL;
	ck_assert_int_eq(clausary_context_new(context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(
	        clausary_read(&document, *context, clausary_slice_of(input), "test", &options),
	        CLAUSARY_OK);
	return document;
}

static inline void
text_add(clausary_buffer *to, const char *before, clausary_slice text)
{
	clausary_buffer_add(to, clausary_slice_of(before));
	clausary_buffer_add(to, text);
}

static inline void
text_add_key(clausary_buffer *to, const clausary_document *document, uint32_t clause)
{
	size_t count;
	const clausary_clause *clauses = clausary_document_clauses(document, &count);
	if (clause < count)
		text_add(to, " @ ", clauses[clause].key);
	clausary_buffer_add_byte(to, '\n');
}

/** "key\n" of every clause. */
static inline void
text_add_clauses(clausary_buffer *to, const clausary_document *document)
{
	size_t count;
	const clausary_clause *clauses = clausary_document_clauses(document, &count);
	for (size_t i = 0; i < count; i++) {
		clausary_buffer_add(to, clauses[i].key);
		clausary_buffer_add_byte(to, '\n');
	}
}

/** "SHORT = long @ key\n" of every pair, as written. */
static inline void
text_add_pairs(clausary_buffer *to, const clausary_findings *findings)
{
	size_t count;
	const clausary_pair *pairs = clausary_findings_pairs(findings, &count);
	for (size_t i = 0; i < count; i++) {
		text_add(to, "", pairs[i].written);
		text_add(to, " = ", pairs[i].text);
		text_add_key(to, clausary_findings_document(findings), pairs[i].clause);
	}
}

/** "FORM 2\n" of every acronym, with its number of mentions, in the order of the text. */
static inline void
text_add_acronyms(clausary_buffer *to, const clausary_findings *findings)
{
	size_t count, mention_count;
	const clausary_designation *all = clausary_findings_designations(findings, &count);
	const clausary_mention *mentions = clausary_findings_mentions(findings, &mention_count);
	bool *seen = clausary_memory_zeros(count + 1, sizeof *seen);
	for (size_t i = 0; i < mention_count; i++) {
		const clausary_designation *one = &all[mentions[i].designation];
		if (one->kind != CLAUSARY_ACRONYM || seen[mentions[i].designation])
			continue;
		seen[mentions[i].designation] = true;
		text_add(to, "", one->form);
		clausary_buffer_print(to, " %u\n", one->mentions);
	}
	free(seen);
}

/** "term = definition @ key\n" of every definition, then its parts, one line each. */
static inline void
text_add_definitions(clausary_buffer *to, const clausary_findings *findings)
{
	size_t count;
	const clausary_definition *all = clausary_findings_definitions(findings, &count);
	for (size_t i = 0; i < count; i++) {
		text_add(to, "", all[i].term);
		text_add(to, " = ", all[i].definition);
		text_add_key(to, clausary_findings_document(findings), all[i].clause);
		for (size_t j = 0; j < all[i].synonym_count; j++) {
			text_add(to, "synonym ", all[i].synonyms[j]);
			clausary_buffer_add_byte(to, '\n');
		}
		for (size_t j = 0; j < all[i].note_count; j++) {
			text_add(to, "note ", all[i].notes[j]);
			clausary_buffer_add_byte(to, '\n');
		}
		if (all[i].source.size) {
			text_add(to, "source ", all[i].source);
			clausary_buffer_add_byte(to, '\n');
		}
		if (all[i].elsewhere)
			clausary_buffer_add(to, CLAUSARY_SLICE("elsewhere\n"));
	}
}

/** What `add` says of the findings of `input` must be `expected`. */
static inline void
text_expect(void (*add)(clausary_buffer *, const clausary_findings *), const char *format,
            const char *profile, const char *input, const char *expected)
{
	clausary_context *context;
	clausary_findings *findings = NULL;
	clausary_buffer found = {0};
	clausary_document *document = text_read(&context, format, profile, input);
	ck_assert_int_eq(clausary_find(&findings, context, document), CLAUSARY_OK);
	add(&found, findings);
	clausary_buffer_add_byte(&found, '\0');
	ck_assert_msg(strcmp(found.data, expected) == 0, "in\n%s\nexpected\n%sfound\n%s", input,
	              expected, found.data);
	clausary_buffer_finish(&found);
	clausary_findings_free(findings);
	clausary_document_free(document);
	clausary_context_free(context);
}

#define expect_pairs(input, expected) text_expect(text_add_pairs, "text", NULL, input, expected)
#define expect_acronyms(input, expected)                                                           \
	text_expect(text_add_acronyms, "text", NULL, input, expected)
#define expect_definitions(input, expected)                                                        \
	text_expect(text_add_definitions, "text", NULL, input, expected)

/** The keys of the clauses of `input`, read by a profile (NULL: chosen), must be `expected`. */
static inline void
expect_clauses(const char *profile, const char *input, const char *expected)
{
	clausary_context *context;
	clausary_buffer found = {0};
	clausary_document *document = text_read(&context, "text", profile, input);
	text_add_clauses(&found, document);
	clausary_buffer_add_byte(&found, '\0');
	ck_assert_msg(strcmp(found.data, expected) == 0, "in\n%s\nexpected\n%sfound\n%s", input,
	              expected, found.data);
	clausary_buffer_finish(&found);
	clausary_document_free(document);
	clausary_context_free(context);
}

#endif
