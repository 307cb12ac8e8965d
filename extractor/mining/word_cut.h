/* Words that ICU keeps together and languages do not: the "l'" of "l'Union", a Latin acronym right
 * after an Arabic word. */
#ifndef CLAUSARY_MINING_WORD_CUT_H
#define CLAUSARY_MINING_WORD_CUT_H

#include "mining/mining.h"

/** Make tokens of the pieces of every such word, from token `first` on. */
void clausary_word_cut(clausary_mining *mining, size_t first);

#endif
