/* Translated sentences: one bundle a language, locales/interface/<tag>.res, an array of pairs of an
 * English sentence and its translation. The English sentence is the key, as in gettext: code is
 * read without looking anything up, and a sentence that changes falls back to English until it is
 * translated again. A translation is data, and a format that does not fit could read what is not
 * there: it is left out. */
#include "base/message.h"

#include "base/locale.h"

#include <stdlib.h>

enum { MOST_ARGUMENTS = 9 };

/* The conversions of a format, by argument: "zu", ".*s"; the empty slice where there is none. */
typedef struct conversions {
	clausary_slice of[MOST_ARGUMENTS];
	size_t count;
} conversions;

/* Read one conversion after its "%", "%%" apart. Returns the byte after it, 0 when it is none. */
static size_t
read_conversion(conversions *all, clausary_slice format, size_t at)
{
	size_t number = all->count, start = at;
	if (at + 1 < format.size && format.data[at] >= '1' && format.data[at] <= '9'
	    && format.data[at + 1] == '$') {
		number = (size_t)(format.data[at] - '1');
		start = at += 2;
	}
	while (at < format.size && strchr("-+ #0123456789.*hlzjt", format.data[at]))
		at++;
	if (at == format.size || !strchr("diouxXcsp", format.data[at]) || number >= MOST_ARGUMENTS
	    || all->of[number].size)
		return 0;
	all->of[number] = clausary_slice_part(format, start, at + 1);
	all->count++;
	return at + 1;
}

static bool
read_conversions(conversions *all, clausary_slice format)
{
	for (size_t at = 0; at < format.size;) {
		if (format.data[at++] != '%')
			continue;
		if (at < format.size && format.data[at] == '%')
			at++;
		else if (!(at = read_conversion(all, format, at)))
			return false;
	}
	return true;
}

bool
clausary_message_fits(clausary_slice english, clausary_slice translation)
{
	conversions wanted = {0}, given = {0};
	if (!read_conversions(&wanted, english) || !read_conversions(&given, translation)
	    || wanted.count != given.count)
		return false;
	for (size_t i = 0; i < wanted.count; i++)
		if (!clausary_slice_equal(wanted.of[i], given.of[i]))
			return false;
	return true;
}

void
clausary_messages_free(clausary_messages *messages)
{
	if (messages == NULL)
		return;
	clausary_map_finish(&messages->translations);
	clausary_arena_finish(&messages->arena);
	free(messages);
}

static void
add_pairs(clausary_messages *messages, const clausary_locale_table *table)
{
	clausary_slice *texts =
	        clausary_arena_allocate(&messages->arena, sizeof *texts * (table->count + 1));
	for (size_t i = 0; i < table->count; i++) {
		const clausary_locale_entry *entry = &table->entries[i];
		if (entry->count != 2 || !clausary_message_fits(entry->words[0], entry->words[1]))
			continue;
		texts[messages->count] = clausary_arena_copy(&messages->arena, entry->words[1]);
		clausary_map_put(&messages->translations, entry->words[0],
		                 (uint32_t)messages->count++);
	}
	messages->texts = texts;
}

/* The bundle of a tag, its subtags dropped from the end until there is one. */
static bool
read_bundle(clausary_messages *messages, clausary_context *context, const char *language)
{
	char name[sizeof messages->language];
	size_t size = strlen(language), count = 0;
	clausary_locale_table *tables = NULL;
	if (size == 0 || size >= sizeof name)
		return false;
	for (size_t i = 0; i <= size; i++)
		name[i] = language[i] == '-' ? '_' : language[i];
	for (;;) {
		if (clausary_bundle_read(&tables, &count, context, &messages->arena,
		                         "locales/interface", name)
		    == CLAUSARY_OK)
			break;
		char *last = strrchr(name, '_');
		if (!last)
			return false;
		*last = '\0';
	}
	for (size_t i = 0; i < count; i++)
		if (strcmp(tables[i].name, "Messages") == 0)
			add_pairs(messages, &tables[i]);
	return true;
}

clausary_status
clausary_context_set_messages(clausary_context *context, const char *language)
{
	clausary_messages *messages = clausary_memory_zeros(1, sizeof *messages);
	bool known = language && read_bundle(messages, context, language);
	if (known)
		memcpy(messages->language, language, strlen(language) + 1);
	clausary_messages_free(context->messages);
	context->messages = known ? messages : NULL;
	if (known)
		return CLAUSARY_OK;
	clausary_messages_free(messages);
	return language && strncmp(language, "en", 2) != 0 ? CLAUSARY_ELOCALE : CLAUSARY_OK;
}

const char *
clausary_message(const clausary_context *context, const char *english)
{
	if (context == NULL || context->messages == NULL)
		return english;
	const clausary_messages *messages = context->messages;
	uint32_t index = clausary_map_get(&messages->translations, clausary_slice_of(english));
	return index == CLAUSARY_NONE ? english : messages->texts[index].data;
}
