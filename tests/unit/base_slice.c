/* Slices: comparing, trimming, finding. */
#include "base/slice.h"
#include "unit.h"

#define S CLAUSARY_SLICE

START_TEST(equality)
{
	ck_assert(clausary_slice_equal(S(""), S("")));
	ck_assert(clausary_slice_equal((clausary_slice){NULL, 0}, S("")));
	ck_assert(clausary_slice_equal(S("buoy"), S("buoy")));
	ck_assert(!clausary_slice_equal(S("buoy"), S("buoys")));
	ck_assert(!clausary_slice_equal(S("buoy"), S("Buoy")));
	ck_assert(clausary_slice_equal(clausary_slice_of(NULL), S("")));
}
END_TEST

START_TEST(equality_without_case)
{
	ck_assert(clausary_slice_equal_ascii(S(""), S("")));
	ck_assert(clausary_slice_equal_ascii(S("Tide"), S("tIDE")));
	ck_assert(!clausary_slice_equal_ascii(S("Tide"), S("Tides")));
	ck_assert(!clausary_slice_equal_ascii(S("@tide"),
	                                      S("`tide"))); /* differ in the bit of case alone */
	ck_assert(!clausary_slice_equal_ascii(S("t[de"), S("t{de")));
	ck_assert(
	        !clausary_slice_equal_ascii(S("\xc3\x89"), S("\xc3\xa9"))); /* ASCII letters only */
}
END_TEST

START_TEST(starts_and_ends)
{
	ck_assert(clausary_slice_starts(S("harbour"), S("")));
	ck_assert(clausary_slice_starts(S("harbour"), S("harbour")));
	ck_assert(clausary_slice_starts(S("harbour"), S("har")));
	ck_assert(!clausary_slice_starts(S("har"), S("harbour")));
	ck_assert(clausary_slice_ends(S("harbour"), S("")));
	ck_assert(clausary_slice_ends(S("harbour"), S("bour")));
	ck_assert(!clausary_slice_ends(S("harbour"), S("har")));
	ck_assert(!clausary_slice_ends(S("bour"), S("harbour")));
}
END_TEST

START_TEST(order)
{
	ck_assert_int_lt(clausary_slice_compare(S("annex"), S("buoy")), 0);
	ck_assert_int_gt(clausary_slice_compare(S("buoy"), S("annex")), 0);
	ck_assert_int_lt(clausary_slice_compare(S("buoy"), S("buoys")), 0);
	ck_assert_int_lt(clausary_slice_compare(S(""), S("a")), 0);
	ck_assert_int_eq(clausary_slice_compare(S("tide"), S("tide")), 0);
	ck_assert_int_lt(clausary_slice_compare(S("z"), S("\xc3\xa9")), 0); /* bytes are unsigned */
}
END_TEST

START_TEST(blanks)
{
	static const char *const BLANKS[] = {" ",      "\t",     "\n",     "\r",     "\v",
	                                     "\f",     "\u00a0", "\u1680", "\u2000", "\u2009",
	                                     "\u200a", "\u200b", "\u2028", "\u2029", "\u202f",
	                                     "\u205f", "\u3000", "\ufeff"};
	static const char *const OTHERS[] = {"",       "x",      "\u00a1", "\u200c",
	                                     "\u200d", "\u2010", "\u2027", "\u202a",
	                                     "\u2060", "\u3001", "\u00e9", "\xe2\x80"};
	for (size_t i = 0; i < sizeof BLANKS / sizeof *BLANKS; i++) {
		clausary_slice blank = clausary_slice_of(BLANKS[i]);
		ck_assert_uint_eq(clausary_slice_blank(blank), blank.size);
		ck_assert_uint_eq(clausary_slice_blank_before(blank), blank.size);
	}
	for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
		ck_assert_uint_eq(clausary_slice_blank(clausary_slice_of(OTHERS[i])), 0);
		ck_assert_uint_eq(clausary_slice_blank_before(clausary_slice_of(OTHERS[i])), 0);
	}
}
END_TEST

START_TEST(trimming)
{
	ck_assert(clausary_slice_equal(clausary_slice_trim(S(" \t\u00a0lamp oil\u3000\r\n")),
	                               S("lamp oil")));
	ck_assert(clausary_slice_equal(clausary_slice_trim(S("lamp")), S("lamp")));
	ck_assert_uint_eq(clausary_slice_trim(S(" \u2003 \n")).size, 0);
	ck_assert_uint_eq(clausary_slice_trim(S("")).size, 0);
	ck_assert(clausary_slice_equal(clausary_slice_trim(S(" \u00e9t\u00e0 ")),
	                               S("\u00e9t\u00e0")));
}
END_TEST

START_TEST(finding)
{
	ck_assert_uint_eq(clausary_slice_find(S("the tide tables"), S("t")), 0);
	ck_assert_uint_eq(clausary_slice_find(S("the tide tables"), S("tide")), 4);
	ck_assert_uint_eq(clausary_slice_find(S("the tide tables"), S("tables")), 9);
	ck_assert_uint_eq(clausary_slice_find(S("aaab"), S("aab")), 1);
	ck_assert_uint_eq(clausary_slice_find(S("tide"), S("")), 0);
	ck_assert_uint_eq(clausary_slice_find(S("tide"), S("tides")), SIZE_MAX);
	ck_assert_uint_eq(clausary_slice_find(S("tide"), S("ebb")), SIZE_MAX);
	ck_assert_uint_eq(clausary_slice_find(S(""), S("e")), SIZE_MAX);
}
END_TEST

START_TEST(hashes)
{
	char many[64] = {0};
	ck_assert_uint_eq(clausary_slice_hash(S("tide")), clausary_slice_hash(S("tide")));
	ck_assert_uint_ne(clausary_slice_hash(S("tide")), clausary_slice_hash(S("tidf")));
	ck_assert_uint_ne(clausary_slice_hash(S("ab")), clausary_slice_hash(S("ba")));
	for (size_t i = 0; i + 1 < sizeof many; i++) /* zeros count */
		ck_assert_uint_ne(clausary_slice_hash((clausary_slice){many, i}),
		                  clausary_slice_hash((clausary_slice){many, i + 1}));
}
END_TEST

UNIT_MAIN(base_slice, equality, equality_without_case, starts_and_ends, order, blanks, trimming,
          finding, hashes)
