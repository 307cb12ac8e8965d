/* One line on a terminal that says how far the work is, after a second of it. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct cli_progress {
	bool wanted; /* standard error is a terminal and nobody asked for quiet */
	bool shown;
	struct timespec started, drawn;
	size_t done, total;
	const char *name; /* printable, of the file being waited for; borrowed */
} cli_progress;

void cli_progress_start(cli_progress *progress, bool wanted, size_t total);

/** Draw the line where it is time to; to be called often. */
void cli_progress_show(cli_progress *progress);

/** Take the line away, before anything else is printed. */
void cli_progress_clear(cli_progress *progress);

/** Columns of the terminal behind a file descriptor, or 0 where it is none. */
size_t cli_terminal_width(int file);

#endif
