/* Language data: ICU resource bundles, one a language, merged key by key over root.
 *
 * A bundle is a table of tables; an entry is a list of strings: `Sections { terms { "Definitions" }
 * }`. "(a|b)" in a string stands for each in turn: the entry has it once for every choice. Whoever
 * uses a table compiles it once and keeps the result in the locale's slot of its stage.
 */
#ifndef CLAUSARY_BASE_LOCALE_H
#define CLAUSARY_BASE_LOCALE_H

#include "base/arena.h"
#include "base/context.h"

#include <unicode/ures.h>

/* The BCP 47 tag of a text in no language that there are data for. */
#define CLAUSARY_LANGUAGE_UNKNOWN "und"

typedef struct clausary_locale_entry {
	const char *key;
	const clausary_slice *words;
	size_t count;
} clausary_locale_entry;

typedef struct clausary_locale_table {
	const char *name;
	clausary_locale_entry *entries; /* sorted by key */
	size_t count;
} clausary_locale_table;

typedef struct clausary_locale {
	const char *tag; /* with underscores, as ICU has it: "fr", "zh_Hant" */
	struct clausary_locale_store *store;
	struct clausary_context_cache vocabulary;      /* compiled by document/ */
	struct clausary_context_cache cues, sentences; /* by mining/ */
	struct clausary_context_cache coverage; /* what it covers, for people: write/list.c */
} clausary_locale;

/**
 * The locale for a BCP 47 tag: the bundles of root, the language and its variants, the nearer one
 * winning key by key. A language without a bundle gets root alone and a diagnostic.
 *
 * Owner: the context. Fails: CLAUSARY_ELOCALE when root is missing or a bundle is damaged.
 */
clausary_status clausary_locale_open(clausary_locale **out, clausary_context *context,
                                     const char *tag);

/** A table by name, read from the bundles at the first call; an empty one where there is none.
 * Owner: the locale. */
clausary_locale_table clausary_locale_find(const clausary_locale *locale, const char *table);

/** One entry of a table; an empty one where there is none. Owner: the locale. */
clausary_locale_entry clausary_locale_entry_of(const clausary_locale *locale, const char *table,
                                               const char *key);

/**
 * Read every table of one bundle, without fallback: `<data directory>/<folder>/<name>.res`.
 *
 * Owner: `arena`. Fails: CLAUSARY_ELOCALE when it is not there (no failure text is set).
 */
clausary_status clausary_bundle_read(clausary_locale_table **out, size_t *count,
                                     clausary_context *context, clausary_arena *arena,
                                     const char *folder, const char *name);

/** Open `<data directory>/<folder>/<name>.res`, without fallback; NULL when it is not there or
 * damaged. Owner: caller, with ures_close(). */
UResourceBundle *clausary_bundle_open(const clausary_context *context, const char *folder,
                                      const char *name);

/** Read one table of a bundle; false when it has none of that name. Owner: `arena`. */
bool clausary_bundle_table(clausary_locale_table *out, clausary_arena *arena,
                           const UResourceBundle *bundle, const char *name);

/** Whether there is a file of that bundle, sound or not. */
bool clausary_bundle_is_there(const clausary_context *context, const char *folder,
                              const char *name);

#endif
