/* A stream holds a conversation: what is found is written before more input is awaited, in order,
 * for any number of threads; and a bad line is answered, not fatal. */
#include "unit.h"

#include "options.h"
#include "workers.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct conversation {
	pid_t child;
	int to;
	FILE *from;
} conversation;

static conversation
begin(const char *jobs)
{
	int question[2], answer[2];
	ck_assert(pipe(question) == 0 && pipe(answer) == 0);
	pid_t child = fork();
	if (child == 0) {
		cli_settings settings = {
		        .command = cli_command_find("extract"), .stream = true, .quiet = true};
		settings.jobs = jobs;
		dup2(question[0], STDIN_FILENO);
		dup2(answer[1], STDOUT_FILENO);
		close(question[0]);
		close(question[1]);
		close(answer[0]);
		close(answer[1]);
		_exit(cli_extract(&settings));
	}
	close(question[0]);
	close(answer[1]);
	return (conversation){child, question[1], fdopen(answer[0], "r")};
}

static void
say(const conversation *with, const char *text)
{
	ck_assert_int_eq(write(with->to, text, strlen(text)), (ssize_t)strlen(text));
}

/* Read findings until one of this type comes; check its document, where one is given. */
static void
hear(const conversation *with, const char *type, const char *document)
{
	char *line = NULL;
	size_t capacity = 0;
	bool heard = false;
	while (!heard && getline(&line, &capacity, with->from) > 0) {
		json_t *finding = json_loads(line, 0, NULL);
		ck_assert_msg(finding != NULL, "no JSON: %s", line);
		if (strcmp(json_string_value(json_object_get(finding, "type")), type) == 0) {
			const char *name = json_string_value(json_object_get(finding, "document"));
			ck_assert(document ? name && strcmp(name, document) == 0 : !name);
			heard = true;
		}
		json_decref(finding);
	}
	ck_assert_msg(heard, "no %s", type);
	free(line);
}

static int
end(conversation *with)
{
	int status;
	char rest[4000];
	close(with->to);
	while (fread(rest, 1, sizeof rest, with->from))
		continue;
	fclose(with->from);
	ck_assert_int_eq(waitpid(with->child, &status, 0), with->child);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void
hold(const char *jobs)
{
	conversation with = begin(jobs);
	for (int i = 0; i < 20; i++) {
		char line[200], name[20];
		snprintf(name, sizeof name, "d%d", i);
		snprintf(line, sizeof line,
		         "{\"id\":\"%s\",\"text\":\"the Tidal Survey Register (TSR)\"}\n", name);
		say(&with, line);
		hear(&with, "pair", name);
	}
	say(&with, "{\"id\":\"half\",");
	say(&with, "\"text\":\"the Tidal Survey Register (TSR)\"}\n");
	hear(&with, "pair", "half");
	ck_assert_int_eq(end(&with), CLI_DONE);
}

START_TEST(one_thread)
{
	hold("1");
}
END_TEST

START_TEST(three_threads)
{
	hold("3");
}
END_TEST

START_TEST(bad_lines)
{
	static const char *const bad[] = {"{",
	                                  "[]",
	                                  "5",
	                                  "{\"text\":\"x\"}",
	                                  "{\"id\":{},\"text\":\"x\"}",
	                                  "{\"id\":\"a\\u0000b\",\"text\":\"x\"}",
	                                  "\xFF",
	                                  "nothing"};
	conversation with = begin("1");
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		say(&with, bad[i]);
		say(&with, "\n");
		hear(&with, "error", NULL);
	}
	say(&with, "{\"id\":\"a\"}\n");
	hear(&with, "error", "a");
	say(&with, "{\"id\":\"b\",\"text\":\"x\",\"language\":3}\n");
	hear(&with, "error", "b");
	say(&with, "\n \t\r\n{\"id\":7,\"text\":\"the Tidal Survey Register "
	           "(TSR)\\u0000\",\"language\":null}");
	close(with.to);
	with.to = dup(STDIN_FILENO);
	hear(&with, "pair", "7");
	ck_assert_int_eq(end(&with), CLI_PROBLEMS);
}
END_TEST

static void
square(void *job, clausary_context *context)
{
	unsigned *number = job;
	(void)context;
	for (volatile unsigned wait = *number * 7919 % 5000; wait; wait--)
		continue;
	*number = *number * *number;
}

/* Jobs come back in the order they were given, whoever did them. */
START_TEST(order)
{
	static unsigned numbers[500];
	cli_workers *workers = cli_workers_start(4, square, NULL);
	size_t given = 0, taken = 0;
	for (unsigned i = 0; i < 500; i++)
		numbers[i] = i;
	while (taken < 500) {
		if (given < 500 && !cli_workers_full(workers)) {
			cli_workers_give(workers, &numbers[given++]);
		} else if (cli_workers_wait(workers, 10)) {
			ck_assert_ptr_eq(cli_workers_take(workers), &numbers[taken]);
			ck_assert_uint_eq(numbers[taken], taken * taken);
			taken++;
		}
	}
	ck_assert_uint_eq(cli_workers_held(workers), 0);
	cli_workers_stop(workers);
}
END_TEST

UNIT_MAIN(cli_stream, one_thread, three_threads, bad_lines, order)
