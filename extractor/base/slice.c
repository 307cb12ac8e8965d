/* Views of bytes: compare, trim, find. */
#include "base/slice.h"

bool
clausary_slice_same_letters(clausary_slice a, clausary_slice b)
{
	for (size_t i = 0; i < a.size; i++)
		if (clausary_ascii_lower(a.data[i]) != clausary_ascii_lower(b.data[i]))
			return false;
	return true;
}

int
clausary_slice_compare(clausary_slice a, clausary_slice b)
{
	size_t common = a.size < b.size ? a.size : b.size;
	int order = common ? memcmp(a.data, b.data, common) : 0;
	return order ? order : (a.size > b.size) - (a.size < b.size);
}

/* The three-byte UTF-8 blanks; U+1680 is e1 9a 80, the others lie in e2 80/81 xx, e3 80 80, ef bb
 * bf. */
static bool
is_wide_blank(const unsigned char *b)
{
	if (b[0] == 0xe2 && b[1] == 0x80)
		return b[2] <= 0x8b || b[2] == 0xa8 || b[2] == 0xa9 || b[2] == 0xaf;
	return (b[0] == 0xe2 && b[1] == 0x81 && b[2] == 0x9f)
	       || (b[0] == 0xe3 && b[1] == 0x80 && b[2] == 0x80)
	       || (b[0] == 0xe1 && b[1] == 0x9a && b[2] == 0x80)
	       || (b[0] == 0xef && b[1] == 0xbb && b[2] == 0xbf);
}

size_t
clausary_slice_blank(clausary_slice text)
{
	const unsigned char *b = (const unsigned char *)text.data;
	if (text.size == 0)
		return 0;
	if (b[0] < 0x80)
		return clausary_ascii_is_blank((char)b[0]);
	if (text.size >= 2 && b[0] == 0xc2 && b[1] == 0xa0)
		return 2;
	return text.size >= 3 && is_wide_blank(b) ? 3 : 0;
}

size_t
clausary_slice_skip_blanks(clausary_slice text, size_t at)
{
	size_t blank;
	while ((blank = clausary_slice_blank(clausary_slice_part(text, at, text.size))) > 0)
		at += blank;
	return at;
}

/* Whether bytes, and the one before them, hold no blanks but single spaces. Without a branch, for
 * the compiler to use vectors. */
static inline bool
is_folded_step(const unsigned char *bytes, int step)
{
	unsigned char bad = 0;
	for (int i = 0; i < step; i++) {
		unsigned char c = bytes[i];
		bad |= (c < ' ') | ((c == ' ') & (bytes[i - 1] == ' ')) | (c == 0xc2)
		       | ((c & 0xfc) == 0xe0) | (c == 0xef);
	}
	return bad == 0;
}

/* The same of any bytes of a text but the first. */
static bool
is_folded_part(clausary_slice text, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		unsigned char c = (unsigned char)text.data[i];
		if (c == ' ' ? text.data[i - 1] == ' '
		             : clausary_may_be_blank(c)
		                       && clausary_slice_blank(
		                               clausary_slice_part(text, i, text.size)))
			return false;
	}
	return true;
}

bool
clausary_slice_is_folded(clausary_slice text)
{
	enum { STEP = 16, STRIDE = 64 };
	const unsigned char *bytes = (const unsigned char *)text.data;
	size_t at = 1;
	if (text.size == 0 || bytes[text.size - 1] == ' ' || clausary_slice_blank(text))
		return false;
	while (at + STEP <= text.size) {
		if (at + STRIDE <= text.size && is_folded_step(bytes + at, STRIDE)) {
			at += STRIDE;
			continue;
		}
		if (!is_folded_step(bytes + at, STEP) && !is_folded_part(text, at, at + STEP))
			return false;
		at += STEP;
	}
	if (text.size > STEP && is_folded_step(bytes + text.size - STEP, STEP))
		return true;
	return is_folded_part(text, at, text.size);
}

size_t
clausary_slice_blank_before(clausary_slice text)
{
	if (text.size == 0)
		return 0;
	const unsigned char *end = (const unsigned char *)text.data + text.size;
	if (end[-1] < 0x80)
		return clausary_ascii_is_blank((char)end[-1]);
	if (text.size >= 2 && end[-2] == 0xc2 && end[-1] == 0xa0)
		return 2;
	return text.size >= 3 && is_wide_blank(end - 3) ? 3 : 0;
}

clausary_slice
clausary_slice_trim_ends(clausary_slice text)
{
	size_t blank;
	while ((blank = clausary_slice_blank(text)) > 0)
		text = clausary_slice_part(text, blank, text.size);
	while ((blank = clausary_slice_blank_before(text)) > 0)
		text.size -= blank;
	return text;
}

size_t
clausary_slice_find(clausary_slice text, clausary_slice part)
{
	if (part.size == 0)
		return 0;
	for (size_t at = 0; at + part.size <= text.size; at++) {
		const char *hit =
		        memchr(text.data + at, part.data[0], text.size - at - part.size + 1);
		if (hit == NULL)
			return SIZE_MAX;
		at = (size_t)(hit - text.data);
		if (memcmp(hit, part.data, part.size) == 0)
			return at;
	}
	return SIZE_MAX;
}

/* The bytes after byte `at`, fewer than eight, and of a longer text some before it again. */
static uint64_t
last_word(clausary_slice text, size_t at)
{
	uint64_t word = 0;
	uint32_t half;
	if (text.size >= 8) {
		memcpy(&word, text.data + text.size - 8, 8);
	} else if (text.size >= 4) {
		memcpy(&half, text.data, 4);
		memcpy(&word, text.data + text.size - 4, 4);
		word = word << 32 | half;
	} else {
		for (; at < text.size; at++)
			word = word << 8 | (unsigned char)text.data[at];
	}
	return word;
}

/* A product carries bits up and never down: what words have in their last bytes is brought down
 * again, or strings that differ there alone would share their low bits. */
static uint64_t
mix(uint64_t hash, uint64_t word)
{
	hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
	return hash ^ hash >> 32;
}

uint64_t
clausary_slice_hash(clausary_slice text)
{
	uint64_t hash = 0xcbf29ce484222325u ^ text.size;
	size_t at = 0;
	for (; at + 8 <= text.size; at += 8) {
		uint64_t word;
		memcpy(&word, text.data + at, 8);
		hash = mix(hash, word);
	}
	if (at < text.size)
		hash = mix(hash, last_word(text, at));
	return mix(hash, 0);
}
