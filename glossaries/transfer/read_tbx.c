/* TBX of every kind by its local names: v2 (tig and ntig), v3 in both styles, TBX-Min of 2013, and
 * the entries inside of ISO and NISO STS, whose label is the clause. In DCT a data category is the
 * name of the element; in DCA and v2 it is the attribute `type` of a few elements. */
#include "termbase/category.h"
#include "termbase/key.h"
#include "transfer/markup.h"
#include "transfer/reader.h"
#include "transfer/tbx_name.h"

enum { OPEN_DATA = 8 }; /* nested groups and data: TBX has three */

/* A datum or a group of data that is open. */
typedef struct open_datum {
	clausary_datum datum;
	uint32_t depth;       /* of its element */
	bool is_group;        /* whose first datum is what it is about … */
	bool has_head;        /* … once it came */
	clausary_slice value; /* of the attribute, where ISO STS has it instead of text */
} open_datum;

typedef struct tbx {
	clausary_reading *reading;
	clausary_filling *filling;
	clausary_buffer text;
	uint32_t depth;
	uint32_t text_depth; /* of the element whose text is wanted, or 0 */
	open_datum open[OPEN_DATA];
	size_t open_count;
	clausary_slice term_id, objects; /* of the term; what kind of objects the list has */
	clausary_slice label, standard;  /* of ISO STS */
	bool is_sts, in_origin, in_encoding, in_bibliography;
} tbx;

static clausary_slice
attribute(tbx *t, const clausary_markup_element *element, const char *name)
{
	clausary_slice value = clausary_markup_value(element, name);
	return value.size ? clausary_filling_copy(t->filling, value, false) : CLAUSARY_SLICE("");
}

/* The language of a datum, where it says one that is not its section's. */
static clausary_slice
language_of(tbx *t, const clausary_markup_element *element)
{
	clausary_slice value = clausary_markup_value(element, "lang");
	const clausary_language_section *section = t->filling->section;
	if (value.size == 0 || (section && clausary_slice_equal_ascii(section->language, value)))
		return CLAUSARY_SLICE("");
	return clausary_filling_string(t->filling, value);
}

static void
want_text(tbx *t)
{
	t->text.size = 0;
	t->text_depth = t->depth;
}

static open_datum *
push(tbx *t, bool is_group)
{
	if (t->open_count == OPEN_DATA)
		return NULL;
	open_datum *open = &t->open[t->open_count++];
	*open = (open_datum){.depth = t->depth, .is_group = is_group};
	if (is_group) {
		open->datum.parts = t->filling->spare;
		t->filling->spare = (clausary_data){0};
	}
	return open;
}

static void
begin_datum(tbx *t, clausary_datum_element kind, clausary_slice category,
            const clausary_markup_element *element)
{
	open_datum *open = push(t, kind == CLAUSARY_DATUM_COMPONENTS);
	if (open == NULL)
		return;
	open->datum.element = kind;
	open->datum.category = category;
	open->datum.target = attribute(t, element, "target");
	open->datum.language = language_of(t, element);
	open->value = attribute(t, element, "value");
	open->has_head = open->is_group; /* a list of components is about itself */
	if (!open->is_group)
		want_text(t);
}

/* An element that is named as its data category: DCT, TBX-Min, ISO STS; or one that nobody knows.
 */
static void
begin_category(tbx *t, const clausary_markup_element *element)
{
	const clausary_category *category = clausary_category_named(clausary_slice_of(element->as));
	clausary_slice name = clausary_filling_string(t->filling, clausary_slice_of(element->as));
	clausary_datum_element kind =
	        t->filling->term ? CLAUSARY_DATUM_TERM_NOTE : CLAUSARY_DATUM_DESCRIP;
	if (element->name == CLAUSARY_TBX_STATUS_SHORT)
		name = CLAUSARY_SLICE("usageStatus");
	else if (element->name == CLAUSARY_TBX_CUSTOMER)
		name = CLAUSARY_SLICE("customerSubset");
	if (category)
		kind = category->element;
	else if (element->name == CLAUSARY_TBX_CUSTOMER)
		kind = CLAUSARY_DATUM_ADMIN;
	begin_datum(t, kind, name, element);
}

static void
begin_section(tbx *t, const clausary_markup_element *element)
{
	clausary_filling_section(t->filling, clausary_markup_value(element, "lang"));
}

static void
start_in_entry(tbx *t, const clausary_markup_element *element)
{
	switch (element->name) {
	case CLAUSARY_TBX_SECTION_V3:
	case CLAUSARY_TBX_SECTION_V2:
	case CLAUSARY_TBX_SECTION_SHORT:
		begin_section(t, element);
		break;
	case CLAUSARY_TBX_TERM_V3:
	case CLAUSARY_TBX_TERM_V2:
	case CLAUSARY_TBX_TERM_NESTED:
	case CLAUSARY_TBX_TERM_SHORT:
		clausary_filling_term(t->filling, clausary_markup_value(element, "id"));
		break;
	case CLAUSARY_TBX_TERM_GROUP:
	case CLAUSARY_TBX_NOTE_GROUP:
		break;
	case CLAUSARY_TBX_TERM:
		t->term_id = attribute(t, element, "id");
		want_text(t);
		break;
	case CLAUSARY_TBX_ADMIN_GROUP:
	case CLAUSARY_TBX_DESCRIP_GROUP:
	case CLAUSARY_TBX_TERM_NOTE_GROUP:
	case CLAUSARY_TBX_TRANSAC_GROUP:
	case CLAUSARY_TBX_COMPONENT_GROUP:
		push(t, true);
		break;
	default:
		if (element->name >= CLAUSARY_TBX_ADMIN && element->name <= CLAUSARY_TBX_COMPONENT)
			begin_datum(t, (clausary_datum_element)(element->name - CLAUSARY_TBX_ADMIN),
			            clausary_filling_string(t->filling,
			                                    clausary_markup_value(element, "type")),
			            element);
		else
			begin_category(t, element);
	}
}

static void
start_in_bibliography(tbx *t, const clausary_markup_element *element)
{
	open_datum *open;
	switch (element->name) {
	case CLAUSARY_TBX_OBJECT:
		open = push(t, true);
		if (open) {
			open->datum = (clausary_datum){.element = CLAUSARY_DATUM_OBJECT,
			                               .category = t->objects,
			                               .target = attribute(t, element, "id")};
			open->has_head = true;
		}
		break;
	default:
		if (t->open_count)
			begin_datum(t, CLAUSARY_DATUM_ITEM,
			            clausary_filling_string(t->filling,
			                                    clausary_markup_value(element, "type")),
			            element);
	}
}

/* A dialect of somebody's own is kept: its categories are no one else's. */
static clausary_slice
private_dialect(clausary_slice dialect)
{
	static const char *const known[] = {"TBX-Core", "TBX-Min", "TBX-Basic", "TBX-Linguist"};
	for (size_t i = 0; i < sizeof known / sizeof known[0]; i++)
		if (clausary_slice_equal(dialect, clausary_slice_of(known[i])))
			return CLAUSARY_SLICE("");
	bool named = dialect.size > 4 && clausary_slice_starts(dialect, CLAUSARY_SLICE("TBX-"));
	return named ? dialect : CLAUSARY_SLICE("");
}

static void
start_outside(tbx *t, const clausary_markup_element *element)
{
	switch (element->name) {
	case CLAUSARY_TBX_ENTRY_V3:
	case CLAUSARY_TBX_ENTRY_V2:
	case CLAUSARY_TBX_ENTRY_SHORT:
		clausary_filling_concept(t->filling, clausary_markup_value(element, "id"));
		break;
	case CLAUSARY_TBX_BIBLIOGRAPHY_V3:
	case CLAUSARY_TBX_BIBLIOGRAPHY_V2:
		t->in_bibliography = true;
		t->objects = attribute(t, element, "type");
		break;
	case CLAUSARY_TBX_ORIGIN:
		t->in_origin = true;
		break;
	case CLAUSARY_TBX_ENCODING:
		t->in_encoding = true;
		break;
	case CLAUSARY_TBX_ROOT_MIN:
		break;
	case CLAUSARY_TBX_ROOT_V3:
	case CLAUSARY_TBX_ROOT_V2:
		t->filling->to->language = attribute(t, element, "lang");
		if (element->name == CLAUSARY_TBX_ROOT_V3)
			t->filling->to->dialect = private_dialect(attribute(t, element, "type"));
		break;
	case CLAUSARY_TBX_ROOT_STS:
		t->is_sts = true;
		break;
	case CLAUSARY_TBX_TITLE:
	case CLAUSARY_TBX_PARAGRAPH:
	case CLAUSARY_TBX_LABEL:
	case CLAUSARY_TBX_STANDARD:
		want_text(t);
		break;
	case CLAUSARY_TBX_CLAUSE_SECTION:
		t->label = CLAUSARY_SLICE("");
		break;
	default:
		if (!t->is_sts
		    && !(element->name >= CLAUSARY_TBX_HEADER_V3
		         && element->name < CLAUSARY_TBX_NO_NAME))
			clausary_filling_odd(t->filling, CLAUSARY_ODD_LEFT_OUT,
			                     clausary_slice_of(element->as));
	}
}

static void
on_start(void *payload, const clausary_markup_element *element)
{
	tbx *t = payload;
	t->depth++;
	t->filling->line = element->line;
	if (t->text_depth) {
		if (element->name != CLAUSARY_TBX_NOTE_KEY
		    && element->name != CLAUSARY_TBX_NOTE_VALUE)
			clausary_filling_odd(t->filling, CLAUSARY_ODD_MARKUP,
			                     clausary_slice_of(element->as));
	} else if (t->filling->concept) {
		start_in_entry(t, element);
	} else if (t->in_bibliography) {
		start_in_bibliography(t, element);
	} else {
		start_outside(t, element);
	}
}

/* A datum is whole: it is the head of its group, a part of it, or stands alone. */
static void
end_datum(tbx *t, const clausary_datum *datum)
{
	clausary_arena *arena = &t->filling->to->arena;
	open_datum *group = t->open_count ? &t->open[t->open_count - 1] : NULL;
	if (group && !group->has_head) {
		clausary_data parts = datum->parts.count ? datum->parts : group->datum.parts;
		for (uint32_t i = 0; datum->parts.count && i < group->datum.parts.count; i++)
			clausary_list_push(arena, &parts, group->datum.parts.items[i]);
		group->datum = *datum;
		group->datum.parts = parts;
		group->has_head = true;
	} else if (group) {
		clausary_list_push(arena, &group->datum.parts, *datum);
	} else if (datum->element == CLAUSARY_DATUM_OBJECT) {
		clausary_list_push(arena, &t->filling->to->objects, *datum);
	} else {
		clausary_filling_datum(t->filling, datum);
	}
}

/* Values of picklists, sources and subsets are many and alike: one copy each. */
static clausary_slice
text_of(tbx *t, const clausary_datum *datum, clausary_slice raw)
{
	const clausary_category *category = clausary_category_named(datum->category);
	bool lines =
	        datum->element == CLAUSARY_DATUM_NOTE || datum->element == CLAUSARY_DATUM_DESCRIP;
	if (datum->element == CLAUSARY_DATUM_ADMIN || (category && category->values))
		return clausary_filling_string(t->filling, raw);
	return clausary_filling_copy(t->filling, raw, lines);
}

/* ISO STS calls the status of a term its normative authorization. */
static void
rename_status(tbx *t, clausary_datum *datum)
{
	clausary_buffer status = {0};
	if (!clausary_slice_equal(datum->category, CLAUSARY_SLICE("normativeAuthorization")))
		return;
	clausary_buffer_add(&status, datum->text);
	clausary_buffer_add(&status, CLAUSARY_SLICE("-admn-sts"));
	datum->category = CLAUSARY_SLICE("administrativeStatus");
	datum->text = clausary_filling_string(t->filling, clausary_buffer_slice(&status));
	clausary_buffer_finish(&status);
}

static void
pop(tbx *t, clausary_slice raw)
{
	open_datum open = t->open[--t->open_count];
	if (!open.is_group)
		open.datum.text = text_of(t, &open.datum, raw);
	if (!open.is_group && open.datum.text.size == 0)
		open.datum.text = open.value;
	if (t->is_sts)
		rename_status(t, &open.datum);
	if (open.has_head || !open.is_group)
		end_datum(t, &open.datum);
}

/* In ISO STS the clause is the label of the section around the entry. */
static void
cite_label(tbx *t)
{
	clausary_filling *filling = t->filling;
	clausary_buffer text = {0};
	if (!t->is_sts || t->label.size == 0)
		return;
	if (t->standard.size) {
		clausary_buffer_add(&text, t->standard);
		clausary_buffer_add(&text, CLAUSARY_SLICE(", "));
	}
	clausary_buffer_add(&text, t->label);
	clausary_source source = {
	        .document = CLAUSARY_NONE,
	        .citation = clausary_arena_copy(&filling->to->arena, clausary_buffer_slice(&text))};
	for (uint32_t i = 0; i < filling->concept->languages.count; i++) {
		clausary_language_section *section = filling->concept->languages.items[i];
		for (uint32_t j = 0; j < section->terms.count; j++)
			clausary_list_push(&filling->to->arena, &section->terms.items[j]->sources,
			                   source);
	}
	clausary_buffer_finish(&text);
}

static void
end_outside(tbx *t, uint32_t name, clausary_slice raw)
{
	clausary_termbase *to = t->filling->to;
	if (name == CLAUSARY_TBX_TITLE && to->title.size == 0 && !t->is_sts)
		to->title = clausary_filling_copy(t->filling, raw, false);
	else if (name == CLAUSARY_TBX_PARAGRAPH && t->in_origin)
		clausary_list_push(&to->arena, &to->origins,
		                   clausary_filling_copy(t->filling, raw, false));
	else if (name == CLAUSARY_TBX_PARAGRAPH && !t->is_sts && !t->in_encoding)
		clausary_filling_odd(t->filling, CLAUSARY_ODD_LEFT_OUT, CLAUSARY_SLICE("p"));
	else if (name == CLAUSARY_TBX_LABEL)
		t->label = clausary_filling_copy(t->filling, raw, false);
	else if (name == CLAUSARY_TBX_STANDARD && t->standard.size == 0)
		t->standard = clausary_filling_copy(t->filling, raw, false);
}

/* The end of an element of structure. */
static void
end_structure(tbx *t, uint32_t name)
{
	switch (name) {
	case CLAUSARY_TBX_ENTRY_V3:
	case CLAUSARY_TBX_ENTRY_V2:
	case CLAUSARY_TBX_ENTRY_SHORT:
		if (t->filling->concept)
			cite_label(t);
		clausary_filling_end_concept(t->filling);
		break;
	case CLAUSARY_TBX_SECTION_V3:
	case CLAUSARY_TBX_SECTION_V2:
	case CLAUSARY_TBX_SECTION_SHORT:
		clausary_filling_end_term(t->filling);
		t->filling->section = NULL;
		break;
	case CLAUSARY_TBX_TERM_V3:
	case CLAUSARY_TBX_TERM_V2:
	case CLAUSARY_TBX_TERM_NESTED:
	case CLAUSARY_TBX_TERM_SHORT:
		clausary_filling_end_term(t->filling);
		break;
	case CLAUSARY_TBX_BIBLIOGRAPHY_V3:
	case CLAUSARY_TBX_BIBLIOGRAPHY_V2:
		t->in_bibliography = false;
		break;
	case CLAUSARY_TBX_ORIGIN:
		t->in_origin = false;
		break;
	case CLAUSARY_TBX_ENCODING:
		t->in_encoding = false;
		break;
	default:
		break;
	}
}

static void
end_text(tbx *t, uint32_t name)
{
	clausary_slice raw = clausary_buffer_slice(&t->text);
	t->text_depth = 0;
	if (t->open_count && t->open[t->open_count - 1].depth == t->depth)
		pop(t, raw);
	else if (name == CLAUSARY_TBX_TERM && t->filling->concept)
		clausary_filling_form(t->filling, raw, t->term_id);
	else
		end_outside(t, name, raw);
}

static void
on_end(void *payload, uint32_t name)
{
	tbx *t = payload;
	if (t->text_depth == t->depth)
		end_text(t, name);
	else if (t->text_depth && name == CLAUSARY_TBX_NOTE_KEY)
		clausary_buffer_add(&t->text, CLAUSARY_SLICE(": "));
	else if (t->open_count && t->open[t->open_count - 1].depth == t->depth)
		pop(t, CLAUSARY_SLICE(""));
	else if (t->text_depth == 0)
		end_structure(t, name);
	t->depth--;
}

static void
on_text(void *payload, clausary_slice text)
{
	tbx *t = payload;
	if (t->text_depth)
		clausary_buffer_add(&t->text, text);
}

static void
on_comment(void *payload)
{
	tbx *t = payload;
	clausary_filling_odd(t->filling, CLAUSARY_ODD_COMMENT, CLAUSARY_SLICE(""));
}

static unsigned
bid(clausary_slice head)
{
	static const char *const roots[] = {"tbx", "martif", "TBX"};
	for (size_t i = 0; i < sizeof roots / sizeof roots[0]; i++)
		if (clausary_head_is_xml(head, roots[i]))
			return 90;
	return clausary_head_is_xml(head, NULL) ? 10 : 0;
}

static clausary_status
read_tbx(clausary_reading *reading)
{
	tbx t = {.reading = reading, .filling = &reading->filling};
	clausary_markup_fault fault;
	clausary_markup_events events = {.names = clausary_tbx_local_names,
	                                 .start = on_start,
	                                 .end = on_end,
	                                 .text = on_text,
	                                 .comment = on_comment,
	                                 .status = &reading->filling.status,
	                                 .payload = &t,
	                                 .input = reading->input};
	clausary_status status = clausary_markup_parse(&events, &fault);
	clausary_buffer_finish(&t.text);
	return status == CLAUSARY_OK ? status : clausary_reading_fail(reading, &fault);
}

const clausary_termbase_reader clausary_termbase_reader_tbx = {
        .name = "tbx",
        .label = "TermBase eXchange v2 and v3 (DCA, DCT), TBX-Min, entries of ISO and NISO STS",
        .bid = bid,
        .read = read_tbx,
};
