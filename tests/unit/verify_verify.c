/* What the check before writing refuses, and that its message names the entry. */
#include "glossary_fixture.h"
#include "unit.h"

#include "verify/verify.h"

#include "base/language_tag.h"

static clausary_context context;
static fixture f;
static clausary_termbase *termbase;
static clausary_concept *concept;

static void
make(void)
{
	fixture *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "R 1");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "the harbour council (HC) met");
	uint32_t b = fixture_clause(&f, "2", "2", "2", "tide gate: gate that the tide moves");
	fixture_pair(&f, a, "HC", "HC", "harbour council", 0.9f);
	fixture_definition(&f, b, "tide gate", "gate that the tide moves");
	fixture_mentions(&f);
	termbase = fixture_termbase(&context, all, 1);
	clausary_termbase_finish(termbase);
	concept = termbase->ordered.items[0];
}

static void
drop(void)
{
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	clausary_buffer_finish(&context.failure);
}

static void
refused(const char *because)
{
	ck_assert_int_eq(clausary_verify(&context, termbase), CLAUSARY_EINVALID);
	const char *failure = clausary_context_failure(&context);
	ck_assert_msg(strstr(failure, because) != NULL, "'%s' lacks '%s'", failure, because);
}

START_TEST(good)
{
	make();
	ck_assert_int_eq(clausary_verify(&context, termbase), CLAUSARY_OK);
	drop();
}
END_TEST

START_TEST(ids)
{
	make();
	concept->id = CLAUSARY_SLICE("3.1");
	refused("entry '3.1': the id is no XML name");
	concept->id = CLAUSARY_SLICE("");
	refused("no XML name");
	concept->id = CLAUSARY_SLICE("a b");
	refused("no XML name");
	concept->id = termbase->ordered.items[1]->id;
	refused("entry 'term_2': the id is given twice");
	concept->id = CLAUSARY_SLICE("term_1");
	concept->languages.items[0]->terms.items[0]->id = CLAUSARY_SLICE("term_1");
	refused("entry 'term_1': the id is given twice");
	drop();
}
END_TEST

START_TEST(terms)
{
	make();
	clausary_term *term = concept->languages.items[0]->terms.items[0];
	term->form = CLAUSARY_SLICE("");
	refused("entry 'term_1': a term: 'is empty'");
	term->form = CLAUSARY_SLICE(" \xc2\xa0 ");
	refused("is empty");
	term->form = CLAUSARY_SLICE("a\x02");
	refused("a character that XML does not allow");
	term->form = CLAUSARY_SLICE("a\xef\xbf\xbf");
	refused("a character that XML does not allow");
	term->form = CLAUSARY_SLICE("a\xff");
	refused("a character that XML does not allow");
	term->form = CLAUSARY_SLICE("a");
	term->contexts.items[0].text = CLAUSARY_SLICE("");
	refused("a context: 'is empty'");
	term->contexts.count = 0;
	concept->languages.items[0]->terms.count = 0;
	refused("no term in the section of language: 'en'");
	concept->languages.count = 0;
	refused("no language section");
	drop();
}
END_TEST

START_TEST(languages)
{
	make();
	static const char *const bad[] = {"",   "fr_FR",     "-",     "en-", "-en",
	                                  "1a", "abcdefghi", "en--x", "é"};
	static const char *const good_tags[] = {"en",    "pt-BR", "zh-Hans", "sl-rozaj-biske",
	                                        "x-own", "es-419"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
		ck_assert_msg(!clausary_is_language_tag(clausary_slice_of(bad[i])), "'%s'", bad[i]);
	for (size_t i = 0; i < sizeof good_tags / sizeof good_tags[0]; i++)
		ck_assert_msg(clausary_is_language_tag(clausary_slice_of(good_tags[i])), "'%s'",
		              good_tags[i]);
	concept->languages.items[0]->language = CLAUSARY_SLICE("fr_FR");
	refused("entry 'term_1': no language tag (BCP 47): 'fr_FR'");
	concept->languages.items[0]->language = CLAUSARY_SLICE("EN");
	clausary_list_push(&termbase->arena, &concept->languages,
	                   termbase->ordered.items[1]->languages.items[0]);
	refused("entry 'term_1': two sections for language: 'en'");
	drop();
}
END_TEST

START_TEST(head)
{
	make();
	termbase->title = CLAUSARY_SLICE("\x1b[1m");
	refused("entry '(head)': the title");
	termbase->title = CLAUSARY_SLICE("");
	termbase->subject = CLAUSARY_SLICE("\xc3");
	refused("the subject field");
	drop();
}
END_TEST

START_TEST(definitions)
{
	make();
	clausary_language_section *section = termbase->ordered.items[1]->languages.items[0];
	section->definitions.items[0].text = CLAUSARY_SLICE(" ");
	refused("entry 'term_2': a definition: 'is empty'");
	section->definitions.items[0].text = CLAUSARY_SLICE("x");
	section->definitions.items[0].sources.items[0].clause = CLAUSARY_SLICE("\b");
	refused("the clause of a source");
	drop();
}
END_TEST

START_TEST(writers_refuse_before_the_first_byte)
{
	make();
	static const char *const writers[] = {"tbx", "tbx-v2", "tbx-flat", "csv", "json", "table"};
	concept->languages.items[0]->terms.items[0]->form = CLAUSARY_SLICE("");
	for (size_t i = 0; i < sizeof writers / sizeof writers[0]; i++) {
		clausary_buffer out = {0};
		ck_assert_int_eq(fixture_write(&out, &context, writers[i], termbase, NULL, 0),
		                 CLAUSARY_EINVALID);
		ck_assert_uint_eq(out.size, 1);
		clausary_buffer_finish(&out);
	}
	drop();
}
END_TEST

UNIT_MAIN(verify_verify, good, ids, terms, languages, head, definitions,
          writers_refuse_before_the_first_byte)
