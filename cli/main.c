/* clausary: the command. Exit status: 0 done, 1 done with problems worth a look, 2 nothing could be
 * done. */
#include "messages.h"
#include "options.h"
#include "output.h"

#include <clausary.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Where the shell closed a standard file, hold its number with one that fails, so that no document
 * or result is taken for it. */
static void
hold_standard_files(void)
{
	for (int file = STDIN_FILENO; file <= STDERR_FILENO; file++)
		if (fcntl(file, F_GETFD) < 0 && errno == EBADF
		    && open("/dev/null", file == STDIN_FILENO ? O_WRONLY : O_RDONLY) < 0)
			exit(CLI_FAILED);
}

static int
run(const cli_settings *settings)
{
	if (settings->manual)
		return cli_manual(stdout, settings->manual);
	if (settings->completion)
		return cli_completion(stdout, settings->completion);
	if (settings->version) {
		printf("clausary %s\n", clausary_version());
		return CLI_DONE;
	}
	if (settings->help) {
		cli_help(stdout, settings->command);
		return CLI_DONE;
	}
	if (!settings->command) {
		cli_help(stderr, NULL);
		return CLI_FAILED;
	}
	return settings->command->run(settings);
}

int
main(int argc, char **argv)
{
	cli_settings settings;
	int status = CLI_FAILED;
	hold_standard_files();
	cli_output_guard();
	cli_messages_open(argc, argv);
	if (cli_options_parse(&settings, argc, argv))
		status = run(&settings);
	free(settings.operands);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fputs("clausary: ", stderr);
		fprintf(stderr, cli_message("standard output cannot be written: %s\n"),
		        cli_message(strerror(errno)));
		status = CLI_FAILED;
	}
	cli_messages_close();
	return status;
}
