/* Our own JSON: what the writer "json" writes, in any layout. A member is a function of this file;
 * one that nobody knows becomes a datum of its name where it is a string or a number, and is left
 * out and told where it is something else. */
#include "termbase/category.h"
#include "transfer/json_in.h"
#include "transfer/reader.h"

#include <stdlib.h>

typedef struct reading_json {
	clausary_reading *reading;
	clausary_filling *filling;
	clausary_termbase *to;
	clausary_json_in *json;
	clausary_slice member; /* the name of the last one */
} reading_json;

static clausary_slice
copy(reading_json *r)
{
	return clausary_filling_copy(r->filling, clausary_buffer_slice(&r->json->text), true);
}

static bool
is_member(const reading_json *r, const char *name)
{
	return clausary_slice_equal(r->member, clausary_slice_of(name));
}

/* A value that has no place is stepped over, and told unless it is none. */
static void
leave_out(reading_json *r, clausary_json_token token)
{
	if (token != CLAUSARY_JSON_NULL)
		clausary_filling_odd(r->filling, CLAUSARY_ODD_LEFT_OUT, r->member);
	clausary_json_skip(r->json, token);
}

/* A string, or a number as it is written; empty for anything else. */
static clausary_slice
string_value(reading_json *r)
{
	clausary_json_token token = clausary_json_next(r->json);
	if (token == CLAUSARY_JSON_STRING || token == CLAUSARY_JSON_NUMBER)
		return copy(r);
	leave_out(r, token);
	return CLAUSARY_SLICE("");
}

/* A member that nobody knows: a datum of its name where there are such. */
static void
keep(reading_json *r, clausary_data *data, clausary_datum_element element)
{
	clausary_json_token token = clausary_json_next(r->json);
	if (data && (token == CLAUSARY_JSON_STRING || token == CLAUSARY_JSON_NUMBER))
		clausary_list_push(&r->to->arena, data,
		                   ((clausary_datum){.element = element,
		                                     .category = clausary_filling_string(r->filling,
		                                                                         r->member),
		                                     .text = copy(r)}));
	else
		leave_out(r, token);
}

static double
number_value(reading_json *r)
{
	clausary_json_token token = clausary_json_next(r->json);
	if (token != CLAUSARY_JSON_NUMBER) {
		leave_out(r, token);
		return 0;
	}
	clausary_buffer_add_byte(&r->json->text, '\0');
	return strtod(r->json->text.data, NULL);
}

/* Whether the value is an array, or an object, that can be gone through. */
static bool
opens(reading_json *r, clausary_json_token wanted)
{
	clausary_json_token token = clausary_json_next(r->json);
	if (token == wanted)
		return true;
	leave_out(r, token);
	return false;
}

/* The next item of an array of objects; false at its end. */
static bool
next_object(reading_json *r)
{
	clausary_json_token token;
	while ((token = clausary_json_next(r->json)) != CLAUSARY_JSON_END
	       && token != CLAUSARY_JSON_FAULT) {
		if (token == CLAUSARY_JSON_OBJECT)
			return true;
		leave_out(r, token);
	}
	return false;
}

static bool
next_member(reading_json *r)
{
	r->filling->line = r->json->line;
	if (clausary_json_next(r->json) != CLAUSARY_JSON_NAME)
		return false;
	r->member = clausary_filling_string(r->filling, clausary_buffer_slice(&r->json->text));
	return true;
}

/* A list of strings, as the value of a member. */
#define READ_STRINGS(r, list)                                                                      \
	do {                                                                                       \
		if (!opens((r), CLAUSARY_JSON_ARRAY))                                              \
			break;                                                                     \
		for (clausary_json_token token;                                                    \
		     (token = clausary_json_next((r)->json)) != CLAUSARY_JSON_END                  \
		     && token != CLAUSARY_JSON_FAULT;) {                                           \
			if (token == CLAUSARY_JSON_STRING || token == CLAUSARY_JSON_NUMBER)        \
				clausary_list_push(&(r)->to->arena, (list), copy(r));              \
			else                                                                       \
				leave_out((r), token);                                             \
		}                                                                                  \
	} while (0)

/* The document that a source names: the one in the language of the section, where there are several
 * of that identifier. */
static uint32_t
document_of(const reading_json *r, clausary_slice identifier)
{
	const clausary_language_section *section = r->filling->section;
	uint32_t found = CLAUSARY_NONE;
	for (size_t i = 0; i < r->to->documents.count; i++) {
		const clausary_termbase_document *document = &r->to->documents.items[i];
		if (!clausary_slice_equal(document->identifier, identifier))
			continue;
		if (section && clausary_slice_equal_ascii(document->language, section->language))
			return (uint32_t)i;
		if (found == CLAUSARY_NONE)
			found = (uint32_t)i;
	}
	return found;
}

static clausary_source
read_source(reading_json *r)
{
	clausary_source source = {.document = CLAUSARY_NONE};
	clausary_slice identifier = CLAUSARY_SLICE("");
	while (next_member(r)) {
		if (is_member(r, "citation"))
			source.citation = string_value(r);
		else if (is_member(r, "target") || is_member(r, "key"))
			source.key = string_value(r);
		else if (is_member(r, "clause"))
			source.clause = string_value(r);
		else if (is_member(r, "document"))
			identifier = string_value(r);
		else
			keep(r, NULL, CLAUSARY_DATUM_ADMIN);
	}
	if (identifier.size)
		source.document = document_of(r, identifier);
	if (source.document == CLAUSARY_NONE && source.citation.size == 0)
		source.citation = identifier;
	return source;
}

static clausary_datum_element
element_named(clausary_slice name)
{
	for (int i = 0; i <= CLAUSARY_DATUM_ITEM; i++)
		if (clausary_slice_equal(clausary_slice_of(clausary_datum_element_name(
		                                 (clausary_datum_element)i)),
		                         name))
			return (clausary_datum_element)i;
	return CLAUSARY_DATUM_NOTE;
}

static void
read_data(reading_json *r, clausary_data *data)
{
	if (!opens(r, CLAUSARY_JSON_ARRAY))
		return;
	while (next_object(r)) {
		clausary_datum datum = {.element = CLAUSARY_DATUM_NOTE};
		while (next_member(r)) {
			if (is_member(r, "element"))
				datum.element = element_named(string_value(r));
			else if (is_member(r, "category"))
				datum.category =
				        clausary_filling_string(r->filling, string_value(r));
			else if (is_member(r, "text"))
				datum.text = string_value(r);
			else if (is_member(r, "target"))
				datum.target = string_value(r);
			else if (is_member(r, "language"))
				datum.language =
				        clausary_filling_string(r->filling, string_value(r));
			else if (is_member(r, "parts"))
				read_data(r, &datum.parts);
			else
				keep(r, &datum.parts, CLAUSARY_DATUM_NOTE);
		}
		clausary_list_push(&r->to->arena, data, datum);
	}
}

static void
read_definition(reading_json *r, clausary_concept_definition *definition)
{
	while (next_member(r)) {
		if (is_member(r, "definition"))
			definition->text = string_value(r);
		else if (is_member(r, "sources") && opens(r, CLAUSARY_JSON_ARRAY))
			while (next_object(r))
				clausary_list_push(&r->to->arena, &definition->sources,
				                   read_source(r));
		else if (is_member(r, "cited"))
			READ_STRINGS(r, &definition->cited);
		else if (is_member(r, "elsewhere"))
			definition->elsewhere = clausary_json_next(r->json) == CLAUSARY_JSON_TRUE;
		else if (is_member(r, "data"))
			read_data(r, &definition->data);
		else
			keep(r, &definition->data, CLAUSARY_DATUM_ADMIN);
	}
}

#define READ_DEFINITIONS(r, list)                                                                  \
	do {                                                                                       \
		if (!opens((r), CLAUSARY_JSON_ARRAY))                                              \
			break;                                                                     \
		while (next_object(r)) {                                                           \
			clausary_concept_definition definition = {0};                              \
			read_definition((r), &definition);                                         \
			if (definition.text.size)                                                  \
				clausary_list_push(&(r)->to->arena, (list), definition);           \
		}                                                                                  \
	} while (0)

static void
read_contexts(reading_json *r, clausary_term *term)
{
	if (!opens(r, CLAUSARY_JSON_ARRAY))
		return;
	while (next_object(r)) {
		clausary_context_sentence context = {.source.document = CLAUSARY_NONE};
		while (next_member(r)) {
			if (is_member(r, "context"))
				context.text = string_value(r);
			else if (is_member(r, "source") && opens(r, CLAUSARY_JSON_OBJECT))
				context.source = read_source(r);
			else if (is_member(r, "data"))
				read_data(r, &context.data);
			else
				keep(r, &context.data, CLAUSARY_DATUM_ADMIN);
		}
		if (context.text.size)
			clausary_list_push(&r->to->arena, &term->contexts, context);
	}
}

/* The place of a value among names; one that is none of them stands under its category. */
static unsigned
place_in(reading_json *r, clausary_term *term, const char *category, const char *const *names,
         unsigned count)
{
	clausary_slice value = string_value(r);
	for (unsigned i = 1; i < count; i++)
		if (clausary_slice_equal(clausary_slice_of(names[i]), value))
			return i;
	if (value.size)
		clausary_list_push(&r->to->arena, &term->data,
		                   ((clausary_datum){.element = CLAUSARY_DATUM_TERM_NOTE,
		                                     .category = clausary_slice_of(category),
		                                     .text = value}));
	return 0;
}

static void
read_term_lists(reading_json *r, clausary_term *term)
{
	if (is_member(r, "contexts"))
		read_contexts(r, term);
	else if (is_member(r, "variants"))
		READ_STRINGS(r, &term->variants);
	else if (is_member(r, "notes"))
		READ_STRINGS(r, &term->notes);
	else if (is_member(r, "remarks"))
		READ_STRINGS(r, &term->remarks);
	else if (is_member(r, "data"))
		read_data(r, &term->data);
	else
		keep(r, &term->data, CLAUSARY_DATUM_TERM_NOTE);
}

static void
read_term(reading_json *r)
{
	clausary_filling_term(r->filling, CLAUSARY_SLICE(""));
	clausary_term nothing = {0}, *term = r->filling->term ? r->filling->term : &nothing;
	while (next_member(r)) {
		if (is_member(r, "term"))
			clausary_filling_form(r->filling, string_value(r), CLAUSARY_SLICE(""));
		else if (is_member(r, "id"))
			term->id = string_value(r);
		else if (is_member(r, "type"))
			term->type = (clausary_term_type)place_in(
			        r, term, "termType", clausary_term_type_names, CLAUSARY_TERM_TYPES);
		else if (is_member(r, "status"))
			term->status = (clausary_term_status)place_in(
			        r, term, "administrativeStatus", clausary_term_status_words,
			        CLAUSARY_TERM_STATUSES);
		else if (is_member(r, "partOfSpeech"))
			term->part_of_speech = clausary_filling_string(r->filling, string_value(r));
		else if (is_member(r, "mentions")) {
			double count = number_value(r);
			term->mentions = count > 0 && count < 4e9 ? (uint32_t)count : 0;
		} else if (is_member(r, "confidence"))
			term->confidence = (float)number_value(r);
		else if (is_member(r, "sources") && opens(r, CLAUSARY_JSON_ARRAY))
			while (next_object(r))
				clausary_list_push(&r->to->arena, &term->sources, read_source(r));
		else
			read_term_lists(r, term);
	}
	clausary_filling_end_term(r->filling);
}

/* Where a section belongs; the first of an entry is the entry's. */
static void
read_place(reading_json *r, clausary_language_section *section)
{
	if (!opens(r, CLAUSARY_JSON_OBJECT))
		return;
	clausary_place *place = clausary_arena_allocate(&r->filling->to->arena, sizeof *place);
	*place = CLAUSARY_PLACE_NONE;
	place->source = read_source(r);
	section->place = place;
	if (r->filling->concept->source->document == CLAUSARY_NONE)
		r->filling->concept->source = &place->source;
}

static void
read_section(reading_json *r)
{
	clausary_language_section nothing = {0}, *section = &nothing;
	while (next_member(r)) {
		if (is_member(r, "language")) {
			clausary_filling_section(r->filling, string_value(r));
			section = r->filling->section ? r->filling->section : &nothing;
		} else if (is_member(r, "place") && r->filling->concept)
			read_place(r, section);
		else if (is_member(r, "definitions"))
			READ_DEFINITIONS(r, &section->definitions);
		else if (is_member(r, "notes"))
			READ_STRINGS(r, &section->notes);
		else if (is_member(r, "data"))
			read_data(r, &section->data);
		else if (is_member(r, "terms") && opens(r, CLAUSARY_JSON_ARRAY))
			while (next_object(r))
				read_term(r);
		else
			keep(r, section == &nothing ? NULL : &section->data,
			     CLAUSARY_DATUM_DESCRIP);
	}
	r->filling->section = NULL;
}

static void
read_concept(reading_json *r)
{
	clausary_filling_concept(r->filling, CLAUSARY_SLICE(""));
	clausary_concept nothing = {0},
	                 *concept = r->filling->concept ? r->filling->concept : &nothing;
	while (next_member(r)) {
		if (is_member(r, "id"))
			concept->id = string_value(r);
		else if (is_member(r, "subjectFields"))
			READ_STRINGS(r, &concept->subjects);
		else if (is_member(r, "notes"))
			READ_STRINGS(r, &concept->notes);
		else if (is_member(r, "remarks"))
			READ_STRINGS(r, &concept->remarks);
		else if (is_member(r, "definitions"))
			READ_DEFINITIONS(r, &concept->definitions);
		else if (is_member(r, "data"))
			read_data(r, &concept->data);
		else if (is_member(r, "links")) /* made anew by those who join */
			clausary_json_skip(r->json, clausary_json_next(r->json));
		else if (is_member(r, "languages") && opens(r, CLAUSARY_JSON_ARRAY))
			while (next_object(r))
				read_section(r);
		else
			keep(r, &concept->data, CLAUSARY_DATUM_DESCRIP);
	}
	clausary_filling_end_concept(r->filling);
}

static void
read_documents(reading_json *r)
{
	if (!opens(r, CLAUSARY_JSON_ARRAY))
		return;
	while (next_object(r)) {
		clausary_termbase_document document = {.work = 0};
		while (next_member(r)) {
			if (is_member(r, "name"))
				document.name = string_value(r);
			else if (is_member(r, "identifier"))
				document.identifier = string_value(r);
			else if (is_member(r, "title"))
				document.title = string_value(r);
			else if (is_member(r, "language"))
				document.language = string_value(r);
			else
				keep(r, NULL, CLAUSARY_DATUM_ITEM);
		}
		if (document.identifier.size)
			clausary_array_push(&r->to->documents, document);
	}
}

static void
read_termbase(reading_json *r)
{
	while (next_member(r)) {
		if (is_member(r, "title"))
			r->to->title = string_value(r);
		else if (is_member(r, "subjectField"))
			r->to->subject = string_value(r);
		else if (is_member(r, "language"))
			r->to->language = string_value(r);
		else if (is_member(r, "dialect"))
			r->to->dialect = string_value(r);
		else if (is_member(r, "origins"))
			READ_STRINGS(r, &r->to->origins);
		else if (is_member(r, "objects"))
			read_data(r, &r->to->objects);
		else if (is_member(r, "documents"))
			read_documents(r);
		else if (is_member(r, "doubts"))
			clausary_json_skip(r->json, clausary_json_next(r->json));
		else if (is_member(r, "concepts") && opens(r, CLAUSARY_JSON_ARRAY))
			while (r->filling->status == CLAUSARY_OK && next_object(r))
				read_concept(r);
		else
			keep(r, NULL, CLAUSARY_DATUM_ADMIN);
		if (r->filling->status != CLAUSARY_OK)
			return;
	}
}

static unsigned
bid(clausary_slice head)
{
	size_t at = clausary_slice_skip_blanks(head, 0);
	return at < head.size && head.data[at] == '{' ? 80 : 0;
}

static clausary_status
read_json(clausary_reading *reading)
{
	clausary_json_in *json = clausary_memory_zeros(1, sizeof *json);
	reading_json r = {.reading = reading,
	                  .filling = &reading->filling,
	                  .to = reading->filling.to,
	                  .json = json};
	clausary_status status = CLAUSARY_OK;
	json->input = reading->input;
	json->line = 1;
	if (clausary_json_next(json) == CLAUSARY_JSON_OBJECT)
		read_termbase(&r);
	if (json->io)
		status = clausary_context_fail(reading->context, CLAUSARY_EIO,
		                               "it cannot be read to its end");
	else if (json->fault)
		status = clausary_context_fail(reading->context, CLAUSARY_EFORMAT,
		                               "no well-formed JSON: line %u: %s", json->line,
		                               json->fault);
	clausary_buffer_finish(&json->text);
	free(json);
	return status;
}

const clausary_termbase_reader clausary_termbase_reader_json = {
        .name = "json",
        .label = "JSON, as the writer json writes it",
        .bid = bid,
        .read = read_json,
};
