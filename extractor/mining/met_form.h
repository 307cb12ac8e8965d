/* Acronyms met before: most come again and again, and what was found out of one holds for all. */
#ifndef CLAUSARY_MINING_MET_FORM_H
#define CLAUSARY_MINING_MET_FORM_H

#include "mining/mining.h"

struct clausary_met_form {
	uint64_t letters;          /* see clausary_short_form; 0: none was met */
	const clausary_cues *cues; /* by which `none` was told; NULL: it was not yet */
	uint32_t designation;      /* CLAUSARY_NONE: none is known */
	bool none;                 /* no acronym wherever it stands */
};

/** The letters of a form of ASCII that ends in a capital and has up to eight bytes; 0 for others.
 * Eight bytes of `text` are read. */
uint64_t clausary_met_form_letters(clausary_slice text);

/** What is known of a form with these letters. NULL where they are 0, and for the first forms of
 * a text, which may be all. Owner: `mining`, until the next call. */
clausary_met_form *clausary_met_form_of(clausary_mining *mining, uint64_t letters);

#endif
