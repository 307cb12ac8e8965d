/* CSV, wide: a row a concept, columns for every language of the termbase. */
#include "write/csv_out.h"
#include "write/rows.h"
#include "write/losses.h"
#include "write/writer.h"

static clausary_status
write_csv_wide(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	clausary_csv csv = {.sink = to};
	clausary_rows rows = clausary_csv_rows(&csv);
	(void)context;
	clausary_rows_wide(&rows, results->termbase);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_csv_wide = {
        .name = "csv-wide",
        .label = "Comma-separated values, a row a concept, columns for each language",
        .suffix = "csv",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .keeps = CLAUSARY_KEEPS_DEFINITION | CLAUSARY_KEEPS_DEFINITION_SOURCE
                 | CLAUSARY_KEEPS_SECTION_CONTEXT,
        .write = write_csv_wide,
};
