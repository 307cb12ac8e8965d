/* UTF-8 by ICU's macros (unicode/utf8.h), with a step of eight bytes over ASCII. */
#include "base/utf8.h"

#include <unicode/utf8.h>

static bool
eight_ascii(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, 8);
	return (word & 0x8080808080808080u) == 0;
}

size_t
clausary_utf8_check(clausary_slice text)
{
	size_t at = 0;
	while (at < text.size) {
		if (at + 8 <= text.size && eight_ascii(text.data + at)) {
			at += 8;
			continue;
		}
		size_t start = at;
		UChar32 c;
		U8_NEXT(text.data, at, text.size, c);
		if (c < 0)
			return start;
	}
	return text.size;
}

size_t
clausary_utf8_repair(clausary_buffer *to, clausary_slice text)
{
	size_t replaced = 0;
	while (text.size) {
		size_t good = clausary_utf8_check(text);
		clausary_buffer_add(to, clausary_slice_part(text, 0, good));
		if (good == text.size)
			break;
		UChar32 c;
		U8_NEXT(text.data, good, text.size, c);
		(void)c;
		clausary_utf8_add(to, 0xfffd);
		replaced++;
		text = clausary_slice_part(text, good, text.size);
	}
	return replaced;
}

uint32_t
clausary_utf8_next(clausary_slice text, size_t *at)
{
	UChar32 c;
	size_t i = *at;
	U8_NEXT_OR_FFFD(text.data, i, text.size, c);
	*at = i;
	return (uint32_t)c;
}

uint32_t
clausary_utf8_previous(clausary_slice text, size_t *at)
{
	UChar32 c;
	int32_t i = (int32_t)*at;
	U8_PREV_OR_FFFD((const uint8_t *)text.data, 0, i, c);
	*at = (size_t)i;
	return (uint32_t)c;
}

size_t
clausary_utf8_start(clausary_slice text, size_t at)
{
	while (at > 0 && at < text.size && ((unsigned char)text.data[at] & 0xc0) == 0x80)
		at--;
	return at;
}

void
clausary_utf8_add(clausary_buffer *to, uint32_t code_point)
{
	int32_t size = 0;
	clausary_buffer_reserve(to, U8_MAX_LENGTH);
	U8_APPEND_UNSAFE((uint8_t *)to->data + to->size, size, (UChar32)code_point);
	to->size += (size_t)size;
}

size_t
clausary_utf8_count(clausary_slice text)
{
	size_t count = 0, at = 0;
	for (; at + 8 <= text.size; at += 8) {
		uint64_t word;
		memcpy(&word, text.data + at, 8);
		if ((word & 0x8080808080808080u) == 0) {
			count += 8;
			continue;
		}
		uint64_t trail = (word >> 7) & (~word >> 6) & 0x0101010101010101u;
		count += 8
		         - (size_t)(trail * 0x0101010101010101u
		                    >> 56); /* their sum, in the top byte */
	}
	for (; at < text.size; at++)
		count += ((unsigned char)text.data[at] & 0xc0) != 0x80;
	return count;
}
