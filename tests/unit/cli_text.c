/* What is printed stays on its line and is UTF-8; the nearest word is found. */
#include "unit.h"

#include "text.h"

#include <string.h>

static void
check_visible(const char *data, size_t size, const char *expected)
{
	cli_text text = {0};
	cli_text_add_visible(&text, data, size);
	ck_assert_str_eq(cli_text_string(&text), expected);
	ck_assert_int_eq(cli_text_is_visible(data, size),
	                 text.size == size && memcmp(text.data, data, size) == 0);
	cli_text_finish(&text);
}

START_TEST(visible)
{
	check_visible("a b", 3, "a b");
	check_visible("\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80", 9,
	              "\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80");
	check_visible("line\nend\r\t\x1B[31m\x7F", 16, "line\\x0Aend\\x0D\\x09\\x1B[31m\\x7F");
	check_visible("\0", 1, "\\x00");
	check_visible("\xC2\x9B", 2, "\\xC2\\x9B");
	check_visible("\xE2\x80\xAE", 3, "\\xE2\\x80\\xAE");
	check_visible("\xFF\xFE", 2, "\\xFF\\xFE");
	check_visible("\xC0\xAF\xED\xA0\x80\xE4\xB8", 7, "\\xC0\\xAF\\xED\\xA0\\x80\\xE4\\xB8");
	check_visible("", 0, "");
}
END_TEST

START_TEST(growing)
{
	cli_text text = {0};
	for (int i = 0; i < 1000; i++)
		cli_text_print(&text, "%d,", i);
	ck_assert_uint_eq(text.size, 10 * 2 + 90 * 3 + 900 * 4);
	ck_assert(memcmp(text.data + text.size - 8, "998,999,", 8) == 0);
	cli_text_finish(&text);
	ck_assert_ptr_null(text.data);
}
END_TEST

START_TEST(nearest)
{
	const char *const names[] = {"language", "profile", "output", "to", "title"};
	ck_assert_str_eq(cli_nearest("lanugage", names, 5), "language");
	ck_assert_str_eq(cli_nearest("lang", names, 5), "language");
	ck_assert_str_eq(cli_nearest("outputs", names, 5), "output");
	ck_assert_str_eq(cli_nearest("t", names, 5), "to");
	ck_assert_ptr_null(cli_nearest("completely-different", names, 5));
	ck_assert_ptr_null(
	        cli_nearest("a-word-that-is-longer-than-any-name-that-there-could-be", names, 5));
	ck_assert_ptr_null(cli_nearest("x", names, 0));
}
END_TEST

UNIT_MAIN(cli_text, visible, growing, nearest)
