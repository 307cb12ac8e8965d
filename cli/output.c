/* Where results go. A regular file is written beside its place, synced and renamed (POSIX rename()
 * is atomic), so that a reader never sees half of it; a signal removes what was begun. */
#define _XOPEN_SOURCE 700 /* realpath() */

#include "output.h"

#include "messages.h"
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFERED = 65536 };

/* The one thing here that changes and is not an argument: a signal handler has no other way to
 * know. It is set and cleared by the main thread with the signals blocked. */
static char *volatile pending_file;

static const int ending_signals[] = {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGQUIT, SIGXCPU};
enum { ENDING_SIGNALS = sizeof ending_signals / sizeof *ending_signals };

static void
remove_and_die(int signal_number)
{
	if (pending_file)
		unlink(pending_file);
	raise(signal_number); /* reset to its default by SA_RESETHAND */
}

void
cli_output_guard(void)
{
	struct sigaction action = {.sa_handler = remove_and_die, .sa_flags = (int)SA_RESETHAND},
	                 old;
	sigemptyset(&action.sa_mask);
	signal(SIGXFSZ, SIG_IGN); /* a file that grows too big is an error of write() */
	for (int i = 0; i < ENDING_SIGNALS; i++)
		if (sigaction(ending_signals[i], NULL, &old) == 0 && old.sa_handler != SIG_IGN)
			sigaction(ending_signals[i], &action, NULL);
}

/* Set the file that a signal removes while `change` is made with it. */
static int
with_signals_blocked(int (*change)(cli_output *), cli_output *output)
{
	sigset_t blocked, before;
	sigemptyset(&blocked);
	for (int i = 0; i < ENDING_SIGNALS; i++)
		sigaddset(&blocked, ending_signals[i]);
	pthread_sigmask(SIG_BLOCK, &blocked, &before);
	int result = change(output), cause = errno;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	errno = cause;
	return result;
}

static int
create_temporary(cli_output *output)
{
	output->file = mkstemp(output->temporary);
	if (output->file >= 0)
		pending_file = output->temporary;
	return output->file;
}

static int
remove_temporary(cli_output *output)
{
	pending_file = NULL;
	return unlink(output->temporary);
}

static int
rename_temporary(cli_output *output)
{
	if (rename(output->temporary, output->target) != 0)
		return -1;
	pending_file = NULL;
	return 0;
}

/* The folder of a path. Owner: the caller. */
static char *
folder_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return cli_copy(".", 1);
	return cli_copy(path, slash == path ? 1 : (size_t)(slash - path));
}

static bool
is_input(const struct stat *status, const cli_inputs *inputs)
{
	for (size_t i = 0; inputs && S_ISREG(status->st_mode) && i < inputs->count; i++)
		if (inputs->items[i].device == status->st_dev
		    && inputs->items[i].number == status->st_ino)
			return true;
	return false;
}

/* A file descriptor that a path names, or -1. Opening it again would begin a regular file anew. */
static int
named_descriptor(const char *path)
{
	if (!path || strcmp(path, "-") == 0 || strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	if (strncmp(path, "/dev/fd/", 8) == 0 && path[8] >= '0' && path[8] <= '9')
		return (int)strtol(path + 8, NULL, 10);
	return -1;
}

/* Make the file beside `target` that will take its place, with the permissions it has or would get.
 */
static bool
open_temporary(cli_output *output, const struct stat *old)
{
	mode_t mask = umask(0);
	umask(mask);
	char *folder = folder_of(output->target);
	cli_text path = {0};
	cli_text_print(&path, "%s%s.clausary-XXXXXX", folder,
	               folder[strlen(folder) - 1] == '/' ? "" : "/");
	free(folder);
	output->temporary = cli_copy(path.data, path.size);
	cli_text_finish(&path);
	if (with_signals_blocked(create_temporary, output) < 0)
		return false;
	fchmod(output->file, old ? old->st_mode & 0777 : 0666 & ~mask);
	return true;
}

static bool
fail_open(cli_output *output, cli_report *report)
{
	int cause = errno;
	char *folder = output->target ? folder_of(output->target) : NULL;
	if (folder && (cause == ENOENT || cause == ENOTDIR))
		cli_report_error(report, output->name,
		                 "cannot be written: there is no folder %s; make it first", folder);
	else
		cli_report_error(report, output->name, "cannot be written: %s",
		                 cli_message(strerror(cause)));
	free(folder);
	cli_output_drop(output);
	return false;
}

bool
cli_output_open(cli_output *output, const char *path, const cli_inputs *inputs, cli_report *report)
{
	struct stat status;
	int descriptor = named_descriptor(path);
	*output = (cli_output){.file = descriptor};
	cli_text name = {0};
	const char *said = descriptor == STDOUT_FILENO ? cli_message("standard output") : path;
	cli_text_add_visible(&name, said, strlen(said));
	output->name = cli_copy(name.data, name.size);
	cli_text_finish(&name);
	bool exists = (descriptor >= 0 ? fstat(descriptor, &status) : stat(path, &status)) == 0;
	if (exists && is_input(&status, inputs)) {
		cli_report_error(report, output->name,
		                 "this is one of the documents to read; write to another file");
		output->file = -1;
		cli_output_drop(output);
		return false;
	}
	if (descriptor >= 0)
		return true;
	output->owned = true;
	if (exists && !S_ISREG(status.st_mode)) {
		output->file = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
		return output->file >= 0 || fail_open(output, report);
	}
	if (exists && access(path, W_OK) != 0)
		return fail_open(output, report);
	output->target = exists ? realpath(path, NULL)
	                        : NULL; /* what a link points to is what is replaced */
	if (!output->target)
		output->target = cli_copy(path, strlen(path));
	return open_temporary(output, exists ? &status : NULL) || fail_open(output, report);
}

bool
cli_output_is_file(const char *path)
{
	struct stat status;
	return named_descriptor(path) < 0 && (stat(path, &status) != 0 || S_ISREG(status.st_mode));
}

static bool
write_all(cli_output *output, const char *data, size_t size)
{
	while (size && output->cause == 0) {
		ssize_t written = write(output->file, data, size);
		if (written > 0) {
			data += written;
			size -= (size_t)written;
		} else if (written < 0 && errno != EINTR) {
			output->cause = errno;
		}
	}
	return output->cause == 0;
}

bool
cli_output_flush(cli_output *output)
{
	bool good = write_all(output, output->buffer.data, output->buffer.size);
	output->buffer.size = 0;
	return good;
}

clausary_status
cli_output_write(void *payload, const char *data, size_t size)
{
	cli_output *output = payload;
	if (output->buffer.size + size > BUFFERED && !cli_output_flush(output))
		return CLAUSARY_EIO;
	if (size >= BUFFERED / 2 && cli_output_flush(output)) /* not worth a copy */
		return write_all(output, data, size) ? CLAUSARY_OK : CLAUSARY_EIO;
	cli_text_add(&output->buffer, data, size);
	return output->cause ? CLAUSARY_EIO : CLAUSARY_OK;
}

/* Sync and close, and put the file in its place. */
static bool
finish(cli_output *output)
{
	if (!cli_output_flush(output))
		return false;
	if (!output->owned)
		return true;
	if (output->temporary && fsync(output->file) != 0 && errno != EINVAL)
		return output->cause = errno, false;
	int file = output->file;
	output->file = -1;
	if (close(file) != 0)
		return output->cause = errno, false;
	if (!output->temporary)
		return true;
	if (with_signals_blocked(rename_temporary, output) != 0)
		return output->cause = errno, false;
	char *folder = folder_of(output->target);
	if ((file = open(folder, O_RDONLY | O_CLOEXEC)) >= 0) {
		fsync(file); /* best effort: the file itself is safe */
		close(file);
	}
	free(folder);
	free(output->temporary);
	output->temporary = NULL;
	return true;
}

bool
cli_output_commit(cli_output *output, cli_report *report)
{
	bool good = finish(output);
	if (!good)
		cli_report_error(report, output->name, "cannot be written: %s%s",
		                 cli_message(strerror(output->cause)),
		                 output->temporary ? "; nothing was changed" : "");
	cli_output_drop(output);
	return good;
}

void
cli_output_drop(cli_output *output)
{
	if (output->owned && output->file >= 0)
		close(output->file);
	if (output->temporary)
		with_signals_blocked(remove_temporary, output);
	free(output->temporary);
	free(output->target);
	free(output->name);
	cli_text_finish(&output->buffer);
	*output = (cli_output){.file = -1};
}

bool
cli_output_make_folders(const char *path, cli_report *report)
{
	char *copy = cli_copy(path, strlen(path));
	bool good = true;
	for (char *at = copy + 1; good && (at = strchr(at, '/')); at++) {
		*at = '\0';
		if (mkdir(copy, 0777) != 0 && errno != EEXIST && errno != EISDIR) {
			cli_report_error(report, copy, "this folder cannot be made: %s",
			                 cli_message(strerror(errno)));
			good = false;
		}
		*at = '/';
	}
	free(copy);
	return good;
}
