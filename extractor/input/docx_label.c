/* Automatic numbers as Word prints them (ISO/IEC 29500-1, 17.9): every paragraph of a list is
 * counted in the order of its text, and its level's pattern "%1.%2" filled in. */
#include "input/docx.h"

#include <stdio.h>

/* A paragraph's place in the numbering. */
typedef struct position {
	const clausary_docx_number *number;
	const clausary_docx_abstract *abstract;
	int32_t *values; /* counters of the nine levels */
	uint16_t *begun;
	int32_t level;
} position;

static const clausary_docx_level *
level_of(const position *place, int32_t level)
{
	const clausary_docx_level *own = place->number->levels[level];
	return own ? own : &place->abstract->levels[level];
}

static int32_t
start_of(const position *place, int32_t level)
{
	int32_t start = place->number->starts[level];
	return start >= 0 ? start : level_of(place, level)->start;
}

/* The level that names `style`; `otherwise` where none does. */
static int32_t
level_of_style(const position *place, clausary_slice style, int32_t otherwise)
{
	for (int32_t level = 0; style.size && level < CLAUSARY_DOCX_LEVELS; level++)
		if (clausary_slice_equal(level_of(place, level)->style, style))
			return level;
	return otherwise >= 0 ? otherwise : 0;
}

static bool
find_place(clausary_docx *docx, clausary_docx_story story,
           const clausary_docx_properties *properties, position *place)
{
	clausary_docx_numbering *numbering = &docx->numbering;
	const clausary_docx_style *style = clausary_docx_style_of(&docx->styles, properties);
	int32_t id = properties->number >= 0 ? properties->number
	             : style                 ? style->paragraph.number
	                                     : 0;
	char digits[16];
	if (id <= 0)
		return false;
	int size = snprintf(digits, sizeof digits, "%d", id);
	uint32_t number =
	        clausary_map_get(&numbering->number_by_id, (clausary_slice){digits, (size_t)size});
	if (number == CLAUSARY_NONE)
		return false;
	place->number = &numbering->numbers.items[number];
	if (place->number->abstract >= numbering->abstracts.count)
		return false;
	place->abstract = numbering->abstracts.items[place->number->abstract];
	place->values = numbering->counters[story].values[place->number->abstract];
	place->begun = &numbering->counters[story].begun[number];
	place->level = properties->level;
	if (place->level < 0) {
		bool named = style && style->number_style != CLAUSARY_NONE;
		place->level =
		        level_of_style(place,
		                       named ? docx->styles.items.items[style->number_style].id
		                             : CLAUSARY_SLICE(""),
		                       style ? style->paragraph.level : 0);
	}
	return true;
}

/* A level is set back by a paragraph of a higher level, or only of those its w:lvlRestart names. */
static bool
is_set_back(const position *place, int32_t level)
{
	int32_t restart = level_of(place, level)->restart;
	return restart < 0 || place->level < restart;
}

static void
advance(const position *place)
{
	int32_t level = place->level, *values = place->values;
	bool restarts = place->number->starts[level] >= 0 && !(*place->begun >> level & 1);
	*place->begun |= (uint16_t)(1u << level);
	if (values[level] < 0 || restarts)
		values[level] = start_of(place, level);
	else if (values[level] < INT32_MAX)
		values[level]++;
	for (int32_t above = 0; above < level; above++)
		if (values[above] < 0)
			values[above] = start_of(place, above);
	for (int32_t below = level + 1; below < CLAUSARY_DOCX_LEVELS; below++)
		if (is_set_back(place, below))
			values[below] = -1;
}

static void
add_level_number(clausary_docx *docx, const position *place, int32_t level, clausary_buffer *to)
{
	clausary_slice format = level_of(place, level)->format;
	int32_t value = place->values[level];
	if (level > place->level || clausary_slice_equal(format, CLAUSARY_SLICE("bullet")))
		return;
	if (level_of(place, place->level)->legal
	    && !clausary_slice_equal(format, CLAUSARY_SLICE("none")))
		format = CLAUSARY_SLICE("decimal");
	if (clausary_docx_add_number(to, format, value) || docx->told & CLAUSARY_DOCX_TOLD_FORMAT)
		return;
	docx->told |= CLAUSARY_DOCX_TOLD_FORMAT;
	clausary_diagnose(docx->context, CLAUSARY_DIAGNOSTIC_UNKNOWN_NUMBERING,
	                  clausary_builder_name(docx->builder), 0,
	                  "numbers of the format \"%.*s\" were read as decimal numbers",
	                  (int)(format.size < 64 ? format.size : 64), format.data);
}

static void
add_label(clausary_docx *docx, const position *place, clausary_buffer *to)
{
	clausary_slice text = level_of(place, place->level)->text;
	for (size_t at = 0; at < text.size; at++) {
		char next = at + 1 < text.size ? text.data[at + 1] : '\0';
		if (text.data[at] == '%' && next >= '1' && next <= '9') {
			add_level_number(docx, place, next - '1', to);
			at++;
		} else {
			clausary_buffer_add_byte(to, text.data[at]);
		}
	}
}

clausary_docx_label
clausary_docx_count(clausary_docx *docx, clausary_docx_story story,
                    const clausary_docx_properties *properties, clausary_buffer *to)
{
	position place;
	clausary_docx_label label = {0};
	if (!find_place(docx, story, properties, &place))
		return label;
	advance(&place);
	const clausary_docx_level *level = level_of(&place, place.level);
	label.listed = true;
	label.level = (uint32_t)place.level;
	if (level->hidden)
		return label;
	if (clausary_slice_equal(level->format, CLAUSARY_SLICE("bullet"))) {
		label.bullet = level->picture || clausary_slice_trim(level->text).size > 0;
		if (label.bullet)
			clausary_buffer_add(to, CLAUSARY_SLICE("\xe2\x80\xa2"));
	} else {
		add_label(docx, &place, to);
	}
	return label;
}
