/* Fields that the model has no place of its own for, in TBX: what the dialect has stands as it is,
 * what it has not stands in a note with its name, and is counted. */
#include "write/losses.h"
#include "write/tbx.h"

static bool
is_address(clausary_slice target)
{
	return clausary_slice_starts(target, CLAUSARY_SLICE("http://"))
	       || clausary_slice_starts(target, CLAUSARY_SLICE("https://"));
}

bool
clausary_tbx_has_id(const clausary_tbx *tbx, clausary_slice id)
{
	return id.size && clausary_id_set_get(&tbx->ids, id) != CLAUSARY_NONE;
}

/* "2031-05-04", with or without a time. */
static bool
is_date(clausary_slice text)
{
	static const char form[] = "dddd-dd-dd";
	if (text.size < sizeof form - 1)
		return false;
	for (size_t i = 0; i < sizeof form - 1; i++)
		if (form[i] == 'd' ? !clausary_ascii_is_digit(text.data[i])
		                   : text.data[i] != form[i])
			return false;
	return text.size == sizeof form - 1
	       || (text.size >= sizeof "2031-05-04T10:00:00" - 1 && text.data[10] == 'T');
}

/* Whether TBX-Default and dialects of somebody's own, where only the structure is fixed, have it at
 * this level. */
static bool
fits_default(const clausary_datum *datum, unsigned level, bool is_v2)
{
	if (datum->element == CLAUSARY_DATUM_NOTE)
		return true;
	if (datum->category.size == 0)
		return false;
	if (datum->element == CLAUSARY_DATUM_TERM_NOTE
	    || datum->element == CLAUSARY_DATUM_COMPONENTS)
		return level == CLAUSARY_LEVEL_TERM
		       && (is_v2 || datum->element == CLAUSARY_DATUM_TERM_NOTE);
	if (datum->element == CLAUSARY_DATUM_XREF)
		return datum->target.size > 0;
	return datum->element == CLAUSARY_DATUM_ADMIN || datum->element == CLAUSARY_DATUM_DESCRIP
	       || datum->element == CLAUSARY_DATUM_TRANSAC || datum->element == CLAUSARY_DATUM_REF;
}

static bool
has_category(const clausary_datum *datum, clausary_module module, unsigned level)
{
	const clausary_category *category = clausary_category_named(datum->category);
	if (category == NULL || category->element != datum->element || category->module > module
	    || !(category->levels & level))
		return false;
	return category->values == NULL
	       || clausary_category_has_value(category->values, datum->text);
}

bool
clausary_tbx_fits(const clausary_tbx *tbx, const clausary_datum *datum, clausary_module module,
                  unsigned level)
{
	if (module == CLAUSARY_MODULE_DEFAULT)
		return fits_default(datum, level, tbx->is_v2);
	if (datum->element == CLAUSARY_DATUM_NOTE)
		return datum->text.size > 0;
	if (!has_category(datum, module, level))
		return false;
	switch (datum->element) {
	case CLAUSARY_DATUM_ADMIN_NOTE:
	case CLAUSARY_DATUM_DESCRIP_NOTE:
	case CLAUSARY_DATUM_TRANSAC_NOTE:
	case CLAUSARY_DATUM_COMPONENTS:
		return false;
	case CLAUSARY_DATUM_REF:
		return clausary_tbx_has_id(tbx, datum->target)
		       && !(tbx->is_v2 && level == CLAUSARY_LEVEL_LANGUAGE);
	case CLAUSARY_DATUM_XREF:
		/* TBX-Linguist and v2's TBX-Basic have it at two levels only */
		return is_address(datum->target)
		       && !((module == CLAUSARY_MODULE_LINGUIST || tbx->is_v2)
		            && level == CLAUSARY_LEVEL_LANGUAGE);
	default:
		return datum->text.size > 0;
	}
}

/* Whether a group whose first element is `head` may hold this one. */
static bool
group_holds(clausary_datum_element head, clausary_datum_element part)
{
	switch (part) {
	case CLAUSARY_DATUM_NOTE:
	case CLAUSARY_DATUM_REF:
	case CLAUSARY_DATUM_XREF:
		return true;
	case CLAUSARY_DATUM_ADMIN:
	case CLAUSARY_DATUM_TRANSAC:
		return head == CLAUSARY_DATUM_DESCRIP || head == CLAUSARY_DATUM_TERM_NOTE;
	case CLAUSARY_DATUM_ADMIN_NOTE:
		return head == CLAUSARY_DATUM_ADMIN;
	case CLAUSARY_DATUM_DESCRIP_NOTE:
		return head == CLAUSARY_DATUM_DESCRIP;
	case CLAUSARY_DATUM_DATE:
	case CLAUSARY_DATUM_TRANSAC_NOTE:
		return head == CLAUSARY_DATUM_TRANSAC;
	default:
		return false;
	}
}

bool
clausary_tbx_part_fits(const clausary_tbx *tbx, clausary_datum_element head,
                       const clausary_datum *part, clausary_module module, unsigned level)
{
	bool is_default = module == CLAUSARY_MODULE_DEFAULT;
	if (!group_holds(head, part->element))
		return false;
	switch (part->element) {
	case CLAUSARY_DATUM_DATE:
		return is_default || is_date(part->text);
	case CLAUSARY_DATUM_ADMIN_NOTE:
	case CLAUSARY_DATUM_DESCRIP_NOTE:
	case CLAUSARY_DATUM_TRANSAC_NOTE:
		return part->category.size && (is_default || has_category(part, module, level));
	case CLAUSARY_DATUM_XREF: /* in groups TBX-Basic has none */
		return is_default && part->target.size && part->category.size;
	default:
		return clausary_tbx_fits(tbx, part, module, level);
	}
}

/* The name of the element that carries a category: in DCT the category itself. */
static const char *
element_name(clausary_tbx *tbx, clausary_datum_element element, const char *category)
{
	static const char *const prefixes[] = {"", "min", "basic", "ling", ""};
	const clausary_category *known =
	        tbx->is_dct && category ? clausary_category_named(clausary_slice_of(category))
		                        : NULL;
	if (known == NULL)
		return clausary_datum_element_name(element);
	tbx->name.size = 0;
	clausary_buffer_print(&tbx->name, "%s:%s%c", prefixes[known->module], known->name, '\0');
	return tbx->name.data;
}

/* Write the element of a category down to its text. */
static void
put(clausary_tbx *tbx, clausary_datum_element element, clausary_slice category,
    const clausary_datum *datum, clausary_slice text)
{
	enum { LONGEST = 256 };
	char name[LONGEST + 1];
	size_t size = category.size < LONGEST ? category.size : LONGEST;
	memcpy(name, category.data ? category.data : "", size);
	name[size] = '\0';
	const char *as = element_name(tbx, element, size ? name : NULL);
	bool is_dct = tbx->is_dct && as == tbx->name.data;
	clausary_xml_begin(&tbx->xml, as);
	if (!is_dct && size)
		clausary_xml_add_attribute(&tbx->xml, "type", category);
	if (datum && datum->language.size && !is_dct)
		clausary_xml_add_attribute(&tbx->xml, "xml:lang", datum->language);
	if (datum && datum->target.size) {
		/* in DCT also who is responsible: its elements of other kinds have none */
		bool links = element == CLAUSARY_DATUM_REF || element == CLAUSARY_DATUM_XREF
		             || element == CLAUSARY_DATUM_TRANSAC_NOTE;
		bool found =
		        element == CLAUSARY_DATUM_XREF || clausary_tbx_has_id(tbx, datum->target);
		if (found && (links || !is_dct))
			clausary_xml_add_attribute(&tbx->xml, "target", datum->target);
		else
			clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_DROPPED,
			                    CLAUSARY_SLICE("target"));
	}
	clausary_xml_text(&tbx->xml, as, text);
}

void
clausary_tbx_named_note(clausary_tbx *tbx, clausary_slice category, clausary_slice text)
{
	clausary_buffer note = {0};
	clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_NOTE, category);
	clausary_buffer_add(&note, category);
	clausary_buffer_add(&note, CLAUSARY_SLICE(": "));
	clausary_buffer_add(&note, text);
	clausary_xml_element(&tbx->xml, "note", NULL, clausary_buffer_slice(&note));
	clausary_buffer_finish(&note);
}

void
clausary_tbx_field(clausary_tbx *tbx, clausary_datum_element element, const char *category,
                   clausary_slice text)
{
	clausary_slice name = clausary_slice_of(category);
	if (clausary_tbx_has_category(tbx, name))
		put(tbx, element, name, NULL, text);
	else
		clausary_tbx_named_note(tbx, name, text);
}

static void
add_words(clausary_buffer *to, const clausary_datum *datum)
{
	bool is_date = datum->element == CLAUSARY_DATUM_DATE;
	clausary_slice name = is_date ? CLAUSARY_SLICE("date") : datum->category;
	bool said = to->size && to->data[to->size - 1] != ' ';
	if (said)
		clausary_buffer_add(to, CLAUSARY_SLICE("; "));
	clausary_buffer_add(to, name);
	if (name.size)
		clausary_buffer_add(to, CLAUSARY_SLICE(": "));
	clausary_buffer_add(to, datum->text.size ? datum->text : datum->target);
	if (datum->element == CLAUSARY_DATUM_XREF && datum->text.size && datum->target.size) {
		clausary_buffer_add_byte(to, ' ');
		clausary_buffer_add(to, datum->target);
	}
}

/* "reliabilityCode: 3; source: …" */
static void
put_as_note(clausary_tbx *tbx, const clausary_datum *datum)
{
	tbx->text.size = 0;
	add_words(&tbx->text, datum);
	for (uint32_t i = 0; i < datum->parts.count; i++)
		add_words(&tbx->text, &datum->parts.items[i]);
	clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_NOTE,
	                    datum->category.size ? datum->category : CLAUSARY_SLICE("date"));
	clausary_xml_begin(&tbx->xml, "note");
	if (datum->language.size)
		clausary_xml_add_attribute(&tbx->xml, "xml:lang", datum->language);
	clausary_xml_text(&tbx->xml, "note", clausary_buffer_slice(&tbx->text));
}

static void put_fitting(clausary_tbx *tbx, const clausary_datum *datum, unsigned level);

void
clausary_tbx_parts(clausary_tbx *tbx, clausary_datum_element head, const clausary_data *parts,
                   unsigned level)
{
	for (uint32_t i = 0; i < parts->count; i++) {
		const clausary_datum *part = &parts->items[i];
		if (clausary_tbx_part_fits(tbx, head, part, tbx->module, level))
			put_fitting(tbx, part, level);
		else
			put_as_note(tbx, part);
	}
}

/* A term taken apart: only v2 has it. */
static void
put_components(clausary_tbx *tbx, const clausary_datum *datum)
{
	clausary_xml *xml = &tbx->xml;
	clausary_xml_begin(xml, "termCompList");
	clausary_xml_add_attribute(xml, "type", datum->category);
	for (int components = 0; components < 2; components++)
		for (uint32_t i = 0; i < datum->parts.count; i++) {
			const clausary_datum *part = &datum->parts.items[i];
			if ((part->element == CLAUSARY_DATUM_COMPONENT) != components)
				continue;
			if (!components) {
				put_as_note(tbx, part);
				continue;
			}
			if (part->parts.count)
				clausary_xml_begin(xml, "termCompGrp");
			clausary_xml_element(xml, "termComp", NULL, part->text);
			for (uint32_t j = 0; j < part->parts.count; j++)
				if (part->parts.items[j].element == CLAUSARY_DATUM_TERM_NOTE)
					put(tbx, CLAUSARY_DATUM_TERM_NOTE,
					    part->parts.items[j].category, NULL,
					    part->parts.items[j].text);
				else
					put_as_note(tbx, &part->parts.items[j]);
			if (part->parts.count)
				clausary_xml_end(xml, "termCompGrp");
		}
	clausary_xml_end(xml, "termCompList");
}

static const char *
group_of(const clausary_datum *datum)
{
	switch (datum->element) {
	case CLAUSARY_DATUM_TRANSAC:
		return "transacGrp";
	case CLAUSARY_DATUM_ADMIN:
		return datum->parts.count ? "adminGrp" : NULL;
	case CLAUSARY_DATUM_DESCRIP:
		return datum->parts.count ? "descripGrp" : NULL;
	case CLAUSARY_DATUM_TERM_NOTE:
		return datum->parts.count ? "termNoteGrp" : NULL;
	default:
		return NULL;
	}
}

static void
put_fitting(clausary_tbx *tbx, const clausary_datum *datum, unsigned level)
{
	const char *group = group_of(datum);
	if (datum->element == CLAUSARY_DATUM_COMPONENTS) {
		put_components(tbx, datum);
		return;
	}
	if (group)
		clausary_xml_begin(&tbx->xml, group);
	put(tbx, datum->element, datum->category, datum, datum->text);
	if (group) {
		clausary_tbx_parts(tbx, datum->element, &datum->parts, level);
		clausary_xml_end(&tbx->xml, group);
	}
}

/* Where TBX-Basic has definitions: above the terms. */
static bool
is_moved(const clausary_tbx *tbx, const clausary_datum *datum, unsigned level)
{
	return tbx->module != CLAUSARY_MODULE_DEFAULT && tbx->module != CLAUSARY_MODULE_MIN
	       && level == CLAUSARY_LEVEL_TERM && datum->element == CLAUSARY_DATUM_DESCRIP
	       && datum->text.size
	       && clausary_slice_equal(datum->category, CLAUSARY_SLICE("definition"));
}

void
clausary_tbx_term_data(clausary_tbx *tbx, const clausary_data *data, bool in_term_group)
{
	for (uint32_t i = 0; i < data->count; i++) {
		const clausary_datum *datum = &data->items[i];
		bool first = datum->element == CLAUSARY_DATUM_TERM_NOTE
		             || datum->element == CLAUSARY_DATUM_COMPONENTS;
		bool fits = clausary_tbx_fits(tbx, datum, tbx->module, CLAUSARY_LEVEL_TERM);
		if ((first && fits) != in_term_group || is_moved(tbx, datum, CLAUSARY_LEVEL_TERM))
			continue;
		if (fits)
			put_fitting(tbx, datum, CLAUSARY_LEVEL_TERM);
		else
			put_as_note(tbx, datum);
	}
}

void
clausary_tbx_data(clausary_tbx *tbx, const clausary_data *data, unsigned level)
{
	for (uint32_t i = 0; i < data->count; i++)
		if (clausary_tbx_fits(tbx, &data->items[i], tbx->module, level))
			put_fitting(tbx, &data->items[i], level);
		else
			put_as_note(tbx, &data->items[i]);
}

void
clausary_tbx_moved_data(clausary_tbx *tbx, const clausary_data *data)
{
	for (uint32_t i = 0; i < data->count; i++) {
		if (!is_moved(tbx, &data->items[i], CLAUSARY_LEVEL_TERM))
			continue;
		clausary_losses_add(tbx->xml.sink, CLAUSARY_LOSS_MOVED, data->items[i].category);
		put_fitting(tbx, &data->items[i], CLAUSARY_LEVEL_LANGUAGE);
	}
}
