/* clausary show: one stage of the work on a document, for people and tests. */
#include "held.h"
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
	size_t held;   /* documents that are to be lined up */
	bool versions; /* all documents are versions of one */
} showing;

static clausary_status
read_document(showing *all, const cli_input *input, cli_notes *notes, clausary_document **document)
{
	cli_text bytes = {0};
	clausary_read_options reading = all->reading;
	if (!cli_input_load(&bytes, input, all->limit, notes)) {
		cli_text_finish(&bytes);
		return CLAUSARY_EIO;
	}
	if (input->language)
		reading.language = input->language;
	clausary_status status =
	        clausary_read(document, all->context, (clausary_slice){bytes.data, bytes.size},
		              input->name, &reading);
	cli_text_finish(&bytes);
	if (status != CLAUSARY_OK)
		cli_notes_error(notes, input->name, "%s", cli_failure(all->context, status));
	return status;
}

static void
put_heading(showing *all, const char *names)
{
	cli_text heading = {0};
	cli_text_print(&heading, "%s==> %s <==\n", all->done ? "\n" : "", names);
	cli_output_write(&all->output, heading.data, heading.size);
	cli_text_finish(&heading);
}

static bool
show_document(showing *all, const cli_input *input, bool named, cli_notes *notes)
{
	clausary_document *document = NULL;
	clausary_output to = {cli_output_write, &all->output};
	if (read_document(all, input, notes, &document) != CLAUSARY_OK)
		return false;
	if (named)
		put_heading(all, input->name);
	clausary_status status = clausary_show(all->context, &to, all->stage, document);
	if (status != CLAUSARY_OK && all->output.cause == 0)
		cli_notes_error(notes, input->name, "%s", cli_failure(all->context, status));
	clausary_document_free(document);
	all->done += status == CLAUSARY_OK;
	return status == CLAUSARY_OK;
}

static bool
hold_document(showing *all, cli_held *held, const cli_input *input, cli_notes *notes)
{
	clausary_document *document = NULL;
	clausary_findings *findings;
	if (read_document(all, input, notes, &document) != CLAUSARY_OK)
		return false;
	clausary_status status = clausary_find(&findings, all->context, document);
	if (status == CLAUSARY_OK) {
		cli_held_add(held, input->name, document, findings);
		return true;
	}
	cli_notes_error(notes, input->name, "%s", cli_failure(all->context, status));
	clausary_document_free(document);
	return false;
}

/* Line up the documents of one group and print their rows. */
static clausary_status
show_group(void *payload, const char *const *names, const clausary_findings *const *findings,
           size_t count)
{
	showing *all = payload;
	clausary_alignment *alignment = NULL;
	clausary_output to = {cli_output_write, &all->output};
	cli_text heading = {0};
	clausary_status status = clausary_align(&alignment, all->context, findings, count);
	if (status != CLAUSARY_OK)
		return status;
	for (size_t i = 0; i < count; i++)
		cli_text_print(&heading, "%s%s", i ? ", " : "", names[i]);
	if (all->done || count < all->held)
		put_heading(all, cli_text_string(&heading));
	cli_text_finish(&heading);
	status = clausary_show_alignment(all->context, &to, alignment);
	clausary_alignment_free(alignment);
	all->done += count;
	return status;
}

static void
show_groups(showing *all, cli_held *held, cli_notes *notes)
{
	all->held = held->count;
	clausary_status status =
	        cli_held_groups(held, all->context, all->versions, true, show_group, all);
	if (status != CLAUSARY_OK && all->output.cause == 0)
		cli_notes_error(notes, NULL, "%s", cli_failure(all->context, status));
}

/* Show the stage of every document, or hold the document when its stage is that of several; returns
 * how many could not be read. */
static size_t
show_all(showing *all, const cli_inputs *inputs, cli_report *report)
{
	size_t unread = 0;
	bool together = strcmp(all->stage, "alignment") == 0;
	cli_held held = {0};
	cli_notes notes = {0};
	for (size_t i = 0; i < inputs->count && all->output.cause == 0; i++) {
		const cli_input *input = &inputs->items[i];
		clausary_context_set_sink(all->context, cli_notes_sink, &notes);
		unread += together ? !hold_document(all, &held, input, &notes)
		                   : !show_document(all, input, inputs->count > 1, &notes);
		cli_notes_print(&notes, report, input->name);
		cli_notes_finish(&notes);
	}
	if (held.count)
		show_groups(all, &held, &notes);
	clausary_context_set_sink(all->context, NULL, NULL);
	cli_notes_print(&notes, report, NULL);
	cli_notes_finish(&notes);
	cli_held_finish(&held);
	return unread;
}

static int
show(showing *all, const cli_settings *settings, cli_inputs *inputs, cli_report *report)
{
	if (inputs->count == 0 || !cli_share_languages(inputs, settings)
	    || !cli_output_open(&all->output, settings->output, inputs, report))
		return CLI_FAILED;
	size_t unread = inputs->unread + show_all(all, inputs, report);
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
	static const char *const stages[] = {"text",   "blocks",   "clauses",
	                                     "tokens", "findings", "alignment"};
	enum { STAGES = sizeof stages / sizeof *stages };
	for (size_t i = 0; i < STAGES; i++)
		if (strcmp(stages[i], stage) == 0)
			return true;
	const char *nearest = cli_nearest(stage, stages, STAGES);
	cli_usage_error(
	        settings->command,
	        "--stage %s: say text, blocks, clauses, tokens, findings or alignment%s%s%s", stage,
	        nearest ? "; did you mean " : "", nearest ? nearest : "", nearest ? "?" : "");
	return false;
}

int
cli_show(const cli_settings *settings)
{
	cli_report report;
	cli_inputs inputs = {0};
	showing all = {.stage = settings->stage ? settings->stage : "clauses",
	               .versions = settings->versions};
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
