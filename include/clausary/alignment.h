/** Alignment: language versions of one document, clause by clause. */
#ifndef CLAUSARY_ALIGNMENT_H
#define CLAUSARY_ALIGNMENT_H

#include "findings.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Language versions of one document */

typedef struct clausary_alignment clausary_alignment;

/**
 * Tell from their content which documents are language versions of one: languages differ, number
 * and year of the identifier are the same where there is one, outline, numerals, citations and
 * acronyms agree. Names of files say nothing.
 *
 * `groups[i]` becomes the number of the group of `findings[i]`; groups are numbered from 0 in the
 * order in which their first document stands. A document without other versions is a group of its
 * own; no group holds two documents in one language.
 *
 * Owner: the caller's array of `count` numbers.
 * Fails: CLAUSARY_ELOCALE no data for the language of a document.
 */
CLAUSARY_API clausary_status clausary_group_versions(clausary_context *context,
                                                     const clausary_findings *const *findings,
                                                     size_t count, uint32_t *groups);

/** One clause in every version that has it. */
typedef struct clausary_alignment_row {
	const uint32_t *clauses; /**< for each version, in the order given: the index of its clause,
	                            or CLAUSARY_NONE */
	uint32_t count;          /**< how many versions have it; 1: no counterpart was found */
	const char *reason;      /**< "key", "outline", …: see clausary_align() */
	float confidence;        /**< 0 to 1; 0 where there is no counterpart */
} clausary_alignment_row;

/**
 * Line up the clauses of language versions of one document, whatever their languages. Every clause
 * of every version stands in exactly one row. No version is the pivot: the rows do not depend on
 * the order of the versions, except for the order of the numbers in `clauses`.
 *
 * Reasons: "key" the printed labels are the same, "place" only the place in the outline is,
 * "outline" the clauses around it match, "anchors" numerals, citations and names agree, "words"
 * words agree as they do in matched clauses, "alone" no counterpart.
 *
 * Owner: caller frees `*out` with clausary_alignment_free(); the findings must outlive it.
 * Fails: CLAUSARY_EUSAGE no version, or more than the limit VERSIONS.
 */
CLAUSARY_API clausary_status clausary_align(clausary_alignment **out, clausary_context *context,
                                            const clausary_findings *const *versions, size_t count);

/** Free an alignment; NULL is allowed. */
CLAUSARY_API void clausary_alignment_free(clausary_alignment *alignment);

/** The versions, in the order given. Owner: the alignment. Fails: never. */
CLAUSARY_API const clausary_findings *const *
clausary_alignment_versions(const clausary_alignment *alignment, size_t *count);

/** The rows in document order. Owner: the alignment. Fails: never. */
CLAUSARY_API const clausary_alignment_row *
clausary_alignment_rows(const clausary_alignment *alignment, size_t *count);

/** The index of the row in which a clause of a version stands. Fails: CLAUSARY_NONE: no such
 * version or clause. */
CLAUSARY_API uint32_t clausary_alignment_row_of(const clausary_alignment *alignment, size_t version,
                                                uint32_t clause);

#ifdef __cplusplus
}
#endif

#endif
