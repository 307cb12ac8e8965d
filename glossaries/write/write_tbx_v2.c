/* TBX v2, TBX-Basic (martif): what most free tools read. */
#include "write/tbx.h"

static clausary_status
write_tbx_v2(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_tbx tbx = {.xml = {.sink = to},
	                    .termbase = termbase,
	                    .names = &clausary_tbx_v2_names,
	                    .is_v2 = true};
	clausary_status status = clausary_tbx_check(context, termbase);
	if (status != CLAUSARY_OK)
		return status;
	clausary_tbx_prepare(&tbx);
	clausary_tbx_begin_v2(&tbx);
	for (size_t i = 0; i < termbase->ordered.count; i++)
		clausary_tbx_concept(&tbx, termbase->ordered.items[i]);
	clausary_xml_end(&tbx.xml, "body");
	clausary_tbx_back(&tbx);
	clausary_xml_end(&tbx.xml, "text");
	clausary_xml_end(&tbx.xml, "martif");
	clausary_sink_put_byte(to, '\n');
	clausary_tbx_finish(&tbx);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_tbx_v2 = {
        .name = "tbx-v2",
        .label = "TermBase eXchange v2, TBX-Basic (martif)",
        .suffix = "tbx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_tbx_v2,
};
