/* A Check program from one file: tests with START_TEST … END_TEST, then UNIT_MAIN(name, test, test
 * …). */
#ifndef TESTS_UNIT_H
#define TESTS_UNIT_H

#include <check.h>

/** Run `count` tests as the suite `name`, TAP on standard output; returns the status of the
 * program. */
static inline int
unit_run(const char *name, const TTest *const *tests, size_t count)
{
	Suite *suite = suite_create(name);
	for (size_t i = 0; i < count; i++) {
		TCase *one = tcase_create(tests[i]->name);
		tcase_set_timeout(one, 60);
		tcase_add_test(one, tests[i]);
		suite_add_tcase(suite, one);
	}
	SRunner *runner = srunner_create(suite);
	srunner_set_tap(runner, "-");
	srunner_run_all(runner, CK_SILENT);
	int failed = srunner_ntests_failed(runner);
	srunner_free(runner);
	return failed ? 1 : 0;
}

#define UNIT_MAIN(name, ...)                                                                       \
	int main(void)                                                                             \
	{                                                                                          \
		const TTest *const tests[] = {__VA_ARGS__};                                        \
		return unit_run(#name, tests, sizeof tests / sizeof *tests);                       \
	}

#endif
