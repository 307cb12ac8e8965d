/* The beginning and end of elements: what each passes on to what is inside it, and what it prints
 * itself. */
#include "input/html.h"

#include "base/limits.h"

#include <libxml/SAX2.h>

static uint32_t
line_now(const clausary_html *html)
{
	uint32_t line = html->parser ? (uint32_t)xmlSAX2GetLineNumber(html->parser) : 1;
	return html->first_line + line - 1;
}

static bool
is_block_role(clausary_html_role role)
{
	return (role >= CLAUSARY_HTML_BLOCK && role <= CLAUSARY_HTML_CONTENTS)
	       || role == CLAUSARY_HTML_WHOLE;
}

/* Elements nested deeper than the limit still end lines, and nothing else. */
static clausary_html_role
flatten(clausary_html *html, clausary_html_role role)
{
	if (!html->too_deep)
		clausary_diagnose(
		        clausary_builder_context(html->builder), CLAUSARY_DIAGNOSTIC_LIMIT_REACHED,
		        clausary_builder_name(html->builder), line_now(html),
		        "elements are nested deeper than %d; what is inside is read as plain text",
		        CLAUSARY_LIMIT_ELEMENT_DEPTH);
	html->too_deep = true;
	if (role == CLAUSARY_HTML_DROP || role == CLAUSARY_HTML_BREAK)
		return role;
	return is_block_role(role) ? CLAUSARY_HTML_BLOCK : CLAUSARY_HTML_INLINE;
}

static void
begin_capture(clausary_html *html, clausary_html_capture what)
{
	if (html->capturing)
		return;
	html->capturing = what;
	html->captured.size = 0;
	clausary_html_top(html)->capture = true;
}

static clausary_slice
target_of(clausary_slice href)
{
	const char *hash = href.size ? memchr(href.data, '#', href.size) : NULL;
	size_t at = hash ? (size_t)(hash - href.data) + 1 : href.size;
	return clausary_slice_part(href, at, href.size);
}

static bool
is_any(clausary_slice value, const char *a, const char *b)
{
	return clausary_slice_equal(value, clausary_slice_of(a))
	       || clausary_slice_equal(value, clausary_slice_of(b));
}

/* A link to or from a footnote; one that names the footnote makes its paragraph the footnote. */
static void
start_link(clausary_html *html, const clausary_html_attributes *a)
{
	clausary_slice target = target_of(a->href);
	clausary_html_frame *frame = clausary_html_top(html), *parent = frame - 1;
	bool back = clausary_html_names_call(target)
	            || is_any(a->role, "doc-backlink", "doc-backlink")
	            || clausary_html_has_class(a->class, "footnote-back")
	            || clausary_html_has_class(a->class, "reversefootnote");
	bool named = clausary_html_names_note(a->id) || clausary_html_names_note(a->name);
	if (back && named && !frame->note && !(html->block && html->filled))
		frame->note = parent->note = ++html->serial;
	if (back)
		begin_capture(html, CLAUSARY_HTML_CAPTURE_BACK);
	else if (clausary_html_names_note(target) || is_any(a->role, "doc-noteref", "doc-noteref")
	         || is_any(a->sort, "noteref", "footnoteref"))
		begin_capture(html, CLAUSARY_HTML_CAPTURE_CALL);
}

/* Bullets of Word's symbol fonts are letters in them. */
static void
label_by_word(clausary_html *html, clausary_slice label)
{
	bool single = label.size == 1 || (label.size == 2 && label.data[0] == '\xc2');
	bool bullet = single && (clausary_html_top(html)->symbols || label.size == 2);
	label = bullet ? CLAUSARY_SLICE("\xe2\x80\xa2") : label;
	bullet = bullet || (label.size && !strpbrk(label.data, "0123456789") && label.size == 3);
	if (label.size)
		clausary_html_label(html, label,
		                    bullet ? CLAUSARY_BLOCK_BULLET : CLAUSARY_BLOCK_NUMBERED);
}

static bool
has_letters(clausary_slice text)
{
	for (size_t i = 0; i < text.size; i++)
		if (clausary_ascii_is_digit(text.data[i]) || clausary_ascii_is_letter(text.data[i]))
			return true;
	return false;
}

/* What was collected is a mark that is not printed here, a label, or text after all. */
static void
end_capture(clausary_html *html)
{
	clausary_html_capture what = html->capturing;
	clausary_html_frame *frame = clausary_html_top(html);
	clausary_buffer_add_byte(&html->captured, '\0');
	clausary_slice text = {html->captured.data, html->captured.size - 1};
	clausary_slice mark = clausary_html_note_mark(text);
	bool first = frame->note && !(html->block && html->filled);
	html->capturing = CLAUSARY_HTML_NO_CAPTURE;
	if (what == CLAUSARY_HTML_CAPTURE_LABEL)
		label_by_word(html, clausary_slice_trim(text));
	else if (mark.size && first && what != CLAUSARY_HTML_CAPTURE_CALL) {
		if (html->label.size == 0
		    && !(html->block && html->block->label.end > html->block->label.start))
			clausary_html_label(html, mark, 0);
	} else if (what == CLAUSARY_HTML_CAPTURE_CALL
	                   ? mark.size == 0
	                   : !(what == CLAUSARY_HTML_CAPTURE_BACK
	                       && (!has_letters(text) || (frame->note && mark.size))))
		clausary_html_text(html, text);
}

static void
start_item(clausary_html *html, const clausary_html_attributes *a)
{
	static const clausary_html_list STRAY = {.style = '*', .next = 1, .step = 1};
	clausary_html_list stray = STRAY;
	clausary_html_list *list =
	        html->lists.count ? &html->lists.items[html->lists.count - 1] : &stray;
	clausary_html_settle_item(html);
	html->label.size = 0;
	clausary_html_next_label(list, a, &html->label);
	html->bullet = html->label.size == 3 && html->label.data[0] == '\xe2';
	html->fresh = true;
	clausary_html_top(html)->kind = CLAUSARY_BLOCK_ITEM;
}

static void
start_cell(clausary_html *html, const clausary_html_attributes *a, bool head)
{
	clausary_html_frame *frame = clausary_html_top(html);
	frame->kind = CLAUSARY_BLOCK_PARAGRAPH;
	if (html->tables.count == 0)
		return;
	clausary_html_table *table = &html->tables.items[html->tables.count - 1];
	if (!table->started)
		clausary_html_row(table);
	if (!clausary_html_cell(table, a, &frame->column))
		return;
	frame->kind = CLAUSARY_BLOCK_CELL;
	frame->flags |= head ? CLAUSARY_BLOCK_HEAD_CELL : 0;
	table->plain = table->plain && !head;
}

static void
start_table(clausary_html *html, const clausary_html_attributes *a)
{
	bool plain = clausary_html_number(a->border, 0) == 0;
	clausary_html_settle_item(html);
	clausary_html_close(html, true);
	clausary_html_top(html)->kind = CLAUSARY_BLOCK_PARAGRAPH;
	clausary_array_push(&html->tables, ((clausary_html_table){
	                                           .number = ++html->table_count,
	                                           .plain = plain,
	                                           .labels = true,
	                                   }));
}

static void
start_block(clausary_html *html, clausary_html_role role, uint32_t level,
            const clausary_html_attributes *a)
{
	static const clausary_block_kind KINDS[] = {
	        [CLAUSARY_HTML_HEADING] = CLAUSARY_BLOCK_HEADING,
	        [CLAUSARY_HTML_QUOTE] = CLAUSARY_BLOCK_QUOTE,
	        [CLAUSARY_HTML_CODE] = CLAUSARY_BLOCK_CODE,
	        [CLAUSARY_HTML_CAPTION] = CLAUSARY_BLOCK_CAPTION,
	        [CLAUSARY_HTML_TERM] = CLAUSARY_BLOCK_TERM,
	        [CLAUSARY_HTML_DESCRIPTION] = CLAUSARY_BLOCK_DESCRIPTION,
	};
	clausary_html_frame *frame = clausary_html_top(html);
	clausary_html_close(html, role == CLAUSARY_HTML_ROW);
	html->line = line_now(html);
	if (role < sizeof KINDS / sizeof *KINDS && KINDS[role] != CLAUSARY_BLOCK_PARAGRAPH)
		frame->kind = KINDS[role];
	if (role == CLAUSARY_HTML_HEADING)
		frame->level = level;
	else if (role == CLAUSARY_HTML_BLOCK && level)
		frame->flags |= CLAUSARY_BLOCK_CENTRED;
	else if (role == CLAUSARY_HTML_CODE)
		frame->verbatim = true;
	else if (role == CLAUSARY_HTML_CONTENTS)
		frame->contents = true;
	else if (role == CLAUSARY_HTML_NUMBERS || role == CLAUSARY_HTML_BULLETS) {
		clausary_html_settle_item(html);
		clausary_array_push(&html->lists, clausary_html_list_of(role, a));
	} else if (role == CLAUSARY_HTML_ITEM)
		start_item(html, a);
	else if (role == CLAUSARY_HTML_TABLE)
		start_table(html, a);
	else if (role == CLAUSARY_HTML_ROW && html->tables.count)
		clausary_html_row(&html->tables.items[html->tables.count - 1]);
	else if (role == CLAUSARY_HTML_CELL || role == CLAUSARY_HTML_HEAD_CELL)
		start_cell(html, a, role == CLAUSARY_HTML_HEAD_CELL);
	else if (role == CLAUSARY_HTML_WHOLE && a->language.size && !html->language) {
		clausary_builder_language(html->builder, a->language);
		html->language = true;
	}
}

static void
start_break(clausary_html *html)
{
	if (html->capturing)
		clausary_buffer_add_byte(&html->captured, ' ');
	else if (html->block && html->filled) {
		html->gap.size = 0;
		clausary_buffer_add_byte(&html->gap, '\n');
	}
}

static void
set_serial(clausary_html *html, clausary_mark_kind kind, bool anew)
{
	uint32_t *serial = &clausary_html_top(html)->serial[kind];
	if (*serial == 0 || anew)
		*serial = ++html->serial;
}

static void
start_inline(clausary_html *html, clausary_html_role role, const clausary_html_attributes *a)
{
	clausary_html_frame *frame = clausary_html_top(html);
	if (role == CLAUSARY_HTML_STRONG)
		set_serial(html, CLAUSARY_MARK_STRONG, false);
	else if (role == CLAUSARY_HTML_EMPHASIS)
		set_serial(html, CLAUSARY_MARK_EMPHASIS, false);
	else if (role == CLAUSARY_HTML_INSERTED || role == CLAUSARY_HTML_DELETED)
		set_serial(html, CLAUSARY_MARK_CHANGED, false);
	else if (role == CLAUSARY_HTML_DEFINED)
		set_serial(html, CLAUSARY_MARK_DEFINED, true);
	else if (role == CLAUSARY_HTML_ABBREVIATION) {
		set_serial(html, CLAUSARY_MARK_ABBREVIATION, true);
		html->abbreviation = clausary_arena_copy(&html->arena, a->title);
	} else if (role == CLAUSARY_HTML_LINK)
		start_link(html, a);
	else if (role == CLAUSARY_HTML_RAISED && frame->note && !(html->block && html->filled))
		begin_capture(html, CLAUSARY_HTML_CAPTURE_RAISED);
	else if (role == CLAUSARY_HTML_QUOTED)
		clausary_html_text(html, CLAUSARY_SLICE("\xe2\x80\x9c"));
	else if (role == CLAUSARY_HTML_BREAK)
		start_break(html);
}

/* What any element can say in its style attribute. */
static void
apply_style(clausary_html *html, clausary_html_frame *frame, clausary_slice style)
{
	clausary_slice weight = clausary_html_style(style, "font-weight");
	clausary_slice list = clausary_html_style(style, "mso-list");
	size_t level = clausary_slice_find(list, CLAUSARY_SLICE("level"));
	if (clausary_slice_equal(weight, CLAUSARY_SLICE("bold"))
	    || clausary_html_number(weight, 400) >= 600)
		set_serial(html, CLAUSARY_MARK_STRONG, false);
	if (clausary_slice_equal(clausary_html_style(style, "font-style"),
	                         CLAUSARY_SLICE("italic")))
		set_serial(html, CLAUSARY_MARK_EMPHASIS, false);
	if (clausary_slice_find(style, CLAUSARY_SLICE("Symbol")) != SIZE_MAX
	    || clausary_slice_find(style, CLAUSARY_SLICE("Wingdings")) != SIZE_MAX
	    || clausary_slice_find(style, CLAUSARY_SLICE("Courier New")) != SIZE_MAX)
		frame->symbols = true;
	if (level != SIZE_MAX && list.size > level + 5)
		frame->level = (uint32_t)clausary_html_number(
		        clausary_slice_part(list, level + 5, list.size), 1);
	if (clausary_slice_equal_ascii(list, CLAUSARY_SLICE("Ignore")))
		begin_capture(html, CLAUSARY_HTML_CAPTURE_LABEL);
}

/* What a block element is by its id, class, role and alignment. */
static void
apply_names(clausary_html *html, clausary_html_frame *frame, const clausary_html_attributes *a)
{
	if (clausary_html_names_note(a->id) || is_any(a->role, "doc-footnote", "doc-endnote")
	    || is_any(a->sort, "footnote", "endnote") || is_any(a->sort, "rearnote", "rearnote"))
		frame->note = ++html->serial;
	if (is_any(a->role, "doc-toc", "navigation") || is_any(a->sort, "toc", "toc")
	    || is_any(a->id, "toc", "TOC") || clausary_html_has_class(a->class, "toc")
	    || clausary_html_has_class(a->class, "table-of-contents")
	    || clausary_slice_starts(a->class, CLAUSARY_SLICE("MsoToc")))
		frame->contents = true;
	if (clausary_html_has_class(a->class, "MsoTitle"))
		frame->flags |= CLAUSARY_BLOCK_TITLE;
	if (clausary_slice_equal_ascii(a->align, CLAUSARY_SLICE("center"))
	    || clausary_slice_equal(clausary_html_style(a->style, "text-align"),
	                            CLAUSARY_SLICE("center")))
		frame->flags |= CLAUSARY_BLOCK_CENTRED;
}

void
clausary_html_start(clausary_html *html, clausary_slice name, const unsigned char **list)
{
	uint32_t level = 0;
	clausary_html_role role = clausary_html_role_of(name, &level);
	if (html->frames.count > CLAUSARY_LIMIT_ELEMENT_DEPTH)
		role = flatten(html, role);
	clausary_html_frame copy = *clausary_html_top(html);
	clausary_html_frame *frame = clausary_array_add(&html->frames);
	*frame = copy;
	frame->role = role;
	frame->capture = frame->begun = false;
	if (frame->dropped)
		return;
	clausary_html_attributes a = clausary_html_attributes_of(list);
	bool original = html->options->changes == CLAUSARY_CHANGES_ORIGINAL;
	frame->dropped = a.hidden || role == CLAUSARY_HTML_DROP
	                 || (role == CLAUSARY_HTML_DELETED && !original)
	                 || (role == CLAUSARY_HTML_INSERTED && original)
	                 || clausary_slice_equal(clausary_html_style(a.style, "display"),
	                                         CLAUSARY_SLICE("none"));
	if (frame->dropped)
		return;
	frame->begun = true;
	if (is_block_role(role)) {
		apply_names(html, frame, &a);
		start_block(html, role, level, &a);
	}
	if (a.style.size)
		apply_style(html, frame, a.style);
	if (!is_block_role(role))
		start_inline(html, role, &a);
}

static void
end_block(clausary_html *html, clausary_html_role role)
{
	clausary_html_table *table =
	        html->tables.count ? &html->tables.items[html->tables.count - 1] : NULL;
	const clausary_html_frame *frame = clausary_html_top(html);
	if (frame->kind == CLAUSARY_BLOCK_CELL && frame->column == 0 && table && table->labels)
		clausary_html_hold_label(html, table);
	clausary_html_close(html, role == CLAUSARY_HTML_ROW || role == CLAUSARY_HTML_TABLE);
	html->line = line_now(html);
	if (role == CLAUSARY_HTML_ITEM) {
		html->label.size = 0;
		html->fresh = false;
	} else if ((role == CLAUSARY_HTML_NUMBERS || role == CLAUSARY_HTML_BULLETS)
	           && html->lists.count) {
		html->lists.count--;
	} else if (role == CLAUSARY_HTML_TABLE && table) {
		clausary_array_finish(&table->spans);
		html->tables.count--;
	}
}

void
clausary_html_end(clausary_html *html)
{
	clausary_html_frame *frame = clausary_html_top(html);
	if (html->frames.count == 1)
		return;
	if (frame->capture)
		end_capture(html);
	frame = clausary_html_top(html);
	if (frame->begun && is_block_role(frame->role))
		end_block(html, frame->role);
	else if (frame->begun && frame->role == CLAUSARY_HTML_QUOTED)
		clausary_html_text(html, CLAUSARY_SLICE("\xe2\x80\x9d"));
	html->frames.count--;
}
