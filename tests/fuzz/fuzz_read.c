/* Fuzz target: bytes through one reader (FUZZ_FORMAT), the outline, the finders, the termbase and
 * every writer. libFuzzer (clang) calls it; replay.c does where there is no libFuzzer. */
#include "fuzz_check.h"

static void
write_one(clausary_context *context, const clausary_findings *findings)
{
	clausary_termbase *termbase = NULL;
	if (clausary_termbase_new(&termbase, context, &(clausary_termbase_options){0})
	    != CLAUSARY_OK)
		return;
	if (clausary_termbase_add(termbase, findings) == CLAUSARY_OK)
		fuzz_write(context, termbase, &findings, 1);
	clausary_termbase_free(termbase);
}

int
fuzz_one(const uint8_t *data, size_t size)
{
	clausary_context *context = fuzz_context();
	clausary_document *document = NULL;
	clausary_findings *findings = NULL;
	clausary_read_options options = {.format = FUZZ_FORMAT};
	if (clausary_read(&document, context, (clausary_slice){(const char *)data, size}, "fuzz",
	                  &options)
	    != CLAUSARY_OK)
		return 0;
	if (clausary_find(&findings, context, document) == CLAUSARY_OK) {
		fuzz_check_findings(findings);
		write_one(context, findings);
		clausary_findings_free(findings);
	}
	clausary_document_free(document);
	return 0;
}
