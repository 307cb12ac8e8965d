/* What a person should look at, as CSV: links that are not sure enough, pairs nobody verified, and
 * entries that lack a language. */
#include "write/csv_out.h"
#include "write/rows.h"
#include "write/writer.h"

static clausary_status
write_doubts(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	clausary_csv csv = {.sink = to};
	clausary_rows rows = clausary_csv_rows(&csv);
	(void)context;
	clausary_rows_doubts(&rows, results->termbase);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_doubts = {
        .name = "doubts",
        .label = "What to look at: doubtful links and pairs, missing languages (CSV)",
        .suffix = "csv",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_doubts,
};
