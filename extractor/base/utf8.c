/* UTF-8 by ICU's macros (unicode/utf8.h), with a step of eight bytes over ASCII. */
#include "base/utf8.h"

#include <unicode/uchar.h>
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

static inline unsigned char
is_trail(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

/* Whether the code points that begin in 32 bytes, of which the first begins one, have at most three
 * bytes and are well-formed; two more bytes are looked at. A byte is a trail if and only if a lead
 * before it asks for one. Leads that only some trails may follow, E0, ED and those of four bytes,
 * are left to ICU. Without a branch, for the compiler to use vectors. */
static bool
is_usual_32(const unsigned char *bytes)
{
	unsigned char bad = is_trail(bytes[0]) | (is_trail(bytes[1]) ^ (bytes[0] >= 0xc0));
	for (int i = 0; i < 32; i++) {
		unsigned char one = bytes[i], two = bytes[i + 1];
		unsigned char asked =
		        ((one & 0xf0) == 0xe0) | ((two & 0xf0) == 0xe0) | ((two & 0xe0) == 0xc0);
		bad |= asked ^ is_trail(bytes[i + 2]);
		bad |= ((one & 0xf0) == 0xf0) | ((one & 0xfe) == 0xc0) | (one == 0xe0)
		       | (one == 0xed);
	}
	return bad == 0;
}

size_t
clausary_utf8_check_part(clausary_slice text, size_t from, size_t to)
{
	const unsigned char *bytes = (const unsigned char *)text.data;
	size_t at = from;
	while (at < to) {
		if (at + 34 < text.size && is_ascii_32(text.data + at)) {
			at += 32;
			continue;
		}
		if (at + 34 < text.size && is_usual_32(bytes + at)) {
			size_t end = at + 34; /* the trails before it were asked for */
			for (at += 32; at < end && is_trail(bytes[at]);)
				at++;
			continue;
		}
		size_t stop = at + 64 < to ? at + 64 : to;
		while (at < stop) {
			UChar32 c;
			size_t start = at;
			U8_NEXT(text.data, at, text.size, c);
			if (c < 0)
				return start;
		}
	}
	return at;
}

size_t
clausary_utf8_check(clausary_slice text)
{
	return clausary_utf8_check_part(text, 0, text.size);
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

/* The trail bytes among 64. */
static size_t
trails_of_64(const char *bytes)
{
	unsigned char counts[16];
	uint64_t words[2];
	for (int i = 0; i < 16; i++)
		counts[i] = is_trail((unsigned char)bytes[i])
		            + is_trail((unsigned char)bytes[i + 16])
		            + is_trail((unsigned char)bytes[i + 32])
		            + is_trail((unsigned char)bytes[i + 48]);
	memcpy(words, counts, 16);
	return sum_bytes(words[0] + words[1]);
}

size_t
clausary_utf8_count(clausary_slice text)
{
	size_t trails = 0, at = 0;
	uint64_t sums = 0;
	for (; at + 64 <= text.size; at += 64)
		trails += trails_of_64(text.data + at);
	for (; at + 8 <= text.size; at += 8)
		sums += trails_of_8(text.data + at);
	sums += trails_of_rest(text.data + at, text.size - at);
	return text.size - trails - sum_bytes(sums);
}

bool
clausary_utf8_is_wide_word(uint32_t c)
{
	if (c >= 0x2000 && c < 0x2070) /* blanks, dashes, quotation marks: most of the others */
		return false;
	return !clausary_utf8_is_square(c)
	       && (u_isalnum((UChar32)c) || u_getCombiningClass((UChar32)c));
}
