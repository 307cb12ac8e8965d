/* A file of TBX v3, which the styles DCA and DCT share but for its root. */
#include "write/tbx.h"

static void
begin(clausary_tbx *tbx)
{
	clausary_xml *xml = &tbx->xml;
	clausary_xml_declaration(xml);
	clausary_xml_begin(xml, "tbx");
	clausary_xml_add_attribute(xml, "xmlns", CLAUSARY_SLICE("urn:iso:std:iso:30042:ed-2"));
	if (tbx->is_dct) {
		clausary_xml_add_attribute(xml, "xmlns:min",
		                           CLAUSARY_SLICE("http://www.tbxinfo.net/ns/min"));
		clausary_xml_add_attribute(xml, "xmlns:basic",
		                           CLAUSARY_SLICE("http://www.tbxinfo.net/ns/basic"));
	}
	if (tbx->is_dct && tbx->module == CLAUSARY_MODULE_LINGUIST)
		clausary_xml_add_attribute(xml, "xmlns:ling",
		                           CLAUSARY_SLICE("http://www.tbxinfo.net/ns/linguist"));
	clausary_xml_add_attribute(xml, "type", clausary_tbx_dialect(tbx));
	clausary_xml_add_attribute(xml, "style",
	                           tbx->is_dct ? CLAUSARY_SLICE("dct") : CLAUSARY_SLICE("dca"));
	clausary_xml_add_attribute(xml, "xml:lang", clausary_tbx_language(tbx));
	clausary_xml_begin(xml, "tbxHeader");
	clausary_tbx_file_description(tbx);
	clausary_xml_end(xml, "tbxHeader");
	clausary_xml_begin(xml, "text");
	clausary_xml_begin(xml, "body");
}

clausary_status
clausary_tbx_write_v3(clausary_sink *to, clausary_context *context, const clausary_results *results,
                      bool is_dct, clausary_module module)
{
	const clausary_termbase *termbase = results->termbase;
	clausary_tbx tbx = {.xml = {.sink = to},
	                    .termbase = termbase,
	                    .names = &clausary_tbx_v3_names,
	                    .is_dct = is_dct,
	                    .module = module};
	clausary_status status = clausary_tbx_check(context, termbase);
	if (status != CLAUSARY_OK)
		return status;
	clausary_tbx_prepare(&tbx);
	begin(&tbx);
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
