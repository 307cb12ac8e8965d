/* clausary_list: what this build has, from the list of each folder. */
#include "base/limits.h"
#include "base/locale.h"
#include "document/profile.h"
#include "input/input.h"
#include "mining/mining.h"
#include "termbase/reference.h"
#include "write/writer.h"

static const char *const LANGUAGES[] = {
#define CLAUSARY_LANGUAGE(tag) #tag,
#include "locales/languages.def"
#undef CLAUSARY_LANGUAGE
};

static const struct {
	const char *name, *why;
} LIMITS[] = {
#define X(name, number, why) {#name " " #number, why},
        CLAUSARY_LIMITS(X)
#undef X
};

static clausary_list_entry
reader_at(size_t index)
{
	const clausary_reader *reader = clausary_reader_at(index);
	return reader ? (clausary_list_entry){reader->name, reader->label}
	              : (clausary_list_entry){0};
}

static clausary_list_entry
writer_at(size_t index)
{
	const clausary_writer *writer = clausary_writer_at(index);
	return writer ? (clausary_list_entry){writer->name, writer->label}
	              : (clausary_list_entry){0};
}

static clausary_list_entry
language_at(clausary_context *context, size_t index)
{
	clausary_locale *locale;
	if (index >= sizeof LANGUAGES / sizeof *LANGUAGES)
		return (clausary_list_entry){0};
	clausary_list_entry entry = {LANGUAGES[index], LANGUAGES[index]};
	if (clausary_locale_open(&locale, context, LANGUAGES[index]) == CLAUSARY_OK) {
		clausary_locale_entry name = clausary_locale_entry_of(locale, "Meta", "name");
		if (name.count)
			entry.label = name.words[0].data;
	}
	return entry;
}

static clausary_list_entry
profile_at(clausary_context *context, size_t index)
{
	const clausary_profile *profiles;
	size_t count;
	if (clausary_profiles(&profiles, &count, context) != CLAUSARY_OK || index >= count)
		return (clausary_list_entry){0};
	return (clausary_list_entry){profiles[index].name, profiles[index].label};
}

clausary_list_entry
clausary_list(clausary_context *context, clausary_list_kind kind, size_t index)
{
	switch (kind) {
	case CLAUSARY_LIST_READERS:
		return reader_at(index);
	case CLAUSARY_LIST_WRITERS:
		return writer_at(index);
	case CLAUSARY_LIST_LANGUAGES:
		return language_at(context, index);
	case CLAUSARY_LIST_PROFILES:
		return profile_at(context, index);
	case CLAUSARY_LIST_FINDERS:
		return clausary_mining_list(index);
	case CLAUSARY_LIST_REFERENCES:
		return clausary_reference_at(index);
	case CLAUSARY_LIST_LIMITS:
		if (index < sizeof LIMITS / sizeof *LIMITS)
			return (clausary_list_entry){LIMITS[index].name, LIMITS[index].why};
		break;
	}
	return (clausary_list_entry){0};
}
