/* Feeding libxml2's HTML parser piece by piece. What it would read wrongly or in more than linear
 * time is taken out before: comments and declarations (Word's "<![if …]>"), scripts, zero bytes,
 * ends of html and body, attributes of tags without bounds. Line feeds that are taken out go into
 * the next tag, so that line numbers stay true. */
#include "input/html.h"

#include "base/limits.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>

enum {
	PIECE = 16384,
	LONGEST_TAG = 8192, /* libxml2 compares every attribute of a tag with every other */
	LOOKED_AHEAD = 262144,
	MOST_LOOKS = 64,
	MOST_PARSERS = 10000
};

typedef struct feeder {
	clausary_html *html;
	htmlSAXHandler handler;
	htmlParserCtxtPtr parser;
	clausary_buffer piece;
	const char *at, *end;
	uint32_t lines; /* line feeds taken out */
	unsigned parsers, looks;
	bool loose_quotes; /* a quotation mark had no other: they mean nothing any more */
} feeder;

static void
on_start(void *data, const xmlChar *name, const xmlChar **attributes)
{
	clausary_html_start(data, clausary_slice_of((const char *)name), attributes);
}

static void
on_end(void *data, const xmlChar *name)
{
	(void)name;
	clausary_html_end(data);
}

static void
on_text(void *data, const xmlChar *text, int size)
{
	clausary_html_text(data, (clausary_slice){(const char *)text, (size_t)size});
}

static void
ignore(void *data, const char *message, ...)
{
	(void)data;
	(void)message;
}

static void
open_parser(feeder *f)
{
	enum {
		OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
		          | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC
	};
	f->handler = (htmlSAXHandler){.startElement = on_start,
	                              .endElement = on_end,
	                              .characters = on_text,
	                              .ignorableWhitespace = on_text,
	                              .cdataBlock = on_text,
	                              .error = ignore,
	                              .warning = ignore,
	                              .fatalError = ignore};
	f->parser = htmlCreatePushParserCtxt(&f->handler, f->html, NULL, 0, NULL,
	                                     XML_CHAR_ENCODING_UTF8);
	if (f->parser) {
		htmlCtxtUseOptions(f->parser, OPTIONS);
		f->parser->options |= XML_PARSE_HUGE;
		f->parsers++;
	}
	f->html->parser = f->parser;
}

static void
close_parser(feeder *f)
{
	if (f->parser == NULL)
		return;
	htmlParseChunk(f->parser, "", 0, 1);
	f->html->first_line += (uint32_t)xmlSAX2GetLineNumber(f->parser) - 1;
	f->html->parser = NULL;
	htmlFreeParserCtxt(f->parser);
	f->parser = NULL;
}

/* Give the parser what was gathered; where it has nested too deep or given up, a new one goes on.
 */
static void
parse(feeder *f)
{
	if (f->piece.size && f->parser)
		htmlParseChunk(f->parser, f->piece.data, (int)f->piece.size, 0);
	f->piece.size = 0;
	if (f->parser
	    && (f->parser->nameNr > 2 * CLAUSARY_LIMIT_ELEMENT_DEPTH
	        || f->parser->instate == XML_PARSER_EOF)) {
		close_parser(f);
		if (f->parsers < MOST_PARSERS)
			open_parser(f);
	}
}

static void
give(feeder *f, const char *start, const char *stop)
{
	while (start < stop) {
		size_t room = f->piece.size < PIECE ? PIECE - f->piece.size : 0,
		       left = (size_t)(stop - start);
		size_t size = left < room ? left : room;
		clausary_buffer_add(&f->piece, (clausary_slice){start, size});
		start += size;
		if (f->piece.size >= PIECE)
			parse(f);
	}
}

/* Plain text up to the next tag; zero bytes would end the parser's input. */
static void
give_text(feeder *f, const char *stop)
{
	while (f->at < stop) {
		const char *zero = memchr(f->at, 0, (size_t)(stop - f->at));
		give(f, f->at, zero ? zero : stop);
		f->at = zero ? zero + 1 : stop;
	}
}

static void
leave_out(feeder *f, const char *stop)
{
	for (; f->at < stop; f->at++) {
		const char *feed = memchr(f->at, '\n', (size_t)(stop - f->at));
		if (feed == NULL)
			break;
		f->lines++;
		f->at = feed;
	}
	f->at = stop;
}

static clausary_slice
rest(const feeder *f)
{
	return (clausary_slice){f->at, (size_t)(f->end - f->at)};
}

static bool
starts(clausary_slice text, const char *lower)
{
	clausary_slice wanted = clausary_slice_of(lower);
	return text.size >= wanted.size
	       && clausary_slice_equal_ascii(clausary_slice_part(text, 0, wanted.size), wanted);
}

/* After the first `mark` at or after `from`, or the end. */
static const char *
after(const feeder *f, const char *from, const char *mark)
{
	clausary_slice left = {from, (size_t)(f->end - from)}, wanted = clausary_slice_of(mark);
	size_t at = from < f->end ? clausary_slice_find(left, wanted) : SIZE_MAX;
	return at == SIZE_MAX ? f->end : from + at + wanted.size;
}

/* After the ">" of the tag at `f->at`; one inside quotation marks does not count. */
static const char *
end_of_tag(feeder *f)
{
	char quote = 0;
	for (const char *at = f->at + 1; !f->loose_quotes && at < f->end; at++) {
		if (quote) {
			at = memchr(at, quote, (size_t)(f->end - at));
			if (at == NULL)
				break;
			quote = 0;
		} else if (*at == '>') {
			return at + 1;
		} else if ((*at == '"' || *at == '\'')
		           && (at[-1] == '=' || clausary_ascii_is_blank(at[-1]))) {
			quote = *at;
		}
	}
	f->loose_quotes = true;
	return after(f, f->at, ">");
}

/* Leave out an element whose content is not text, from its start tag on. */
static bool
leave_out_raw(feeder *f, const char *tag_end)
{
	static const char *const RAW[] = {"script", "style",  "textarea",
	                                  "xmp",    "iframe", "noframes"};
	for (size_t i = 0; i < sizeof RAW / sizeof *RAW; i++) {
		size_t size = strlen(RAW[i]);
		char after_name = rest(f).size > size + 1 ? f->at[size + 1] : 0;
		if (!starts(clausary_slice_part(rest(f), 1, rest(f).size), RAW[i])
		    || (after_name != '>' && after_name != '/'
		        && !clausary_ascii_is_blank(after_name)))
			continue;
		const char *at = tag_end;
		while ((at = after(f, at, "</")) < f->end)
			if (starts((clausary_slice){at, (size_t)(f->end - at)}, RAW[i]))
				break;
		leave_out(f, after(f, at, ">"));
		return true;
	}
	return false;
}

/* The number of items of the list whose start tag ends at `at`, as far as it is looked ahead. */
static unsigned
count_items(feeder *f, const char *at)
{
	const char *stop = f->end - at > LOOKED_AHEAD ? at + LOOKED_AHEAD : f->end;
	unsigned items = 0, depth = 1;
	while (depth && at < stop && (at = memchr(at, '<', (size_t)(stop - at))) != NULL) {
		at++;
		clausary_slice tag = {at, (size_t)(stop - at)};
		if (starts(tag, "ol") || starts(tag, "ul"))
			depth++;
		else if (starts(tag, "/ol") || starts(tag, "/ul"))
			depth--;
		else if (depth == 1 && starts(tag, "li") && tag.size > 2
		         && strchr("> \n\t/", tag.data[2]))
			items++;
	}
	return items;
}

/* A list that counts down begins with the number of its items, which only a look ahead can tell. */
static void
give_reversed_start(feeder *f, clausary_slice tag, const char *tag_end)
{
	char start[32];
	if (!starts(tag, "<ol") || clausary_slice_find(tag, CLAUSARY_SLICE("reversed")) == SIZE_MAX
	    || clausary_slice_find(tag, CLAUSARY_SLICE("start=")) != SIZE_MAX
	    || f->looks == MOST_LOOKS)
		return;
	f->looks++;
	int size = snprintf(start, sizeof start, " start=%u", count_items(f, tag_end));
	give(f, start, start + size);
}

static void
give_tag(feeder *f)
{
	const char *stop = end_of_tag(f);
	clausary_slice tag = {f->at, (size_t)(stop - f->at)};
	if (starts(tag, "</html") || starts(tag, "</body") || stop[-1] != '>'
	    || leave_out_raw(f, stop)) {
		if (f->at == tag.data)
			leave_out(f, stop);
		return;
	}
	size_t name = 1;
	while (name < tag.size && !clausary_ascii_is_blank(tag.data[name]) && tag.data[name] != '>')
		name++;
	bool closed = tag.size > 2 && stop[-2] == '/',
	     bare = tag.size > LONGEST_TAG || f->loose_quotes;
	if (bare) {
		give(f, tag.data, tag.data + (name < LONGEST_TAG ? name : 2));
	} else {
		f->at = tag.data + 1;
		give(f, tag.data, tag.data + 1);
		give_text(f, stop - 1 - closed);
		give_reversed_start(f, tag, stop);
	}
	for (; f->lines; f->lines--)
		clausary_buffer_add_byte(&f->piece, '\n');
	give(f, stop - 1 - closed, stop);
	f->at = bare ? tag.data : stop;
	if (f->at != stop)
		leave_out(f, stop);
}

void
clausary_html_feed(clausary_html *html, clausary_slice text)
{
	feeder f = {.html = html, .at = text.data, .end = text.data + text.size};
	open_parser(&f);
	while (f.at < f.end && f.parser) {
		const char *tag = memchr(f.at, '<', (size_t)(f.end - f.at));
		give_text(&f, tag ? tag : f.end);
		clausary_slice left = rest(&f);
		char next = left.size > 1 ? left.data[1] : 0;
		if (starts(left, "<!--"))
			leave_out(&f, after(&f, f.at + 2, "-->"));
		else if (next == '!' || next == '?')
			leave_out(&f, after(&f, f.at, ">"));
		else if (clausary_ascii_is_letter(next) || next == '/')
			give_tag(&f);
		else if (left.size) {
			clausary_buffer_add(&f.piece, CLAUSARY_SLICE("&lt;"));
			f.at++;
		}
	}
	parse(&f);
	close_parser(&f);
	clausary_buffer_finish(&f.piece);
}
