/* clausary convert: a termbase from one format into another, and what the other has no place for.
 */
#include "messages.h"
#include "termbase.h"

#include <stdlib.h>
#include <string.h>

typedef struct conversion {
	clausary_context *context;
	const cli_settings *settings;
	const char *writer;
	char *pair; /* owned; cut at its comma */
	cli_report report;
	cli_inputs inputs;
	size_t lost; /* kinds of fields */
} conversion;

static void
tell_loss(void *payload, const clausary_loss *loss)
{
	conversion *all = payload;
	int size = (int)loss->field.size;
	const char *field = loss->field.data;
	clausary_level level = CLAUSARY_NOTE;
	all->lost++;
	if (!all->settings->losses)
		return;
	switch (loss->kind) {
	case CLAUSARY_LOSS_NOTE:
		cli_report_note(&all->report, level, all->writer,
		                "%.*s: %u, kept in a note with its name", size, field, loss->count);
		break;
	case CLAUSARY_LOSS_MOVED:
		cli_report_note(&all->report, level, all->writer, "%.*s: %u, kept at another level",
		                size, field, loss->count);
		break;
	case CLAUSARY_LOSS_CHANGED:
		cli_report_note(&all->report, level, all->writer,
		                "%.*s: %u, written with another value", size, field, loss->count);
		break;
	case CLAUSARY_LOSS_DROPPED:
		cli_report_note(&all->report, CLAUSARY_WARNING, all->writer, "%.*s: %u, left out",
		                size, field, loss->count);
		break;
	}
}

static int
write_termbase(conversion *all, const clausary_termbase *termbase)
{
	const cli_settings *settings = all->settings;
	clausary_results results = {.termbase = termbase};
	char *comma = all->pair ? strchr(all->pair, ',') : NULL;
	if (comma) {
		*comma = '\0';
		results.source_language = all->pair;
		results.target_language = comma + 1;
	}
	if (settings->losses || settings->refuse) {
		all->report.quiet = false; /* a report that was asked for is no chatter */
		clausary_status status =
		        clausary_write_losses(all->context, all->writer, &results, tell_loss, all);
		if (status != CLAUSARY_OK) {
			cli_report_error(&all->report, NULL, "%s",
			                 cli_failure(all->context, status));
			return CLI_FAILED;
		}
		if (settings->losses && all->lost == 0)
			cli_report_note(&all->report, CLAUSARY_NOTE, all->writer,
			                "this format keeps everything");
		all->report.quiet = settings->quiet;
	}
	if (settings->refuse && all->lost) {
		cli_report_error(&all->report, all->writer,
		                 "this format does not keep everything (--report says what), and "
		                 "--strict was given: nothing is written");
		return CLI_FAILED;
	}
	return cli_termbase_write(all->context, all->writer, &results, settings->output,
	                          &all->inputs, &all->report);
}

static int
convert(conversion *all)
{
	const cli_settings *settings = all->settings;
	clausary_termbase_read_options reading = {
	        .format = settings->format, .columns = settings->columns, .sheet = settings->sheet};
	clausary_termbase *termbase;
	all->writer = cli_choose_writer(all->context, settings, false);
	if (!all->writer
	    || !cli_check_name(all->context, settings, CLAUSARY_LIST_TERMBASE_READERS, "format",
	                       settings->format))
		return CLI_FAILED;
	cli_inputs_add(&all->inputs, settings->operands[0], &all->report);
	if (all->inputs.count == 0
	    || !cli_termbase_read(&termbase, all->context, &all->inputs.items[0], &reading,
	                          &all->report))
		return CLI_FAILED;
	int status = write_termbase(all, termbase);
	clausary_termbase_free(termbase);
	if (status == CLI_DONE && settings->strict && all->report.warnings)
		return CLI_PROBLEMS;
	return status;
}

int
cli_convert(const cli_settings *settings)
{
	conversion all = {.settings = settings};
	if (settings->operand_count != 1)
		return cli_usage_error(settings->command,
		                       "name one termbase, or - for standard input");
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	all.pair = settings->pair ? cli_copy(settings->pair, strlen(settings->pair)) : NULL;
	cli_report_start(&all.report, settings->quiet);
	all.report.all = settings->losses;
	int status = convert(&all);
	free(all.pair);
	cli_inputs_finish(&all.inputs);
	clausary_context_free(all.context);
	return status;
}
