/* XML as a stream of events: names become small numbers, nothing is kept, no external thing is
 * opened. */
#ifndef CLAUSARY_INPUT_XML_H
#define CLAUSARY_INPUT_XML_H

#include "base/slice.h"

/** A namespace that a vocabulary knows; several URIs may be the same space. Space 0 is "no
 * namespace". */
typedef struct clausary_xml_space {
	const char *uri;
	uint32_t space;
} clausary_xml_space;

/** A name that a vocabulary knows: an element, an attribute or both. */
typedef struct clausary_xml_name {
	const char *name;
	uint32_t space;
} clausary_xml_name;

/** The names a reader wants to see; number 0 is "any other name" and its entry is not used. */
typedef struct clausary_xml_vocabulary {
	const clausary_xml_space *spaces;
	size_t space_count;
	const clausary_xml_name *names;
	size_t name_count;
} clausary_xml_vocabulary;

typedef struct clausary_xml_attributes clausary_xml_attributes;

/**
 * The value of the attribute with this name, of its own namespace or of none; NULL data where there
 * is none.
 *
 * Owner: the parser, during the call of `start`.
 */
clausary_slice clausary_xml_attribute(const clausary_xml_attributes *attributes, uint32_t name);

typedef enum clausary_xml_outcome {
	CLAUSARY_XML_DONE,
	CLAUSARY_XML_DAMAGED, /* not well-formed from some place on; what came before was handed out
	                       */
	CLAUSARY_XML_TOO_DEEP /* more than ELEMENT_DEPTH elements nested */
} clausary_xml_outcome;

/** What is to be parsed and who listens. Names are numbers of the vocabulary. */
typedef struct clausary_xml_events {
	void (*start)(void *payload, uint32_t name, const clausary_xml_attributes *attributes);
	void (*end)(void *payload, uint32_t name);
	void (*text)(void *payload,
	             clausary_slice text); /* pieces, well-formed UTF-8; NULL: not wanted */
	void *payload;
	int (*read)(void *source, char *to, int size); /* bytes read; 0 at the end */
	void *source;
} clausary_xml_events;

/** Where and why a parse ended early. */
typedef struct clausary_xml_fault {
	uint32_t line, column; /* from 1 */
	char message[160];     /* one line */
} clausary_xml_fault;

/**
 * Parse to the end or to the first fault. A document type declaration is a fault: no entity is ever
 * declared, no other file or address ever opened.
 */
clausary_xml_outcome clausary_xml_parse(const clausary_xml_vocabulary *vocabulary,
                                        const clausary_xml_events *events,
                                        clausary_xml_fault *fault);

/** Whether an attribute's value means "on" (ISO/IEC 29500-1, 22.9.2.7): absent, "1", "true", "on".
 */
bool clausary_xml_is_on(clausary_slice value);

/** A whole number that `value` is, between `least` and `most`; `otherwise` where it is none. */
int32_t clausary_xml_number(clausary_slice value, int32_t least, int32_t most, int32_t otherwise);

#endif
