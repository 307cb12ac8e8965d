/* The pipeline: read -> find -> add -> write. Threads do what stands in work(), for each document
 * on its own; the main thread does what stands in collect(), in the order of the documents. */
#include "run.h"

#include "setup.h"
#include "workers.h"

#include <stdlib.h>
#include <string.h>

enum { HELD_BYTES = 1 << 20 };

/* One document on its way. */
typedef struct job {
	const cli_plan *plan;
	const cli_input *input;
	clausary_document *document;
	clausary_findings *findings;
	/* what a writer without a termbase says, where the thread that read it may hold so much */
	cli_text written;
	bool is_written;
	cli_notes notes;
	clausary_status status;
} job;

static clausary_status
write_to_memory(void *payload, const char *data, size_t size)
{
	cli_text_add(payload, data, size);
	return CLAUSARY_OK;
}

static clausary_status
write_findings(const cli_plan *plan, clausary_context *context, const clausary_output *to,
               const clausary_findings *findings)
{
	clausary_results results = {
	        .findings = &findings, .findings_count = 1, .width = plan->width};
	return clausary_write(context, to, plan->writer, &results);
}

static clausary_status
find(job *one, clausary_context *context)
{
	const cli_plan *plan = one->plan;
	cli_text bytes = {0};
	if (!cli_input_load(&bytes, one->input, plan->limit, &one->notes)) {
		cli_text_finish(&bytes);
		return CLAUSARY_EIO;
	}
	clausary_status status =
	        clausary_read(&one->document, context, (clausary_slice){bytes.data, bytes.size},
	                      one->input->name, &plan->reading);
	one->is_written = plan->threads > 1 && bytes.size < HELD_BYTES
	                  && clausary_writer_streams(plan->writer);
	cli_text_finish(&bytes);
	if (status == CLAUSARY_OK)
		status = clausary_find(&one->findings, context, one->document);
	if (status == CLAUSARY_OK && one->is_written) {
		clausary_output to = {write_to_memory, &one->written};
		status = write_findings(plan, context, &to, one->findings);
	}
	if (status != CLAUSARY_OK)
		cli_notes_error(&one->notes, one->input->name, "%s", cli_failure(context, status));
	return status;
}

static void
work(void *payload, clausary_context *context)
{
	job *one = payload;
	clausary_context_set_sink(context, cli_notes_sink, &one->notes);
	one->status = find(one, context);
	clausary_context_set_sink(context, NULL, NULL);
}

/* The termbase or the output failed: nothing better can come of going on. */
static void
stop(cli_plan *plan, const char *name, clausary_status status)
{
	plan->broken = true;
	cli_report_error(plan->report, name, "%s", cli_failure(plan->context, status));
}

/* The same for writing; what the output itself refused is told when it ends. */
static void
check_written(cli_plan *plan, const cli_output *output, clausary_status status)
{
	if (output->cause)
		plan->broken = true;
	else if (status != CLAUSARY_OK)
		stop(plan, output->name, status);
}

static void
write_termbase(cli_plan *plan, cli_output *output, const clausary_termbase *termbase)
{
	clausary_output to = {cli_output_write, output};
	clausary_results results = {.termbase = termbase, .width = plan->width};
	plan->concepts += clausary_termbase_size(termbase);
	clausary_status status = clausary_write(plan->context, &to, plan->writer, &results);
	check_written(plan, output, status);
}

/* Write what a writer without a termbase has to say of one document. */
static void
write_stream(cli_plan *plan, cli_output *output, const job *one)
{
	clausary_output to = {cli_output_write, output};
	clausary_status status = cli_output_write(output, one->written.data, one->written.size);
	if (!one->is_written)
		status = write_findings(plan, plan->context, &to, one->findings);
	check_written(plan, output, status);
}

static void
finish_output(cli_plan *plan, cli_output *output)
{
	if (plan->broken && output->cause == 0)
		cli_output_drop(output);
	else if (!cli_output_commit(output, plan->report))
		plan->broken = true;
}

/* Write one document into a file of its own: FOLDER/NAME.SUFFIX. */
static void
write_alone(cli_plan *plan, const job *one)
{
	cli_text path = {0};
	cli_output output;
	clausary_termbase *termbase = NULL;
	cli_text_print(&path, "%s/%s.%s", plan->folder, one->input->relative,
	               clausary_writer_suffix(plan->writer));
	bool good = cli_output_make_folders(cli_text_string(&path), plan->report)
	            && cli_output_open(&output, path.data, plan->inputs, plan->report);
	cli_text_finish(&path);
	if (!good) {
		plan->broken = true;
		return;
	}
	if (clausary_writer_streams(plan->writer)) {
		write_stream(plan, &output, one);
	} else {
		clausary_status status =
		        clausary_termbase_new(&termbase, plan->context, &plan->termbase);
		if (status == CLAUSARY_OK)
			status = clausary_termbase_add(termbase, one->findings);
		if (status == CLAUSARY_OK)
			write_termbase(plan, &output, termbase);
		else
			stop(plan, one->input->name, status);
		clausary_termbase_free(termbase);
	}
	finish_output(plan, &output);
}

/* Take what one document gave; the jobs come in the order of the documents. */
static void
collect(cli_plan *plan, clausary_termbase *termbase, job *one)
{
	cli_notes notes = {0};
	clausary_context_set_sink(plan->context, cli_notes_sink, &notes);
	cli_notes_print(&one->notes, plan->report, one->input->name);
	if (one->status != CLAUSARY_OK) {
		plan->unread++;
	} else if (!plan->broken) {
		plan->done++;
		if (plan->folder)
			write_alone(plan, one);
		else if (!termbase)
			write_stream(plan, plan->output, one);
		else if ((one->status = clausary_termbase_add(termbase, one->findings))
		         != CLAUSARY_OK)
			stop(plan, one->input->name, one->status);
	}
	cli_notes_print(&notes, plan->report, one->input->name);
	clausary_context_set_sink(plan->context, NULL, NULL);
	cli_notes_finish(&notes);
	cli_notes_finish(&one->notes);
	cli_text_finish(&one->written);
	clausary_findings_free(one->findings);
	clausary_document_free(one->document);
	free(one);
}

static job *
new_job(const cli_plan *plan, const cli_input *input)
{
	job *one = cli_resize(NULL, sizeof *one);
	*one = (job){.plan = plan, .input = input};
	return one;
}

static void
run_documents(cli_plan *plan, clausary_termbase *termbase)
{
	const cli_inputs *inputs = plan->inputs;
	cli_progress *progress = &plan->report->progress;
	cli_workers *workers =
	        cli_workers_start(plan->threads, work, plan->context, plan->data_directory);
	for (size_t next = 0, taken = 0; next < inputs->count || cli_workers_held(workers);) {
		progress->name = inputs->items[taken].name;
		cli_progress_show(progress);
		if (next < inputs->count && plan->broken) {
			next = inputs->count;
		} else if (next < inputs->count && !cli_workers_full(workers)) {
			cli_workers_give(workers, new_job(plan, &inputs->items[next++]));
		} else if (cli_workers_wait(workers, 200)) {
			collect(plan, termbase, cli_workers_take(workers));
			progress->done = ++taken;
		}
	}
	cli_progress_clear(progress);
	cli_workers_stop(workers);
}

void
cli_run(cli_plan *plan)
{
	clausary_termbase *termbase = NULL;
	bool streams = clausary_writer_streams(plan->writer) != 0;
	if (!plan->folder && !streams) {
		clausary_status status =
		        clausary_termbase_new(&termbase, plan->context, &plan->termbase);
		if (status != CLAUSARY_OK)
			stop(plan, NULL, status);
	}
	if (!plan->broken)
		run_documents(plan, termbase);
	if (plan->output) {
		cli_notes notes = {0};
		clausary_context_set_sink(plan->context, cli_notes_sink, &notes);
		if (termbase && plan->done && !plan->broken)
			write_termbase(plan, plan->output, termbase);
		cli_notes_print(&notes, plan->report, NULL);
		cli_notes_finish(&notes);
		clausary_context_set_sink(plan->context, NULL, NULL);
		if (plan->done)
			finish_output(plan, plan->output);
		else
			cli_output_drop(plan->output);
	}
	clausary_termbase_free(termbase);
}
