/* The HTML reader: what a browser would print, block by block. */
#include "input_blocks.h"

extern const clausary_reader clausary_reader_html;

#define HTML clausary_reader_html

START_TEST(paragraphs_and_headings)
{
	expect_blocks(HTML,
	              "<!DOCTYPE html><title>no</title>\n<h1>Rules of  the\n "
	              "<em>port</em></h1>\n<p>One<p>Two<br>lines",
	              "2 heading 1 Rules of the port\n4 paragraph One\n4 paragraph Two lines\n");
	expect_blocks(HTML,
	              "<div>a<blockquote>b</blockquote>c</div><pre>\nd  e\n "
	              "f</pre><figure><figcaption>g</figcaption></figure>",
	              "1 paragraph a\n1 quote b\n1 paragraph c\n1 code d e f\n3 caption g\n");
	expect_blocks(HTML, "<p>x &lt;y&gt; &eacute; &#150; a < b<q>c</q> &nbsp; <wbr>d&shy;e",
	              "1 paragraph x <y> \xc3\xa9 \xe2\x80\x93 a < b\xe2\x80\x9c"
	              "c\xe2\x80\x9d d\xc2\xad"
	              "e\n");
	expect_blocks(HTML, "<html><p>one</p></body></html><p>two</p>\n",
	              "1 paragraph one\n1 paragraph two\n");
}
END_TEST

START_TEST(what_is_not_printed)
{
	expect_blocks(
	        HTML,
	        "<p>a<script>if (x<y) z('</p>')</script>b<style>c</style><!-- d "
	        "--><template>e</template>"
	        "<span hidden>f</span><span aria-hidden=true>g</span><b style='display: none'>h</b>"
	        "<textarea>i</textarea><img alt=j><svg><text>k</text></svg>l",
	        "1 paragraph abl\n");
	expect_blocks(HTML, "<ul hidden><li>a</ul><p>b<del>c</del><ins>d</ins>",
	              "1 paragraph bd\n");
	expect_blocks(HTML, "<p>a\n<!-- \n \n --><p>b", "1 paragraph a\n4 paragraph b\n");
}
END_TEST

START_TEST(numbers_of_lists)
{
	expect_blocks(HTML, "<ol><li>a<li value=7>b<li>c</ol>",
	              "1 item 1 /n {1.} 1. a\n1 item 1 /n {7.} 7. b\n1 item 1 /n {8.} 8. c\n");
	expect_blocks(HTML, "<ol type=a start=26><li>x<li>y</ol>",
	              "1 item 1 /n {z.} z. x\n1 item 1 /n {aa.} aa. y\n");
	expect_blocks(HTML,
	              "<ol style='list-style-type:upper-roman' start=4><li>x</ol><ol type=i "
	              "start=4000><li>y</ol>",
	              "1 item 1 /n {IV.} IV. x\n1 item 1 /n {4000.} 4000. y\n");
	expect_blocks(HTML, "<ol reversed><li>x<ol><li>in</ol><li>y</ol>",
	              "1 item 1 /n {2.} 2. x\n1 item 2 /n {1.} 1. in\n1 item 1 /n {1.} 1. y\n");
	expect_blocks(HTML, "<ol><li><ol type=A><li><p>x<p>y</ol></ol>",
	              "1 item 1 /n {1.} 1.\n1 item 2 /n {A.} A. x\n1 paragraph y\n");
}
END_TEST

START_TEST(bullets_and_labels_of_the_text)
{
	expect_blocks(HTML, "<ul><li>x<li>a) y</ul>",
	              "1 item 1 /b {\xe2\x80\xa2} \xe2\x80\xa2 x\n1 item 1 a) y\n");
	expect_blocks(HTML, "<ol style='list-style: none'><li>(a) x</ol>", "1 item 1 (a) x\n");
	expect_blocks(HTML, "<ul type=1><li>x</ul>", "1 item 1 /n {1.} 1. x\n");
}
END_TEST

START_TEST(tables)
{
	expect_blocks(HTML,
	              "<table border=1><caption>T</caption><tr><th>a<th colspan=2>b<th>c<tr><td "
	              "rowspan=2>d<td>e<td>f"
	              "<tr><td>g</table><table><td>h</table>",
	              "1 caption T\n1 cell 1:0:0 /# a\n1 cell 1:0:1 /# b\n1 cell 1:0:3 /# c\n1 "
	              "cell 1:1:0 d\n1 cell 1:1:1 e\n"
	              "1 cell 1:1:2 f\n1 cell 1:2:1 g\n1 cell 2:0:0 h\n");
	expect_blocks(HTML,
	              "<table border=1><tr><td>a<table border=1><tr><td>b</table><td>c</table>",
	              "1 cell 1:0:0 a\n1 cell 2:0:0 b\n1 cell 1:0:1 c\n");
}
END_TEST

START_TEST(tables_for_layout)
{
	expect_blocks(HTML,
	              "<table><tr><td><p>(1)</p><td><p>Whereas "
	              "x.</p></table>\n<table><tr><td>(2)<td>And y.</table>",
	              "1 item 1 {(1)} (1) Whereas x.\n2 item 1 {(2)} (2) And y.\n");
	expect_blocks(
	        HTML, "<table><tr><td>TSR<td>register<tr><td>(1)<td>x</table>",
	        "1 cell 1:0:0 TSR\n1 cell 1:0:1 register\n1 cell 1:1:0 (1)\n1 cell 1:1:1 x\n");
}
END_TEST

START_TEST(definition_lists)
{
	expect_blocks(HTML, "<dl><dt>TSR<dd>tide register<dt>HB<dd><p>harbour board</dl>",
	              "1 term TSR\n1 description tide register\n1 term HB\n1 description harbour "
	              "board\n");
}
END_TEST

START_TEST(marks)
{
	reading *r = reading_of(
	        &HTML,
	        CLAUSARY_SLICE(
	                "<p>The <dfn>tide <b>register</b> </dfn> (<abbr title='t r'>TR</abbr>)"
	                "<p><b>all <i>bold</i></b><p><em>one</em> two"));
	static const struct {
		unsigned kind;
		const char *text, *value;
	} EXPECTED[] = {
	        {CLAUSARY_MARK_DEFINED, "tide register", ""},
	        {CLAUSARY_MARK_STRONG, "register", ""},
	        {CLAUSARY_MARK_ABBREVIATION, "TR", "t r"},
	        {CLAUSARY_MARK_STRONG, "all bold", ""},
	        {CLAUSARY_MARK_EMPHASIS, "bold", ""},
	        {CLAUSARY_MARK_EMPHASIS, "one", ""},
	};
	ck_assert_uint_eq(r->document->marks.count, sizeof EXPECTED / sizeof *EXPECTED);
	for (size_t i = 0; i < r->document->marks.count; i++) {
		const clausary_mark *mark = &r->document->marks.items[i];
		clausary_slice text =
		        clausary_slice_span(clausary_document_text(r->document), mark->span);
		ck_assert_uint_eq(mark->kind, EXPECTED[i].kind);
		ck_assert(clausary_slice_equal(text, clausary_slice_of(EXPECTED[i].text)));
		ck_assert(clausary_slice_equal(mark->value, clausary_slice_of(EXPECTED[i].value)));
	}
	ck_assert_str_eq(r->blocks.data, "1 paragraph The tide register (TR)\n1 paragraph /s all "
	                                 "bold\n1 paragraph one two\n");
	reading_finish(r);
}
END_TEST

START_TEST(footnotes)
{
	expect_blocks(HTML,
	              "<p>a<sup><a href='#fn1' id=fnref1>1</a></sup> b<a href='#sec'>2</a>"
	              "<section role=doc-endnotes><ol><li id=fn1><p>note <a "
	              "href='#fnref1'>\xe2\x86\xa9</a><p>more</ol></section>",
	              "1 paragraph a b2\n1 note /n {1.} 1. note\n1 note /c more\n");
	expect_blocks(HTML,
	              "<p>a<a href='#_ftn1' name='_ftnref1'><span><![if "
	              "!supportFootnotes]>[1]<![endif]></span></a>"
	              "<div id=ftn1><p class=MsoFootnoteText><a href='#_ftnref1' "
	              "name='_ftn1'>[1]</a> word</div>",
	              "1 paragraph a\n1 note {1} 1 word\n");
	expect_blocks(HTML,
	              "<p>a <a id=ntc1-x href='#ntr1-x'>(<span>1</span>)</a><p><a id=ntr1-x "
	              "href='#ntc1-x'>(1)</a> journal",
	              "1 paragraph a\n1 note {1} 1 journal\n");
	expect_blocks(HTML,
	              "<p>a<a href='#n' role=doc-noteref>*</a><aside id=n "
	              "role=doc-footnote><sup>*</sup> aside</aside><p>b",
	              "1 paragraph a\n1 note {*} * aside\n1 paragraph b\n");
	expect_blocks(HTML, "<p>see <a href='#fn1'>the note below</a>",
	              "1 paragraph see the note below\n");
}
END_TEST

START_TEST(contents)
{
	expect_blocks(HTML,
	              "<nav><ol><li>a</ol></nav><div role=doc-toc><p>b</div><p class=MsoToc1>c<p>d",
	              "1 contents /n {1.} 1. a\n1 contents b\n1 contents c\n1 paragraph d\n");
}
END_TEST

START_TEST(saved_by_word)
{
	expect_blocks(
	        HTML,
	        "<html><body lang=EN-GB><!--[if gte mso 9]><xml>no</xml><![endif]--><p "
	        "class=MsoTitle align=center>Title</p>"
	        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><![if "
	        "!supportLists]><span "
	        "style='mso-list:Ignore'>a)<span style='font:7.0pt \"Times New "
	        "Roman\"'>&nbsp;&nbsp; </span></span>"
	        "<![endif]>text</p><p class=MsoNormal style='mso-list:l1 level1 lfo2'><span "
	        "style='font-family:Symbol'>"
	        "<span style='mso-list:Ignore'>\xc2\xb7<span>&nbsp; "
	        "</span></span></span>bullet</p><h2 style='mso-list:l2 level1 lfo3'>"
	        "<span style='mso-list:Ignore'>1.2<span>&nbsp;</span></span>Scope</h2><p "
	        "class=MsoNormal><o:p>&nbsp;</o:p></p>",
	        "1 paragraph /c /t Title\n1 item 2 /n {a)} a) text\n"
	        "1 item 1 /b {\xe2\x80\xa2} \xe2\x80\xa2 bullet\n1 heading 1 /n {1.2} 1.2 Scope\n");
}
END_TEST

START_TEST(character_sets)
{
	expect_blocks(HTML, "<meta charset=windows-1251><p>\xcf\xf0\xe8",
	              "1 paragraph \xd0\x9f\xd1\x80\xd0\xb8\n");
	expect_blocks(HTML, "<?xml version='1.0' encoding='iso-8859-1'?><html><p>\xe9",
	              "1 paragraph \xc3\xa9\n");
	expect_blocks(HTML, "<meta charset=windows-1251><p>\xc3\xa9", "1 paragraph \xc3\xa9\n");
	expect_blocks(HTML, "\xff\xfe<\0p\0>\0\xe9\0", "1 paragraph \xc3\xa9\n");
	expect_said(HTML, "<p>a\0b", "1 paragraph ab\n", "control-characters ");
}
END_TEST

static void
fill(clausary_buffer *to, const char *piece, size_t times)
{
	while (times--)
		clausary_buffer_add(to, clausary_slice_of(piece));
}

START_TEST(deep_nesting_is_read_flat)
{
	clausary_buffer page = {0};
	fill(&page, "<div>", 100000);
	fill(&page, "deep", 1);
	fill(&page, "</div>", 100000);
	fill(&page, "<p>after", 1);
	reading *r = reading_of(&HTML, clausary_buffer_slice(&page));
	ck_assert_str_eq(r->said.data, "limit-reached ");
	ck_assert_ptr_nonnull(strstr(r->blocks.data, "deep\n"));
	ck_assert_ptr_nonnull(strstr(r->blocks.data, "after\n"));
	reading_finish(r);
	clausary_buffer_finish(&page);
}
END_TEST

START_TEST(absurd_tags)
{
	clausary_buffer page = {0};
	fill(&page, "<p ", 1);
	fill(&page, "a b='>' ", 20000);
	fill(&page, ">text<p title=\"open>lost? <p>", 1);
	reading *r = reading_of(&HTML, clausary_buffer_slice(&page));
	ck_assert_str_eq(r->blocks.data, "1 paragraph text\n1 paragraph lost?\n");
	reading_finish(r);
	clausary_buffer_finish(&page);
}
END_TEST

START_TEST(bids)
{
	ck_assert_int_gt(HTML.bid(CLAUSARY_SLICE("<!DOCTYPE HTML PUBLIC")), 90);
	ck_assert_int_gt(
	        HTML.bid(CLAUSARY_SLICE(
	                "\xef\xbb\xbf <?xml version='1.0'?>\n<!-- c -->\n<html xmlns='x'>")),
	        90);
	ck_assert_int_gt(HTML.bid(CLAUSARY_SLICE("\xff\xfe<\0h\0t\0m\0l\0>\0")), 90);
	ck_assert_int_gt(HTML.bid(CLAUSARY_SLICE("<p class=x>text")), 10);
	ck_assert_int_eq(HTML.bid(CLAUSARY_SLICE("<tag> is a word")), 0);
	ck_assert_int_eq(HTML.bid(CLAUSARY_SLICE("a < b")), 0);
	ck_assert_int_eq(HTML.bid(CLAUSARY_SLICE("")), 0);
}
END_TEST

UNIT_MAIN(input_html, paragraphs_and_headings, what_is_not_printed, numbers_of_lists,
          bullets_and_labels_of_the_text, tables, tables_for_layout, definition_lists, marks,
          footnotes, contents, saved_by_word, character_sets, deep_nesting_is_read_flat,
          absurd_tags, bids)
