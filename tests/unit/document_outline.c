/* The outline: which blocks open clauses under each profile, and what keys they get. */
#include "text_findings.h"

START_TEST(a_resolution)
{
	expect_clauses("resolution",
	               "RESOLUTION 12 (Port Almira, 2031)\n"
	               "The keeping of lamps\n"
	               "The Assembly of Lamp Keepers (Port Almira, 2031),\n"
	               "recalling\n"
	               "a)\tResolution 3 (Santa Brisa, 2028);\n"
	               "b)\tits earlier talks,\n"
	               "recalling further\n"
	               "that oil is dear,\n"
	               "resolves\n"
	               "1\tthat lamps shall be lit at dusk:\n"
	               "i)\tin winter;\n"
	               "ii)\tin fog;\n"
	               "2\tthat oil shall be shared\n",
	               "title/number\ntitle\nopening\n"
	               "recalling/heading\nrecalling/a\nrecalling/b\n"
	               "recalling-further/heading\nrecalling-further/p1\n"
	               "resolves/heading\nresolves/1\nresolves/1/i\nresolves/1/ii\nresolves/2\n");
}
END_TEST

START_TEST(clause_words_that_come_again)
{
	expect_clauses("resolution",
	               "RESOLUTION 4 (Port Almira, 2031)\nLamps\nThe Assembly of Lamp Keepers,\n"
	               "considering\nthat it is dark,\n"
	               "instructs the Director\n1\tto buy oil;\n2\tto buy wicks,\n"
	               "invites the keepers\nto save oil,\n"
	               "instructs the Director, with the keepers,\n1\tto count the lamps,\n"
	               "instructs the Treasurer\nto pay\n",
	               "title/number\ntitle\nopening\nconsidering/heading\nconsidering/p1\n"
	               "instructs-1/heading\ninstructs-1/1\ninstructs-1/2\n"
	               "invites/heading\ninvites/p1\n"
	               "instructs-2/heading\ninstructs-2/1\n"
	               "instructs-3/heading\ninstructs-3/p1\n");
}
END_TEST

START_TEST(letters_and_roman_numbers)
{
	expect_clauses(
	        "resolution",
	        "RESOLUTION 5 (Port Almira, 2031)\nLamps\nThe Assembly of Lamp Keepers,\nnoting\n"
	        "g)\tthe wicks;\nh)\tthe oil;\ni)\tthe glass;\nj)\tthe tower,\nresolves\n"
	        "1\tto count\ni)\tthe boats;\nii)\tthe nets;\n2\tto rest\n",
	        "title/number\ntitle\nopening\nnoting/heading\nnoting/g\nnoting/h\nnoting/"
	        "i\nnoting/j\n"
	        "resolves/heading\nresolves/1\nresolves/1/i\nresolves/1/ii\nresolves/2\n");
}
END_TEST

START_TEST(references_in_resolutions_open_nothing)
{
	expect_clauses(
	        "resolution",
	        "RESOLUTION 6 (Port Almira, 2031)\nLamps\nThe Assembly of Lamp Keepers,\nnoting\n"
	        "that the keepers met,\n"
	        "resolves\n"
	        "1\tthat the keepers shall meet again;\n"
	        "2\tthat the meeting under\n"
	        "resolves 1 above shall be short;\n"
	        "3\tthat the costs in\n"
	        "invites 2 below shall be shared\n",
	        "title/number\ntitle\nopening\nnoting/heading\nnoting/p1\n"
	        "resolves/heading\nresolves/1\nresolves/2\nresolves/3\n");
}
END_TEST

START_TEST(openers_of_the_un)
{
	expect_clauses("resolution",
	               "Resolution 7\n"
	               "The Assembly of Lamp Keepers,\n"
	               "Recalling its resolution 6 of last year,\n"
	               "Recalling also the talks of Santa Brisa,\n"
	               "Deeply concerned that oil is dear,\n"
	               "Noting the wish of the keepers,\n"
	               "1. Decides to buy less oil;\n"
	               "2. Calls upon its members:\n"
	               "(a) To save oil;\n"
	               "(b) To trim wicks;\n"
	               "3. Decides to meet again.\n",
	               "title/number\nopening\nrecalling\nrecalling-also\nconcerned\nnoting\n"
	               "1\n2\n2/a\n2/b\n3\n");
}
END_TEST

START_TEST(decimal_items)
{
	expect_clauses("resolution",
	               "RESOLUTION 10 (Port Almira, 2031)\nLamps\nThe Assembly of Lamp "
	               "Keepers,\nresolves\n"
	               "1 to light the lamps;\n"
	               "1.1 to buy oil;\n"
	               "1.2 to buy wicks;\n"
	               "2 to rest;\n"
	               "4.1 of the plan being read;\n"
	               "3 to meet again\n",
	               "title/number\ntitle\nopening\nresolves/heading\n"
	               "resolves/1\nresolves/1/1.1\nresolves/1/1.2\nresolves/2\nresolves/3\n");
}
END_TEST

START_TEST(footnotes_stand_beside)
{
	expect_clauses(
	        "resolution",
	        "RESOLUTION 8 (Port Almira, 2031)\nLamps\nThe Assembly of Lamp Keepers,\nresolves\n"
	        "1\tthat the keepers[footnoteRef:1]1 shall meet; [1: 1\tThese are the old "
	        "keepers.]\n"
	        "2\tthat the others[footnoteRef:2]2 shall not [2: 2\tThese are the new ones.]\n",
	        "title/number\ntitle\nopening\nresolves/heading\nresolves/1\nfootnote/1\nresolves/"
	        "2\n"
	        "footnote/2\n");
}
END_TEST

START_TEST(an_annex_of_a_resolution)
{
	expect_clauses(
	        "resolution",
	        "RESOLUTION 9 (Port Almira, 2031)\nLamps\nThe Assembly of Lamp Keepers,\nresolves\n"
	        "1\tto adopt the plan annexed\n"
	        "ANNEX 1\n"
	        "The plan has one aim.\n"
	        "ANNEX 2\n"
	        "1\tthe first aim;\n"
	        "2\tthe second aim.\n",
	        "title/number\ntitle\nopening\nresolves/heading\nresolves/1\n"
	        "annex-1/heading\nannex-1/p1\nannex-2/heading\nannex-2/1\nannex-2/2\n");
}
END_TEST

START_TEST(a_standard)
{
	expect_clauses("numbered",
	               "1\tScope\n"
	               "This document says how lamps are lit.\n"
	               "2\tReferences\n"
	               "None.\n"
	               "3\tDefinitions\n"
	               "3.1\tTerms defined elsewhere\n"
	               "None.\n"
	               "3.2\tTerms defined in this document\n"
	               "3.2.1\tlamp room: The room in which the lamp stands.\n"
	               "3.2.2\tslack window: The time around high water.\n"
	               "4\tLighting\n"
	               "4.1\tGeneral\n"
	               "A lamp shall be lit:\n"
	               "a)\tat dusk;\n"
	               "b)\tin fog.\n"
	               "4.2\tOil\n"
	               "Oil shall be clear.\n"
	               "Annex A\n"
	               "A.1\tGeneral\n"
	               "More about lamps.\n"
	               "A.2\tWicks\n"
	               "More about wicks.\n"
	               "Bibliography\n"
	               "Old books.\n",
	               "1\n2\n3\n3.1\n3.2\n3.2.1\n3.2.2\n4\n4.1\n4.1/a\n4.1/b\n4.2\n"
	               "annex-A/heading\nA.1\nA.2\nbibliography/"
	               "heading\nbibliography/p1\n");
}
END_TEST

START_TEST(numbers_may_be_left_out)
{
	expect_clauses("numbered",
	               "1\tScope\nLamps.\n"
	               "3\tDefinitions\n"
	               "3.1\tlamp: A light that is shown to ships.\n"
	               "3.4\twick: A cord that draws oil.\n"
	               "3.4.2\tflat wick: A wick that is flat.\n"
	               "4\tLighting\nAt dusk.\n",
	               "1\n3\n3.1\n3.4\n3.4.2\n4\n");
}
END_TEST

START_TEST(references_in_standards_open_nothing)
{
	expect_clauses("numbered",
	               "1\tScope\nLamps.\n"
	               "2\tLighting\n"
	               "2.1\tGeneral\n"
	               "The rules of clause\n"
	               "3.2 of the plan apply to the keepers as well, and\n"
	               "2.1 of the plan does not.\n"
	               "7.4 metres is the height of the tower.\n"
	               "2.2\tOil\n"
	               "1.5 litres last one night.\n"
	               "3\tRest\nKeepers rest.\n",
	               "1\n2\n2.1\n2.2\n3\n");
}
END_TEST

START_TEST(contents_open_nothing)
{
	expect_clauses("numbered",
	               "Contents\n"
	               "1\tScope\t1\n"
	               "2\tReferences\t1\n"
	               "3\tDefinitions\t2\n"
	               "3.1\tTerms defined elsewhere\t2\n"
	               "4\tLighting\t5\n"
	               "Annex A\t9\n"
	               "1\tScope\n"
	               "Lamps.\n"
	               "2\tReferences\n"
	               "None.\n"
	               "3\tDefinitions\n"
	               "None.\n",
	               "contents/heading\n1\n2\n3\n");
	expect_clauses("numbered",
	               "1 Scope ........ 1\n"
	               "2 Lighting ........ 4\n"
	               "3 Rest ........ 12\n"
	               "Annex A ........ 14\n"
	               "1\tScope\n"
	               "Lamps.\n"
	               "2\tLighting\n"
	               "At dusk.\n",
	               "1\n2\n");
	expect_clauses("rfc",
	               "Table of Contents\n"
	               "\n"
	               "   1.  Scope  . . . . . . . . . . . . 1\n"
	               "   2.  Lighting . . . . . . . . . . . 4\n"
	               "     2.1.  Oil  . . . . . . . . . . . 4\n"
	               "\n"
	               "1.  Scope\n"
	               "\n"
	               "   Lamps.\n"
	               "\n"
	               "2.  Lighting\n"
	               "\n"
	               "   At dusk.\n",
	               "contents/heading\n1\n2\n");
}
END_TEST

START_TEST(an_act)
{
	expect_clauses(
	        "act",
	        "Whereas:\n"
	        "(1)\tLamps go out.\n"
	        "(2)\tKeepers sleep.\n"
	        "HAS ADOPTED THIS REGULATION:\n"
	        "CHAPTER I\n"
	        "Article 1\n"
	        "Subject matter\n"
	        "This Regulation lays down rules on lamps.\n"
	        "Article 2\n"
	        "1.\tA keeper shall:\n"
	        "(a)\tlight the lamp:\n"
	        "(i)\tat dusk;\n"
	        "(ii)\tin fog;\n"
	        "(b)\tput it out.\n"
	        "2.\tA keeper may rest.\n"
	        "CHAPTER II\n"
	        "Article 3\n"
	        "It enters into force at dusk.\n"
	        "ANNEX\n"
	        "1.\tThe first list.\n",
	        "whereas\nrecital-1\nrecital-2\nadopts\n"
	        "chapter-I/heading\n"
	        "article-1/heading\narticle-1/p1\narticle-1/p2\n"
	        "article-2/heading\narticle-2/1\narticle-2/1/a\narticle-2/1/a/i\narticle-2/1/a/ii\n"
	        "article-2/1/b\narticle-2/2\n"
	        "chapter-II/heading\n"
	        "article-3/heading\narticle-3/p1\n"
	        "annex/heading\nannex/1\n");
}
END_TEST

START_TEST(references_in_acts_open_nothing)
{
	expect_clauses("act",
	               "Article 1\n"
	               "The keeper acts under\n"
	               "Article 2 of the Lamp Treaty.\n"
	               "Annex A describes the lamps.\n"
	               "Article 2\n"
	               "The end.\n",
	               "article-1/heading\narticle-1/p1\narticle-1/p2\narticle-1/p3\n"
	               "article-2/heading\narticle-2/p1\n");
}
END_TEST

START_TEST(an_rfc)
{
	expect_clauses("rfc",
	               "Abstract\n\nThis memo is about lamps.\n\n"
	               "1.  Introduction\n\nLamps are old.\n\n"
	               "1.1.  Terminology\n\nA lamp is a light.\n\n"
	               "2.  Lamps\n\nThey burn.\n\n"
	               "Appendix A.  Oil\n\nOil burns too.\n\n"
	               "A.1.  Kinds of Oil\n\nThere are two.\n",
	               "summary/heading\nsummary/p1\n1\n1.1\n2\nappendix-A/heading\nA.1\n");
}
END_TEST

START_TEST(plain_text)
{
	expect_clauses("plain",
	               "Lamps burn at night.\n"
	               "1) one lamp;\n"
	               "2) two lamps.\n"
	               "They are put out at dawn.\n"
	               "Annex B\n"
	               "No more lamps.\n",
	               "p1\n1\n2\np2\nannex-B/heading\nannex-B/p1\n");
	expect_clauses(NULL, "Lamps burn at night.\nThey are put out at dawn.\n", "p1\np2\n");
	expect_clauses(NULL, "", "");
}
END_TEST

START_TEST(look_alikes_open_nothing)
{
	expect_clauses("plain",
	               "I keep the lamp.\n"
	               "A dog sits by it.\n"
	               "3 metres is its height.\n"
	               "e.g. a lamp of brass.\n"
	               "2031 was a dark year.\n"
	               "- a wick;\n",
	               "p1\np2\np3\np4\np5\np6\n");
}
END_TEST

static void
expect_profile(const char *input, const char *profile)
{
	clausary_context *context;
	clausary_document *document = text_read(&context, "text", NULL, input);
	ck_assert_str_eq(clausary_document_profile(document), profile);
	clausary_document_free(document);
	clausary_context_free(context);
}

START_TEST(profiles_are_chosen_by_evidence)
{
	expect_profile("The lamps burn at night.\n", "plain");
	expect_profile(
	        "RESOLUTION 1 (Port Almira, 2031)\nLamps\nThe Assembly,\nrecalling\na)\tthe dusk,\n"
	        "resolves\n1\tto wait\n",
	        "resolution");
	expect_profile("1\tScope\nLamps.\n2\tReferences\nNone.\n3\tDefinitions\n3.1\tlamp: A "
	               "light.\n4\tLight\n",
	               "numbered");
	expect_profile("Article 1\nLamps burn.\nArticle 2\nKeepers sleep.\nArticle 3\nThe end.\n",
	               "act");
	expect_profile("1.  Introduction\n\nLamps are old.\n\n1.1.  Terms\n\nA lamp.\n\n2.  "
	               "Lamps\n\nBurn.\n\n"
	               "2.1.  Oil\n\nOil.\n\n3.  End\n\nEnd.\n",
	               "rfc");
}
END_TEST

START_TEST(labels_for_people_and_spans)
{
	clausary_context *context;
	size_t count;
	clausary_document *document = text_read(&context, "text", "resolution",
	                                        "RESOLUTION 12 (Port Almira, 2031)\nThe keeping of "
	                                        "lamps\nThe Assembly of Keepers,\nrecalling\n"
	                                        "a)\tthe dusk,\nresolves\nto wait\n");
	const clausary_clause *clauses = clausary_document_clauses(document, &count);
	clausary_slice text = clausary_document_text(document);
	ck_assert_uint_eq(count, 7);
	ck_assert(clausary_slice_equal(clauses[4].label, CLAUSARY_SLICE("recalling a)")));
	ck_assert(clausary_slice_equal(clausary_slice_span(text, clauses[4].mark),
	                               CLAUSARY_SLICE("a)")));
	ck_assert(clausary_slice_equal(clausary_slice_span(text, clauses[4].span),
	                               CLAUSARY_SLICE("a)\tthe dusk,")));
	ck_assert_uint_eq(clauses[4].parent, 3);
	ck_assert(clausary_slice_equal(clauses[3].role, CLAUSARY_SLICE("recalling")));
	ck_assert(clauses[3].flags & CLAUSARY_CLAUSE_HEADING);
	ck_assert(clausary_slice_equal(clauses[6].label, CLAUSARY_SLICE("resolves, paragraph 1")));
	ck_assert_uint_eq(clauses[6].mark.start, clauses[6].mark.end);
	ck_assert(clausary_slice_equal(clausary_document_identifier(document),
	                               CLAUSARY_SLICE("Resolution 12 (Port Almira, 2031)")));
	ck_assert(clausary_slice_equal(clausary_document_title(document),
	                               CLAUSARY_SLICE("The keeping of lamps")));
	clausary_document_free(document);
	clausary_context_free(context);
}
END_TEST

static void
expect_title(const char *lines, const char *title)
{
	clausary_context *context;
	clausary_buffer text = {0};
	clausary_buffer_print(&text,
	                      "RESOLUTION 12 (Port Almira, 2031)\n%s\nThe Assembly of Keepers,\n"
	                      "recalling\na)\tthe dusk,\nresolves\nto wait\n",
	                      lines);
	clausary_buffer_add_byte(&text, '\0');
	clausary_document *document = text_read(&context, "text", "resolution", text.data);
	clausary_slice found = clausary_document_title(document);
	ck_assert_msg(clausary_slice_equal(found, clausary_slice_of(title)), "'%.*s'",
	              (int)found.size, found.data);
	clausary_document_free(document);
	clausary_context_free(context);
	clausary_buffer_finish(&text);
}

START_TEST(titles)
{
	expect_title("The keeping of lamps", "The keeping of lamps");
	expect_title("The keeping of lamps in \nharbours and\nestuaries",
	             "The keeping of lamps in harbours and estuaries");
	expect_title("The keeping of lamps\nand wicks\n(Port Almira, 2031)",
	             "The keeping of lamps and wicks");
	expect_title("The keeping of lamps\n\xef\xbc\x88"
	             "2031\xef\xbc\x89\nin winter",
	             "The keeping of lamps");
}
END_TEST

START_TEST(zones)
{
	static const uint32_t ZONES = CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE
	                              | CLAUSARY_CLAUSE_ABBREVIATIONS | CLAUSARY_CLAUSE_REFERENCES;
	static const uint32_t EXPECTED[] = {0,
	                                    CLAUSARY_CLAUSE_REFERENCES,
	                                    CLAUSARY_CLAUSE_TERMS,
	                                    CLAUSARY_CLAUSE_TERMS | CLAUSARY_CLAUSE_TERMS_ELSEWHERE,
	                                    CLAUSARY_CLAUSE_TERMS,
	                                    CLAUSARY_CLAUSE_ABBREVIATIONS,
	                                    0};
	clausary_context *context;
	size_t count;
	clausary_document *document =
	        text_read(&context, "text", "numbered",
		          "1\tScope\nLamps.\n2\tReferences\nNone.\n3\tDefinitions\n3.1\tTerms "
		          "defined elsewhere\n"
		          "None.\n3.2\tTerms defined in this document\nNone.\n"
		          "4\tAbbreviations and acronyms\nNone.\n5\tLighting\nAt dusk.\n");
	const clausary_clause *clauses = clausary_document_clauses(document, &count);
	ck_assert_uint_eq(count, 7);
	for (size_t i = 0; i < count; i++)
		ck_assert_msg((clauses[i].flags & ZONES) == EXPECTED[i], "%.*s",
		              (int)clauses[i].key.size, clauses[i].key.data);
	clausary_document_free(document);
	clausary_context_free(context);
}
END_TEST

/* A terms clause whose entries have no numbers gives each paragraph a place of its own; one whose
 * entries have numbers holds its paragraphs. */
START_TEST(entries_without_numbers)
{
	expect_clauses("numbered",
	               "1\tScope\n\n4\tTerms and definitions\n\nmooring\nrope that holds a "
	               "vessel\n\nbuoy\nfloat that marks a fairway\n\n5\tMarks\n\nAll "
	               "marks float.\n",
	               "1\n4\n4/p1\n4/p2\n4/p3\n4/p4\n5\n");
	expect_clauses("numbered",
	               "1\tScope\n\n4\tTerms and definitions\n\nOne.\n\nTwo.\n\nThree.\n\n"
	               "Four.\n\n4.1\tmooring\nrope that holds a vessel\n\nNote\n\nNote\n\n"
	               "Note\n\nNote\n\n5\tMarks\n",
	               "1\n4\n4.1\n5\n");
	expect_clauses("numbered", "3\tTerms and definitions\n\nNone.\n\n4\tMarks\n", "3\n4\n");
}
END_TEST

UNIT_MAIN(document_outline, a_resolution, clause_words_that_come_again, letters_and_roman_numbers,
          references_in_resolutions_open_nothing, openers_of_the_un, footnotes_stand_beside,
          decimal_items, an_annex_of_a_resolution, a_standard, numbers_may_be_left_out,
          references_in_standards_open_nothing, contents_open_nothing, an_act,
          references_in_acts_open_nothing, an_rfc, plain_text, look_alikes_open_nothing,
          profiles_are_chosen_by_evidence, labels_for_people_and_spans, titles, zones,
          entries_without_numbers)
