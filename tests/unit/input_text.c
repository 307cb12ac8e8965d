/* The plain text reader: lines, paragraphs, converters' marks, hard wrapping, pages. */
#include "input_blocks.h"

extern const clausary_reader clausary_reader_text;

#define TEXT clausary_reader_text

START_TEST(one_line_is_one_paragraph)
{
	expect_blocks(TEXT, "The keeper answers.", "1 paragraph The keeper answers.\n");
	expect_blocks(
	        TEXT, "recalling\na)\tthe register;\n\n  b)  the call,  \n",
	        "1 paragraph recalling\n2 paragraph a) the register;\n4 paragraph b) the call,\n");
	expect_blocks(TEXT, "", "");
	expect_blocks(TEXT, " \t\n\n\f \n", "");
}
END_TEST

START_TEST(all_line_ends)
{
	expect_blocks(TEXT,
	              "a\nb\r\nc\rd\fe\xe2\x80\xa8"
	              "f\xe2\x80\xa9"
	              "g\r\rh",
	              "1 paragraph a\n2 paragraph b\n3 paragraph c\n4 paragraph d\n4 paragraph "
	              "e\n4 paragraph f\n"
	              "4 paragraph g\n6 paragraph h\n");
	expect_said(TEXT,
	            "\xe2\x80\x9c"
	            "a\xe2\x80",
	            "1 paragraph \xe2\x80\x9c"
	            "a\xef\xbf\xbd\n",
	            "broken-utf8 ");
}
END_TEST

START_TEST(spans_are_those_of_the_given_text)
{
	reading *r = reading_of(
	        &TEXT, CLAUSARY_SLICE("\xef\xbb\xbf one\r\n\r\n[bookmark: x]two [image: y]\n"));
	ck_assert_uint_eq(r->document->text.size, 39);
	ck_assert_uint_eq(r->document->blocks.count, 2);
	ck_assert_uint_eq(r->document->blocks.items[0].span.start, 4);
	ck_assert_uint_eq(r->document->blocks.items[0].span.end, 7);
	ck_assert_uint_eq(r->document->blocks.items[1].span.start, 24);
	ck_assert_uint_eq(r->document->blocks.items[1].span.end, 27);
	ck_assert_uint_eq(r->document->skips.count, 2);
	ck_assert_uint_eq(r->document->skips.items[0].start, 11);
	ck_assert_uint_eq(r->document->skips.items[0].end, 24);
	reading_finish(r);
}
END_TEST

START_TEST(bookmarks_images_and_field_errors_are_dropped)
{
	expect_blocks(TEXT, " [bookmark: _Hlk1][bookmark: _Hlk2]a)\tthe register;\n",
	              "1 paragraph a) the register;\n");
	expect_blocks(TEXT, "x [image: a view] y\n[bookmark: only]\n", "1 paragraph x y\n");
	expect_blocks(TEXT, "See Error! Reference source not found.The rest\n",
	              "1 paragraph See The rest\n");
	expect_blocks(TEXT, "Doc Error! Unknown document property name.56 end",
	              "1 paragraph Doc end\n");
	expect_blocks(
	        TEXT, "No [bookmark] [bookmark:x] [image: cut\nError! Other",
	        "1 paragraph No [bookmark] [bookmark:x] [image: cut\n2 paragraph Error! Other\n");
}
END_TEST

START_TEST(notes_become_blocks)
{
	expect_blocks(
	        TEXT,
	        "For ports[footnoteRef:1]1, in general, [1: 1 \tThese are [all] ports. ] \nnext",
	        "1 paragraph For ports, in general,\n1 note {1} 1 These are [all] ports.\n2 "
	        "paragraph next\n");
	expect_blocks(TEXT, "a[footnoteRef:2]1 b[endnoteRef:3]* c [2: 1\tone ] [3: *\ttwo ] d",
	              "1 paragraph a b c d\n1 note {1} 1 one\n1 note {*} * two\n");
	expect_blocks(TEXT, "a[footnoteRef:4] 4 b [4: no label ]",
	              "1 paragraph a 4 b\n1 note no label\n");
	expect_blocks(TEXT, "a[footnoteRef:5]52 b [5: 5\tx ]",
	              "1 paragraph a52 b\n1 note {5} 5 x\n");
}
END_TEST

START_TEST(what_is_no_note_is_text)
{
	expect_blocks(TEXT, "see [1: 2 in the list]", "1 paragraph see [1: 2 in the list]\n");
	expect_blocks(TEXT, "a[footnoteRef:1] [2: x ]", "1 paragraph a [2: x ]\n");
	expect_blocks(TEXT, "a[footnoteRef:1] [1: open", "1 paragraph a [1: open\n");
	expect_blocks(TEXT, "a[footnoteRef:x] [footnoteRef:1",
	              "1 paragraph a[footnoteRef:x] [footnoteRef:1\n");
}
END_TEST

START_TEST(a_note_goes_on_over_lines)
{
	expect_blocks(TEXT, "a[footnoteRef:1]1 [1: 1\tfirst\nsecond ] \nnext\n",
	              "1 paragraph a\n1 note {1} 1 first second\n3 paragraph next\n");
}
END_TEST

#define L1 "   The keeper of the register answers each call of a vessel within one\n"
#define L2 "   hour of the tide, and writes the answer in the register of lights and\n"
#define L3 "   buoys, where each master can read it before the quay comes in sight,\n"
#define L4 "   unless the light is out.\n"

START_TEST(hard_wrapped_lines_are_joined)
{
	expect_blocks(TEXT, L1 L2 L3 L4,
	              "1 paragraph The keeper of the register answers each call of a vessel within "
	              "one hour of "
	              "the tide, and writes the answer in the register of lights and buoys, where "
	              "each master can "
	              "read it before the quay comes in sight, unless the light is out.\n");
	reading *r = reading_of(
	        &TEXT, CLAUSARY_SLICE(L1 L2 L3 L4 "\n" L1 L2 L4 "\n" L1 L3 L4 "\n1.  Short\n"));
	ck_assert_uint_eq(r->document->blocks.count, 4);
	ck_assert_uint_eq(r->document->blocks.items[3].line, 14);
	reading_finish(r);
}
END_TEST

START_TEST(short_lines_are_not_joined)
{
	expect_blocks(TEXT, "light\nbuoy\nquay\ntide\n",
	              "1 paragraph light\n2 paragraph buoy\n3 paragraph quay\n4 paragraph tide\n");
	expect_blocks(
	        TEXT,
	        "TSR\ttide signalling register of the harbour\nHB\tharbour board of the port\n",
	        "1 paragraph TSR tide signalling register of the harbour\n2 paragraph HB harbour "
	        "board of the port\n");
}
END_TEST

#define FOOT(n) "\nKeeper                                                    [Page " #n "]\n\f\n"
#define HEAD "HB 17                    Tide Signalling                    July 1991\n\n"

START_TEST(pages_have_furniture)
{
	expect_blocks(TEXT, L1 L2 L4 FOOT(1) HEAD L1 L2 FOOT(2) HEAD L3 L4 FOOT(3),
	              "1 paragraph The keeper of the register answers each call of a vessel within "
	              "one hour of "
	              "the tide, and writes the answer in the register of lights and unless the "
	              "light is out.\n"
	              "5 furniture Keeper [Page 1]\n7 furniture HB 17 Tide Signalling July 1991\n"
	              "9 paragraph The keeper of the register answers each call of a vessel within "
	              "one hour of "
	              "the tide, and writes the answer in the register of lights and buoys, where "
	              "each master can "
	              "read it before the quay comes in sight, unless the light is out.\n"
	              "12 furniture Keeper [Page 2]\n14 furniture HB 17 Tide Signalling July 1991\n"
	              "19 furniture Keeper [Page 3]\n");
}
END_TEST

START_TEST(headings_of_marked_text)
{
	expect_blocks(
	        TEXT, "# Title\n\n## Part one\ntext\n#no\n",
	        "1 heading 1 Title\n3 heading 2 Part one\n4 paragraph text\n5 paragraph #no\n");
	expect_blocks(TEXT, "Title\n=====\ntext\n----------\nPart\n----\nmore\n",
	              "1 heading 1 Title\n3 paragraph text\n5 heading 2 Part\n7 paragraph more\n");
}
END_TEST

START_TEST(bids)
{
	ck_assert_int_gt(TEXT.bid(CLAUSARY_SLICE("plain")), 0);
	ck_assert_int_gt(TEXT.bid(CLAUSARY_SLICE("\xff\xfe"
	                                         "a\0b\0")),
	                 0);
	ck_assert_int_gt(TEXT.bid(CLAUSARY_SLICE("p\0l\0a\0i\0n\0 \0t\0e\0x\0t\0")), 0);
	ck_assert_int_eq(TEXT.bid(CLAUSARY_SLICE("\0\1\2\3\4\5\6\7\0\0\0\0\x10\x11\x12\x13")), 0);
}
END_TEST

UNIT_MAIN(input_text, one_line_is_one_paragraph, all_line_ends, spans_are_those_of_the_given_text,
          bookmarks_images_and_field_errors_are_dropped, notes_become_blocks,
          what_is_no_note_is_text, a_note_goes_on_over_lines, hard_wrapped_lines_are_joined,
          short_lines_are_not_joined, pages_have_furniture, headings_of_marked_text, bids)
