/* clausary extract: what the options say becomes a plan; run.c carries it out. */
#include "messages.h"
#include "run.h"
#include "setup.h"
#include "termbase.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Whether the output is a folder: it exists, or its name says so. */
static bool
is_folder(const char *path)
{
	struct stat status;
	if (!path || !path[0] || strcmp(path, "-") == 0)
		return false;
	return path[strlen(path) - 1] == '/'
	       || (stat(path, &status) == 0 && S_ISDIR(status.st_mode));
}

static int
compare_relative(const void *a, const void *b)
{
	const cli_input *const *left = a, *const *right = b;
	return strcmp((*left)->relative, (*right)->relative);
}

/* Two documents must not be written into one file. */
static bool
check_distinct(const cli_inputs *inputs, cli_report *report)
{
	const cli_input **sorted = cli_resize(NULL, inputs->count * sizeof *sorted);
	bool distinct = true;
	for (size_t i = 0; i < inputs->count; i++)
		sorted[i] = &inputs->items[i];
	qsort(sorted, inputs->count, sizeof *sorted, compare_relative);
	for (size_t i = 1; distinct && i < inputs->count; i++) {
		if (strcmp(sorted[i - 1]->relative, sorted[i]->relative) != 0)
			continue;
		cli_report_error(report, sorted[i]->name,
		                 "would be written into the same file as %s; use two runs",
		                 sorted[i - 1]->name);
		distinct = false;
	}
	free(sorted);
	return distinct;
}

/* A result of an earlier run that lies in a folder to read is no document, unless it may be one:
 * then cli_output_open() refuses. */
static void
leave_out_result(cli_inputs *inputs, const cli_plan *plan, const char *path)
{
	struct stat status;
	const char *suffix = clausary_writer_suffix(plan->writer);
	if (!path || !suffix || strcmp(suffix, "txt") == 0 || strcmp(suffix, "html") == 0
	    || stat(path, &status) != 0)
		return;
	for (size_t i = 0; i < inputs->count; i++) {
		cli_input *input = &inputs->items[i];
		const char *dot = strrchr(input->relative, '.');
		if (!input->found || input->device != status.st_dev
		    || input->number != status.st_ino || !dot || strcmp(dot + 1, suffix) != 0)
			continue;
		cli_report_note(plan->report, CLAUSARY_NOTE, input->name,
		                "left out: it is the output");
		free(input->path);
		free(input->name);
		free(input->relative);
		memmove(input, input + 1, (--inputs->count - i) * sizeof *input);
		return;
	}
}

static void
summarize(const cli_plan *plan, const cli_settings *settings)
{
	const cli_report *report = plan->report;
	if (settings->quiet || plan->done + plan->failed < 2 || !isatty(STDERR_FILENO))
		return;
	fprintf(stderr, cli_message("documents done: %zu"), plan->done);
	if (plan->failed)
		fprintf(stderr, cli_message("; failed: %zu"), plan->failed);
	if (report->warnings)
		fprintf(stderr, cli_message("; warnings: %zu"), report->warnings);
	if (!plan->broken && plan->concepts)
		fprintf(stderr, cli_message("; entries: %zu"), plan->concepts);
	fputc('\n', stderr);
}

/* What was generated is kept where it is asked for, and where it was kept before: else it would say
 * of another termbase what people have changed. */
static const char *
record_beside(const cli_settings *settings)
{
	if (!settings->output || !cli_output_is_file(settings->output))
		return NULL;
	char *path = cli_record_path(settings->output);
	bool wanted = settings->record || access(path, F_OK) == 0;
	free(path);
	return wanted ? settings->output : NULL;
}

/* Open the output and run; returns the exit status. */
static int
extract(cli_plan *plan, const cli_settings *settings)
{
	cli_output output;
	cli_report *report = plan->report;
	bool folder = is_folder(settings->output);
	for (size_t i = 0; i < settings->operand_count; i++)
		cli_inputs_add(plan->inputs, settings->operands[i], report);
	if (!folder)
		leave_out_result(plan->inputs, plan, settings->output);
	plan->failed = plan->inputs->unread;
	plan->threads = cli_jobs(settings, plan->inputs->count);
	if (plan->threads == 0 || plan->inputs->count == 0
	    || !cli_share_languages(plan->inputs, settings))
		return CLI_FAILED;
	if (folder) {
		plan->folder = settings->output;
		if (!check_distinct(plan->inputs, report))
			return CLI_FAILED;
	} else {
		plan->record = record_beside(settings);
		if (!cli_output_open(&output, settings->output, plan->inputs, report))
			return CLI_FAILED;
		plan->output = &output;
		plan->width = cli_terminal_width(output.file);
	}
	bool shared = clausary_writer_streams(plan->writer) && !folder && isatty(STDOUT_FILENO);
	cli_progress_start(&report->progress, isatty(STDERR_FILENO) && !settings->quiet && !shared,
	                   plan->inputs->count);
	cli_run(plan);
	summarize(plan, settings);
	if (plan->broken || plan->done == 0)
		return CLI_FAILED;
	return plan->failed || report->errors || (settings->strict && report->warnings)
	               ? CLI_PROBLEMS
		       : CLI_DONE;
}

static int
check_settings(const cli_settings *settings)
{
	size_t standard_input = 0;
	if (settings->operand_count == 0)
		return cli_usage_error(settings->command,
		                       "name a document, a folder, or - for standard input");
	for (size_t i = 0; i < settings->operand_count; i++)
		standard_input += strcmp(settings->operands[i], "-") == 0;
	if (settings->record
	    && (!settings->output || is_folder(settings->output)
	        || !cli_output_is_file(settings->output)))
		return cli_usage_error(settings->command,
		                       "--record keeps something beside one file: name it with -o");
	if (standard_input > 1)
		return cli_usage_error(settings->command, "- can be read only once");
	return CLI_DONE;
}

/* "en,fr", which is cut at its comma. */
static bool
read_pair(cli_plan *plan, const cli_settings *settings, char *pair)
{
	char *comma = pair ? strchr(pair, ',') : NULL;
	if (!pair)
		return true;
	if (!comma || comma == pair || !comma[1] || strchr(comma + 1, ','))
		cli_usage_error(settings->command, "--pair %s: say two languages, as in en,fr",
		                pair);
	else if (!clausary_writer_pairs(plan->writer))
		cli_usage_error(
		        settings->command,
		        "--pair is for writers of two languages (tsv, tsv-comment, utx, tbx-flat), "
		        "not for %s",
		        plan->writer);
	else {
		*comma = '\0';
		plan->source_language = pair;
		plan->target_language = comma + 1;
	}
	return plan->source_language != NULL;
}

/* Doubts are those of all documents together. */
static bool
check_doubts(const cli_plan *plan, const cli_settings *settings)
{
	bool apart = is_folder(settings->output) && !clausary_writer_pairs(plan->writer);
	if (!settings->doubts || (!apart && !clausary_writer_streams(plan->writer)))
		return true;
	cli_usage_error(settings->command,
	                "--doubts goes with one glossary of all documents, not with a folder, nor "
	                "with findings");
	return false;
}

int
cli_extract(const cli_settings *settings)
{
	cli_report report;
	cli_inputs inputs = {0};
	cli_plan plan = {.termbase = {.title = settings->title,
	                              .reference = settings->reference,
	                              .subject = settings->subject,
	                              .languages = settings->languages,
	                              .language_map = settings->language_map},
	                 .doubts = settings->doubts,
	                 .finding = {.sentences = settings->sentences},
	                 .versions = settings->versions,
	                 .inputs = &inputs,
	                 .report = &report};
	if (cli_jobs(settings, 0) == 0)
		return CLI_FAILED;
	if (settings->stream)
		return cli_stream(settings);
	if (check_settings(settings) != CLI_DONE)
		return CLI_FAILED;
	plan.context = cli_context_open(settings);
	if (!plan.context)
		return CLI_FAILED;
	int status = CLI_FAILED;
	cli_report_start(&report, settings->quiet);
	plan.limit = cli_limit(plan.context, "FILE_BYTES");
	plan.writer = cli_choose_writer(plan.context, settings, is_folder(settings->output));
	char *pair = settings->pair ? cli_copy(settings->pair, strlen(settings->pair)) : NULL;
	if (plan.writer && read_pair(&plan, settings, pair) && check_doubts(&plan, settings)
	    && cli_read_options(&plan.reading, plan.context, settings)
	    && cli_check_name(plan.context, settings, CLAUSARY_LIST_REFERENCES, "reference",
	                      settings->reference))
		status = extract(&plan, settings);
	free(pair);
	cli_inputs_finish(&inputs);
	clausary_context_free(plan.context);
	return status;
}
