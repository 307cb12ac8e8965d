/* Where a name begins that capitals mark from its first word to its last. */
#ifndef CLAUSARY_MINING_TITLE_NAME_H
#define CLAUSARY_MINING_TITLE_NAME_H

#include "mining/mining.h"

/**
 * The first token of the name that ends at token `last` and that `form` may be short for although
 * its letters are not the initials in their order: the short form is that of another language, or
 * is clipped. CLAUSARY_NONE where there is none, or where the locale has determiners: there
 * noun_group.c finds names without capitals, too.
 */
size_t clausary_title_name_start(const clausary_mining *mining, clausary_slice form, size_t from,
                                 size_t last);

#endif
