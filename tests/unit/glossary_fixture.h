/* Documents and findings made by hand, for the tests of termbase/, verify/ and write/. */
#ifndef CLAUSARY_TESTS_GLOSSARY_FIXTURE_H
#define CLAUSARY_TESTS_GLOSSARY_FIXTURE_H

#include "base/fold.h"
#include "document/document.h"
#include "mining/finding.h"
#include "termbase/termbase.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct fixture {
	clausary_document document;
	clausary_findings findings;
} fixture;

static inline void
fixture_start(fixture *f, clausary_context *context, const char *name, const char *language,
              const char *identifier)
{
	*f = (fixture){.document = {.context = context,
	                            .name = name,
	                            .language = language,
	                            .profile = "resolution",
	                            .identifier = clausary_slice_of(identifier)}};
	f->findings.document = &f->document;
}

/* A clause whose text is "mark TAB body LF"; returns its index. */
static inline uint32_t
fixture_clause(fixture *f, const char *key, const char *label, const char *mark, const char *body)
{
	clausary_document *document = &f->document;
	clausary_clause clause = {.key = clausary_slice_of(key),
	                          .label = clausary_slice_of(label),
	                          .role = CLAUSARY_SLICE(""),
	                          .parent = CLAUSARY_NONE};
	clause.span.start = clause.mark.start = (uint32_t)document->text.size;
	clausary_buffer_add(&document->text, clausary_slice_of(mark));
	clause.mark.end = (uint32_t)document->text.size;
	if (mark[0])
		clausary_buffer_add_byte(&document->text, '\t');
	clausary_buffer_add(&document->text, clausary_slice_of(body));
	clause.span.end = (uint32_t)document->text.size;
	clausary_buffer_add_byte(&document->text, '\n');
	clausary_array_push(&document->clauses, clause);
	return (uint32_t)document->clauses.count - 1;
}

/* Where `form` first stands in a clause. */
static inline clausary_span
fixture_find(const fixture *f, uint32_t clause, const char *form)
{
	clausary_span within = f->document.clauses.items[clause].span;
	clausary_slice text = clausary_slice_span(clausary_document_text(&f->document), within);
	size_t at = clausary_slice_find(text, clausary_slice_of(form));
	ck_assert_msg(at != SIZE_MAX, "the clause has no '%s'", form);
	uint32_t start = within.start + (uint32_t)at;
	return (clausary_span){start, start + (uint32_t)strlen(form)};
}

static inline uint32_t
fixture_designation(fixture *f, uint32_t kind, const char *form)
{
	clausary_buffer key = {0};
	clausary_fold(&key, clausary_slice_of(form), CLAUSARY_FOLD_CASE);
	uint32_t index = clausary_findings_designate(
	        &f->findings, kind, clausary_buffer_slice(&key), clausary_slice_of(form));
	clausary_buffer_finish(&key);
	return index;
}

/* `written` is the acronym as it stands there, `form` its singular. */
static inline void
fixture_pair(fixture *f, uint32_t clause, const char *written, const char *form,
             const char *expansion, float confidence)
{
	clausary_pair pair = {.short_span = fixture_find(f, clause, written),
	                      .long_span = fixture_find(f, clause, expansion),
	                      .clause = clause,
	                      .acronym = fixture_designation(f, CLAUSARY_ACRONYM, form),
	                      .expansion = fixture_designation(f, CLAUSARY_EXPANSION, expansion),
	                      .written = clausary_slice_of(written),
	                      .text = clausary_slice_of(expansion),
	                      .rule = "long-then-short",
	                      .confidence = confidence};
	clausary_array_push(&f->findings.pairs, pair);
}

static inline clausary_definition *
fixture_definition(fixture *f, uint32_t clause, const char *term, const char *text)
{
	clausary_definition definition = {.term_span = fixture_find(f, clause, term),
	                                  .definition_span = fixture_find(f, clause, text),
	                                  .clause = clause,
	                                  .term = clausary_slice_of(term),
	                                  .definition = clausary_slice_of(text),
	                                  .source = CLAUSARY_SLICE(""),
	                                  .rule = "numbered-entry",
	                                  .confidence = 0.9f};
	clausary_array_push(&f->findings.definitions, definition);
	return &f->findings.definitions.items[f->findings.definitions.count - 1];
}

static inline bool
fixture_is_letter(char c)
{
	return clausary_ascii_is_letter(c) || clausary_ascii_is_digit(c)
	       || (unsigned char)c >= 0x80;
}

/* Add every whole-word occurrence of every designation (plurals in s too) as a mention. */
static inline void
fixture_mentions(fixture *f)
{
	clausary_slice text = clausary_document_text(&f->document);
	for (uint32_t c = 0; c < f->document.clauses.count; c++) {
		clausary_span span = f->document.clauses.items[c].span;
		for (uint32_t d = 0; d < f->findings.designations.count; d++) {
			clausary_slice form = f->findings.designations.items[d].form;
			for (uint32_t at = span.start; at + form.size <= span.end; at++) {
				uint32_t end = at + (uint32_t)form.size;
				if (memcmp(text.data + at, form.data, form.size) != 0
				    || (at > 0 && fixture_is_letter(text.data[at - 1])))
					continue;
				if (text.data[end] == 's')
					end++;
				if (!fixture_is_letter(text.data[end]))
					clausary_findings_mention(&f->findings, d, c,
					                          (clausary_span){at, end});
			}
		}
	}
	clausary_findings_sort(&f->findings);
	clausary_document_count(&f->document);
}

static inline void
fixture_finish(fixture *f)
{
	clausary_buffer_finish(&f->document.text);
	clausary_array_finish(&f->document.clauses);
	clausary_array_finish(&f->document.blocks);
	clausary_array_finish(&f->document.skips);
	clausary_array_finish(&f->document.marks);
	free(f->document.checkpoints);
	clausary_arena_finish(&f->document.arena);
	clausary_array_finish(&f->findings.designations);
	clausary_array_finish(&f->findings.mentions);
	clausary_array_finish(&f->findings.pairs);
	clausary_array_finish(&f->findings.definitions);
	clausary_map_finish(&f->findings.acronyms);
	clausary_map_finish(&f->findings.expansions);
	clausary_arena_finish(&f->findings.arena);
}

/* The concept that has a term with this form in any language, the n-th from 0. */
static inline const clausary_concept *
fixture_concept(const clausary_termbase *termbase, const char *form, unsigned n)
{
	clausary_termbase_finish(termbase);
	for (size_t i = 0; i < termbase->ordered.count; i++) {
		const clausary_concept *concept = termbase->ordered.items[i];
		for (uint32_t j = 0; j < concept->languages.count; j++)
			for (uint32_t k = 0; k < concept->languages.items[j]->terms.count; k++)
				if (clausary_slice_equal(
				            concept->languages.items[j]->terms.items[k]->form,
				            clausary_slice_of(form))
				    && n-- == 0)
					return concept;
	}
	return NULL;
}

static inline const clausary_term *
fixture_term(const clausary_concept *concept, const char *form)
{
	ck_assert_ptr_nonnull(concept);
	for (uint32_t j = 0; j < concept->languages.count; j++)
		for (uint32_t k = 0; k < concept->languages.items[j]->terms.count; k++)
			if (clausary_slice_equal(concept->languages.items[j]->terms.items[k]->form,
			                         clausary_slice_of(form)))
				return concept->languages.items[j]->terms.items[k];
	return NULL;
}

/* The termbase of the given fixtures, without a reference glossary. */
static inline clausary_termbase *
fixture_termbase(clausary_context *context, fixture *const *fixtures, size_t count)
{
	clausary_termbase_options options = {.reference = "none"};
	clausary_termbase *termbase = NULL;
	ck_assert_int_eq(clausary_termbase_new(&termbase, context, &options), CLAUSARY_OK);
	for (size_t i = 0; i < count; i++)
		ck_assert_int_eq(clausary_termbase_add(termbase, &fixtures[i]->findings),
		                 CLAUSARY_OK);
	return termbase;
}

static inline clausary_status
fixture_collect(void *payload, const char *data, size_t size)
{
	clausary_buffer_add(payload, (clausary_slice){data, size});
	return CLAUSARY_OK;
}

/* Everything a writer writes, NUL-terminated; the buffer is the caller's to finish. */
static inline clausary_status
fixture_write(clausary_buffer *to, clausary_context *context, const char *writer,
              const clausary_termbase *termbase, fixture *const *fixtures, size_t count)
{
	const clausary_findings *findings[16];
	clausary_output output = {fixture_collect, to};
	for (size_t i = 0; i < count; i++)
		findings[i] = &fixtures[i]->findings;
	clausary_results results = {
	        .termbase = termbase, .findings = findings, .findings_count = count};
	clausary_status status = clausary_write(context, &output, writer, &results);
	clausary_buffer_add_byte(to, '\0');
	return status;
}

#define fixture_assert_equal(slice, string)                                                        \
	do {                                                                                       \
		clausary_slice found = (slice);                                                    \
		ck_assert_msg(clausary_slice_equal(found, clausary_slice_of(string)),              \
		              "found '%.*s'", (int)found.size, found.data);                        \
	} while (0)

#endif
