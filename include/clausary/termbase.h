/** Termbases: made from findings, or read from files of others. */
#ifndef CLAUSARY_TERMBASE_H
#define CLAUSARY_TERMBASE_H

#include "alignment.h"

#ifdef __cplusplus
extern "C" {
#endif

/** # The termbase */

typedef struct clausary_termbase clausary_termbase;

/** Options of clausary_termbase_new(); zeros are the defaults. */
typedef struct clausary_termbase_options {
	const char *title;     /**< of the glossary; NULL makes one from the documents */
	const char *reference; /**< a reference glossary, "none", or NULL: chosen by the document */
	const char *subject;   /**< subject field of every entry; NULL for none */
	/** Order of languages in entries, "en,fr,ru"; those not named follow. NULL: the order in
	 * which documents were added. */
	const char *languages;
	/** What languages are called in the output, "en=en-US,zh=zh-Hans"; NULL: as documents do.
	 */
	const char *language_map;
} clausary_termbase_options;

/**
 * Make an empty termbase.
 *
 * Owner: caller frees `*out` with clausary_termbase_free().
 * Fails: CLAUSARY_EUSAGE the reference glossary does not exist, or a language option is no list of
 * language tags; CLAUSARY_EFORMAT the glossary is damaged.
 */
CLAUSARY_API clausary_status clausary_termbase_new(clausary_termbase **out,
                                                   clausary_context *context,
                                                   const clausary_termbase_options *options);

/** Free a termbase; NULL is allowed. */
CLAUSARY_API void clausary_termbase_free(clausary_termbase *termbase);

/**
 * Add what was found in one document. Everything kept is copied: the findings and their document
 * may be freed afterwards.
 *
 * Fails: CLAUSARY_ELIMIT too many concepts.
 */
CLAUSARY_API clausary_status clausary_termbase_add(clausary_termbase *termbase,
                                                   const clausary_findings *findings);

/**
 * Add what was found in language versions of one document: one entry for a concept, with a section
 * for each language that has it. `alignment` is clausary_align()'s, of the same versions in the
 * same order. Entries, their order and their ids do not depend on the order of the versions.
 *
 * What joins sections, the most trusted first: an entry of the reference glossary, definitions at
 * the same clause, acronyms introduced with their expansions at the same clause, the same Latin
 * letters, definitions that say the same, use in the same clauses and only there. What is not sure
 * enough stays apart, and is listed by the writer "doubts".
 *
 * Fails: CLAUSARY_EUSAGE no version, or an alignment of others; CLAUSARY_ELIMIT too many concepts.
 */
CLAUSARY_API clausary_status clausary_termbase_add_versions(
        clausary_termbase *termbase, const clausary_findings *const *versions, size_t count,
        const clausary_alignment *alignment);

/** The number of concept entries. Fails: never. */
CLAUSARY_API size_t clausary_termbase_size(const clausary_termbase *termbase);

/**
 * A language of the entries, in the order of the output, as it is written there.
 *
 * Owner: the termbase. Fails: NULL past the end.
 */
CLAUSARY_API const char *clausary_termbase_language(const clausary_termbase *termbase,
                                                    size_t index);

/** # Reading a termbase of others */

/** Gives the bytes of a file piece by piece. */
typedef struct clausary_input {
	/** Put at most `size` bytes to `to`; returns how many, 0 at the end, less when it fails. */
	ptrdiff_t (*read)(void *payload, char *to, size_t size);
	void *payload;
} clausary_input;

/**
 * An input that gives `rest`, and moves it past what it has given. Owner: the caller keeps `rest`
 * and its bytes while the input is used. Fails: never.
 */
CLAUSARY_API clausary_input clausary_input_of(clausary_slice *rest);

/** Options of clausary_termbase_read(); zeros are the defaults. */
typedef struct clausary_termbase_read_options {
	const char *format;  /**< a reader's name; NULL chooses by content */
	const char *columns; /**< what the columns of a table are, "en:term,fr:term,note"; NULL: as
	                          the head of the table says */
	const char *sheet;   /**< of a workbook, by its name or number from 1; NULL: the first with
	                          a table of terms */
} clausary_termbase_read_options;

/**
 * Read a termbase from a file of `clausary list termbase-readers`.
 *
 * The reader is chosen by content, never by name. What the model has no field for is kept under its
 * own name; what cannot be kept is told as a diagnostic, with how often it was there. Entries keep
 * their order; ids that are missing, given twice or no XML names become others.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); `name` is for messages.
 * Fails: CLAUSARY_EIO the input failed, CLAUSARY_EFORMAT no reader fits or the file is damaged,
 * CLAUSARY_ELIMIT too big or too deep.
 */
CLAUSARY_API clausary_status clausary_termbase_read(clausary_termbase **out,
                                                    clausary_context *context,
                                                    const clausary_input *input, const char *name,
                                                    const clausary_termbase_read_options *options);

#ifdef __cplusplus
}
#endif

#endif
