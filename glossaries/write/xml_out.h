/* XML by hand: nesting, indentation, escaping. Text must be UTF-8 that XML 1.0 allows (verify.h).
 */
#ifndef CLAUSARY_WRITE_XML_OUT_H
#define CLAUSARY_WRITE_XML_OUT_H

#include "write/sink.h"

typedef struct clausary_xml {
	clausary_sink *sink;
	unsigned depth;
	bool open; /* a start tag waits for its '>' */
} clausary_xml;

/** Write an XML declaration. */
void clausary_xml_declaration(clausary_xml *xml);

/** Begin an element on a line of its own. `name` lives until it ends. */
void clausary_xml_begin(clausary_xml *xml, const char *name);

/** Give the element that was just begun an attribute. */
void clausary_xml_add_attribute(clausary_xml *xml, const char *name, clausary_slice value);

/** End an element that has elements inside. */
void clausary_xml_end(clausary_xml *xml, const char *name);

/** Finish the element that was just begun with text as all its content. */
void clausary_xml_text(clausary_xml *xml, const char *name, clausary_slice text);

/** A whole element: `<name type="type">text</name>`; no type where it is NULL. */
void clausary_xml_element(clausary_xml *xml, const char *name, const char *type,
                          clausary_slice text);

#endif
