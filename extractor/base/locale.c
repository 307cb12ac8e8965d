/* Locales: bundles merged key by key, root first. The files are described in locales/README.md. */
#include "base/locale.h"

#include "base/arena.h"
#include "base/array.h"
#include "base/message.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uloc.h>

enum { MOST_BUNDLES = 6 /* root, language, script, region and two variants */ };

/* What one open locale owns; the public part comes first. A text needs few of the tables, and of
 * the languages that it is not in only those that tell it is not: each is read when asked for. */
struct clausary_locale_store {
	clausary_locale locale;
	clausary_arena arena;
	UResourceBundle *bundles[MOST_BUNDLES]; /* root first */
	size_t bundle_count;
	CLAUSARY_ARRAY(clausary_locale_table) tables; /* those that were read */
	struct clausary_locale_store *next;
};

static int
compare_entries(const void *a, const void *b)
{
	return strcmp(((const clausary_locale_entry *)a)->key,
	              ((const clausary_locale_entry *)b)->key);
}

static clausary_locale_entry *
entry_of(const clausary_locale_table *table, const char *key)
{
	clausary_locale_entry wanted = {.key = key};
	return table->count ? bsearch(&wanted, table->entries, table->count, sizeof wanted,
	                              compare_entries)
	                    : NULL;
}

/* Lay `nearer` over `table`: an entry replaces the one of the same key. */
static void
merge_table(clausary_arena *arena, clausary_locale_table *table,
            const clausary_locale_table *nearer)
{
	size_t old = table->count, count = old;
	clausary_locale_entry *entries =
	        clausary_arena_allocate(arena, sizeof *entries * (old + nearer->count + 1));
	if (old)
		memcpy(entries, table->entries, old * sizeof *entries);
	table->entries = entries;
	for (size_t i = 0; i < nearer->count; i++) {
		clausary_locale_entry *same = entry_of(table, nearer->entries[i].key);
		if (same)
			*same = nearer->entries[i];
		else
			entries[count++] = nearer->entries[i];
	}
	table->count = count;
	qsort(entries, count, sizeof *entries, compare_entries);
}

static bool
add_bundle(struct clausary_locale_store *store, const clausary_context *context, const char *name)
{
	if (store->bundle_count == MOST_BUNDLES)
		return false;
	UResourceBundle *bundle = clausary_bundle_open(context, "locales", name);
	if (bundle)
		store->bundles[store->bundle_count++] = bundle;
	return bundle != NULL;
}

/* The script that a region writes where it is not the usual one of the language, by CLDR's likely
 * subtags: "Hant" of zh_TW. Fails: false where the tag has a script, or no region that tells. */
static bool
script_of(char script[ULOC_SCRIPT_CAPACITY], const char *tag)
{
	char language[ULOC_LANG_CAPACITY], full[ULOC_FULLNAME_CAPACITY];
	char usual[ULOC_SCRIPT_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	if (!strchr(tag, '_') || uloc_getScript(tag, script, ULOC_SCRIPT_CAPACITY, &status) > 0)
		return false;
	uloc_addLikelySubtags(tag, full, sizeof full, &status);
	uloc_getScript(full, script, ULOC_SCRIPT_CAPACITY, &status);
	uloc_getLanguage(full, language, sizeof language, &status);
	uloc_addLikelySubtags(language, full, sizeof full, &status);
	uloc_getScript(full, usual, sizeof usual, &status);
	return U_SUCCESS(status) && status != U_STRING_NOT_TERMINATED_WARNING && script[0]
	       && strcmp(script, usual) != 0;
}

/* Lay the bundles of "zh", "zh_Hant", … over root; true when the language has one at all. */
static bool
add_language(struct clausary_locale_store *store, clausary_context *context, const char *tag)
{
	char name[64], script[ULOC_SCRIPT_CAPACITY];
	bool found = false;
	for (size_t i = 0; tag[i] && i + 1 < sizeof name; i++) {
		name[i] = tag[i];
		name[i + 1] = '\0';
		if (tag[i + 1] != '\0' && tag[i + 1] != '_')
			continue;
		found |= add_bundle(store, context, name);
		if (!strchr(name, '_') && script_of(script, tag)) {
			char written[sizeof name + ULOC_SCRIPT_CAPACITY];
			snprintf(written, sizeof written, "%s_%s", name, script);
			add_bundle(store, context, written);
		}
	}
	return found;
}

/* The tag as its bundle is named, "fr_CA" or "zh_Hant", whatever its case; false when it is none: a
 * document may say "../x". */
static bool
read_tag(char *name, size_t room, const char *tag)
{
	size_t size = 0;
	bool good = true;
	for (; tag[size] && size + 1 < room; size++) {
		char c = tag[size];
		good &= c == '-' || c == '_' || clausary_ascii_is_letter(c)
		        || clausary_ascii_is_digit(c);
		name[size] = c == '-' ? '_' : clausary_ascii_lower(c);
	}
	name[size] = '\0';
	for (char *part = strchr(name, '_'); part; part = strchr(part, '_')) {
		size_t length = strcspn(++part, "_");
		size_t capitals = length == 2 ? 2 : length == 4 ? 1 : 0; /* a region, a script */
		for (size_t i = 0; i < capitals; i++)
			if (clausary_ascii_is_lower(part[i]))
				part[i] = (char)(part[i] - 32);
	}
	return good;
}

static void
tell_missing(clausary_context *context, const char *tag, bool damaged)
{
	clausary_diagnose(
	        context, CLAUSARY_DIAGNOSTIC_UNKNOWN_LANGUAGE, NULL, 0,
	        damaged ? "the language data for '%s' are damaged, install them again: only what "
	                  "holds in every language is found"
		        : "no language data for '%s': only what holds in every language is found",
	        tag);
}

static void
free_store(struct clausary_locale_store *store)
{
	for (size_t i = 0; i < store->bundle_count; i++)
		ures_close(store->bundles[i]);
	clausary_array_finish(&store->tables);
	clausary_arena_finish(&store->arena);
	free(store);
}

clausary_status
clausary_locale_open(clausary_locale **out, clausary_context *context, const char *tag)
{
	char name[64];
	struct clausary_locale_store *store;
	bool good = read_tag(name, sizeof name, tag);
	for (store = (struct clausary_locale_store *)context->locales; store; store = store->next)
		if (strcmp(store->locale.tag, name) == 0) {
			*out = &store->locale;
			return CLAUSARY_OK;
		}
	store = clausary_memory_zeros(1, sizeof *store);
	store->locale.tag = clausary_arena_copy(&store->arena, clausary_slice_of(name)).data;
	store->locale.store = store;
	if (!add_bundle(store, context, "root")) {
		free_store(store);
		return clausary_context_fail(
		        context, CLAUSARY_ELOCALE,
		        "no language data in '%s/locales': install it, or name its "
		        "directory with CLAUSARY_DATA",
		        context->data_directory);
	}
	store->next = (struct clausary_locale_store *)context->locales;
	context->locales = (struct clausary_locale *)store;
	if (!(good && add_language(store, context, name)) && name[0] != '\0'
	    && strcmp(name, CLAUSARY_LANGUAGE_UNKNOWN) != 0)
		tell_missing(context, tag,
		             good && clausary_bundle_is_there(context, "locales", name));
	*out = &store->locale;
	return CLAUSARY_OK;
}

static clausary_locale_table
read_table(struct clausary_locale_store *store, const char *name)
{
	clausary_locale_table table = {.name = name}, nearer;
	for (size_t i = 0; i < store->bundle_count; i++)
		if (clausary_bundle_table(&nearer, &store->arena, store->bundles[i], name))
			merge_table(&store->arena, &table, &nearer);
	return table;
}

clausary_locale_table
clausary_locale_find(const clausary_locale *locale, const char *table)
{
	struct clausary_locale_store *store = locale->store;
	for (size_t i = 0; i < store->tables.count; i++)
		if (strcmp(store->tables.items[i].name, table) == 0)
			return store->tables.items[i];
	clausary_locale_table found = read_table(store, table);
	found.name = clausary_arena_copy(&store->arena, clausary_slice_of(table)).data;
	clausary_array_push(&store->tables, found);
	return found;
}

clausary_locale_entry
clausary_locale_entry_of(const clausary_locale *locale, const char *table, const char *key)
{
	clausary_locale_table found = clausary_locale_find(locale, table);
	const clausary_locale_entry *entry = entry_of(&found, key);
	return entry ? *entry : (clausary_locale_entry){.key = key};
}

static void
free_cache(struct clausary_context_cache *cache)
{
	if (cache->value)
		cache->free(cache->value);
}

void
clausary_context_free(clausary_context *context)
{
	if (context == NULL)
		return;
	struct clausary_locale_store *store = (struct clausary_locale_store *)context->locales;
	while (store) {
		struct clausary_locale_store *next = store->next;
		free_cache(&store->locale.vocabulary);
		free_cache(&store->locale.cues);
		free_cache(&store->locale.sentences);
		free_cache(&store->locale.coverage);
		free_store(store);
		store = next;
	}
	free_cache(&context->word_table);
	free_cache(&context->references);
	free_cache(&context->profiles);
	clausary_messages_free(context->messages);
	free_cache(&context->identifier);
	clausary_buffer_finish(&context->failure);
	free(context->data_directory);
	free(context);
}
