/* Properties of paragraphs, their marks, runs, rows, cells and controls in the running text
 * (ISO/IEC 29500-1, 17.3 to 17.5), and what tracked changes say of them. */
#include "input/docx_body.h"

static clausary_slice
value_of(const clausary_xml_attributes *attributes)
{
	return clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
}

static bool
reads_final(const clausary_docx_body *body)
{
	return body->docx->changes == CLAUSARY_CHANGES_FINAL;
}

static int
enter_paragraph_properties(clausary_docx_body *body, uint32_t name,
                           const clausary_xml_attributes *attributes)
{
	clausary_docx_frame *frame = body->frame;
	switch (name) {
	case CLAUSARY_DOCX_R_PR:
		return CLAUSARY_DOCX_IN_MARK_PROPERTIES;
	case CLAUSARY_DOCX_NUM_PR:
		return CLAUSARY_DOCX_IN_NUMBERING;
	case CLAUSARY_DOCX_SECT_PR:
		return CLAUSARY_DOCX_SKIP;
	case CLAUSARY_DOCX_P_PR_CHANGE:
		if (reads_final(body))
			return CLAUSARY_DOCX_SKIP;
		frame->properties = clausary_docx_plain_properties();
		return CLAUSARY_DOCX_IN_PARAGRAPH_PROPERTIES;
	default:
		clausary_docx_paragraph_property(&body->docx->styles, &frame->properties, name,
		                                 attributes);
		return CLAUSARY_DOCX_IN_PARAGRAPH_PROPERTIES;
	}
}

static int
enter_numbering(clausary_docx_body *body, uint32_t name, const clausary_xml_attributes *attributes)
{
	if (name == CLAUSARY_DOCX_INS && !reads_final(body))
		body->frame->properties.number = 0;
	else
		clausary_docx_paragraph_property(&body->docx->styles, &body->frame->properties,
		                                 name, attributes);
	return CLAUSARY_DOCX_SKIP;
}

static int
enter_mark_properties(clausary_docx_body *body, uint32_t name,
                      const clausary_xml_attributes *attributes)
{
	clausary_docx_frame *frame = body->frame;
	bool final = reads_final(body);
	if (name == (final ? CLAUSARY_DOCX_DEL : CLAUSARY_DOCX_INS)
	    || name == (final ? CLAUSARY_DOCX_MOVE_FROM : CLAUSARY_DOCX_MOVE_TO))
		frame->mark_removed = true;
	else if (name == CLAUSARY_DOCX_VANISH)
		frame->mark_hidden = clausary_xml_is_on(value_of(attributes));
	else if (name == CLAUSARY_DOCX_SPEC_VANISH)
		frame->mark_joins = clausary_xml_is_on(value_of(attributes));
	return CLAUSARY_DOCX_SKIP;
}

static int
enter_run_properties(clausary_docx_body *body, uint32_t name,
                     const clausary_xml_attributes *attributes)
{
	if (name == CLAUSARY_DOCX_R_PR_CHANGE)
		return CLAUSARY_DOCX_SKIP;
	clausary_docx_run_property(&body->docx->styles, &body->frame->run, name, attributes);
	body->frame->resolved = false;
	return CLAUSARY_DOCX_IN_RUN_PROPERTIES;
}

static int
enter_control_properties(clausary_docx_body *body, uint32_t name,
                         const clausary_xml_attributes *attributes)
{
	/* the name of the gallery is part of the format, the same in every language of Word */
	if (name == CLAUSARY_DOCX_DOC_PART_GALLERY
	    && body->contexts[body->sdt] == CLAUSARY_DOCX_IN_FLOW
	    && clausary_slice_equal(value_of(attributes), CLAUSARY_SLICE("Table of Contents"))) {
		body->contexts[body->sdt] = CLAUSARY_DOCX_IN_GALLERY;
		body->galleries++;
	}
	return CLAUSARY_DOCX_IN_CONTROL_PROPERTIES;
}

int
clausary_docx_enter_properties(clausary_docx_body *body, int context, uint32_t name,
                               const clausary_xml_attributes *attributes)
{
	switch (context) {
	case CLAUSARY_DOCX_IN_PARAGRAPH_PROPERTIES:
		return enter_paragraph_properties(body, name, attributes);
	case CLAUSARY_DOCX_IN_NUMBERING:
		return enter_numbering(body, name, attributes);
	case CLAUSARY_DOCX_IN_MARK_PROPERTIES:
		return enter_mark_properties(body, name, attributes);
	case CLAUSARY_DOCX_IN_RUN_PROPERTIES:
		return enter_run_properties(body, name, attributes);
	case CLAUSARY_DOCX_IN_ROW_PROPERTIES:
		clausary_docx_row_property(body, name, attributes);
		return CLAUSARY_DOCX_SKIP;
	case CLAUSARY_DOCX_IN_CELL_PROPERTIES:
		clausary_docx_cell_property(body, name, attributes);
		return CLAUSARY_DOCX_SKIP;
	case CLAUSARY_DOCX_IN_CONTROL_PROPERTIES:
		return enter_control_properties(body, name, attributes);
	default:
		return CLAUSARY_DOCX_SKIP;
	}
}
