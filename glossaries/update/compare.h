/* What two states of one entry say differently. */
#ifndef CLAUSARY_UPDATE_COMPARE_H
#define CLAUSARY_UPDATE_COMPARE_H

#include "update/fact.h"

/* Who is told. */
typedef struct clausary_comparing {
	clausary_change_sink sink; /* or NULL */
	void *payload;
	clausary_slice entry;    /* its id */
	uint32_t changed, moved; /* changes told, those of place alone apart */
} clausary_comparing;

/** Tell what facts that are sorted say differently. */
void clausary_compare_facts(clausary_comparing *comparing, const clausary_facts *before,
                            const clausary_facts *after);

/** Tell that an entry is new, gone or withdrawn: `concept` is what there is of it. */
void clausary_compare_entry(clausary_comparing *comparing, clausary_change_kind kind,
                            const clausary_concept *concept);

#endif
