/* How the terms that one language version defines are called in another, entry by entry. */
#ifndef CLAUSARY_VERIFY_RENDERINGS_H
#define CLAUSARY_VERIFY_RENDERINGS_H

#include "verify/check.h"

/** Tell `found` of every entry (`pair`) whose term the version of `pair->one` defined in an entry
 * before (`before`), and which the other version calls otherwise than there: forms of the same
 * words are one term. Every two versions are looked at from both sides. */
void clausary_renderings_each(clausary_checking *check, const clausary_versions *versions,
                              void (*found)(clausary_checking *check,
                                            const clausary_versions *versions,
                                            const clausary_definition_pair *pair,
                                            const clausary_definition_pair *before));

/** Whether both entries of `pair->one` say the same: then it is one concept. */
bool clausary_renderings_are_one(const clausary_definition_pair *pair,
                                 const clausary_definition_pair *before);

#endif
