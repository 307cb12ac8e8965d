/* Writes identify_words.c when the program is built: what the locales say of their languages, and
 * their words, as a table to look words up in.
 *
 *     list-words DATA_DIRECTORY FILE
 */
#include "base/array.h"
#include "base/utf8.h"
#include "document/identify_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <unicode/uscript.h>

static const char *const TAGS[] = {
#define CLAUSARY_LANGUAGE(tag) #tag,
#include "locales/languages.def"
#undef CLAUSARY_LANGUAGE
};

enum { LANGUAGES = sizeof TAGS / sizeof *TAGS };

_Static_assert((int)LANGUAGES <= (int)CLAUSARY_IDENTIFY_LANGUAGES,
               "a bit of a word's value for each language");

/* A word of a language, or one that is taken away from it again. */
typedef struct entry {
	uint64_t hash;
	uint32_t order, language;
	bool add;
} entry;

typedef struct list {
	CLAUSARY_ARRAY(entry) entries;
	clausary_language languages[LANGUAGES];
	clausary_buffer scratch;
} list;

/* The script a language is written in. Kana make Japanese, whose other letters are Chinese. */
static int
code_of(const char *tag)
{
	enum { MOST_SCRIPTS = 4 };
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode codes[MOST_SCRIPTS] = {USCRIPT_UNKNOWN};
	int32_t count = uscript_getCode(tag, codes, MOST_SCRIPTS, &status);
	for (int32_t i = 0; i < count && i < MOST_SCRIPTS; i++)
		if (codes[i] == USCRIPT_HIRAGANA)
			return USCRIPT_HIRAGANA;
	return codes[0];
}

/* Add the words of a phrase, or take them away again. A locale may have words of other scripts,
 * which tell nothing of it. */
static void
add_words(list *to, size_t index, clausary_slice text, bool add)
{
	clausary_slice word;
	for (size_t at = 0; clausary_identify_word(text, &at, &word);) {
		size_t first = 0;
		UErrorCode status = U_ZERO_ERROR;
		UChar32 c = (UChar32)clausary_utf8_next(word, &first);
		if ((int)uscript_getScript(c, &status) != to->languages[index].code)
			continue;
		clausary_array_push(&to->entries,
		                    ((entry){clausary_identify_hash(word, &to->scratch),
		                             (uint32_t)to->entries.count, (uint32_t)index, add}));
	}
}

static void
add_entry(list *to, size_t index, clausary_locale_entry phrases, bool add)
{
	for (size_t i = 0; i < phrases.count; i++)
		add_words(to, index, phrases.words[i], add);
}

/* Read what tells a language; false where its locale is damaged. */
static bool
read_language(list *to, clausary_context *context, size_t index)
{
	static const char *const TABLES[] = {"Preambular", "Operative", "Structure", "Documents",
	                                     "Sections"};
	clausary_language *known = &to->languages[index];
	clausary_locale *locale;
	if (clausary_locale_open(&locale, context, TAGS[index]) != CLAUSARY_OK)
		return false;
	for (size_t i = 0; TAGS[index][i] && i + 1 < sizeof known->tag; i++)
		known->tag[i] = TAGS[index][i] == '_' ? '-' : TAGS[index][i];
	clausary_locale_entry assumed = clausary_locale_entry_of(locale, "Assumed", "language");
	for (size_t i = 0; i < assumed.count; i++)
		known->assumed |=
		        clausary_slice_equal(assumed.words[i], clausary_slice_of(known->tag));
	known->code = code_of(TAGS[index]);
	known->by_letters = known->code == USCRIPT_HIRAGANA || known->code == USCRIPT_HAN
	                    || known->code == USCRIPT_HANGUL;
	if (known->by_letters)
		return true;
	for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
		clausary_locale_table table = clausary_locale_find(locale, TABLES[i]);
		for (size_t j = 0; j < table.count; j++)
			add_entry(to, index, table.entries[j], true);
	}
	clausary_locale_entry edge = clausary_locale_entry_of(locale, "StopWords", "edge");
	add_entry(to, index, edge, true);
	for (size_t i = 0; i < edge.count; i++)
		known->accented |= known->code == USCRIPT_LATIN
		                   && clausary_utf8_count(edge.words[i]) < edge.words[i].size;
	add_entry(to, index, clausary_locale_entry_of(locale, "StopWords", "foreign"), false);
	return true;
}

static int
by_hash(const void *a, const void *b)
{
	const entry *x = a, *y = b;
	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* Put every word that a language has into a table; returns its places, a power of two of which at
 * most half are taken. */
static size_t
make_table(list *from, clausary_known_word **out)
{
	size_t places = 1, different = 0;
	if (from->entries.count)
		qsort(from->entries.items, from->entries.count, sizeof(entry), by_hash);
	for (size_t i = 0; i < from->entries.count; i++)
		different +=
		        i == 0 || from->entries.items[i].hash != from->entries.items[i - 1].hash;
	while (places < 2 * different)
		places *= 2;
	clausary_known_word *words = clausary_memory_zeros(places, sizeof *words);
	for (size_t i = 0; i < from->entries.count;) {
		uint64_t hash = from->entries.items[i].hash;
		uint32_t languages = 0;
		for (; i < from->entries.count && from->entries.items[i].hash == hash; i++) {
			uint32_t bit = (uint32_t)1 << from->entries.items[i].language;
			languages = from->entries.items[i].add ? languages | bit : languages & ~bit;
		}
		if (languages)
			words[clausary_identify_place(words, places, hash)] =
			        (clausary_known_word){(uint32_t)(hash >> 32), languages};
	}
	*out = words;
	return places;
}

static void
write_table(FILE *file, const list *from, const clausary_known_word *words, size_t places)
{
	fprintf(file, "/* Written by list_words.c from the locales; do not edit. */\n"
	              "#include \"document/identify_private.h\"\n\n"
	              "const clausary_language clausary_identify_languages[] = {\n");
	for (size_t i = 0; i < LANGUAGES; i++) {
		const clausary_language *l = &from->languages[i];
		fprintf(file, "\t{\"%s\", %d, %d, %d, %d},\n", l->tag, l->code, l->assumed,
		        l->accented, l->by_letters);
	}
	fprintf(file,
	        "};\nconst size_t clausary_identify_language_count = %d;\n"
	        "const size_t clausary_identify_places = %zu;\n"
	        "const clausary_known_word clausary_identify_words[%zu] = {\n",
	        LANGUAGES, places, places);
	for (size_t i = 0; i < places; i++)
		if (words[i].languages)
			fprintf(file, "\t[%zu] = {0x%08x, 0x%08x},\n", i, words[i].hash,
			        words[i].languages);
	fprintf(file, "};\n");
}

int
main(int count, char **arguments)
{
	clausary_context *context = NULL;
	list words = {0};
	if (count != 3 || clausary_context_new(&context, arguments[1]) != CLAUSARY_OK)
		return EXIT_FAILURE;
	bool read = true;
	for (size_t i = 0; i < LANGUAGES && read; i++)
		read = read_language(&words, context, i);
	FILE *file = read ? fopen(arguments[2], "wb") : NULL;
	if (file == NULL)
		return EXIT_FAILURE;
	clausary_known_word *table;
	size_t places = make_table(&words, &table);
	write_table(file, &words, table, places);
	bool written = fclose(file) == 0;
	free(table);
	clausary_array_finish(&words.entries);
	clausary_buffer_finish(&words.scratch);
	clausary_context_free(context);
	return written ? EXIT_SUCCESS : EXIT_FAILURE;
}
