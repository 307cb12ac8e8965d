/* Brackets and quotes: where finders of joined forms and of quoted terms begin. */
#ifndef CLAUSARY_MINING_OPENER_H
#define CLAUSARY_MINING_OPENER_H

#include "mining/mining.h"

/** Collect token `at`, a mark, if it opens a bracket or a quote. A mark that both opens and closes
 * is taken wherever it stands. */
void clausary_opener_read(clausary_mining *mining, uint32_t passage, size_t at);

/** Whether token `index` is a closing bracket. */
static inline bool
clausary_opener_is_close(const clausary_mining *mining, size_t index)
{
	char mark = clausary_mining_mark(mining, index);
	return mark == ')' || mark == ']';
}

/** Whether `mark` closes what `open` opens: languages differ in what closes the same quote. */
bool clausary_opener_closes(clausary_slice open, clausary_slice mark);

/** Whether token `at` is a quote that closes in most languages and opens here: a blank stands
 * before it and none after it. */
bool clausary_opener_is_twin(const clausary_mining *mining, size_t at);

/** Whether `mark` opens a bracket or a quote, and which of both. */
bool clausary_opener_opens(clausary_slice mark, bool *bracket);

#endif
