/* clausary diff and clausary update: what two termbases say differently, and a new run with what a
 * person has decided. */
#include "changes.h"
#include "messages.h"
#include "termbase.h"

enum { MOST = 3 };

typedef struct comparing {
	clausary_context *context;
	const cli_settings *settings;
	cli_report report;
	cli_inputs inputs;
	cli_output output;
	clausary_termbase *termbases[MOST];
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
	for (size_t i = 0; i < all->inputs.count && i < MOST; i++, all->count++)
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
	all->changes.output = &all->output;
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

static void
tell_conflict(void *payload, const clausary_merge_conflict *conflict)
{
	comparing *all = payload;
	cli_text name = {0};
	cli_text_add_visible(&name, conflict->entry.data, conflict->entry.size);
	cli_report_note(&all->report, CLAUSARY_WARNING, cli_text_string(&name),
	                "%s %.*s: yours is '%.*s', the new run says '%.*s'", conflict->field,
	                (int)conflict->language.size, conflict->language.data,
	                (int)conflict->values[0].size, conflict->values[0].data,
	                (int)conflict->values[1].size, conflict->values[1].data);
	cli_text_finish(&name);
}

static int
update(comparing *all)
{
	const cli_settings *settings = all->settings;
	clausary_merge_options options = {.conflict = tell_conflict, .payload = all};
	clausary_termbase *updated = NULL;
	clausary_update_counts counts;
	const char *writer = cli_choose_writer(all->context, settings, false);
	if (!writer || !read_all(all))
		return CLI_FAILED;
	clausary_termbase_update(&updated, all->context, all->termbases[0], all->termbases[1],
	                         all->termbases[2], &options, &counts);
	all->count = 0;
	cli_report_note(&all->report, CLAUSARY_NOTE, NULL,
	                "entries new: %u, withdrawn: %u, left out again because you took them "
	                "out: %u; decisions of yours kept: %u; conflicts: %u",
	                counts.added, counts.withdrawn, counts.rejected, counts.kept,
	                counts.conflicts);
	clausary_results results = {.termbase = updated};
	/* the person's file may be the output: everything of it is read by now */
	int status = cli_termbase_write(all->context, writer, &results, settings->output, NULL,
	                                &all->report);
	clausary_termbase_free(updated);
	return status == CLI_DONE && counts.conflicts ? CLI_PROBLEMS : status;
}

static int
run(const cli_settings *settings, int (*work)(comparing *))
{
	comparing all = {.settings = settings};
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	int status = work(&all);
	for (size_t i = 0; i < all.count; i++)
		clausary_termbase_free(all.termbases[i]);
	cli_text_finish(&all.changes.entry);
	cli_inputs_finish(&all.inputs);
	clausary_context_free(all.context);
	return status;
}

int
cli_diff(const cli_settings *settings)
{
	if (settings->operand_count != 2)
		return cli_usage_error(settings->command, "name two termbases");
	return run(settings, diff);
}

int
cli_update(const cli_settings *settings)
{
	if (settings->operand_count != 3)
		return cli_usage_error(settings->command,
		                       "name three termbases: the last run, yours, the new run");
	return run(settings, update);
}
