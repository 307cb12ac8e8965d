/* JSON (RFC 8259), UTF-8; only what must be escaped is. */
#include "write/json_out.h"

/* What is not a quotation mark, backslash or control character. */
static inline bool
is_plain(unsigned char byte)
{
	return byte >= 0x20 && byte != '"' && byte != '\\';
}

/* Which of eight bytes are zero, or (with `ones` of 0x20) below that: the high bit of each, at
 * least of the first that is. */
static inline uint64_t
below(uint64_t word, uint64_t ones)
{
	return (word - ones) & ~word & 0x8080808080808080u;
}

/* Which of eight bytes must be escaped: the high bit of each, at least of the first that must. */
static inline uint64_t
special(uint64_t word)
{
	const uint64_t each = 0x0101010101010101u;
	return below(word, each * 0x20) | below(word ^ each * '"', each)
	       | below(word ^ each * '\\', each);
}

bool
clausary_json_is_plain(clausary_slice text)
{
	uint64_t word, found = 0;
	uint32_t half;
	if (text.size >= 8) { /* the last step looks again at bytes that were looked at */
		for (size_t i = 0; i + 8 < text.size; i += 8) {
			memcpy(&word, text.data + i, 8);
			found |= special(word);
		}
		memcpy(&word, text.data + text.size - 8, 8);
	} else if (text.size >= 4) {
		memcpy(&half, text.data, 4);
		word = half;
		memcpy(&half, text.data + text.size - 4, 4);
		word |= (uint64_t)half << 32;
	} else {
		for (size_t i = 0; i < text.size; i++)
			if (!is_plain((unsigned char)text.data[i]))
				return false;
		return true;
	}
	return !(found | special(word));
}

static void
escape_byte(clausary_sink *sink, char byte)
{
	static const char digits[] = "0123456789abcdef";
	static const char named[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
	const char *found = byte ? strchr(named, byte) : NULL;
	clausary_sink_put_byte(sink, '\\');
	if (found) {
		clausary_sink_put_byte(sink, letters[found - named]);
		return;
	}
	clausary_sink_literal(sink, "u00");
	clausary_sink_put_byte(sink, digits[(unsigned char)byte >> 4]);
	clausary_sink_put_byte(sink, digits[byte & 15]);
}

void
clausary_json_escape(clausary_sink *sink, clausary_slice text)
{
	size_t start = 0;
	if (clausary_json_is_plain(text)) {
		clausary_sink_put(sink, text);
		return;
	}
	for (size_t i = 0; i < text.size; i++) {
		if (is_plain((unsigned char)text.data[i]))
			continue;
		clausary_sink_put(sink, clausary_slice_part(text, start, i));
		escape_byte(sink, text.data[i]);
		start = i + 1;
	}
	clausary_sink_put(sink, clausary_slice_part(text, start, text.size));
}

static void
before_value(clausary_json *json, const char *name)
{
	if (name) {
		clausary_json_name(json, name);
	} else if (json->comma) {
		clausary_sink_put_byte(json->sink, ',');
	}
	json->comma = true;
}

void
clausary_json_name(clausary_json *json, const char *name)
{
	if (json->comma)
		clausary_sink_put_byte(json->sink, ',');
	clausary_sink_put_byte(json->sink, '"');
	clausary_sink_put(json->sink, clausary_slice_of(name));
	clausary_sink_literal(json->sink, "\":");
	json->comma = false;
}

void
clausary_json_open(clausary_json *json, const char *name, char bracket)
{
	before_value(json, name);
	clausary_sink_put_byte(json->sink, bracket);
	json->comma = false;
}

void
clausary_json_close(clausary_json *json, char bracket)
{
	clausary_sink_put_byte(json->sink, bracket);
	json->comma = true;
}

void
clausary_json_string(clausary_json *json, const char *name, clausary_slice text)
{
	before_value(json, name);
	clausary_sink_put_byte(json->sink, '"');
	clausary_json_escape(json->sink, text);
	clausary_sink_put_byte(json->sink, '"');
}

void
clausary_json_optional(clausary_json *json, const char *name, clausary_slice text)
{
	if (text.size)
		clausary_json_string(json, name, text);
}

void
clausary_json_number(clausary_json *json, const char *name, uint64_t number)
{
	before_value(json, name);
	clausary_sink_number(json->sink, number);
}

void
clausary_json_fraction(clausary_sink *sink, float number)
{
	unsigned hundredths = number <= 0 ? 0 : number >= 1 ? 100 : (unsigned)(number * 100 + 0.5f);
	clausary_sink_put_byte(sink, (char)('0' + hundredths / 100));
	clausary_sink_put_byte(sink, '.');
	clausary_sink_put_byte(sink, (char)('0' + hundredths / 10 % 10));
	clausary_sink_put_byte(sink, (char)('0' + hundredths % 10));
}
