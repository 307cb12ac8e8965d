/* XML 1.0, indented by two blanks a level. */
#include "write/xml_out.h"

static void
escape(clausary_sink *sink, clausary_slice text)
{
	size_t start = 0;
	for (size_t i = 0; i < text.size; i++) {
		clausary_slice escaped;
		switch (text.data[i]) {
		case '&':
			escaped = CLAUSARY_SLICE("&amp;");
			break;
		case '<':
			escaped = CLAUSARY_SLICE("&lt;");
			break;
		case '>':
			escaped = CLAUSARY_SLICE("&gt;");
			break;
		case '"':
			escaped = CLAUSARY_SLICE("&quot;");
			break;
		case '\r':
			escaped = CLAUSARY_SLICE("&#13;");
			break;
		default:
			continue;
		}
		clausary_sink_put(sink, clausary_slice_part(text, start, i));
		clausary_sink_put(sink, escaped);
		start = i + 1;
	}
	clausary_sink_put(sink, clausary_slice_part(text, start, text.size));
}

static void
new_line(clausary_xml *xml)
{
	clausary_sink_put_byte(xml->sink, '\n');
	for (unsigned i = 0; i < xml->depth; i++)
		clausary_sink_literal(xml->sink, "  ");
}

static void
close_start(clausary_xml *xml)
{
	if (xml->open)
		clausary_sink_put_byte(xml->sink, '>');
	xml->open = false;
}

void
clausary_xml_declaration(clausary_xml *xml)
{
	clausary_sink_literal(xml->sink, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

void
clausary_xml_begin(clausary_xml *xml, const char *name)
{
	close_start(xml);
	new_line(xml);
	clausary_sink_put_byte(xml->sink, '<');
	clausary_sink_put(xml->sink, clausary_slice_of(name));
	xml->open = true;
	xml->depth++;
}

void
clausary_xml_add_attribute(clausary_xml *xml, const char *name, clausary_slice value)
{
	clausary_sink_put_byte(xml->sink, ' ');
	clausary_sink_put(xml->sink, clausary_slice_of(name));
	clausary_sink_literal(xml->sink, "=\"");
	escape(xml->sink, value);
	clausary_sink_put_byte(xml->sink, '"');
}

static void
end_tag(clausary_xml *xml, const char *name)
{
	clausary_sink_literal(xml->sink, "</");
	clausary_sink_put(xml->sink, clausary_slice_of(name));
	clausary_sink_put_byte(xml->sink, '>');
}

void
clausary_xml_end(clausary_xml *xml, const char *name)
{
	close_start(xml);
	xml->depth--;
	new_line(xml);
	end_tag(xml, name);
}

void
clausary_xml_text(clausary_xml *xml, const char *name, clausary_slice text)
{
	close_start(xml);
	xml->depth--;
	escape(xml->sink, text);
	end_tag(xml, name);
}

void
clausary_xml_element(clausary_xml *xml, const char *name, const char *type, clausary_slice text)
{
	clausary_xml_begin(xml, name);
	if (type)
		clausary_xml_add_attribute(xml, "type", clausary_slice_of(type));
	clausary_xml_text(xml, name, text);
}
