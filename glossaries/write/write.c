/* clausary_write(): the list of writers of this build, and the call of one. */
#include "write/writer.h"

#include "verify/verify.h"
#include "write/losses.h"

#include <stdlib.h>

#define CLAUSARY_WRITER(name) extern const clausary_writer clausary_writer_##name;
#include "write/writers.def"
#undef CLAUSARY_WRITER

static const clausary_writer *const WRITERS[] = {
#define CLAUSARY_WRITER(name) &clausary_writer_##name,
#include "write/writers.def"
#undef CLAUSARY_WRITER
};

const clausary_writer *
clausary_writer_at(size_t index)
{
	return index < sizeof WRITERS / sizeof WRITERS[0] ? WRITERS[index] : NULL;
}

/* The writer with this name; NULL as a name means the default. */
static const clausary_writer *
writer_named(const char *name)
{
	const clausary_writer *writer = clausary_writer_at(0);
	for (size_t i = 0; name && (writer = clausary_writer_at(i)); i++)
		if (strcmp(writer->name, name) == 0)
			break;
	return writer;
}

const char *
clausary_writer_suffix(const char *name)
{
	const clausary_writer *writer = writer_named(name);
	return writer ? writer->suffix : NULL;
}

int
clausary_writer_streams(const char *name)
{
	const clausary_writer *writer = writer_named(name);
	return writer && writer->needs == CLAUSARY_NEEDS_FINDINGS;
}

int
clausary_writer_pairs(const char *name)
{
	const clausary_writer *writer = writer_named(name);
	return writer && (writer->needs & CLAUSARY_NEEDS_PAIR);
}

static clausary_status
check_results(clausary_context *context, const clausary_writer *writer,
              const clausary_results *results)
{
	if ((writer->needs & CLAUSARY_NEEDS_TERMBASE) && results->termbase == NULL)
		return clausary_context_fail(context, CLAUSARY_EUSAGE,
		                             "the writer '%s' needs a termbase", writer->name);
	if ((writer->needs & CLAUSARY_NEEDS_FINDINGS) && results->findings_count
	    && results->findings == NULL)
		return clausary_context_fail(context, CLAUSARY_EUSAGE,
		                             "the writer '%s' needs findings", writer->name);
	if (!(writer->needs & CLAUSARY_NEEDS_TERMBASE))
		return CLAUSARY_OK;
	clausary_termbase_finish(results->termbase);
	return clausary_verify(context, results->termbase);
}

clausary_status
clausary_write_counted(clausary_context *context, const clausary_output *output, const char *name,
                       const clausary_results *results, clausary_losses *losses)
{
	const clausary_writer *writer = writer_named(name);
	if (writer == NULL)
		return clausary_context_fail(context, CLAUSARY_EUSAGE,
		                             "no writer '%s': see `clausary list writers`", name);
	clausary_status status = check_results(context, writer, results);
	if (status != CLAUSARY_OK)
		return status;
	clausary_sink *sink = clausary_sink_new(output);
	sink->losses = losses;
	if (writer->keeps)
		clausary_losses_count(sink, results->termbase, writer->keeps);
	status = writer->write(sink, context, results);
	if (status == CLAUSARY_OK) {
		status = clausary_sink_flush(sink);
		if (status != CLAUSARY_OK)
			clausary_context_fail(context, status, "the output takes no more bytes");
	}
	free(sink);
	return status;
}

clausary_status
clausary_write(clausary_context *context, const clausary_output *output, const char *name,
               const clausary_results *results)
{
	return clausary_write_counted(context, output, name, results, NULL);
}
