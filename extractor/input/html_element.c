/* What elements and their attributes mean: the HTML Standard, sections 4 and 15.3 (how browsers
 * show them). */
#include "input/html.h"

#include <stdlib.h>

static const struct {
	const char *name;
	clausary_html_role role;
	uint32_t level;
} ELEMENTS[] = {
        /* sorted by name */
        {"a", CLAUSARY_HTML_LINK, 0},
        {"abbr", CLAUSARY_HTML_ABBREVIATION, 0},
        {"acronym", CLAUSARY_HTML_ABBREVIATION, 0},
        {"address", CLAUSARY_HTML_BLOCK, 0},
        {"article", CLAUSARY_HTML_BLOCK, 0},
        {"aside", CLAUSARY_HTML_BLOCK, 0},
        {"audio", CLAUSARY_HTML_DROP, 0},
        {"b", CLAUSARY_HTML_STRONG, 0},
        {"blockquote", CLAUSARY_HTML_QUOTE, 0},
        {"body", CLAUSARY_HTML_WHOLE, 0},
        {"br", CLAUSARY_HTML_BREAK, 0},
        {"button", CLAUSARY_HTML_DROP, 0},
        {"canvas", CLAUSARY_HTML_DROP, 0},
        {"caption", CLAUSARY_HTML_CAPTION, 0},
        {"center", CLAUSARY_HTML_BLOCK, 1} /* centred */,
        {"datalist", CLAUSARY_HTML_DROP, 0},
        {"dd", CLAUSARY_HTML_DESCRIPTION, 0},
        {"del", CLAUSARY_HTML_DELETED, 0},
        {"details", CLAUSARY_HTML_BLOCK, 0},
        {"dfn", CLAUSARY_HTML_DEFINED, 0},
        {"dir", CLAUSARY_HTML_BULLETS, 0},
        {"div", CLAUSARY_HTML_BLOCK, 0},
        {"dl", CLAUSARY_HTML_BLOCK, 0},
        {"dt", CLAUSARY_HTML_TERM, 0},
        {"em", CLAUSARY_HTML_EMPHASIS, 0},
        {"fieldset", CLAUSARY_HTML_BLOCK, 0},
        {"figcaption", CLAUSARY_HTML_CAPTION, 0},
        {"figure", CLAUSARY_HTML_BLOCK, 0},
        {"footer", CLAUSARY_HTML_BLOCK, 0},
        {"form", CLAUSARY_HTML_BLOCK, 0},
        {"h1", CLAUSARY_HTML_HEADING, 1},
        {"h2", CLAUSARY_HTML_HEADING, 2},
        {"h3", CLAUSARY_HTML_HEADING, 3},
        {"h4", CLAUSARY_HTML_HEADING, 4},
        {"h5", CLAUSARY_HTML_HEADING, 5},
        {"h6", CLAUSARY_HTML_HEADING, 6},
        {"head", CLAUSARY_HTML_DROP, 0},
        {"header", CLAUSARY_HTML_BLOCK, 0},
        {"hgroup", CLAUSARY_HTML_BLOCK, 0},
        {"hr", CLAUSARY_HTML_BLOCK, 0},
        {"html", CLAUSARY_HTML_WHOLE, 0},
        {"i", CLAUSARY_HTML_EMPHASIS, 0},
        {"iframe", CLAUSARY_HTML_DROP, 0},
        {"ins", CLAUSARY_HTML_INSERTED, 0},
        {"legend", CLAUSARY_HTML_BLOCK, 0},
        {"li", CLAUSARY_HTML_ITEM, 0},
        {"listing", CLAUSARY_HTML_CODE, 0},
        {"main", CLAUSARY_HTML_BLOCK, 0},
        {"menu", CLAUSARY_HTML_BULLETS, 0},
        {"nav", CLAUSARY_HTML_CONTENTS, 0},
        {"noframes", CLAUSARY_HTML_DROP, 0},
        {"noscript", CLAUSARY_HTML_DROP, 0},
        {"object", CLAUSARY_HTML_DROP, 0},
        {"ol", CLAUSARY_HTML_NUMBERS, 0},
        {"optgroup", CLAUSARY_HTML_DROP, 0},
        {"option", CLAUSARY_HTML_DROP, 0},
        {"p", CLAUSARY_HTML_BLOCK, 0},
        {"pre", CLAUSARY_HTML_CODE, 0},
        {"q", CLAUSARY_HTML_QUOTED, 0},
        {"rp", CLAUSARY_HTML_DROP, 0},
        {"rt", CLAUSARY_HTML_DROP, 0},
        {"script", CLAUSARY_HTML_DROP, 0},
        {"section", CLAUSARY_HTML_BLOCK, 0},
        {"select", CLAUSARY_HTML_DROP, 0},
        {"strong", CLAUSARY_HTML_STRONG, 0},
        {"style", CLAUSARY_HTML_DROP, 0},
        {"summary", CLAUSARY_HTML_BLOCK, 0},
        {"sup", CLAUSARY_HTML_RAISED, 0},
        {"svg", CLAUSARY_HTML_DROP, 0},
        {"table", CLAUSARY_HTML_TABLE, 0},
        {"td", CLAUSARY_HTML_CELL, 0},
        {"template", CLAUSARY_HTML_DROP, 0},
        {"textarea", CLAUSARY_HTML_DROP, 0},
        {"th", CLAUSARY_HTML_HEAD_CELL, 0},
        {"title", CLAUSARY_HTML_DROP, 0},
        {"tr", CLAUSARY_HTML_ROW, 0},
        {"ul", CLAUSARY_HTML_BULLETS, 0},
        {"video", CLAUSARY_HTML_DROP, 0},
};

clausary_html_role
clausary_html_role_of(clausary_slice name, uint32_t *level)
{
	size_t low = 0, high = sizeof ELEMENTS / sizeof *ELEMENTS;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = clausary_slice_compare(name, clausary_slice_of(ELEMENTS[middle].name));
		if (order == 0) {
			*level = ELEMENTS[middle].level;
			return ELEMENTS[middle].role;
		}
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return CLAUSARY_HTML_INLINE;
}

clausary_html_attributes
clausary_html_attributes_of(const unsigned char **list)
{
	clausary_html_attributes a = {0};
	const struct {
		const char *name;
		clausary_slice *value;
	} KNOWN[] = {
	        {"id", &a.id},         {"name", &a.name},       {"href", &a.href},
	        {"class", &a.class},   {"style", &a.style},     {"role", &a.role},
	        {"type", &a.type},     {"title", &a.title},     {"start", &a.start},
	        {"value", &a.value},   {"lang", &a.language},   {"xml:lang", &a.language},
	        {"rowspan", &a.rows},  {"colspan", &a.columns}, {"align", &a.align},
	        {"border", &a.border}, {"epub:type", &a.sort},
	};
	for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++)
		*KNOWN[i].value = CLAUSARY_SLICE("");
	for (; list && list[0]; list += 2) {
		const char *name = (const char *)list[0], *value = (const char *)list[1];
		if (strcmp(name, "hidden") == 0
		    || (strcmp(name, "aria-hidden") == 0 && value && strcmp(value, "true") == 0))
			a.hidden = true;
		if (strcmp(name, "reversed") == 0)
			a.reversed = true;
		for (size_t i = 0; value && i < sizeof KNOWN / sizeof *KNOWN; i++)
			if (KNOWN[i].value->size == 0 && strcmp(name, KNOWN[i].name) == 0)
				*KNOWN[i].value = clausary_slice_of(value);
	}
	return a;
}

bool
clausary_html_has_class(clausary_slice classes, const char *word)
{
	clausary_slice wanted = clausary_slice_of(word);
	for (size_t at = 0; at < classes.size;) {
		size_t end = at;
		while (end < classes.size && !clausary_ascii_is_blank(classes.data[end]))
			end++;
		if (clausary_slice_equal(clausary_slice_part(classes, at, end), wanted))
			return true;
		at = end + 1;
	}
	return false;
}

clausary_slice
clausary_html_style(clausary_slice style, const char *property)
{
	clausary_slice wanted = clausary_slice_of(property);
	for (size_t at = 0; at < style.size;) {
		const char *stop = memchr(style.data + at, ';', style.size - at);
		size_t end = stop ? (size_t)(stop - style.data) : style.size;
		clausary_slice one = clausary_slice_part(style, at, end);
		const char *colon = one.size ? memchr(one.data, ':', one.size) : NULL;
		size_t split = colon ? (size_t)(colon - one.data) : 0;
		if (colon
		    && clausary_slice_equal_ascii(
		            clausary_slice_trim(clausary_slice_part(one, 0, split)), wanted))
			return clausary_slice_trim(clausary_slice_part(one, split + 1, one.size));
		at = end + 1;
	}
	return CLAUSARY_SLICE("");
}

int32_t
clausary_html_number(clausary_slice value, int32_t otherwise)
{
	enum { MOST_DIGITS = 8 };
	int32_t number = 0;
	value = clausary_slice_trim(value);
	bool negative = value.size && value.data[0] == '-';
	size_t start = negative, at = start;
	for (;
	     at < value.size && at < start + MOST_DIGITS && clausary_ascii_is_digit(value.data[at]);
	     at++)
		number = number * 10 + (value.data[at] - '0');
	if (at == start)
		return otherwise;
	return negative ? -number : number;
}
