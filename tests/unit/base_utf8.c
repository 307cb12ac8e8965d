/* UTF-8 as The Unicode Standard 15 defines it, table 3-7; repair as in its section 3.9, "maximal
 * subparts". */
#include "base/utf8.h"
#include "unit.h"

#include <unicode/utf8.h>

#define S CLAUSARY_SLICE

START_TEST(well_formed)
{
	static const char *const GOOD[] = {"",
	                                   "tide",
	                                   "\x7f",
	                                   "\xc2\x80",
	                                   "\xdf\xbf",
	                                   "\xe0\xa0\x80",
	                                   "\xed\x9f\xbf",
	                                   "\xee\x80\x80",
	                                   "\xef\xbf\xbf",
	                                   "\xf0\x90\x80\x80",
	                                   "\xf4\x8f\xbf\xbf",
	                                   "eight bytes and more of ASCII, then \u6f6e and more"};
	for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
		clausary_slice text = clausary_slice_of(GOOD[i]);
		ck_assert_uint_eq(clausary_utf8_check(text), text.size);
	}
	ck_assert_uint_eq(clausary_utf8_check(S("a\0b")), 3);
}
END_TEST

START_TEST(ill_formed)
{
	static const char *const BAD[] = {"\x80", /* a trail byte alone */
	                                  "\xbf",
	                                  "\xc0\x80", /* too long */
	                                  "\xc1\xbf",
	                                  "\xe0\x9f\xbf",
	                                  "\xf0\x8f\xbf\xbf",
	                                  "\xed\xa0\x80", /* surrogates */
	                                  "\xed\xbf\xbf",
	                                  "\xf4\x90\x80\x80", /* past U+10FFFF */
	                                  "\xf5\x80\x80\x80",
	                                  "\xfe",
	                                  "\xff",
	                                  "\xc2", /* cut */
	                                  "\xe2\x80",
	                                  "\xf0\x9f\x98",
	                                  "\xe2\x28\xa1"}; /* a trail byte missing */
	clausary_buffer text = {0};
	for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++) {
		ck_assert_uint_eq(clausary_utf8_check(clausary_slice_of(BAD[i])), 0);
		for (size_t before = 0; before < 18; before++) { /* wherever it stands */
			text.size = 0;
			for (size_t k = 0; k < before; k++)
				clausary_buffer_add_byte(&text, 'x');
			clausary_buffer_add(&text, clausary_slice_of(BAD[i]));
			ck_assert_uint_eq(clausary_utf8_check(clausary_buffer_slice(&text)),
			                  before);
		}
	}
	clausary_buffer_finish(&text);
}
END_TEST

static void
expect_repair(clausary_slice text, clausary_slice expected, size_t replaced)
{
	clausary_buffer to = {0};
	ck_assert_uint_eq(clausary_utf8_repair(&to, text), replaced);
	clausary_slice found = clausary_buffer_slice(&to);
	ck_assert_msg(clausary_slice_equal(found, expected), "'%.*s'", (int)found.size, found.data);
	ck_assert_uint_eq(clausary_utf8_check(found), found.size);
	clausary_buffer_finish(&to);
}

/* The first byte that is wrong, one code point at a time. */
static size_t
checked_slowly(clausary_slice text)
{
	for (size_t at = 0, start = 0; at < text.size; start = at) {
		UChar32 c;
		U8_NEXT(text.data, at, text.size, c);
		if (c < 0)
			return start;
	}
	return text.size;
}

/* What is looked at 32 bytes at a time is wrong where it is wrong, at every place of a block, among
 * letters of one, two and three bytes. */
START_TEST(blocks)
{
	static const char *const WRONG[] = {
	        "\x80",         "\xd0",         "\xd0\xd0\x90", "\xc1\x81",         "\xe2\x80",
	        "\xff",         "\xd0 ",        "\xe2\x80\x99", "\xf0\x9f\x8c\x8a", "\xe0\x9f\xbf",
	        "\xed\xa0\x80", "\xed\x9f\xbf", "\xe6\xbd",     "\xe6\xbd\xae\xae"};
	static const char *const LETTERS[] = {"a", "\xd0\xb6", "\xe6\xbd\xae"};
	enum { KINDS = sizeof LETTERS / sizeof *LETTERS };
	for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG * KINDS; i++)
		for (size_t place = 0; place < 70; place++)
			for (size_t odd = 0; odd < 3; odd++) {
				clausary_buffer text = {0};
				clausary_slice letter = clausary_slice_of(LETTERS[i % KINDS]);
				clausary_buffer_add(&text, clausary_slice_part(S("ab"), 0, odd));
				for (size_t k = 0; k < place; k++)
					clausary_buffer_add(&text, letter);
				clausary_buffer_add(&text, clausary_slice_of(WRONG[i / KINDS]));
				for (size_t k = 0; k < 40; k++)
					clausary_buffer_add(&text, letter);
				clausary_slice all = clausary_buffer_slice(&text);
				ck_assert_uint_eq(clausary_utf8_check(all), checked_slowly(all));
				clausary_buffer_finish(&text);
			}
}
END_TEST

START_TEST(repair)
{
	expect_repair(S(""), S(""), 0);
	expect_repair(S("\u6f6e tide"), S("\u6f6e tide"), 0);
	expect_repair(S("a\xff"
	                "b"),
	              S("a\ufffdb"), 1);
	expect_repair(S("a\x80\x80"
	                "b"),
	              S("a\ufffd\ufffdb"), 2);
	expect_repair(S("a\xe2\x80"
	                "b"),
	              S("a\ufffdb"), 1); /* one sequence, one mark */
	expect_repair(S("a\xe2\x80"), S("a\ufffd"), 1);
	expect_repair(S("\xf0\x9f\x98\xe9"), S("\ufffd\ufffd"), 2);
	expect_repair(S("\xed\xa0\x80"), S("\ufffd\ufffd\ufffd"), 3);
}
END_TEST

START_TEST(there_and_back)
{
	static const uint32_t POINTS[] = {0,     0x41,   0x7f,   0x80,    0x7ff,
	                                  0x800, 0xfffd, 0xffff, 0x10000, 0x10ffff};
	enum { COUNT = sizeof POINTS / sizeof *POINTS };
	clausary_buffer to = {0};
	size_t at = 0;
	for (size_t i = 0; i < COUNT; i++)
		clausary_utf8_add(&to, POINTS[i]);
	clausary_slice text = clausary_buffer_slice(&to);
	ck_assert_uint_eq(clausary_utf8_check(text), text.size);
	ck_assert_uint_eq(clausary_utf8_count(text), COUNT);
	for (size_t i = 0; i < COUNT; i++)
		ck_assert_uint_eq(clausary_utf8_next(text, &at), POINTS[i]);
	ck_assert_uint_eq(at, text.size);
	for (size_t i = COUNT; i-- > 0;)
		ck_assert_uint_eq(clausary_utf8_previous(text, &at), POINTS[i]);
	ck_assert_uint_eq(at, 0);
	clausary_buffer_finish(&to);
}
END_TEST

START_TEST(a_cut_code_point)
{
	size_t at = 1;
	clausary_slice text = S("a\xff"
	                        "b");
	ck_assert_uint_eq(clausary_utf8_next(text, &at), 0xfffd);
	ck_assert_uint_eq(at, 2);
	ck_assert_uint_eq(clausary_utf8_next(text, &at), 'b');
	at = 0;
	ck_assert_uint_eq(clausary_utf8_next(S("\xc3"), &at), 0xfffd);
	ck_assert_uint_eq(at, 1);
}
END_TEST

START_TEST(counting)
{
	clausary_buffer text = {0};
	for (size_t count = 0; count < 40; count++) {
		for (size_t cut = 0; cut < text.size; cut++)
			if (((unsigned char)text.data[cut] & 0xc0) != 0x80)
				ck_assert_uint_eq(clausary_utf8_count(clausary_slice_part(
				                          clausary_buffer_slice(&text), 0, cut))
				                          + clausary_utf8_count(clausary_slice_part(
				                                  clausary_buffer_slice(&text), cut,
				                                  text.size)),
				                  count);
		ck_assert_uint_eq(clausary_utf8_count(clausary_buffer_slice(&text)), count);
		static const uint32_t POINTS[] = {'t', 0xe9, 0x6f6e, 0x1f30a, ' '};
		clausary_utf8_add(&text, POINTS[count % 5]);
	}
	clausary_buffer_finish(&text);
}
END_TEST

UNIT_MAIN(base_utf8, well_formed, ill_formed, blocks, repair, there_and_back, a_cut_code_point,
          counting)
