/* Folding: what becomes the same, and what must not. */
#include "base/fold.h"
#include "unit.h"

static void
expect(const char *text, unsigned how, const char *folded)
{
	clausary_buffer to = {0};
	clausary_fold(&to, clausary_slice_of(text), how);
	clausary_buffer_add_byte(&to, '\0');
	ck_assert_str_eq(to.data, folded);
	clausary_buffer_finish(&to);
}

START_TEST(blanks_become_one_space)
{
	expect("", 0, "");
	expect(" \t\r\n ", 0, "");
	expect("  tide \t\n gauge  ", 0, "tide gauge");
	expect("tide\u00a0gauge", 0, "tide gauge");
	expect("\u3000tide\u2003 \u202f\u205f\u1680gauge\u2028", 0, "tide gauge");
	expect("tide \u200b gauge", 0, "tide gauge");
}
END_TEST

START_TEST(marks_without_width_go)
{
	expect("light\u00adhouse", 0, "lighthouse");
	expect("light\u200bhouse", 0, "lighthouse");
	expect("\u200etide\u200f \u202alamp\u202c \u2066oil\u2069", 0, "tide lamp oil");
	expect("\ufeffti\u2060de", 0, "tide");
	expect("\u00ad \u200b", 0, "");
}
END_TEST

START_TEST(titles_are_spaced_out)
{
	expect("\u524d \u3000\u8a00", CLAUSARY_FOLD_SPACING, "\u524d\u8a00");
	expect("\u524d \u8a00", 0, "\u524d \u8a00");
	expect("\uc804 \ubb38", CLAUSARY_FOLD_SPACING, "\uc804\ubb38");
	expect("\u524d A \u8a00", CLAUSARY_FOLD_SPACING, "\u524d A \u8a00");
	expect("tide gauge", CLAUSARY_FOLD_SPACING, "tide gauge");
}
END_TEST

START_TEST(end_marks)
{
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("tide,")), ',');
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("\u706f\uff0c")), ',');
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("\u706f\u3001")), ',');
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("\u706f\u3002")), '.');
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("\u706f\uff1b")), ';');
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("\u060c")), ',');
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("\u706f")), 0);
	ck_assert_int_eq(clausary_fold_end(CLAUSARY_SLICE("")), 0);
}
END_TEST

START_TEST(dashes_become_one)
{
	expect("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g", 0, "a-b-c-d-e-f-g");
	expect("a\u2212b\ufe58c\ufe63d\uff0de", 0, "a-b-c-d-e");
	expect("a_b~c\u00b7d\u30fc", 0, "a_b~c\u00b7d\u30fc");
}
END_TEST

START_TEST(apostrophes_become_one)
{
	expect("l\u2019onde l\u2018onde l\u02bconde l'onde l\uff07onde", 0,
	       "l'onde l'onde l'onde l'onde l'onde");
	expect("\u201conde\u201d \u00abonde\u00bb", 0, "\u201conde\u201d \u00abonde\u00bb");
}
END_TEST

START_TEST(full_width_becomes_ascii)
{
	expect("\uff28\uff22\uff08\uff11\uff09", 0, "HB(1)");
	expect("\uff28\uff22", CLAUSARY_FOLD_CASE, "hb");
	expect("\u6f6e\u3001\u6c50", CLAUSARY_FOLD_CASE, "\u6f6e\u3001\u6c50");
}
END_TEST

START_TEST(arabic_is_matched_without_marks)
{
	expect("\u0645\u0639\u0631\u0651\u064e\u0641\u0629", CLAUSARY_FOLD_CASE,
	       "\u0645\u0639\u0631\u0641\u0647");
	expect("\u0627\u0644\u0642\u0645\u0640\u0640\u0629", CLAUSARY_FOLD_CASE,
	       "\u0627\u0644\u0642\u0645\u0647");
	expect("\u0623\u0625\u0622\u0671", CLAUSARY_FOLD_CASE, "\u0627\u0627\u0627\u0627");
	expect("\u0639\u0644\u0649", CLAUSARY_FOLD_CASE, "\u0639\u0644\u064a");
	expect("\u0645\u0639\u0631\u0651\u0641\u0629", 0, "\u0645\u0639\u0631\u0651\u0641\u0629");
	expect("\u0661\u06f2.3", 0, "12.3");
}
END_TEST

START_TEST(presentation_forms_become_letters)
{
	expect("\ufe8d\ufefb\ufe97", CLAUSARY_FOLD_CASE, "\u0627\u0644\u0627\u062a");
	expect("\ufefb \ufefb", 0, "\u0644\u0627 \u0644\u0627");
	expect("\ufbc2", 0, "\ufbc2"); /* a sign that stands for nothing else */
}
END_TEST

START_TEST(io_is_matched_as_ie)
{
	expect("\u0401\u0436\u0451", CLAUSARY_FOLD_CASE, "\u0435\u0436\u0435");
	expect("\u0451", 0, "\u0451");
}
END_TEST

START_TEST(case_only_when_asked)
{
	expect("Tide GAUGE", 0, "Tide GAUGE");
	expect("Tide GAUGE", CLAUSARY_FOLD_CASE, "tide gauge");
	expect("\u00c9T\u00c9 \u0414\u041d\u041e \u03a3\u03c2", CLAUSARY_FOLD_CASE,
	       "\u00e9t\u00e9 \u0434\u043d\u043e \u03c3\u03c3");
	expect("STRASSE stra\u00dfe", CLAUSARY_FOLD_CASE,
	       "strasse stra\u00dfe"); /* simple folding */
}
END_TEST

START_TEST(accents_stay)
{
	expect("c\u00f4te cote", CLAUSARY_FOLD_CASE, "c\u00f4te cote");
}
END_TEST

START_TEST(it_adds_to_what_is_there)
{
	clausary_buffer to = {0};
	clausary_fold(&to, CLAUSARY_SLICE("tide "), 0);
	clausary_fold(&to, CLAUSARY_SLICE(" gauge"), 0);
	ck_assert(clausary_slice_equal(clausary_buffer_slice(&to), CLAUSARY_SLICE("tidegauge")));
	clausary_buffer_finish(&to);
}
END_TEST

START_TEST(letters_without_case)
{
	ck_assert(clausary_fold_same_letter('t', 'T'));
	ck_assert(clausary_fold_same_letter('7', '7'));
	ck_assert(clausary_fold_same_letter(0xe9, 0xc9));
	ck_assert(clausary_fold_same_letter(0xff28, 'h'));
	ck_assert(clausary_fold_same_letter(0x414, 0x434));
	ck_assert(!clausary_fold_same_letter('t', 'd'));
	ck_assert(!clausary_fold_same_letter('@', '`'));
	ck_assert(!clausary_fold_same_letter('e', 0xe9));
}
END_TEST

UNIT_MAIN(base_fold, blanks_become_one_space, marks_without_width_go, titles_are_spaced_out,
          end_marks, dashes_become_one, apostrophes_become_one, full_width_becomes_ascii,
          case_only_when_asked, accents_stay, it_adds_to_what_is_there, letters_without_case,
          arabic_is_matched_without_marks, presentation_forms_become_letters, io_is_matched_as_ie)
