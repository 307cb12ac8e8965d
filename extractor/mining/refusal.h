/* Why a form that somebody asks for is no finding. */
#ifndef CLAUSARY_MINING_REFUSAL_H
#define CLAUSARY_MINING_REFUSAL_H

#include "mining/finding.h"

typedef struct clausary_refusal {
	const char *sentence; /* for people, in English */
	uint32_t count;       /* how often the form stands in the text */
	uint32_t clause;      /* of the first place, or CLAUSARY_NONE */
	clausary_span words; /* before a bracket that holds it: those that fit best; may be empty */
	float score, least;  /* how well its letters fit them, and what would do */
} clausary_refusal;

/** Why `form` is in no pair and no definition of the findings. Fails: never. */
clausary_refusal clausary_refusal_of(const clausary_findings *findings, clausary_slice form);

/** Whether two forms are one, case and the shape of dashes and blanks apart. */
bool clausary_refusal_is_same(clausary_slice a, clausary_slice b);

#endif
