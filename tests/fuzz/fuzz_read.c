/* Fuzz target: bytes through one reader (FUZZ_FORMAT), the outline, the finders, the termbase and
 * every writer. libFuzzer (clang) calls it; replay.c does where there is no libFuzzer. */
#include "fuzz.h"

#include <clausary.h>

#include <stdlib.h>

static clausary_status
swallow(void *payload, const char *data, size_t size)
{
	unsigned *sum = payload;
	for (size_t i = 0; i < size; i++)
		*sum += (unsigned char)data[i];
	return CLAUSARY_OK;
}

static void
hear(void *payload, const clausary_diagnostic *diagnostic)
{
	(void)swallow(payload, diagnostic->message.data, diagnostic->message.size);
}

/* Every span lies in the text, every index in its list: what the header promises to its callers. */
static void
check_findings(const clausary_document *document, const clausary_findings *findings)
{
	size_t size = clausary_document_text(document).size, clauses, count;
	const clausary_clause *clause = clausary_document_clauses(document, &clauses);
	for (size_t i = 0; i < clauses; i++)
		FUZZ_ASSERT(clause[i].span.start <= clause[i].span.end && clause[i].span.end <= size
		            && clause[i].key.size > 0
		            && (clause[i].parent == CLAUSARY_NONE || clause[i].parent < i));
	const clausary_mention *mention = clausary_findings_mentions(findings, &count);
	for (size_t i = 0; i < count; i++)
		FUZZ_ASSERT(mention[i].span.start < mention[i].span.end
		            && mention[i].span.end <= size
		            && (i == 0 || mention[i - 1].span.start <= mention[i].span.start));
	const clausary_pair *pair = clausary_findings_pairs(findings, &count);
	for (size_t i = 0; i < count; i++)
		FUZZ_ASSERT(pair[i].short_span.end <= size && pair[i].long_span.end <= size
		            && pair[i].short_span.start < pair[i].short_span.end
		            && pair[i].long_span.start <= pair[i].long_span.end);
	const clausary_definition *definition = clausary_findings_definitions(findings, &count);
	for (size_t i = 0; i < count; i++)
		FUZZ_ASSERT(definition[i].term_span.end <= size
		            && definition[i].definition_span.end <= size
		            && definition[i].term.size > 0);
}

static void
write_all(clausary_context *context, clausary_findings *findings)
{
	clausary_termbase *termbase = NULL;
	const clausary_findings *list[] = {findings};
	unsigned sum = 0;
	clausary_output output = {swallow, &sum};
	if (clausary_termbase_new(&termbase, context, &(clausary_termbase_options){0})
	    != CLAUSARY_OK)
		return;
	if (clausary_termbase_add(termbase, findings) == CLAUSARY_OK) {
		clausary_results results = {termbase, list, 1, 0};
		for (size_t i = 0;; i++) {
			clausary_list_entry writer =
			        clausary_list(context, CLAUSARY_LIST_WRITERS, i);
			if (!writer.name)
				break;
			clausary_status status =
			        clausary_write(context, &output, writer.name, &results);
			/* our own check must never refuse what we found; an empty glossary it may,
			 * and a list of pairs wants two languages */
			FUZZ_ASSERT(status == CLAUSARY_OK || status == CLAUSARY_EUSAGE
			            || clausary_termbase_size(termbase) == 0);
		}
	}
	clausary_termbase_free(termbase);
}

int
fuzz_one(const uint8_t *data, size_t size)
{
	static clausary_context *context;
	clausary_document *document = NULL;
	clausary_findings *findings = NULL;
	unsigned sum = 0;
	if (!context && clausary_context_new(&context, NULL) != CLAUSARY_OK)
		abort();
	clausary_context_set_sink(context, hear, &sum);
	clausary_read_options options = {.format = FUZZ_FORMAT};
	if (clausary_read(&document, context, (clausary_slice){(const char *)data, size}, "fuzz",
	                  &options)
	    != CLAUSARY_OK)
		return 0;
	if (clausary_find(&findings, context, document) == CLAUSARY_OK) {
		check_findings(document, findings);
		write_all(context, findings);
		clausary_findings_free(findings);
	}
	clausary_document_free(document);
	return 0;
}
