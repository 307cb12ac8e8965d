/* XML 1.0 with namespaces through libxml2's SAX2 interface, pulling its bytes. Names are interned
 * by libxml2, so that a name is found by its address. Depth is counted here; libxml2's own bounds
 * on the size of a name, value or comment stay on. */
#include "input/xml.h"

#include "base/arena.h"
#include "base/limits.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>

enum {
	SLOTS = 1024, /* of the name table: several times what any vocabulary holds */
	CHUNK = 4096  /* bytes read at once */
};

typedef struct name_slot {
	const xmlChar *name;
	uint32_t space, number;
} name_slot;

struct clausary_xml_attributes {
	const struct parsing *parse;
	const xmlChar **items; /* five pointers each: name, prefix, URI, value, end of value */
	size_t count;
};

typedef struct parsing {
	const clausary_xml_vocabulary *vocabulary;
	const clausary_xml_events *events;
	xmlParserCtxtPtr parser;
	const xmlChar **uris;    /* interned, as in the vocabulary */
	const xmlChar **names;   /* interned, as in the vocabulary */
	const xmlChar *last_uri; /* the namespace asked for last … */
	uint32_t last_space;     /* … and its number */
	uint32_t depth;
	clausary_xml_outcome outcome;
	const char *reason;
	uint32_t stack[CLAUSARY_LIMIT_ELEMENT_DEPTH];  /* names of the open elements */
	uint32_t spaces[CLAUSARY_LIMIT_ELEMENT_DEPTH]; /* namespaces in scope outside of each */
	uint32_t space_count;                          /* namespaces in scope */
	uint32_t equals; /* "=" in what was read since the last "<": as many attributes at most */
	name_slot slots[SLOTS];
} parsing;

enum { NO_SPACE = 0, OTHER_SPACE = UINT32_MAX };

static uint32_t
space_of(const parsing *parse, const xmlChar *uri)
{
	if (uri == NULL)
		return NO_SPACE;
	for (size_t i = 0; i < parse->vocabulary->space_count; i++)
		if (parse->uris[i] == uri)
			return parse->vocabulary->spaces[i].space;
	return OTHER_SPACE;
}

static uint32_t
slot_index(const xmlChar *name, uint32_t space)
{
	uint64_t mixed = ((uint64_t)(uintptr_t)name + space) * 0x9e3779b97f4a7c15u;
	return (uint32_t)(mixed >> 54);
}

static name_slot *
slot_of(parsing *parse, const xmlChar *name, uint32_t space)
{
	uint32_t at = slot_index(name, space);
	while (parse->slots[at].name
	       && (parse->slots[at].name != name || parse->slots[at].space != space))
		at = (at + 1) % SLOTS;
	return &parse->slots[at];
}

static void
stop(parsing *parse, clausary_xml_outcome outcome, const char *reason)
{
	parse->outcome = outcome;
	parse->reason = reason;
	xmlStopParser(parse->parser);
}

static void
on_start(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
         int space_count, const xmlChar **spaces, int count, int defaulted, const xmlChar **items)
{
	parsing *parse = payload;
	(void)prefix, (void)spaces, (void)defaulted;
	if (parse->depth == CLAUSARY_LIMIT_ELEMENT_DEPTH) {
		stop(parse, CLAUSARY_XML_TOO_DEEP, "elements are nested too deeply");
		return;
	}
	parse->spaces[parse->depth] = parse->space_count;
	parse->space_count += (uint32_t)space_count;
	if (parse->space_count > CLAUSARY_LIMIT_NAMESPACES) {
		stop(parse, CLAUSARY_XML_DAMAGED, "too many namespaces are declared");
		return;
	}
	if (uri != parse->last_uri) {
		parse->last_uri = uri;
		parse->last_space = space_of(parse, uri);
	}
	uint32_t number = slot_of(parse, name, parse->last_space)->number;
	clausary_xml_attributes attributes = {parse, items, (size_t)count};
	parse->stack[parse->depth++] = number;
	parse->events->start(parse->events->payload, number, &attributes);
}

static void
on_end(void *payload, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
	parsing *parse = payload;
	(void)name, (void)prefix, (void)uri;
	if (parse->depth == 0)
		return;
	parse->space_count = parse->spaces[--parse->depth];
	parse->events->end(parse->events->payload, parse->stack[parse->depth]);
}

static void
on_text(void *payload, const xmlChar *text, int size)
{
	parsing *parse = payload;
	if (parse->events->text)
		parse->events->text(parse->events->payload,
		                    (clausary_slice){(const char *)text, (size_t)size});
}

static void
on_type_declaration(void *payload, const xmlChar *name, const xmlChar *external,
                    const xmlChar *system)
{
	(void)name, (void)external, (void)system;
	stop(payload, CLAUSARY_XML_DAMAGED, "a document type declaration, which has no place here");
}

clausary_slice
clausary_xml_attribute(const clausary_xml_attributes *attributes, uint32_t name)
{
	const parsing *parse = attributes->parse;
	const xmlChar *wanted = parse->names[name];
	for (size_t i = 0; i < attributes->count; i++) {
		const xmlChar **item = attributes->items + 5 * i;
		if (item[0] != wanted)
			continue;
		if (item[2] == NULL
		    || space_of(parse, item[2]) == parse->vocabulary->names[name].space)
			return (clausary_slice){(const char *)item[3], (size_t)(item[4] - item[3])};
	}
	return (clausary_slice){0};
}

/* Bytes for libxml2. A "<" never stands inside a tag, so a stretch without one that has many "="
 * may be a tag of as many attributes. */
static int
on_read(void *payload, char *to, int size)
{
	parsing *parse = payload;
	int got = parse->events->read(parse->events->source, to, size < CHUNK ? size : CHUNK);
	if (got <= 0)
		return 0;
	if (memchr(to, '<', (size_t)got)) {
		parse->equals = 0;
		return got;
	}
	for (int i = 0; i < got; i++)
		parse->equals += to[i] == '=';
	if (parse->equals <= CLAUSARY_LIMIT_ELEMENT_ATTRIBUTES)
		return got;
	parse->outcome = CLAUSARY_XML_DAMAGED;
	parse->reason = "an element has too many attributes";
	return 0;
}

static void
learn_names(parsing *parse)
{
	const clausary_xml_vocabulary *vocabulary = parse->vocabulary;
	xmlDictPtr dictionary = parse->parser->dict;
	parse->uris = clausary_memory_zeros(vocabulary->space_count, sizeof *parse->uris);
	parse->names = clausary_memory_zeros(vocabulary->name_count, sizeof *parse->names);
	for (size_t i = 0; i < vocabulary->space_count; i++)
		parse->uris[i] =
		        xmlDictLookup(dictionary, (const xmlChar *)vocabulary->spaces[i].uri, -1);
	for (size_t i = 1; i < vocabulary->name_count && i < SLOTS / 2; i++) {
		const clausary_xml_name *name = &vocabulary->names[i];
		parse->names[i] = xmlDictLookup(dictionary, (const xmlChar *)name->name, -1);
		*slot_of(parse, parse->names[i], name->space) =
		        (name_slot){parse->names[i], name->space, (uint32_t)i};
	}
}

static void
describe_fault(const parsing *parse, clausary_xml_fault *fault)
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
	fault->line = error && error->line > 0 ? (uint32_t)error->line
	                                       : (uint32_t)xmlSAX2GetLineNumber(parse->parser);
	fault->column = error && error->int2 > 0 ? (uint32_t)error->int2
	                                         : (uint32_t)xmlSAX2GetColumnNumber(parse->parser);
}

clausary_xml_outcome
clausary_xml_parse(const clausary_xml_vocabulary *vocabulary, const clausary_xml_events *events,
                   clausary_xml_fault *fault)
{
	/* No handler for entities: none can be declared. The five of XML itself are known to the
	 * parser. */
	xmlSAXHandler handler = {.initialized = XML_SAX2_MAGIC,
	                         .startElementNs = on_start,
	                         .endElementNs = on_end,
	                         .characters = on_text,
	                         .ignorableWhitespace = on_text,
	                         .cdataBlock = on_text,
	                         .internalSubset = on_type_declaration};
	parsing *parse = clausary_memory_zeros(1, sizeof *parse);
	parse->vocabulary = vocabulary;
	parse->events = events;
	parse->parser = xmlCreateIOParserCtxt(&handler, parse, on_read, NULL, parse,
	                                      XML_CHAR_ENCODING_NONE);
	if (parse->parser == NULL) {
		free(parse);
		*fault = (clausary_xml_fault){.message = "no memory for a parser"};
		return CLAUSARY_XML_DAMAGED;
	}
	/* NOENT: "&amp;" in a value arrives as "&"; other entities cannot exist. */
	xmlCtxtUseOptions(parse->parser, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOERROR
	                                         | XML_PARSE_NOWARNING);
	learn_names(parse);
	xmlParseDocument(parse->parser);
	if (parse->outcome == CLAUSARY_XML_DONE && !parse->parser->wellFormed)
		parse->outcome = CLAUSARY_XML_DAMAGED;
	if (parse->outcome != CLAUSARY_XML_DONE)
		describe_fault(parse, fault);
	clausary_xml_outcome outcome = parse->outcome;
	xmlFreeParserCtxt(parse->parser);
	free(parse->uris);
	free(parse->names);
	free(parse);
	return outcome;
}

bool
clausary_xml_is_on(clausary_slice value)
{
	return !(clausary_slice_equal(value, CLAUSARY_SLICE("0"))
	         || clausary_slice_equal(value, CLAUSARY_SLICE("false"))
	         || clausary_slice_equal(value, CLAUSARY_SLICE("off")));
}

int32_t
clausary_xml_number(clausary_slice value, int32_t least, int32_t most, int32_t otherwise)
{
	bool negative = value.size && value.data[0] == '-';
	int64_t number = 0;
	size_t at = negative;
	if (at == value.size)
		return otherwise;
	for (; at < value.size; at++) {
		if (!clausary_ascii_is_digit(value.data[at]) || number > INT32_MAX)
			return otherwise;
		number = number * 10 + (value.data[at] - '0');
	}
	if (negative)
		number = -number;
	return number < least || number > most ? otherwise : (int32_t)number;
}
