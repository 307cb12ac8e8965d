/* The running text of a Word document (ISO/IEC 29500-1, 17.2 to 17.4, 17.13; part 3 for alternate
 * content): one pass over the events of the part. An element that is not known is looked through,
 * never skipped. */
#include "input/docx_body.h"

#include "base/utf8.h"

#include <stdlib.h>

static bool
reads_final(const clausary_docx_body *body)
{
	return body->docx->changes == CLAUSARY_CHANGES_FINAL;
}

/* One of the alternatives is read: the first choice, or the fallback where there is no choice. */
static int
enter_alternative(clausary_docx_body *body, uint32_t name)
{
	if (name != CLAUSARY_DOCX_CHOICE && name != CLAUSARY_DOCX_FALLBACK)
		return CLAUSARY_DOCX_SKIP;
	body->contexts[body->depth] = CLAUSARY_DOCX_IN_ALTERNATIVES_TAKEN;
	return CLAUSARY_DOCX_IN_FLOW;
}

static void
add_symbol(clausary_docx_body *body, const clausary_xml_attributes *attributes)
{
	clausary_docx_font font =
	        clausary_docx_font_of(clausary_xml_attribute(attributes, CLAUSARY_DOCX_FONT));
	clausary_slice hexadecimal = clausary_xml_attribute(attributes, CLAUSARY_DOCX_CHAR);
	char digits[9] = {0}, text[4];
	if (hexadecimal.size == 0 || hexadecimal.size >= sizeof digits)
		return;
	memcpy(digits, hexadecimal.data, hexadecimal.size);
	uint32_t character = clausary_docx_symbol(font, (uint32_t)strtoul(digits, NULL, 16));
	if (character < 0x20 || (character >= 0xd800 && character < 0xe000) || character > 0xfffd)
		return;
	clausary_buffer encoded = {.data = text, .capacity = sizeof text};
	clausary_utf8_add(&encoded, character);
	unsigned char run_font = body->frame->run.font;
	body->frame->run.font = CLAUSARY_DOCX_FONT_TEXT; /* it is translated already */
	clausary_docx_add_text(body, clausary_buffer_slice(&encoded));
	body->frame->run.font = run_font;
}

/* Elements of a run that print one character. Returns whether `name` was one. */
static bool
add_character(clausary_docx_body *body, uint32_t name, const clausary_xml_attributes *attributes)
{
	clausary_slice type;
	switch (name) {
	case CLAUSARY_DOCX_TAB:
	case CLAUSARY_DOCX_PTAB:
		clausary_docx_add_text(body, CLAUSARY_SLICE("\t"));
		return true;
	case CLAUSARY_DOCX_BR:
		type = clausary_xml_attribute(attributes, CLAUSARY_DOCX_TYPE);
		if (type.size == 0 || clausary_slice_equal(type, CLAUSARY_SLICE("textWrapping")))
			clausary_docx_add_text(body, CLAUSARY_SLICE("\n"));
		return true;
	case CLAUSARY_DOCX_CR:
		clausary_docx_add_text(body, CLAUSARY_SLICE("\n"));
		return true;
	case CLAUSARY_DOCX_NO_BREAK_HYPHEN:
		clausary_docx_add_text(body, CLAUSARY_SLICE("\xe2\x80\x91"));
		return true;
	case CLAUSARY_DOCX_SOFT_HYPHEN:
		clausary_docx_add_text(body, CLAUSARY_SLICE("\xc2\xad"));
		return true;
	case CLAUSARY_DOCX_SYM:
		add_symbol(body, attributes);
		return true;
	default:
		return false;
	}
}

static void
add_call(clausary_docx_body *body, bool endnote, const clausary_xml_attributes *attributes)
{
	clausary_slice follows =
	        clausary_xml_attribute(attributes, CLAUSARY_DOCX_CUSTOM_MARK_FOLLOWS);
	clausary_docx_add_call(body, endnote, clausary_xml_attribute(attributes, CLAUSARY_DOCX_ID),
	                       follows.data && clausary_xml_is_on(follows));
}

static int
enter_note(clausary_docx_body *body, const clausary_xml_attributes *attributes)
{
	clausary_slice type = clausary_xml_attribute(attributes, CLAUSARY_DOCX_TYPE);
	clausary_docx_notes *notes = body->notes;
	if (notes == NULL || (type.size && !clausary_slice_equal(type, CLAUSARY_SLICE("normal"))))
		return CLAUSARY_DOCX_SKIP; /* separators */
	clausary_docx_note note = {.start = notes->records.count, .end = notes->records.count};
	clausary_map_put(&notes->by_id,
	                 clausary_arena_copy(&body->docx->arena,
	                                     clausary_xml_attribute(attributes, CLAUSARY_DOCX_ID)),
	                 (uint32_t)notes->items.count);
	clausary_array_push(&notes->items, note);
	clausary_docx_reset_frame(body->frame);
	return CLAUSARY_DOCX_IN_FLOW;
}

static void
tell_chunk(clausary_docx_body *body)
{
	clausary_docx *docx = body->docx;
	if (!(docx->told & CLAUSARY_DOCX_TOLD_CHUNK))
		clausary_diagnose(
		        docx->context, CLAUSARY_DIAGNOSTIC_MISSING_PART,
		        clausary_builder_name(docx->builder), body->paragraphs,
		        "a document of another format is embedded here; its text is left out: "
		        "open and save the file in Word to include it");
	docx->told |= CLAUSARY_DOCX_TOLD_CHUNK;
}

/* A tracked change whose text is read, or left out. */
static int
enter_change(clausary_docx_body *body, bool is_read)
{
	if (!is_read) {
		clausary_docx_remove_text(body->frame);
		return CLAUSARY_DOCX_SKIP;
	}
	body->changes++;
	return CLAUSARY_DOCX_IN_FLOW;
}

/* Blocks, tables and the wrappers that decide what is read. */
static int
enter_structure(clausary_docx_body *body, uint32_t name, const clausary_xml_attributes *attributes)
{
	switch (name) {
	case CLAUSARY_DOCX_P:
		clausary_docx_open_paragraph(body);
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_TBL:
		clausary_docx_open_table(body);
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_TR:
		clausary_docx_open_row(body->frame);
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_TC:
		clausary_docx_open_cell(body);
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_TXBX_CONTENT:
		clausary_docx_open_frame(body,
		                         body->notes ? body->frame->story : CLAUSARY_DOCX_BOXES);
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_FOOTNOTE:
	case CLAUSARY_DOCX_ENDNOTE:
		return enter_note(body, attributes);
	case CLAUSARY_DOCX_ALTERNATE_CONTENT:
		return CLAUSARY_DOCX_IN_ALTERNATIVES;
	case CLAUSARY_DOCX_INS:
	case CLAUSARY_DOCX_MOVE_TO:
		return enter_change(body, reads_final(body));
	case CLAUSARY_DOCX_DEL:
	case CLAUSARY_DOCX_MOVE_FROM:
		return enter_change(body, !reads_final(body));
	case CLAUSARY_DOCX_ALT_CHUNK:
		tell_chunk(body);
		return CLAUSARY_DOCX_SKIP;
	case CLAUSARY_DOCX_RT: /* the small print above a ruby base */
	case CLAUSARY_DOCX_TBL_PR:
	case CLAUSARY_DOCX_SECT_PR:
	case CLAUSARY_DOCX_MATH_CONTROL:
		return CLAUSARY_DOCX_SKIP;
	default:
		return CLAUSARY_DOCX_IN_FLOW;
	}
}

static int
enter_properties(clausary_docx_body *body, uint32_t name)
{
	switch (name) {
	case CLAUSARY_DOCX_P_PR:
		return CLAUSARY_DOCX_IN_PARAGRAPH_PROPERTIES;
	case CLAUSARY_DOCX_R_PR:
		return CLAUSARY_DOCX_IN_RUN_PROPERTIES;
	case CLAUSARY_DOCX_TR_PR:
		return CLAUSARY_DOCX_IN_ROW_PROPERTIES;
	case CLAUSARY_DOCX_TC_PR:
		return CLAUSARY_DOCX_IN_CELL_PROPERTIES;
	case CLAUSARY_DOCX_SDT_PR:
		body->sdt = body->depth;
		return CLAUSARY_DOCX_IN_CONTROL_PROPERTIES;
	default:
		return -1;
	}
}

static int
enter_flow(clausary_docx_body *body, uint32_t name, const clausary_xml_attributes *attributes)
{
	clausary_docx_frame *frame = body->frame;
	int properties = enter_properties(body, name);
	if (properties >= 0)
		return properties;
	if (add_character(body, name, attributes))
		return CLAUSARY_DOCX_SKIP;
	switch (name) {
	case CLAUSARY_DOCX_T:
	case CLAUSARY_DOCX_DEL_TEXT:
	case CLAUSARY_DOCX_MATH_T:
		body->preserve = clausary_slice_equal(
		        clausary_xml_attribute(attributes, CLAUSARY_DOCX_XML_SPACE),
		        CLAUSARY_SLICE("preserve"));
		body->piece.size = 0;
		return CLAUSARY_DOCX_IN_TEXT;
	case CLAUSARY_DOCX_INSTR_TEXT:
		return CLAUSARY_DOCX_IN_INSTRUCTION;
	case CLAUSARY_DOCX_R:
	case CLAUSARY_DOCX_MATH_R:
		clausary_docx_end_run(frame, body);
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_FLD_CHAR:
		clausary_docx_field_character(
		        frame, clausary_xml_attribute(attributes, CLAUSARY_DOCX_FLD_CHAR_TYPE));
		return CLAUSARY_DOCX_SKIP;
	case CLAUSARY_DOCX_FLD_SIMPLE:
		clausary_docx_open_simple_field(
		        frame, clausary_xml_attribute(attributes, CLAUSARY_DOCX_INSTR));
		return CLAUSARY_DOCX_IN_FLOW;
	case CLAUSARY_DOCX_FOOTNOTE_REFERENCE:
	case CLAUSARY_DOCX_ENDNOTE_REFERENCE:
		add_call(body, name == CLAUSARY_DOCX_ENDNOTE_REFERENCE, attributes);
		return CLAUSARY_DOCX_SKIP;
	default:
		return enter_structure(body, name, attributes);
	}
}

static int
enter(clausary_docx_body *body, uint32_t name, const clausary_xml_attributes *attributes)
{
	int context = body->contexts[body->depth];
	switch (context) {
	case CLAUSARY_DOCX_IN_FLOW:
	case CLAUSARY_DOCX_IN_GALLERY:
		return enter_flow(body, name, attributes);
	case CLAUSARY_DOCX_IN_ALTERNATIVES:
		return enter_alternative(body, name);
	case CLAUSARY_DOCX_IN_TEXT:
	case CLAUSARY_DOCX_IN_INSTRUCTION:
	case CLAUSARY_DOCX_IN_ALTERNATIVES_TAKEN:
		return CLAUSARY_DOCX_SKIP;
	default:
		return clausary_docx_enter_properties(body, context, name, attributes);
	}
}

static void
on_start(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	clausary_docx_body *body = payload;
	if (body->skipped) {
		body->skipped++;
		return;
	}
	if (body->depth == 0 && body->notes == NULL && name != CLAUSARY_DOCX_DOCUMENT)
		body->foreign = true;
	int context = body->foreign ? CLAUSARY_DOCX_SKIP : enter(body, name, attributes);
	if (context == CLAUSARY_DOCX_SKIP)
		body->skipped = 1;
	else
		body->contexts[++body->depth] = (unsigned char)context;
}

/* The text of a w:t: blanks at its ends count only where it says so, line ends are spaces. */
static void
end_text(clausary_docx_body *body)
{
	clausary_slice text = clausary_buffer_slice(&body->piece);
	while (!body->preserve && text.size && clausary_ascii_is_blank(text.data[0]))
		text = clausary_slice_part(text, 1, text.size);
	while (!body->preserve && text.size && clausary_ascii_is_blank(text.data[text.size - 1]))
		text.size--;
	for (size_t i = 0; i < body->piece.size; i++)
		if ((unsigned char)body->piece.data[i] < 0x20)
			body->piece.data[i] = ' ';
	clausary_docx_add_text(body, text);
}

static void
leave_flow(clausary_docx_body *body, uint32_t name)
{
	clausary_docx_frame *frame = body->frame;
	switch (name) {
	case CLAUSARY_DOCX_P:
		clausary_docx_close_paragraph(body);
		break;
	case CLAUSARY_DOCX_R:
	case CLAUSARY_DOCX_MATH_R:
		clausary_docx_end_run(frame, body);
		break;
	case CLAUSARY_DOCX_INS:
	case CLAUSARY_DOCX_MOVE_TO:
	case CLAUSARY_DOCX_DEL:
	case CLAUSARY_DOCX_MOVE_FROM:
		body->changes--;
		break;
	case CLAUSARY_DOCX_FLD_SIMPLE:
		clausary_docx_close_simple_field(frame);
		break;
	case CLAUSARY_DOCX_TBL:
		clausary_docx_close_table(frame);
		break;
	case CLAUSARY_DOCX_TR:
		clausary_docx_close_row(frame);
		break;
	case CLAUSARY_DOCX_TC:
		clausary_docx_end_carried(body);
		clausary_docx_close_cell(frame);
		break;
	case CLAUSARY_DOCX_TXBX_CONTENT:
		clausary_docx_close_frame(body);
		break;
	case CLAUSARY_DOCX_FOOTNOTE:
	case CLAUSARY_DOCX_ENDNOTE:
		clausary_docx_end_carried(body);
		body->notes->items.items[body->notes->items.count - 1].end =
		        body->notes->records.count;
		break;
	default:
		break;
	}
}

static void
on_end(void *payload, uint32_t name)
{
	clausary_docx_body *body = payload;
	if (body->skipped) {
		body->skipped--;
		return;
	}
	switch (body->contexts[body->depth--]) {
	case CLAUSARY_DOCX_IN_TEXT:
		end_text(body);
		break;
	case CLAUSARY_DOCX_IN_GALLERY:
		body->galleries--;
		leave_flow(body, name);
		break;
	case CLAUSARY_DOCX_IN_FLOW:
		leave_flow(body, name);
		break;
	default:
		break;
	}
}

static void
on_text(void *payload, clausary_slice text)
{
	clausary_docx_body *body = payload;
	if (body->skipped)
		return;
	if (body->contexts[body->depth] == CLAUSARY_DOCX_IN_TEXT)
		clausary_buffer_add(&body->piece, text);
	else if (body->contexts[body->depth] == CLAUSARY_DOCX_IN_INSTRUCTION)
		clausary_docx_add_instruction(body->frame, text);
}

static void
finish_body(clausary_docx_body *body)
{
	while (body->frame_count)
		clausary_docx_close_frame(body);
	for (size_t i = 0; i < body->frame_made; i++) {
		clausary_docx_frame *frame = body->frames[i];
		clausary_buffer_finish(&frame->text);
		clausary_array_finish(&frame->marks);
		clausary_array_finish(&frame->calls);
		clausary_array_finish(&frame->boxes);
		clausary_array_finish(&frame->fields);
		clausary_array_finish(&frame->tables);
		free(frame);
	}
	free(body->frames);
	clausary_buffer_finish(&body->piece);
	clausary_buffer_finish(&body->label);
	clausary_buffer_finish(&body->mark);
}

static clausary_status
read_part(clausary_docx_body *body, const char *part, clausary_docx_story story, bool *damaged)
{
	clausary_xml_events events = {
	        .start = on_start, .end = on_end, .text = on_text, .payload = body};
	clausary_docx_open_frame(body, story);
	clausary_status status = clausary_docx_parse(body->docx, part, events, damaged);
	finish_body(body);
	return status;
}

clausary_status
clausary_docx_read_main(clausary_docx *docx)
{
	clausary_docx_body body = {.docx = docx};
	bool damaged = false;
	clausary_status status = read_part(&body, docx->parts.main, CLAUSARY_DOCX_MAIN, &damaged);
	if (status != CLAUSARY_OK)
		return status;
	if (body.foreign)
		return clausary_context_fail(docx->context, CLAUSARY_EFORMAT,
		                             "%s is not a Word document", docx->parts.main);
	if (damaged && clausary_builder_size(docx->builder) == 0)
		return clausary_context_fail(docx->context, CLAUSARY_EFORMAT,
		                             "%s is damaged from its start: nothing can be read",
		                             docx->parts.main);
	return CLAUSARY_OK;
}

clausary_status
clausary_docx_read_note_bodies(clausary_docx *docx, const char *part, bool endnotes)
{
	clausary_docx_body body = {.docx = docx, .notes = &docx->notes[endnotes]};
	clausary_docx_notes *notes = body.notes;
	clausary_status status = read_part(
	        &body, part, endnotes ? CLAUSARY_DOCX_ENDNOTES : CLAUSARY_DOCX_FOOTNOTES, NULL);
	if (notes->items.count) /* where damage cut the last one off */
		notes->items.items[notes->items.count - 1].end = notes->records.count;
	return status;
}
