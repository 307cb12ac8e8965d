/* Footnotes and endnotes of a Word document (ISO/IEC 29500-1, 17.11): read before the text, pushed
 * after the block that calls them. Numbering runs on through the document; restarts by page cannot
 * be known. */
#include "input/docx.h"

void
clausary_docx_push(clausary_docx *docx, const clausary_docx_record *record)
{
	bool blank = clausary_slice_trim(record->text).size == 0;
	/* a number without text is printed and may be meant; a bullet alone says nothing */
	if (blank && (record->label.size == 0 || record->block.flags & CLAUSARY_BLOCK_BULLET))
		return;
	clausary_block *block = clausary_builder_open(docx->builder, record->block.kind);
	block->flags = record->block.flags;
	block->level = record->block.level;
	block->table = record->block.table;
	block->row = record->block.row;
	block->column = record->block.column;
	block->line = record->block.line;
	if (record->label.size)
		clausary_builder_label(docx->builder, record->label);
	if (!blank) {
		clausary_span span = clausary_builder_add(docx->builder, record->text);
		for (size_t i = 0; i < record->mark_count && span.start < span.end; i++) {
			const clausary_docx_mark *mark = &record->marks[i];
			clausary_span of = {span.start + mark->start, span.start + mark->end};
			clausary_builder_mark(docx->builder, mark->kind, of, CLAUSARY_SLICE(""));
		}
	}
	clausary_builder_close(docx->builder);
}

/* Push a paragraph without its first `cut` bytes. */
static void
push_cut(clausary_docx *docx, clausary_docx_record record, size_t cut)
{
	CLAUSARY_ARRAY(clausary_docx_mark) marks = {0};
	for (size_t i = 0; i < record.mark_count; i++) {
		clausary_docx_mark mark = record.marks[i];
		mark.start = mark.start > cut ? mark.start - (uint32_t)cut : 0;
		mark.end = mark.end > cut ? mark.end - (uint32_t)cut : 0;
		if (mark.start < mark.end)
			clausary_array_push(&marks, mark);
	}
	record.text = clausary_slice_part(record.text, cut, record.text.size);
	record.marks = marks.items;
	record.mark_count = marks.count;
	clausary_docx_push(docx, &record);
	clausary_array_finish(&marks);
}

/* How much of a note's first paragraph is not its text: blanks, and the mark where the author typed
 * it. */
static size_t
size_of_opening(clausary_slice text, clausary_slice mark)
{
	size_t at = clausary_slice_skip_blanks(text, 0);
	if (mark.size && clausary_slice_starts(clausary_slice_part(text, at, text.size), mark))
		at += mark.size;
	return clausary_slice_skip_blanks(text, at);
}

static void
push_paragraphs(clausary_docx *docx, const clausary_docx_notes *notes,
                const clausary_docx_note *note, clausary_slice label, bool typed, uint32_t line)
{
	clausary_slice mark = typed ? label : CLAUSARY_SLICE("");
	for (size_t i = note->start; i < note->end; i++) {
		clausary_docx_record record = notes->records.items[i];
		record.block.line = line;
		if (label.size == 0) {
			record.block.flags |= CLAUSARY_BLOCK_CONTINUES;
			clausary_docx_push(docx, &record);
		} else if (clausary_slice_trim(record.text).size) {
			record.label = label;
			record.block.level = 0;
			record.block.flags &= ~(CLAUSARY_BLOCK_NUMBERED | CLAUSARY_BLOCK_BULLET);
			record.block.flags |= typed ? 0 : CLAUSARY_BLOCK_NUMBERED;
			label.size = 0;
			push_cut(docx, record, size_of_opening(record.text, mark));
		}
	}
}

static void
tell_missing(clausary_docx *docx, const clausary_docx_call *call, uint32_t line)
{
	if (!(docx->told & CLAUSARY_DOCX_TOLD_NOTE))
		clausary_diagnose(docx->context, CLAUSARY_DIAGNOSTIC_MISSING_PART,
		                  clausary_builder_name(docx->builder), line,
		                  "%s \"%.*s\" is called but not in the file; it is left out",
		                  call->endnote ? "endnote" : "footnote",
		                  (int)(call->id.size < 32 ? call->id.size : 32), call->id.data);
	docx->told |= CLAUSARY_DOCX_TOLD_NOTE;
}

void
clausary_docx_push_note(clausary_docx *docx, const clausary_docx_call *call, uint32_t line)
{
	clausary_docx_notes *notes = &docx->notes[call->endnote];
	uint32_t index = clausary_map_get(&notes->by_id, call->id);
	clausary_buffer label = {0};
	bool typed = call->mark.size > 0;
	if (typed)
		clausary_buffer_add(&label, call->mark);
	else
		clausary_docx_add_number(&label, notes->format, notes->next++);
	if (index == CLAUSARY_NONE) {
		tell_missing(docx, call, line);
	} else if (!notes->items.items[index].used) {
		notes->items.items[index].used =
		        true; /* a second call prints the number, not the text */
		push_paragraphs(docx, notes, &notes->items.items[index],
		                clausary_buffer_slice(&label), typed, line);
	}
	clausary_buffer_finish(&label);
}

/* While the settings are parsed: which notes the open element speaks of. */
typedef struct state {
	clausary_docx *docx;
	clausary_docx_notes *notes;
} state;

static void
on_setting(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	state *settings = payload;
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	if (name == CLAUSARY_DOCX_FOOTNOTE_PR)
		settings->notes = &settings->docx->notes[0];
	else if (name == CLAUSARY_DOCX_ENDNOTE_PR)
		settings->notes = &settings->docx->notes[1];
	else if (settings->notes && name == CLAUSARY_DOCX_NUM_FMT)
		settings->notes->format = clausary_arena_copy(&settings->docx->arena, value);
	else if (settings->notes && name == CLAUSARY_DOCX_NUM_START)
		settings->notes->next = clausary_xml_number(value, 0, INT16_MAX, 1);
}

static void
on_setting_end(void *payload, uint32_t name)
{
	state *settings = payload;
	if (name == CLAUSARY_DOCX_FOOTNOTE_PR || name == CLAUSARY_DOCX_ENDNOTE_PR)
		settings->notes = NULL;
}

clausary_status
clausary_docx_read_notes(clausary_docx *docx)
{
	state settings = {.docx = docx};
	clausary_xml_events events = {
	        .start = on_setting, .end = on_setting_end, .payload = &settings};
	clausary_status status = CLAUSARY_OK;
	docx->notes[0].format = CLAUSARY_SLICE("decimal");
	docx->notes[1].format = CLAUSARY_SLICE("lowerRoman");
	docx->notes[0].next = docx->notes[1].next = 1;
	if (docx->parts.settings)
		status = clausary_docx_parse(docx, docx->parts.settings, events, NULL);
	for (int endnotes = 0; endnotes < 2 && status == CLAUSARY_OK; endnotes++)
		if (docx->parts.notes[endnotes])
			status = clausary_docx_read_note_bodies(docx, docx->parts.notes[endnotes],
			                                        endnotes);
	return status;
}

void
clausary_docx_notes_finish(clausary_docx_notes *notes)
{
	clausary_array_finish(&notes->records);
	clausary_array_finish(&notes->items);
	clausary_map_finish(&notes->by_id);
}
