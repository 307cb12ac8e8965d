/* TBX v3, TBX-Min, style DCA: terms, their subject fields, parts of speech and statuses, for tools
 * that read no more. Everything else stands in notes with its name, and is counted. */
#include "write/tbx.h"

static clausary_status
write_tbx_min(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	return clausary_tbx_write_v3(to, context, results, false, CLAUSARY_MODULE_MIN);
}

const clausary_writer clausary_writer_tbx_min = {
        .name = "tbx-min",
        .label = "TermBase eXchange v3, TBX-Min, DCA",
        .suffix = "tbx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_tbx_min,
};
