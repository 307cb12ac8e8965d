/* XML of any origin as a stream of events with places: local names count, namespaces do not, a
 * document type declaration is stepped over, no entity is ever declared, no other file opened. */
#ifndef CLAUSARY_TRANSFER_MARKUP_H
#define CLAUSARY_TRANSFER_MARKUP_H

#include "base/slice.h"

/* As libxml2 hands it over; it interns names and namespaces, so that each has one address. */
typedef struct clausary_markup_attribute {
	const unsigned char *name, *prefix, *space; /* prefix and namespace: NULL for none */
	const unsigned char *value, *end;
} clausary_markup_attribute;

/* Owner: the parser, during the call of `start`. */
typedef struct clausary_markup_element {
	uint32_t name;     /* place in the reader's list of names, or CLAUSARY_NONE */
	const char *as;    /* the local name, as it is written */
	const char *space; /* the namespace, at one address; "" for none */
	uint32_t line, column;
	size_t attribute_count;
	const clausary_markup_attribute *attributes;
} clausary_markup_element;

/** Owner: the parser, during the call of `start`. */
static inline clausary_slice
clausary_markup_attribute_value(const clausary_markup_attribute *attribute)
{
	return (clausary_slice){(const char *)attribute->value,
	                        (size_t)(attribute->end - attribute->value)};
}

/** Whether it is one of those that XML itself has, such as `xml:lang`. */
static inline bool
clausary_markup_is_xml(const clausary_markup_attribute *attribute)
{
	return attribute->prefix && memcmp(attribute->prefix, "xml", 4) == 0;
}

/** The value of an attribute by its local name ("lang" for `xml:lang`); NULL data where there is
 * none. Owner: the parser, during the call of `start`. */
clausary_slice clausary_markup_value(const clausary_markup_element *element, const char *name);

/* Who listens, and where the bytes come from. */
typedef struct clausary_markup_events {
	const char *const *names; /* that the reader knows; ended by NULL */
	const char **addresses;   /* to be told where libxml2 has each name; or NULL */
	void (*start)(void *payload, const clausary_markup_element *element);
	void (*end)(void *payload, uint32_t name);
	void (*text)(void *payload, clausary_slice text); /* pieces of well-formed UTF-8 */
	void (*comment)(void *payload);                   /* there is one; or NULL */
	const clausary_status *status; /* no more starts once it is not OK; or NULL */
	void *payload;
	const clausary_input *input;
} clausary_markup_events;

typedef struct clausary_markup_fault {
	clausary_status status; /* OK, EIO, EFORMAT or ELIMIT */
	uint32_t line, column;  /* from 1 */
	char message[160];      /* one line */
} clausary_markup_fault;

/** Parse to the end, to the first fault, or until the listener's status says to stop. Everything
 * before a fault was handed out. Returns `fault->status`. */
clausary_status clausary_markup_parse(const clausary_markup_events *events,
                                      clausary_markup_fault *fault);

#endif
