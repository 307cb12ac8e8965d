/* Paragraphs of a Word document: text is gathered run by run and becomes a block when the paragraph
 * mark comes. A paragraph whose mark is deleted goes on in the next one, as Word prints it. */
#include "input/docx_body.h"

#include "base/utf8.h"

#include <stdlib.h>

void
clausary_docx_reset_frame(clausary_docx_frame *frame)
{
	frame->fields.count = frame->tables.count = 0;
	frame->instructions = frame->contents_fields = frame->dropped = 0;
	frame->contents_from = 0;
}

void
clausary_docx_open_frame(clausary_docx_body *body, clausary_docx_story story)
{
	if (body->frame_count == body->frame_made) {
		body->frames = clausary_memory_resize(body->frames, (body->frame_made + 1)
		                                                            * sizeof *body->frames);
		body->frames[body->frame_made++] = clausary_memory_zeros(1, sizeof **body->frames);
	}
	const clausary_docx_frame *outer = body->frame_count ? body->frame : NULL;
	bool dropped = outer && (outer->dropped || outer->instructions);
	body->frame = body->frames[body->frame_count++];
	body->frame->story = story;
	body->frame->run = clausary_docx_plain_run();
	body->frame->open = body->frame->carried = body->frame->marking = false;
	body->frame->calls.count = body->frame->boxes.count = 0;
	clausary_docx_reset_frame(body->frame);
	body->frame->dropped = dropped;
}

void
clausary_docx_close_frame(clausary_docx_body *body)
{
	clausary_docx_close_paragraph(body);
	clausary_docx_end_carried(body);
	if (body->frame->instructions)
		clausary_diagnose(body->docx->context, CLAUSARY_DIAGNOSTIC_DAMAGED_MARKUP,
		                  clausary_builder_name(body->docx->builder), body->frame->line,
		                  "a field is not closed; text after it may be left out");
	if (--body->frame_count)
		body->frame = body->frames[body->frame_count - 1];
}

void
clausary_docx_open_paragraph(clausary_docx_body *body)
{
	clausary_docx_frame *frame = body->frame;
	clausary_docx_close_paragraph(body);
	body->paragraphs++;
	if (!frame->carried) {
		frame->text.size = 0;
		frame->marks.count = 0;
		frame->visible = frame->plain = frame->upright = frame->contents = false;
		frame->line = body->paragraphs;
		frame->strong = (clausary_docx_mark){.kind = CLAUSARY_MARK_STRONG};
		frame->emphasis = (clausary_docx_mark){.kind = CLAUSARY_MARK_EMPHASIS};
		frame->changed = (clausary_docx_mark){.kind = CLAUSARY_MARK_CHANGED};
		frame->removed = false;
	}
	frame->open = true;
	frame->carried = false;
	frame->mark_removed = frame->mark_hidden = frame->mark_joins = false;
	frame->properties = clausary_docx_plain_properties();
	frame->run = clausary_docx_plain_run();
	frame->resolved = frame->marking = false;
}

/* Put a mark that has ended in its place: marks stand in the order of their starts. */
static void
keep_mark(clausary_docx_frame *frame, clausary_docx_mark *mark)
{
	if (mark->start == mark->end)
		return;
	size_t at = frame->marks.count;
	clausary_array_push(&frame->marks, *mark);
	for (; at > 0 && frame->marks.items[at - 1].start > mark->start; at--)
		frame->marks.items[at] = frame->marks.items[at - 1];
	frame->marks.items[at] = *mark;
	mark->start = mark->end;
}

static void
grow_mark(clausary_docx_frame *frame, clausary_docx_mark *mark, bool on, uint32_t start,
          uint32_t end)
{
	if (!on) {
		keep_mark(frame, mark);
		return;
	}
	if (mark->start == mark->end)
		mark->start = start;
	mark->end = end;
}

/* Text that a change put there is marked, and the first letter after what a change took away. */
static void
grow_change(clausary_docx_frame *frame, bool changed, uint32_t start, uint32_t end)
{
	uint32_t letter = start + 1;
	while (letter < end && (frame->text.data[letter] & 0xc0) == 0x80)
		letter++;
	grow_mark(frame, &frame->changed, changed || frame->removed, start, changed ? end : letter);
	frame->removed = false;
}

/* Text that was taken away at the end of a paragraph marks its last letter. */
static void
end_change(clausary_docx_frame *frame)
{
	clausary_slice text = clausary_slice_trim(clausary_buffer_slice(&frame->text));
	if (frame->removed && text.size) {
		uint32_t end = (uint32_t)(text.data - frame->text.data + text.size);
		size_t last = clausary_utf8_start(text, text.size - 1);
		grow_mark(frame, &frame->changed, true,
		          (uint32_t)(text.data - frame->text.data) + (uint32_t)last, end);
	}
	keep_mark(frame, &frame->changed);
}

/* A toggle property: what the run says itself, else the styles of paragraph and character, of which
 * two cancel each other (17.7.3). */
static bool
toggle(signed char own, signed char paragraph, signed char character)
{
	if (own != CLAUSARY_DOCX_UNSET)
		return own;
	return (paragraph == CLAUSARY_DOCX_ON) != (character == CLAUSARY_DOCX_ON);
}

static void
resolve_run(const clausary_docx_styles *styles, clausary_docx_frame *frame)
{
	static const clausary_docx_run NO_RUN = {-1, -1, -1, -1, -1, -1, 0, CLAUSARY_NONE};
	const clausary_docx_style *style = clausary_docx_style_of(styles, &frame->properties);
	const clausary_docx_run *own = &frame->run;
	const clausary_docx_run *paragraph = style ? &style->run : &NO_RUN;
	const clausary_docx_run *character =
	        own->style < styles->items.count ? &styles->items.items[own->style].run : &NO_RUN;
	bool complex = own->complex == CLAUSARY_DOCX_ON || character->complex == CLAUSARY_DOCX_ON;
	frame->is_hidden = toggle(own->hidden, paragraph->hidden, character->hidden);
	frame->is_strong = complex ? toggle(own->complex_strong, paragraph->complex_strong,
	                                    character->complex_strong)
	                           : toggle(own->strong, paragraph->strong, character->strong);
	frame->is_emphasis =
	        complex ? toggle(own->complex_emphasis, paragraph->complex_emphasis,
		                 character->complex_emphasis)
		        : toggle(own->emphasis, paragraph->emphasis, character->emphasis);
	frame->resolved = true;
}

/* Whether text of the open run is printed. */
static bool
is_printed(clausary_docx_body *body)
{
	clausary_docx_frame *frame = body->frame;
	if (!frame->open || frame->instructions || frame->dropped)
		return false;
	if (!frame->resolved)
		resolve_run(&body->docx->styles, frame);
	return !frame->is_hidden;
}

void
clausary_docx_add_text(clausary_docx_body *body, clausary_slice text)
{
	clausary_docx_frame *frame = body->frame;
	if (text.size == 0 || !is_printed(body))
		return;
	clausary_buffer *to = frame->marking ? &body->mark : &frame->text;
	size_t start = to->size;
	if (frame->run.font == CLAUSARY_DOCX_FONT_TEXT)
		clausary_buffer_add(to, text);
	else
		clausary_docx_add_symbols(to, frame->run.font, text);
	clausary_slice added = clausary_slice_part(clausary_buffer_slice(to), start, to->size);
	clausary_slice seen = clausary_slice_trim(added);
	if (frame->marking || seen.size == 0)
		return;
	uint32_t from = (uint32_t)(seen.data - to->data), end = from + (uint32_t)seen.size;
	frame->visible = true;
	frame->plain |= !frame->is_strong;
	frame->upright |= !frame->is_emphasis;
	frame->contents |= frame->contents_fields > 0;
	grow_mark(frame, &frame->strong, frame->is_strong, from, end);
	grow_mark(frame, &frame->emphasis, frame->is_emphasis, from, end);
	grow_change(frame, body->changes > 0, from, end);
}

void
clausary_docx_remove_text(clausary_docx_frame *frame)
{
	frame->removed |= frame->open;
}

void
clausary_docx_add_call(clausary_docx_body *body, bool endnote, clausary_slice id, bool marked)
{
	if (!is_printed(body) || body->notes)
		return;
	clausary_docx_call call = {.endnote = endnote,
	                           .id = clausary_arena_copy(&body->docx->arena, id)};
	clausary_array_push(&body->frame->calls, call);
	body->frame->marking = marked;
	body->mark.size = 0;
}

void
clausary_docx_end_run(clausary_docx_frame *frame, clausary_docx_body *body)
{
	if (frame->marking && frame->calls.count)
		frame->calls.items[frame->calls.count - 1].mark = clausary_arena_copy(
		        &body->docx->arena,
		        clausary_slice_trim(clausary_buffer_slice(&body->mark)));
	frame->marking = false;
	frame->run = clausary_docx_plain_run();
	frame->resolved = false;
}

static uint32_t
kind_of(const clausary_docx_body *body, const clausary_docx_style *style, int32_t outline,
        bool listed)
{
	const clausary_docx_frame *frame = body->frame;
	clausary_docx_role role = style ? style->role : CLAUSARY_DOCX_PLAIN;
	if (body->notes)
		return CLAUSARY_BLOCK_NOTE;
	if (frame->contents || body->galleries || role == CLAUSARY_DOCX_CONTENTS)
		return CLAUSARY_BLOCK_CONTENTS;
	if (frame->tables.count)
		return CLAUSARY_BLOCK_CELL;
	if (outline >= 0 && outline < 9)
		return CLAUSARY_BLOCK_HEADING;
	if (role == CLAUSARY_DOCX_CAPTION)
		return CLAUSARY_BLOCK_CAPTION;
	if (listed)
		return CLAUSARY_BLOCK_ITEM;
	if (role == CLAUSARY_DOCX_QUOTE)
		return CLAUSARY_BLOCK_QUOTE;
	return role == CLAUSARY_DOCX_CODE ? CLAUSARY_BLOCK_CODE : CLAUSARY_BLOCK_PARAGRAPH;
}

static uint32_t
flags_of(const clausary_docx_frame *frame, const clausary_docx_style *style,
         const clausary_docx_label *label, bool labelled)
{
	signed char centred = frame->properties.centred;
	uint32_t flags = 0;
	if (centred == CLAUSARY_DOCX_UNSET && style)
		centred = style->paragraph.centred;
	if (frame->visible && !frame->plain)
		flags |= CLAUSARY_BLOCK_STRONG;
	if (frame->visible && !frame->upright)
		flags |= CLAUSARY_BLOCK_EMPHASIS;
	if (centred == CLAUSARY_DOCX_ON)
		flags |= CLAUSARY_BLOCK_CENTRED;
	if (labelled)
		flags |= label->bullet ? CLAUSARY_BLOCK_BULLET : CLAUSARY_BLOCK_NUMBERED;
	if (style && style->role == CLAUSARY_DOCX_TITLE)
		flags |= CLAUSARY_BLOCK_TITLE;
	if (frame->tables.count && frame->tables.items[frame->tables.count - 1].head)
		flags |= CLAUSARY_BLOCK_HEAD_CELL;
	return flags;
}

/* The block that the finished paragraph is; its label goes to `body->label`. */
static clausary_block
describe(clausary_docx_body *body)
{
	clausary_docx_frame *frame = body->frame;
	const clausary_docx_style *style =
	        clausary_docx_style_of(&body->docx->styles, &frame->properties);
	int32_t outline = frame->properties.outline;
	if (outline < 0 && style)
		outline = style->paragraph.outline;
	bool heading =
	        outline >= 0 && outline < 9 && !(style && style->role == CLAUSARY_DOCX_CONTENTS);
	if (heading && frame->visible && frame->contents_fields) {
		clausary_docx_end_contents(frame); /* no heading stands in a table of contents */
		frame->contents = false;
	}
	body->label.size = 0;
	clausary_docx_label label =
	        clausary_docx_count(body->docx, frame->story, &frame->properties, &body->label);
	clausary_block block = {
	        .kind = kind_of(body, style, outline, label.listed),
	        .flags = flags_of(frame, style, &label, body->label.size > 0),
	        .line = frame->line,
	};
	if (block.kind == CLAUSARY_BLOCK_HEADING)
		block.level = (uint32_t)outline + 1;
	else if (label.listed)
		block.level = label.level + 1;
	if (frame->tables.count) {
		const clausary_docx_table *table = &frame->tables.items[frame->tables.count - 1];
		block.table = table->number;
		block.row = table->row;
		block.column = table->column;
	}
	return block;
}

static void
keep_record(clausary_docx *docx, clausary_docx_records *records, clausary_docx_record record)
{
	size_t size = record.mark_count * sizeof *record.marks;
	if (record.label.size == 0 && clausary_slice_trim(record.text).size == 0)
		return;
	clausary_docx_mark *marks = clausary_arena_allocate(&docx->arena, size);
	if (size)
		memcpy(marks, record.marks, size);
	record.marks = marks;
	record.label = clausary_arena_copy(&docx->arena, record.label);
	record.text = clausary_arena_copy(&docx->arena, record.text);
	clausary_array_push(records, record);
}

/* Hand the finished paragraph on: to the builder with its notes and boxes, or to what it hangs in.
 */
static void
hand_on(clausary_docx_body *body, const clausary_docx_record *record)
{
	clausary_docx_frame *frame = body->frame;
	clausary_docx_frame *outer =
	        body->frame_count > 1 ? body->frames[body->frame_count - 2] : NULL;
	if (outer || body->notes) {
		clausary_docx_records *to = outer ? &outer->boxes : &body->notes->records;
		if (record)
			keep_record(body->docx, to, *record);
		for (size_t i = 0; i < frame->boxes.count; i++)
			clausary_array_push(to, frame->boxes.items[i]);
		for (size_t i = 0; outer && i < frame->calls.count; i++)
			clausary_array_push(&outer->calls, frame->calls.items[i]);
		return;
	}
	if (record)
		clausary_docx_push(body->docx, record);
	for (size_t i = 0; i < frame->calls.count; i++)
		clausary_docx_push_note(body->docx, &frame->calls.items[i], frame->line);
	for (size_t i = 0; i < frame->boxes.count; i++)
		clausary_docx_push(body->docx, &frame->boxes.items[i]);
}

static void
finish(clausary_docx_body *body)
{
	clausary_docx_frame *frame = body->frame;
	bool unseen =
	        frame->dropped || (frame->mark_hidden && !frame->mark_joins && !frame->visible);
	frame->carried = false;
	keep_mark(frame, &frame->strong);
	keep_mark(frame, &frame->emphasis);
	end_change(frame);
	if (!unseen) {
		clausary_docx_record record = {.block = describe(body)};
		record.label = clausary_buffer_slice(&body->label);
		record.text = clausary_buffer_slice(&frame->text);
		record.marks = frame->marks.items;
		record.mark_count = frame->marks.count;
		hand_on(body, &record);
	} else {
		hand_on(body, NULL);
	}
	frame->calls.count = frame->boxes.count = 0;
}

void
clausary_docx_close_paragraph(clausary_docx_body *body)
{
	clausary_docx_frame *frame = body->frame;
	if (!frame->open)
		return;
	clausary_docx_end_run(frame, body);
	frame->open = false;
	frame->carried = frame->mark_removed && !frame->dropped;
	if (!frame->carried)
		finish(body);
}

void
clausary_docx_end_carried(clausary_docx_body *body)
{
	if (body->frame->carried)
		finish(body);
}
