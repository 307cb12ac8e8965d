/* JSON by hand: commas and escaping. */
#ifndef CLAUSARY_WRITE_JSON_OUT_H
#define CLAUSARY_WRITE_JSON_OUT_H

#include "write/sink.h"

typedef struct clausary_json {
	clausary_sink *sink;
	bool comma; /* something stands before in the same object or array */
} clausary_json;

/** Whether `text` needs no escaping: eight bytes at a time. */
bool clausary_json_is_plain(clausary_slice text);

/** Write `text` escaped, without quotation marks. */
void clausary_json_escape(clausary_sink *sink, clausary_slice text);

/** Write a name and a colon, with the comma before it; `name` needs no escaping. */
void clausary_json_name(clausary_json *json, const char *name);

/** Open an object or array: '{' or '['; as the value of `name`, or of nothing where it is NULL. */
void clausary_json_open(clausary_json *json, const char *name, char bracket);

/** Close it: '}' or ']'. */
void clausary_json_close(clausary_json *json, char bracket);

/** A string, as the value of `name`, or as an item where it is NULL. */
void clausary_json_string(clausary_json *json, const char *name, clausary_slice text);

/** A string that is left out where it is empty. */
void clausary_json_optional(clausary_json *json, const char *name, clausary_slice text);

/** A number. */
void clausary_json_number(clausary_json *json, const char *name, uint64_t number);

/** A number from 0 to 1 with two decimals. */
void clausary_json_fraction(clausary_sink *sink, float number);

#endif
