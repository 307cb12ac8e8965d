/* clausary diff: what two termbases say differently. */
#include "changes.h"
#include "messages.h"
#include "termbase.h"

typedef struct comparing {
	clausary_context *context;
	const cli_settings *settings;
	cli_report report;
	cli_inputs inputs;
	cli_output output;
	clausary_termbase *termbases[2];
	size_t count;
	const cli_change_report *as;
	cli_changes changes;
} comparing;

static void
tell_change(void *payload, const clausary_change *change)
{
	comparing *all = payload;
	all->as->put(&all->changes, change);
	all->changes.count++;
}

static bool
read_all(comparing *all)
{
	const cli_settings *settings = all->settings;
	clausary_termbase_read_options reading = {.format = settings->format};
	for (size_t i = 0; i < settings->operand_count; i++)
		cli_inputs_add(&all->inputs, settings->operands[i], &all->report);
	for (size_t i = 0; i < all->inputs.count && i < 2; i++, all->count++)
		if (!cli_termbase_read(&all->termbases[i], all->context, &all->inputs.items[i],
		                       &reading, &all->report))
			return false;
	return all->inputs.count == settings->operand_count;
}

static int
diff(comparing *all)
{
	const char *name = all->settings->comparison;
	all->as = cli_change_report_named(name);
	all->changes.to = (clausary_output){cli_output_write, &all->output};
	all->changes.title = cli_message("What two termbases say differently");
	if (!all->as)
		return cli_usage_error(all->settings->command, "--to %s: say text, json or html",
		                       name);
	if (!read_all(all)
	    || !cli_output_open(&all->output, all->settings->output, &all->inputs, &all->report))
		return CLI_FAILED;
	all->as->begin(&all->changes);
	clausary_termbase_compare(all->context, all->termbases[0], all->termbases[1], tell_change,
	                          all);
	all->as->end(&all->changes);
	if (!cli_output_commit(&all->output, &all->report))
		return CLI_FAILED;
	return all->changes.count ? CLI_PROBLEMS : CLI_DONE;
}

int
cli_diff(const cli_settings *settings)
{
	comparing all = {.settings = settings};
	if (settings->operand_count != 2)
		return cli_usage_error(settings->command, "name two termbases");
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	int status = diff(&all);
	for (size_t i = 0; i < all.count; i++)
		clausary_termbase_free(all.termbases[i]);
	cli_changes_finish(&all.changes);
	cli_inputs_finish(&all.inputs);
	clausary_context_free(all.context);
	return status;
}
