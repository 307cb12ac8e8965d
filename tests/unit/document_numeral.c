/* Numbers in any digits, and the words of a locale around them. */
#include "document/numeral.h"
#include "document/pattern.h"
#include "unit.h"

static void
expect(const char *text, size_t size, uint32_t value)
{
	uint32_t found = 0;
	size_t read = clausary_numeral_read(clausary_slice_of(text), &found);
	ck_assert_msg(read == size, "'%s': %zu bytes", text, read);
	if (size)
		ck_assert_msg(found == value, "'%s': %u", text, found);
}

START_TEST(digits)
{
	expect("12", 2, 12);
	expect("12\u6761", 2, 12);
	expect("\uff11\uff12", 6, 12);
	expect("", 0, 0);
	expect("lamp", 0, 0);
	expect("1000000", 0, 0);
}
END_TEST

START_TEST(chinese_numerals)
{
	expect("\u4e00", 3, 1);
	expect("\u5341", 3, 10);
	expect("\u5341\u4e8c\u6761", 6, 12);
	expect("\u4e8c\u5341", 6, 20);
	expect("\u4e00\u767e\u96f6\u4e94", 12, 105);
	expect("\u4e8c\u3007\u4e09\u4e00", 12, 2031);
	expect("\u5341\u4e8c\u4e07\u4e09\u5343", 15, 123000);
	expect("\u4e00\u4e8c\u4e09\u4e00\u4e8c\u4e09\u4e00\u4e8c\u4e09", 0, 0);
}
END_TEST

static size_t
match(const char *pattern, const char *text, const char *number)
{
	clausary_slice found;
	size_t size =
	        clausary_pattern_match(clausary_slice_of(pattern), clausary_slice_of(text), &found);
	if (size)
		ck_assert_msg(clausary_slice_equal(found, clausary_slice_of(number)),
		              "'%s': '%.*s'", text, (int)found.size, found.data);
	return size;
}

START_TEST(words)
{
	ck_assert_uint_eq(match("taking note", "Taking  note of", ""), 12);
	ck_assert_uint_eq(match("taking note", "takingnote", ""), 0);
	ck_assert_uint_eq(match("taking note", "taking notes", ""), 0);
	ck_assert_uint_eq(match("now, therefore,", "Now, therefore, the", ""), 15);
	ck_assert_uint_eq(match("note", "no\u00adte", ""), 6);
}
END_TEST

START_TEST(words_without_blanks)
{
	/* in Chinese a word ends anywhere, and blanks between its letters mean nothing */
	ck_assert_uint_eq(match("\u56de\u987e", "\u56de\u987e\u5176", ""), 6);
	ck_assert_uint_eq(match("\u56de\u987e", "\u56de \u3000\u987e", ""), 10);
	ck_assert_uint_eq(match("\u56de\u987e", "\u56de\u5176", ""), 0);
	/* in Korean it ends where a blank or a mark stands */
	ck_assert_uint_eq(match("\uc774\uc5d0", "\uc774\uc5d0,", ""), 6);
	ck_assert_uint_eq(match("\uc774\uc5d0", "\uc774\uc5d0\ub294", ""), 0);
}
END_TEST

START_TEST(numbers_inside)
{
	ck_assert_uint_eq(match("\u7b2c{number}\u6761", "\u7b2c 3 \u6761", "3"), 9);
	ck_assert_uint_eq(
	        match("\u7b2c{number}\u6761", "\u7b2c\u5341\u4e8c\u6761\u89c4", "\u5341\u4e8c"),
	        12);
	ck_assert_uint_eq(match("\u7b2c{number}\u53f7", "\u7b2c55/100\u53f7", "55/100"), 12);
	ck_assert_uint_eq(match("\u7b2c{number}\u6761", "\u7b2c\u6761", ""), 0);
	ck_assert_uint_eq(match("\u7b2c{number}\u6761", "\u7b2c3\u7ae0", ""), 0);
	ck_assert_uint_eq(match("\u00a7 {number}", "\u00a7 12a", "12a"), 6);
}
END_TEST

UNIT_MAIN(document_numeral, digits, chinese_numerals, words, words_without_blanks, numbers_inside)
