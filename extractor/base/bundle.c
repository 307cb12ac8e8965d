/* Reading one ICU resource bundle whole (unicode/ures.h), without ICU's fallback: ures_open() would
 * try the user's default locale before root. */
#include "base/arena.h"
#include "base/array.h"
#include "base/buffer.h"
#include "base/locale.h"

#include <stdio.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

typedef CLAUSARY_ARRAY(clausary_slice) clausary_words;

/* UTF-16 in UTF-8; most strings are short and ASCII. */
static clausary_slice
utf8_of(clausary_arena *arena, const UChar *text, int32_t length)
{
	char plain[256];
	int32_t at = 0, bytes;
	UErrorCode status = U_ZERO_ERROR;
	for (; at < length && at < (int32_t)sizeof plain && text[at] < 0x80; at++)
		plain[at] = (char)text[at];
	if (at == length)
		return clausary_arena_copy(arena, (clausary_slice){plain, (size_t)length});
	char *copy = clausary_arena_allocate(arena, (size_t)length * 3 + 1);
	u_strToUTF8(copy, length * 3 + 1, &bytes, text, length, &status);
	return (clausary_slice){copy, (size_t)bytes};
}

/* String `index` of a bundle; nothing where it is no string. */
static clausary_slice
string_at(clausary_arena *arena, const UResourceBundle *bundle, int32_t index)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0;
	const UChar *text = ures_getStringByIndex(bundle, index, &length, &status);
	return U_SUCCESS(status) ? utf8_of(arena, text, length) : CLAUSARY_SLICE("");
}

/* The first "(a|b)" of `text`: where its bracket opens and closes; false when there is none. */
static bool
find_choice(clausary_slice text, size_t *open, size_t *close)
{
	bool bar = false;
	*open = SIZE_MAX;
	for (size_t i = 0; i < text.size; i++) {
		if (text.data[i] == '(') {
			*open = i;
			bar = false;
		}
		bar |= text.data[i] == '|';
		*close = i;
		if (text.data[i] == ')' && *open != SIZE_MAX && bar)
			return true;
	}
	return false;
}

/* Add `text` to `words`, once for every way to choose from its "(a|b)". */
static void
add_choices(clausary_words *words, clausary_arena *arena, clausary_slice text)
{
	enum { MOST_WORDS = 4096 }; /* of one entry: more is a fault of the data */
	size_t open, close;
	if (words->count >= MOST_WORDS)
		return;
	if (!memchr(text.data, '|', text.size) || !find_choice(text, &open, &close)) {
		clausary_array_push(words, text);
		return;
	}
	for (size_t at = open + 1; at <= close; at++) {
		size_t end = at;
		while (text.data[end] != '|' && end < close)
			end++;
		clausary_buffer chosen = {0};
		clausary_buffer_add(&chosen, clausary_slice_part(text, 0, open));
		clausary_buffer_add(&chosen, clausary_slice_part(text, at, end));
		clausary_buffer_add(&chosen, clausary_slice_part(text, close + 1, text.size));
		add_choices(words, arena,
		            clausary_arena_copy(arena, clausary_buffer_slice(&chosen)));
		clausary_buffer_finish(&chosen);
		at = end;
	}
}

static clausary_locale_entry
read_entry(clausary_arena *arena, UResourceBundle *bundle)
{
	clausary_words words = {0};
	for (int32_t i = 0; i < ures_getSize(bundle); i++) /* a single string is the first of one */
		add_choices(&words, arena, string_at(arena, bundle, i));
	clausary_slice *kept = clausary_arena_allocate(arena, sizeof *kept * (words.count + 1));
	if (words.count)
		memcpy(kept, words.items, words.count * sizeof *kept);
	clausary_locale_entry entry = {
	        .key = clausary_arena_copy(arena, clausary_slice_of(ures_getKey(bundle))).data,
	        .words = kept,
	        .count = words.count};
	clausary_array_finish(&words);
	return entry;
}

static clausary_locale_table
read_table(clausary_arena *arena, UResourceBundle *bundle)
{
	int32_t count = ures_getSize(bundle);
	clausary_locale_table table = {
	        .name = clausary_arena_copy(arena, clausary_slice_of(ures_getKey(bundle))).data,
	        .count = (size_t)count};
	table.entries =
	        clausary_arena_allocate(arena, sizeof *table.entries * (size_t)(count ? count : 1));
	UResourceBundle *entry = NULL;
	for (int32_t i = 0; i < count; i++) {
		UErrorCode status = U_ZERO_ERROR;
		entry = ures_getByIndex(bundle, i, entry, &status);
		table.entries[i] = read_entry(arena, entry);
	}
	ures_close(entry);
	return table;
}

bool
clausary_bundle_is_there(const clausary_context *context, const char *folder, const char *name)
{
	char path[4096];
	FILE *file = NULL;
	if (snprintf(path, sizeof path, "%s/%s/%s.res", context->data_directory, folder, name)
	    < (int)sizeof path)
		file = fopen(path, "rb");
	if (file)
		fclose(file);
	return file != NULL;
}

UResourceBundle *
clausary_bundle_open(const clausary_context *context, const char *folder, const char *name)
{
	char path[4096];
	UErrorCode status = U_ZERO_ERROR;
	if (snprintf(path, sizeof path, "%s/%s", context->data_directory, folder)
	    >= (int)sizeof path)
		return NULL;
	UResourceBundle *bundle = ures_openDirect(path, name, &status);
	return U_FAILURE(status) ? NULL : bundle;
}

bool
clausary_bundle_table(clausary_locale_table *out, clausary_arena *arena,
                      const UResourceBundle *bundle, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UResourceBundle *table = ures_getByKey(bundle, name, NULL, &status);
	if (U_SUCCESS(status))
		*out = read_table(arena, table);
	ures_close(table);
	return U_SUCCESS(status);
}

clausary_status
clausary_bundle_read(clausary_locale_table **out, size_t *count, clausary_context *context,
                     clausary_arena *arena, const char *folder, const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UResourceBundle *bundle = clausary_bundle_open(context, folder, name);
	if (bundle == NULL)
		return CLAUSARY_ELOCALE;
	*count = (size_t)ures_getSize(bundle);
	*out = clausary_arena_allocate(arena, sizeof **out * (*count ? *count : 1));
	for (int32_t i = 0; i < (int32_t)*count; i++) {
		UResourceBundle *table = ures_getByIndex(bundle, i, NULL, &status);
		(*out)[i] = read_table(arena, table);
		ures_close(table);
	}
	ures_close(bundle);
	return CLAUSARY_OK;
}
