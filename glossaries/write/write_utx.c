/* UTX 1.20 (AAMT): pairs of two languages with part of speech and status, for machine translation.
 */
#include "write/losses.h"
#include "write/pairs_out.h"

static clausary_status
write_utx(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	return clausary_pairs_write(to, context, results, CLAUSARY_PAIRS_UTX);
}

const clausary_writer clausary_writer_utx = {
        .name = "utx",
        .label = "UTX, pairs of two languages for machine translation",
        .suffix = "utx",
        .needs = CLAUSARY_NEEDS_TERMBASE | CLAUSARY_NEEDS_PAIR,
        .keeps = CLAUSARY_KEEPS_PAIRS,
        .write = write_utx,
};
