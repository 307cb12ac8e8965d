/* clausary check: read and find, tell versions, check, report. */
#include "held.h"
#include "messages.h"
#include "output.h"
#include "setup.h"
#include "termbase.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const levels[] = {"note", "warning", "error"};
enum { LEVELS = sizeof levels / sizeof *levels };

typedef struct checking {
	clausary_context *context;
	clausary_read_options reading;
	clausary_check_options options;
	clausary_report_options style;
	clausary_level fail_on;
	const cli_settings *settings;
	cli_inputs inputs;
	cli_report report;
	cli_held held;
	const char **paths; /* of the documents held, borrowed from the inputs */
	cli_text house;     /* a house style of the user's own */
	clausary_termbase *authority;
	size_t limit;
} checking;

/* The level of an option, or `otherwise` where it was not given. Fails: false after a message. */
static bool
read_level(const cli_settings *settings, const char *option, const char *name,
           clausary_level otherwise, clausary_level *level)
{
	*level = otherwise;
	for (size_t i = 0; name && i < LEVELS; i++)
		if (strcmp(name, levels[i]) == 0) {
			*level = (clausary_level)i;
			return true;
		}
	if (name)
		cli_usage_error(settings->command, "--%s %s: say note, warning or error", option,
		                name);
	return !name;
}

/* Load a file that an option names. Fails: false after a message. */
static bool
load_file(checking *all, cli_text *bytes, const char *path)
{
	cli_notes notes = {0};
	cli_inputs inputs = {0};
	cli_inputs_add(&inputs, path, &all->report);
	bool good =
	        inputs.count == 1 && cli_input_load(bytes, &inputs.items[0], all->limit, &notes);
	cli_notes_print(&notes, &all->report, path);
	cli_notes_finish(&notes);
	cli_inputs_finish(&inputs);
	return good;
}

/* A house style is a name of the list, or a file. */
static bool
read_house(checking *all)
{
	const char *house = all->settings->house;
	all->options.house = house;
	if (!house || !strpbrk(house, "./"))
		return cli_check_name(all->context, all->settings, CLAUSARY_LIST_HOUSES, "house",
		                      house);
	if (!load_file(all, &all->house, house))
		return false;
	all->options.house_text = (clausary_slice){all->house.data, all->house.size};
	return true;
}

/* The terms that hold, where a termbase is named. */
static bool
read_authority(checking *all)
{
	cli_inputs inputs = {0};
	const clausary_termbase_read_options options = {0};
	const char *path = all->settings->authority;
	bool good = true;
	if (path) {
		cli_inputs_add(&inputs, path, &all->report);
		good = inputs.count == 1
		       && cli_termbase_read(&all->authority, all->context, &inputs.items[0],
		                            &options, &all->report);
		all->options.authority = all->authority;
		cli_inputs_finish(&inputs);
	}
	return good;
}

static bool
read_document(checking *all, const cli_input *input, cli_notes *notes)
{
	cli_text bytes = {0};
	clausary_document *document = NULL;
	clausary_findings *findings = NULL;
	clausary_read_options reading = all->reading;
	if (!cli_input_load(&bytes, input, all->limit, notes)) {
		cli_text_finish(&bytes);
		return false;
	}
	if (input->language)
		reading.language = input->language;
	clausary_status status =
	        clausary_read(&document, all->context, (clausary_slice){bytes.data, bytes.size},
		              input->name, &reading);
	cli_text_finish(&bytes);
	if (status == CLAUSARY_OK)
		status = clausary_find(&findings, all->context, document);
	if (status == CLAUSARY_OK) {
		cli_held_add(&all->held, input->name, document, findings);
		all->paths = cli_resize(all->paths, all->held.count * sizeof *all->paths);
		all->paths[all->held.count - 1] = input->path ? input->path : input->name;
		return true;
	}
	cli_notes_error(notes, input->name, "%s", cli_failure(all->context, status));
	clausary_document_free(document);
	return false;
}

static void
read_documents(checking *all)
{
	cli_notes notes = {0};
	clausary_context_set_sink(all->context, cli_notes_sink, &notes);
	for (size_t i = 0; i < all->inputs.count; i++) {
		const cli_input *input = &all->inputs.items[i];
		all->inputs.unread += !read_document(all, input, &notes);
		cli_notes_print(&notes, &all->report, input->name);
		cli_notes_finish(&notes);
	}
	clausary_context_set_sink(all->context, NULL, NULL);
}

/* The exit status that the issues call for. */
static int
judge(const checking *all, const clausary_issues *issues)
{
	size_t count;
	const clausary_issue *items = clausary_issues_items(issues, &count);
	for (size_t i = 0; i < count; i++)
		if (items[i].level >= all->fail_on && items[i].state == CLAUSARY_ISSUE_NEW)
			return CLI_PROBLEMS;
	return all->inputs.unread || all->report.errors ? CLI_PROBLEMS : CLI_DONE;
}

/* Read a file of suppressions, of one document or of all. */
static void
suppress(checking *all, clausary_issues *issues, uint32_t document, const char *path)
{
	cli_text bytes = {0};
	cli_notes notes = {0};
	if (load_file(all, &bytes, path)) {
		clausary_context_set_sink(all->context, cli_notes_sink, &notes);
		clausary_issues_suppress(issues, all->context, document,
		                         (clausary_slice){bytes.data, bytes.size}, path);
		clausary_context_set_sink(all->context, NULL, NULL);
	}
	cli_notes_print(&notes, &all->report, path);
	cli_notes_finish(&notes);
	cli_text_finish(&bytes);
}

/* Mark what is known from before and what a person has said will stay: by the options, and by a
 * file beside each document. Fails: false after a message. */
static bool
mark(checking *all, clausary_issues *issues)
{
	cli_text beside = {0}, baseline = {0};
	bool good = true;
	if (all->settings->suppressions)
		suppress(all, issues, CLAUSARY_NONE, all->settings->suppressions);
	for (size_t i = 0; i < all->held.count; i++) {
		beside.size = 0;
		cli_text_print(&beside, "%s.suppressions", all->paths[i]);
		if (access(cli_text_string(&beside), R_OK) == 0)
			suppress(all, issues, (uint32_t)i, beside.data);
	}
	if (all->settings->baseline) {
		good = load_file(all, &baseline, all->settings->baseline);
		clausary_issues_compare(issues, (clausary_slice){baseline.data, baseline.size});
		all->style.compared = true;
	}
	cli_text_finish(&beside);
	cli_text_finish(&baseline);
	return good;
}

static int
write_report(checking *all, const clausary_issues *issues)
{
	cli_output output;
	const cli_settings *settings = all->settings;
	if (!cli_output_open(&output, settings->output, &all->inputs, &all->report))
		return CLI_FAILED;
	clausary_output to = {cli_output_write, &output};
	all->style.colour = isatty(output.file) && !getenv("NO_COLOR");
	clausary_status status =
	        clausary_write_issues(all->context, &to, settings->report, issues, &all->style);
	if (status != CLAUSARY_OK && output.cause == 0) {
		cli_report_error(&all->report, output.name, "%s",
		                 cli_failure(all->context, status));
		cli_output_drop(&output);
		return CLI_FAILED;
	}
	return cli_output_commit(&output, &all->report) ? judge(all, issues) : CLI_FAILED;
}

/* Check what was read, of which there is something. */
static int
check_documents(checking *all)
{
	size_t count = all->held.count;
	uint32_t *groups = cli_resize(NULL, count * sizeof *groups);
	const clausary_findings **findings = cli_resize(NULL, count * sizeof *findings);
	clausary_issues *issues = NULL;
	clausary_status status = CLAUSARY_OK;
	int result = CLI_FAILED;
	for (size_t i = 0; i < count; i++) {
		groups[i] = 0;
		findings[i] = all->held.items[i].findings;
	}
	if (!all->settings->versions)
		status = clausary_group_versions(all->context, findings, count, groups);
	all->options.groups = groups;
	if (status == CLAUSARY_OK)
		status = clausary_check(&issues, all->context, findings, count, &all->options);
	all->style.paths = all->paths;
	if (status == CLAUSARY_OK)
		result = mark(all, issues) ? write_report(all, issues) : CLI_FAILED;
	else
		cli_report_error(&all->report, NULL, "%s", cli_failure(all->context, status));
	clausary_issues_free(issues);
	free(findings);
	free(groups);
	return result;
}

static int
check(checking *all)
{
	const cli_settings *settings = all->settings;
	for (size_t i = 0; i < settings->operand_count; i++)
		cli_inputs_add(&all->inputs, settings->operands[i], &all->report);
	if (all->inputs.count == 0 || !cli_share_languages(&all->inputs, settings))
		return CLI_FAILED;
	read_documents(all);
	return all->held.count ? check_documents(all) : CLI_FAILED;
}

int
cli_check(const cli_settings *settings)
{
	checking all = {.settings = settings, .options = {.rules = settings->rules}};
	int status = CLI_FAILED;
	if (settings->operand_count == 0)
		return cli_usage_error(settings->command,
		                       "name a document, a folder, or - for standard input");
	if (!read_level(settings, "fail-on", settings->fail_on, CLAUSARY_ERROR, &all.fail_on)
	    || !read_level(settings, "level", settings->level, CLAUSARY_NOTE, &all.style.least)
	    || !(all.context = cli_context_open(settings)))
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	all.limit = cli_limit(all.context, "FILE_BYTES");
	if (cli_read_options(&all.reading, all.context, settings) && read_house(&all)
	    && read_authority(&all)
	    && cli_check_name(all.context, settings, CLAUSARY_LIST_REPORTS, "to", settings->report))
		status = check(&all);
	cli_held_finish(&all.held);
	cli_inputs_finish(&all.inputs);
	clausary_termbase_free(all.authority);
	cli_text_finish(&all.house);
	free(all.paths);
	clausary_context_free(all.context);
	return status;
}
