/* The form of a language tag, as XML Schema's type `language` has it, and its parts by CLDR. */
#include "base/language_tag.h"

#include <unicode/uloc.h>

bool
clausary_is_language_tag(clausary_slice tag)
{
	enum { LONGEST_PART = 8 };
	size_t part = 0, parts = 1;
	for (size_t i = 0; i < tag.size; i++) {
		char c = tag.data[i];
		if (c == '-' && part > 0) {
			part = 0;
			parts++;
		} else if (clausary_ascii_is_letter(c)
		           || (parts > 1 && clausary_ascii_is_digit(c))) {
			part++;
		} else {
			return false;
		}
		if (part > LONGEST_PART)
			return false;
	}
	return part > 0;
}

enum { LOCALE_SIZE = ULOC_FULLNAME_CAPACITY };

/* The script that a locale is written in, as CLDR has it: "Hant" of "zh_TW". */
static void
script_of(const char *locale, char script[static ULOC_SCRIPT_CAPACITY])
{
	char likely[LOCALE_SIZE] = "";
	UErrorCode status = U_ZERO_ERROR;
	uloc_addLikelySubtags(locale, likely, LOCALE_SIZE, &status);
	script[0] = '\0';
	if (U_SUCCESS(status))
		uloc_getScript(likely, script, ULOC_SCRIPT_CAPACITY, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
		script[0] = '\0';
}

bool
clausary_language_and_script(clausary_slice tag, clausary_buffer *to)
{
	char text[LOCALE_SIZE], locale[LOCALE_SIZE], language[ULOC_LANG_CAPACITY];
	char script[ULOC_SCRIPT_CAPACITY], usual[ULOC_SCRIPT_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	if (tag.size >= sizeof text)
		return false;
	for (size_t i = 0; i < tag.size; i++)
		text[i] = tag.data[i];
	text[tag.size] = '\0';
	uloc_forLanguageTag(text, locale, LOCALE_SIZE, NULL, &status);
	uloc_getLanguage(locale, language, ULOC_LANG_CAPACITY, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING || language[0] == '\0')
		return false;
	script_of(locale, script);
	script_of(language, usual);
	clausary_buffer_add(to, clausary_slice_of(language));
	if (script[0] && !clausary_slice_equal(clausary_slice_of(script), clausary_slice_of(usual)))
		clausary_buffer_print(to, "-%s", script);
	return true;
}

char
clausary_language_letter(clausary_slice tag)
{
	enum { NAME_SIZE = 64 };
	char text[LOCALE_SIZE];
	UChar name[NAME_SIZE];
	UErrorCode status = U_ZERO_ERROR;
	if (tag.size >= sizeof text)
		return 0;
	memcpy(text, tag.data, tag.size);
	text[tag.size] = '\0';
	uloc_getDisplayLanguage(text, "en", name, NAME_SIZE, &status);
	return U_SUCCESS(status) && name[0] < 0x80 ? (char)name[0] : 0;
}
