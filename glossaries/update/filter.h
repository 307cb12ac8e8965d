/* Taking facts out of an entry. */
#ifndef CLAUSARY_UPDATE_FILTER_H
#define CLAUSARY_UPDATE_FILTER_H

#include "update/fact.h"

/** Whether a fact is in a sorted set. */
bool clausary_facts_have(const clausary_facts *facts, const clausary_fact *fact);

/** Take out of `concept` what is in the set `facts`, or, with `keep`, what is not. Sections and
 * terms of which nothing is left go too. */
void clausary_concept_filter(clausary_concept *concept, const clausary_facts *facts, bool keep);

#endif
