/* Outline profiles, read once for a context. */
#include "document/profile.h"

#include "base/array.h"

#include <stdlib.h>

/* Also the order in which equal evidence is decided: the first wins. */
static const char *const NAMES[] = {"resolution", "numbered", "act", "rfc", "plain"};

enum { COUNT = sizeof NAMES / sizeof *NAMES };

typedef struct store {
	clausary_arena arena;
	clausary_profile profiles[COUNT];
} store;

static const char *const FEATURES[] = {
#define X(name, text) text,
        CLAUSARY_FEATURES(X)
#undef X
};

static bool
has_word(clausary_slice words, const char *word)
{
	size_t size = strlen(word);
	for (size_t at = 0; at + size <= words.size; at++)
		if (memcmp(words.data + at, word, size) == 0
		    && (at == 0 || words.data[at - 1] == ' ')
		    && (at + size == words.size || words.data[at + size] == ' '))
			return true;
	return false;
}

static bool
read_feature(clausary_outline_rule *rule, clausary_slice text)
{
	size_t end = 0;
	while (end < text.size && text.data[end] != ' ')
		end++;
	clausary_slice name = clausary_slice_part(text, 0, end);
	rule->roles = clausary_slice_trim(clausary_slice_part(text, end, text.size));
	for (size_t i = 0; i < CLAUSARY_FEATURE_COUNT; i++)
		if (clausary_slice_equal(name, clausary_slice_of(FEATURES[i]))) {
			rule->feature = (clausary_feature)i;
			return true;
		}
	return false;
}

static int
read_level(clausary_slice text)
{
	static const struct {
		const char *name;
		int level;
	} WORDS[] = {{"item", CLAUSARY_LEVEL_ITEM},
	             {"note", CLAUSARY_LEVEL_NOTE},
	             {"paragraph", CLAUSARY_LEVEL_PARAGRAPH},
	             {"clause", CLAUSARY_LEVEL_CLAUSE}};
	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		if (clausary_slice_equal(text, clausary_slice_of(WORDS[i].name)))
			return WORDS[i].level;
	return (int)strtol(text.data, NULL, 10);
}

static bool
read_rule(clausary_outline_rule *rule, clausary_locale_entry entry)
{
	if (entry.count != 4 || !read_feature(rule, entry.words[0]))
		return false;
	rule->level = rule->stands = read_level(entry.words[1]);
	size_t blank = clausary_slice_find(entry.words[1], CLAUSARY_SLICE(" "));
	if (blank != SIZE_MAX)
		rule->stands = read_level(
		        clausary_slice_part(entry.words[1], blank + 1, entry.words[1].size));
	rule->key = entry.words[2];
	rule->absolute = clausary_slice_starts(rule->key, CLAUSARY_SLICE("="));
	rule->annexed = clausary_slice_starts(rule->key, CLAUSARY_SLICE("@"));
	if (rule->absolute || rule->annexed)
		rule->key = clausary_slice_part(rule->key, 1, rule->key.size);
	rule->heading = has_word(entry.words[3], "heading");
	rule->own = has_word(entry.words[3], "own");
	rule->title = has_word(entry.words[3], "title");
	rule->front = has_word(entry.words[3], "front");
	return true;
}

static bool
read_rules(clausary_profile *profile, clausary_arena *arena, clausary_locale_table table)
{
	clausary_outline_rule *rules =
	        clausary_arena_allocate(arena, sizeof *rules * (table.count + 1));
	for (size_t i = 0; i < table.count; i++)
		if (!read_rule(&rules[i], table.entries[i]))
			return false;
	profile->rules = rules;
	profile->rule_count = table.count;
	return true;
}

static void
read_roles(clausary_profile *profile, clausary_arena *arena, clausary_locale_table table)
{
	clausary_role_name *roles =
	        clausary_arena_allocate(arena, sizeof *roles * (table.count + 1));
	for (size_t i = 0; i < table.count; i++)
		if (table.entries[i].count)
			roles[profile->role_count++] = (clausary_role_name){
			        table.entries[i].key, table.entries[i].words[0].data};
	profile->roles = roles;
}

const char *
clausary_profile_role(const clausary_profile *profile, const char *role)
{
	for (size_t i = 0; i < profile->role_count; i++)
		if (strcmp(profile->roles[i].role, role) == 0)
			return profile->roles[i].here;
	return role;
}

static int
weight(clausary_locale_table table, const char *name)
{
	for (size_t i = 0; i < table.count; i++)
		if (strcmp(table.entries[i].key, name) == 0 && table.entries[i].count)
			return (int)strtol(table.entries[i].words[0].data, NULL, 10);
	return 0;
}

static clausary_evidence_weights
read_weights(clausary_locale_table table)
{
	return (clausary_evidence_weights){.keyword = weight(table, "keyword"),
	                                   .title_number = weight(table, "title-number"),
	                                   .decimal = weight(table, "decimal"),
	                                   .section = weight(table, "section"),
	                                   .annex = weight(table, "annex"),
	                                   .article = weight(table, "article"),
	                                   .recital = weight(table, "recital"),
	                                   .furniture = weight(table, "furniture"),
	                                   .always = weight(table, "always"),
	                                   .top_stop = weight(table, "top-stop"),
	                                   .decimal_stop = weight(table, "decimal-stop")};
}

static bool
read_profile(clausary_profile *profile, clausary_context *context, clausary_arena *arena,
             const char *name)
{
	clausary_locale_table *tables;
	size_t count;
	bool good = true;
	profile->name = profile->label = name;
	if (clausary_bundle_read(&tables, &count, context, arena, "profiles", name) != CLAUSARY_OK)
		return false;
	for (size_t i = 0; i < count; i++) {
		if (strcmp(tables[i].name, "Evidence") == 0)
			profile->weights = read_weights(tables[i]);
		else if (strcmp(tables[i].name, "Rules") == 0)
			good = read_rules(profile, arena, tables[i]);
		else if (strcmp(tables[i].name, "Roles") == 0)
			read_roles(profile, arena, tables[i]);
		for (size_t j = 0; j < tables[i].count; j++)
			if (strcmp(tables[i].entries[j].key, "label") == 0)
				profile->label = tables[i].entries[j].words[0].data;
	}
	return good && profile->rules;
}

static void
free_store(void *value)
{
	store *profiles = value;
	clausary_arena_finish(&profiles->arena);
	free(profiles);
}

clausary_status
clausary_profiles(const clausary_profile **out, size_t *count, clausary_context *context)
{
	store *profiles = context->profiles.value;
	if (profiles == NULL) {
		profiles = clausary_memory_zeros(1, sizeof *profiles);
		context->profiles.value = profiles;
		context->profiles.free = free_store;
		for (size_t i = 0; i < COUNT; i++)
			if (!read_profile(&profiles->profiles[i], context, &profiles->arena,
			                  NAMES[i]))
				return clausary_context_fail(context, CLAUSARY_ELOCALE,
				                             "the outline profile '%s' is missing "
				                             "or damaged in '%s/profiles'",
				                             NAMES[i], context->data_directory);
	}
	*out = profiles->profiles;
	*count = COUNT;
	return CLAUSARY_OK;
}

bool
clausary_profile_names(clausary_slice roles, const char *role)
{
	size_t size = strlen(role), at = clausary_slice_find(roles, clausary_slice_of(role));
	return at != SIZE_MAX && (at == 0 || roles.data[at - 1] == ' ')
	       && (at + size == roles.size || roles.data[at + size] == ' ');
}
