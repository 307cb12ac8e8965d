/* Reading JSON. Strings that are no UTF-8 are repaired, lone surrogates become U+FFFD. */
#include "transfer/json_in.h"

#include "base/utf8.h"

static clausary_json_token
fail(clausary_json_in *json, const char *why)
{
	if (json->fault == NULL)
		json->fault = why;
	return CLAUSARY_JSON_FAULT;
}

/* The next byte, which stays, or -1. */
static int
peek(clausary_json_in *json)
{
	if (json->at == json->size) {
		ptrdiff_t got =
		        json->input->read(json->input->payload, json->bytes, sizeof json->bytes);
		json->io |= got < 0;
		json->at = 0;
		json->size = got > 0 ? (size_t)got : 0;
		if (json->size == 0)
			return -1;
	}
	return (unsigned char)json->bytes[json->at];
}

static int
take(clausary_json_in *json)
{
	int byte = peek(json);
	if (byte >= 0)
		json->at++;
	json->line += byte == '\n';
	return byte;
}

static int
skip_blanks(clausary_json_in *json)
{
	int byte;
	while ((byte = peek(json)) == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
		take(json);
	return byte;
}

/* Four hexadecimal digits, or -1. */
static int32_t
hexadecimal(clausary_json_in *json)
{
	int32_t number = 0;
	for (int i = 0; i < 4; i++) {
		int byte = take(json);
		int digit = byte >= '0' && byte <= '9'   ? byte - '0'
		            : byte >= 'a' && byte <= 'f' ? byte - 'a' + 10
		            : byte >= 'A' && byte <= 'F' ? byte - 'A' + 10
		                                         : -1;
		if (digit < 0)
			return -1;
		number = number * 16 + digit;
	}
	return number;
}

static bool
escape(clausary_json_in *json)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	int byte = take(json);
	const char *found = byte > 0 ? strchr(from, byte) : NULL;
	if (found) {
		clausary_buffer_add_byte(&json->text, to[found - from]);
		return true;
	}
	int32_t unit = byte == 'u' ? hexadecimal(json) : -1;
	if (unit < 0)
		return false;
	uint32_t code_point = (uint32_t)unit;
	if (unit >= 0xd800 && unit < 0xdc00 && peek(json) == '\\') {
		take(json);
		int32_t low = take(json) == 'u' ? hexadecimal(json) : -1;
		if (low < 0)
			return false;
		code_point = low >= 0xdc00 && low < 0xe000
		                     ? 0x10000u + ((uint32_t)unit - 0xd800u) * 0x400u
		                               + ((uint32_t)low - 0xdc00u)
		                     : 0xfffd;
	} else if (unit >= 0xd800 && unit < 0xe000) {
		code_point = 0xfffd;
	}
	clausary_utf8_add(&json->text, code_point);
	return true;
}

static bool
string(clausary_json_in *json)
{
	json->text.size = 0;
	take(json);
	for (;;) {
		int byte = take(json);
		if (byte < 0 || json->text.size > CLAUSARY_LIMIT_STREAM_LINE_BYTES)
			return false;
		if (byte == '"')
			break;
		if (byte != '\\')
			clausary_buffer_add_byte(&json->text, (char)byte);
		else if (!escape(json))
			return false;
	}
	clausary_slice text = clausary_buffer_slice(&json->text);
	if (clausary_utf8_check(text) != text.size) {
		clausary_buffer good = {0};
		clausary_utf8_repair(&good, text);
		clausary_buffer_finish(&json->text);
		json->text = good;
	}
	return true;
}

/* A number or a word: letters, digits and the marks of numbers. */
static clausary_json_token
plain(clausary_json_in *json)
{
	static const struct {
		const char *word;
		clausary_json_token token;
	} words[] = {{"true", CLAUSARY_JSON_TRUE},
	             {"false", CLAUSARY_JSON_FALSE},
	             {"null", CLAUSARY_JSON_NULL}};
	enum { LONGEST = 64 };
	json->text.size = 0;
	for (int byte;
	     (byte = peek(json)) > 0 && json->text.size < LONGEST
	     && (clausary_ascii_is_letter((char)byte) || clausary_ascii_is_digit((char)byte)
	         || byte == '-' || byte == '+' || byte == '.');)
		clausary_buffer_add_byte(&json->text, (char)take(json));
	clausary_slice text = clausary_buffer_slice(&json->text);
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
		if (clausary_slice_equal(text, clausary_slice_of(words[i].word)))
			return words[i].token;
	bool number = text.size && (text.data[0] == '-' || clausary_ascii_is_digit(text.data[0]));
	return number ? CLAUSARY_JSON_NUMBER : fail(json, "no JSON value");
}

static clausary_json_token
open(clausary_json_in *json, bool is_object)
{
	if (json->depth == CLAUSARY_LIMIT_ELEMENT_DEPTH)
		return fail(json, "objects are nested too deeply");
	take(json);
	json->is_object[json->depth] = is_object;
	json->begun[json->depth++] = false;
	return is_object ? CLAUSARY_JSON_OBJECT : CLAUSARY_JSON_ARRAY;
}

static clausary_json_token
value(clausary_json_in *json, int byte)
{
	switch (byte) {
	case '{':
	case '[':
		return open(json, byte == '{');
	case '"':
		return string(json) ? CLAUSARY_JSON_STRING : fail(json, "a string does not end");
	default:
		return plain(json);
	}
}

clausary_json_token
clausary_json_next(clausary_json_in *json)
{
	int byte = skip_blanks(json);
	if (json->fault)
		return CLAUSARY_JSON_FAULT;
	if (json->depth == 0)
		return byte < 0 ? CLAUSARY_JSON_END : value(json, byte);
	bool is_object = json->is_object[json->depth - 1];
	if (json->after_name) {
		json->after_name = false;
		if (take(json) != ':')
			return fail(json, "a colon is missing");
		return value(json, skip_blanks(json));
	}
	if (byte == (is_object ? '}' : ']')) {
		take(json);
		json->depth--;
		return CLAUSARY_JSON_END;
	}
	if (json->begun[json->depth - 1]) {
		if (take(json) != ',')
			return fail(json, "a comma is missing");
		byte = skip_blanks(json);
	}
	json->begun[json->depth - 1] = true;
	if (!is_object)
		return value(json, byte);
	if (byte != '"' || !string(json))
		return fail(json, "a name is missing");
	json->after_name = true;
	return CLAUSARY_JSON_NAME;
}

void
clausary_json_skip(clausary_json_in *json, clausary_json_token token)
{
	if (token != CLAUSARY_JSON_OBJECT && token != CLAUSARY_JSON_ARRAY)
		return;
	uint32_t depth = json->depth;
	while (json->depth >= depth && clausary_json_next(json) != CLAUSARY_JSON_FAULT)
		continue;
}
