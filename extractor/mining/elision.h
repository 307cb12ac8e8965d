/* Words that lean on the next one with an apostrophe: the "l'" of "l'Union". */
#ifndef CLAUSARY_MINING_ELISION_H
#define CLAUSARY_MINING_ELISION_H

#include "mining/mining.h"

/** Make two tokens of every elided word and the word it leans on, from token `first` on. */
void clausary_elision_split(clausary_mining *mining, size_t first);

#endif
