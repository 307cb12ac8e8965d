/** Work on termbases: merge, select for one document, compare, update. */
#ifndef CLAUSARY_MERGE_H
#define CLAUSARY_MERGE_H

#include "termbase.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # Merging termbases */

/** Two values of one field that merged entries have: both are kept. Every slice lives only during
 * the call of the sink. */
typedef struct clausary_merge_conflict {
	clausary_slice entry;    /**< the id */
	const char *field;       /**< "definition", "administrativeStatus", … */
	clausary_slice language; /**< of the section; empty for the entry itself */
	clausary_slice values[2];
} clausary_merge_conflict;

/** Receives conflicts in the order of the entries; `payload` is the one given with it. */
typedef void (*clausary_merge_sink)(void *payload, const clausary_merge_conflict *conflict);

/** Options of clausary_termbase_merge(); zeros are the defaults. */
typedef struct clausary_merge_options {
	int careful; /**< nonzero: two single words shared in two languages join nothing */
	clausary_merge_sink conflict; /**< or NULL */
	void *payload;
} clausary_merge_options;

/**
 * Make one termbase of several. Entries become one by evidence: the same id and a term, and where
 * the id was made of a clause the same document too; the same definition and a term, the same short
 * form with its full form, terms shared in two languages, a term at the same clause of the same
 * source, and in different languages the same numbered clause of versions of one document, told by
 * its number and the names of the files; never by one word alone. Nothing is dropped: what entries
 * say differently stands side by side, and is told.
 *
 * Entries and all in them stand in canonical order, so that any order and any grouping of the same
 * termbases gives the same result. Ids are kept; of several an entry has the smallest, and notes
 * tell the others; where two entries would have one, a hash of what they say tells them apart. Ids
 * of terms are made anew, for those that something points at.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); it owns `inputs` from now on, which
 * must not be used any more.
 * Fails: never.
 */
CLAUSARY_API clausary_status clausary_termbase_merge(clausary_termbase **out,
                                                     clausary_context *context,
                                                     clausary_termbase *const *inputs, size_t count,
                                                     const clausary_merge_options *options);

/** # A glossary for one document */

/** Options of clausary_termbase_select(); zeros are the defaults. */
typedef struct clausary_select_options {
	/** keys of clauses, "annex-B,3.2": only what occurs in them or below them counts */
	const char *clauses;
	const char *languages; /**< "en,fr": the others are left out of the entries */
} clausary_select_options;

/**
 * Keep of a termbase the entries that occur in a document, in the order in which they do: what its
 * translator needs. Terms are found in whatever form they stand, plurals and cases, with what is
 * joined to the front of them, with a hyphen for a blank. Each entry says in a remark how often it
 * occurs and in which clauses. The termbase is changed; nothing may be added to it afterwards.
 *
 * Fails: CLAUSARY_ELOCALE no data for the document's language; the termbase is as it was.
 */
CLAUSARY_API clausary_status clausary_termbase_select(clausary_termbase *termbase,
                                                      clausary_context *context,
                                                      const clausary_findings *findings,
                                                      const clausary_select_options *options);

/** # Comparing termbases, and keeping what people decide */

/** What a change is. */
typedef enum clausary_change_kind {
	CLAUSARY_CHANGE_ENTRY_ADDED,
	CLAUSARY_CHANGE_ENTRY_REMOVED,
	CLAUSARY_CHANGE_ENTRY_WITHDRAWN, /**< it is marked as withdrawn */
	CLAUSARY_CHANGE_WITHDRAWN,       /**< a term of it is; `after` is the note that says so */
	CLAUSARY_CHANGE_ADDED,
	CLAUSARY_CHANGE_REMOVED,
	CLAUSARY_CHANGE_VALUE,  /**< one value of a field became another */
	CLAUSARY_CHANGE_MOVED,  /**< a source names another clause */
	CLAUSARY_CHANGE_EDITION /**< a source names the same clause of another document or edition
	                         */
} clausary_change_kind;

/** Something that one termbase says and the other does not. Every slice lives only during the call
 * of the sink. */
typedef struct clausary_change {
	clausary_change_kind kind;
	clausary_slice entry; /**< its id in the second termbase; in the first where it is gone */
	clausary_slice language; /**< empty: of the entry */
	clausary_slice term;     /**< its form; empty: of the language, or of the entry */
	clausary_slice field;    /**< "definition", "source", a data category */
	clausary_slice before, after;
	clausary_slice from, to; /**< of a move, or another edition: the clauses in the sources */
} clausary_change;

/** Receives changes, entry by entry; `payload` is the one given with it. */
typedef void (*clausary_change_sink)(void *payload, const clausary_change *change);

/**
 * Tell what two termbases say differently. Entries are matched by the evidence that would merge
 * them, not by their ids. Both termbases are brought into the form that a file of them has.
 *
 * Fails: never.
 */
CLAUSARY_API clausary_status clausary_termbase_compare(clausary_context *context,
                                                       clausary_termbase *before,
                                                       clausary_termbase *after,
                                                       clausary_change_sink sink, void *payload);

/** Options of clausary_termbase_update(); zeros are the defaults. */
typedef struct clausary_update_options {
	/** identifier or file of the document of which the run has read a new edition, where the
	 * termbase cites several; NULL: the one that has the same number, or the only one */
	const char *replaces;
	/** not NULL: receives what the run made, with what the update has withdrawn: the `last` of
	 * the next update. Owner: the caller, who frees it before `*out`, whose texts it has */
	clausary_termbase **generated;
	clausary_merge_sink conflict; /**< or NULL */
	clausary_change_sink change;  /**< is told what became of `mine`; or NULL */
	void *payload;
} clausary_update_options;

/** What an update did, in numbers of entries and of decisions. */
typedef struct clausary_update_counts {
	uint32_t added;     /**< entries that only the new run has */
	uint32_t changed;   /**< entries that say something else than before */
	uint32_t moved;     /**< entries of which a source names another clause */
	uint32_t withdrawn; /**< entries that the run has not any more: kept, and marked */
	uint32_t rejected;  /**< entries that a person took out, and that stay out */
	uint32_t kept;      /**< values that a person added, changed or took out */
	uint32_t conflicts;
} clausary_update_counts;

/**
 * Bring a new run into a termbase that people have worked on: `last` is what the last run wrote,
 * `mine` what people made of it, `run` what the new run wrote. What a person added or changed
 * stays, what a person took out stays out, everything else is as the new run says. Where it says
 * something new of a field that a person changed, the person's value stands, and
 * `options->conflict` is told both; of definitions both are kept, and of notes and terms, where
 * both have changed one. Entries keep the ids and the order of `mine`; new ones follow.
 *
 * `last` may be NULL. Then only what a run alone writes is taken for one's work: sources in the
 * documents that it read, and remarks. All else that the new run does not say stays as a person's,
 * and a definition that it says otherwise is a conflict.
 *
 * Of a termbase that lists several documents, only what those say of which the run has read a new
 * edition changes. An entry that these have no more gets the note "withdrawn: EDITION", its terms
 * without a status are superseded; so does a term of an entry that stays. When a later run has it
 * again, both go; where a person takes the note out, it stays out.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); it owns the termbases given from now
 * on. Fails: never.
 */
CLAUSARY_API clausary_status
clausary_termbase_update(clausary_termbase **out, clausary_context *context,
                         clausary_termbase *last, clausary_termbase *mine, clausary_termbase *run,
                         const clausary_update_options *options, clausary_update_counts *counts);

#ifdef __cplusplus
}
#endif

#endif
