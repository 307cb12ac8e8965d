/* Numbering definitions of a Word document (ISO/IEC 29500-1, 17.9): abstract numberings with nine
 * levels, the numbers that use them, and what a number overrides. */
#include "input/docx.h"

#include "base/limits.h"

#include <stdio.h>
#include <stdlib.h>

/* While numbering.xml is parsed. */
typedef struct state {
	clausary_docx *docx;
	clausary_docx_abstract *abstract; /* open, or NULL */
	clausary_docx_number *number;     /* open, or NULL */
	clausary_docx_level *level;       /* open, or NULL */
	int32_t override;                 /* level of the open w:lvlOverride, or -1 */
	bool in_fallback;
} state;

static clausary_docx_level
plain_level(void)
{
	return (clausary_docx_level){.format = CLAUSARY_SLICE("decimal"),
	                             .text = CLAUSARY_SLICE(""),
	                             .start = 1,
	                             .restart = -1};
}

static clausary_slice
copy(state *reading, clausary_slice text)
{
	return clausary_arena_copy(&reading->docx->arena, text);
}

static void
open_abstract(state *reading, const clausary_xml_attributes *attributes)
{
	clausary_docx_numbering *numbering = &reading->docx->numbering;
	clausary_docx_abstract *abstract =
	        clausary_arena_allocate(&reading->docx->arena, sizeof *abstract);
	for (int i = 0; i < CLAUSARY_DOCX_LEVELS; i++)
		abstract->levels[i] = plain_level();
	clausary_slice id = clausary_xml_attribute(attributes, CLAUSARY_DOCX_ABSTRACT_NUM_ID);
	clausary_map_put(&numbering->abstract_by_id, copy(reading, id),
	                 (uint32_t)numbering->abstracts.count);
	clausary_array_push(&numbering->abstracts, abstract);
	reading->abstract = abstract;
}

static void
open_number(state *reading, const clausary_xml_attributes *attributes)
{
	clausary_docx_numbering *numbering = &reading->docx->numbering;
	clausary_slice id = clausary_xml_attribute(attributes, CLAUSARY_DOCX_NUM_ID);
	clausary_map_put(&numbering->number_by_id, copy(reading, id),
	                 (uint32_t)numbering->numbers.count);
	reading->number = clausary_array_add(&numbering->numbers);
	*reading->number = (clausary_docx_number){.abstract = CLAUSARY_NONE};
	for (int i = 0; i < CLAUSARY_DOCX_LEVELS; i++)
		reading->number->starts[i] = -1;
}

static void
open_level(state *reading, const clausary_xml_attributes *attributes)
{
	int32_t at = clausary_xml_number(clausary_xml_attribute(attributes, CLAUSARY_DOCX_ILVL), 0,
	                                 CLAUSARY_DOCX_LEVELS - 1, -1);
	if (reading->abstract && at >= 0) {
		reading->level = &reading->abstract->levels[at];
	} else if (reading->number && reading->override >= 0) {
		clausary_docx_level *level =
		        clausary_arena_allocate(&reading->docx->arena, sizeof *level);
		reading->number->levels[reading->override] = level;
		reading->level = level;
	} else {
		return;
	}
	*reading->level = plain_level();
}

static void
take_format(state *reading, clausary_slice value, const clausary_xml_attributes *attributes)
{
	clausary_slice custom = clausary_xml_attribute(attributes, CLAUSARY_DOCX_FORMAT);
	bool is_custom = clausary_slice_equal(value, CLAUSARY_SLICE("custom"));
	if (!reading->in_fallback || reading->level->format.size == 0)
		reading->level->format = copy(reading, is_custom ? custom : value);
}

static void
take_level(state *reading, uint32_t name, const clausary_xml_attributes *attributes)
{
	clausary_docx_level *level = reading->level;
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	switch (name) {
	case CLAUSARY_DOCX_START:
		level->start = clausary_xml_number(value, 0, INT16_MAX, 1);
		break;
	case CLAUSARY_DOCX_NUM_FMT:
		take_format(reading, value, attributes);
		break;
	case CLAUSARY_DOCX_LVL_TEXT:
		level->text = copy(reading, value);
		break;
	case CLAUSARY_DOCX_LVL_RESTART:
		level->restart = clausary_xml_number(value, 0, CLAUSARY_DOCX_LEVELS, -1);
		break;
	case CLAUSARY_DOCX_IS_LGL:
		level->legal = clausary_xml_is_on(value);
		break;
	case CLAUSARY_DOCX_P_STYLE:
		level->style = copy(reading, value);
		break;
	case CLAUSARY_DOCX_LVL_PIC_BULLET_ID:
		level->picture = true;
		break;
	case CLAUSARY_DOCX_VANISH:
		level->hidden = clausary_xml_is_on(value);
		break;
	default:
		break;
	}
}

static void
take_number(state *reading, uint32_t name, const clausary_xml_attributes *attributes)
{
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	if (name == CLAUSARY_DOCX_ABSTRACT_NUM_ID)
		reading->number->abstract =
		        clausary_map_get(&reading->docx->numbering.abstract_by_id, value);
	else if (name == CLAUSARY_DOCX_LVL_OVERRIDE)
		reading->override =
		        clausary_xml_number(clausary_xml_attribute(attributes, CLAUSARY_DOCX_ILVL),
			                    0, CLAUSARY_DOCX_LEVELS - 1, -1);
	else if (name == CLAUSARY_DOCX_START_OVERRIDE && reading->override >= 0)
		reading->number->starts[reading->override] =
		        clausary_xml_number(value, 0, INT16_MAX, 1);
}

static void
on_start(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	state *reading = payload;
	const clausary_docx_numbering *numbering = &reading->docx->numbering;
	bool abstract = name == CLAUSARY_DOCX_ABSTRACT_NUM;
	if (abstract && numbering->abstracts.count < CLAUSARY_LIMIT_LIST_DEFINITIONS)
		open_abstract(reading, attributes);
	else if (name == CLAUSARY_DOCX_NUM
	         && numbering->numbers.count < CLAUSARY_LIMIT_LIST_DEFINITIONS)
		open_number(reading, attributes);
	else if (name == CLAUSARY_DOCX_LVL)
		open_level(reading, attributes);
	else if (name == CLAUSARY_DOCX_FALLBACK)
		reading->in_fallback = true;
	else if (reading->level)
		take_level(reading, name, attributes);
	else if (reading->number)
		take_number(reading, name, attributes);
	else if (reading->abstract && name == CLAUSARY_DOCX_NUM_STYLE_LINK)
		reading->abstract->style_link =
		        copy(reading, clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL));
}

static void
on_end(void *payload, uint32_t name)
{
	state *reading = payload;
	switch (name) {
	case CLAUSARY_DOCX_ABSTRACT_NUM:
		reading->abstract = NULL;
		break;
	case CLAUSARY_DOCX_NUM:
		reading->number = NULL;
		break;
	case CLAUSARY_DOCX_LVL:
		reading->level = NULL;
		break;
	case CLAUSARY_DOCX_LVL_OVERRIDE:
		reading->override = -1;
		break;
	case CLAUSARY_DOCX_FALLBACK:
		reading->in_fallback = false;
		break;
	default:
		break;
	}
}

/* The abstract numbering that `abstract` stands for, through its numbering style. */
static uint32_t
follow_link(const clausary_docx *docx, uint32_t abstract)
{
	const clausary_docx_numbering *numbering = &docx->numbering;
	for (int hops = 0; hops < 4 && abstract < numbering->abstracts.count; hops++) {
		clausary_slice link = numbering->abstracts.items[abstract]->style_link;
		uint32_t style =
		        link.size ? clausary_docx_find_style(&docx->styles, link) : CLAUSARY_NONE;
		if (style == CLAUSARY_NONE)
			return abstract;
		char id[16];
		int size = snprintf(id, sizeof id, "%d",
		                    docx->styles.items.items[style].paragraph.number);
		uint32_t number = clausary_map_get(&numbering->number_by_id,
		                                   (clausary_slice){id, (size_t)size});
		if (number == CLAUSARY_NONE)
			return abstract;
		abstract = numbering->numbers.items[number].abstract;
	}
	return abstract;
}

static void
make_counters(clausary_docx_numbering *numbering)
{
	for (int story = 0; story < CLAUSARY_DOCX_STORIES; story++) {
		clausary_docx_counters *counters = &numbering->counters[story];
		size_t size = numbering->abstracts.count * sizeof *counters->values;
		counters->values = clausary_memory_zeros(1, size);
		memset(counters->values, 0xff, size); /* all -1 */
		counters->begun =
		        clausary_memory_zeros(numbering->numbers.count, sizeof *counters->begun);
	}
}

clausary_status
clausary_docx_read_numbering(clausary_docx *docx)
{
	state reading = {.docx = docx, .override = -1};
	clausary_docx_numbering *numbering = &docx->numbering;
	clausary_xml_events events = {.start = on_start, .end = on_end, .payload = &reading};
	clausary_status status = CLAUSARY_OK;
	if (docx->parts.numbering)
		status = clausary_docx_parse(docx, docx->parts.numbering, events, NULL);
	uint32_t *followed = clausary_memory_zeros(numbering->numbers.count, sizeof *followed);
	for (size_t i = 0; i < numbering->numbers.count; i++)
		followed[i] = follow_link(docx, numbering->numbers.items[i].abstract);
	for (size_t i = 0; i < numbering->numbers.count; i++)
		numbering->numbers.items[i].abstract = followed[i];
	free(followed);
	make_counters(numbering);
	return status;
}

void
clausary_docx_numbering_finish(clausary_docx_numbering *numbering)
{
	for (int story = 0; story < CLAUSARY_DOCX_STORIES; story++) {
		free(numbering->counters[story].values);
		free(numbering->counters[story].begun);
	}
	clausary_array_finish(&numbering->abstracts);
	clausary_array_finish(&numbering->numbers);
	clausary_map_finish(&numbering->abstract_by_id);
	clausary_map_finish(&numbering->number_by_id);
}
