/** What every call uses: statuses, slices of text, the context, and what this build has. */
#ifndef CLAUSARY_CONTEXT_H
#define CLAUSARY_CONTEXT_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define CLAUSARY_API __attribute__((visibility("default")))
#else
#define CLAUSARY_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/** # Words that every call uses */

/** Result of a call that can fail: zero, or a negative code. Never a warning. */
typedef enum clausary_status {
	CLAUSARY_OK = 0,
	CLAUSARY_EIO = -1,     /**< bytes could not be read or written */
	CLAUSARY_EFORMAT = -2, /**< no reader knows these bytes, or too little of them is whole */
	CLAUSARY_ELIMIT = -3,  /**< a limit of `clausary list limits` was reached */
	CLAUSARY_ELOCALE = -4, /**< the language data could not be opened */
	CLAUSARY_EUSAGE = -5,  /**< an argument names something that does not exist */
	CLAUSARY_EINVALID = -6 /**< what was to be written would not be valid in its format */
} clausary_status;

/** A borrowed run of bytes, not NUL-terminated. */
typedef struct clausary_slice {
	const char *data;
	size_t size; /**< bytes */
} clausary_slice;

/** A half-open range of bytes in a document's text. */
typedef struct clausary_span {
	uint32_t start, end;
} clausary_span;

/** "No clause", "no parent", "no index". */
#define CLAUSARY_NONE UINT32_MAX

/**
 * The version of the library, as "MAJOR.MINOR.PATCH".
 *
 * Owner: static. Fails: never.
 */
CLAUSARY_API const char *clausary_version(void);

/**
 * A sentence for a status, in English.
 *
 * Owner: static. Fails: never; an unknown code gets a sentence too.
 */
CLAUSARY_API const char *clausary_status_text(clausary_status status);

/** # The context: language data, diagnostics, the last failure */

typedef struct clausary_context clausary_context;

/** How much a diagnostic matters. */
typedef enum clausary_level { CLAUSARY_NOTE, CLAUSARY_WARNING, CLAUSARY_ERROR } clausary_level;

/** Something odd in the input; the work went on. Every slice lives only during the call of the
 * sink. */
typedef struct clausary_diagnostic {
	clausary_level level;
	const char *id;          /**< stable, such as "broken-utf8" */
	clausary_slice document; /**< the name given to clausary_read() */
	uint32_t line;           /**< from 1, or 0 where lines mean nothing */
	clausary_slice message;  /**< one line: what is wrong and what was done about it */
} clausary_diagnostic;

/** Receives diagnostics; `payload` is the one given with it. */
typedef void (*clausary_diagnostic_sink)(void *payload, const clausary_diagnostic *diagnostic);

/**
 * Make a context.
 *
 * `data_directory` holds the compiled locales, profiles and reference glossaries; NULL takes the
 * environment's CLAUSARY_DATA, else the directory of the installation.
 *
 * Owner: caller frees `*out` with clausary_context_free().
 * Fails: CLAUSARY_ELOCALE when the directory holds no language data.
 */
CLAUSARY_API clausary_status clausary_context_new(clausary_context **out,
                                                  const char *data_directory);

/**
 * Make another context with the data directory and the language of messages of `context`, as each
 * thread needs one of its own; NULL for `context` takes the defaults.
 *
 * Owner: caller frees `*out` with clausary_context_free(). Fails: as clausary_context_new().
 */
CLAUSARY_API clausary_status clausary_context_copy(clausary_context **out,
                                                   const clausary_context *context);

/** Free a context; NULL is allowed. Documents, findings and termbases made with it must be gone. */
CLAUSARY_API void clausary_context_free(clausary_context *context);

/** Send diagnostics to `sink`; NULL drops them. Fails: never. */
CLAUSARY_API void clausary_context_set_sink(clausary_context *context,
                                            clausary_diagnostic_sink sink, void *payload);

/**
 * What the last failed call on this context says: one line, with what to do where that is known.
 *
 * Owner: the context, until its next call. Fails: never; empty when nothing failed.
 */
CLAUSARY_API const char *clausary_context_failure(const clausary_context *context);

/**
 * Speak to people in `language`, a BCP 47 tag: failures, diagnostics and clausary_message(). What
 * is written for machines does not change with it. Without a translation a sentence is English;
 * NULL is English.
 *
 * Fails: CLAUSARY_ELOCALE when there are no messages in that language; they are English then.
 */
CLAUSARY_API clausary_status clausary_context_set_messages(clausary_context *context,
                                                           const char *language);

/**
 * The translation of an English sentence or printf format of the library or the command, which
 * takes the same arguments; `english` itself where there is none.
 *
 * Owner: the context, until its language changes. Fails: never.
 */
CLAUSARY_API const char *clausary_message(const clausary_context *context, const char *english);

/** # What this build has */

/** The lists that clausary_list() prints. */
typedef enum clausary_list_kind {
	CLAUSARY_LIST_READERS,
	CLAUSARY_LIST_WRITERS,
	CLAUSARY_LIST_LANGUAGES,
	CLAUSARY_LIST_PROFILES,
	CLAUSARY_LIST_FINDERS,
	CLAUSARY_LIST_REFERENCES,
	CLAUSARY_LIST_LIMITS,
	CLAUSARY_LIST_HOUSES,
	CLAUSARY_LIST_RULES,
	CLAUSARY_LIST_REPORTS,
	CLAUSARY_LIST_TERMBASE_READERS
} clausary_list_kind;

/** One entry of a list. */
typedef struct clausary_list_entry {
	const char *name;  /**< as an option takes it: "docx" */
	const char *label; /**< for people: "Word document" */
} clausary_list_entry;

/**
 * Entry `index` of a list; entries stand in a fixed order.
 *
 * Owner: the context. Fails: returns an entry with a NULL name past the end.
 */
CLAUSARY_API clausary_list_entry clausary_list(clausary_context *context, clausary_list_kind kind,
                                               size_t index);

#ifdef __cplusplus
}
#endif

#endif
