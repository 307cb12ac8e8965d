/* Views of bytes: compare, trim, find. Nothing here allocates. */
#ifndef CLAUSARY_BASE_SLICE_H
#define CLAUSARY_BASE_SLICE_H

#include "clausary.h"

#include <stdbool.h>
#include <string.h>

/** A slice of a string literal. */
#define CLAUSARY_SLICE(literal) ((clausary_slice){"" literal, sizeof(literal) - 1})

/** A slice of a NUL-terminated string; NULL gives the empty slice. Owner: the string. */
static inline clausary_slice
clausary_slice_of(const char *string)
{
	return (clausary_slice){string ? string : "", string ? strlen(string) : 0};
}

static inline bool
clausary_slice_equal(clausary_slice a, clausary_slice b)
{
	return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/** The same, without a call where both are of 4 to 16 bytes, as most names and values are. */
static inline bool
clausary_slice_equal_short(clausary_slice a, clausary_slice b)
{
	uint64_t left, right, left_end, right_end;
	uint32_t half, other, half_end, other_end;
	if (a.size != b.size)
		return false;
	if (a.size >= 8 && a.size <= 16) {
		memcpy(&left, a.data, 8);
		memcpy(&right, b.data, 8);
		memcpy(&left_end, a.data + a.size - 8, 8);
		memcpy(&right_end, b.data + b.size - 8, 8);
		return ((left ^ right) | (left_end ^ right_end)) == 0;
	}
	if (a.size >= 4 && a.size < 8) {
		memcpy(&half, a.data, 4);
		memcpy(&other, b.data, 4);
		memcpy(&half_end, a.data + a.size - 4, 4);
		memcpy(&other_end, b.data + b.size - 4, 4);
		return ((half ^ other) | (half_end ^ other_end)) == 0;
	}
	return clausary_slice_equal(a, b);
}

/** Bytes `start` to `end` of `text`, which may be of no address when it is empty: C adds not even
 * nothing to that. */
static inline clausary_slice
clausary_slice_part(clausary_slice text, size_t start, size_t end)
{
	return (clausary_slice){start ? text.data + start : text.data, end - start};
}

/** A slice of a span of `text`. */
static inline clausary_slice
clausary_slice_span(clausary_slice text, clausary_span span)
{
	return clausary_slice_part(text, span.start, span.end);
}

static inline bool
clausary_ascii_is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
clausary_ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
clausary_ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
clausary_ascii_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
clausary_ascii_is_letter(char c)
{
	return clausary_ascii_is_lower((char)(c | 0x20));
}

static inline char
clausary_ascii_lower(char c)
{
	return clausary_ascii_is_upper(c) ? (char)(c + 32) : c;
}

/** Whether `text` starts with `prefix`. */
static inline bool
clausary_slice_starts(clausary_slice text, clausary_slice prefix)
{
	return text.size >= prefix.size
	       && (prefix.size == 0
	           || (text.data[0] == prefix.data[0]
	               && memcmp(text.data, prefix.data, prefix.size) == 0));
}

/** Whether `text` ends with `suffix`. */
static inline bool
clausary_slice_ends(clausary_slice text, clausary_slice suffix)
{
	return text.size >= suffix.size
	       && (suffix.size == 0
	           || (text.data[text.size - 1] == suffix.data[suffix.size - 1]
	               && memcmp(text.data + text.size - suffix.size, suffix.data, suffix.size)
	                          == 0));
}

/** Whether both, of one size, are the same with ASCII letters compared without case. */
bool clausary_slice_same_letters(clausary_slice a, clausary_slice b);

/** Whether both are the same with ASCII letters compared without case. */
static inline bool
clausary_slice_equal_ascii(clausary_slice a, clausary_slice b)
{
	return a.size == b.size && (a.size == 0 || ((a.data[0] ^ b.data[0]) & ~0x20) == 0)
	       && clausary_slice_same_letters(a, b);
}

/** Byte order, shorter first when one starts with the other: for qsort(). */
int clausary_slice_compare(clausary_slice a, clausary_slice b);

/**
 * The number of bytes of the blank that `text` starts with, or 0: ASCII blanks and the Unicode
 * spaces U+00A0, U+1680, U+2000-200B, U+2028, U+2029, U+202F, U+205F, U+3000 and U+FEFF.
 */
size_t clausary_slice_blank(clausary_slice text);

/** Whether a blank may begin with a byte: those of ASCII, and the first bytes of all others. */
static inline bool
clausary_may_be_blank(unsigned char c)
{
	return c <= ' ' || c == 0xc2 || (c >= 0xe1 && c <= 0xe3) || c == 0xef;
}

/** The first byte of `text` from `at` on that begins no blank; its size where none is left. */
size_t clausary_slice_skip_blanks(clausary_slice text, size_t at);

/** Whether `text` is what clausary_buffer_add_folded() would make of it: not empty, its only blanks
 * single spaces between words. */
bool clausary_slice_is_folded(clausary_slice text);

/** Like clausary_slice_blank() for the end of `text`. */
size_t clausary_slice_blank_before(clausary_slice text);

/** The same as clausary_slice_trim(), for text that may have blanks at its ends. */
clausary_slice clausary_slice_trim_ends(clausary_slice text);

/** `text` without blanks at either end. */
static inline clausary_slice
clausary_slice_trim(clausary_slice text)
{
	/* Nearly all text begins with no blank, and ends in ASCII or in a letter of two bytes. */
	if (text.size < 2 || clausary_may_be_blank((unsigned char)text.data[0]))
		return clausary_slice_trim_ends(text);
	unsigned char last = (unsigned char)text.data[text.size - 1];
	unsigned char before = (unsigned char)text.data[text.size - 2];
	if (last < 0x80 ? last > ' ' : before >= 0xc3 && before < 0xe0)
		return text;
	return clausary_slice_trim_ends(text);
}

/** Where `part` first stands in `text`, in bytes, or SIZE_MAX. */
size_t clausary_slice_find(clausary_slice text, clausary_slice part);

/** A 64-bit hash of the bytes; the same on every machine and in every run. */
uint64_t clausary_slice_hash(clausary_slice text);

#endif
