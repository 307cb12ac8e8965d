/* Definitions of several documents that say the same. */
#ifndef CLAUSARY_VERIFY_REPEATED_H
#define CLAUSARY_VERIFY_REPEATED_H

#include "verify/check.h"

/** Tell `found` of every entry that says, in any form of its words, what an entry of a document
 * before it says (`one`), in the same language and no version of it. */
void clausary_repeated_each(clausary_checking *check,
                            void (*found)(clausary_checking *check,
                                          const clausary_definition_pair *pair));

#endif
