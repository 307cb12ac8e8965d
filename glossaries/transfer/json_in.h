/* JSON (RFC 8259) token by token, pulling its bytes: nothing is held but the string that was read
 * last. */
#ifndef CLAUSARY_TRANSFER_JSON_IN_H
#define CLAUSARY_TRANSFER_JSON_IN_H

#include "base/buffer.h"
#include "base/limits.h"

typedef enum clausary_json_token {
	CLAUSARY_JSON_END,  /* of the text, or of the object or array */
	CLAUSARY_JSON_NAME, /* of a member; its value comes next */
	CLAUSARY_JSON_OBJECT,
	CLAUSARY_JSON_ARRAY,
	CLAUSARY_JSON_STRING,
	CLAUSARY_JSON_NUMBER,
	CLAUSARY_JSON_TRUE,
	CLAUSARY_JSON_FALSE,
	CLAUSARY_JSON_NULL,
	CLAUSARY_JSON_FAULT
} clausary_json_token;

typedef struct clausary_json_in {
	const clausary_input *input;
	clausary_buffer text; /* of the last name, string or number; UTF-8 */
	uint32_t line;
	const char *fault; /* why, once it is wrong */
	bool io;           /* … because the input failed */
	uint32_t depth;
	bool is_object[CLAUSARY_LIMIT_ELEMENT_DEPTH], begun[CLAUSARY_LIMIT_ELEMENT_DEPTH];
	bool after_name;
	size_t at, size;
	char bytes[16384];
} clausary_json_in;

/** The next token. After a fault: the fault again. */
clausary_json_token clausary_json_next(clausary_json_in *json);

/** Step over the value whose first token was `token`. */
void clausary_json_skip(clausary_json_in *json, clausary_json_token token);

#endif
