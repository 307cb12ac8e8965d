/* Translations: which formats may stand for which. */
#include "base/message.h"

#include "unit.h"

static bool
fits(const char *english, const char *translation)
{
	return clausary_message_fits(clausary_slice_of(english), clausary_slice_of(translation));
}

START_TEST(same_conversions_fit)
{
	ck_assert(fits("%s of %zu", "%s von %zu"));
	ck_assert(fits("100 %% of %u", "%u, das sind 100 %%"));
	ck_assert(fits("\"%.*s\" is called", "« %.*s » est appelé"));
	ck_assert(fits("done", "fait"));
}
END_TEST

START_TEST(numbered_conversions_may_change_places)
{
	ck_assert(fits("%s of %zu", "%2$zu: %1$s"));
	ck_assert(!fits("%s of %zu", "%2$s: %1$zu"));
	ck_assert(!fits("%s of %s", "%1$s: %1$s"));
}
END_TEST

START_TEST(what_would_read_other_arguments_does_not_fit)
{
	ck_assert(!fits("%s of %zu", "%s"));
	ck_assert(!fits("%s", "%s %s"));
	ck_assert(!fits("%zu", "%s"));
	ck_assert(!fits("%s", "%n"));
	ck_assert(!fits("%s", "%s %"));
	ck_assert(!fits("done", "%s"));
}
END_TEST

START_TEST(without_a_catalogue_a_sentence_is_english)
{
	clausary_context *context;
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(clausary_context_set_messages(context, "xx"), CLAUSARY_ELOCALE);
	ck_assert_str_eq(clausary_message(context, "the file is empty"), "the file is empty");
	ck_assert_int_eq(clausary_context_set_messages(context, "en-GB"), CLAUSARY_OK);
	ck_assert_int_eq(clausary_context_set_messages(context, NULL), CLAUSARY_OK);
	clausary_context_free(context);
}
END_TEST

UNIT_MAIN(base_message, same_conversions_fit, numbered_conversions_may_change_places,
          what_would_read_other_arguments_does_not_fit, without_a_catalogue_a_sentence_is_english)
