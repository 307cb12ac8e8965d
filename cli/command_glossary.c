/* clausary glossary: of a termbase, what occurs in one document. */
#include "messages.h"
#include "setup.h"
#include "termbase.h"

#include <stdlib.h>

typedef struct selecting {
	clausary_context *context;
	const cli_settings *settings;
	const char *writer;
	cli_report report;
	cli_inputs inputs; /* the termbase and the document */
	clausary_termbase *termbase;
	clausary_document *document;
	clausary_findings *findings;
} selecting;

static bool
read_document(selecting *all, const clausary_read_options *reading)
{
	const cli_input *input = &all->inputs.items[1];
	cli_notes notes = {0};
	cli_text bytes = {0};
	clausary_context_set_sink(all->context, cli_notes_sink, &notes);
	bool good = cli_input_load(&bytes, input, cli_limit(all->context, "FILE_BYTES"), &notes);
	if (good) {
		clausary_status status = clausary_read(&all->document, all->context,
		                                       (clausary_slice){bytes.data, bytes.size},
		                                       input->name, reading);
		if (status == CLAUSARY_OK)
			status = clausary_find(&all->findings, all->context, all->document);
		good = status == CLAUSARY_OK;
		if (!good)
			cli_notes_error(&notes, input->name, "%s",
			                cli_failure(all->context, status));
	}
	clausary_context_set_sink(all->context, NULL, NULL);
	cli_text_finish(&bytes);
	cli_notes_print(&notes, &all->report, input->name);
	cli_notes_finish(&notes);
	return good;
}

static int
write_selected(selecting *all)
{
	const cli_settings *settings = all->settings;
	clausary_select_options options = {.clauses = settings->clauses,
	                                   .languages = settings->languages};
	clausary_results results = {.termbase = all->termbase};
	clausary_status status =
	        clausary_termbase_select(all->termbase, all->context, all->findings, &options);
	if (status != CLAUSARY_OK) {
		cli_report_error(&all->report, all->inputs.items[1].name, "%s",
		                 cli_failure(all->context, status));
		return CLI_FAILED;
	}
	return cli_termbase_write(all->context, all->writer, &results, settings->output,
	                          &all->inputs, &all->report);
}

static int
choose(selecting *all)
{
	const cli_settings *settings = all->settings;
	clausary_read_options reading;
	all->writer = cli_choose_writer(all->context, settings, false);
	if (!all->writer || !cli_read_options(&reading, all->context, settings))
		return CLI_FAILED;
	for (size_t i = 0; i < settings->operand_count; i++)
		cli_inputs_add(&all->inputs, settings->operands[i], &all->report);
	if (all->inputs.count != 2)
		return CLI_FAILED;
	const clausary_termbase_read_options as = {.sheet = settings->sheet};
	if (!cli_termbase_read(&all->termbase, all->context, &all->inputs.items[0], &as,
	                       &all->report)
	    || !read_document(all, &reading))
		return CLI_FAILED;
	int status = write_selected(all);
	if (status == CLI_DONE && settings->strict && all->report.warnings)
		return CLI_PROBLEMS;
	return status;
}

int
cli_glossary(const cli_settings *settings)
{
	selecting all = {.settings = settings};
	if (settings->operand_count != 2)
		return cli_usage_error(settings->command, "name a termbase, then a document");
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	int status = choose(&all);
	clausary_findings_free(all.findings);
	clausary_document_free(all.document);
	clausary_termbase_free(all.termbase);
	cli_inputs_finish(&all.inputs);
	clausary_context_free(all.context);
	return status;
}
