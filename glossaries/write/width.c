/* Columns of a terminal by Unicode's East_Asian_Width (UAX #11) and grapheme clusters (UAX #29),
 * from ICU: what extends a cluster takes no column of its own. */
#include "write/width.h"

#include "base/utf8.h"

#include <unicode/uchar.h>

enum { ZERO_WIDTH_JOINER = 0x200d };

/* Whether the character goes on with the cluster that `before` stands in. */
static bool
goes_on(uint32_t before, uint32_t c)
{
	switch (u_getIntPropertyValue((UChar32)c, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
	case U_GCB_EXTEND:
	case U_GCB_ZWJ:
		return true;
	case U_GCB_V: /* vowels and finals of Hangul written letter by letter */
	case U_GCB_T:
		return before != 0;
	default:
		return before == ZERO_WIDTH_JOINER;
	}
}

static size_t
width_of(uint32_t before, uint32_t c)
{
	if (c < 0x7f)
		return c >= 0x20 || c == '\n' || c == '\t';
	int8_t type = u_charType((UChar32)c);
	if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR
	    || type == U_CONTROL_CHAR || goes_on(before, c))
		return 0;
	int width = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
	return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

size_t
clausary_width(clausary_slice text)
{
	size_t width = 0;
	for (size_t at = 0, before = 0; at < text.size;) {
		uint32_t c = clausary_utf8_next(text, &at);
		width += width_of((uint32_t)before, c);
		before = c;
	}
	return width;
}

static bool
runs_from_right(clausary_slice text)
{
	for (size_t at = 0; at < text.size;) {
		uint32_t c = clausary_utf8_next(text, &at);
		UCharDirection direction = c < 0x80 ? U_LEFT_TO_RIGHT : u_charDirection((UChar32)c);
		if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC)
			return true;
	}
	return false;
}

/* Write what fits into `room` columns; returns the columns used. */
static size_t
put_fitting(clausary_sink *to, clausary_slice text, size_t room)
{
	size_t used = 0;
	uint32_t before = 0;
	for (size_t at = 0; at < text.size;) {
		size_t start = at;
		uint32_t c = clausary_utf8_next(text, &at);
		size_t width = width_of(before, c);
		before = c;
		if (used + width > room)
			break;
		used += width;
		if (c == '\n' || c == '\t')
			clausary_sink_put_byte(to, ' ');
		else if (c >= 0x20 && c != 0x7f)
			clausary_sink_put(to, clausary_slice_part(text, start, at));
	}
	return used;
}

void
clausary_width_put(clausary_sink *to, clausary_slice text, size_t columns, unsigned how)
{
	bool fits = clausary_width(text) <= columns;
	bool isolate = (how & CLAUSARY_WIDTH_ISOLATE) && runs_from_right(text);
	if (isolate)
		clausary_sink_literal(to, "\xe2\x81\xa8"); /* first strong isolate */
	size_t used = put_fitting(to, text, fits ? columns : columns ? columns - 1 : 0);
	if (!fits && columns) {
		clausary_sink_literal(to, "…");
		used++;
	}
	if (isolate)
		clausary_sink_literal(to, "\xe2\x81\xa9"); /* pop directional isolate */
	for (; !(how & CLAUSARY_WIDTH_LAST) && used < columns; used++)
		clausary_sink_put_byte(to, ' ');
}
