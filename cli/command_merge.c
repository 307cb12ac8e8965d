/* clausary merge: one termbase of several. */
#include "messages.h"
#include "termbase.h"

#include <stdlib.h>
#include <string.h>

typedef struct merging {
	clausary_context *context;
	const cli_settings *settings;
	const char *writer;
	cli_report report;
	cli_inputs inputs;
	clausary_termbase **termbases; /* owned until they are merged */
	size_t count;
} merging;

static void
tell(void *payload, const clausary_merge_conflict *conflict)
{
	merging *all = payload;
	cli_text name = {0};
	cli_text_add_visible(&name, conflict->entry.data, conflict->entry.size);
	cli_report_note(&all->report, CLAUSARY_NOTE, cli_text_string(&name),
	                "two values of %s %.*s, both kept: '%.*s' and '%.*s'", conflict->field,
	                (int)conflict->language.size, conflict->language.data,
	                (int)conflict->values[0].size, conflict->values[0].data,
	                (int)conflict->values[1].size, conflict->values[1].data);
	cli_text_finish(&name);
}

static bool
read_all(merging *all)
{
	const cli_settings *settings = all->settings;
	clausary_termbase_read_options reading = {
	        .format = settings->format, .columns = settings->columns, .sheet = settings->sheet};
	for (size_t i = 0; i < settings->operand_count; i++)
		cli_inputs_add(&all->inputs, settings->operands[i], &all->report);
	all->termbases = cli_resize(NULL, (all->inputs.count + 1) * sizeof *all->termbases);
	for (size_t i = 0; i < all->inputs.count; i++) {
		if (!cli_termbase_read(&all->termbases[all->count], all->context,
		                       &all->inputs.items[i], &reading, &all->report))
			return false;
		all->count++;
	}
	return all->count > 0 && all->inputs.unread == 0;
}

static int
merge(merging *all)
{
	const char *policy = all->settings->policy;
	clausary_termbase *termbase = NULL;
	clausary_merge_options options = {.conflict = tell, .payload = all};
	if (policy && strcmp(policy, "careful") != 0 && strcmp(policy, "terms") != 0)
		return cli_usage_error(all->settings->command, "--policy %s: say terms or careful",
		                       policy);
	options.careful = policy && strcmp(policy, "careful") == 0;
	all->writer = cli_choose_writer(all->context, all->settings, false);
	if (!all->writer
	    || !cli_check_name(all->context, all->settings, CLAUSARY_LIST_TERMBASE_READERS,
	                       "format", all->settings->format)
	    || !read_all(all))
		return CLI_FAILED;
	clausary_termbase_merge(&termbase, all->context, all->termbases, all->count, &options);
	all->count = 0;
	clausary_results results = {.termbase = termbase};
	int status = cli_termbase_write(all->context, all->writer, &results, all->settings->output,
	                                &all->inputs, &all->report);
	clausary_termbase_free(termbase);
	if (status == CLI_DONE && all->settings->strict && all->report.warnings)
		return CLI_PROBLEMS;
	return status;
}

int
cli_merge(const cli_settings *settings)
{
	merging all = {.settings = settings};
	if (settings->operand_count == 0)
		return cli_usage_error(settings->command,
		                       "name termbases, a folder, or - for standard input");
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	int status = merge(&all);
	for (size_t i = 0; i < all.count; i++)
		clausary_termbase_free(all.termbases[i]);
	free(all.termbases);
	cli_inputs_finish(&all.inputs);
	clausary_context_free(all.context);
	return status;
}
