/* The text of HTML: blanks folded as browsers fold them, blocks opened by the first letter and
 * closed at the edge of the element, marks cut at the ends of blocks. */
#include "input/html.h"

#include "base/utf8.h"
#include "document/label.h"

/* Windows-1252 for U+0080 to U+009F, which pages mean by it (the HTML Standard, 13.2.5.80); 0:
 * none. */
static const uint16_t C1[32] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

static void
end_mark(clausary_html *html, unsigned kind)
{
	uint32_t end = clausary_builder_size(html->builder);
	if (html->marking[kind] && end > html->mark_start[kind])
		clausary_array_push(&html->marks,
		                    ((clausary_html_mark){kind,
		                                          {html->mark_start[kind], end},
		                                          html->values[kind]}));
	html->marking[kind] = 0;
}

/* End the marks that are not those of the innermost element. */
static void
end_others(clausary_html *html)
{
	const clausary_html_frame *frame = clausary_html_top(html);
	for (unsigned kind = 0; kind < CLAUSARY_HTML_MARKS; kind++)
		if (html->marking[kind] != frame->serial[kind])
			end_mark(html, kind);
}

/* Begin those of the innermost element. */
static void
begin_marks(clausary_html *html)
{
	const clausary_html_frame *frame = clausary_html_top(html);
	for (unsigned kind = 0; kind < CLAUSARY_HTML_MARKS; kind++) {
		if (html->marking[kind] == frame->serial[kind])
			continue;
		html->marking[kind] = frame->serial[kind];
		html->mark_start[kind] = clausary_builder_size(html->builder);
		html->values[kind] = kind == CLAUSARY_MARK_ABBREVIATION ? html->abbreviation
		                                                        : CLAUSARY_SLICE("");
	}
}

static int
compare_marks(const void *a, const void *b)
{
	const clausary_html_mark *x = a, *y = b;
	if (x->span.start != y->span.start)
		return x->span.start < y->span.start ? -1 : 1;
	if (x->span.end != y->span.end)
		return x->span.end > y->span.end ? -1 : 1;
	return (int)x->kind - (int)y->kind;
}

static void
push_marks(clausary_html *html)
{
	for (unsigned kind = 0; kind < CLAUSARY_HTML_MARKS; kind++)
		end_mark(html, kind);
	if (html->marks.count > 1)
		qsort(html->marks.items, html->marks.count, sizeof *html->marks.items,
		      compare_marks);
	for (size_t i = 0; i < html->marks.count; i++)
		clausary_builder_mark(html->builder, html->marks.items[i].kind,
		                      html->marks.items[i].span, html->marks.items[i].value);
	html->marks.count = 0;
}

void
clausary_html_close(clausary_html *html, bool whole)
{
	if (html->block == NULL || (html->held && !whole))
		return;
	push_marks(html);
	if (html->filled && html->strong)
		html->block->flags |= CLAUSARY_BLOCK_STRONG;
	if (html->filled && html->emphasis)
		html->block->flags |= CLAUSARY_BLOCK_EMPHASIS;
	clausary_builder_close(html->builder);
	html->block = NULL;
	html->held = false;
	html->gap.size = 0;
}

static void
place_cell(clausary_html *html)
{
	const clausary_html_table *table = &html->tables.items[html->tables.count - 1];
	html->block->table = table->number;
	html->block->row = table->row;
	html->block->column = clausary_html_top(html)->column;
}

/* The kind of a block to open: what it stands in decides before what it is. */
static clausary_block_kind
kind_of(const clausary_html *html, const clausary_html_frame *frame)
{
	if (frame->contents)
		return CLAUSARY_BLOCK_CONTENTS;
	if (frame->note)
		return CLAUSARY_BLOCK_NOTE;
	if (frame->kind == CLAUSARY_BLOCK_ITEM && !html->fresh)
		return CLAUSARY_BLOCK_PARAGRAPH;
	if (frame->kind == CLAUSARY_BLOCK_CELL && html->tables.count == 0)
		return CLAUSARY_BLOCK_PARAGRAPH;
	return frame->kind;
}

static void
open_block(clausary_html *html)
{
	clausary_html_frame *frame = clausary_html_top(html);
	clausary_block_kind kind = kind_of(html, frame);
	html->block = clausary_builder_open(html->builder, kind);
	html->block->line = html->line;
	html->block->flags =
	        frame->flags & ~(kind == CLAUSARY_BLOCK_CELL ? 0u : CLAUSARY_BLOCK_HEAD_CELL);
	html->block->level = kind == CLAUSARY_BLOCK_HEADING ? frame->level : 0;
	html->held = false;
	html->filled = false;
	html->strong = html->emphasis = true;
	html->gap.size = 0;
	if (kind == CLAUSARY_BLOCK_CELL)
		place_cell(html);
	if (kind == CLAUSARY_BLOCK_ITEM)
		html->block->level = html->lists.count ? (uint32_t)html->lists.count
		                     : frame->level    ? frame->level
		                                       : 1;
	if (kind == CLAUSARY_BLOCK_NOTE) {
		if (html->last_note == frame->note)
			html->block->flags |= CLAUSARY_BLOCK_CONTINUES;
		html->last_note = frame->note;
	}
	html->fresh = false;
	if (html->label.size) {
		html->block->flags |=
		        html->bullet ? CLAUSARY_BLOCK_BULLET : CLAUSARY_BLOCK_NUMBERED;
		clausary_builder_label(html->builder, clausary_buffer_slice(&html->label));
		html->label.size = 0;
	}
}

void
clausary_html_label(clausary_html *html, clausary_slice label, uint32_t flags)
{
	clausary_html_frame *frame = clausary_html_top(html);
	if (html->block && html->filled)
		return;
	if (html->block == NULL) {
		html->label.size = 0;
		if (kind_of(html, frame) == CLAUSARY_BLOCK_PARAGRAPH)
			frame->kind = CLAUSARY_BLOCK_ITEM;
		html->fresh = true;
		open_block(html);
	}
	html->block->flags |= flags;
	clausary_builder_label(html->builder, label);
}

void
clausary_html_settle_item(clausary_html *html)
{
	if (html->fresh && html->label.size) {
		clausary_html_close(html, true);
		open_block(html);
		clausary_html_close(html, true);
	}
}

void
clausary_html_hold_label(clausary_html *html, clausary_html_table *table)
{
	if (html->block == NULL || !html->filled || html->block->kind != CLAUSARY_BLOCK_CELL)
		return;
	clausary_slice text = clausary_builder_text(html->builder);
	text = clausary_slice_part(text, html->block->span.start, text.size);
	clausary_label label = clausary_label_parse(text);
	bool sure = label.open || label.close || label.kind == CLAUSARY_LABEL_BULLET;
	if (label.kind == CLAUSARY_LABEL_NONE || label.mark.size != text.size || !sure
	    || !table->plain) {
		table->labels = false;
		return;
	}
	push_marks(html);
	html->block->kind = CLAUSARY_BLOCK_ITEM;
	html->block->table = html->block->row = html->block->column = 0;
	html->block->level = 1;
	html->block->label = (clausary_span){html->block->span.start,
	                                     html->block->span.start + (uint32_t)text.size};
	if (label.kind == CLAUSARY_LABEL_BULLET)
		html->block->flags |= CLAUSARY_BLOCK_BULLET;
	clausary_builder_add(html->builder, CLAUSARY_SLICE("\t"));
	html->filled = false;
	html->held = true;
	html->strong = html->emphasis = true;
	html->gap.size = 0;
}

void
clausary_html_put(clausary_html *html, clausary_slice text)
{
	const clausary_html_frame *frame = clausary_html_top(html);
	if (html->block == NULL)
		open_block(html);
	end_others(html);
	if (html->filled)
		clausary_builder_add(html->builder, clausary_buffer_slice(&html->gap));
	html->gap.size = 0;
	begin_marks(html);
	clausary_builder_add(html->builder, text);
	html->filled = true;
	html->held = false;
	html->strong = html->strong && frame->serial[CLAUSARY_MARK_STRONG];
	html->emphasis = html->emphasis && frame->serial[CLAUSARY_MARK_EMPHASIS];
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

/* A blank between letters needs no folding. */
static bool
is_single_blank(clausary_slice text, size_t at)
{
	return text.data[at] == ' ' && at + 1 < text.size && !is_blank(text.data[at + 1]);
}

/* A blank is not written before what comes after it is known. */
static void
add_blank(clausary_html *html, char blank)
{
	if (clausary_html_top(html)->verbatim)
		clausary_buffer_add_byte(&html->gap, blank);
	else if (html->gap.size == 0)
		clausary_buffer_add_byte(&html->gap, ' ');
}

static bool
is_c1(clausary_slice text, size_t at)
{
	return text.data[at] == '\xc2' && at + 1 < text.size
	       && (unsigned char)text.data[at + 1] < 0xa0;
}

static void
put_c1(clausary_html *html, unsigned char byte)
{
	clausary_buffer one = {0};
	uint32_t meant = C1[byte & 31], c = meant ? meant : byte;
	clausary_utf8_add(&one, c);
	clausary_html_put(html, clausary_buffer_slice(&one));
	clausary_buffer_finish(&one);
}

/* A bullet is not printed before text that brings a label of its own. */
static void
drop_bullet(clausary_html *html, clausary_slice text)
{
	if (!html->fresh || !html->bullet || html->label.size == 0)
		return;
	clausary_label label = clausary_label_parse(clausary_slice_trim(text));
	if (label.kind != CLAUSARY_LABEL_NONE
	    && (label.close || label.kind == CLAUSARY_LABEL_DECIMAL))
		html->label.size = 0;
}

void
clausary_html_text(clausary_html *html, clausary_slice text)
{
	const clausary_html_frame *frame = clausary_html_top(html);
	if (frame->dropped)
		return;
	if (html->capturing) {
		clausary_buffer_add(&html->captured, text);
		return;
	}
	if (html->block == NULL)
		drop_bullet(html, text);
	for (size_t at = 0; at < text.size;) {
		size_t end = at;
		while (end < text.size && !is_c1(text, end)
		       && (!is_blank(text.data[end]) || (end > at && is_single_blank(text, end))))
			end++;
		if (end > at)
			clausary_html_put(html, clausary_slice_part(text, at, end));
		if (end < text.size && is_blank(text.data[end]))
			add_blank(html, text.data[end++]);
		else if (end < text.size) {
			put_c1(html, (unsigned char)text.data[end + 1]);
			end += 2;
		}
		at = end;
	}
}
