/* TBX v3 (ISO 30042:2019), dialect TBX-Basic, style DCA. */
#include "write/tbx.h"

static clausary_status
write_tbx(clausary_sink *to, clausary_context *context, const clausary_results *results)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_tbx tbx = {
	        .xml = {.sink = to}, .termbase = termbase, .names = &clausary_tbx_v3_names};
	clausary_status status = clausary_tbx_check(context, termbase);
	if (status != CLAUSARY_OK)
		return status;
	clausary_tbx_prepare(&tbx);
	clausary_xml_declaration(&tbx.xml);
	clausary_xml_begin(&tbx.xml, "tbx");
	clausary_xml_add_attribute(&tbx.xml, "xmlns", CLAUSARY_SLICE("urn:iso:std:iso:30042:ed-2"));
	clausary_xml_add_attribute(&tbx.xml, "type", clausary_tbx_dialect(&tbx));
	clausary_xml_add_attribute(&tbx.xml, "style", CLAUSARY_SLICE("dca"));
	clausary_xml_add_attribute(&tbx.xml, "xml:lang", clausary_tbx_language(&tbx));
	clausary_xml_begin(&tbx.xml, "tbxHeader");
	clausary_tbx_file_description(&tbx);
	clausary_xml_end(&tbx.xml, "tbxHeader");
	clausary_xml_begin(&tbx.xml, "text");
	clausary_xml_begin(&tbx.xml, "body");
	for (size_t i = 0; i < termbase->ordered.count; i++)
		clausary_tbx_concept(&tbx, termbase->ordered.items[i]);
	clausary_xml_end(&tbx.xml, "body");
	clausary_tbx_back(&tbx);
	clausary_xml_end(&tbx.xml, "text");
	clausary_xml_end(&tbx.xml, "tbx");
	clausary_sink_put_byte(to, '\n');
	clausary_tbx_finish(&tbx);
	return CLAUSARY_OK;
}

const clausary_writer clausary_writer_tbx = {
        .name = "tbx",
        .label = "TermBase eXchange v3, TBX-Basic, DCA",
        .suffix = "tbx",
        .needs = CLAUSARY_NEEDS_TERMBASE,
        .write = write_tbx,
};
