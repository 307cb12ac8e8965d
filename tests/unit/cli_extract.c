/* clausary extract as a whole: one file for each document, results that lie among the documents,
 * exit statuses. */
#define _XOPEN_SOURCE 700 /* mkdtemp(), nftw() */

#include "unit.h"

#include "options.h"

#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char TEXT[] = "The Tidal Survey Register (TSR) lists every gauge.\n";

static char folder[] = "/tmp/clausary-unit-XXXXXX";

static void
put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
}

static void
enter(void)
{
	memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	mkdir("in", 0777);
	mkdir("in/deep", 0777);
	put("in/a.txt", TEXT);
	put("in/deep/b.txt", TEXT);
}

static int
remove_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

static void
leave(void)
{
	ck_assert_int_eq(chdir("/"), 0);
	nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

/* Run extract on two operands; the second may be NULL. */
static int
extract(const char *output, const char *writer, char *first, char *second)
{
	char *operands[] = {first, second};
	cli_settings settings = {.command = cli_command_find("extract"),
	                         .output = output,
	                         .writer = writer,
	                         .jobs = "2",
	                         .operands = operands,
	                         .operand_count = second ? 2 : 1};
	return cli_extract(&settings);
}

static bool
exists(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && status.st_size > 0;
}

static char in[] = "in", a[] = "in/a.txt", absent[] = "absent";

START_TEST(one_file_for_each)
{
	enter();
	ck_assert_int_eq(extract("out/", NULL, in, NULL), CLI_DONE);
	ck_assert(exists("out/a.txt.tbx") && exists("out/deep/b.txt.tbx"));
	ck_assert_int_eq(extract("out", "jsonl", a, absent), CLI_PROBLEMS);
	ck_assert(exists("out/a.txt.jsonl") && !exists("out/absent.jsonl"));
	ck_assert_int_eq(extract("twice/", NULL, in, a), CLI_FAILED);
	ck_assert(!exists("twice"));
	leave();
}
END_TEST

/* The second run does not read what the first has written. */
START_TEST(result_among_documents)
{
	struct stat first, second;
	enter();
	ck_assert_int_eq(extract("in/terms.tbx", NULL, in, NULL), CLI_DONE);
	ck_assert_int_eq(stat("in/terms.tbx", &first), 0);
	ck_assert_int_eq(extract("in/terms.tbx", NULL, in, NULL), CLI_DONE);
	ck_assert_int_eq(stat("in/terms.tbx", &second), 0);
	ck_assert_int_eq(first.st_size, second.st_size);
	ck_assert_int_eq(extract("in/a.txt", "table", in, NULL), CLI_FAILED);
	ck_assert_int_eq(stat("in/a.txt", &first), 0);
	ck_assert_int_eq(first.st_size, (off_t)strlen(TEXT));
	leave();
}
END_TEST

START_TEST(nothing_to_do)
{
	enter();
	put("in/binary", "");
	ck_assert_int_eq(extract("out.tbx", NULL, absent, NULL), CLI_FAILED);
	char binary[] = "in/binary";
	ck_assert_int_eq(extract("out.tbx", NULL, binary, NULL), CLI_FAILED);
	ck_assert(!exists("out.tbx"));
	ck_assert_int_eq(extract("out.tbx", NULL, in, NULL), CLI_PROBLEMS);
	ck_assert(exists("out.tbx"));
	leave();
}
END_TEST

UNIT_MAIN(cli_extract, one_file_for_each, result_among_documents, nothing_to_do)
