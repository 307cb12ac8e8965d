/* clausary_list: what this build has, from the list of each folder. */
#include "base/buffer.h"
#include "base/limits.h"
#include "base/locale.h"
#include "document/profile.h"
#include "input/input.h"
#include "mining/mining.h"
#include "termbase/reference.h"
#include "transfer/reader.h"
#include "verify/rule.h"
#include "write/report.h"
#include "write/writer.h"

#include <stdlib.h>

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
termbase_reader_at(size_t index)
{
	const clausary_termbase_reader *reader = clausary_termbase_reader_at(index);
	return reader ? (clausary_list_entry){reader->name, reader->label}
	              : (clausary_list_entry){0};
}

/* What a language's tables are good for, in the order in which people read it. */
static const struct {
	const char *table, *entry; /* no entry: any of the table */
	const char *good_for;
} COVERAGE[] = {{"Preambular", NULL, "clauses"},
                {"Sections", NULL, "sections"},
                {"Cues", "definition", "definitions"},
                {"Cues", "bracket", "short forms"},
                {"StopWords", NULL, "acronyms"}};

static bool
has_words(clausary_locale_table table, const char *entry)
{
	for (size_t i = 0; i < table.count; i++)
		if (table.entries[i].count
		    && (entry == NULL || strcmp(table.entries[i].key, entry) == 0))
			return true;
	return false;
}

/* "French: clauses, sections", counted from the tables themselves. Owner: the locale. */
static const char *
coverage_of(clausary_locale *locale)
{
	clausary_buffer to = {0};
	clausary_locale_entry name = clausary_locale_entry_of(locale, "Meta", "name");
	const char *separator = ": ";
	if (locale->coverage.value)
		return locale->coverage.value;
	clausary_buffer_add(&to, name.count ? name.words[0] : clausary_slice_of(locale->tag));
	for (size_t i = 0; i < sizeof COVERAGE / sizeof *COVERAGE; i++) {
		clausary_locale_table table = clausary_locale_find(locale, COVERAGE[i].table);
		if (!has_words(table, COVERAGE[i].entry))
			continue;
		clausary_buffer_add(&to, clausary_slice_of(separator));
		clausary_buffer_add(&to, clausary_slice_of(COVERAGE[i].good_for));
		separator = ", ";
	}
	clausary_buffer_add_byte(&to, '\0');
	locale->coverage.value = to.data; /* a buffer's memory is free()d */
	locale->coverage.free = free;
	return locale->coverage.value;
}

static clausary_list_entry
language_at(clausary_context *context, size_t index)
{
	clausary_locale *locale;
	if (index >= sizeof LANGUAGES / sizeof *LANGUAGES)
		return (clausary_list_entry){0};
	clausary_list_entry entry = {LANGUAGES[index], LANGUAGES[index]};
	if (clausary_locale_open(&locale, context, LANGUAGES[index]) == CLAUSARY_OK)
		entry.label = coverage_of(locale);
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

static clausary_list_entry
rule_at(size_t index)
{
	const clausary_rule *rule = clausary_rule_at(index);
	return rule ? (clausary_list_entry){rule->text.id, rule->text.title}
	            : (clausary_list_entry){0};
}

static clausary_list_entry
report_at(size_t index)
{
	const clausary_report_writer *writer = clausary_report_at(index);
	return writer ? (clausary_list_entry){writer->name, writer->label}
	              : (clausary_list_entry){0};
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
	case CLAUSARY_LIST_HOUSES:
		return clausary_house_at(index);
	case CLAUSARY_LIST_RULES:
		return rule_at(index);
	case CLAUSARY_LIST_REPORTS:
		return report_at(index);
	case CLAUSARY_LIST_LIMITS:
		if (index < sizeof LIMITS / sizeof *LIMITS)
			return (clausary_list_entry){LIMITS[index].name, LIMITS[index].why};
		break;
	case CLAUSARY_LIST_TERMBASE_READERS:
		return termbase_reader_at(index);
	}
	return (clausary_list_entry){0};
}
