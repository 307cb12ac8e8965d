/* UTF-8 by ICU's macros (unicode/utf8.h), with a step of eight bytes over ASCII. */
#include "base/utf8.h"

#include <unicode/utf8.h>

/* Whether 32 bytes are ASCII. */
static bool
is_ascii_32(const char *bytes)
{
	uint64_t a, b, c, d;
	memcpy(&a, bytes, 8);
	memcpy(&b, bytes + 8, 8);
	memcpy(&c, bytes + 16, 8);
	memcpy(&d, bytes + 24, 8);
	return ((a | b | c | d) & 0x8080808080808080u) == 0;
}

size_t
clausary_utf8_ascii(clausary_slice text)
{
	size_t at = 0;
	while (at + 32 <= text.size && is_ascii_32(text.data + at))
		at += 32;
	while (at < text.size && (signed char)text.data[at] >= 0)
		at++;
	return at;
}

/* Whether 32 bytes after a whole code point are code points of one or two bytes, of which the last
 * may go on after them: a byte is a trail if and only if the one before it is a lead. Without
 * a branch, for the compiler to use vectors. */
static bool
is_short_32(const unsigned char *bytes)
{
	unsigned char bad = (bytes[0] & 0xc0) == 0x80;
	for (int i = 0; i < 31; i++) {
		unsigned char lead = (bytes[i] & 0xe0) == 0xc0,
		              trail = (bytes[i + 1] & 0xc0) == 0x80;
		bad |= lead ^ trail;
	}
	for (int i = 0; i < 32; i++)
		bad |= (bytes[i] >= 0xe0) | ((bytes[i] & 0xfe) == 0xc0);
	return bad == 0;
}

/* Where the text goes on after whole code points of one or two bytes. */
static size_t
skip_short(const unsigned char *text, size_t at, size_t size)
{
	while (at + 1 < size) {
		if (text[at] < 0x80)
			at++;
		else if (text[at] >= 0xc2 && text[at] < 0xe0 && (text[at + 1] & 0xc0) == 0x80)
			at += 2;
		else
			break;
	}
	return at;
}

size_t
clausary_utf8_check(clausary_slice text)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	size_t at = 0;
	while (at < text.size) {
		if (at + 32 <= text.size
		    && (is_ascii_32(text.data + at) || is_short_32(bytes + at))) {
			at += bytes[at + 31] < 0x80 || (bytes[at + 31] & 0xc0) == 0x80 ? 32 : 31;
			continue;
		}
		size_t stop = at + 64 < text.size ? at + 64 : text.size;
		while (at < stop) {
			UChar32 c;
			size_t start = at = skip_short(bytes, at, stop);
			if (at == text.size)
				break;
			U8_NEXT(text.data, at, text.size, c);
			if (c < 0)
				return start;
		}
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
clausary_utf8_next_long(clausary_slice text, size_t *at)
{
	UChar32 c;
	size_t i = *at;
	U8_NEXT_OR_FFFD(text.data, i, text.size, c);
	*at = i;
	return (uint32_t)c;
}

uint32_t
clausary_utf8_previous_long(clausary_slice text, size_t *at)
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
	if (to->capacity - to->size < U8_MAX_LENGTH)
		clausary_buffer_reserve(to, U8_MAX_LENGTH);
	if (code_point >= 0x80 && code_point < 0x800) {
		to->data[to->size++] = (char)(0xc0 | code_point >> 6);
		to->data[to->size++] = (char)(0x80 | (code_point & 0x3f));
		return;
	}
	U8_APPEND_UNSAFE((uint8_t *)to->data + to->size, size, (UChar32)code_point);
	to->size += (size_t)size;
}

static bool
is_hangul(uint32_t c)
{
	return c >= 0xac00 && c <= 0xd7a3;
}

bool
clausary_utf8_is_square(uint32_t c)
{
	return (c >= 0x2e80 && c <= 0x2fff) || (c >= 0x3005 && c <= 0x3007)
	       || (c >= 0x3040 && c <= 0x9fff) || is_hangul(c) || (c >= 0xf900 && c <= 0xfaff)
	       || (c >= 0x20000 && c <= 0x3fffd);
}

bool
clausary_utf8_is_unspaced(uint32_t c)
{
	bool south_east_asian = (c >= 0xe00 && c <= 0xeff) || (c >= 0x1000 && c <= 0x109f)
	                        || (c >= 0x1780 && c <= 0x17ff);
	return south_east_asian || (clausary_utf8_is_square(c) && !is_hangul(c));
}

/* The trail bytes among those of a word, 0x80 to 0xBF: a one in each of theirs. */
static inline uint64_t
trail_bytes(uint64_t word)
{
	return (word >> 7) & (~word >> 6) & 0x0101010101010101u;
}

static inline uint64_t
trails_of_8(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, 8);
	return trail_bytes(word);
}

/* The sum of the numbers in eight bytes, which is less than 256. */
static inline size_t
sum_bytes(uint64_t word)
{
	return word * 0x0101010101010101u >> 56;
}

/* The same for fewer than eight bytes: four, two and one, as there are. */
static inline uint64_t
trails_of_rest(const char *bytes, size_t size)
{
	uint32_t four = 0;
	uint16_t two = 0;
	uint8_t one = 0;
	if (size & 4)
		memcpy(&four, bytes, 4);
	if (size & 2)
		memcpy(&two, bytes + (size & 4), 2);
	if (size & 1)
		memcpy(&one, bytes + (size & 6), 1);
	return trail_bytes((uint64_t)four << 32 | (uint32_t)two << 16 | one);
}

size_t
clausary_utf8_count(clausary_slice text)
{
	size_t trails = 0, at = 0;
	uint64_t sums = 0;
	for (; at + 32 <= text.size; at += 32) {
		const char *bytes = text.data + at;
		if (!is_ascii_32(bytes))
			trails += sum_bytes(trails_of_8(bytes) + trails_of_8(bytes + 8)
			                    + trails_of_8(bytes + 16) + trails_of_8(bytes + 24));
	}
	for (; at + 8 <= text.size; at += 8)
		sums += trails_of_8(text.data + at);
	sums += trails_of_rest(text.data + at, text.size - at);
	return text.size - trails - sum_bytes(sums);
}
