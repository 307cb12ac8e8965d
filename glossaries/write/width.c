/* Columns of a terminal by Unicode's East_Asian_Width (UAX #11), from ICU. */
#include "write/width.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

static size_t
width_of(uint32_t c)
{
	if (c < 0x7f)
		return c >= 0x20 || c == '\n' || c == '\t';
	int8_t type = u_charType((UChar32)c);
	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR
	    || type == U_CONTROL_CHAR)
		return 0;
	int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

size_t
clausary_width(clausary_slice text)
{
	size_t width = 0;
	for (size_t at = 0; at < text.size;)
		width += width_of(clausary_utf8_next(text, &at));
	return width;
}

void
clausary_width_put(clausary_sink *to, clausary_slice text, size_t columns, bool last)
{
	bool fits = clausary_width(text) <= columns;
	size_t room = fits ? columns : columns ? columns - 1 : 0, used = 0;
	for (size_t at = 0; at < text.size;) {
		size_t start = at;
		uint32_t c = clausary_utf8_next(text, &at);
		if (used + width_of(c) > room)
			break;
		used += width_of(c);
		if (c == '\n' || c == '\t')
			clausary_sink_put_byte(to, ' ');
		else if (c >= 0x20 && c != 0x7f)
			clausary_sink_put(to, clausary_slice_part(text, start, at));
	}
	if (!fits && columns) {
		clausary_sink_literal(to, "…");
		used++;
	}
	for (; !last && used < columns; used++)
		clausary_sink_put_byte(to, ' ');
}
