/* The reference glossary: when it speaks, what it adds, and that the text always wins. Needs
 * CLAUSARY_DATA. */
#include "glossary_fixture.h"
#include "unit.h"

#include "termbase/reference.h"

static clausary_context context;

static clausary_termbase *
termbase_with(const char *reference, fixture *const *fixtures, size_t count)
{
	clausary_termbase_options options = {.reference = reference};
	clausary_termbase *termbase = NULL;
	ck_assert_msg(clausary_termbase_new(&termbase, &context, &options) == CLAUSARY_OK, "%s",
	              clausary_context_failure(&context));
	for (size_t i = 0; i < count; i++)
		ck_assert_int_eq(clausary_termbase_add(termbase, &fixtures[i]->findings),
		                 CLAUSARY_OK);
	clausary_termbase_finish(termbase);
	return termbase;
}

static void
itu_document(fixture *f)
{
	fixture_start(f, &context, "r9.txt", "en", "Resolution 9 (Lund, 2031)");
	uint32_t a =
	        fixture_clause(f, "recalling/a", "recalling a)", "a)",
		               "that the International Telecommunication Union (ITU) keeps watch;");
	fixture_clause(f, "instructs/heading", "instructs", "",
	               "instructs the Director of the Telecommunication\nStandardization Bureau");
	fixture_clause(f, "instructs/1", "instructs 1", "1",
	               "to report to WTDC and to the United Nations;");
	fixture_clause(f, "instructs/2", "instructs 2", "2",
	               "to ask each united nations desk, and the Telecommunication Standardization "
	               "Bureau;");
	fixture_pair(f, a, "ITU", "ITU", "International Telecommunication Union", 0.98f);
	fixture_designation(f, CLAUSARY_ACRONYM, "WTDC");
	fixture_mentions(f);
}

START_TEST(names_that_are_only_spelled_out)
{
	fixture f, *all[] = {&f};
	itu_document(&f);
	clausary_termbase *termbase = termbase_with(NULL, all, 1);
	const clausary_concept *bureau = fixture_concept(termbase, "TSB", 0);
	ck_assert_ptr_nonnull(bureau);
	fixture_assert_equal(bureau->id, "term_instructs.heading");
	const clausary_term *full =
	        fixture_term(bureau, "Telecommunication Standardization Bureau");
	const clausary_term *acronym = fixture_term(bureau, "TSB");
	ck_assert_int_eq(full->type, CLAUSARY_TERM_FULL_FORM);
	ck_assert_uint_eq(full->mentions, 2);
	ck_assert_uint_eq(full->sources.count, 2);
	ck_assert_uint_eq(full->sources.items[0].document, 0);
	ck_assert(!full->referenced);
	ck_assert(acronym->referenced);
	ck_assert_uint_eq(acronym->mentions, 0);
	ck_assert_uint_eq(acronym->sources.items[0].document, CLAUSARY_NONE);
	fixture_assert_equal(acronym->sources.items[0].citation,
	                     "ITU terminology, official English name");
	ck_assert_uint_eq(
	        fixture_term(fixture_concept(termbase, "UN", 0), "United Nations")->mentions, 1);
	ck_assert_ptr_null(fixture_concept(termbase, "BDT", 0));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(acronym_that_is_never_expanded)
{
	fixture f, *all[] = {&f};
	itu_document(&f);
	clausary_termbase *termbase = termbase_with(NULL, all, 1);
	const clausary_concept *conference = fixture_concept(termbase, "WTDC", 0);
	const clausary_term *full =
	        fixture_term(conference, "World Telecommunication Development Conference");
	ck_assert_ptr_nonnull(full);
	ck_assert(full->referenced);
	ck_assert_int_eq(full->type, CLAUSARY_TERM_FULL_FORM);
	fixture_assert_equal(fixture_term(conference, "WTDC")->remarks.items[0],
	                     "expansion not found in the text");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(none_and_unknown)
{
	fixture f, *all[] = {&f};
	clausary_termbase_options options = {.reference = "atlantis"};
	clausary_termbase *termbase = NULL;
	itu_document(&f);
	termbase = termbase_with("none", all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	clausary_termbase_free(termbase);
	ck_assert_int_eq(clausary_termbase_new(&termbase, &context, &options), CLAUSARY_EUSAGE);
	ck_assert_ptr_nonnull(strstr(clausary_context_failure(&context), "atlantis"));
	fixture_finish(&f);
}
END_TEST

START_TEST(other_documents_are_left_alone)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "law.txt", "en", "");
	fixture_clause(&f, "1", "1", "1",
	               "the United Nations and the Radiocommunication Bureau agree on a BR");
	fixture_designation(&f, CLAUSARY_ACRONYM, "BR");
	fixture_mentions(&f);
	clausary_termbase *termbase = termbase_with(NULL, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 1);
	clausary_termbase_free(termbase);
	termbase = termbase_with("itu", all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	const clausary_concept *bureau = fixture_concept(termbase, "BR", 0);
	ck_assert_ptr_nonnull(fixture_term(bureau, "Radiocommunication Bureau"));
	ck_assert(!fixture_term(bureau, "BR")->referenced);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(the_text_wins)
{
	fixture f, g, *all[] = {&f, &g};
	itu_document(&f);
	fixture_start(&g, &context, "b.txt", "en", "B");
	uint32_t a =
	        fixture_clause(&g, "1", "1", "1",
		               "the Telecommunication Standardization Bureau (TStB) of the ITU");
	fixture_pair(&g, a, "TStB", "TStB", "Telecommunication Standardization Bureau", 0.9f);
	fixture_mentions(&g);
	clausary_termbase *termbase = termbase_with(NULL, all, 2);
	ck_assert_ptr_null(fixture_concept(termbase, "TSB", 0));
	ck_assert_ptr_nonnull(fixture_concept(termbase, "TStB", 0));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

START_TEST(french_has_its_own_acronyms)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "fr", "");
	uint32_t a = fixture_clause(
	        &f, "1", "1", "1",
	        "l’Union internationale des télécommunications (UIT) et le Directeur du "
	        "Bureau de la normalisation des télécommunications,");
	fixture_pair(&f, a, "UIT", "UIT", "Union internationale des télécommunications", 0.9f);
	fixture_mentions(&f);
	clausary_termbase *termbase = termbase_with(NULL, all, 1);
	ck_assert_ptr_nonnull(fixture_concept(termbase, "TSB", 0));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

int
main(void)
{
	const TTest *const tests[] = {
	        names_that_are_only_spelled_out,
	        acronym_that_is_never_expanded,
	        none_and_unknown,
	        other_documents_are_left_alone,
	        the_text_wins,
	        french_has_its_own_acronyms,
	};
	const char *directory = getenv("CLAUSARY_DATA");
	if (directory == NULL) {
		puts("1..0 # SKIP CLAUSARY_DATA is not set");
		return 0;
	}
	context.data_directory = clausary_memory_zeros(1, strlen(directory) + 1);
	memcpy(context.data_directory, directory, strlen(directory));
	return unit_run("termbase_reference", tests, sizeof tests / sizeof *tests);
}
