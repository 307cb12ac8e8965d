/* clausary show: one stage of the work on a document, for people and tests. */
#include "output.h"
#include "setup.h"

#include <stdlib.h>
#include <string.h>

typedef struct showing {
	clausary_context *context;
	clausary_read_options reading;
	const char *stage;
	cli_output output;
	size_t limit, done;
} showing;

static bool
show_document(showing *all, const cli_input *input, bool named, cli_notes *notes)
{
	clausary_document *document = NULL;
	clausary_output to = {cli_output_write, &all->output};
	cli_text bytes = {0};
	if (!cli_input_load(&bytes, input, all->limit, notes)) {
		cli_text_finish(&bytes);
		return false;
	}
	clausary_status status =
	        clausary_read(&document, all->context, (clausary_slice){bytes.data, bytes.size},
	                      input->name, &all->reading);
	cli_text_finish(&bytes);
	if (status == CLAUSARY_OK && named) {
		cli_text heading = {0};
		cli_text_print(&heading, "%s==> %s <==\n", all->done ? "\n" : "", input->name);
		cli_output_write(&all->output, heading.data, heading.size);
		cli_text_finish(&heading);
	}
	if (status == CLAUSARY_OK)
		status = clausary_show(all->context, &to, all->stage, document);
	if (status != CLAUSARY_OK && all->output.cause == 0)
		cli_notes_error(notes, input->name, "%s", cli_failure(all->context, status));
	clausary_document_free(document);
	all->done += status == CLAUSARY_OK;
	return status == CLAUSARY_OK;
}

static int
show(showing *all, const cli_settings *settings, const cli_inputs *inputs, cli_report *report)
{
	size_t unread = inputs->unread;
	if (inputs->count == 0 || !cli_output_open(&all->output, settings->output, inputs, report))
		return CLI_FAILED;
	for (size_t i = 0; i < inputs->count && all->output.cause == 0; i++) {
		cli_notes notes = {0};
		clausary_context_set_sink(all->context, cli_notes_sink, &notes);
		unread += !show_document(all, &inputs->items[i], inputs->count > 1, &notes);
		clausary_context_set_sink(all->context, NULL, NULL);
		cli_notes_print(&notes, report, inputs->items[i].name);
		cli_notes_finish(&notes);
	}
	if (all->done == 0 && all->output.cause == 0) {
		cli_output_drop(&all->output);
		return CLI_FAILED;
	}
	if (!cli_output_commit(&all->output, report))
		return CLI_FAILED;
	return unread || report->errors || (settings->strict && report->warnings) ? CLI_PROBLEMS
	                                                                          : CLI_DONE;
}

static bool
is_stage(const cli_settings *settings, const char *stage)
{
	static const char *const stages[] = {"text", "blocks", "clauses", "tokens", "findings"};
	enum { STAGES = sizeof stages / sizeof *stages };
	for (size_t i = 0; i < STAGES; i++)
		if (strcmp(stages[i], stage) == 0)
			return true;
	const char *nearest = cli_nearest(stage, stages, STAGES);
	cli_usage_error(settings->command,
	                "--stage %s: say text, blocks, clauses, tokens or findings%s%s%s", stage,
	                nearest ? "; did you mean " : "", nearest ? nearest : "",
	                nearest ? "?" : "");
	return false;
}

int
cli_show(const cli_settings *settings)
{
	cli_report report;
	cli_inputs inputs = {0};
	showing all = {.stage = settings->stage ? settings->stage : "clauses"};
	int status = CLI_FAILED;
	if (settings->operand_count == 0)
		return cli_usage_error(settings->command,
		                       "name a document, or - for standard input");
	if (!is_stage(settings, all.stage) || !(all.context = cli_context_open(settings)))
		return CLI_FAILED;
	cli_report_start(&report, settings->quiet);
	if (cli_read_options(&all.reading, all.context, settings)) {
		all.limit = cli_limit(all.context, "FILE_BYTES");
		for (size_t i = 0; i < settings->operand_count; i++)
			cli_inputs_add(&inputs, settings->operands[i], &report);
		status = show(&all, settings, &inputs, &report);
		cli_inputs_finish(&inputs);
	}
	clausary_context_free(all.context);
	return status;
}
