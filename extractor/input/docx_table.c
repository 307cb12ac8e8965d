/* Tables of a Word document (ISO/IEC 29500-1, 17.4): the place of each cell. Cells that a merged
 * cell covers and rows or cells that a tracked change takes away are not read. */
#include "input/docx_body.h"

#include "base/limits.h"

static clausary_docx_table *
top_of(clausary_docx_frame *frame)
{
	return frame->tables.count ? &frame->tables.items[frame->tables.count - 1] : NULL;
}

void
clausary_docx_open_table(clausary_docx_body *body)
{
	clausary_docx_table table = {.number = ++body->tables};
	clausary_docx_end_carried(body);
	clausary_array_push(&body->frame->tables, table);
}

void
clausary_docx_close_table(clausary_docx_frame *frame)
{
	clausary_docx_table *table = top_of(frame);
	if (table == NULL)
		return;
	frame->dropped -= (uint32_t)table->row_dropped + table->cell_dropped; /* were not closed */
	frame->tables.count--;
}

void
clausary_docx_open_row(clausary_docx_frame *frame)
{
	clausary_docx_table *table = top_of(frame);
	if (table == NULL)
		return;
	table->row += table->begun;
	table->begun = true;
	frame->dropped -= (uint32_t)table->row_dropped + table->cell_dropped; /* were not closed */
	table->head = table->row_dropped = table->cell_dropped = false;
	table->column = table->next_column = 0;
}

void
clausary_docx_close_row(clausary_docx_frame *frame)
{
	clausary_docx_table *table = top_of(frame);
	if (table == NULL || !table->row_dropped)
		return;
	table->row_dropped = false;
	frame->dropped--;
	if (table->row) /* it takes no number */
		table->row--;
	else
		table->begun = false;
}

static void
drop_cell(clausary_docx_frame *frame)
{
	clausary_docx_table *table = top_of(frame);
	frame->dropped += !table->cell_dropped;
	table->cell_dropped = true;
}

void
clausary_docx_open_cell(clausary_docx_body *body)
{
	clausary_docx_table *table = top_of(body->frame);
	if (table == NULL)
		return;
	table->column = table->next_column;
	table->span = 1;
	body->frame->dropped -= table->cell_dropped; /* was not closed */
	table->cell_dropped = false;
	if (table->cells++ < CLAUSARY_LIMIT_TABLE_CELLS)
		return;
	drop_cell(body->frame);
	if (body->docx->told & CLAUSARY_DOCX_TOLD_CELLS)
		return;
	body->docx->told |= CLAUSARY_DOCX_TOLD_CELLS;
	clausary_diagnose(body->docx->context, CLAUSARY_DIAGNOSTIC_LIMIT_REACHED,
	                  clausary_builder_name(body->docx->builder), 0,
	                  "table %u has more than %d cells; the rest of it is left out",
	                  table->number, CLAUSARY_LIMIT_TABLE_CELLS);
}

void
clausary_docx_close_cell(clausary_docx_frame *frame)
{
	clausary_docx_table *table = top_of(frame);
	if (table == NULL)
		return;
	if (table->next_column < CLAUSARY_LIMIT_TABLE_COLUMNS)
		table->next_column = table->column + table->span;
	frame->dropped -= table->cell_dropped;
	table->cell_dropped = false;
}

void
clausary_docx_row_property(clausary_docx_body *body, uint32_t name,
                           const clausary_xml_attributes *attributes)
{
	clausary_docx_table *table = top_of(body->frame);
	bool final = body->docx->changes == CLAUSARY_CHANGES_FINAL;
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	if (table == NULL)
		return;
	if (name == CLAUSARY_DOCX_TBL_HEADER) {
		table->head = clausary_xml_is_on(value);
	} else if (name == CLAUSARY_DOCX_GRID_BEFORE) {
		table->next_column =
		        (uint32_t)clausary_xml_number(value, 0, CLAUSARY_LIMIT_TABLE_COLUMNS, 0);
	} else if (name == (final ? CLAUSARY_DOCX_DEL : CLAUSARY_DOCX_INS) && !table->row_dropped) {
		table->row_dropped = true;
		body->frame->dropped++;
	}
}

void
clausary_docx_cell_property(clausary_docx_body *body, uint32_t name,
                            const clausary_xml_attributes *attributes)
{
	clausary_docx_table *table = top_of(body->frame);
	bool final = body->docx->changes == CLAUSARY_CHANGES_FINAL;
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	if (table == NULL)
		return;
	if (name == CLAUSARY_DOCX_GRID_SPAN) {
		table->span =
		        (uint32_t)clausary_xml_number(value, 1, CLAUSARY_LIMIT_TABLE_COLUMNS, 1);
	} else if (name == CLAUSARY_DOCX_V_MERGE || name == CLAUSARY_DOCX_H_MERGE) {
		if (!clausary_slice_equal(value, CLAUSARY_SLICE("restart")))
			drop_cell(body->frame);
	} else if (name == (final ? CLAUSARY_DOCX_CELL_DEL : CLAUSARY_DOCX_CELL_INS)) {
		drop_cell(body->frame);
		table->span = 0;
	}
}
