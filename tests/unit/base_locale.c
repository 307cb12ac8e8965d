/* Locales: root, then the language, then its variants, key by key, and never what the user's
 * settings say. */
#include "base/locale.h"
#include "unit.h"

#include <stdlib.h>
#include <unicode/uloc.h>

typedef struct locale_fixture {
	clausary_context *context;
	unsigned unknown; /* diagnostics "unknown-language" */
} locale_fixture;

static void
count_unknown(void *payload, const clausary_diagnostic *diagnostic)
{
	locale_fixture *f = payload;
	ck_assert_str_eq(diagnostic->id, "unknown-language");
	f->unknown++;
}

static void
start(locale_fixture *f)
{
	*f = (locale_fixture){0};
	ck_assert_int_eq(clausary_context_new(&f->context, NULL), CLAUSARY_OK);
	clausary_context_set_sink(f->context, count_unknown, f);
}

static const clausary_locale *
opened(locale_fixture *f, const char *tag)
{
	clausary_locale *locale;
	ck_assert_int_eq(clausary_locale_open(&locale, f->context, tag), CLAUSARY_OK);
	return locale;
}

static void
expect_first(const clausary_locale *locale, const char *table, const char *key, const char *word)
{
	clausary_locale_entry entry = clausary_locale_entry_of(locale, table, key);
	clausary_slice found = entry.count ? entry.words[0] : CLAUSARY_SLICE("");
	ck_assert_msg(clausary_slice_equal(found, clausary_slice_of(word)), "%s/%s: '%.*s'", table,
	              key, (int)found.size, found.data);
}

START_TEST(a_language_lies_over_root)
{
	locale_fixture f;
	start(&f);
	const clausary_locale *root = opened(&f, ""), *english = opened(&f, "en");
	expect_first(root, "Meta", "name", "any language");
	expect_first(english, "Meta", "name", "English");
	expect_first(root, "Labels", "footnote", "\u203b");
	expect_first(english, "Labels", "footnote", "footnote");
	/* of one table: its words are the language's, its units those of all */
	expect_first(english, "NotAcronyms", "units", "kHz");
	ck_assert_uint_eq(clausary_locale_entry_of(root, "NotAcronyms", "words").count, 0);
	ck_assert_uint_gt(clausary_locale_entry_of(english, "NotAcronyms", "words").count, 0);
	ck_assert_uint_eq(f.unknown, 0);
	clausary_context_free(f.context);
}
END_TEST

START_TEST(a_variant_without_a_bundle_is_its_language)
{
	locale_fixture f;
	start(&f);
	expect_first(opened(&f, "en-NZ"), "Meta", "name", "English");
	expect_first(opened(&f, "en_NZ"), "Labels", "footnote", "footnote");
	expect_first(opened(&f, "en-Latn-NZ-x-harbour"), "Preambular", "recalling", "recalling");
	ck_assert_uint_eq(f.unknown, 0);
	clausary_context_free(f.context);
}
END_TEST

START_TEST(an_unknown_language_is_root_alone)
{
	locale_fixture f;
	start(&f);
	const clausary_locale *unknown = opened(&f, "qtz");
	expect_first(unknown, "Meta", "name", "any language");
	expect_first(unknown, "NotAcronyms", "units", "kHz");
	ck_assert_uint_eq(clausary_locale_find(unknown, "Preambular").count, 0);
	ck_assert_uint_eq(f.unknown, 1);
	ck_assert_ptr_eq(opened(&f, "qtz"), unknown); /* opened once, told once */
	ck_assert_uint_eq(f.unknown, 1);
	opened(&f, "qtz-NZ");
	ck_assert_uint_eq(f.unknown, 2);
	opened(&f, "und"); /* says itself that nothing is known */
	ck_assert_uint_eq(f.unknown, 2);
	clausary_context_free(f.context);
}
END_TEST

START_TEST(the_users_locale_is_not_asked)
{
	static const char *const DEFAULTS[] = {"en_NZ", "en"};
	for (size_t i = 0; i < 2; i++) {
		locale_fixture f;
		UErrorCode error = U_ZERO_ERROR;
		uloc_setDefault(DEFAULTS[i], &error);
		ck_assert(U_SUCCESS(error));
		start(&f);
		expect_first(opened(&f, ""), "Meta", "name", "any language");
		expect_first(opened(&f, "qtz"), "Meta", "name", "any language");
		ck_assert_uint_eq(clausary_locale_find(opened(&f, "qtz"), "Operative").count, 0);
		clausary_context_free(f.context);
	}
}
END_TEST

START_TEST(what_is_not_there_is_empty)
{
	locale_fixture f;
	start(&f);
	const clausary_locale *english = opened(&f, "en");
	clausary_locale_table table = clausary_locale_find(english, "NoSuchTable");
	ck_assert_str_eq(table.name, "NoSuchTable");
	ck_assert_uint_eq(table.count, 0);
	ck_assert_uint_eq(clausary_locale_entry_of(english, "NoSuchTable", "x").count, 0);
	ck_assert_uint_eq(clausary_locale_entry_of(english, "Labels", "no-such-key").count, 0);
	clausary_context_free(f.context);
}
END_TEST

START_TEST(entries_are_sorted_and_no_key_comes_twice)
{
	locale_fixture f;
	start(&f);
	const clausary_locale *english = opened(&f, "en");
	static const char *const TABLES[] = {"Operative", "Sections", "Labels", "NotAcronyms"};
	for (size_t i = 0; i < sizeof TABLES / sizeof *TABLES; i++) {
		clausary_locale_table table = clausary_locale_find(english, TABLES[i]);
		ck_assert_uint_gt(table.count, 1);
		for (size_t j = 1; j < table.count; j++)
			ck_assert_int_lt(strcmp(table.entries[j - 1].key, table.entries[j].key), 0);
	}
	clausary_context_free(f.context);
}
END_TEST

START_TEST(tags_that_are_none)
{
	static const char *const TAGS[] = {
	        "../locales/en",
	        "./en",
	        "/etc/passwd",
	        "en/../en",
	        "-",
	        "_",
	        "--en",
	        "a-very-long-tag-that-goes-on-and-on-past-every-limit-that-a-tag-has"};
	locale_fixture f;
	start(&f);
	for (size_t i = 0; i < sizeof TAGS / sizeof *TAGS; i++)
		expect_first(opened(&f, TAGS[i]), "Meta", "name", "any language");
	clausary_context_free(f.context);
}
END_TEST

START_TEST(tags_without_case)
{
	locale_fixture f;
	start(&f);
	expect_first(opened(&f, "EN"), "Meta", "name", "English");
	expect_first(opened(&f, "En-nz"), "Meta", "name", "English");
	ck_assert_uint_eq(f.unknown, 0);
	clausary_context_free(f.context);
}
END_TEST

START_TEST(no_data_no_context)
{
	clausary_context *context = NULL;
	ck_assert_int_eq(clausary_context_new(&context, "/nowhere at all"), CLAUSARY_ELOCALE);
	ck_assert_ptr_null(context);
}
END_TEST

START_TEST(a_region_brings_its_script)
{
	locale_fixture f;
	start(&f);
	expect_first(opened(&f, "zh"), "Meta", "name", "中文");
	expect_first(opened(&f, "zh-CN"), "Meta", "name", "中文");
	expect_first(opened(&f, "zh-TW"), "Meta", "name", "中文（繁體）");
	expect_first(opened(&f, "zh-HK"), "Meta", "name", "中文（繁體）");
	expect_first(opened(&f, "zh-Hans-HK"), "Meta", "name", "中文");
	expect_first(opened(&f, "fr-CA"), "Meta", "name", "French");
	ck_assert_uint_eq(f.unknown, 0);
	clausary_context_free(f.context);
}
END_TEST

UNIT_MAIN(base_locale, a_region_brings_its_script, a_language_lies_over_root,
          a_variant_without_a_bundle_is_its_language, an_unknown_language_is_root_alone,
          the_users_locale_is_not_asked, what_is_not_there_is_empty,
          entries_are_sorted_and_no_key_comes_twice, tags_that_are_none, tags_without_case,
          no_data_no_context)
