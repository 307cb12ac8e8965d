/* Letters of Latin and Cyrillic that look the same: typists and scanners exchange them. */
#ifndef CLAUSARY_BASE_LOOKALIKE_H
#define CLAUSARY_BASE_LOOKALIKE_H

#include "base/buffer.h"

#include <stdint.h>

/** The Latin letter that looks like a Cyrillic one, or 0. */
uint32_t clausary_lookalike_latin(uint32_t cyrillic);

/** The Cyrillic letter that looks like a Latin one, or 0. */
uint32_t clausary_lookalike_cyrillic(uint32_t latin);

/**
 * Add `form` to `to`, its letters made of one script where those that look alike allow it: a Latin
 * "T" after a hyphen becomes Cyrillic when what stands before the hyphen is, an "R" stays. Returns
 * whether the form holds letters of both scripts.
 */
bool clausary_lookalike_unify(clausary_buffer *to, clausary_slice form);

#endif
