/* Three fields a line: OmegaT shows the third beside the pair. */
#include "write/losses.h"
#include "write/pairs_out.h"

static clausary_status
write_tsv_comment(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	return clausary_pairs_write(to, context, results, CLAUSARY_PAIRS_COMMENT);
}

const clausary_writer clausary_writer_tsv_comment = {
        .name = "tsv-comment",
        .label = "Pairs of two languages and the clause, tab-separated: OmegaT",
        .suffix = "tsv",
        .needs = CLAUSARY_NEEDS_TERMBASE | CLAUSARY_NEEDS_PAIR,
        .keeps = CLAUSARY_KEEPS_PAIRS,
        .write = write_tsv_comment,
};
