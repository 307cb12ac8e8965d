/* First words: which letters a text begins with tells most texts from all of them. */
#include "document/first_words.h"

#include "base/fold.h"
#include "base/utf8.h"
#include "document/pattern.h"

#include <unicode/uchar.h>

static inline bool
is_ascii_letter(char byte)
{
	return clausary_ascii_is_letter(byte) || clausary_ascii_is_digit(byte);
}

/* The bytes of a letter, a digit, or a mark on or beside a letter, beyond ASCII; or 0. */
static size_t
wide_letter_size(clausary_slice text, size_t at)
{
	size_t end = at;
	uint32_t c = clausary_utf8_next(text, &end);
	bool letter = clausary_fold_is_plain(c) || u_isalnum((UChar32)c)
	              || U_GET_GC_MASK((UChar32)c) & U_GC_M_MASK;
	return letter ? end - at : 0;
}

static inline size_t
letter_size(clausary_slice text, size_t at)
{
	if (at >= text.size)
		return 0;
	if ((unsigned char)text.data[at] < 0x80)
		return is_ascii_letter(text.data[at]);
	return wide_letter_size(text, at);
}

size_t
clausary_letter_size(clausary_slice text, size_t at)
{
	return letter_size(text, at);
}

static bool
begins_square(clausary_slice text, size_t *end)
{
	*end = 0;
	return text.size && (unsigned char)text.data[0] >= 0x80
	       && clausary_utf8_is_square(clausary_utf8_next(text, end));
}

clausary_slice
clausary_first_letters(clausary_slice text)
{
	size_t end, size;
	if (begins_square(text, &end))
		return clausary_slice_part(text, 0, end);
	end = 0;
	while ((size = letter_size(text, end)) > 0)
		end += size;
	return clausary_slice_part(text, 0, end);
}

enum { BITS = 1024, FIRST_PRESENTATION_FORM = 0xfb50, LETTERS = 3 };

static inline uint32_t
add_letter(uint32_t head, uint32_t letter)
{
	return head << 7 ^ letter;
}

/* The number of a word's bit, by its first three letters without case and marks; BITS where a
 * character may stand for several letters. */
static unsigned
bit_of(clausary_slice text)
{
	uint32_t head = 0;
	size_t at = 0, letters = 0, end;
	for (; letters < LETTERS && at < text.size && is_ascii_letter(text.data[at]); letters++)
		head = add_letter(head, (unsigned char)clausary_ascii_lower(text.data[at++]));
	bool square = at == 0 && begins_square(text, &end);
	while (letters < LETTERS && letter_size(text, at) > 0) {
		uint32_t c = clausary_fold_next(text, &at, CLAUSARY_PATTERN_FOLDING);
		if (c >= FIRST_PRESENTATION_FORM)
			return BITS;
		if (c == 0) /* a mark on the letter before it */
			continue;
		head = add_letter(head, c);
		letters++;
		if (square)
			break;
	}
	return (head * 0x9e3779b1u) >> 22;
}

void
clausary_first_words_add(clausary_first_words *to, clausary_slice word, uint32_t value)
{
	unsigned bit = bit_of(word);
	to->none |= word.size == 0 || bit == BITS;
	if (bit < BITS)
		to->bits[bit / 64] |= (uint64_t)1 << bit % 64;
	clausary_map_put(&to->words, word, value);
}

bool
clausary_first_words_may(const clausary_first_words *words, clausary_slice text)
{
	unsigned bit = words->none ? BITS : bit_of(text);
	return bit == BITS || words->bits[bit / 64] >> bit % 64 & 1;
}
