/* One concept, many languages: language versions of one document made by hand. */
#include "glossary_fixture.h"
#include "unit.h"

static clausary_context context;

enum { VERSIONS = 3 };

/* Three versions of an invented resolution. The bodies and their names are invented too. */
static void
make_versions(fixture f[VERSIONS])
{
	fixture_start(&f[0], &context, "basin.en.txt", "en", "Resolution 7 (Almira, 2031)");
	uint32_t a = fixture_clause(&f[0], "recalling/a", "recalling a)", "a)",
	                            "open tidal data (OTD) and autonomous buoys (AB)");
	uint32_t b = fixture_clause(&f[0], "recalling/b", "recalling b)", "b)",
	                            "the work of the HDC on OTD");
	uint32_t c = fixture_clause(&f[0], "3.1", "3.1", "3.1", "berth: a place for a ship");
	fixture_clause(&f[0], "resolves/1", "resolves 1", "1", "to give AB to the HDC and OTD");
	fixture_pair(&f[0], a, "OTD", "OTD", "open tidal data", 0.9f);
	fixture_pair(&f[0], a, "AB", "AB", "autonomous buoys", 0.9f);
	fixture_definition(&f[0], c, "berth", "a place for a ship");
	fixture_designation(&f[0], CLAUSARY_ACRONYM, "HDC");

	fixture_start(&f[1], &context, "basin.fr.txt", "fr", "Résolution 7 (Almira, 2031)");
	a = fixture_clause(&f[1], "recalling/a", "rappelant a)", "a)",
	                   "les bouées autonomes (BA) et les données ouvertes de marée (DOM)");
	b = fixture_clause(&f[1], "recalling/b", "rappelant b)", "b)",
	                   "les travaux de la HDC sur les DOM");
	c = fixture_clause(&f[1], "3.1", "3.1", "3.1", "poste: place pour un navire");
	fixture_clause(&f[1], "resolves/1", "décide 1", "1", "de donner BA à la HDC et DOM");
	fixture_pair(&f[1], a, "BA", "BA", "bouées autonomes", 0.9f);
	fixture_pair(&f[1], a, "DOM", "DOM", "données ouvertes de marée", 0.9f);
	fixture_definition(&f[1], c, "poste", "place pour un navire");
	fixture_designation(&f[1], CLAUSARY_ACRONYM, "HDC");

	fixture_start(&f[2], &context, "basin.ru.txt", "ru", "Резолюция 7 (Альмира, 2031)");
	a = fixture_clause(&f[2], "recalling/a", "напоминая a)", "a)",
	                   "открытые данные о приливах (ОДП)");
	b = fixture_clause(&f[2], "recalling/b", "напоминая b)", "b)", "работу HDC по ОДП");
	c = fixture_clause(&f[2], "3.1", "3.1", "3.1", "причал: место для судна");
	fixture_clause(&f[2], "resolves/1", "решает 1", "1", "передать HDC и ОДП");
	fixture_pair(&f[2], a, "ОДП", "ОДП", "открытые данные о приливах", 0.9f);
	fixture_definition(&f[2], c, "причал", "место для судна");
	fixture_designation(&f[2], CLAUSARY_ACRONYM, "HDC");
	for (int i = 0; i < VERSIONS; i++)
		fixture_mentions(&f[i]);
	(void)b;
}

/* The termbase of `count` of the fixtures, in this order. */
static clausary_termbase *
termbase_of(fixture *const *fixtures, size_t count, const char *languages)
{
	const clausary_findings *versions[VERSIONS];
	clausary_termbase_options options = {.reference = "none", .languages = languages};
	clausary_termbase *termbase = NULL;
	clausary_alignment *alignment = NULL;
	for (size_t i = 0; i < count; i++)
		versions[i] = &fixtures[i]->findings;
	ck_assert_int_eq(clausary_termbase_new(&termbase, &context, &options), CLAUSARY_OK);
	ck_assert_int_eq(clausary_align(&alignment, &context, versions, count), CLAUSARY_OK);
	ck_assert_int_eq(clausary_termbase_add_versions(termbase, versions, count, alignment),
	                 CLAUSARY_OK);
	clausary_alignment_free(alignment);
	return termbase;
}

static void
finish_all(fixture f[VERSIONS])
{
	for (int i = 0; i < VERSIONS; i++)
		fixture_finish(&f[i]);
}

/* Whether both forms stand in one entry. */
static bool
together(const clausary_termbase *termbase, const char *one, const char *other)
{
	const clausary_concept *concept = fixture_concept(termbase, one, 0);
	ck_assert_msg(concept != NULL, "no '%s'", one);
	return concept == fixture_concept(termbase, other, 0);
}

START_TEST(one_entry)
{
	fixture f[VERSIONS];
	make_versions(f);
	clausary_termbase *termbase = termbase_of((fixture *[]){&f[0], &f[1], &f[2]}, 3, NULL);
	ck_assert(together(termbase, "open tidal data", "données ouvertes de marée"));
	ck_assert(together(termbase, "OTD", "ОДП"));
	ck_assert(together(termbase, "autonomous buoys", "BA"));
	ck_assert(together(termbase, "berth", "poste"));
	ck_assert(together(termbase, "berth", "причал"));
	ck_assert(!together(termbase, "OTD", "BA"));
	ck_assert_uint_eq(termbase->ordered.count, 4);
	const clausary_concept *hdc = fixture_concept(termbase, "HDC", 0);
	ck_assert_uint_eq(hdc->languages.count, 3);
	fixture_assert_equal(hdc->languages.items[1]->place->source.clause, "rappelant b)");
	fixture_assert_equal(fixture_concept(termbase, "berth", 0)->id, "term_3.1");
	fixture_assert_equal(hdc->id, "term_recalling.b");
	clausary_termbase_free(termbase);
	finish_all(f);
}
END_TEST

START_TEST(evidence_is_kept)
{
	fixture f[VERSIONS];
	make_versions(f);
	clausary_termbase *termbase = termbase_of((fixture *[]){&f[0], &f[1], &f[2]}, 3, NULL);
	const clausary_concept *berth = fixture_concept(termbase, "berth", 0);
	ck_assert_uint_eq(berth->links.count, 2);
	ck_assert_int_eq(berth->links.items[0].evidence, CLAUSARY_EVIDENCE_DEFINITION);
	ck_assert_int_eq(fixture_concept(termbase, "OTD", 0)->links.items[0].evidence,
	                 CLAUSARY_EVIDENCE_PAIR);
	ck_assert_int_eq(fixture_concept(termbase, "HDC", 0)->links.items[0].evidence,
	                 CLAUSARY_EVIDENCE_LETTERS);
	clausary_termbase_free(termbase);
	finish_all(f);
}
END_TEST

/* The same bytes from every order of the versions, when the order of languages is the same. */
START_TEST(any_order)
{
	static const int orders[][VERSIONS] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
	                                       {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
	static const char *const writers[] = {"tbx",      "tbx-v2", "tbx-flat", "csv",
	                                      "csv-wide", "json",   "table"};
	fixture f[VERSIONS];
	make_versions(f);
	for (size_t w = 0; w < sizeof writers / sizeof writers[0]; w++) {
		clausary_buffer first = {0};
		for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
			clausary_buffer out = {0};
			const int *order = orders[i];
			clausary_termbase *termbase =
			        termbase_of((fixture *[]){&f[order[0]], &f[order[1]], &f[order[2]]},
				            3, "ru,en,fr");
			ck_assert_int_eq(fixture_write(i ? &out : &first, &context, writers[w],
			                               termbase, NULL, 0),
			                 CLAUSARY_OK);
			if (i)
				ck_assert_str_eq(out.data, first.data);
			clausary_buffer_finish(&out);
			clausary_termbase_free(termbase);
		}
		clausary_buffer_finish(&first);
	}
	finish_all(f);
}
END_TEST

START_TEST(order_of_languages)
{
	fixture f[VERSIONS];
	make_versions(f);
	clausary_termbase *given = termbase_of((fixture *[]){&f[2], &f[0], &f[1]}, 3, NULL);
	const clausary_concept *berth = fixture_concept(given, "berth", 0);
	fixture_assert_equal(berth->languages.items[0]->language, "ru");
	fixture_assert_equal(berth->languages.items[2]->language, "fr");
	clausary_termbase_free(given);
	clausary_termbase *asked = termbase_of((fixture *[]){&f[2], &f[0], &f[1]}, 3, "fr,en");
	berth = fixture_concept(asked, "berth", 0);
	fixture_assert_equal(berth->languages.items[0]->language, "fr");
	fixture_assert_equal(berth->languages.items[2]->language, "ru");
	clausary_termbase_free(asked);
	finish_all(f);
}
END_TEST

/* The ids of entries do not depend on which languages are given. */
START_TEST(ids_of_fewer)
{
	fixture f[VERSIONS];
	make_versions(f);
	clausary_termbase *all = termbase_of((fixture *[]){&f[0], &f[1], &f[2]}, 3, NULL);
	clausary_termbase *two = termbase_of((fixture *[]){&f[2], &f[1]}, 2, NULL);
	clausary_termbase *one = fixture_termbase(&context, (fixture *[]){&f[2]}, 1);
	static const char *const forms[] = {"причал", "HDC"};
	for (size_t i = 0; i < 2; i++) {
		clausary_slice id = fixture_concept(all, forms[i], 0)->id;
		ck_assert(clausary_slice_equal(id, fixture_concept(two, forms[i], 0)->id));
		ck_assert(clausary_slice_equal(id, fixture_concept(one, forms[i], 0)->id));
	}
	clausary_termbase_free(all);
	clausary_termbase_free(two);
	clausary_termbase_free(one);
	finish_all(f);
}
END_TEST

START_TEST(names_of_languages)
{
	fixture f[VERSIONS];
	clausary_termbase *termbase = NULL;
	clausary_termbase_options options = {.reference = "none",
	                                     .language_map = "en=en-US,fr=fr-CA"};
	make_versions(f);
	ck_assert_int_eq(clausary_termbase_new(&termbase, &context, &options), CLAUSARY_OK);
	fixture_assert_equal(clausary_termbase_tag(termbase, CLAUSARY_SLICE("en")), "en-US");
	fixture_assert_equal(clausary_termbase_tag(termbase, CLAUSARY_SLICE("ru")), "ru");
	clausary_termbase_free(termbase);
	static const char *const bad[] = {"en", "en=", "=fr", "en=e n", "en=fr=de"};
	for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		options.language_map = bad[i];
		ck_assert_int_eq(clausary_termbase_new(&termbase, &context, &options),
		                 CLAUSARY_EUSAGE);
	}
	options = (clausary_termbase_options){.reference = "none", .languages = "en,fr_FR"};
	ck_assert_int_eq(clausary_termbase_new(&termbase, &context, &options), CLAUSARY_EUSAGE);
	finish_all(f);
}
END_TEST

START_TEST(alignment_of_others)
{
	fixture f[VERSIONS];
	clausary_alignment *alignment = NULL;
	clausary_termbase *termbase = NULL;
	make_versions(f);
	const clausary_findings *versions[] = {&f[0].findings, &f[1].findings, &f[2].findings};
	ck_assert_int_eq(clausary_align(&alignment, &context, versions, 2), CLAUSARY_OK);
	ck_assert_int_eq(clausary_termbase_new(&termbase, &context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(clausary_termbase_add_versions(termbase, versions, 3, alignment),
	                 CLAUSARY_EUSAGE);
	ck_assert_int_eq(clausary_termbase_add_versions(termbase, versions + 1, 2, alignment),
	                 CLAUSARY_EUSAGE);
	ck_assert_int_eq(clausary_termbase_add_versions(termbase, versions, 0, NULL),
	                 CLAUSARY_EUSAGE);
	ck_assert_int_eq(clausary_termbase_add_versions(termbase, versions, 2, NULL),
	                 CLAUSARY_EUSAGE);
	clausary_termbase_free(termbase);
	clausary_alignment_free(alignment);
	finish_all(f);
}
END_TEST

UNIT_MAIN(termbase_versions, one_entry, evidence_is_kept, any_order, order_of_languages,
          ids_of_fewer, names_of_languages, alignment_of_others)
