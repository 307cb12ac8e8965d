/* XML of any origin as a stream of events with places: local names count, namespaces do not, a
 * document type declaration is stepped over, no entity is ever declared, no other file opened. */
#ifndef CLAUSARY_TRANSFER_MARKUP_H
#define CLAUSARY_TRANSFER_MARKUP_H

#include "base/slice.h"

typedef struct clausary_markup_element {
	uint32_t name;     /* place in the reader's list of names, or CLAUSARY_NONE */
	clausary_slice as;    /* the local name, as it is written */
	clausary_slice space; /* the namespace; the same address for the same one, "" for none */
	uint32_t line, column;
	const struct clausary_markup_attributes *attributes;
} clausary_markup_element;

/** The value of an attribute by its local name ("lang" for `xml:lang`); NULL data where there is
 * none. Owner: the parser, during the call of `start`. */
clausary_slice clausary_markup_attribute(const clausary_markup_element *element, const char *name);

/** Attribute `index` of an element. */
typedef struct clausary_markup_item {
	clausary_slice name, value;
	bool is_xml;     /* of the namespace of `xml:` */
	bool is_foreign; /* of another one */
} clausary_markup_item;

/** Fails: false past the end. Owner: the parser, during the call of `start`. */
bool clausary_markup_item_at(const clausary_markup_element *element, size_t index,
                             clausary_markup_item *out);

/* Who listens, and where the bytes come from. */
typedef struct clausary_markup_events {
	const char *const *names; /* that the reader knows; ended by NULL */
	void (*start)(void *payload, const clausary_markup_element *element);
	void (*end)(void *payload, uint32_t name);
	void (*text)(void *payload, clausary_slice text); /* pieces of well-formed UTF-8 */
	bool (*enough)(void *payload); /* whether to stop; asked at each start; or NULL */
	void *payload;
	const clausary_input *input;
} clausary_markup_events;

typedef struct clausary_markup_fault {
	clausary_status status; /* OK, EIO, EFORMAT or ELIMIT */
	uint32_t line, column;  /* from 1 */
	char message[160];      /* one line */
} clausary_markup_fault;

/** Parse to the end, to the first fault, or until it is enough. Everything before a fault was
 * handed out. Returns `fault->status`. */
clausary_status clausary_markup_parse(const clausary_markup_events *events,
                                      clausary_markup_fault *fault);

#endif
