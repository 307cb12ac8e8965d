/* HTML, read with libxml2's parser and printed as a browser would: list numbers and bullets are
 * text. */
#include "input/encoding.h"
#include "input/html.h"

#include "base/limits.h"

#include <libxml/SAX2.h>

enum { SURE = 95, LIKELY = 60, LOOKED_AT = 4096 };

/* ASCII letters of the front of a file, whatever the width of its characters. */
static clausary_slice
squeeze(clausary_slice bytes, char *room, size_t size)
{
	size_t mark, count = 0;
	clausary_wide_charset(bytes, &mark);
	for (size_t i = mark; i < bytes.size && count < size; i++)
		if (bytes.data[i])
			room[count++] = bytes.data[i];
	return (clausary_slice){room, count};
}

static bool
starts(clausary_slice text, const char *lower)
{
	clausary_slice wanted = clausary_slice_of(lower);
	return text.size >= wanted.size
	       && clausary_slice_equal_ascii(clausary_slice_part(text, 0, wanted.size), wanted);
}

/* What comes after blanks, comments and an XML declaration. */
static clausary_slice
skip_front(clausary_slice text)
{
	for (;;) {
		text = clausary_slice_trim(text);
		bool comment = starts(text, "<!--");
		if (!comment && !starts(text, "<?"))
			return text;
		clausary_slice close = comment ? CLAUSARY_SLICE("-->") : CLAUSARY_SLICE(">");
		size_t end = clausary_slice_find(text, close);
		if (end == SIZE_MAX)
			return CLAUSARY_SLICE("");
		text = clausary_slice_part(text, end + close.size, text.size);
	}
}

static int
bid(clausary_slice bytes)
{
	static const char *const COMMON[] = {
	        "head", "body",  "title", "meta",       "p",    "div",     "h1",      "h2",
	        "h3",   "table", "ul",    "ol",         "dl",   "article", "section", "main",
	        "span", "b",     "i",     "strong",     "em",   "a",       "center",  "font",
	        "br",   "hr",    "pre",   "blockquote", "link", "style",   "script",  "base"};
	char room[LOOKED_AT];
	clausary_slice text = skip_front(squeeze(bytes, room, sizeof room));
	if (starts(text, "<!doctype html") || starts(text, "<html"))
		return SURE;
	for (size_t i = 0; i < sizeof COMMON / sizeof *COMMON; i++) {
		size_t size = strlen(COMMON[i]) + 1;
		if (text.size > size && text.data[0] == '<'
		    && starts(clausary_slice_part(text, 1, text.size), COMMON[i])
		    && strchr("> \t\r\n/", text.data[size]))
			return LIKELY;
	}
	return 0;
}

/* The character set that a meta element or the XML declaration names. */
static clausary_slice
declared_charset(clausary_slice bytes)
{
	clausary_slice head =
	        clausary_slice_part(bytes, 0, bytes.size < LOOKED_AT ? bytes.size : LOOKED_AT);
	for (size_t at = 0; at + 9 < head.size; at++) {
		clausary_slice here = clausary_slice_part(head, at, head.size);
		bool xml = starts(here, "encoding="), meta = starts(here, "charset=");
		if (!xml && !meta)
			continue;
		size_t start = xml ? 9 : 8;
		while (start < here.size && strchr("\"' ", here.data[start]))
			start++;
		size_t end = start;
		while (end < here.size && !strchr("\"' ;>?/\n", here.data[end]))
			end++;
		return clausary_slice_part(here, start, end);
	}
	return CLAUSARY_SLICE("");
}

static clausary_status
read_html(clausary_builder *builder, clausary_slice bytes, const clausary_read_options *options)
{
	clausary_decoded decoded;
	clausary_html html = {.builder = builder, .options = options, .line = 1, .first_line = 1};
	clausary_decode(&decoded, clausary_builder_context(builder), clausary_builder_name(builder),
	                bytes, declared_charset(bytes));
	clausary_array_push(&html.frames,
	                    ((clausary_html_frame){.kind = CLAUSARY_BLOCK_PARAGRAPH}));
	clausary_html_feed(&html, decoded.text);
	clausary_html_close(&html, true);
	clausary_decoded_finish(&decoded);
	for (size_t i = 0; i < html.tables.count; i++)
		clausary_array_finish(&html.tables.items[i].spans);
	clausary_array_finish(&html.tables);
	clausary_array_finish(&html.frames);
	clausary_array_finish(&html.lists);
	clausary_array_finish(&html.marks);
	clausary_buffer_finish(&html.gap);
	clausary_buffer_finish(&html.label);
	clausary_buffer_finish(&html.captured);
	clausary_arena_finish(&html.arena);
	return CLAUSARY_OK;
}

const clausary_reader clausary_reader_html = {"html", "HTML page", bid, read_html};
