/* What is an acronym from its letters and what stands around it, and what is none. */
#include "mining/cues.h"
#include "mining/short_form.h"
#include "text_findings.h"

START_TEST(acronyms_by_their_letters)
{
	expect_acronyms("The LKA and the HbW met the 2LK, the WiLa and the LK2 bodies.\n",
	                "LKA 1\nHbW 1\n2LK 1\nWiLa 1\nLK2 1\n");
	expect_acronyms("Old towers have 5G lamps, new ones 3GLK lamps.\n", "5G 1\n3GLK 1\n");
	expect_acronyms("The keeper of I/O lines and the R&D room read H.Q.L. rules.\n",
	                "I/O 1\nR&D 1\nH.Q.L. 1\n");
}
END_TEST

START_TEST(words_that_are_none)
{
	expect_acronyms("The keeper went to Almira. I saw A lamp, and Mrs Brisa saw McAlmira.\n",
	                "");
	expect_acronyms("The lamp NOTE and the OR and the SHALL are words.\n", "");
	expect_acronyms("Room B12 is on floor 3, and J. Almira lives at 5a.\n", "");
}
END_TEST

START_TEST(roman_numbers)
{
	expect_acronyms("Parts II, IV, VIII, XX and XIV of book LX are read.\n", "");
	expect_acronyms("The keepers hold a CD and a DC lamp.\n", "CD 1\nDC 1\n");
}
END_TEST

START_TEST(units)
{
	expect_acronyms(
	        "It sends at 433 MHz and 10 kW, takes 20 GB, and hears -7 dBm over 3 GHz.\n", "");
}
END_TEST

START_TEST(document_symbols)
{
	expect_acronyms("The keepers read L/KEEP/31/139, LK/CONF.4/12 and KPR/2031/L.7 at dusk.\n",
	                "");
}
END_TEST

START_TEST(numbers_of_bodies)
{
	expect_acronyms("The plan went to WP.29 and to WP.31 of the keepers.\n",
	                "WP.29 1\nWP.31 1\n");
	expect_acronyms("The plan is of the LKA. 29 keepers read it.\n", "LKA 1\n");
}
END_TEST

START_TEST(shouted_headings)
{
	expect_acronyms("GENERAL RULES ON LAMPS\nThe lamps burn.\nFOREWORD\nThe keepers sleep.\n",
	                "");
	expect_acronyms("RULES OF THE LKA\nThe LKA sleeps.\n", "LKA 2\n");
}
END_TEST

START_TEST(possessives_and_plurals)
{
	expect_acronyms("The LKA's lamp, the LKA\u2019s oil and the LKA itself.\n", "LKA 3\n");
	expect_acronyms("One tide signal light (TSL) and two TSLs; the TSLs burn.\n", "TSL 3\n");
}
END_TEST

START_TEST(kinds_of_hyphens)
{
	expect_acronyms("The LKA-T met, the LKA\u2010T spoke, and the LKA\u2011T left.\n",
	                "LKA-T 3\n");
	expect_acronyms("The line LKA\u2013HBW is lit.\n", "LKA 1\nHBW 1\n");
	expect_acronyms("An LKA-like body and a non-LKA body met.\n", "LKA 2\n");
}
END_TEST

START_TEST(names_inside_names)
{
	expect_acronyms("The Lamp Keepers Assembly (LKA) has an oil sector (LKA-O). The LKA-O met, "
	                "the LKA did not.\n",
	                "LKA 2\nLKA-O 2\n");
}
END_TEST

START_TEST(shown_by_letters_alone)
{
	static const char *const SHOWN[] = {
	        "LKA", "IoL", "WiLa", "5G", "3GLK", "LKAs", "\u041b\u041a\u0410", "L2K"};
	static const char *const NOT[] = {"",    "L",  "Lamp",   "lamp", "McAlmira",
	                                  "B12", "12", "12345G", "fps"};
	for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++)
		ck_assert_msg(clausary_short_form_shown(clausary_slice_of(SHOWN[i])), "%s",
		              SHOWN[i]);
	for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++)
		ck_assert_msg(!clausary_short_form_shown(clausary_slice_of(NOT[i])), "%s", NOT[i]);
	ck_assert(clausary_short_form_plausible(CLAUSARY_SLICE("fps")));
	ck_assert(!clausary_short_form_plausible(CLAUSARY_SLICE("")));
}
END_TEST

START_TEST(keys)
{
	static const char *const KEYS[][2] = {
	        {"LKA", "LKA"},          {"LKAs", "LKA"},  {"LKA\u2011T", "LKA-T"},
	        {"LKA\u2010T", "LKA-T"}, {"LK A", "LK A"}, {"LK\u00a0A", "LK A"},
	        {"HbW", "HbW"},          {"GAS", "GAS"},   {"gas", "gas"}};
	clausary_context *context;
	clausary_locale *locale;
	clausary_buffer key = {0};
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(clausary_locale_open(&locale, context, "en"), CLAUSARY_OK);
	for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++) {
		key.size = 0;
		clausary_short_form_key(clausary_cues_of(locale), clausary_slice_of(KEYS[i][0]),
		                        &key);
		clausary_slice found = clausary_buffer_slice(&key);
		ck_assert_msg(clausary_slice_equal(found, clausary_slice_of(KEYS[i][1])),
		              "'%s': '%.*s'", KEYS[i][0], (int)found.size, found.data);
	}
	clausary_buffer_finish(&key);
	clausary_context_free(context);
}
END_TEST

UNIT_MAIN(mining_short_form, acronyms_by_their_letters, words_that_are_none, roman_numbers, units,
          document_symbols, numbers_of_bodies, shouted_headings, possessives_and_plurals,
          kinds_of_hyphens, names_inside_names, shown_by_letters_alone, keys)
