/* The Word reader: files that are cut off, damaged, encrypted, or made to harm. */
#include "input_docx.h"

#include "base/limits.h"

static void
expect_failure(result got, clausary_status status, const char *words)
{
	ck_assert_int_eq(got.status, status);
	ck_assert_msg(strstr(got.failure.data, words) != NULL, "%s", got.failure.data);
	finish_result(&got);
}

static result
read_part(const char *name, clausary_slice text)
{
	const part parts[] = {{.name = name, .text = text.data, .size = text.size}};
	return read_archive(parts, 1, CLAUSARY_CHANGES_FINAL, false);
}

static clausary_slice
repeat(clausary_buffer *to, const char *before, const char *text, size_t times, const char *after)
{
	clausary_buffer_add(to, clausary_slice_of(before));
	for (size_t i = 0; i < times; i++)
		clausary_buffer_add(to, clausary_slice_of(text));
	clausary_buffer_add(to, clausary_slice_of(after));
	return clausary_buffer_slice(to);
}

START_TEST(a_bid_needs_the_right_bytes)
{
	const part parts[] = {{.name = "word/document.xml", .text = DOCUMENT(P("a"))}};
	const part other[] = {{.name = "mimetype", .text = "application/epub+zip"}};
	clausary_buffer bytes = make_archive(parts, 1), foreign = make_archive(other, 1);
	ck_assert_int_gt(clausary_reader_docx.bid(clausary_buffer_slice(&bytes)), 50);
	ck_assert_int_eq(clausary_reader_docx.bid(clausary_buffer_slice(&foreign)), 0);
	ck_assert_int_eq(clausary_reader_docx.bid(CLAUSARY_SLICE("word/document.xml")), 0);
	ck_assert_int_eq(clausary_reader_docx.bid(CLAUSARY_SLICE("")), 0);
	clausary_buffer_finish(&bytes);
	clausary_buffer_finish(&foreign);
}
END_TEST

START_TEST(an_archive_cut_anywhere_fails)
{
	const part parts[] = {{.name = "word/document.xml", .text = DOCUMENT(P("a") P("b"))}};
	clausary_buffer bytes = make_archive(parts, 1);
	for (size_t size = 0; size < bytes.size; size++) {
		clausary_slice cut = clausary_slice_part(clausary_buffer_slice(&bytes), 0, size);
		result got = read_bytes(cut, CLAUSARY_CHANGES_FINAL, false);
		ck_assert_int_eq(got.status, CLAUSARY_EFORMAT);
		finish_result(&got);
	}
	clausary_buffer_finish(&bytes);
}
END_TEST

START_TEST(other_archives_are_refused)
{
	expect_failure(read_part("a.xml", CLAUSARY_SLICE("<a/>")), CLAUSARY_EFORMAT,
	               "without word/document.xml");
	expect_failure(read_part("word/document.xml", CLAUSARY_SLICE("<a/>")), CLAUSARY_EFORMAT,
	               "not a Word document");
	expect_failure(read_part("word/document.xml", CLAUSARY_SLICE("nothing")), CLAUSARY_EFORMAT,
	               "damaged from its start");
}
END_TEST

START_TEST(what_stands_before_damage_is_kept)
{
	expect(read_part("word/document.xml",
	                 CLAUSARY_SLICE("<w:document " SPACES "><w:body>" P("a") "<w:p>" R(
	                         "b") "</w:oops>" R("c") "</w:p></w:body></w:document>")),
	       "paragraph |a\nparagraph |b\n", "damaged-markup\n");
	expect(read_part("word/document.xml",
	                 CLAUSARY_SLICE("<w:document " SPACES "><w:body>" P(
	                         "a") "<w:tbl><w:tr><w:tc>"
	                              "<w:p>" R("b") "<w:r><w:pict><w:txbxContent><w:p>" R("c"))),
	       "paragraph |a\ncell[1:0:0] |b\nparagraph |c\n", "damaged-markup\n");
}
END_TEST

START_TEST(damage_in_a_small_part_costs_only_that_part)
{
	const part parts[] = {
	        {.name = "word/document.xml", .text = DOCUMENT(P("a"))},
	        {.name = "word/styles.xml", .text = "<w:styles " SPACES "><w:style"},
	        {.name = "word/numbering.xml", .text = "\x01"},
	};
	expect(read_archive(parts, 3, CLAUSARY_CHANGES_FINAL, false), "paragraph |a\n",
	       "damaged-markup\ndamaged-markup\n");
}
END_TEST

START_TEST(entities_are_never_declared)
{
	expect_failure(
	        read_part("word/document.xml",
	                  CLAUSARY_SLICE("<!DOCTYPE d [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>"
	                                 "<w:document " SPACES
	                                 "><w:body>" P("&b;") "</w:body></w:document>")),
	        CLAUSARY_EFORMAT, "damaged from its start");
	expect_failure(
	        read_part("word/document.xml",
	                  CLAUSARY_SLICE(
	                          "<!DOCTYPE d SYSTEM \"file:///etc/passwd\"><w:document " SPACES
	                          "/>")),
	        CLAUSARY_EFORMAT, "damaged from its start");
}
END_TEST

START_TEST(depth_has_a_limit)
{
	clausary_buffer deep = {0};
	repeat(&deep, "<w:document " SPACES "><w:body>" P("a"), "<w:tbl><w:tr><w:tc>", 100, "");
	expect_failure(read_part("word/document.xml", clausary_buffer_slice(&deep)),
	               CLAUSARY_ELIMIT, "nested too deeply");
	clausary_buffer_finish(&deep);
}
END_TEST

START_TEST(a_bomb_is_not_unpacked)
{
	clausary_buffer bomb = {0};
	repeat(&bomb, "<w:document " SPACES "><w:body>", "                ", 1 << 19,
	       "</w:body></w:document>");
	expect_failure(read_part("word/document.xml", clausary_buffer_slice(&bomb)),
	               CLAUSARY_ELIMIT, "zip bomb");
	clausary_buffer_finish(&bomb);
}
END_TEST

START_TEST(older_and_encrypted_files_are_named)
{
	static const char DOC[1024] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
	char encrypted[1024] = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
	static const char NAME[] = "EncryptedPackage";
	for (size_t i = 0; i < sizeof NAME; i++)
		encrypted[512 + 2 * i] = NAME[i];
	expect_failure(read_bytes((clausary_slice){DOC, sizeof DOC}, 0, false), CLAUSARY_EFORMAT,
	               "save it as .docx");
	expect_failure(read_bytes((clausary_slice){encrypted, sizeof encrypted}, 0, false),
	               CLAUSARY_EFORMAT, "password");
}
END_TEST

/* Elements in the wrong place are read as far as that makes sense. */
/* clang-format off */
#define MISPLACED                                                                                  \
	"<w:tc>" P("a") "</w:tc>"                                                                  \
	"<w:p>" R("b") P("c") R("lost") "</w:p>"                                                   \
	"<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"                                            \
	"<w:tr>" P("d") "</w:tr>"                                                                  \
	"<w:footnote>" P("no") "</w:footnote>"                                                     \
	"<w:tbl>" P("e") "</w:tbl>" P("f")                                                         \
	"<mc:AlternateContent>text<w:p/></mc:AlternateContent>"
/* clang-format on */

START_TEST(markup_in_the_wrong_place)
{
	EXPECT_BODY(MISPLACED, "paragraph |a\nparagraph |b\nparagraph |c\nparagraph |d\n"
	                       "cell[1:0:0] |e\nparagraph |f\n");
}
END_TEST

UNIT_MAIN(input_docx_damage, a_bid_needs_the_right_bytes, an_archive_cut_anywhere_fails,
          other_archives_are_refused, what_stands_before_damage_is_kept,
          damage_in_a_small_part_costs_only_that_part, entities_are_never_declared,
          depth_has_a_limit, a_bomb_is_not_unpacked, older_and_encrypted_files_are_named,
          markup_in_the_wrong_place)
