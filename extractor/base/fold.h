/* Folding: text made comparable. Surface forms are never folded; only keys are. */
#ifndef CLAUSARY_BASE_FOLD_H
#define CLAUSARY_BASE_FOLD_H

#include "base/buffer.h"

/* Always: every run of blanks becomes one space, none at the ends; all dashes U+2010-2015, U+2212,
 * U+FE58, U+FE63 and U+FF0D become "-"; soft hyphens, zero-width and bidi marks go; typographic
 * apostrophes become
 * "'"; full-width forms U+FF01-FF5E become ASCII. */
#define CLAUSARY_FOLD_CASE 1u /* and letters compare without case (Unicode simple case folding) */

/** Add the folded `text`, well-formed UTF-8, to `to`. */
void clausary_fold(clausary_buffer *to, clausary_slice text, unsigned how);

/** Whether the letters of both are the same without case, as CLAUSARY_FOLD_CASE has it, code point
 * by code point. */
bool clausary_fold_same_letter(uint32_t a, uint32_t b);

#endif
