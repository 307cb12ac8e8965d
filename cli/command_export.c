/* clausary export: the termbases of a store, merged into one. */
#include "messages.h"
#include "output.h"
#include "setup.h"
#include "store.h"

#include <stdlib.h>

typedef struct exporting {
	clausary_context *context;
	const cli_settings *settings;
	const char *writer;
	cli_report report;
	clausary_termbase **termbases; /* owned until they are merged */
	size_t count, capacity;
} exporting;

/* A cli_store_work: read the termbase of a work. */
static bool
take(void *payload, const char *termbase, size_t size)
{
	exporting *all = payload;
	clausary_slice bytes = {termbase, size};
	clausary_input input = clausary_input_of(&bytes);
	clausary_termbase_read_options reading = {.format = "json"};
	if (all->count == all->capacity) {
		all->capacity = all->capacity * 2 + 16;
		all->termbases = cli_resize(all->termbases, all->capacity * sizeof *all->termbases);
	}
	clausary_status status = clausary_termbase_read(&all->termbases[all->count], all->context,
	                                                &input, "json", &reading);
	if (status != CLAUSARY_OK) {
		cli_report_error(&all->report, all->settings->operands[0], "%s",
		                 cli_failure(all->context, status));
		return false;
	}
	all->count++;
	return true;
}

static int
write_merged(exporting *all)
{
	cli_output output;
	cli_inputs none = {0};
	clausary_termbase *merged = NULL;
	clausary_merge_options options = {0};
	clausary_status status = clausary_termbase_merge(&merged, all->context, all->termbases,
	                                                 all->count, &options);
	clausary_results results = {.termbase = merged};
	all->count = 0; /* they belong to the merged one */
	if (status != CLAUSARY_OK
	    || !cli_output_open(&output, all->settings->output, &none, &all->report)) {
		clausary_termbase_free(merged);
		return CLI_FAILED;
	}
	clausary_output to = {cli_output_write, &output};
	results.width = cli_terminal_width(output.file);
	status = clausary_write(all->context, &to, all->writer, &results);
	clausary_termbase_free(merged);
	if (status != CLAUSARY_OK && output.cause == 0) {
		cli_report_error(&all->report, output.name, "%s",
		                 cli_failure(all->context, status));
		cli_output_drop(&output);
		return CLI_FAILED;
	}
	return cli_output_commit(&output, &all->report) ? CLI_DONE : CLI_FAILED;
}

int
cli_export(const cli_settings *settings)
{
	exporting all = {.settings = settings};
	cli_store *store = NULL;
	int status = CLI_FAILED;
	if (settings->operand_count != 1)
		return cli_usage_error(settings->command, "name one store");
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	all.writer = cli_choose_writer(all.context, settings, false);
	if (all.writer)
		store = cli_store_open(settings->operands[0], false, &all.report);
	if (store && cli_store_works(store, take, &all))
		status = write_merged(&all);
	cli_store_close(store);
	for (size_t i = 0; i < all.count; i++)
		clausary_termbase_free(all.termbases[i]);
	free(all.termbases);
	clausary_context_free(all.context);
	return status;
}
