/* UTF-8: check, repair, decode. */
#ifndef CLAUSARY_BASE_UTF8_H
#define CLAUSARY_BASE_UTF8_H

#include "base/buffer.h"

/** The first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7), or
 * `text.size`. */
size_t clausary_utf8_check(clausary_slice text);

/** The same for the code points that begin between two bytes, of which the first must begin one:
 * where the last of them ends, or the first byte under `to` that does not belong. */
size_t clausary_utf8_check_part(clausary_slice text, size_t from, size_t to);

/** Add `text` to `to` with every ill-formed sequence replaced by U+FFFD; returns how many were
 * replaced. */
size_t clausary_utf8_repair(clausary_buffer *to, clausary_slice text);

/** The same as clausary_utf8_next(), for code points of any length. */
uint32_t clausary_utf8_next_long(clausary_slice text, size_t *at);

/**
 * The code point that starts at byte `*at` of well-formed `text`; `*at` moves past it. Fails:
 * returns U+FFFD and moves one byte where the text is ill-formed or cut.
 */
static inline uint32_t
clausary_utf8_next(clausary_slice text, size_t *at)
{
	const unsigned char *bytes = (const unsigned char *)text.data + *at;
	if (bytes[0] < 0x80) {
		++*at;
		return bytes[0];
	}
	if (bytes[0] >= 0xc2 && bytes[0] < 0xe0 && *at + 1 < text.size
	    && (bytes[1] & 0xc0) == 0x80) {
		*at += 2;
		return (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu);
	}
	return clausary_utf8_next_long(text, at);
}

/** The same as clausary_utf8_previous(), for code points of any length. */
uint32_t clausary_utf8_previous_long(clausary_slice text, size_t *at);

/** The code point that ends at byte `*at`; `*at` moves to its start. */
static inline uint32_t
clausary_utf8_previous(clausary_slice text, size_t *at)
{
	const unsigned char *end = (const unsigned char *)text.data + *at;
	if (end[-1] < 0x80) {
		--*at;
		return end[-1];
	}
	if (*at >= 2 && end[-1] < 0xc0 && end[-2] >= 0xc2 && end[-2] < 0xe0) {
		*at -= 2;
		return (end[-2] & 0x1fu) << 6 | (end[-1] & 0x3fu);
	}
	return clausary_utf8_previous_long(text, at);
}

/** The start of the code point that byte `at` of well-formed `text` belongs to; `at` may be the
 * end. */
size_t clausary_utf8_start(clausary_slice text, size_t at);

void clausary_utf8_add(clausary_buffer *to, uint32_t code_point);

/** Whether a letter fills a square: Han, Kana, Hangul. Titles in such letters are spaced out, so a
 * blank between two of them means nothing. */
bool clausary_utf8_is_square(uint32_t code_point);

/** Whether a character is one of a word: a letter, a mark upon it, or a digit; square ones are
 * words of their own. */
bool clausary_utf8_is_wide_word(uint32_t code_point);
static inline bool
clausary_utf8_is_word(uint32_t code_point)
{
	if (code_point >= 0x80)
		return clausary_utf8_is_wide_word(code_point);
	return clausary_ascii_is_letter((char)code_point)
	       || clausary_ascii_is_digit((char)code_point);
}

/** Whether a letter is of a script without blanks between words: Han, Kana, Thai, Khmer and their
 * like, not Hangul. A word may begin and end anywhere among them. */
bool clausary_utf8_is_unspaced(uint32_t code_point);

/** The number of bytes of ASCII that `text` begins with. */
size_t clausary_utf8_ascii(clausary_slice text);

/** The number of code points of well-formed `text`. */
size_t clausary_utf8_count(clausary_slice text);

#endif
