/* Building a termbase from findings: what becomes one concept, ids, order, contexts, remarks. */
#include "glossary_fixture.h"
#include "unit.h"

#include "termbase/number.h"

static clausary_context context;

static bool
has_remark(const clausary_concept *concept, const char *text)
{
	for (uint32_t i = 0; i < concept->remarks.count; i++)
		if (clausary_slice_find(concept->remarks.items[i], clausary_slice_of(text))
		    != SIZE_MAX)
			return true;
	for (uint32_t i = 0; i < concept->languages.count; i++)
		for (uint32_t j = 0; j < concept->languages.items[i]->terms.count; j++) {
			const clausary_term *term = concept->languages.items[i]->terms.items[j];
			for (uint32_t k = 0; k < term->remarks.count; k++)
				if (clausary_slice_find(term->remarks.items[k],
				                        clausary_slice_of(text))
				    != SIZE_MAX)
					return true;
		}
	return false;
}

START_TEST(pair_is_one_concept)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "dir/r7.txt", "en", "Resolution 7 (Lund, 2031)");
	uint32_t a = fixture_clause(&f, "recalling/a", "recalling a)", "a)",
	                            "the work on shared metering (SM) in coastal towns;");
	fixture_clause(&f, "recalling/b", "recalling b)", "b)",
	               "that SM grows. Costs fall. SM is cheap;");
	fixture_pair(&f, a, "SM", "SM", "shared metering", 0.98f);
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 1);
	const clausary_concept *concept = termbase->ordered.items[0];
	fixture_assert_equal(concept->id, "term_recalling.a");
	const clausary_term *full = fixture_term(concept, "shared metering");
	const clausary_term *acronym = fixture_term(concept, "SM");
	ck_assert_int_eq(full->type, CLAUSARY_TERM_FULL_FORM);
	ck_assert_int_eq(acronym->type, CLAUSARY_TERM_ACRONYM);
	ck_assert_uint_eq(acronym->mentions, 3);
	ck_assert_uint_eq(acronym->contexts.count, 2);
	fixture_assert_equal(acronym->contexts.items[0].text,
	                     "the work on shared metering (SM) in coastal towns;");
	fixture_assert_equal(acronym->contexts.items[1].text, "that SM grows.");
	clausary_buffer source = {0};
	clausary_source_print(&source, termbase, &acronym->sources.items[0]);
	fixture_assert_equal(clausary_buffer_slice(&source),
	                     "Resolution 7 (Lund, 2031), recalling a)");
	clausary_buffer_finish(&source);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(plural_and_dashes_merge)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	uint32_t a =
	        fixture_clause(&f, "1", "1", "1", "cross‑border data technologies (CBTs) help");
	uint32_t b =
	        fixture_clause(&f, "2", "2", "2", "each Cross Border data  technology (CBT) helps");
	fixture_pair(&f, a, "CBTs", "CBT", "cross‑border data technologies", 0.9f);
	fixture_pair(&f, b, "CBT", "CBT", "Cross Border data  technology", 0.9f);
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 1);
	const clausary_concept *concept = termbase->ordered.items[0];
	ck_assert_uint_eq(concept->languages.items[0]->terms.count, 2);
	ck_assert(has_remark(concept, "also written: CBTs"));
	ck_assert(has_remark(concept, "also written: cross‑border data technologies"));
	ck_assert_ptr_nonnull(fixture_term(concept, "Cross Border data technology"));
	ck_assert(!has_remark(concept, "as found"));
	ck_assert_uint_eq(fixture_term(concept, "CBT")->sources.count, 2);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

/* A singular that is defined is the term whose plural the text has beside a plural acronym. */
START_TEST(singular_is_defined)
{
	fixture f, *all[] = {&f};
	clausary_context *loaded;
	ck_assert_int_eq(clausary_context_new(&loaded, NULL), CLAUSARY_OK);
	fixture_start(&f, loaded, "r.txt", "en", "");
	uint32_t a =
	        fixture_clause(&f, "1", "1", "1", "tide gates (TGs), lamp mark (LM) and wicks");
	uint32_t b = fixture_clause(&f, "2", "2", "2", "tide gate: a gate that tides move");
	uint32_t c = fixture_clause(&f, "3", "3", "3", "wick: a thread that burns");
	fixture_pair(&f, a, "TGs", "TG", "tide gates", 0.9f);
	fixture_pair(&f, a, "LM", "LM", "lamp mark", 0.9f);
	fixture_definition(&f, b, "tide gate", "a gate that tides move");
	fixture_definition(&f, c, "wick", "a thread that burns");
	clausary_termbase *termbase = fixture_termbase(loaded, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 3);
	const clausary_concept *gate = fixture_concept(termbase, "tide gate", 0);
	ck_assert_uint_eq(gate->languages.items[0]->terms.count, 2);
	ck_assert_uint_eq(gate->languages.items[0]->definitions.count, 1);
	ck_assert(has_remark(gate, "also written: tide gates"));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	clausary_context_free(loaded);
}
END_TEST

/* Where the text has no other form, a plural is shown, and said to be as found. */
START_TEST(plural_alone)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "harbour guilds (HGs) and a tide gate (TG)");
	fixture_pair(&f, a, "HGs", "HG", "harbour guilds", 0.9f);
	fixture_pair(&f, a, "TG", "TG", "tide gate", 0.9f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert(has_remark(fixture_concept(termbase, "harbour guilds", 0), "as found"));
	ck_assert(!has_remark(fixture_concept(termbase, "tide gate", 0), "as found"));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

static void
expect_shown(clausary_termbase *termbase, const char *form, const char *variant)
{
	const clausary_concept *concept = fixture_concept(termbase, form, 0);
	ck_assert_msg(concept != NULL, "%s is not shown", form);
	ck_assert_uint_eq(concept->languages.items[0]->terms.count, 2);
	ck_assert_msg(has_remark(concept, variant), "%s is no variant", variant);
	ck_assert(!has_remark(concept, "as found"));
}

/* A definition has the last word, then a list, whose capitals are not kept where text has none. */
START_TEST(citation_form)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	uint32_t list = fixture_clause(&f, "1", "1", "1",
	                               "AB Autonomous Buoy TS Tide Signal HG Harbour Guild");
	uint32_t a = fixture_clause(
	        &f, "2", "2", "2",
	        "autonomous buoys (ABs), tide signals (TSs) and the Harbour Guilds (HGs)");
	uint32_t b = fixture_clause(&f, "3", "3", "3", "autonomous buoy: a buoy without a crew");
	f.document.clauses.items[list].flags |= CLAUSARY_CLAUSE_ABBREVIATIONS;
	fixture_pair(&f, list, "AB", "AB", "Autonomous Buoy", 0.9f);
	fixture_pair(&f, list, "TS", "TS", "Tide Signal", 0.9f);
	fixture_pair(&f, list, "HG", "HG", "Harbour Guild", 0.9f);
	fixture_pair(&f, a, "ABs", "AB", "autonomous buoys", 0.9f);
	fixture_pair(&f, a, "TSs", "TS", "tide signals", 0.9f);
	fixture_pair(&f, a, "HGs", "HG", "Harbour Guilds", 0.9f);
	fixture_definition(&f, b, "autonomous buoy", "a buoy without a crew");
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 3);
	expect_shown(termbase, "autonomous buoy", "autonomous buoys");
	expect_shown(termbase, "tide signal", "Tide Signal");
	expect_shown(termbase, "Harbour Guild", "Harbour Guilds");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(number_of_expansions)
{
	static const clausary_slice words[] = {CLAUSARY_SLICE("s"), CLAUSARY_SLICE("es")};
	static const clausary_locale_entry plurals = {"acronym", words, 2};
	static const struct {
		const char *a, *b;
		bool may, does;
	} rows[] = {{"business plan", "business plans", true, true},
	            {"world assemblies", "world assembly", true, true},
	            {"bus", "buses", true, true},
	            {"access control", "access controller", true, false},
	            {"mobile operation", "mobile operator", true, false},
	            {"colour code", "colour codec", true, false},
	            {"tide gate", "tide office", false, false},
	            {"the plan", "the plan s", false, false},
	            {"école", "écoles", true, true}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		clausary_slice a = clausary_slice_of(rows[i].a), b = clausary_slice_of(rows[i].b);
		ck_assert_msg(clausary_number_may_differ(a, b) == rows[i].may, "%s", rows[i].a);
		ck_assert_msg(clausary_number_differs(a, b, plurals) == rows[i].does, "%s",
		              rows[i].a);
		ck_assert(clausary_number_differs(b, a, plurals) == rows[i].does);
	}
}
END_TEST

START_TEST(two_expansions_are_two_concepts)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "the harbour council (HC) met");
	fixture_clause(&f, "2", "2", "2", "HC agreed");
	uint32_t c = fixture_clause(&f, "3", "3", "3", "heat capacity (HC) rose");
	fixture_clause(&f, "4", "4", "4", "HC fell");
	fixture_pair(&f, a, "HC", "HC", "harbour council", 0.9f);
	fixture_pair(&f, c, "HC", "HC", "heat capacity", 0.4f);
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	const clausary_concept *council = fixture_concept(termbase, "harbour council", 0);
	const clausary_concept *heat = fixture_concept(termbase, "heat capacity", 0);
	ck_assert(has_remark(council, "HC also stands for: heat capacity (term_3)"));
	ck_assert(has_remark(heat, "HC also stands for: harbour council (term_1)"));
	ck_assert(has_remark(heat, "uncertain: confidence 0.40"));
	ck_assert(!has_remark(council, "uncertain"));
	ck_assert_uint_eq(fixture_term(council, "HC")->mentions, 2);
	ck_assert_uint_eq(fixture_term(heat, "HC")->mentions, 2);
	fixture_assert_equal(fixture_term(heat, "HC")->contexts.items[1].text, "HC fell");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(definition_joins)
{
	static const clausary_slice notes[] = {CLAUSARY_SLICE("NOTE – Only at sea.")};
	static const clausary_slice synonyms[] = {CLAUSARY_SLICE("joint metering")};
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "R 1");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "on shared metering (SM) now");
	uint32_t b = fixture_clause(&f, "3.1", "3.1", "3.1",
	                            "Shared metering: reading one meter for many");
	uint32_t c = fixture_clause(&f, "3.2", "3.2", "3.2",
	                            "shared metering (SM): reading one meter for many");
	uint32_t d = fixture_clause(&f, "3.3", "3.3", "3.3",
	                            "tide gate: gate that the tide moves [X.9]");
	fixture_pair(&f, a, "SM", "SM", "shared metering", 0.9f);
	fixture_definition(&f, b, "Shared metering", "reading one meter for many");
	clausary_definition *second =
	        fixture_definition(&f, c, "shared metering (SM)", "reading one meter for many");
	second->notes = notes;
	second->note_count = 1;
	second->synonyms = synonyms;
	second->synonym_count = 1;
	clausary_definition *third =
	        fixture_definition(&f, d, "tide gate", "gate that the tide moves");
	third->source = CLAUSARY_SLICE("[X.9]");
	third->elsewhere = 1;
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	const clausary_concept *meter = fixture_concept(termbase, "SM", 0);
	fixture_assert_equal(meter->id, "term_3.1");
	const clausary_language_section *section = meter->languages.items[0];
	ck_assert_uint_eq(section->definitions.count, 1);
	ck_assert_uint_eq(section->definitions.items[0].sources.count, 2);
	ck_assert_uint_eq(section->notes.count, 1);
	ck_assert_int_eq(fixture_term(meter, "joint metering")->status,
	                 CLAUSARY_TERM_STATUS_ADMITTED);
	const clausary_concept *gate = fixture_concept(termbase, "tide gate", 0);
	fixture_assert_equal(gate->id, "term_3.3");
	fixture_assert_equal(gate->languages.items[0]->definitions.items[0].cited.items[0],
	                     "[X.9]");
	ck_assert_int_eq(fixture_term(gate, "tide gate")->type, CLAUSARY_TERM_PLAIN);
	ck_assert(has_remark(gate, "from another document"));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(lone_acronym)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	fixture_clause(&f, "1", "1", "1", "as the QZX said");
	fixture_designation(&f, CLAUSARY_ACRONYM, "QZX");
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 1);
	const clausary_concept *concept = termbase->ordered.items[0];
	ck_assert(has_remark(concept, "expansion not found"));
	ck_assert_uint_eq(fixture_term(concept, "QZX")->contexts.count, 1);
	ck_assert_uint_eq(fixture_term(concept, "QZX")->sources.count, 1);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(several_in_one_clause)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	uint32_t a = fixture_clause(
	        &f, "recalling/a", "recalling a)", "a)",
	        "the harbour council (HC) and the tide office (TO), élan vital (ÉV)");
	fixture_pair(&f, a, "HC", "HC", "harbour council", 0.9f);
	fixture_pair(&f, a, "TO", "TO", "tide office", 0.9f);
	fixture_pair(&f, a, "ÉV", "ÉV", "élan vital", 0.9f);
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 3);
	fixture_assert_equal(termbase->ordered.items[0]->id, "term_recalling.a_HC");
	fixture_assert_equal(termbase->ordered.items[1]->id, "term_recalling.a_TO");
	fixture_assert_equal(termbase->ordered.items[2]->id, "term_recalling.a_EV");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(several_documents)
{
	fixture f, g, *all[] = {&f, &g};
	fixture_start(&f, &context, "x/r1.txt", "en", "R 1");
	fixture_clause(&f, "1", "1", "1", "the HC met");
	fixture_designation(&f, CLAUSARY_ACRONYM, "HC");
	fixture_mentions(&f);
	fixture_start(&g, &context, "y/r1.docx", "en", "R 1 bis");
	uint32_t a = fixture_clause(&g, "1", "1", "1", "the harbour council (HC) met");
	fixture_pair(&g, a, "HC", "HC", "harbour council", 0.9f);
	fixture_mentions(&g);
	clausary_termbase *termbase = fixture_termbase(&context, all, 2);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 1);
	const clausary_concept *concept = termbase->ordered.items[0];
	fixture_assert_equal(concept->id, "term_r1-2.1");
	ck_assert_uint_eq(fixture_term(concept, "HC")->mentions, 2);
	ck_assert_uint_eq(fixture_term(concept, "HC")->contexts.count, 2);
	ck_assert(!has_remark(concept, "not found"));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

START_TEST(languages_stay_apart)
{
	fixture f, g, *all[] = {&f, &g};
	fixture_start(&f, &context, "r.en.txt", "en", "R 1");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "the port office (PO) met");
	fixture_pair(&f, a, "PO", "PO", "port office", 0.9f);
	fixture_mentions(&f);
	fixture_start(&g, &context, "r.fr.txt", "fr", "R 1");
	fixture_clause(&g, "1", "1", "1", "le PO est réuni");
	fixture_designation(&g, CLAUSARY_ACRONYM, "PO");
	fixture_mentions(&g);
	clausary_termbase *termbase = fixture_termbase(&context, all, 2);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

START_TEST(long_sentence_is_cut)
{
	fixture f, *all[] = {&f};
	clausary_buffer body = {0};
	for (int i = 0; i < 200; i++)
		clausary_buffer_print(&body, "élément%d ", i);
	clausary_buffer_print(&body, "the QZX there ");
	for (int i = 0; i < 200; i++)
		clausary_buffer_print(&body, "wörd%d ", i);
	clausary_buffer_add_byte(&body, '\0');
	fixture_start(&f, &context, "r.txt", "en", "");
	fixture_clause(&f, "1", "1", "1", body.data);
	fixture_designation(&f, CLAUSARY_ACRONYM, "QZX");
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	clausary_slice text =
	        fixture_term(fixture_concept(termbase, "QZX", 0), "QZX")->contexts.items[0].text;
	ck_assert(clausary_slice_starts(text, CLAUSARY_SLICE("… ")));
	ck_assert(clausary_slice_ends(text, CLAUSARY_SLICE(" …")));
	ck_assert(clausary_slice_find(text, CLAUSARY_SLICE("the QZX there")) != SIZE_MAX);
	ck_assert_uint_le(text.size, 320);
	clausary_termbase_free(termbase);
	clausary_buffer_finish(&body);
	fixture_finish(&f);
}
END_TEST

START_TEST(line_ends_and_skips_inside_a_sentence)
{
	fixture f, *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "en", "");
	uint32_t a = fixture_clause(&f, "1", "1", "a)",
	                            "the harbour \n council[fn1] (HC) met\x01 here. No more.");
	clausary_span skip = fixture_find(&f, a, "[fn1]");
	clausary_array_push(&f.document.skips, skip);
	fixture_designation(&f, CLAUSARY_ACRONYM, "HC");
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	clausary_slice text =
	        fixture_term(fixture_concept(termbase, "HC", 0), "HC")->contexts.items[0].text;
	fixture_assert_equal(text, "the harbour council (HC) met here.");
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

START_TEST(adding_goes_on_after_writing)
{
	fixture f, g, *first[] = {&f};
	fixture_start(&f, &context, "a.txt", "en", "A");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "the harbour council (HC) met");
	fixture_pair(&f, a, "HC", "HC", "harbour council", 0.9f);
	fixture_mentions(&f);
	fixture_start(&g, &context, "b.txt", "en", "B");
	uint32_t b = fixture_clause(&g, "1", "1", "1", "heat capacity (HC) rose");
	fixture_pair(&g, b, "HC", "HC", "heat capacity", 0.9f);
	fixture_mentions(&g);
	clausary_termbase *termbase = fixture_termbase(&context, first, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 1);
	fixture_assert_equal(termbase->ordered.items[0]->id, "term_1");
	ck_assert_int_eq(clausary_termbase_add(termbase, &g.findings), CLAUSARY_OK);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	fixture_assert_equal(termbase->ordered.items[0]->id, "term_a.1");
	ck_assert_uint_eq(termbase->ordered.items[0]->remarks.count, 1);
	clausary_termbase_free(termbase);
	fixture_finish(&f);
	fixture_finish(&g);
}
END_TEST

/* Where acronyms show no number, words in other forms are the same expansion; other words are not.
 */
START_TEST(inflected_expansions)
{
	fixture f;
	fixture *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "fr", "R 1");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "les bouées autonomes (BA) veillent");
	uint32_t b = fixture_clause(&f, "2", "2", "2", "une bouée autonome (BA) veille");
	uint32_t c = fixture_clause(&f, "3", "3", "3", "le bureau des amers (BA) veille");
	fixture_pair(&f, a, "BA", "BA", "bouées autonomes", 0.9f);
	fixture_pair(&f, b, "BA", "BA", "bouée autonome", 0.9f);
	fixture_pair(&f, c, "BA", "BA", "bureau des amers", 0.9f);
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	const clausary_concept *buoy = fixture_concept(termbase, "bouées autonomes", 0);
	ck_assert_uint_eq(buoy->languages.items[0]->terms.count, 2);
	ck_assert_ptr_ne(buoy, fixture_concept(termbase, "bureau des amers", 0));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

/* A plural made inside the word keeps the letters of its root in their order. */
START_TEST(broken_plurals)
{
	ck_assert(clausary_number_inflected(CLAUSARY_SLICE("أهداف الميناء"),
	                                    CLAUSARY_SLICE("هدف الميناء")));
	ck_assert(clausary_number_inflected(CLAUSARY_SLICE("منارات قديمة"),
	                                    CLAUSARY_SLICE("منارة قديمة")));
	ck_assert(!clausary_number_inflected(CLAUSARY_SLICE("مجلس الميناء"),
	                                     CLAUSARY_SLICE("محطة الميناء")));
	ck_assert(!clausary_number_inflected(CLAUSARY_SLICE("tidal lock"),
	                                     CLAUSARY_SLICE("tidal flocks")));
}
END_TEST

/* The same in a language that inflects every word; short words have short stems. */
START_TEST(inflected_short_words)
{
	fixture f;
	fixture *all[] = {&f};
	fixture_start(&f, &context, "r.txt", "ru", "R 1");
	uint32_t a = fixture_clause(&f, "1", "1", "1", "роль автономных буёв (АБ) растёт");
	uint32_t b = fixture_clause(&f, "2", "2", "2", "автономный буй (АБ) несёт огонь");
	uint32_t c = fixture_clause(&f, "3", "3", "3", "альбом берегов (АБ) полон");
	fixture_pair(&f, a, "АБ", "АБ", "автономных буёв", 0.9f);
	fixture_pair(&f, b, "АБ", "АБ", "автономный буй", 0.9f);
	fixture_pair(&f, c, "АБ", "АБ", "альбом берегов", 0.9f);
	fixture_mentions(&f);
	clausary_termbase *termbase = fixture_termbase(&context, all, 1);
	ck_assert_uint_eq(clausary_termbase_size(termbase), 2);
	ck_assert_ptr_ne(fixture_concept(termbase, "автономных буёв", 0),
	                 fixture_concept(termbase, "альбом берегов", 0));
	clausary_termbase_free(termbase);
	fixture_finish(&f);
}
END_TEST

UNIT_MAIN(termbase_build, pair_is_one_concept, plural_and_dashes_merge, plural_alone,
          singular_is_defined, citation_form, number_of_expansions, two_expansions_are_two_concepts,
          definition_joins, lone_acronym, several_in_one_clause, several_documents,
          languages_stay_apart, long_sentence_is_cut, line_ends_and_skips_inside_a_sentence,
          adding_goes_on_after_writing, inflected_expansions, broken_plurals, inflected_short_words)
