/* JSON Lines with what speaks for and against each pair, and with sentences that are not believed
 * to define: what tools/fit_weights.py reads. */
#include "write/jsonl_out.h"

static clausary_status
write_jsonl_evidence(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	(void)context;
	clausary_jsonl_write(to, results, true);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_jsonl_evidence = {
        .name = "jsonl-evidence",
        .label = "JSON Lines, with the evidence of each finding",
        .suffix = "jsonl",
        .needs = CLAUSARY_NEEDS_FINDINGS,
        .write = write_jsonl_evidence,
};
