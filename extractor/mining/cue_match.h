/* Cues held against the text. */
#ifndef CLAUSARY_MINING_CUE_MATCH_H
#define CLAUSARY_MINING_CUE_MATCH_H

#include "mining/mining.h"

/** The token after the folded `words` where they begin at token `at` and end before token `end`; 0
 * where they do not. */
size_t clausary_cue_after(const clausary_mining *mining, clausary_slice words, size_t at,
                          size_t end);

/** Whether one of the cues with these beginnings may begin at token `at`: two letters tell most
 * text from all cues at once. */
bool clausary_cue_may_begin(const clausary_mining *mining, const clausary_beginnings *beginnings,
                            size_t at);

/** The token that the folded `words` begin with where they end right before token `at` and begin at
 * token `start` or later; CLAUSARY_NONE where they do not. */
size_t clausary_cue_before(const clausary_mining *mining, clausary_slice words, size_t at,
                           size_t start);

/** The token after the words between a term and its definition ("means") that begin at token `at`,
 * or 0. */
size_t clausary_cue_defines(const clausary_mining *mining, size_t at, size_t end);

#endif
