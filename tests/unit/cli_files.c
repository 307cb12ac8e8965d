/* Folders taken apart in the order of names; outputs that are all there or not there at all. */
#define _XOPEN_SOURCE 700 /* mkdtemp(), nftw() */

#include "unit.h"

#include "output.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/clausary-unit-XXXXXX";
static cli_report report;

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

/* Messages go nowhere: they are tested as cases. */
static void
enter(void)
{
	memcpy(folder + strlen(folder) - 6, "XXXXXX", 6);
	ck_assert_ptr_nonnull(mkdtemp(folder));
	ck_assert_int_eq(chdir(folder), 0);
	ck_assert_ptr_nonnull(freopen("/dev/null", "w", stderr));
	cli_report_start(&report, false);
}

static void
put(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	fclose(file);
}

static void
check_holds(const char *path, const char *expected)
{
	char text[200] = "";
	FILE *file = fopen(path, "r");
	ck_assert_msg(file != NULL, "%s is not there", path);
	text[fread(text, 1, sizeof text - 1, file)] = '\0';
	fclose(file);
	ck_assert_str_eq(text, expected);
}

/* The number of files in the folder, hidden ones included. */
static size_t files_seen;

static int
count_one(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)path;
	(void)status;
	(void)place;
	files_seen += kind == FTW_F;
	return 0;
}

static size_t
count_files(void)
{
	files_seen = 0;
	nftw(folder, count_one, 8, FTW_PHYS);
	return files_seen;
}

START_TEST(folders)
{
	cli_inputs inputs = {0};
	enter();
	mkdir("d", 0777);
	mkdir("d/b", 0777);
	mkdir("d/.hidden", 0777);
	put("d/c", "3");
	put("d/a", "1");
	put("d/b/x\ny", "2");
	put("d/.hidden/no", "");
	put("d/.no", "");
	ck_assert_int_eq(symlink("..", "d/b/loop"), 0);
	ck_assert_int_eq(symlink("../a", "d/b/link"), 0);
	ck_assert_int_eq(symlink("nothing", "d/b/broken"), 0);
	ck_assert_int_eq(mkfifo("d/pipe", 0666), 0);
	cli_inputs_add(&inputs, "d/", &report);
	ck_assert_uint_eq(inputs.count, 4);
	ck_assert_str_eq(inputs.items[0].path, "d/a");
	ck_assert_str_eq(inputs.items[1].path, "d/b/link");
	ck_assert_str_eq(inputs.items[2].relative, "b/x\ny");
	ck_assert_str_eq(inputs.items[2].name, "d/b/x\\x0Ay");
	ck_assert_str_eq(inputs.items[3].path, "d/c");
	ck_assert_uint_eq(inputs.unread, 2); /* the broken link and the pipe */
	cli_inputs_add(&inputs, "nothing", &report);
	ck_assert_uint_eq(inputs.unread, 3);
	cli_inputs_finish(&inputs);
	leave();
}
END_TEST

START_TEST(loading)
{
	cli_inputs inputs = {0};
	cli_notes notes = {0};
	cli_text bytes = {0};
	enter();
	put("a", "0123456789");
	cli_inputs_add(&inputs, "a", &report);
	ck_assert(cli_input_load(&bytes, &inputs.items[0], 10, &notes));
	ck_assert_uint_eq(bytes.size, 10);
	ck_assert(!cli_input_load(&bytes, &inputs.items[0], 9, &notes));
	cli_inputs_add(&inputs, "/dev/zero", &report);
	ck_assert(!cli_input_load(&bytes, &inputs.items[1], 1000000, &notes));
	ck_assert_uint_eq(notes.count, 2);
	cli_notes_finish(&notes);
	cli_text_finish(&bytes);
	cli_inputs_finish(&inputs);
	leave();
}
END_TEST

START_TEST(replaced)
{
	cli_output output;
	enter();
	put("out", "old");
	chmod("out", 0640);
	ck_assert_int_eq(symlink("out", "link"), 0);
	ck_assert(cli_output_open(&output, "link", NULL, &report));
	ck_assert_int_eq(cli_output_write(&output, "new", 3), CLAUSARY_OK);
	check_holds("out", "old");
	ck_assert(cli_output_commit(&output, &report));
	check_holds("out", "new");
	struct stat status;
	ck_assert(lstat("link", &status) == 0 && S_ISLNK(status.st_mode));
	ck_assert(stat("out", &status) == 0 && (status.st_mode & 0777) == 0640);
	ck_assert_uint_eq(count_files(), 1);
	leave();
}
END_TEST

START_TEST(dropped)
{
	cli_output output;
	cli_inputs inputs = {0};
	enter();
	put("out", "old");
	ck_assert(cli_output_open(&output, "out", NULL, &report));
	cli_output_write(&output, "half", 4);
	cli_output_drop(&output);
	check_holds("out", "old");
	ck_assert(!cli_output_open(&output, "nothing/out", NULL, &report));
	cli_inputs_add(&inputs, "out", &report);
	ck_assert(!cli_output_open(&output, "./out", &inputs, &report));
	cli_inputs_finish(&inputs);
	ck_assert_uint_eq(count_files(), 1);
	leave();
}
END_TEST

START_TEST(full)
{
	cli_output output;
	char block[5000] = "";
	enter();
	ck_assert(cli_output_open(&output, "/dev/full", NULL, &report));
	for (int i = 0; i < 100; i++)
		cli_output_write(&output, block, sizeof block);
	ck_assert(!cli_output_commit(&output, &report));
	ck_assert(cli_output_open(&output, "/dev/null", NULL, &report));
	ck_assert(cli_output_commit(&output, &report));
	ck_assert_uint_eq(count_files(), 0);
	leave();
}
END_TEST

/* A signal ends the program and leaves nothing behind. */
START_TEST(interrupted)
{
	static const int signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE};
	enter();
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		int status;
		pid_t child = fork();
		if (child == 0) {
			cli_output output;
			signal(signals[i], SIG_DFL);
			cli_output_guard();
			if (cli_output_open(&output, "out", NULL, &report) && count_files() == 1)
				raise(signals[i]);
			_exit(0);
		}
		ck_assert_int_eq(waitpid(child, &status, 0), child);
		ck_assert(WIFSIGNALED(status) && WTERMSIG(status) == signals[i]);
		ck_assert_uint_eq(count_files(), 0);
	}
	leave();
}
END_TEST

UNIT_MAIN(cli_files, folders, loading, replaced, dropped, full, interrupted)
