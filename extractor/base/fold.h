/* Folding: text made comparable. Surface forms are never folded; only keys are. */
#ifndef CLAUSARY_BASE_FOLD_H
#define CLAUSARY_BASE_FOLD_H

#include "base/buffer.h"
#include "base/utf8.h"

/* Always: every run of blanks becomes one space, none at the ends; all dashes U+2010-2015, U+2212,
 * U+FE58, U+FE63 and U+FF0D become "-"; soft hyphens, zero-width and bidi marks go; typographic
 * apostrophes become "'"; full-width forms U+FF01-FF5E and Arabic digits become ASCII; Arabic
 * presentation forms become letters. */

/* Letters compare without case (Unicode simple case folding), and without what their writers leave
 * out or exchange: Arabic vowel marks, kashida, alef with hamza, final yeh, teh marbuta; Cyrillic
 * io.
 */
#define CLAUSARY_FOLD_CASE 1u
/* And without their marks: "é" as "e", vowel signs gone. */
#define CLAUSARY_FOLD_MARKS 2u
/* And no blank is left between two square letters: titles in them are spaced out. */
#define CLAUSARY_FOLD_SPACING 4u

/** Add the folded `text`, well-formed UTF-8, to `to`. */
void clausary_fold(clausary_buffer *to, clausary_slice text, unsigned how);

/** The same as clausary_fold_next(), for code points beyond ASCII. */
uint32_t clausary_fold_next_wide(clausary_slice text, size_t *at, unsigned how);

/** Whether a letter of Russian or Arabic folds to itself but for case, without a question to ICU:
 * not io, short i, or an alef or yeh that is written in several ways. */
static inline bool
clausary_fold_is_plain(uint32_t c)
{
	bool russian = c >= 0x410 && c <= 0x44f && c != 0x419 && c != 0x439;
	bool arabic = c >= 0x627 && c <= 0x64a && c != 0x629 && c != 0x640 && c != 0x649;
	return russian || arabic;
}

/** The next code point of `text` from byte `*at` on, folded, and `*at` after it: U+0020 for a
 * blank, 0 for what goes. */
static inline uint32_t
clausary_fold_next(clausary_slice text, size_t *at, unsigned how)
{
	uint32_t c = (unsigned char)text.data[*at];
	if (c >= 0x80) {
		size_t next = *at;
		c = clausary_utf8_next(text, &next);
		if (!clausary_fold_is_plain(c))
			return clausary_fold_next_wide(text, at, how);
		*at = next;
		return how & CLAUSARY_FOLD_CASE && c < 0x430 ? c + 0x20 : c;
	}
	++*at;
	if (clausary_ascii_is_blank((char)c))
		return ' ';
	return how & CLAUSARY_FOLD_CASE ? (unsigned char)clausary_ascii_lower((char)c) : c;
}

/** The same as clausary_fold_mark(), for code points beyond ASCII. */
char clausary_fold_mark_wide(uint32_t code_point);

/** The character of ASCII that does what a code point does: "," for U+FF0C, U+3001 and U+060C, ";"
 * for U+FF1B and U+061B, "." for U+3002, its half-width form for any full-width one; itself for
 * ASCII, else 0. */
static inline char
clausary_fold_mark(uint32_t code_point)
{
	enum { FIRST_BEYOND_ASCII = 0x60c };
	if (code_point < FIRST_BEYOND_ASCII)
		return code_point < 0x80 ? (char)code_point : '\0';
	return clausary_fold_mark_wide(code_point);
}

/** clausary_fold_mark() of the last character of `text`. */
char clausary_fold_end(clausary_slice text);

/** Whether the letters of both are the same without case, as CLAUSARY_FOLD_CASE has it, code point
 * by code point. */
bool clausary_fold_same_letter(uint32_t a, uint32_t b);

#endif
