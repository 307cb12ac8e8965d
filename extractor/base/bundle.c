/* Reading one ICU resource bundle whole (unicode/ures.h), without ICU's fallback: ures_open() would
 * try the user's default locale before root. */
#include "base/arena.h"
#include "base/locale.h"

#include <stdio.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

static clausary_slice
string_of(clausary_arena *arena, const UResourceBundle *bundle)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0, bytes = 0;
	const UChar *text = ures_getString(bundle, &length, &status);
	if (U_FAILURE(status))
		return CLAUSARY_SLICE("");
	char *copy = clausary_arena_allocate(arena, (size_t)length * 3 + 1);
	u_strToUTF8(copy, length * 3 + 1, &bytes, text, length, &status);
	return (clausary_slice){copy, (size_t)bytes};
}

static clausary_locale_entry
read_entry(clausary_arena *arena, UResourceBundle *bundle)
{
	int32_t count = ures_getSize(bundle);
	clausary_slice *words =
	        clausary_arena_allocate(arena, sizeof *words * (size_t)(count ? count : 1));
	clausary_locale_entry entry = {
	        .key = clausary_arena_copy(arena, clausary_slice_of(ures_getKey(bundle))).data,
	        .words = words,
	        .count = (size_t)count};
	if (ures_getType(bundle) == URES_STRING) {
		words[0] = string_of(arena, bundle);
		return entry;
	}
	for (int32_t i = 0; i < count; i++) {
		UErrorCode status = U_ZERO_ERROR;
		UResourceBundle *item = ures_getByIndex(bundle, i, NULL, &status);
		words[i] = string_of(arena, item);
		ures_close(item);
	}
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
	for (int32_t i = 0; i < count; i++) {
		UErrorCode status = U_ZERO_ERROR;
		UResourceBundle *entry = ures_getByIndex(bundle, i, NULL, &status);
		table.entries[i] = read_entry(arena, entry);
		ures_close(entry);
	}
	return table;
}

clausary_status
clausary_bundle_read(clausary_locale_table **out, size_t *count, clausary_context *context,
                     clausary_arena *arena, const char *folder, const char *name)
{
	char path[4096];
	UErrorCode status = U_ZERO_ERROR;
	if (snprintf(path, sizeof path, "%s/%s", context->data_directory, folder)
	    >= (int)sizeof path)
		return CLAUSARY_ELOCALE;
	UResourceBundle *bundle = ures_openDirect(path, name, &status);
	if (U_FAILURE(status))
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
