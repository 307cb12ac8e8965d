/* Clauses of language versions lined up, and rows that do not depend on the order of versions. */
#include "unit.h"

#include "align_versions.h"

START_TEST(rows_by_key)
{
	const version_text texts[] = {
	        {"en", "recalling\n"
	               "a)\tthe tidal register;\n"
	               "b)\tthe harbour code,\n"
	               "resolves\n"
	               "1\tto keep the register.\n"},
	        {"en-GB", "recalling\n"
	                  "a)\tthe tidal register;\n"
	                  "resolves\n"
	                  "1\tto keep the register;\n"
	                  "2\tto print it.\n"},
	};
	expect_rows(texts, 2,
	            "recalling/heading recalling/heading\n"
	            "recalling/a recalling/a\n"
	            "recalling/b -\n"
	            "resolves/heading resolves/heading\n"
	            "resolves/1 resolves/1\n"
	            "- resolves/2\n");
}
END_TEST

START_TEST(nothing_to_align)
{
	const version_text empty[] = {{"en", ""}, {"en-GB", ""}};
	const version_text half[] = {{"en", ""}, {"en-GB", "One line.\n"}};
	const version_text one[] = {{"en", "One line.\n"}};
	clausary_alignment *alignment = NULL;
	clausary_context *context;
	expect_rows(empty, 2, "");
	expect_rows(half, 2, "- p1\n");
	expect_rows(one, 1, "p1\n");
	ck_assert_int_eq(clausary_context_new(&context, NULL), CLAUSARY_OK);
	ck_assert_int_eq(clausary_align(&alignment, context, NULL, 0), CLAUSARY_EUSAGE);
	ck_assert_int_eq(clausary_align(&alignment, context, NULL, 65), CLAUSARY_EUSAGE);
	ck_assert_ptr_null(alignment);
	clausary_alignment_free(alignment);
	clausary_context_free(context);
}
END_TEST

UNIT_MAIN(align_align, rows_by_key, nothing_to_align)
