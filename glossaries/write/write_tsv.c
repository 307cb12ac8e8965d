/* Two fields a line, a source form once: what DeepL and Google take as a glossary for machine
 * translation, and OmegaT too. */
#include "write/losses.h"
#include "write/pairs_out.h"

static clausary_status
write_tsv(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	return clausary_pairs_write(to, context, results, CLAUSARY_PAIRS_PLAIN);
}

const clausary_writer clausary_writer_tsv = {
        .name = "tsv",
        .label = "Pairs of two languages, tab-separated: DeepL, Google, OmegaT",
        .suffix = "tsv",
        .needs = CLAUSARY_NEEDS_TERMBASE | CLAUSARY_NEEDS_PAIR,
        .keeps = CLAUSARY_KEEPS_PAIRS,
        .write = write_tsv,
};
