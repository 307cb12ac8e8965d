/* Heads of tables: words parted by blanks or marks; one may be a language. */
#include "transfer/column.h"

#include "base/language_tag.h"
#include "termbase/category.h"
#include "transfer/field_name.h"

#include <unicode/uloc.h>
#include <unicode/ustring.h>

enum {
	SHORTEST_NAME = 4, /* bytes of a language's: "Thai" */
	LONGEST_HEAD = 200 /* bytes: a paragraph names no language */
};

static bool
is_word_byte(char c)
{
	return clausary_ascii_is_letter(c) || clausary_ascii_is_digit(c)
	       || (unsigned char)c >= 0x80;
}

static clausary_slice
next_word(clausary_slice text, size_t *at)
{
	while (*at < text.size && !is_word_byte(text.data[*at]))
		++*at;
	size_t start = *at;
	while (*at < text.size
	       && (is_word_byte(text.data[*at]) || (text.data[*at] == '-' && *at > start)))
		++*at;
	return clausary_slice_part(text, start, *at);
}

static void
add_small(clausary_buffer *to, clausary_slice word)
{
	for (size_t i = 0; i < word.size; i++)
		clausary_buffer_add_byte(to, clausary_ascii_lower(word.data[i]));
}

/* Learn every tag of a language and its English name, in small letters. */
static void
learn_languages(clausary_filling *filling)
{
	const char *const *all = uloc_getISOLanguages();
	clausary_buffer word = {0};
	for (uint32_t i = 0; all[i]; i++)
		for (int named = 0; named < 2; named++) {
			UChar name[64];
			char text[256] = "";
			int32_t size = 0;
			UErrorCode status = U_ZERO_ERROR;
			int32_t count = uloc_getDisplayLanguage(all[i], "en", name, 64, &status);
			u_strToUTF8(text, sizeof text, &size, name, count, &status);
			word.size = 0;
			if (!named)
				add_small(&word, clausary_slice_of(all[i]));
			else if (U_SUCCESS(status) && size >= SHORTEST_NAME)
				add_small(&word, (clausary_slice){text, (size_t)size});
			clausary_slice key = clausary_buffer_slice(&word);
			if (key.size && clausary_map_get(&filling->languages, key) == CLAUSARY_NONE)
				clausary_map_put(&filling->languages,
				                 clausary_arena_copy(&filling->to->arena, key), i);
		}
	clausary_buffer_finish(&word);
}

/* The language that a word names, by its tag or in English; empty where it names none. */
static clausary_slice
language_of(clausary_filling *filling, clausary_slice word)
{
	size_t primary = 0;
	while (primary < word.size && word.data[primary] != '-')
		primary++;
	bool tag = (primary == 2 || primary == 3) && clausary_is_language_tag(word);
	if (!tag && word.size < SHORTEST_NAME)
		return CLAUSARY_SLICE("");
	if (filling->languages.count == 0)
		learn_languages(filling);
	clausary_buffer small = {0};
	add_small(&small, tag ? clausary_slice_part(word, 0, primary) : word);
	uint32_t at = clausary_map_get(&filling->languages, clausary_buffer_slice(&small));
	clausary_buffer_finish(&small);
	if (at == CLAUSARY_NONE)
		return CLAUSARY_SLICE("");
	return clausary_filling_string(filling,
	                               tag ? word : clausary_slice_of(uloc_getISOLanguages()[at]));
}

static bool
is_one(clausary_slice field, const char *a, const char *b)
{
	return clausary_slice_equal(field, clausary_slice_of(a))
	       || clausary_slice_equal(field, clausary_slice_of(b));
}

/* Letters and digits of what is no language, small: "definition source" is "definitionsource". */
static clausary_slice
field_of(clausary_filling *filling, clausary_slice head, clausary_column *column)
{
	clausary_buffer field = {0};
	size_t words = 0;
	for (size_t at = 0; at < head.size;) {
		clausary_slice word = next_word(head, &at);
		words += word.size > 0;
		clausary_slice language = column->language.size || word.size == 0
		                                  ? CLAUSARY_SLICE("")
		                                  : language_of(filling, word);
		/* "id" alone is no Indonesian */
		if (language.size && !clausary_slice_equal_ascii(head, CLAUSARY_SLICE("id"))) {
			column->language = language;
			continue;
		}
		add_small(&field, word);
	}
	clausary_slice found = clausary_filling_string(filling, clausary_buffer_slice(&field));
	clausary_buffer_finish(&field);
	return found;
}

/* IATE begins its heads with the level: "E_ID" of the entry, "L_CODE" of the language, "T_TERM" of
 * the term. Returns the letter, or 0. */
static char
take_level(clausary_slice *head)
{
	char level = head->size > 2 && head->data[1] == '_' ? head->data[0] : 0;
	if (level != 'E' && level != 'L' && level != 'T')
		return 0;
	*head = clausary_slice_part(*head, 2, head->size);
	return level;
}

clausary_column
clausary_column_of(clausary_filling *filling, clausary_slice head)
{
	clausary_column column = {.kind = CLAUSARY_COLUMN_FIELD};
	clausary_slice trimmed = clausary_slice_trim(head);
	if (trimmed.size > LONGEST_HEAD) {
		column.field = clausary_filling_string(filling, trimmed);
		return column;
	}
	clausary_slice rest = trimmed;
	char level = take_level(&rest);
	clausary_slice field = field_of(filling, rest, &column);
	if (trimmed.size == 0)
		column.kind = CLAUSARY_COLUMN_NOTHING;
	else if (is_one(field, "term", "") || is_one(field, "terms", "designation"))
		column.kind = CLAUSARY_COLUMN_TERM;
	else if (is_one(field, "shortform", "acronym")
	         || is_one(field, "abbreviation", "shortterm"))
		column.kind = CLAUSARY_COLUMN_SHORT_FORM;
	else if (is_one(field, "language", "lang") || (level == 'L' && is_one(field, "code", "")))
		column.kind = CLAUSARY_COLUMN_LANGUAGE;
	else if (is_one(field, "id", "conceptid") || is_one(field, "entryid", "entry"))
		column.kind = CLAUSARY_COLUMN_ID;
	else if (is_one(field, "definitionsource", "contextsource"))
		column.kind = CLAUSARY_COLUMN_SOURCE_OF;
	if (column.kind == CLAUSARY_COLUMN_SOURCE_OF)
		column.field = field.data[0] == 'd' ? CLAUSARY_SLICE("definition")
		                                    : CLAUSARY_SLICE("context");
	else if (column.kind == CLAUSARY_COLUMN_FIELD)
		column.field = clausary_field_category(field);
	column.of_entry = level == 'E' && column.kind == CLAUSARY_COLUMN_FIELD;
	/* a field that nobody knows keeps the name it has in the table */
	if (column.kind == CLAUSARY_COLUMN_FIELD && column.field.data == field.data
	    && clausary_category_named(field) == NULL)
		column.field =
		        column.language.size ? field : clausary_filling_string(filling, trimmed);
	return column;
}

void
clausary_column_print(clausary_buffer *to, const clausary_column *column)
{
	static const char *const names[] = {
	        [CLAUSARY_COLUMN_NOTHING] = "",
	        [CLAUSARY_COLUMN_ID] = "id",
	        [CLAUSARY_COLUMN_LANGUAGE] = "language",
	        [CLAUSARY_COLUMN_TERM] = "term",
	        [CLAUSARY_COLUMN_SHORT_FORM] = "short_form",
	        [CLAUSARY_COLUMN_SOURCE_OF] = "",
	        [CLAUSARY_COLUMN_FIELD] = "",
	};
	if (column->language.size) {
		clausary_buffer_add(to, column->language);
		clausary_buffer_add_byte(to, ':');
	}
	clausary_buffer_add(to, clausary_slice_of(names[column->kind]));
	clausary_buffer_add(to, column->field);
	if (column->kind == CLAUSARY_COLUMN_SOURCE_OF)
		clausary_buffer_add(to, CLAUSARY_SLICE("_source"));
}
