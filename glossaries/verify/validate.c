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

static unsigned
level_of(clausary_entry_role role, unsigned outside)
{
	switch (role) {
	case CLAUSARY_ROLE_CONCEPT:
		return CLAUSARY_LEVEL_CONCEPT;
	case CLAUSARY_ROLE_SECTION:
		return CLAUSARY_LEVEL_LANGUAGE;
	case CLAUSARY_ROLE_TERM_SECTION:
		return CLAUSARY_LEVEL_TERM;
	default:
		return outside;
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

/* Where libxml2 has the names of the attributes of all elements. */
static void
learn_addresses(clausary_validating *v)
{
	v->type = v->addresses[clausary_tbx_name(v->grammars, CLAUSARY_SLICE("type"))];
	v->lang = v->addresses[clausary_tbx_name(v->grammars, CLAUSARY_SLICE("lang"))];
	v->id = v->addresses[clausary_tbx_name(v->grammars, CLAUSARY_SLICE("id"))];
	for (uint32_t i = 0; i < v->grammars->name_count; i++)
		for (uint32_t j = 0; j < v->rules[i].attribute_count; j++) {
			clausary_attribute_rule *rule = &v->rules[i].attributes[j];
			rule->address = v->addresses[rule->name];
		}
}

/* Where an element of a module may stand (DCT): wherever one may that carries a category. */
static void
learn_data_places(clausary_validating *v)
{
	for (uint32_t i = 0; i < CLAUSARY_TBX_NAMES; i++)
		for (uint32_t j = 0; j < CLAUSARY_TBX_NAMES; j++)
			if (v->carriers[j] >= 0)
				v->data_places[i] |= v->rules[i].takes[j];
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
	if (!choose(v, element)) {
		clausary_validate_tell(
		        v, CLAUSARY_FAULT_ROOT, element->line, element->column,
		        "<%.*s> is no root of TBX: tbx (2019), martif (2008) or TBX (TBX-Min)",
		        CLAUSARY_SHOWN_NAME(element->as));
		return;
	}
	check_head(v, element);
	v->space = element->space; /* told once, not for every element */
	open->rule = &v->rules[element->name];
	open->bars_text = !open->rule->has_text;
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

static void
start_inner(clausary_validating *v, const clausary_markup_element *element,
            clausary_open_element *open)
{
	clausary_open_element *parent = open - 1;
	const clausary_known_category *known = NULL;
	open->level = parent->level;
	open->collects = parent->wants_text;
	if (parent->rule == NULL)
		return;
	if (!is_own_space(v, element)) {
		open->name = CLAUSARY_NONE;
		known = clausary_validate_module_category(v, element, open->level);
		if (v->dct || v->dialect == CLAUSARY_DIALECT_PRIVATE)
			clausary_validate_place(v, parent, element, CLAUSARY_NONE);
		if (known) {
			open->rule = &TEXT_ONLY;
			open->category = known->category;
			clausary_validate_module(v, element, open);
		}
	} else if (element->name == CLAUSARY_NONE || !v->rules[element->name].known) {
		clausary_validate_tell(v, CLAUSARY_FAULT_PLACE, element->line, element->column,
		                       "<%.*s> is no element of %s",
		                       CLAUSARY_SHOWN_NAME(element->as), v->structure->title);
	} else {
		open->rule = &v->rules[element->name];
		clausary_validate_place(v, parent, element, element->name);
		open->role = v->roles[element->name];
		if (open->role == CLAUSARY_ROLE_CONCEPT)
			name_entry(v, element);
		open->level = level_of(open->role, parent->level);
		if (element->attribute_count)
			known = clausary_validate_category(v, element, open->level);
		if (element->attribute_count || open->rule->needed_attributes)
			clausary_validate_attributes(v, element, open);
	}
	if (known) {
		open->category = known->category;
		open->role = known->role;
	}
	open->wants_text = (known && known->category->values)
	                   || (open->rule && open->rule->text != CLAUSARY_VALUE_ANY)
	                   || open->role == CLAUSARY_ROLE_TERM;
	if (open->wants_text) {
		open->collects = true;
		v->text.size = 0;
	}
	open->bars_text = open->rule && !open->rule->has_text;
}

static void
on_start(void *payload, const clausary_markup_element *element)
{
	clausary_validating *v = payload;
	clausary_open_element *open = v->innermost ? v->innermost + 1 : v->open;
	v->innermost = open;
	*open = (clausary_open_element){
	        .name = element->name, .line = element->line, .column = element->column};
	if (open == v->open)
		start_root(v, element, open);
	else
		start_inner(v, element, open);
	if (open->role != CLAUSARY_ROLE_NONE)
		clausary_validate_entry_start(v, open, element);
}

static void
on_text(void *payload, clausary_slice text)
{
	clausary_validating *v = payload;
	clausary_open_element *open = v->innermost;
	if (open == NULL || text.size == 0) /* a damaged file has text outside its root */
		return;
	if (open->collects)
		clausary_buffer_add(&v->text, text);
	if (!open->bars_text || clausary_slice_trim(text).size == 0)
		return;
	open->bars_text = false;
	clausary_validate_tell(v, CLAUSARY_FAULT_TEXT, open->line, open->column,
	                       "<%s> holds elements only, no text: '%.*s'",
	                       open->name == CLAUSARY_NONE ? "?" : v->grammars->names[open->name],
	                       CLAUSARY_SHOWN(clausary_slice_trim(text)));
}

static void
on_end(void *payload, uint32_t name)
{
	clausary_validating *v = payload;
	clausary_open_element *open = v->innermost;
	(void)name;
	if (open->rule && open->rule->needed & ~open->filled)
		clausary_validate_incomplete(v, open);
	if (open->wants_text)
		clausary_validate_text(v, open);
	if (open->role != CLAUSARY_ROLE_NONE)
		clausary_validate_entry_end(v, open);
	v->innermost = open == v->open ? NULL : open - 1;
}

static void
learn_names(clausary_validating *v)
{
	static const struct {
		const char *name;
		clausary_entry_role role;
	} roles[] = {{"conceptEntry", CLAUSARY_ROLE_CONCEPT}, {"termEntry", CLAUSARY_ROLE_CONCEPT},
	             {"langSec", CLAUSARY_ROLE_SECTION},      {"langSet", CLAUSARY_ROLE_SECTION},
	             {"termSec", CLAUSARY_ROLE_TERM_SECTION}, {"tig", CLAUSARY_ROLE_TERM_SECTION},
	             {"ntig", CLAUSARY_ROLE_TERM_SECTION},    {"term", CLAUSARY_ROLE_TERM},
	             {"descripGrp", CLAUSARY_ROLE_GROUP},     {"back", CLAUSARY_ROLE_BACK}};
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		v->roles[clausary_tbx_name(v->grammars, clausary_slice_of(roles[i].name))] =
		        roles[i].role;
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
	clausary_buffer_finish(&v->waiting_bytes);
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
	learn_names(v);
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
