/* Pairs of a short form and a long form: every way to join them, and what must not become a pair.
 */
#include "text_findings.h"

START_TEST(long_then_short)
{
	expect_pairs("The harbour keeps a tide signal light (TSL).\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("The harbour keeps a tide signal light [TSL].\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("The Council for the Lamps of Estuaries (CLE) met.\n",
	             "CLE = Council for the Lamps of Estuaries @ p1\n");
	expect_pairs("Every tide signal light (TSL) and harbour book (HB) is new.\n",
	             "TSL = tide signal light @ p1\nHB = harbour book @ p1\n");
	expect_pairs("Tide signal lights (TSLs) are old.\n", "TSLs = Tide signal lights @ p1\n");
	expect_pairs("The tide\u2011signal light (TSL) is lit.\n",
	             "TSL = tide\u2011signal light @ p1\n");
}
END_TEST

START_TEST(short_then_long)
{
	expect_pairs("The TSL (tide signal light) is lit.\n", "TSL = tide signal light @ p1\n");
	expect_pairs("TSL (tide signal light), then HB (harbour book).\n",
	             "TSL = tide signal light @ p1\nHB = harbour book @ p1\n");
}
END_TEST

START_TEST(quoted_short_forms)
{
	expect_pairs("The tide signal light (\u201cTSL\u201d) is lit.\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("The tide signal light (\"TSL\") is lit.\n", "TSL = tide signal light @ p1\n");
	expect_pairs("The tide signal light (the \u2018TSL\u2019) is lit.\n",
	             "TSL = tide signal light @ p1\n");
}
END_TEST

START_TEST(cues)
{
	expect_pairs("The tide signal light (hereinafter TSL) is lit.\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("The tide signal light (hereinafter referred to as \u201cTSL\u201d) is lit.\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("The tide signal light, hereinafter TSL, is lit.\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("The tide signal light, abbreviated as TSL, is lit.\n",
	             "TSL = tide signal light @ p1\n");
	expect_pairs("Here TSL stands for tide signal light.\n", "TSL = tide signal light @ p1\n");
	expect_pairs("TSL is short for tide signal light.\n", "TSL = tide signal light @ p1\n");
}
END_TEST

START_TEST(marks)
{
	expect_pairs("TSL = tide signal light; HB = harbour book.\n",
	             "TSL = tide signal light @ p1\nHB = harbour book @ p1\n");
	expect_pairs("TSL: tide signal light\n", "TSL = tide signal light @ p1\n");
	expect_pairs("TSL \u2013 tide signal light\n", "TSL = tide signal light @ p1\n");
	expect_pairs("TSL: nobody knows it\n", "");
	expect_pairs("The HB \u2013 as all say \u2013 is old.\n", "");
}
END_TEST

START_TEST(a_clause_of_abbreviations)
{
	expect_pairs("1\tScope\nLamps.\n2\tReferences\nNone.\n3\tDefinitions\nNone."
	             "\n4\tAbbreviations and acronyms\n"
	             "TSL\ttide signal light\nHB\tharbour book\nOWQ\tquay of the old "
	             "wharf\n5\tLighting\n"
	             "TSL\tlit at dusk\n",
	             "TSL = tide signal light @ 4\nHB = harbour book @ 4\nOWQ = quay of the old "
	             "wharf @ 4\n");
}
END_TEST

START_TEST(rows_of_a_table)
{
	text_expect(text_add_pairs, "html", NULL,
	            "<html><body><h2>Lamps</h2><table><tr><th>Short</th><th>Long</th></tr>"
	            "<tr><td>TSL</td><td>tide signal light</td></tr>"
	            "<tr><td>HB</td><td>harbour book</td></tr>"
	            "<tr><td>LKA</td><td>the price went up</td></tr></table></body></html>",
	            "TSL = tide signal light @ section-1/heading\nHB = harbour book @ "
	            "section-1/heading\n");
	text_expect(text_add_pairs, "html", NULL,
	            "<html><body><h2>Abbreviations</h2><dl><dt>TSL</dt><dd>tide signal light</dd>"
	            "<dt>OWQ</dt><dd>quay of the old wharf</dd></dl></body></html>",
	            "TSL = tide signal light @ abbreviations/p1\n"
	            "OWQ = quay of the old wharf @ abbreviations/p3\n");
}
END_TEST

START_TEST(references_are_no_pairs)
{
	expect_pairs("The lamp burns (see Annex).\n", "");
	expect_pairs("The lamp burns (see Table 3), and so does oil (cf. LKA).\n", "");
	expect_pairs("Resolution 3 (Port Almira, 2031) is about lamps.\n", "");
	expect_pairs("The rule (Rev. 2) is new, and the lamp (an old one) is lit (quietly).\n", "");
	expect_pairs("Chapter four (IV) tells of lamps.\n", "");
}
END_TEST

START_TEST(letters_that_do_not_fit)
{
	expect_pairs("The keeper wrote to the quiet office (TSL) at dusk.\n", "");
	expect_pairs("The TSL (as everyone knows) is lit.\n", "");
}
END_TEST

START_TEST(sentences_have_borders)
{
	expect_pairs("They watch the tide. Signal lights (TSL) burn.\n", "");
	expect_pairs("They watch the tide.\nSignal lights (TSL) burn.\n", "");
}
END_TEST

START_TEST(every_mention_is_found)
{
	expect_acronyms("The tide signal light (TSL) is lit. The TSL burns; TSLs burn.\nThe TSL's "
	                "oil is dear.\n",
	                "TSL 4\n");
}
END_TEST

START_TEST(the_clause_of_a_pair)
{
	expect_pairs(
	        "RESOLUTION 12 (Port Almira, 2031)\nLamps\nThe Assembly of Keepers,\nrecalling\n"
	        "a)\tthe tide signal light (TSL);\nb)\tthe harbour book (HB),\nresolves\n"
	        "1\tto keep the oil store (OS)\n",
	        "TSL = tide signal light @ recalling/a\nHB = harbour book @ recalling/b\n"
	        "OS = oil store @ resolves/1\n");
}
END_TEST

START_TEST(spans_are_of_the_text)
{
	clausary_context *context;
	clausary_findings *findings;
	size_t count;
	clausary_document *document =
	        text_read(&context, "text", NULL,
	                  "A \u00e9t\u00e9 keeps a  tide \u00a0signal light (TSLs).\n");
	ck_assert_int_eq(clausary_find(&findings, context, document), CLAUSARY_OK);
	const clausary_pair *pairs = clausary_findings_pairs(findings, &count);
	clausary_slice text = clausary_document_text(document);
	ck_assert_uint_eq(count, 1);
	ck_assert(clausary_slice_equal(clausary_slice_span(text, pairs[0].short_span),
	                               CLAUSARY_SLICE("TSLs")));
	ck_assert(clausary_slice_equal(clausary_slice_span(text, pairs[0].long_span),
	                               CLAUSARY_SLICE("tide \u00a0signal light")));
	ck_assert(clausary_slice_equal(pairs[0].text, CLAUSARY_SLICE("tide signal light")));
	ck_assert(pairs[0].confidence > 0 && pairs[0].confidence <= 1);
	clausary_findings_free(findings);
	clausary_document_free(document);
	clausary_context_free(context);
}
END_TEST

UNIT_MAIN(mining_find, long_then_short, short_then_long, quoted_short_forms, cues, marks,
          a_clause_of_abbreviations, rows_of_a_table, references_are_no_pairs,
          letters_that_do_not_fit, sentences_have_borders, every_mention_is_found,
          the_clause_of_a_pair, spans_are_of_the_text)
