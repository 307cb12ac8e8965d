/* What must hold of everything that is read, whatever the bytes: what the header promises of
 * findings, and that every writer takes them. */
#include "fuzz_check.h"

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

clausary_context *
fuzz_context(void)
{
	static clausary_context *context;
	static unsigned sum;
	if (!context && clausary_context_new(&context, NULL) != CLAUSARY_OK)
		abort();
	clausary_context_set_sink(context, hear, &sum);
	return context;
}

void
fuzz_check_findings(const clausary_findings *findings)
{
	const clausary_document *document = clausary_findings_document(findings);
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

void
fuzz_write(clausary_context *context, const clausary_termbase *termbase,
           const clausary_findings *const *findings, size_t count)
{
	unsigned sum = 0;
	clausary_output output = {swallow, &sum};
	clausary_results results = {termbase, findings, count, .width = 0};
	for (size_t i = 0;; i++) {
		clausary_list_entry writer = clausary_list(context, CLAUSARY_LIST_WRITERS, i);
		if (!writer.name)
			return;
		clausary_status status = clausary_write(context, &output, writer.name, &results);
		/* our own check must never refuse what we found; an empty glossary it may, and a
		 * list of pairs wants two languages */
		FUZZ_ASSERT(status == CLAUSARY_OK || status == CLAUSARY_EUSAGE
		            || clausary_termbase_size(termbase) == 0);
	}
}
