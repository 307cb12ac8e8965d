/* One line on a terminal that says how far the work is (control sequences: ECMA-48). */
#include "progress.h"

#include "messages.h"
#include "text.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { FIRST_MILLISECONDS = 1000, NEXT_MILLISECONDS = 150 };

size_t
cli_terminal_width(int file)
{
	struct winsize size;
	if (!isatty(file) || ioctl(file, TIOCGWINSZ, &size) != 0)
		return 0;
	return size.ws_col;
}

static long
milliseconds_since(const struct timespec *then)
{
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)(now.tv_sec - then->tv_sec) * 1000 + (now.tv_nsec - then->tv_nsec) / 1000000;
}

void
cli_progress_start(cli_progress *progress, bool wanted, size_t total)
{
	*progress = (cli_progress){.wanted = wanted, .total = total};
	clock_gettime(CLOCK_MONOTONIC, &progress->started);
	progress->drawn = progress->started;
}

/* Add as much of `name` as fits; a sequence of three bytes or four may take two columns. */
static void
add_name(cli_text *line, const char *name, size_t width)
{
	size_t end = 0, used = 0;
	while (name[end]) {
		unsigned char first = (unsigned char)name[end];
		size_t size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
		used += size > 2 ? 2 : 1;
		if (used > width)
			break;
		end += size;
	}
	cli_text_add(line, name, end);
}

void
cli_progress_show(cli_progress *progress)
{
	if (!progress->wanted || milliseconds_since(&progress->started) < FIRST_MILLISECONDS
	    || milliseconds_since(&progress->drawn) < NEXT_MILLISECONDS)
		return;
	cli_text line = {0};
	size_t width = cli_terminal_width(STDERR_FILENO);
	cli_text_print(&line, "\r\033[K");
	cli_text_print(&line, cli_message("%zu of %zu"), progress->done, progress->total);
	cli_text_print(&line, "  ");
	size_t used = line.size - 4;
	width = width ? width : 80;
	if (progress->name && used + 1 < width)
		add_name(&line, progress->name, width - used - 1);
	fwrite(line.data, 1, line.size, stderr);
	cli_text_finish(&line);
	progress->shown = true;
	clock_gettime(CLOCK_MONOTONIC, &progress->drawn);
}

void
cli_progress_clear(cli_progress *progress)
{
	if (progress->shown)
		fputs("\r\033[K", stderr);
	progress->shown = false;
}
