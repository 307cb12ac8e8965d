/* Printed labels of clauses, and words that look like them. */
#include "document/label.h"
#include "unit.h"

#include <stdio.h>

static void
expect(const char *text, clausary_label_kind kind, const char *mark, const char *value,
       uint32_t number)
{
	clausary_label label = clausary_label_parse(clausary_slice_of(text));
	ck_assert_msg(label.kind == kind, "'%s': kind %d", text, (int)label.kind);
	ck_assert_msg(clausary_slice_equal(label.mark, clausary_slice_of(mark)),
	              "'%s': mark '%.*s'", text, (int)label.mark.size, label.mark.data);
	ck_assert_msg(clausary_slice_equal(label.value, clausary_slice_of(value)),
	              "'%s': value '%.*s'", text, (int)label.value.size, label.value.data);
	ck_assert_msg(label.number == number, "'%s': number %u", text, label.number);
	ck_assert_msg(label.size >= label.mark.size && label.size <= strlen(text), "'%s'", text);
}

static void
expect_none(const char *text)
{
	clausary_label label = clausary_label_parse(clausary_slice_of(text));
	ck_assert_msg(label.kind == CLAUSARY_LABEL_NONE, "'%s': kind %d", text, (int)label.kind);
	ck_assert_uint_eq(label.size, 0);
}

START_TEST(numbers)
{
	expect("1 Scope", CLAUSARY_LABEL_NUMBER, "1", "1", 1);
	expect("14\tthat lamps", CLAUSARY_LABEL_NUMBER, "14", "14", 14);
	expect("2. Lamps", CLAUSARY_LABEL_NUMBER, "2.", "2", 2);
	expect("3) lamps", CLAUSARY_LABEL_NUMBER, "3)", "3", 3);
	expect("(4) lamps", CLAUSARY_LABEL_NUMBER, "(4)", "4", 4);
	expect("5", CLAUSARY_LABEL_NUMBER, "5", "5", 5);
}
END_TEST

START_TEST(decimals)
{
	expect("3.2 Lamps", CLAUSARY_LABEL_DECIMAL, "3.2", "3.2", 2);
	expect("3.2.1.7\tlamp", CLAUSARY_LABEL_DECIMAL, "3.2.1.7", "3.2.1.7", 7);
	expect("3.2. Lamps", CLAUSARY_LABEL_DECIMAL, "3.2.", "3.2", 2);
	expect("A.2 Lamps", CLAUSARY_LABEL_DECIMAL, "A.2", "A.2", 2);
	expect("II.3 Lamps", CLAUSARY_LABEL_DECIMAL, "II.3", "II.3", 3);
	expect("7.3bis Lamps", CLAUSARY_LABEL_DECIMAL, "7.3bis", "7.3bis", 3);
	expect("7.3a Lamps", CLAUSARY_LABEL_DECIMAL, "7.3a", "7.3a", 3);
	expect("3.1", CLAUSARY_LABEL_DECIMAL, "3.1", "3.1", 1);
}
END_TEST

START_TEST(letters)
{
	expect("a) lamps", CLAUSARY_LABEL_LETTER, "a)", "a", 1);
	expect("(b) lamps", CLAUSARY_LABEL_LETTER, "(b)", "b", 2);
	expect("z)\tlamps", CLAUSARY_LABEL_LETTER, "z)", "z", 26);
	expect("aa) lamps", CLAUSARY_LABEL_LETTER, "aa)", "aa", 27);
	expect("(bb) lamps", CLAUSARY_LABEL_LETTER, "(bb)", "bb", 28);
	expect("C. Lamps", CLAUSARY_LABEL_LETTER, "C.", "C", 3);
	clausary_label label = clausary_label_parse(CLAUSARY_SLICE("(B) lamps"));
	ck_assert(label.capital && label.open == '(' && label.close == ')' && !label.wide);
	label = clausary_label_parse(CLAUSARY_SLICE("b)\tlamps"));
	ck_assert(!label.capital && label.open == 0 && label.close == ')' && label.wide);
}
END_TEST

START_TEST(roman_numbers)
{
	expect("iv) lamps", CLAUSARY_LABEL_ROMAN, "iv)", "iv", 4);
	expect("(xii) lamps", CLAUSARY_LABEL_ROMAN, "(xii)", "xii", 12);
	expect("VII. Lamps", CLAUSARY_LABEL_ROMAN, "VII.", "VII", 7);
	expect("ii) lamps", CLAUSARY_LABEL_ROMAN, "ii)", "ii", 2);
	clausary_label label = clausary_label_parse(CLAUSARY_SLICE("v) lamps"));
	ck_assert_int_eq(label.kind, CLAUSARY_LABEL_LETTER);
	ck_assert_uint_eq(label.number, 22);
	ck_assert_uint_eq(label.roman, 5);
	ck_assert_uint_eq(clausary_label_parse(CLAUSARY_SLICE("b) lamps")).roman, 0);
}
END_TEST

START_TEST(roman_values)
{
	static const struct {
		const char *text;
		uint32_t value;
	} VALUES[] = {{"i", 1},         {"iii", 3},          {"iv", 4},    {"ix", 9},
	              {"XIV", 14},      {"xl", 40},          {"XC", 90},   {"cdxliv", 444},
	              {"MMXXXI", 2031}, {"mmmcmxcix", 3999}, {"", 0},      {"iiii", 0},
	              {"vv", 0},        {"ic", 0},           {"iix", 0},   {"mmmm", 0},
	              {"Iv", 0},        {"lamp", 0},         {"x1", 0},    {"vx", 0},
	              {"ivi", 0},       {"xix", 19},         {"mix", 1009}};
	for (size_t i = 0; i < sizeof VALUES / sizeof *VALUES; i++)
		ck_assert_msg(clausary_roman_value(clausary_slice_of(VALUES[i].text))
		                      == VALUES[i].value,
		              "%s", VALUES[i].text);
}
END_TEST

START_TEST(bullets)
{
	static const char *const MARKS[] = {"\u2022", "\u25cf", "\u25aa", "\u25e6", "\u2013",
	                                    "\u2014", "\u00b7", "-",      "*",      "\uf0b7"};
	for (size_t i = 0; i < sizeof MARKS / sizeof *MARKS; i++) {
		char text[16];
		ck_assert_int_gt(snprintf(text, sizeof text, "%s lamps", MARKS[i]), 0);
		expect(text, CLAUSARY_LABEL_BULLET, MARKS[i], "", 0);
	}
}
END_TEST

START_TEST(words)
{
	expect_none("");
	expect_none("lamps");
	expect_none("A dog sat by the lamp");
	expect_none("I keep the lamp");
	expect_none("a lamp");
	expect_none("e.g. a lamp");
	expect_none("i.e. a lamp");
	expect_none("U.S. lamps");
	expect_none("etc.) lamps");
	expect_none("lit.) lamps");
	expect_none("No. 5");
	expect_none("(the lamp)");
	expect_none("(a lamp)");
	expect_none("(mixed) lamps");
	expect_none("\u00e9) lampes");
}
END_TEST

START_TEST(numbers_that_are_no_labels)
{
	expect_none("3rd lamp");
	expect_none("12%");
	expect_none("2031-05-04 the lamp");
	expect_none("10,000 lamps");
	expect_none("3/4 of the lamps");
	expect_none("-5 degrees");
	expect_none("*lamp*");
	expect_none("a)lamp");
	expect_none("(3 lamps");
	expect_none("(3. lamps");
	expect_none("99999999 lamps"); /* longer than any label */
	expect_none("5G lamps");
}
END_TEST

static void
expect_written(const char *text, clausary_label_kind kind, const char *mark, const char *written)
{
	clausary_label label = clausary_label_parse(clausary_slice_of(text));
	clausary_buffer to = {0};
	ck_assert_msg(label.kind == kind, "'%s': kind %d", text, (int)label.kind);
	ck_assert_msg(clausary_slice_equal(label.mark, clausary_slice_of(mark)),
	              "'%s': mark '%.*s'", text, (int)label.mark.size, label.mark.data);
	ck_assert(label.size >= label.mark.size && label.size <= strlen(text));
	clausary_label_write(&label, &to);
	ck_assert_msg(clausary_slice_equal(clausary_buffer_slice(&to), clausary_slice_of(written)),
	              "'%s': '%.*s'", text, (int)to.size, to.data);
	clausary_buffer_finish(&to);
}

START_TEST(other_digits_and_marks)
{
	expect_written("1\uff0e \u706f", CLAUSARY_LABEL_NUMBER, "1\uff0e", "1");
	expect_written("\uff11\uff12\uff0e\u706f", CLAUSARY_LABEL_NUMBER, "\uff11\uff12\uff0e",
	               "12");
	expect_written("\uff081\uff09\u706f", CLAUSARY_LABEL_NUMBER, "\uff081\uff09", "1");
	expect_written("\uff08\u5341\u4e8c\uff09\u706f", CLAUSARY_LABEL_NUMBER,
	               "\uff08\u5341\u4e8c\uff09", "12");
	expect_written("\u4e8c\u3001\u706f", CLAUSARY_LABEL_NUMBER, "\u4e8c\u3001", "2");
	expect_written("1\u3001\u706f", CLAUSARY_LABEL_NUMBER, "1\u3001", "1");
	expect_written("a)\u706f", CLAUSARY_LABEL_LETTER, "a)", "a");
	expect_written("\uff41\uff09\u706f", CLAUSARY_LABEL_LETTER, "\uff41\uff09", "a");
	expect_written("3.2.1\u706f", CLAUSARY_LABEL_DECIMAL, "3.2.1", "3.2.1");
	expect_written("\uff13\uff0e\uff12\u3000\u706f", CLAUSARY_LABEL_DECIMAL,
	               "\uff13\uff0e\uff12", "3.2");
	ck_assert(clausary_label_parse(CLAUSARY_SLICE("\uff11\u3000\u706f")).wide);
}
END_TEST

START_TEST(quantities_without_blanks)
{
	expect_none("1999\u5e74");         /* the year 1999 */
	expect_none("\u4e09\u5ea7\u706f"); /* three lamps */
	expect_none("\uff082031\u5e74\uff09");
	expect_none("1, the lamp");
	expect_none("AI\uff08\u706f\uff09");
}
END_TEST

START_TEST(where_the_text_begins)
{
	clausary_label label = clausary_label_parse(CLAUSARY_SLICE("a)\u00a0 lamp"));
	ck_assert_uint_eq(label.size, 5);
	ck_assert(label.wide);
	ck_assert(!clausary_label_parse(CLAUSARY_SLICE("a) lamp")).wide);
	ck_assert(clausary_label_parse(CLAUSARY_SLICE("a)")).wide);
	ck_assert(clausary_label_parse(CLAUSARY_SLICE("1\nlamp")).wide);
}
END_TEST

static int
compare(const char *a, const char *b)
{
	clausary_label first = clausary_label_parse(clausary_slice_of(a));
	clausary_label second = clausary_label_parse(clausary_slice_of(b));
	return clausary_label_compare(&first, &second);
}

START_TEST(order)
{
	ck_assert_int_eq(compare("3.2", "3.2"), 0);
	ck_assert_int_eq(compare("3.2", "3.10"), -1);
	ck_assert_int_eq(compare("3.2", "3.2.1"), -1);
	ck_assert_int_eq(compare("3.2.1", "3.3"), -1);
	ck_assert_int_eq(compare("A.1", "7.3"), 1);
	ck_assert_int_eq(compare("A.2", "B.1"), -1);
	ck_assert_int_eq(compare("II.1", "IV.1"), -1);
}
END_TEST

START_TEST(running_text)
{
	static const char *const NONE[] = {"lamps are lit",
	                                   "a lamp",
	                                   "\u00c9cluses",
	                                   "\u0428\u043b\u044e\u0437 1",
	                                   "\u043d\u0430 \u0434\u043d\u0435",
	                                   "\u0641\u064a \u0645\u064a\u0646\u0627\u0621",
	                                   ""};
	static const char *const MAYBE[] = {"a) lamp",           "iv. lamp",
	                                    "3.2 lamp",          "(a) lamp",
	                                    "\u2013 lamp",       "\u0431) \u043b",
	                                    "\u0623 - \u0645",   "\u0623\u0644\u0641 \u2013 \u0645",
	                                    "\uff11\u3001\u706f"};
	for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
		ck_assert_msg(!clausary_label_may_begin(clausary_slice_of(NONE[i])), "%s", NONE[i]);
	for (size_t i = 0; i < sizeof MAYBE / sizeof *MAYBE; i++)
		ck_assert_msg(clausary_label_may_begin(clausary_slice_of(MAYBE[i])), "%s",
		              MAYBE[i]);
}
END_TEST

UNIT_MAIN(document_label, numbers, decimals, letters, roman_numbers, roman_values, bullets, words,
          numbers_that_are_no_labels, other_digits_and_marks, quantities_without_blanks,
          where_the_text_begins, order, running_text)
