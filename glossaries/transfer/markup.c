/* XML 1.0 through libxml2's SAX2 interface, pulling its bytes. Local names are interned by
 * libxml2, so that a name is found by its address. */
#include "transfer/markup.h"

#include "base/arena.h"
#include "base/limits.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>

enum {
	SLOTS = 512,  /* of the name table: several times what any reader knows */
	CHUNK = 65536 /* bytes asked for at once; libxml2 takes 4,000 of them */
};

typedef struct name_slot {
	const xmlChar *name;
	uint32_t number;
} name_slot;

typedef struct parsing {
	const clausary_markup_events *events;
	xmlParserCtxtPtr parser;
	clausary_status status;
	const char *reason;
	bool stopped; /* on purpose */
	uint32_t depth, equals;
	uint32_t stack[CLAUSARY_LIMIT_ELEMENT_DEPTH];
	size_t used, filled; /* of `bytes` */
	char bytes[CHUNK];
	name_slot slots[SLOTS];
} parsing;

clausary_slice
clausary_markup_value(const clausary_markup_element *element, const char *name)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (strcmp((const char *)element->attributes[i].name, name) == 0)
			return clausary_markup_attribute_value(&element->attributes[i]);
	return (clausary_slice){0};
}

static name_slot *
slot_of(parsing *parse, const xmlChar *name)
{
	uint32_t at = (uint32_t)(((uint64_t)(uintptr_t)name * 0x9e3779b97f4a7c15u) >> 55);
	while (parse->slots[at].name && parse->slots[at].name != name)
		at = (at + 1) % SLOTS;
	return &parse->slots[at];
}

static void
stop(parsing *parse, clausary_status status, const char *reason)
{
	parse->status = status;
	parse->reason = reason;
	xmlStopParser(parse->parser);
}

static void
on_start(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
         int space_count, const xmlChar **spaces, int count, int defaulted, const xmlChar **items)
{
	parsing *parse = payload;
	(void)prefix, (void)space_count, (void)spaces, (void)defaulted;
	if (parse->depth == CLAUSARY_LIMIT_ELEMENT_DEPTH) {
		stop(parse, CLAUSARY_ELIMIT, "elements are nested too deeply");
		return;
	}
	if (parse->events->status && *parse->events->status != CLAUSARY_OK) {
		parse->stopped = true;
		xmlStopParser(parse->parser);
		return;
	}
	const name_slot *slot = slot_of(parse, name);
	uint32_t number = slot->name ? slot->number : CLAUSARY_NONE;
	clausary_markup_element element = {
	        .name = number,
	        .as = (const char *)name,
	        .space = uri ? (const char *)uri : "",
	        .line = (uint32_t)parse->parser->input->line,
	        .column = (uint32_t)parse->parser->input->col,
	        .attribute_count = (size_t)count,
	        .attributes = (const clausary_markup_attribute *)items,
	};
	parse->stack[parse->depth++] = number;
	parse->events->start(parse->events->payload, &element);
}

static void
on_end(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	parsing *parse = payload;
	(void)name, (void)prefix, (void)uri;
	if (parse->depth && !parse->stopped)
		parse->events->end(parse->events->payload, parse->stack[--parse->depth]);
}

static void
on_text(void *payload, const xmlChar *text, int size)
{
	parsing *parse = payload;
	parse->events->text(parse->events->payload,
	                    (clausary_slice){(const char *)text, (size_t)size});
}

static void
on_comment(void *payload, const xmlChar *text)
{
	parsing *parse = payload;
	(void)text;
	if (parse->events->comment)
		parse->events->comment(parse->events->payload);
}

/* At most `size` bytes of the input; 0 at its end or where it cannot be read. */
static size_t
take_bytes(parsing *parse, char *to, size_t size)
{
	const clausary_input *input = parse->events->input;
	if (parse->used == parse->filled) {
		ptrdiff_t got = input->read(input->payload, parse->bytes, sizeof parse->bytes);
		if (got < 0) {
			parse->status = CLAUSARY_EIO;
			parse->reason = "the bytes could not be read";
		}
		parse->used = 0;
		parse->filled = got > 0 ? (size_t)got : 0;
	}
	size_t left = parse->filled - parse->used, taken = size < left ? size : left;
	memcpy(to, parse->bytes + parse->used, taken);
	parse->used += taken;
	return taken;
}

/* Bytes for libxml2. A "<" never stands inside a tag, so a stretch without one that has many "="
 * may be a tag of as many attributes, which are compared with each other. */
static int
on_read(void *payload, char *to, int size)
{
	parsing *parse = payload;
	size_t got = take_bytes(parse, to, (size_t)size);
	if (memchr(to, '<', got)) {
		parse->equals = 0;
		return (int)got;
	}
	for (size_t i = 0; i < got; i++)
		parse->equals += to[i] == '=';
	if (parse->equals <= CLAUSARY_LIMIT_ELEMENT_ATTRIBUTES)
		return (int)got;
	parse->status = CLAUSARY_ELIMIT;
	parse->reason = "an element has too many attributes";
	return 0;
}

static void
describe(const parsing *parse, clausary_markup_fault *fault)
{
	const xmlError *error = xmlCtxtGetLastError(parse->parser);
	const char *message = parse->reason             ? parse->reason
	                      : error && error->message ? error->message
	                                                : "the XML ends early";
	size_t size = strcspn(message, "\n");
	if (size >= sizeof fault->message)
		size = sizeof fault->message - 1;
	memcpy(fault->message, message, size);
	fault->message[size] = '\0';
	fault->status = parse->status;
	fault->line = error && error->line > 0 ? (uint32_t)error->line
	                                       : (uint32_t)xmlSAX2GetLineNumber(parse->parser);
	fault->column = error && error->int2 > 0 ? (uint32_t)error->int2
	                                         : (uint32_t)xmlSAX2GetColumnNumber(parse->parser);
}

static void
learn_names(parsing *parse)
{
	const char *const *names = parse->events->names;
	for (uint32_t i = 0; names[i] && i < SLOTS / 2; i++) {
		const xmlChar *name =
		        xmlDictLookup(parse->parser->dict, (const xmlChar *)names[i], -1);
		*slot_of(parse, name) = (name_slot){name, i};
		if (parse->events->addresses)
			parse->events->addresses[i] = (const char *)name;
	}
}

clausary_status
clausary_markup_parse(const clausary_markup_events *events, clausary_markup_fault *fault)
{
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
	                         .startElementNs = on_start,
	                         .endElementNs = on_end,
	                         .characters = on_text,
	                         .ignorableWhitespace = on_text,
	                         .comment = on_comment,
	                         .cdataBlock = on_text};
	parsing *parse = clausary_memory_zeros(1, sizeof *parse);
	parse->events = events;
	*fault = (clausary_markup_fault){.status = CLAUSARY_OK};
	parse->parser = xmlCreateIOParserCtxt(&handler, parse, on_read, NULL, parse,
	                                      XML_CHAR_ENCODING_NONE);
	if (parse->parser == NULL) {
		free(parse);
		*fault = (clausary_markup_fault){.status = CLAUSARY_EFORMAT,
		                                 .message = "no bytes that could be XML"};
		return fault->status;
	}
	xmlCtxtUseOptions(parse->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR
	                                         | XML_PARSE_NOWARNING);
	learn_names(parse);
	xmlParseDocument(parse->parser);
	if (parse->status == CLAUSARY_OK && !parse->stopped && !parse->parser->wellFormed)
		parse->status = CLAUSARY_EFORMAT;
	if (parse->status != CLAUSARY_OK)
		describe(parse, fault);
	xmlFreeParserCtxt(parse->parser);
	free(parse);
	return fault->status;
}
