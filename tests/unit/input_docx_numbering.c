/* The Word reader: automatic numbers as they are printed. */
#include "input_docx.h"

#define LEVEL(at, format, text, more)                                                              \
	"<w:lvl w:ilvl=\"" at "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" format "\"/>" more     \
	"<w:lvlText w:val=\"" text "\"/></w:lvl>"
#define ABSTRACT(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define NUMBER(id, abstract, overrides)                                                            \
	"<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" abstract "\"/>" overrides "</w:num>"
#define START_OVERRIDE(level, start)                                                               \
	"<w:lvlOverride w:ilvl=\"" level "\"><w:startOverride w:val=\"" start "\"/></"             \
	"w:lvlOverride>"
#define THREE_LEVELS                                                                               \
	LEVEL("0", "decimal", "%1", "")                                                            \
	LEVEL("1", "decimal", "%1.%2", "") LEVEL("2", "lowerLetter", "%3)", "")
#define LISTED(number, level, text)                                                                \
	"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" number               \
	"\"/></w:numPr></w:pPr>" R(text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" R(text) "</w:p>"

/* Read a body with these numbering definitions. */
#define EXPECT_NUMBERS(numbers, body, blocks)                                                      \
	do {                                                                                       \
		const part parts[] = {                                                             \
		        {.name = "word/document.xml", .text = DOCUMENT(body)},                     \
		        {.name = "word/numbering.xml", .text = NUMBERING(numbers)},                \
		};                                                                                 \
		EXPECT(parts, CLAUSARY_CHANGES_FINAL, blocks);                                     \
	} while (0)

START_TEST(levels_restart_after_a_higher_one)
{
	EXPECT_NUMBERS(ABSTRACT("0", THREE_LEVELS) NUMBER("1", "0", ""),
	               LISTED("1", "0", "a") LISTED("1", "1", "b") LISTED("1", "1", "c")
	                       LISTED("1", "2", "d") LISTED("1", "0", "e") LISTED("1", "1", "f")
	                               LISTED("1", "2", "g"),
	               "item1# 1|a\nitem2# 1.1|b\nitem2# 1.2|c\nitem3# a)|d\n"
	               "item1# 2|e\nitem2# 2.1|f\nitem3# a)|g\n");
}
END_TEST

/* As Word prints it: a level that was jumped over counts as begun. */
START_TEST(levels_that_are_skipped_count_as_begun)
{
	EXPECT_NUMBERS(ABSTRACT("0",
	                        LEVEL("0", "decimal", "%1", "") LEVEL("1", "decimal", "%1.%2", "")
	                                LEVEL("2", "decimal", "%1.%2.%3", "")) NUMBER("1", "0", ""),
	               LISTED("1", "1", "a") LISTED("1", "0", "b") LISTED("1", "2", "c")
	                       LISTED("1", "1", "d"),
	               "item2# 1.1|a\nitem1# 2|b\nitem3# 2.1.1|c\nitem2# 2.2|d\n");
}
END_TEST

START_TEST(restart_only_after_the_level_named)
{
	EXPECT_NUMBERS(
	        ABSTRACT("0", LEVEL("0", "decimal", "%1", "") LEVEL("1", "decimal", "%1.%2", "")
	                              LEVEL("2", "decimal", "(%3)", "<w:lvlRestart w:val=\"1\"/>")
	                                      LEVEL("3", "decimal", "[%4]",
	                                            "<w:lvlRestart w:val=\"0\"/>"))
	                NUMBER("1", "0", ""),
	        LISTED("1", "0", "a") LISTED("1", "1", "b") LISTED("1", "2", "c")
	                LISTED("1", "3", "d") LISTED("1", "1", "e") LISTED("1", "2", "f")
	                        LISTED("1", "0", "g") LISTED("1", "2", "h") LISTED("1", "3", "i"),
	        "item1# 1|a\nitem2# 1.1|b\nitem3# (1)|c\nitem4# [1]|d\nitem2# 1.2|e\nitem3# (2)|f\n"
	        "item1# 2|g\nitem3# (1)|h\nitem4# [2]|i\n");
}
END_TEST

START_TEST(overrides_start_anew_once)
{
	EXPECT_NUMBERS(
	        ABSTRACT("0", THREE_LEVELS) NUMBER("1", "0", "")
	                NUMBER("2", "0", START_OVERRIDE("0", "5") START_OVERRIDE("1", "7"))
	                        NUMBER("3", "0", ""),
	        LISTED("1", "0", "a") LISTED("2", "0", "b") LISTED("2", "1", "c")
	                LISTED("2", "0", "d") LISTED("2", "1", "e") LISTED("1", "0", "f")
	                        LISTED("3", "0", "g") LISTED("1", "1", "h"),
	        "item1# 1|a\nitem1# 5|b\nitem2# 5.7|c\nitem1# 6|d\nitem2# 6.7|e\nitem1# 7|f\n"
	        "item1# 8|g\nitem2# 8.1|h\n");
}
END_TEST

START_TEST(an_override_may_define_a_level_anew)
{
	EXPECT_NUMBERS(ABSTRACT("0", THREE_LEVELS)
	                       NUMBER("1", "0",
	                              "<w:lvlOverride w:ilvl=\"0\">" LEVEL(
	                                      "0", "upperRoman", "Part %1", "") "</w:lvlOverride>"),
	               LISTED("1", "0", "a") LISTED("1", "0", "b") LISTED("1", "1", "c"),
	               "item1# Part I|a\nitem1# Part II|b\nitem2# II.1|c\n");
}
END_TEST

START_TEST(legal_levels_are_decimal)
{
	EXPECT_NUMBERS(ABSTRACT("0", LEVEL("0", "upperRoman", "Article %1", "")
	                                     LEVEL("1", "upperLetter", "%1.%2", "<w:isLgl/>"))
	                       NUMBER("1", "0", ""),
	               LISTED("1", "0", "a") LISTED("1", "0", "b") LISTED("1", "1", "c"),
	               "item1# Article I|a\nitem1# Article II|b\nitem2# 2.1|c\n");
}
END_TEST

#define HEADING_STYLES                                                                             \
	STYLES("<w:style w:type=\"paragraph\" w:styleId=\"Heading1\"><w:name w:val=\"heading "     \
	       "1\"/>"                                                                             \
	       "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl "                    \
	       "w:val=\"0\"/></w:pPr>"                                                             \
	       "</w:style>"                                                                        \
	       "<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading "     \
	       "2\"/>"                                                                             \
	       "<w:basedOn w:val=\"Heading1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr>"    \
	       "<w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"                                     \
	       "<w:style w:type=\"paragraph\" w:styleId=\"Annex\"><w:name w:val=\"Annex\"/>"       \
	       "<w:basedOn w:val=\"Heading2\"/></w:style>")

START_TEST(styles_number_their_paragraphs)
{
	/* the level is the one that names the style, whatever the style says */
	const part parts[] = {
	        {.name = "word/document.xml",
	         .text = DOCUMENT(
	                 STYLED("Heading1", "a") STYLED("Heading2", "b") STYLED("Annex", "c")
	                         STYLED("Heading1",
	                                "d") "<w:p><w:pPr><w:pStyle "
	                                     "w:val=\"Heading1\"/><w:numPr><w:numId "
	                                     "w:val=\"0\"/></w:numPr></w:pPr>" R(
	                                             "e") "</w:p>"
	                                                  "<w:p><w:pPr><w:pStyle "
	                                                  "w:val=\"Heading1\"/><w:numPr><w:ilvl "
	                                                  "w:val=\"2\"/></w:numPr></w:pPr>" R(
	                                                          "f") "</w:p>")},
	        {.name = "word/styles.xml", .text = HEADING_STYLES},
	        {.name = "word/numbering.xml",
	         .text = NUMBERING(ABSTRACT(
	                 "0", LEVEL("0", "decimal", "%1", "<w:pStyle w:val=\"Heading1\"/>") LEVEL(
	                              "1", "decimal", "%1.%2", "<w:pStyle w:val=\"Heading2\"/>")
	                              LEVEL("2", "lowerLetter", "%3)", "")) NUMBER("1", "0", ""))},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL,
	       "heading1# 1|a\nheading2# 1.1|b\nheading2# 1.2|c\nheading1# 2|d\nheading1 |e\n"
	       "heading1# a)|f\n");
}
END_TEST

START_TEST(numbering_styles_are_followed)
{
	const part parts[] = {
	        {.name = "word/document.xml",
	         .text = DOCUMENT(LISTED("2", "0", "a") LISTED("1", "0", "b"))},
	        {.name = "word/styles.xml",
	         .text = STYLES("<w:style w:type=\"numbering\" w:styleId=\"Rules\"><w:name "
	                        "w:val=\"Rules\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
	                        "</w:pPr></w:style>")},
	        {.name = "word/numbering.xml",
	         .text = NUMBERING(ABSTRACT(
	                 "0", "<w:styleLink w:val=\"Rules\"/>" LEVEL("0", "lowerRoman", "(%1)", ""))
	                                   ABSTRACT("1", "<w:numStyleLink w:val=\"Rules\"/>")
	                                           NUMBER("1", "0", "") NUMBER("2", "1", ""))},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL, "item1# (i)|a\nitem1# (ii)|b\n");
}
END_TEST

START_TEST(bullets_and_lists_without_numbers)
{
	EXPECT_NUMBERS(ABSTRACT("0",
	                        LEVEL("0", "bullet", "\xef\x82\xb7",
	                              "") LEVEL("1", "none", "", "") LEVEL("2", "none", "Note", "")
	                                LEVEL("3", "decimal", "%4", "<w:rPr><w:vanish/></w:rPr>"))
	                       NUMBER("1", "0", ""),
	               LISTED("1", "0", "a") LISTED("1", "1", "b") LISTED("1", "2", "c")
	                       LISTED("1", "3", "d") LISTED("1", "0", "") LISTED("9", "0", "e"),
	               "item1- \xe2\x80\xa2|a\nitem2 |b\nitem3# Note|c\nitem4 |d\nparagraph |e\n");
}
END_TEST

START_TEST(an_unknown_format_is_decimal_and_told_once)
{
	const part parts[] = {
	        {.name = "word/document.xml",
	         .text = DOCUMENT(LISTED("1", "0", "a") LISTED("1", "0", "b"))},
	        {.name = "word/numbering.xml",
	         .text = NUMBERING(ABSTRACT("0", LEVEL("0", "chicago", "%1.", ""))
	                                   NUMBER("1", "0", ""))},
	};
	expect(read_archive(parts, 2, CLAUSARY_CHANGES_FINAL, false), "item1# 1.|a\nitem1# 2.|b\n",
	       "unknown-numbering\n");
}
END_TEST

START_TEST(a_paragraph_that_is_gone_is_not_counted)
{
	EXPECT_NUMBERS(
	        ABSTRACT("0", THREE_LEVELS) NUMBER("1", "0", ""),
	        LISTED("1", "0",
	               "a") "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
	                    "w:val=\"1\"/></w:numPr>"
	                    "<w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del w:id=\"2\"><w:r>"
	                    "<w:delText>b</w:delText></w:r></w:del></w:p>"
	                    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId "
	                    "w:val=\"1\"/></w:numPr>"
	                    "<w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr>"
	                    "<w:t>hidden</w:t></w:r></w:p>" LISTED("1", "0", "c"),
	        "item1# 1|a\nitem1# 2|c\n");
}
END_TEST

/* Text boxes are a text of their own: their lists do not count with the body's. */
START_TEST(text_boxes_count_on_their_own)
{
	EXPECT_NUMBERS(
	        ABSTRACT("0", THREE_LEVELS) NUMBER("1", "0", ""),
	        LISTED("1", "0", "a") "<w:p>" R(
	                "b") "<w:r><w:pict><v:textbox><w:"
	                     "txbxContent>" LISTED("1", "0",
	                                           "c") "</w:txbxContent></v:textbox></"
	                                                "w:pict></w:r></w:p>" LISTED("1", "0", "d"),
	        "item1# 1|a\nparagraph |b\nitem1# 1|c\nitem1# 2|d\n");
}
END_TEST

UNIT_MAIN(input_docx_numbering, levels_restart_after_a_higher_one,
          levels_that_are_skipped_count_as_begun, restart_only_after_the_level_named,
          overrides_start_anew_once, an_override_may_define_a_level_anew, legal_levels_are_decimal,
          styles_number_their_paragraphs, numbering_styles_are_followed,
          bullets_and_lists_without_numbers, an_unknown_format_is_decimal_and_told_once,
          a_paragraph_that_is_gone_is_not_counted, text_boxes_count_on_their_own)
