/* The pipeline: read -> find -> align -> add -> write. Threads do what stands in work(), for each
 * document on its own; the main thread does what stands in collect(), in the order of the
 * documents. What goes into one termbase is held until HELD_TEXT bytes of text are together: among
 * those, language versions of one document are told and aligned. */
#include "run.h"

#include "held.h"
#include "setup.h"
#include "termbase.h"
#include "workers.h"

#include <stdlib.h>
#include <string.h>

enum {
	WRITTEN_AHEAD = 1 << 20, /* bytes of a document that a thread may write before its turn */
	HELD_TEXT = 4 << 20 /* and the last document's versions; memory: up to eight times that */
};

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

/* What becomes of all documents. */
typedef struct collection {
	cli_plan *plan;
	clausary_termbase *termbase; /* NULL: each is written as it comes */
	cli_held held;
} collection;

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
	clausary_read_options reading = plan->reading;
	if (one->input->language)
		reading.language = one->input->language;
	if (!cli_input_load(&bytes, one->input, plan->limit, &one->notes)) {
		cli_text_finish(&bytes);
		return CLAUSARY_EIO;
	}
	reading.release = free;
	clausary_status status =
	        clausary_read(&one->document, context, (clausary_slice){bytes.data, bytes.size},
		              one->input->name, &reading);
	one->is_written = plan->threads > 1 && bytes.size < WRITTEN_AHEAD
	                  && clausary_writer_streams(plan->writer);
	if (status == CLAUSARY_OK)
		status = clausary_find_with(&one->findings, context, one->document, &plan->finding);
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
	clausary_results results = {.termbase = termbase,
	                            .width = plan->width,
	                            .source_language = plan->source_language,
	                            .target_language = plan->target_language};
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

/* Write the termbase into a file beside the output. */
static void
write_beside(cli_plan *plan, const char *path, const char *writer, const clausary_results *results)
{
	cli_output output;
	clausary_output to = {cli_output_write, &output};
	if (plan->broken)
		return;
	if (!cli_output_make_folders(path, plan->report)
	    || !cli_output_open(&output, path, plan->inputs, plan->report)) {
		plan->broken = true;
		return;
	}
	check_written(plan, &output, clausary_write(plan->context, &to, writer, results));
	finish_output(plan, &output);
}

/* Whether a file is wanted for these two languages. */
static bool
is_pair_wanted(const cli_plan *plan, const char *source, const char *target)
{
	return strcmp(source, target) != 0
	       && (!plan->source_language
	           || (strcmp(plan->source_language, source) == 0
	               && strcmp(plan->target_language, target) == 0));
}

/* FOLDER/en-fr.tsv for every two languages, or for the two asked for. */
static void
write_pairs(cli_plan *plan, const clausary_termbase *termbase)
{
	clausary_results results = {.termbase = termbase};
	const char **source = &results.source_language, **target = &results.target_language;
	size_t files = 0;
	plan->concepts += clausary_termbase_size(termbase);
	for (size_t i = 0; (*source = clausary_termbase_language(termbase, i)); i++)
		for (size_t j = 0; (*target = clausary_termbase_language(termbase, j)); j++) {
			cli_text path = {0};
			if (!is_pair_wanted(plan, *source, *target))
				continue;
			files++;
			cli_text_print(&path, "%s/%s-%s.%s", plan->folder, *source, *target,
			               clausary_writer_suffix(plan->writer));
			write_beside(plan, cli_text_string(&path), plan->writer, &results);
			cli_text_finish(&path);
		}
	if (files)
		return;
	cli_report_error(plan->report, NULL, "the entries have no terms in two languages%s",
	                 plan->source_language ? " of --pair" : "");
	plan->broken = true;
}

/* What stands in files of its own: pairs of languages, doubts. */
static void
write_rest(cli_plan *plan, const clausary_termbase *termbase)
{
	clausary_results results = {.termbase = termbase};
	if (plan->folder)
		write_pairs(plan, termbase);
	if (plan->doubts)
		write_beside(plan, plan->doubts, "doubts", &results);
	if (plan->record
	    && cli_record_write(plan->context, termbase, plan->record, plan->report) != CLI_DONE)
		plan->broken = true;
}

/* Write one document into a file of its own: FOLDER/NAME.SUFFIX. */
static void
write_alone(cli_plan *plan, const job *one)
{
	cli_text path = {0};
	cli_output output;
	clausary_termbase *termbase = NULL;
	bool slash = plan->folder[strlen(plan->folder) - 1] == '/';
	cli_text_print(&path, "%s%s%s.%s", plan->folder, slash ? "" : "/", one->input->relative,
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

/* A file that cannot be written is the fault of that one: the others are done all the same. */
static void
write_one_of_many(cli_plan *plan, const job *one)
{
	write_alone(plan, one);
	if (plan->broken) {
		plan->broken = false;
		plan->done--;
		plan->failed++;
	}
}

/* Add the documents of one group to the termbase. */
static clausary_status
add_group(void *payload, const char *const *names, const clausary_findings *const *findings,
          size_t count)
{
	collection *all = payload;
	clausary_alignment *alignment = NULL;
	(void)names;
	if (count == 1)
		return clausary_termbase_add(all->termbase, findings[0]);
	clausary_status status = clausary_align(&alignment, all->plan->context, findings, count);
	if (status == CLAUSARY_OK)
		status = clausary_termbase_add_versions(all->termbase, findings, count, alignment);
	clausary_alignment_free(alignment);
	return status;
}

/* Add what is held to the termbase: every group, or all but that of the last document, of which
 * more versions may come. */
static void
add_held(collection *all, bool everything)
{
	cli_plan *plan = all->plan;
	cli_notes notes = {0};
	if (plan->broken)
		return;
	clausary_context_set_sink(plan->context, cli_notes_sink, &notes);
	clausary_status status = cli_held_groups(&all->held, plan->context, plan->versions,
	                                         everything, add_group, all);
	clausary_context_set_sink(plan->context, NULL, NULL);
	cli_notes_print(&notes, plan->report, NULL);
	cli_notes_finish(&notes);
	if (status != CLAUSARY_OK)
		stop(plan, NULL, status);
}

/* Hold a document until its versions are known. */
static void
hold(collection *all, job *one)
{
	cli_held_add(&all->held, one->input->name, one->document, one->findings);
	one->document = NULL;
	one->findings = NULL;
}

/* Take what one document gave; the jobs come in the order of the documents. */
static void
collect(collection *all, job *one)
{
	cli_plan *plan = all->plan;
	cli_notes notes = {0};
	clausary_context_set_sink(plan->context, cli_notes_sink, &notes);
	cli_notes_print(&one->notes, plan->report, one->input->name);
	if (one->status != CLAUSARY_OK) {
		plan->failed++;
	} else if (!plan->broken) {
		plan->done++;
		if (plan->folder && !all->termbase)
			write_one_of_many(plan, one);
		else if (!all->termbase)
			write_stream(plan, plan->output, one);
		else
			hold(all, one);
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
run_documents(collection *all)
{
	cli_plan *plan = all->plan;
	const cli_inputs *inputs = plan->inputs;
	cli_progress *progress = &plan->report->progress;
	cli_workers *workers = cli_workers_start(plan->threads, work, plan->context);
	for (size_t next = 0, taken = 0; next < inputs->count || cli_workers_held(workers);) {
		progress->name = inputs->items[taken].name;
		cli_progress_show(progress);
		if (next < inputs->count && plan->broken) {
			next = inputs->count;
		} else if (next < inputs->count && !cli_workers_full(workers)) {
			cli_workers_give(workers, new_job(plan, &inputs->items[next++]));
		} else if (cli_workers_wait(workers, 200)) {
			collect(all, cli_workers_take(workers));
			if (all->held.bytes > HELD_TEXT)
				add_held(all, false);
			progress->done = ++taken;
		}
	}
	add_held(all, true);
	cli_held_finish(&all->held);
	cli_progress_clear(progress);
	cli_workers_stop(workers);
}

uint32_t
cli_sentences(const char *writer)
{
	return strcmp(writer, "jsonl-evidence") == 0 ? 2 : 1;
}

void
cli_run(cli_plan *plan)
{
	collection all = {.plan = plan};
	cli_notes notes = {0};
	bool streams = clausary_writer_streams(plan->writer) != 0;
	if (streams)
		plan->finding.sentences = cli_sentences(plan->writer);
	if (!streams && (!plan->folder || clausary_writer_pairs(plan->writer))) {
		clausary_status status =
		        clausary_termbase_new(&all.termbase, plan->context, &plan->termbase);
		if (status != CLAUSARY_OK)
			stop(plan, NULL, status);
	}
	if (!plan->broken)
		run_documents(&all);
	if (plan->output) {
		clausary_context_set_sink(plan->context, cli_notes_sink, &notes);
		if (all.termbase && plan->done && !plan->broken)
			write_termbase(plan, plan->output, all.termbase);
		cli_notes_print(&notes, plan->report, NULL);
		cli_notes_finish(&notes);
		clausary_context_set_sink(plan->context, NULL, NULL);
		if (plan->done)
			finish_output(plan, plan->output);
		else
			cli_output_drop(plan->output);
	}
	if (all.termbase && plan->done && !plan->broken)
		write_rest(plan, all.termbase);
	if (plan->termbase_made && plan->done && !plan->broken) {
		*plan->termbase_made = all.termbase;
		all.termbase = NULL;
	}
	clausary_termbase_free(all.termbase);
}
