/* Defined terms in every layout of terminological entries, and in running text; and what defines
 * nothing. */
#include "text_findings.h"

#define BEFORE "1\tScope\nLamps.\n2\tReferences\nNone.\n3\tTerms and definitions\n"
#define AFTER "4\tLighting\nAt dusk.\n"

START_TEST(number_term_colon_definition)
{
	expect_definitions(BEFORE "3.1\tlamp room: The room in which the lamp stands.\n"
	                          "3.2\tslack window [LKA-S H.12]: The time around high water.\n"
	                          "NOTE \u2013 It is shorter at springs.\n"
	                          "3.3\tkeeper; warden: One who keeps a lamp.\n" AFTER,
	                   "lamp room = The room in which the lamp stands. @ 3.1\n"
	                   "slack window = The time around high water. @ 3.2\n"
	                   "note NOTE \u2013 It is shorter at springs.\n"
	                   "source [LKA-S H.12]\n"
	                   "keeper = One who keeps a lamp. @ 3.3\n"
	                   "synonym warden\n");
}
END_TEST

START_TEST(here_and_elsewhere)
{
	expect_definitions("1\tScope\nLamps.\n2\tReferences\nNone.\n3\tDefinitions\n"
	                   "3.1\tTerms defined elsewhere\n"
	                   "This Recommendation uses the following terms defined elsewhere:\n"
	                   "3.1.1\ttide gauge [LKA-S H.12]: A device that shows the tide.\n"
	                   "3.2\tTerms defined in this Recommendation\n"
	                   "This Recommendation defines the following terms:\n"
	                   "3.2.1\tlamp room: The room in which the lamp stands.\n" AFTER,
	                   "tide gauge = A device that shows the tide. @ 3.1.1\n"
	                   "source [LKA-S H.12]\n"
	                   "elsewhere\n"
	                   "lamp room = The room in which the lamp stands. @ 3.2.1\n");
}
END_TEST

START_TEST(the_layout_of_iso)
{
	expect_definitions(
	        BEFORE
	        "For the purposes of this document, the following terms and definitions apply.\n"
	        "3.1\nlamp oil\nliquid that is burnt in a lamp\n"
	        "3.2\nwick\nlamp cord\ncord that draws oil to the flame\n"
	        "Note 1 to entry: A wick is trimmed every evening.\n"
	        "EXAMPLE A flat wick.\n"
	        "[SOURCE: LKA 441:2030, 3.7]\n"
	        "3.3\nlens\nDEPRECATED: burning glass\nglass that gathers light\n" AFTER,
	        "lamp oil = liquid that is burnt in a lamp @ 3.1\n"
	        "wick = cord that draws oil to the flame @ 3.2\n"
	        "synonym lamp cord\n"
	        "note Note 1 to entry: A wick is trimmed every evening.\n"
	        "note EXAMPLE A flat wick.\n"
	        "source [SOURCE: LKA 441:2030, 3.7]\n"
	        "lens = glass that gathers light @ 3.3\n"
	        "synonym burning glass\n");
}
END_TEST

START_TEST(a_definition_of_several_paragraphs)
{
	expect_definitions(
	        BEFORE "3.1\tlamp room: The room in which the lamp stands.\n"
	               "It has one door.\n"
	               "3.2\toil: What is burnt.\n" AFTER,
	        "lamp room = The room in which the lamp stands.\nIt has one door. @ 3.1\n"
	        "oil = What is burnt. @ 3.2\n");
}
END_TEST

START_TEST(entries_without_numbers)
{
	expect_definitions(
	        BEFORE
	        "For the purposes of this document, the following terms and definitions apply.\n"
	        "lamp room: The room in which the lamp stands.\n"
	        "oil: What is burnt.\n" AFTER,
	        "lamp room = The room in which the lamp stands. @ 3\n"
	        "oil = What is burnt. @ 3\n");
}
END_TEST

START_TEST(quoted_terms)
{
	expect_definitions(
	        "Article 1\nLamps\nArticle 2\nFor the purposes of this Act:\n"
	        "(a)\t\u201ckeeper\u201d means a person who looks after a lamp;\n"
	        "(b)\t\u201clamp\u201d and \u201clight\u201d mean what is shown to ships;\n"
	        "(c)\t\"oil\" includes all that burns.\n"
	        "Article 3\nThe end.\n",
	        "keeper = a person who looks after a lamp @ article-2/a\n"
	        "lamp = what is shown to ships @ article-2/b\n"
	        "light = what is shown to ships @ article-2/b\n"
	        "oil = all that burns. @ article-2/c\n");
}
END_TEST

START_TEST(short_names)
{
	expect_definitions("The Assembly of Lamp Keepers (hereinafter the \u201cAssembly\u201d) "
	                   "met at dusk.\n",
	                   "Assembly = Assembly of Lamp Keepers @ p1\n");
}
END_TEST

START_TEST(definition_lists_and_tables)
{
	text_expect(text_add_definitions, "html", NULL,
	            "<html><body><h2>Lamps</h2><dl><dt>wick</dt><dd>A cord that draws oil.</dd>"
	            "<dt>oil</dt><dd>What is burnt.</dd></dl></body></html>",
	            "wick = A cord that draws oil. @ section-1/p1\n"
	            "oil = What is burnt. @ section-1/p3\n");
	text_expect(
	        text_add_definitions, "html", NULL,
	        "<html><body><h2>Definitions</h2><table><tr><th>Term</th><th>Definition</th></tr>"
	        "<tr><td>wick</td><td>A cord that draws oil.</td></tr>"
	        "<tr><td>TSL</td><td>tide signal light</td></tr>"
	        "<tr><td>oil</td><td>What is burnt.</td></tr></table></body></html>",
	        "wick = A cord that draws oil. @ terms/heading\n"
	        "oil = What is burnt. @ terms/heading\n");
	text_expect(text_add_definitions, "html", NULL,
	            "<html><body><h2>Prices</h2><table><tr><td>wick</td><td>Four "
	            "coins.</td></tr></table></body></html>",
	            "");
	text_expect(text_add_definitions, "html", NULL,
	            "<html><body><h2>Definitions</h2><p>Two words are used:</p><dl><dt>wick</dt>"
	            "<dd>A cord: it draws oil.</dd><dt>oil</dt><dd>What is "
	            "burnt.</dd></dl></body></html>",
	            "wick = A cord: it draws oil. @ terms/p2\n"
	            "oil = What is burnt. @ terms/p4\n");
}
END_TEST

START_TEST(headings_and_running_text_define_nothing)
{
	expect_definitions(BEFORE
	                   "3.1\tTerms of lamps\n3.1.1\tlamp room: The room of the lamp.\n" AFTER,
	                   "lamp room = The room of the lamp. @ 3.1.1\n");
	expect_definitions("1\tScope\nLamps: they burn.\n2\tReferences\nOne book: the old "
	                   "one.\n3\tDefinitions\nNone.\n"
	                   "4\tLighting\n4.1\tOil: where it is kept\nIn the store.\n",
	                   "");
	expect_definitions("The keeper: a tale.\nThis means that the lamp is out.\n", "");
}
END_TEST

START_TEST(a_clause_of_abbreviations_defines_nothing)
{
	expect_definitions(
	        BEFORE
	        "3.1\tlamp: A light.\n4\tAbbreviations and acronyms\nTSL\ttide signal light\n"
	        "HB: harbour book\n5\tLighting\nAt dusk.\n",
	        "lamp = A light. @ 3.1\n");
}
END_TEST

UNIT_MAIN(mining_entry, number_term_colon_definition, here_and_elsewhere, the_layout_of_iso,
          a_definition_of_several_paragraphs, entries_without_numbers, quoted_terms, short_names,
          definition_lists_and_tables, headings_and_running_text_define_nothing,
          a_clause_of_abbreviations_defines_nothing)
