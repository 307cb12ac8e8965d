/* TBX v3 (ISO 30042:2019), style DCA: data categories stand in `type`. */
#include "write/tbx.h"

static clausary_status
write_tbx(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	return clausary_tbx_write_v3(to, context, results, false, CLAUSARY_MODULE_CORE);
}

const clausary_writer clausary_writer_tbx = {
        .name = "tbx",
        .label = "TermBase eXchange v3, TBX-Basic, DCA",
        .suffix = "tbx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_tbx,
};
