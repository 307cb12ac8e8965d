/* The Word reader: number formats. */
#include "input_docx.h"

#include "input/docx.h"

static void
expect_number(const char *format, int32_t number, const char *printed)
{
	clausary_buffer to = {0};
	ck_assert(clausary_docx_add_number(&to, clausary_slice_of(format), number));
	clausary_buffer_add_byte(&to, '\0');
	ck_assert_str_eq(to.data, printed);
	clausary_buffer_finish(&to);
}

START_TEST(decimal)
{
	expect_number("decimal", 0, "0");
	expect_number("decimal", 214, "214");
	expect_number("decimalZero", 7, "07");
	expect_number("decimalZero", 12, "12");
	expect_number("001, 002, 003, ...", 7, "007");
	expect_number("numberInDash", 3, "- 3 -");
	expect_number("decimalEnclosedCircle", 20, "\xe2\x91\xb3");
	expect_number("decimalEnclosedCircle", 21, "21");
	expect_number("none", 5, "");
}
END_TEST

START_TEST(roman)
{
	expect_number("lowerRoman", 4, "iv");
	expect_number("upperRoman", 1949, "MCMXLIX");
	expect_number("lowerRoman", 0, "0");
	expect_number("upperRoman", 32768, "32768");
}
END_TEST

START_TEST(letters)
{
	expect_number("lowerLetter", 1, "a");
	expect_number("lowerLetter", 26, "z");
	expect_number("lowerLetter", 27, "aa");
	expect_number("upperLetter", 28, "BB");
	expect_number("upperLetter", 53, "AAA");
	expect_number("lowerLetter", 30000, "30000");
	expect_number("russianLower", 10, "\xd0\xba");
	expect_number("russianUpper", 1, "\xd0\x90");
	expect_number("arabicAbjad", 3, "\xd8\xac");
}
END_TEST

START_TEST(ordinal)
{
	expect_number("ordinal", 1, "1st");
	expect_number("ordinal", 12, "12th");
	expect_number("ordinal", 22, "22nd");
	expect_number("ordinal", 113, "113th");
}
END_TEST

START_TEST(chinese)
{
	expect_number("chineseCounting", 10, "\xe5\x8d\x81");
	expect_number("chineseCountingThousand", 12, "\xe5\x8d\x81\xe4\xba\x8c");
	expect_number("chineseCountingThousand", 105,
	              "\xe4\xb8\x80\xe7\x99\xbe\xe9\x9b\xb6\xe4\xba\x94");
	expect_number("ideographDigital", 10, "\xe4\xb8\x80\xe3\x80\x87");
	expect_number("decimalFullWidth", 3, "\xef\xbc\x93");
}
END_TEST

START_TEST(unknown)
{
	clausary_buffer to = {0};
	ck_assert(!clausary_docx_add_number(&to, CLAUSARY_SLICE("hex"), 12));
	ck_assert(clausary_slice_equal(clausary_buffer_slice(&to), CLAUSARY_SLICE("12")));
	clausary_buffer_finish(&to);
}
END_TEST

UNIT_MAIN(input_docx_number, decimal, roman, letters, ordinal, chinese, unknown)
