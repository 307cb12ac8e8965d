/* Termbases as inputs. */
#include "termbase.h"

bool
cli_termbase_read(clausary_termbase **out, clausary_context *context, const cli_input *input,
                  const clausary_termbase_read_options *options, cli_report *report)
{
	cli_pieces pieces;
	clausary_input bytes = {cli_pieces_read, &pieces};
	cli_notes notes = {0};
	bool done = false;
	*out = NULL;
	if (cli_pieces_open(&pieces, input, &notes)) {
		clausary_context_set_sink(context, cli_notes_sink, &notes);
		clausary_status status =
		        clausary_termbase_read(out, context, &bytes, input->name, options);
		clausary_context_set_sink(context, NULL, NULL);
		done = status == CLAUSARY_OK;
		if (cli_pieces_close(&pieces, &notes) && !done)
			cli_notes_error(&notes, input->name, "%s", cli_failure(context, status));
	}
	cli_notes_print(&notes, report, input->name);
	cli_notes_finish(&notes);
	return done;
}
