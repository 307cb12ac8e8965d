/* Fields of a Word document (ISO/IEC 29500-1, 17.16): the instruction is never text, the result is.
 * Fields nest and may run over many paragraphs, as a table of contents does. */
#include "input/docx_body.h"

/* Fields whose result lists what stands elsewhere; keywords of the format. */
static const char *const CONTENTS[] = {"TOC", "INDEX", "TOA"};

static clausary_docx_field *
top_of(clausary_docx_frame *frame)
{
	return frame->fields.count ? &frame->fields.items[frame->fields.count - 1] : NULL;
}

void
clausary_docx_add_instruction(clausary_docx_frame *frame, clausary_slice text)
{
	clausary_docx_field *field = top_of(frame);
	if (field == NULL || field->result)
		return;
	size_t length = strlen(field->keyword);
	for (size_t i = 0; i < text.size && !field->named; i++) {
		bool letter = clausary_ascii_is_letter(text.data[i]);
		if (letter && length + 1 < sizeof field->keyword)
			field->keyword[length++] = text.data[i];
		else
			field->named = letter || length > 0;
	}
}

static void
begin_result(clausary_docx_frame *frame, clausary_docx_field *field)
{
	field->result = true;
	for (size_t i = 0; i < sizeof CONTENTS / sizeof CONTENTS[0]; i++)
		if (clausary_slice_equal_ascii(clausary_slice_of(field->keyword),
		                               clausary_slice_of(CONTENTS[i])))
			field->contents = true;
	if (frame->fields.count > frame->contents_from)
		frame->contents_fields += field->contents;
}

static void
close_field(clausary_docx_frame *frame)
{
	size_t index = --frame->fields.count;
	const clausary_docx_field *field = &frame->fields.items[index];
	frame->instructions -= !field->result;
	if (index < frame->contents_from)
		frame->contents_from = index;
	else
		frame->contents_fields -= field->contents;
}

void
clausary_docx_field_character(clausary_docx_frame *frame, clausary_slice type)
{
	clausary_docx_field *field = top_of(frame);
	if (clausary_slice_equal(type, CLAUSARY_SLICE("begin"))) {
		clausary_array_push(&frame->fields, (clausary_docx_field){0});
		frame->instructions++;
	} else if (field == NULL || field->simple) {
		return;
	} else if (clausary_slice_equal(type, CLAUSARY_SLICE("end"))) {
		close_field(frame);
	} else if (!field->result) {
		frame->instructions--;
		begin_result(frame, field);
	}
}

void
clausary_docx_open_simple_field(clausary_docx_frame *frame, clausary_slice instruction)
{
	clausary_array_push(&frame->fields, ((clausary_docx_field){.simple = true}));
	clausary_docx_add_instruction(frame, instruction);
	begin_result(frame, top_of(frame));
}

void
clausary_docx_close_simple_field(clausary_docx_frame *frame)
{
	bool simple = false;
	while (frame->fields.count && !simple) {
		simple = top_of(frame)->simple;
		close_field(frame);
	}
}

void
clausary_docx_end_contents(clausary_docx_frame *frame)
{
	frame->contents_from = frame->fields.count;
	frame->contents_fields = 0;
}
