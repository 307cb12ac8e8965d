/* Styles of a Word document (ISO/IEC 29500-1, 17.7): what each gives to a paragraph or a run, with
 * the styles it is based on folded in. Table styles and latent styles are left out. */
#include "input/docx.h"

#include "base/limits.h"

/* Built-in styles keep these names in every language of Word; they are part of the format. */
static const struct {
	const char *name;
	clausary_docx_role role;
} BUILT_IN[] = {
        {"toc heading", CLAUSARY_DOCX_CONTENTS},
        {"table of figures", CLAUSARY_DOCX_CONTENTS},
        {"table of authorities", CLAUSARY_DOCX_CONTENTS},
        {"toa heading", CLAUSARY_DOCX_CONTENTS},
        {"index heading", CLAUSARY_DOCX_CONTENTS},
        {"caption", CLAUSARY_DOCX_CAPTION},
        {"quote", CLAUSARY_DOCX_QUOTE},
        {"intense quote", CLAUSARY_DOCX_QUOTE},
        {"html preformatted", CLAUSARY_DOCX_CODE},
        {"macro", CLAUSARY_DOCX_CODE},
        {"title", CLAUSARY_DOCX_TITLE},
};

enum { FRESH, OPEN, DONE }; /* clausary_docx_style.state */

clausary_docx_run
clausary_docx_plain_run(void)
{
	return (clausary_docx_run){.strong = CLAUSARY_DOCX_UNSET,
	                           .emphasis = CLAUSARY_DOCX_UNSET,
	                           .complex_strong = CLAUSARY_DOCX_UNSET,
	                           .complex_emphasis = CLAUSARY_DOCX_UNSET,
	                           .complex = CLAUSARY_DOCX_UNSET,
	                           .hidden = CLAUSARY_DOCX_UNSET,
	                           .style = CLAUSARY_NONE};
}

clausary_docx_properties
clausary_docx_plain_properties(void)
{
	return (clausary_docx_properties){.style = CLAUSARY_NONE,
	                                  .number = -1,
	                                  .level = -1,
	                                  .outline = -1,
	                                  .centred = CLAUSARY_DOCX_UNSET};
}

uint32_t
clausary_docx_find_style(const clausary_docx_styles *styles, clausary_slice id)
{
	return clausary_map_get(&styles->by_id, id);
}

const clausary_docx_style *
clausary_docx_style_of(const clausary_docx_styles *styles,
                       const clausary_docx_properties *properties)
{
	uint32_t style = properties->style == CLAUSARY_NONE ? styles->standard : properties->style;
	return style < styles->items.count ? &styles->items.items[style] : NULL;
}

static signed char *
toggle_of(clausary_docx_run *run, uint32_t name)
{
	switch (name) {
	case CLAUSARY_DOCX_B:
		return &run->strong;
	case CLAUSARY_DOCX_I:
		return &run->emphasis;
	case CLAUSARY_DOCX_B_CS:
		return &run->complex_strong;
	case CLAUSARY_DOCX_I_CS:
		return &run->complex_emphasis;
	case CLAUSARY_DOCX_RTL:
	case CLAUSARY_DOCX_CS:
		return &run->complex;
	case CLAUSARY_DOCX_VANISH:
		return &run->hidden;
	default:
		return NULL;
	}
}

void
clausary_docx_run_property(const clausary_docx_styles *styles, clausary_docx_run *run,
                           uint32_t name, const clausary_xml_attributes *attributes)
{
	signed char *toggle = toggle_of(run, name);
	if (toggle)
		*toggle = clausary_xml_is_on(clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL));
	else if (name == CLAUSARY_DOCX_R_FONTS)
		run->font = (unsigned char)clausary_docx_font_of(
		        clausary_xml_attribute(attributes, CLAUSARY_DOCX_ASCII));
	else if (name == CLAUSARY_DOCX_R_STYLE)
		run->style = clausary_docx_find_style(
		        styles, clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL));
}

void
clausary_docx_paragraph_property(const clausary_docx_styles *styles,
                                 clausary_docx_properties *properties, uint32_t name,
                                 const clausary_xml_attributes *attributes)
{
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	switch (name) {
	case CLAUSARY_DOCX_P_STYLE:
		properties->style = clausary_docx_find_style(styles, value);
		break;
	case CLAUSARY_DOCX_NUM_ID:
		properties->number = clausary_xml_number(value, 0, INT32_MAX, 0);
		break;
	case CLAUSARY_DOCX_ILVL:
		properties->level = clausary_xml_number(value, 0, CLAUSARY_DOCX_LEVELS - 1, -1);
		break;
	case CLAUSARY_DOCX_OUTLINE_LVL:
		properties->outline = clausary_xml_number(value, 0, 9, -1);
		break;
	case CLAUSARY_DOCX_JC:
		properties->centred = clausary_slice_equal(value, CLAUSARY_SLICE("center"));
		break;
	default:
		break;
	}
}

/* While styles.xml is parsed. */
typedef struct state {
	clausary_docx *docx;
	clausary_docx_style *style; /* open, or NULL */
	bool in_run, in_defaults;
} state;

static void
open_style(state *reading, const clausary_xml_attributes *attributes)
{
	clausary_docx_styles *styles = &reading->docx->styles;
	uint32_t index = (uint32_t)styles->items.count;
	clausary_docx_style *style = clausary_array_add(&styles->items);
	*style = (clausary_docx_style){.paragraph = clausary_docx_plain_properties(),
	                               .run = clausary_docx_plain_run(),
	                               .number_style = CLAUSARY_NONE};
	style->id = clausary_arena_copy(&reading->docx->arena,
	                                clausary_xml_attribute(attributes, CLAUSARY_DOCX_STYLE_ID));
	clausary_map_put(&styles->by_id, style->id, index);
	clausary_slice standard = clausary_xml_attribute(attributes, CLAUSARY_DOCX_DEFAULT);
	clausary_slice type = clausary_xml_attribute(attributes, CLAUSARY_DOCX_TYPE);
	if (standard.data && clausary_xml_is_on(standard)
	    && clausary_slice_equal(type, CLAUSARY_SLICE("paragraph")))
		styles->standard = index;
	reading->style = style;
}

/* "toc 3" for the prefix "toc ": 3; 0 where the name is something else. */
static int
numbered_name(clausary_slice name, clausary_slice prefix)
{
	if (name.size != prefix.size + 1
	    || !clausary_slice_equal_ascii(clausary_slice_part(name, 0, prefix.size), prefix))
		return 0;
	char digit = name.data[prefix.size];
	return clausary_ascii_is_digit(digit) ? digit - '0' : 0;
}

static void
name_style(clausary_docx_style *style, clausary_slice name)
{
	int heading = numbered_name(name, CLAUSARY_SLICE("heading "));
	if (heading && style->paragraph.outline < 0)
		style->paragraph.outline = heading - 1;
	if (numbered_name(name, CLAUSARY_SLICE("toc "))
	    || numbered_name(name, CLAUSARY_SLICE("index ")))
		style->role = CLAUSARY_DOCX_CONTENTS;
	for (size_t i = 0; i < sizeof BUILT_IN / sizeof BUILT_IN[0]; i++)
		if (clausary_slice_equal_ascii(name, clausary_slice_of(BUILT_IN[i].name)))
			style->role = (uint8_t)BUILT_IN[i].role;
}

static void
take_language(state *reading, const clausary_xml_attributes *attributes)
{
	clausary_docx *docx = reading->docx;
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	bool standard = reading->style
	                && reading->style - docx->styles.items.items == docx->styles.standard;
	if (value.size && (reading->in_defaults || standard)) {
		const char *end = memchr(value.data, '_', value.size); /* "es-ES_tradnl" */
		value.size = end ? (size_t)(end - value.data) : value.size;
		docx->language = clausary_arena_copy(&docx->arena, value);
	}
}

static void
on_start(void *payload, uint32_t name, const clausary_xml_attributes *attributes)
{
	state *reading = payload;
	clausary_docx *docx = reading->docx;
	if (name == CLAUSARY_DOCX_STYLE && docx->styles.items.count < CLAUSARY_LIMIT_STYLES)
		open_style(reading, attributes);
	else if (name == CLAUSARY_DOCX_DOC_DEFAULTS)
		reading->in_defaults = true;
	else if (name == CLAUSARY_DOCX_LANG)
		take_language(reading, attributes);
	if (reading->style == NULL)
		return;
	clausary_slice value = clausary_xml_attribute(attributes, CLAUSARY_DOCX_VAL);
	if (name == CLAUSARY_DOCX_R_PR)
		reading->in_run = true;
	else if (name == CLAUSARY_DOCX_STYLE_NAME)
		name_style(reading->style, value);
	else if (name == CLAUSARY_DOCX_BASED_ON)
		reading->style->base = clausary_arena_copy(&docx->arena, value);
	else if (reading->in_run)
		clausary_docx_run_property(&docx->styles, &reading->style->run, name, attributes);
	else
		clausary_docx_paragraph_property(&docx->styles, &reading->style->paragraph, name,
		                                 attributes);
}

static void
on_end(void *payload, uint32_t name)
{
	state *reading = payload;
	if (name == CLAUSARY_DOCX_STYLE)
		reading->style = NULL;
	else if (name == CLAUSARY_DOCX_DOC_DEFAULTS)
		reading->in_defaults = false;
	else if (name == CLAUSARY_DOCX_R_PR)
		reading->in_run = false;
}

static void
inherit_toggle(signed char *own, signed char base)
{
	if (*own == CLAUSARY_DOCX_UNSET)
		*own = base;
}

static void
inherit(clausary_docx_style *style, uint32_t index, const clausary_docx_style *base)
{
	clausary_docx_run *run = &style->run;
	clausary_docx_properties *paragraph = &style->paragraph;
	if (paragraph->number >= 0 || paragraph->level >= 0)
		style->number_style = index;
	else if (base)
		style->number_style = base->number_style;
	if (base == NULL)
		return;
	inherit_toggle(&run->strong, base->run.strong);
	inherit_toggle(&run->emphasis, base->run.emphasis);
	inherit_toggle(&run->complex_strong, base->run.complex_strong);
	inherit_toggle(&run->complex_emphasis, base->run.complex_emphasis);
	inherit_toggle(&run->complex, base->run.complex);
	inherit_toggle(&run->hidden, base->run.hidden);
	inherit_toggle(&paragraph->centred, base->paragraph.centred);
	if (paragraph->number < 0)
		paragraph->number = base->paragraph.number;
	if (paragraph->level < 0)
		paragraph->level = base->paragraph.level;
	if (paragraph->outline < 0)
		paragraph->outline = base->paragraph.outline;
	if (style->role == CLAUSARY_DOCX_PLAIN && base->role != CLAUSARY_DOCX_TITLE)
		style->role = base->role;
}

/* Fold a style after all it is based on; a circle of bases is cut where it closes. */
static void
fold(clausary_docx_styles *styles, uint32_t index)
{
	CLAUSARY_ARRAY(uint32_t) chain = {0};
	clausary_docx_style *all = styles->items.items;
	while (index < styles->items.count && all[index].state == FRESH) {
		all[index].state = OPEN;
		clausary_array_push(&chain, index);
		index = all[index].base.size ? clausary_docx_find_style(styles, all[index].base)
		                             : CLAUSARY_NONE;
	}
	while (chain.count) {
		uint32_t base = index;
		index = chain.items[--chain.count];
		bool usable = base < styles->items.count && all[base].state == DONE;
		inherit(&all[index], index, usable ? &all[base] : NULL);
		all[index].state = DONE;
	}
	clausary_array_finish(&chain);
}

clausary_status
clausary_docx_read_styles(clausary_docx *docx)
{
	state reading = {.docx = docx};
	clausary_xml_events events = {.start = on_start, .end = on_end, .payload = &reading};
	clausary_status status = CLAUSARY_OK;
	docx->styles.standard = CLAUSARY_NONE;
	if (docx->parts.styles)
		status = clausary_docx_parse(docx, docx->parts.styles, events, NULL);
	for (uint32_t i = 0; i < docx->styles.items.count; i++)
		fold(&docx->styles, i);
	return status;
}
