/* The Word reader: tables, footnotes and endnotes, and the parts of the package. */
#include "input_docx.h"

#define TABLE(rows) "<w:tbl><w:tblPr/>" rows "</w:tbl>"
#define ROW(cells) "<w:tr>" cells "</w:tr>"
#define CELL(inside) "<w:tc>" inside "</w:tc>"
#define CELL_OF(properties, inside) "<w:tc><w:tcPr>" properties "</w:tcPr>" inside "</w:tc>"

START_TEST(cells_have_a_place)
{
	EXPECT_BODY(TABLE("<w:tr><w:trPr><w:tblHeader/></w:trPr>" CELL(P("a"))
	                          CELL(P("b") P("c")) "</w:tr>" ROW(CELL(P("")) CELL(P("d"))))
	                    TABLE(ROW(CELL(P("e")))),
	            "cell[1:0:0]^ |a\ncell[1:0:1]^ |b\ncell[1:0:1]^ |c\ncell[1:1:1] "
	            "|d\ncell[2:0:0] |e\n");
}
END_TEST

START_TEST(merged_cells)
{
	EXPECT_BODY(
	        TABLE(ROW(CELL_OF("<w:gridSpan w:val=\"2\"/>", P("a"))
	                          CELL_OF("<w:vMerge w:val=\"restart\"/>", P("b")))
	                      ROW(CELL(P("c")) CELL(P("d")) CELL_OF(
	                              "<w:vMerge/>", P("covered"))) "<w:tr><w:trPr><w:gridBefore "
	                                                            "w:val=\"1\"/></w:trPr>" CELL(
	                                                                    P("e")) "</"
	                                                                            "w:tr>"),
	        "cell[1:0:0] |a\ncell[1:0:2] |b\ncell[1:1:0] |c\ncell[1:1:1] |d\ncell[1:2:1] |e\n");
}
END_TEST

START_TEST(nested_tables)
{
	EXPECT_BODY(
	        TABLE(ROW(CELL(P("a") TABLE(ROW(CELL(P("b")) CELL(P("c")))) P("d")) CELL(P("e")))),
	        "cell[1:0:0] |a\ncell[2:0:0] |b\ncell[2:0:1] |c\ncell[1:0:0] |d\ncell[1:0:1] |e\n");
}
END_TEST

#define CALL(kind, more) "<w:r><w:" kind "Reference " more "/></w:r>"
#define NOTE(id, inside) "<w:footnote w:id=\"" id "\">" inside "</w:footnote>"
#define OPENED(text) "<w:p><w:r><w:footnoteRef/></w:r>" R(" " text) "</w:p>"

/* clang-format off */
#define CALLING                                                                                    \
	"<w:p>" R("a") CALL("footnote", "w:id=\"7\"") R(" b")                                      \
	CALL("footnote", "w:id=\"3\"") "</w:p>"                                                    \
	TABLE(ROW(CELL("<w:p>" R("c") CALL("endnote", "w:id=\"1\"") "</w:p>")))                    \
	"<w:p>" R("d") "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"4\"/>"          \
	"<w:t>*</w:t></w:r></w:p>"                                                                 \
	"<w:p>" R("e") CALL("footnote", "w:id=\"5\"") "</w:p>"
#define CALLED                                                                                     \
	"<w:footnote w:type=\"separator\" w:id=\"0\">" P("---") "</w:footnote>"                    \
	NOTE("3", OPENED("second")) NOTE("4", P("* marked")) NOTE("5", OPENED("third"))            \
	NOTE("7", OPENED("first") P("and more"))
#define ENDNOTES(notes) "<w:endnotes " SPACES ">" notes "</w:endnotes>"
/* clang-format on */

START_TEST(notes_follow_the_block_that_calls_them)
{
	const part parts[] = {
	        {.name = "word/document.xml", .text = DOCUMENT(CALLING)},
	        {.name = "word/footnotes.xml", .text = FOOTNOTES(CALLED)},
	        {.name = "word/endnotes.xml",
	         .text = ENDNOTES("<w:endnote w:id=\"1\">" OPENED("end") "</w:endnote>")},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL,
	       "paragraph |a b\nnote# 1|first\nnote+ |and more\nnote# 2|second\ncell[1:0:0] |c\n"
	       "note# i|end\nparagraph |d\nnote *|marked\nparagraph |e\nnote# 3|third\n");
}
END_TEST

START_TEST(a_note_that_is_not_there_is_told)
{
	const part parts[] = {
	        {.name = "word/document.xml",
	         .text = DOCUMENT("<w:p>" R("a") CALL("footnote", "w:id=\"7\"") "</w:p>")}};
	expect(read_archive(parts, 1, CLAUSARY_CHANGES_FINAL, false), "paragraph |a\n",
	       "missing-part\n");
}
END_TEST

START_TEST(notes_take_the_format_of_the_settings)
{
	const part parts[] = {
	        {.name = "word/document.xml",
	         .text = DOCUMENT("<w:p>" R("a") CALL("footnote", "w:id=\"1\"") "</w:p>")},
	        {.name = "word/footnotes.xml", .text = FOOTNOTES(NOTE("1", OPENED("note")))},
	        {.name = "word/settings.xml",
	         .text = "<w:settings " SPACES "><w:footnotePr><w:numFmt w:val=\"lowerLetter\"/>"
	                 "<w:numStart w:val=\"3\"/></w:footnotePr></w:settings>"},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL, "paragraph |a\nnote# c|note\n");
}
END_TEST

START_TEST(parts_are_found_through_relations)
{
	const part parts[] = {
	        {.name = "_rels/.rels",
	         .text = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	                 "relationships\"><Relationship Id=\"r\" Type=\"http://purl.oclc.org/ooxml/"
	                 "officeDocument/relationships/officeDocument\" Target=\"/text/main.xml\"/>"
	                 "</Relationships>"},
	        {.name = "text/_rels/main.xml.rels",
	         .text = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
	                 "relationships\"><Relationship Id=\"r\" Type=\"http://purl.oclc.org/ooxml/"
	                 "officeDocument/relationships/styles\" Target=\"../other/s.xml\"/>"
	                 "</Relationships>"},
	        {.name = "text/main.xml",
	         .text = "<d:document "
	                 "xmlns:d=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><d:body>"
	                 "<d:p><d:pPr><d:pStyle "
	                 "d:val=\"H\"/></d:pPr><d:r><d:t>strict</d:t></d:r></d:p>"
	                 "</d:body></d:document>"},
	        {.name = "other/s.xml",
	         .text = STYLES("<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name "
	                        "w:val=\"heading 4\"/></w:style>")},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL, "heading4 |strict\n");
}
END_TEST

START_TEST(the_main_part_is_found_through_content_types)
{
	const part parts[] = {
	        {.name = "[Content_Types].xml",
	         .text = "<Types "
	                 "xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
	                 "<Override PartName=\"/x/y.xml\" "
	                 "ContentType=\"application/vnd.openxmlformats-"
	                 "officedocument.wordprocessingml.template.main+xml\"/></Types>"},
	        {.name = "x/y.xml", .text = DOCUMENT(P("a"))},
	};
	EXPECT(parts, CLAUSARY_CHANGES_FINAL, "paragraph |a\n");
}
END_TEST

UNIT_MAIN(input_docx_place, cells_have_a_place, merged_cells, nested_tables,
          notes_follow_the_block_that_calls_them, a_note_that_is_not_there_is_told,
          notes_take_the_format_of_the_settings, parts_are_found_through_relations,
          the_main_part_is_found_through_content_types)
