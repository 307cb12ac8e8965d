/* Termbases as inputs. */
#include "termbase.h"

#include <stdlib.h>
#include <string.h>

bool
cli_termbase_read(clausary_termbase **out, clausary_context *context, const cli_input *input,
                  const clausary_termbase_read_options *options, cli_report *report)
{
	cli_pieces pieces;
	clausary_input bytes = {cli_pieces_read, &pieces};
	cli_notes notes = {.all = report->all};
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

int
cli_termbase_write(clausary_context *context, const char *writer, const clausary_results *results,
                   const char *path, const cli_inputs *inputs, cli_report *report)
{
	cli_output output;
	if (!cli_output_open(&output, path, inputs, report))
		return CLI_FAILED;
	clausary_output to = {cli_output_write, &output};
	clausary_status status = clausary_write(context, &to, writer, results);
	if (status != CLAUSARY_OK && output.cause == 0) {
		cli_report_error(report, output.name, "%s", cli_failure(context, status));
		cli_output_drop(&output);
		return CLI_FAILED;
	}
	return cli_output_commit(&output, report) ? CLI_DONE : CLI_FAILED;
}

char *
cli_record_path(const char *path)
{
	cli_text name = {0};
	cli_text_add(&name, path, strlen(path));
	cli_text_add(&name, ".generated", strlen(".generated") + 1);
	return name.data;
}

int
cli_record_write(clausary_context *context, const clausary_termbase *made, const char *path,
                 cli_report *report)
{
	clausary_results results = {.termbase = made};
	char *record = cli_record_path(path);
	int status = cli_termbase_write(context, "tbx", &results, record, NULL, report);
	free(record);
	return status;
}
