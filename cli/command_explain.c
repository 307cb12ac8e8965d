/* clausary explain: what speaks for each finding of a document, or why a form is none. */
#include "output.h"
#include "setup.h"

#include <stdlib.h>
#include <string.h>

/* Explain every form that is named, or everything. */
static clausary_status
explain_forms(clausary_context *context, const cli_settings *settings, cli_output *output,
              const clausary_findings *findings)
{
	clausary_output to = {cli_output_write, output};
	clausary_status status = CLAUSARY_OK;
	if (settings->operand_count == 1)
		return clausary_explain(context, &to, findings, (clausary_slice){"", 0});
	for (size_t i = 1; i < settings->operand_count && status == CLAUSARY_OK; i++) {
		const char *form = settings->operands[i];
		if (i > 1)
			cli_output_write(output, "\n", 1);
		status = clausary_explain(context, &to, findings,
		                          (clausary_slice){form, strlen(form)});
	}
	return status;
}

static clausary_status
explain_document(clausary_context *context, const cli_settings *settings, cli_output *output,
                 const cli_input *input, cli_notes *notes)
{
	cli_text bytes = {0};
	clausary_read_options reading = {0};
	clausary_document *document = NULL;
	clausary_findings *findings = NULL;
	clausary_status status = CLAUSARY_EIO;
	if (cli_read_options(&reading, context, settings)
	    && cli_input_load(&bytes, input, cli_limit(context, "FILE_BYTES"), notes)) {
		if (input->language)
			reading.language = input->language;
		status = clausary_read(&document, context, (clausary_slice){bytes.data, bytes.size},
		                       input->name, &reading);
		if (status == CLAUSARY_OK)
			status = clausary_find_with(&findings, context, document,
			                            &(clausary_find_options){.sentences = 1});
		if (status == CLAUSARY_OK)
			status = explain_forms(context, settings, output, findings);
		if (status != CLAUSARY_OK && output->cause == 0)
			cli_notes_error(notes, input->name, "%s", cli_failure(context, status));
	}
	clausary_findings_free(findings);
	clausary_document_free(document);
	cli_text_finish(&bytes);
	return status;
}

static void
put_heading(cli_output *output, const char *name, bool first)
{
	cli_text heading = {0};
	cli_text_print(&heading, "%s==> %s <==\n", first ? "" : "\n", name);
	cli_output_write(output, heading.data, heading.size);
	cli_text_finish(&heading);
}

static int
explain(clausary_context *context, const cli_settings *settings, cli_inputs *inputs,
        cli_report *report)
{
	cli_output output = {0};
	cli_notes notes = {0};
	size_t done = 0;
	if (inputs->count == 0 || !cli_share_languages(inputs, settings)
	    || !cli_output_open(&output, settings->output, inputs, report))
		return CLI_FAILED;
	clausary_context_set_sink(context, cli_notes_sink, &notes);
	for (size_t i = 0; i < inputs->count && output.cause == 0; i++) {
		const cli_input *input = &inputs->items[i];
		if (inputs->count > 1) /* of a folder */
			put_heading(&output, input->name, i == 0);
		done += explain_document(context, settings, &output, input, &notes) == CLAUSARY_OK;
		cli_notes_print(&notes, report, input->name);
		cli_notes_finish(&notes);
	}
	clausary_context_set_sink(context, NULL, NULL);
	if (done == 0 && output.cause == 0) {
		cli_output_drop(&output);
		return CLI_FAILED;
	}
	if (!cli_output_commit(&output, report))
		return CLI_FAILED;
	return report->errors || (settings->strict && report->warnings) ? CLI_PROBLEMS : CLI_DONE;
}

int
cli_explain(const cli_settings *settings)
{
	cli_report report;
	cli_inputs inputs = {0};
	if (settings->operand_count == 0)
		return cli_usage_error(settings->command,
		                       "name a document, or - for standard input");
	clausary_context *context = cli_context_open(settings);
	if (!context)
		return CLI_FAILED;
	cli_report_start(&report, settings->quiet);
	cli_inputs_add(&inputs, settings->operands[0], &report);
	int status = explain(context, settings, &inputs, &report);
	cli_inputs_finish(&inputs);
	clausary_context_free(context);
	return status;
}
