/* Plain text. The text is adopted whole, so that places in it are places in the file; blocks are
 * spans of it. One line is one paragraph, unless the lines were broken by hard (text_wrap.c).
 * Nothing here reads labels. */
#include "input/encoding.h"
#include "input/reader.h"
#include "input/text.h"

enum { WEAK_BID = 10 };

typedef struct text_reader {
	clausary_builder *builder;
	const char *base, *end; /* of the text, in the builder */
	const char *read_to;    /* a note went on to here after its paragraph */
	clausary_text_lines lines;
	clausary_text_needle bracket, bang;
	size_t width; /* of hard-wrapped lines, or 0 */
	clausary_text_paragraph paragraph;
	clausary_text_marks marks;
	clausary_text_slices furniture;
	size_t furniture_next;
	CLAUSARY_ARRAY(clausary_text_line)
	held;                      /* furniture inside the open paragraph or after it */
	clausary_text_line before; /* the line read last */
} text_reader;

static int
bid(clausary_slice bytes)
{
	return clausary_looks_like_text(bytes) ? WEAK_BID : 0;
}

static clausary_span
span_of(const text_reader *r, clausary_slice text)
{
	uint32_t start = (uint32_t)(text.data - r->base);
	return (clausary_span){start, start + (uint32_t)text.size};
}

static void
push_note(text_reader *r, const clausary_text_mark *note, uint32_t line)
{
	if (note->body.size == 0)
		return;
	clausary_block *block =
	        clausary_builder_block(r->builder, CLAUSARY_BLOCK_NOTE, span_of(r, note->body));
	block->label = span_of(r, note->label);
	block->line = line;
}

/* Leave the marks at the ends of a paragraph out of it. */
static clausary_slice
trim_marks(const clausary_text_marks *marks, clausary_slice text)
{
	size_t first = 0, last = marks->found.count;
	text = clausary_slice_trim(text);
	for (; first < last && marks->found.items[first].whole.data == text.data; first++) {
		size_t size = marks->found.items[first].whole.size;
		text = clausary_slice_trim(clausary_slice_part(text, size, text.size));
	}
	for (; last > first; last--) {
		clausary_slice whole = marks->found.items[last - 1].whole;
		if (whole.data + whole.size != text.data + text.size)
			break;
		text.size -= whole.size;
		text = clausary_slice_trim(text);
	}
	return text;
}

static void
push_marked(text_reader *r, clausary_slice text, uint32_t line, clausary_block_kind kind)
{
	clausary_text_find_marks(&r->marks, &text, r->end);
	clausary_slice rest = trim_marks(&r->marks, text);
	if (rest.size)
		clausary_builder_block(r->builder, kind, span_of(r, rest))->line = line;
	for (size_t i = 0; i < r->marks.found.count; i++)
		clausary_builder_skip(r->builder, span_of(r, r->marks.found.items[i].whole));
	for (size_t i = 0; i < r->marks.found.count; i++)
		if (r->marks.found.items[i].kind == CLAUSARY_TEXT_NOTE)
			push_note(r, &r->marks.found.items[i], line);
	r->read_to = text.data + text.size;
}

/* Furniture inside a paragraph that goes on over a page is skipped there; its blocks come after. */
static void
skip_furniture(text_reader *r, const char *paragraph_end)
{
	for (size_t i = 0; i < r->held.count && r->held.items[i].text.data < paragraph_end; i++) {
		clausary_span span = span_of(r, r->held.items[i].text);
		span.start--; /* a blank; a block that begins inside a skipped span is read all the
		                 same */
		clausary_builder_skip(r->builder, span);
	}
}

static void
push_furniture(text_reader *r)
{
	for (size_t i = 0; i < r->held.count; i++)
		clausary_builder_block(r->builder, CLAUSARY_BLOCK_FURNITURE,
		                       span_of(r, r->held.items[i].text))
		        ->line = r->held.items[i].number;
	r->held.count = 0;
}

static void
flush(text_reader *r, clausary_block_kind kind, uint32_t level)
{
	clausary_text_paragraph *p = &r->paragraph;
	if (p->lines) {
		const char *start = p->first.text.data,
		           *stop = p->last.text.data + p->last.text.size;
		clausary_slice text = {start, (size_t)(stop - start)};
		p->lines = 0;
		if (r->held.count == 0
		    && (clausary_text_seek(&r->bracket, start, stop, r->end)
		        || clausary_text_seek(&r->bang, start, stop, r->end))) {
			push_marked(r, text, p->first.number, kind);
		} else {
			clausary_block *block =
			        clausary_builder_block(r->builder, kind, span_of(r, text));
			block->line = p->first.number;
			block->level = level;
			skip_furniture(r, stop);
		}
	}
	push_furniture(r);
}

/* The bytes of a line of one sign only, such as "====", or 0. */
static size_t
rule_size(clausary_slice text)
{
	enum { SHORTEST = 3 };
	if (text.size < SHORTEST || strchr("=-~*_#^+", text.data[0]) == NULL
	    || text.data[0] == '\0')
		return 0;
	for (size_t i = 1; i < text.size; i++)
		if (text.data[i] != text.data[0])
			return 0;
	return text.size;
}

/* A rule below a line that is about as long makes the line a heading; any rule ends a paragraph. */
static void
end_by_rule(text_reader *r, clausary_slice rule)
{
	const clausary_text_paragraph *p = &r->paragraph;
	bool under = p->lines == 1 && p->last.number == r->before.number && r->held.count == 0;
	size_t title = under ? p->last.text.size : 0;
	if (under && (rule.data[0] == '=' || rule.data[0] == '-') && title <= rule.size + 2
	    && rule.size <= title + 2 && memchr(p->last.text.data, '\t', title) == NULL)
		flush(r, CLAUSARY_BLOCK_HEADING, rule.data[0] == '=' ? 1 : 2);
	else
		flush(r, CLAUSARY_BLOCK_PARAGRAPH, 0);
}

/* "## Title" after a blank line: its level, and the line becomes the title alone; else 0. */
static uint32_t
markdown_heading(const text_reader *r, clausary_text_line *line)
{
	enum { DEEPEST = 6 };
	size_t level = 0;
	if (line->text.data[0] != '#' || line->text.data != line->raw.data || r->before.text.size)
		return 0;
	while (level < line->text.size && line->text.data[level] == '#')
		level++;
	if (level > DEEPEST || level + 1 >= line->text.size || line->text.data[level] != ' ')
		return 0;
	line->text = clausary_slice_trim(clausary_slice_part(line->text, level, line->text.size));
	return (uint32_t)level;
}

static void
start_paragraph(text_reader *r, const clausary_text_line *line)
{
	r->paragraph = (clausary_text_paragraph){.first = *line, .last = *line, .lines = 1};
	if (r->width)
		r->paragraph.indent = clausary_text_indent(line);
}

/* Whether only blank lines lie between here and the next head or foot of a page. */
static bool
furniture_near(const text_reader *r)
{
	enum { NEAR = 400 };
	if (r->furniture_next == r->furniture.count)
		return false;
	const char *at = r->lines.at, *next = r->furniture.items[r->furniture_next].data;
	while (at < next && next - at < NEAR && clausary_ascii_is_blank(*at))
		at++;
	return at == next;
}

/* A paragraph goes on over a page when its last line is full and ends no sentence. */
static bool
crosses_page(const text_reader *r, const clausary_text_line *line)
{
	clausary_slice last = r->paragraph.last.text;
	return r->held.count && r->paragraph.lines
	       && strchr(".:;?!", last.data[last.size - 1]) == NULL
	       && clausary_text_joins(&r->paragraph, line, r->width);
}

static void
take_line(text_reader *r, clausary_text_line *line)
{
	bool adjacent = r->before.text.size && !r->before.page && r->held.count == 0;
	uint32_t level;
	if (rule_size(line->text)) {
		end_by_rule(r, line->text);
	} else if ((level = markdown_heading(r, line)) > 0) {
		flush(r, CLAUSARY_BLOCK_PARAGRAPH, 0);
		start_paragraph(r, line);
		flush(r, CLAUSARY_BLOCK_HEADING, level);
	} else if (r->width && r->paragraph.lines
	           && (adjacent ? clausary_text_joins(&r->paragraph, line, r->width)
	                        : crosses_page(r, line))) {
		if (r->paragraph.lines++ == 1)
			r->paragraph.hanging = clausary_text_indent(line);
		r->paragraph.last = *line;
	} else {
		flush(r, CLAUSARY_BLOCK_PARAGRAPH, 0);
		if (line->text.data >= r->read_to)
			start_paragraph(r, line);
	}
}

static void
read_lines(text_reader *r)
{
	clausary_text_line line;
	while (clausary_text_next(&r->lines, &line)) {
		if (r->furniture_next < r->furniture.count
		    && r->furniture.items[r->furniture_next].data == line.text.data) {
			r->furniture_next++;
			clausary_array_push(&r->held, line);
			line.text.size = 0;
		} else if (line.text.size && line.text.data >= r->read_to) {
			take_line(r, &line);
		} else if (r->held.count == 0 && !furniture_near(r)) {
			flush(r, CLAUSARY_BLOCK_PARAGRAPH, 0);
		}
		r->before = line;
	}
	flush(r, CLAUSARY_BLOCK_PARAGRAPH, 0);
}

static clausary_status
read_text(clausary_builder *builder, clausary_slice bytes, const clausary_read_options *options)
{
	clausary_decoded decoded;
	clausary_decode(&decoded, clausary_builder_context(builder), clausary_builder_name(builder),
	                bytes, CLAUSARY_SLICE(""));
	bool kept = options->release && decoded.text.data == bytes.data && bytes.size;
	clausary_span whole = kept ? clausary_builder_adopt(builder, decoded.text)
	                           : clausary_builder_add(builder, decoded.text);
	clausary_survey survey = decoded.survey;
	clausary_decoded_finish(&decoded);
	clausary_slice text = clausary_slice_span(clausary_builder_text(builder), whole);
	text_reader r = {.builder = builder,
	                 .base = text.data - whole.start,
	                 .end = text.data + text.size,
	                 .read_to = text.data,
	                 .lines = clausary_text_lines_of(text, &survey),
	                 .bracket = {text.data, false, '['},
	                 .bang = {text.data, false, '!'},
	                 .width = clausary_text_width(text, &survey)};
	if (survey.page)
		clausary_text_furniture(text, &r.furniture);
	read_lines(&r);
	clausary_array_finish(&r.furniture);
	clausary_array_finish(&r.held);
	clausary_array_finish(&r.marks.found);
	clausary_array_finish(&r.marks.calls);
	return CLAUSARY_OK;
}

const clausary_reader clausary_reader_text = {"text", "plain text", bid, read_text};
