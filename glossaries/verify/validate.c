/* TBX files against ISO 30042: structure, data categories, ids and references, in one pass over the
 * bytes. The structures are in tbx_structures.c, the categories in termbase/category.c. */
#include "verify/validate.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const struct {
	const char *id;
	clausary_level level;
} FAULTS[CLAUSARY_FAULT_KINDS] = {
#define FAULT(name, text, severity) [CLAUSARY_FAULT_##name] = {text, severity},
#include "verify/validate.def"
#undef FAULT
};

void
clausary_validate_tell(clausary_validating *v, clausary_fault_kind kind, uint32_t line,
                       uint32_t column, const char *format, ...)
{
	char message[640];
	va_list arguments;
	v->result->faults[FAULTS[kind].level]++;
	if (v->sink == NULL)
		return;
	va_start(arguments, format);
	vsnprintf(message, sizeof message, clausary_message(v->context, format), arguments);
	va_end(arguments);
	v->sink(v->payload, &(clausary_fault){.level = FAULTS[kind].level,
	                                      .id = FAULTS[kind].id,
	                                      .line = line,
	                                      .column = column,
	                                      .entry = v->entry_id,
	                                      .message = clausary_slice_of(message)});
}

enum { UNKNOWN = CLAUSARY_TBX_NAMES }; /* of `fresh`: of no name that is known */

/* What elements are where they start. */
static void
learn_elements(clausary_validating *v)
{
	static const struct {
		const char *name;
		clausary_entry_role role;
		unsigned level;
	} roles[] = {{"conceptEntry", CLAUSARY_ROLE_CONCEPT, CLAUSARY_LEVEL_CONCEPT},
	             {"termEntry", CLAUSARY_ROLE_CONCEPT, CLAUSARY_LEVEL_CONCEPT},
	             {"langSec", CLAUSARY_ROLE_SECTION, CLAUSARY_LEVEL_LANGUAGE},
	             {"langSet", CLAUSARY_ROLE_SECTION, CLAUSARY_LEVEL_LANGUAGE},
	             {"termSec", CLAUSARY_ROLE_TERM_SECTION, CLAUSARY_LEVEL_TERM},
	             {"tig", CLAUSARY_ROLE_TERM_SECTION, CLAUSARY_LEVEL_TERM},
	             {"ntig", CLAUSARY_ROLE_TERM_SECTION, CLAUSARY_LEVEL_TERM},
	             {"term", CLAUSARY_ROLE_TERM, 0},
	             {"descripGrp", CLAUSARY_ROLE_GROUP, 0},
	             {"back", CLAUSARY_ROLE_BACK, 0}};
	for (uint32_t i = 0; i < v->grammars->name_count; i++) {
		const clausary_element_rule *rule = &v->rules[i];
		if (rule->known)
			v->fresh[i] = (clausary_open_element){
			        .rule = rule,
			        .name = i,
			        .missing = rule->needed,
			        .wants_text = rule->text != CLAUSARY_VALUE_ANY,
			        .checks_text = rule->text != CLAUSARY_VALUE_ANY,
			        .bars_text = !rule->has_text};
	}
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
		clausary_open_element *fresh = &v->fresh[clausary_tbx_name(
		        v->grammars, clausary_slice_of(roles[i].name))];
		if (fresh->rule == NULL)
			continue;
		fresh->role = roles[i].role;
		fresh->level = roles[i].level;
		fresh->wants_text |= fresh->role == CLAUSARY_ROLE_TERM;
	}
}

static bool
is_own_space(clausary_validating *v, const clausary_markup_element *element)
{
	if (element->space == v->space)
		return true;
	if (strcmp(element->space, v->structure->space) != 0)
		return false;
	v->space = element->space;
	return true;
}

/* What follows from the names of an element's attributes, and where libxml2 has them. */
static void
learn_attributes(const clausary_validating *v, clausary_element_rule *rule)
{
	rule->type_suffices = false;
	for (uint32_t i = 0; i < rule->attribute_count; i++) {
		clausary_attribute_rule *attribute = &rule->attributes[i];
		attribute->address = v->addresses[attribute->name];
		if (attribute->is_xml && attribute->address == v->lang)
			attribute->type = CLAUSARY_VALUE_LANGUAGE;
		if (!attribute->is_xml && attribute->address == v->type
		    && attribute->type == CLAUSARY_VALUE_ANY)
			rule->type_suffices = (rule->needed_attributes & ~(1u << i)) == 0;
	}
}

/* Where libxml2 has the names of the attributes of all elements. */
static void
learn_addresses(clausary_validating *v)
{
	v->type = v->addresses[clausary_tbx_name(v->grammars, CLAUSARY_SLICE("type"))];
	v->lang = v->addresses[clausary_tbx_name(v->grammars, CLAUSARY_SLICE("lang"))];
	v->id = v->addresses[clausary_tbx_name(v->grammars, CLAUSARY_SLICE("id"))];
	for (uint32_t i = 0; i < v->grammars->name_count; i++)
		learn_attributes(v, &v->rules[i]);
}

/* Where an element of a module may stand (DCT): wherever one may that carries a category. */
static void
learn_data_places(clausary_validating *v)
{
	for (uint32_t i = 0; i < v->grammars->name_count; i++)
		for (uint32_t j = 0; v->carriers[i] >= 0 && j < v->grammars->name_count; j++)
			v->data_places[j] |= v->rules[j].takes[i];
}

/* The kind of file that the root says it is. */
static bool
choose(clausary_validating *v, const clausary_markup_element *element)
{
	clausary_slice type = clausary_markup_value(element, "type");
	int kind = 0;
	while (kind < CLAUSARY_TBX_KINDS
	       && strcmp(element->as, CLAUSARY_TBX_STRUCTURES[kind].root) != 0)
		kind++;
	if (kind == CLAUSARY_TBX_KINDS)
		return false;
	if (kind == CLAUSARY_TBX_2 && clausary_slice_starts(type, CLAUSARY_SLICE("TBX-Basic")))
		kind = CLAUSARY_TBX_2_BASIC;
	v->kind = (clausary_tbx_kind)kind;
	v->structure = &CLAUSARY_TBX_STRUCTURES[kind];
	v->rules = v->grammars->rules[kind];
	v->dialect =
	        kind == CLAUSARY_TBX_2_BASIC ? CLAUSARY_DIALECT_BASIC : clausary_dialect_of(type);
	v->dct = kind == CLAUSARY_TBX_3
	         && clausary_slice_equal(clausary_markup_value(element, "style"),
	                                 CLAUSARY_SLICE("dct"));
	v->has_categories = kind == CLAUSARY_TBX_2_BASIC
	                    || (kind == CLAUSARY_TBX_3 && v->dialect >= CLAUSARY_DIALECT_MIN
	                        && v->dialect <= CLAUSARY_DIALECT_LINGUIST);
	learn_addresses(v);
	learn_elements(v);
	learn_data_places(v);
	v->result->format = v->structure->title;
	snprintf(v->result->dialect, sizeof v->result->dialect, "%.*s", CLAUSARY_SHOWN(type));
	return true;
}

static void
check_head(clausary_validating *v, const clausary_markup_element *element)
{
	clausary_slice type = clausary_validate_value(element, v->type);
	if (!is_own_space(v, element))
		clausary_validate_tell(v, CLAUSARY_FAULT_NAMESPACE, element->line, element->column,
		                       "the namespace of <%.*s> is '%.*s'; it should be '%s'",
		                       CLAUSARY_SHOWN_NAME(element->as),
		                       CLAUSARY_SHOWN_NAME(element->space), v->structure->space);
	if (v->kind == CLAUSARY_TBX_3
	    && (!clausary_slice_starts(type, CLAUSARY_SLICE("TBX-")) || type.size < 5))
		clausary_validate_tell(
		        v, CLAUSARY_FAULT_VALUE, element->line, element->column,
		        "the type of <%.*s> names its dialect, such as TBX-Basic; it is '%.*s'",
		        CLAUSARY_SHOWN_NAME(element->as), CLAUSARY_SHOWN(type));
}

static void
start_root(clausary_validating *v, const clausary_markup_element *element,
           clausary_open_element *open)
{
	*open = (clausary_open_element){0};
	if (!choose(v, element)) {
		clausary_validate_tell(
		        v, CLAUSARY_FAULT_ROOT, element->line, element->column,
		        "<%.*s> is no root of TBX: tbx (2019), martif (2008) or TBX (TBX-Min)",
		        CLAUSARY_SHOWN_NAME(element->as));
		return;
	}
	check_head(v, element);
	v->space = element->space; /* told once, not for every element */
	*open = v->fresh[element->name];
	open->line = element->line;
	open->column = element->column;
	clausary_validate_attributes(v, element, open);
}

/* What faults name from here on. */
static void
name_entry(clausary_validating *v, const clausary_markup_element *element)
{
	clausary_validate_waiting(v);
	v->entry_id_bytes.size = 0;
	clausary_buffer_add(&v->entry_id_bytes, clausary_validate_value(element, v->id));
	v->entry_id = clausary_buffer_slice(&v->entry_id_bytes);
}

/* An element of a module holds text and nothing else. */
static const clausary_element_rule TEXT_ONLY = {.known = true, .has_text = true};

/* An element of another namespace: in the style dct its name is a data category. */
static const clausary_known_category *
start_module(clausary_validating *v, const clausary_markup_element *element,
             clausary_open_element *open)
{
	clausary_open_element *parent = open - 1;
	*open = (clausary_open_element){.name = CLAUSARY_NONE,
	                                .line = element->line,
	                                .column = element->column,
	                                .level = parent->level,
	                                .collects = parent->wants_text};
	const clausary_known_category *known =
	        clausary_validate_module_category(v, element, open->level);
	if (v->dct || v->dialect == CLAUSARY_DIALECT_PRIVATE)
		clausary_validate_place(v, parent, element, CLAUSARY_NONE);
	if (known) {
		open->rule = &TEXT_ONLY;
		open->category = known->category;
		clausary_validate_module(v, element, open);
	}
	return known;
}

static const clausary_known_category *
start_own(clausary_validating *v, const clausary_markup_element *element,
          clausary_open_element *open)
{
	clausary_open_element *parent = open - 1;
	const clausary_known_category *known = NULL;
	*open = v->fresh[element->name == CLAUSARY_NONE ? UNKNOWN : element->name];
	open->line = element->line;
	open->column = element->column;
	open->collects = parent->wants_text;
	if (open->level == 0)
		open->level = parent->level;
	if (open->rule == NULL) {
		clausary_validate_tell(v, CLAUSARY_FAULT_PLACE, element->line, element->column,
		                       "<%.*s> is no element of %s",
		                       CLAUSARY_SHOWN_NAME(element->as), v->structure->title);
		return NULL;
	}
	clausary_validate_place(v, parent, element, element->name);
	if (open->role == CLAUSARY_ROLE_CONCEPT)
		name_entry(v, element);
	if (element->attribute_count)
		known = clausary_validate_category(v, element, open->level);
	if (known && open->rule->type_suffices && clausary_validate_has_type_only(element))
		return known;
	if (element->attribute_count || open->rule->needed_attributes)
		clausary_validate_attributes(v, element, open);
	return known;
}

static void
start_inner(clausary_validating *v, const clausary_markup_element *element,
            clausary_open_element *open)
{
	if (open[-1].rule == NULL) {
		*open = (clausary_open_element){0};
		return;
	}
	const clausary_known_category *known =
	        is_own_space(v, element) ? start_own(v, element, open)
	                                 : start_module(v, element, open);
	if (known) {
		open->category = known->category;
		open->role = known->role;
		open->checks_text |= known->category->values != NULL;
		open->wants_text |= open->checks_text;
	}
	if (open->wants_text) {
		open->collects = true;
		v->text.size = 0;
	}
}

static void
on_start(void *payload, const clausary_markup_element *element)
{
	clausary_validating *v = payload;
	clausary_open_element *open = ++v->innermost;
	if (open == v->open + 1)
		start_root(v, element, open);
	else
		start_inner(v, element, open);
	if (CLAUSARY_VALIDATE_STARTS[open->role])
		CLAUSARY_VALIDATE_STARTS[open->role](v, open, element);
}

/* Between elements stand line feeds and blanks of ASCII. */
static bool
is_blank(clausary_slice text)
{
	size_t at = 0;
	while (at < text.size && clausary_ascii_is_blank(text.data[at]))
		at++;
	return at == text.size
	       || clausary_slice_trim(clausary_slice_part(text, at, text.size)).size == 0;
}

__attribute__((cold)) static void
tell_text(clausary_validating *v, clausary_open_element *open, clausary_slice text)
{
	open->bars_text = false;
	clausary_validate_tell(v, CLAUSARY_FAULT_TEXT, open->line, open->column,
	                       "<%s> holds elements only, no text: '%.*s'",
	                       open->name == CLAUSARY_NONE ? "?" : v->grammars->names[open->name],
	                       CLAUSARY_SHOWN(clausary_slice_trim(text)));
}

static void
on_text(void *payload, clausary_slice text)
{
	clausary_validating *v = payload;
	clausary_open_element *open = v->innermost;
	if (open->bars_text && !is_blank(text))
		tell_text(v, open, text);
	if (open->collects)
		clausary_buffer_add(&v->text, text);
}

static void
on_end(void *payload, uint32_t name)
{
	clausary_validating *v = payload;
	clausary_open_element *open = v->innermost;
	(void)name;
	if (open->missing)
		clausary_validate_incomplete(v, open);
	if (open->checks_text)
		clausary_validate_text(v, open);
	v->innermost = open - 1;
	if (CLAUSARY_VALIDATE_ENDS[open->role])
		CLAUSARY_VALIDATE_ENDS[open->role](v, open);
}

static void
learn_carriers(clausary_validating *v)
{
	for (uint32_t i = 0; i < CLAUSARY_TBX_NAMES; i++)
		v->carriers[i] = -1;
	for (int i = CLAUSARY_DATUM_ADMIN; i <= CLAUSARY_DATUM_XREF; i++) {
		const char *name = clausary_datum_element_name((clausary_datum_element)i);
		uint32_t number = clausary_tbx_name(v->grammars, clausary_slice_of(name));
		if (i == CLAUSARY_DATUM_DATE || i == CLAUSARY_DATUM_NOTE)
			continue;
		v->carriers[number] = i;
	}
}

static void
finish(clausary_validating *v)
{
	clausary_tbx_grammars_free(v->grammars);
	clausary_buffer_finish(&v->text);
	clausary_buffer_finish(&v->entry_id_bytes);
	clausary_buffer_finish(&v->entry.term);
	clausary_given_ids_finish(&v->ids);
	clausary_seen_finish(&v->terms);
	clausary_seen_finish(&v->concepts);
	clausary_arena_finish(&v->arena);
	clausary_buffer_finish(&v->entry.languages);
	clausary_array_finish(&v->pending);
	clausary_array_finish(&v->waiting);
	clausary_array_finish(&v->signatures);
	free(v);
}

clausary_status
clausary_validate(clausary_validation *out, clausary_context *context, const clausary_input *input,
                  clausary_fault_sink sink, void *payload)
{
	clausary_markup_fault fault;
	clausary_validating *v = clausary_memory_zeros(1, sizeof *v);
	*out = (clausary_validation){.format = "", .dialect = ""};
	v->context = context;
	v->sink = sink;
	v->payload = payload;
	v->result = out;
	v->grammars = clausary_tbx_grammars_new();
	v->innermost = v->open;
	learn_carriers(v);
	clausary_markup_events events = {.names = v->grammars->names,
	                                 .addresses = v->addresses,
	                                 .start = on_start,
	                                 .end = on_end,
	                                 .text = on_text,
	                                 .payload = v,
	                                 .input = input};
	clausary_status status = clausary_markup_parse(&events, &fault);
	clausary_validate_waiting(v); /* of an entry that does not end, and of what is in none */
	v->entry_id.size = 0;
	if (status == CLAUSARY_EFORMAT) {
		clausary_validate_tell(v, CLAUSARY_FAULT_XML, fault.line, fault.column,
		                       "this is no well-formed XML: %s", fault.message);
		status = CLAUSARY_OK;
	} else if (status != CLAUSARY_OK) {
		clausary_context_fail(context, status, "%s", fault.message);
	} else {
		clausary_validate_references(v);
	}
	finish(v);
	return status;
}
