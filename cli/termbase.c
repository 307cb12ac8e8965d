/* Termbases as inputs. */
#include "termbase.h"

#include "messages.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

typedef struct source {
	int file, cause;
} source;

static ptrdiff_t
read_piece(void *payload, char *to, size_t size)
{
	source *from = payload;
	ssize_t got;
	do
		got = read(from->file, to, size);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		from->cause = errno;
	return got;
}

bool
cli_termbase_read(clausary_termbase **out, clausary_context *context, const cli_input *input,
                  const clausary_termbase_read_options *options, cli_report *report)
{
	source from = {.file = input->path ? open(input->path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
	                                   : STDIN_FILENO};
	clausary_input bytes = {read_piece, &from};
	cli_notes notes = {0};
	*out = NULL;
	if (from.file < 0) {
		cli_report_error(report, input->name, "cannot be read: %s",
		                 cli_message(strerror(errno)));
		return false;
	}
	clausary_context_set_sink(context, cli_notes_sink, &notes);
	clausary_status status = clausary_termbase_read(out, context, &bytes, input->name, options);
	clausary_context_set_sink(context, NULL, NULL);
	if (from.cause)
		cli_notes_error(&notes, input->name, "cannot be read: %s",
		                cli_message(strerror(from.cause)));
	else if (status != CLAUSARY_OK)
		cli_notes_error(&notes, input->name, "%s", cli_failure(context, status));
	cli_notes_print(&notes, report, input->name);
	cli_notes_finish(&notes);
	if (input->path)
		close(from.file);
	return status == CLAUSARY_OK;
}
