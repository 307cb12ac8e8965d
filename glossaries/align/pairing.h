/* Two versions held against each other: how much speaks for it that two units are the same, and
 * which are, when order counts and when it does not. */
#ifndef CLAUSARY_ALIGN_PAIRING_H
#define CLAUSARY_ALIGN_PAIRING_H

#include "align/unit.h"

/* A word and what it may mean in the other version. */
typedef struct clausary_meaning {
	uint32_t word;     /* of the other version */
	uint32_t together; /* matched units in which both stand */
} clausary_meaning;

enum { CLAUSARY_MEANINGS = 4 };

/* What matched units teach of the words of two versions. */
typedef struct clausary_lexicon {
	clausary_meaning (*meanings)[CLAUSARY_MEANINGS]; /* by word, `together` 0 for none */
	uint32_t *seen[2]; /* by word of each version: matched units in which it stands */
} clausary_lexicon;

/* How the likeness of a family is distributed: among units that are the same, and any two. */
typedef struct clausary_likeness {
	float same, any, spread;
	bool known; /* enough matched units to tell `same` */
} clausary_likeness;

typedef struct clausary_pairing {
	const clausary_aligned_version *versions[2];
	const clausary_units *units[2];
	uint32_t *partner[2]; /* by unit: the unit it was matched with, or CLAUSARY_NONE */
	size_t matched;
	uint32_t *series[2]; /* by unit: the series of its label, where all labels of that are
	                        trusted, or CLAUSARY_NONE */
	clausary_lexicon lexicon;
	clausary_likeness likeness[CLAUSARY_FAMILIES];
	float length_ratio, length_spread;
	float *anchor_total[2]; /* by unit: the weight of its anchors that the other version has */
	/* of the row being scored, by unit of the second version */
	float *sums[CLAUSARY_FAMILIES + 1]; /* words both ways */
	float *best;                        /* how surely a unit has the word being asked about */
} clausary_pairing;

/* How much speaks for a pair, as logarithm of odds, and what most. */
typedef struct clausary_score {
	float total;
	float said;      /* of the total, what stands there says, whatever its label */
	uint32_t reason; /* clausary_reason */
} clausary_score;

/** Begin; `partner` holds what is known of matches. Owner: caller calls clausary_pairing_finish().
 */
void clausary_pairing_start(clausary_pairing *pairing, const clausary_aligned_version *one,
                            const clausary_aligned_version *other);

/** Take in the partners: learn words, and how alike matched units are. */
void clausary_pairing_learn(clausary_pairing *pairing);

/**
 * By unit of the first version, the unit of the second one with the same printed label, or
 * CLAUSARY_NONE; never crossing. `fixed` has none where one version seems to be numbered anew.
 */
void clausary_pairing_fix(clausary_pairing *pairing, uint32_t *fixed, uint32_t *labels);

/** Score a unit of the first version against units `low` to `high` of the second. */
void clausary_pairing_score(clausary_pairing *pairing, uint32_t unit, uint32_t low, uint32_t high,
                            clausary_score *scores);

void clausary_pairing_finish(clausary_pairing *pairing);

/** Learn what words mean from matched units, and forget it. */
void clausary_lexicon_learn(clausary_lexicon *lexicon, const clausary_pairing *pairing);
void clausary_lexicon_finish(clausary_lexicon *lexicon);

/** How sure it is that a word means another, 0 to 1; `own` where the units asked about are among
 * those the lexicon was learnt from: they do not speak for themselves. */
float clausary_lexicon_sure(const clausary_lexicon *lexicon, uint32_t word,
                            const clausary_meaning *meaning, bool own);

/* A stretch of units of each version, to be matched with each other. */
typedef struct clausary_stretch {
	const uint32_t *units[2];
	size_t count[2];
} clausary_stretch;

/* What a stretch is told by: units matched, how surely and why. */
typedef void (*clausary_matched)(void *payload, uint32_t one, uint32_t other, float confidence,
                                 uint32_t reason);

/** Match units in the order in which they stand. */
void clausary_match_in_order(clausary_pairing *pairing, const clausary_stretch *stretch,
                             clausary_matched matched, void *payload);

/** Match units whose order says nothing. */
void clausary_match_unordered(clausary_pairing *pairing, const clausary_stretch *stretch,
                              clausary_matched matched, void *payload);

#endif
