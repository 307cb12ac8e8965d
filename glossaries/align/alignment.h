/* The alignment while it is made and when it is done.
 *
 * Versions stand in an order of their own, by language and text, so that nothing depends on the
 * order in which they were given. Clauses of all versions are numbered through: a *node*. */
#ifndef CLAUSARY_ALIGN_ALIGNMENT_H
#define CLAUSARY_ALIGN_ALIGNMENT_H

#include "mining/finding.h"

struct clausary_alignment {
	clausary_arena arena, row_arena;
	const clausary_findings **versions; /* in the order given */
	size_t version_count;
	CLAUSARY_ARRAY(clausary_alignment_row) rows;
	uint32_t **row_of; /* by version as given, by clause */
};

/* Why two clauses are the same. */
typedef enum clausary_reason {
	CLAUSARY_REASON_KEY,
	CLAUSARY_REASON_PLACE,
	CLAUSARY_REASON_OUTLINE,
	CLAUSARY_REASON_ANCHORS,
	CLAUSARY_REASON_WORDS,
	CLAUSARY_REASONS
} clausary_reason;

/* "These two clauses are the same." */
typedef struct clausary_match {
	uint32_t a, b; /* nodes of different versions */
	float confidence;
	uint32_t reason; /* clausary_reason */
} clausary_match;

typedef struct clausary_aligned_version {
	const clausary_findings *findings;
	const clausary_document *document;
	size_t given;          /* its number in the order given */
	uint32_t first, count; /* nodes */
	struct clausary_units *units;
	clausary_map keys; /* of its clauses */
} clausary_aligned_version;

typedef struct clausary_aligner {
	clausary_alignment *alignment;
	clausary_aligned_version *versions;
	size_t version_count;
	uint32_t node_count;
	CLAUSARY_ARRAY(clausary_match) matches;
} clausary_aligner;

/**
 * Match the clauses of two versions. `again`: what all pairs of versions gave before is taken in.
 * Returns whether anything but printed labels had to decide.
 */
bool clausary_align_pair(clausary_aligner *all, size_t one, size_t other, bool again);

/** Make rows of the matches, the surest first: a row holds one clause of a version at most. */
void clausary_align_rows(clausary_aligner *all);

#endif
