/* TBX v3 (ISO 30042:2019), style DCT: data categories are elements, each of the namespace of its
 * module. */
#include "write/tbx.h"

static clausary_status
write_tbx_dct(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	return clausary_tbx_write_v3(to, context, results, true, CLAUSARY_MODULE_CORE);
}

const clausary_writer clausary_writer_tbx_dct = {
        .name = "tbx-dct",
        .label = "TermBase eXchange v3, TBX-Basic, DCT",
        .suffix = "tbx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_tbx_dct,
};
