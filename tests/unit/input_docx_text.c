/* The Word reader: runs, characters, fields, tracked changes, alternate content. */
#include "input_docx.h"

#define RUN(inside) "<w:r>" inside "</w:r>"
#define FIELD(type) "<w:r><w:fldChar w:fldCharType=\"" type "\"/></w:r>"
#define INSTRUCTION(text) "<w:r><w:instrText> " text " </w:instrText></w:r>"
#define BEGIN(text) FIELD("begin") INSTRUCTION(text)
#define SEPARATE FIELD("separate")
#define END FIELD("end")

START_TEST(characters)
{
	EXPECT_BODY("<w:p>" RUN("<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br "
	                        "w:type=\"page\"/><w:cr/><w:noBreakHyphen/><w:softHyphen/><w:ptab/>"
	                        "<w:t>d</w:t>") "</w:p>",
	            "paragraph |a\tb\nc\n\xe2\x80\x91\xc2\xad\td\n");
}
END_TEST

START_TEST(blanks_count_where_the_text_says_so)
{
	EXPECT_BODY("<w:p>" RUN("<w:t> a\n b </w:t>") RUN("<w:t xml:space=\"preserve\"> c </w:t>")
	                    RUN("<w:t>d &amp; &#x65;</w:t>") "</w:p>",
	            "paragraph |a  b c d & e\n");
}
END_TEST

START_TEST(symbols)
{
	EXPECT_BODY("<w:p>" RUN("<w:sym w:font=\"Symbol\" w:char=\"F057\"/>")
	                    RUN("<w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/>")
	                            RUN("<w:sym w:font=\"Webdings\" w:char=\"F041\"/>")
	                                    RUN("<w:sym w:font=\"Arial\" w:char=\"00E9\"/>") RUN(
	                                            "<w:rPr><w:rFonts w:ascii=\"Symbol\"/></w:rPr>"
	                                            "<w:t>\xef\x81\xa1</w:t>") "</w:p>",
	            "paragraph |\xce\xa9\xe2\x86\x92\xc3\xa9\xce\xb1\n");
}
END_TEST

/* clang-format off */
#define WRAPPED                                                                                    \
	"<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent><w:p>"                     \
	"<w:hyperlink>" R("a") "</w:hyperlink>"                                                    \
	"<w:smartTag><w:smartTagPr/>" R("b") "</w:smartTag>"                                       \
	"<w:unheardOf>" R("c") "</w:unheardOf>"                                                    \
	"<m:oMath><m:r><m:t>d</m:t></m:r></m:oMath>"                                               \
	"<w:ruby><w:rt>" R("x") "</w:rt><w:rubyBase>" R("e") "</w:rubyBase></w:ruby>"              \
	"<w:bookmarkStart w:name=\"x\"/><w:commentReference w:id=\"1\"/></w:p>"                    \
	"</w:sdtContent></w:sdt>"
/* clang-format on */

START_TEST(wrappers_are_looked_through)
{
	EXPECT_BODY(WRAPPED, "paragraph |abcde\n");
}
END_TEST

START_TEST(hidden_text_is_dropped)
{
	EXPECT_BODY("<w:p>" R("a") RUN("<w:rPr><w:vanish/></w:rPr><w:t>b</w:t>")
	                    RUN("<w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>c</w:t>") "</w:p>",
	            "paragraph |ac\n");
}
END_TEST

START_TEST(the_result_of_a_field_is_text)
{
	EXPECT_BODY("<w:p>" R("a ") BEGIN("REF x") R("no") SEPARATE R("b") BEGIN("PAGE")
	                    SEPARATE R("c") END R("d") END R(" e ") BEGIN("XE \"no\"") END
	            "<w:fldSimple w:instr=\"SEQ x\">" R("7") "</w:fldSimple></w:p>",
	            "paragraph |a bcd e 7\n");
}
END_TEST

START_TEST(a_table_of_contents_is_told_from_text)
{
	EXPECT_BODY("<w:p>" BEGIN("TOC \\o")
	                    SEPARATE R("1 a 3") "</w:p>" P("2 b 4") "<w:p>" R("3 c 5") END
	            "</w:p>" P("d") "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table "
	                            "of Contents\"/>"
	                            "</w:docPartObj></w:sdtPr><w:sdtContent>" P(
	                                    "e") "</w:sdtContent></w:sdt>" P("f"),
	            "contents |1 a 3\ncontents |2 b 4\ncontents |3 c 5\nparagraph |d\n"
	            "contents |e\nparagraph |f\n");
}
END_TEST

/* A field that never ends must not take the whole document. */
START_TEST(a_heading_ends_a_table_of_contents)
{
	EXPECT_BODY("<w:p>" BEGIN("TOC")
	                    SEPARATE R("1 a 3") "</w:p>"
	                                        "<w:p><w:pPr><w:pStyle w:val=\"H\"/><w:outlineLvl "
	                                        "w:val=\"0\"/></w:pPr>" R("a") "</w:p>" P("b"),
	            "contents |1 a 3\nheading1 |a\nparagraph |b\n");
}
END_TEST

/* clang-format off */
#define TRACKED                                                                                    \
	"<w:p>" R("a") "<w:ins w:id=\"1\">" R("b") "</w:ins>"                                      \
	"<w:del w:id=\"2\"><w:r><w:delText>c</w:delText></w:r></w:del>"                            \
	"<w:moveFrom w:id=\"3\">" R("d") "</w:moveFrom>"                                           \
	"<w:moveTo w:id=\"4\">" R("e") "</w:moveTo></w:p>"                                         \
	"<w:p><w:pPr><w:jc w:val=\"center\"/><w:rPr><w:del w:id=\"5\"/></w:rPr></w:pPr>"           \
	R("f") "</w:p>"                                                                            \
	"<w:p><w:pPr><w:rPr><w:ins w:id=\"6\"/></w:rPr></w:pPr>" R("g") "</w:p>" P("h")            \
	"<w:tbl><w:tr><w:tc>" P("i") "</w:tc></w:tr>"                                              \
	"<w:tr><w:trPr><w:del w:id=\"7\"/></w:trPr><w:tc>" P("j") "</w:tc></w:tr>"                 \
	"<w:tr><w:trPr><w:ins w:id=\"8\"/></w:trPr><w:tc>" P("k") "</w:tc></w:tr></w:tbl>"         \
	"<w:p><w:pPr><w:outlineLvl w:val=\"0\"/><w:pPrChange w:id=\"9\"><w:pPr>"                   \
	"<w:outlineLvl w:val=\"2\"/></w:pPr></w:pPrChange></w:pPr>" R("l") "</w:p>"
/* clang-format on */

START_TEST(tracked_changes_final)
{
	EXPECT_BODY(TRACKED, "paragraph |abe\nparagraph |fg\nparagraph |h\n"
	                     "cell[1:0:0] |i\ncell[1:1:0] |k\nheading1 |l\n");
}
END_TEST

START_TEST(tracked_changes_original)
{
	const part parts[] = {{.name = "word/document.xml", .text = DOCUMENT(TRACKED)}};
	EXPECT(parts, CLAUSARY_CHANGES_ORIGINAL,
	       "paragraph |acd\nparagraph= |f\nparagraph |gh\n"
	       "cell[1:0:0] |i\ncell[1:1:0] |j\nheading3 |l\n");
}
END_TEST

/* clang-format off */
#define ALTERNATIVES(inside) RUN("<mc:AlternateContent>" inside "</mc:AlternateContent>")
#define CHOICES                                                                                    \
	"<mc:Choice Requires=\"wps\"><w:t>a</w:t></mc:Choice>"                                     \
	"<mc:Choice Requires=\"x\"><w:t>b</w:t></mc:Choice>"                                       \
	"<mc:Fallback><w:t>c</w:t></mc:Fallback>"
/* clang-format on */

START_TEST(only_one_of_the_alternatives_is_read)
{
	EXPECT_BODY("<w:p>" ALTERNATIVES(CHOICES)
	                    ALTERNATIVES("<mc:Fallback><w:t>d</w:t></mc:Fallback>") "</w:p>",
	            "paragraph |ad\n");
}
END_TEST

/* clang-format off */
#define BOX(inside)                                                                                \
	RUN("<w:pict><v:textbox><w:txbxContent>" inside "</w:txbxContent></v:textbox></w:pict>")
#define BOXES                                                                                      \
	P("box 1") "<w:p>" R("box 2") BOX(P("box in box")) "</w:p>"                                \
	"<w:tbl><w:tr><w:tc>" P("box cell") "</w:tc></w:tr></w:tbl>"
/* clang-format on */

START_TEST(text_boxes_follow_their_paragraph)
{
	EXPECT_BODY("<w:p>" R("a") BOX(BOXES) R("b") "</w:p>" P("c"),
	            "paragraph |ab\nparagraph |box 1\nparagraph |box 2\nparagraph |box in box\n"
	            "cell[1:0:0] |box cell\nparagraph |c\n");
}
END_TEST

#define BOLD_ITALIC_STYLES                                                                         \
	STYLES("<w:style w:type=\"paragraph\" w:styleId=\"B\"><w:name "                            \
	       "w:val=\"B\"/><w:rPr><w:b/></w:rPr>"                                                \
	       "</w:style><w:style w:type=\"character\" w:styleId=\"C\"><w:name "                  \
	       "w:val=\"C\"/><w:rPr>"                                                              \
	       "<w:b/><w:i/></w:rPr></w:style>")

/* clang-format off */
#define FORMATTED(properties, text)                                                                \
	RUN("<w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t>")
#define STYLE_B "<w:pPr><w:pStyle w:val=\"B\"/></w:pPr>"
#define EMPHASISED                                                                                 \
	"<w:p>" R("a") FORMATTED("<w:b/>", "b ") FORMATTED("<w:b/><w:i/>", "c") R(" d") "</w:p>"   \
	"<w:p>" STYLE_B R("e ") FORMATTED("<w:rStyle w:val=\"C\"/>", "f")                          \
	FORMATTED("<w:b w:val=\"0\"/>", "g") "</w:p>"                                              \
	"<w:p>" STYLE_B R("h") "</w:p>"                                                            \
	"<w:p>" FORMATTED("<w:rtl/><w:bCs/><w:i/>", "j") "</w:p>"
/* clang-format on */

static const part emphasised[] = {
        {.name = "word/document.xml", .text = DOCUMENT(EMPHASISED)},
        {.name = "word/styles.xml", .text = BOLD_ITALIC_STYLES},
};

START_TEST(bold_and_italic_runs_are_marked)
{
	expect(read_archive(emphasised, 2, CLAUSARY_CHANGES_FINAL, true),
	       "*b c\n/c\n*e\n/f\n*h\n*j\n", "");
}
END_TEST

START_TEST(a_block_all_bold_says_so)
{
	EXPECT(emphasised, CLAUSARY_CHANGES_FINAL,
	       "paragraph |ab c d\nparagraph |e fg\nparagraph* |h\nparagraph* |j\n");
}
END_TEST

#define STYLE_OF(id, name, more)                                                                   \
	"<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/>" more     \
	"</w:style>"
#define BASED(id) "<w:basedOn w:val=\"" id "\"/>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" R(text) "</w:p>"

/* clang-format off */
#define ALL_STYLES                                                                                 \
	STYLE_OF("T", "Title", "<w:pPr><w:jc w:val=\"center\"/></w:pPr>")                          \
	STYLE_OF("H2", "heading 2", "")                                                            \
	STYLE_OF("Sub", "Clause", BASED("H2"))                                                     \
	STYLE_OF("C", "caption", "")                                                               \
	STYLE_OF("V1", "toc 1", "")                                                                \
	STYLE_OF("Q", "Quote", "")                                                                 \
	STYLE_OF("Off", "Off", BASED("H2") "<w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")           \
	STYLE_OF("Round", "Round", BASED("Trip"))                                                  \
	STYLE_OF("Trip", "Trip", BASED("Round"))
#define IN_ALL_STYLES                                                                              \
	STYLED("T", "a") STYLED("H2", "b") STYLED("Sub", "c") STYLED("C", "d") STYLED("V1", "e")   \
	STYLED("Q", "f") STYLED("Off", "g") STYLED("Round", "h") STYLED("Gone", "i")
/* clang-format on */

START_TEST(styles_say_what_a_paragraph_is)
{
	const part parts[] = {
	        {.name = "word/document.xml", .text = DOCUMENT(IN_ALL_STYLES)},
	        {.name = "word/styles.xml", .text = STYLES(ALL_STYLES)},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL,
	       "paragraph=! |a\nheading2 |b\nheading2 |c\ncaption |d\ncontents |e\nquote |f\n"
	       "paragraph |g\nparagraph |h\nparagraph |i\n");
}
END_TEST

UNIT_MAIN(input_docx_text, characters, blanks_count_where_the_text_says_so, symbols,
          wrappers_are_looked_through, hidden_text_is_dropped, the_result_of_a_field_is_text,
          a_table_of_contents_is_told_from_text, a_heading_ends_a_table_of_contents,
          tracked_changes_final, tracked_changes_original, only_one_of_the_alternatives_is_read,
          text_boxes_follow_their_paragraph, bold_and_italic_runs_are_marked,
          a_block_all_bold_says_so, styles_say_what_a_paragraph_is)
