/* clausary validate: termbase files held against ISO 30042. */
#include "messages.h"
#include "output.h"
#include "setup.h"

#include <string.h>

enum { SHOWN_OF_A_KIND = 20, KINDS = 64 };

typedef struct validating {
	clausary_context *context;
	cli_report report;
	cli_output output;
	const char *name; /* of the file */
	bool all, quiet, strict;
	size_t good, bad, unread; /* files */
	struct validating_kind {
		const char *id; /* static */
		size_t count;
	} kinds[KINDS];
	size_t kind_count;
} validating;

static void
put(validating *all, cli_text *line)
{
	cli_text_add(line, "\n", 1);
	cli_output_write(&all->output, line->data, line->size);
	line->size = 0;
}

/* Whether this fault is one too many of its kind; `--all` shows every one. */
static bool
is_too_many(validating *all, const char *id)
{
	size_t at = 0;
	while (at < all->kind_count && strcmp(all->kinds[at].id, id) != 0)
		at++;
	if (at == KINDS)
		return false;
	if (at == all->kind_count)
		all->kinds[all->kind_count++] = (struct validating_kind){id, 0};
	return ++all->kinds[at].count > SHOWN_OF_A_KIND && !all->all;
}

static void
show_fault(void *payload, const clausary_fault *fault)
{
	static const char *const levels[] = {"note", "warning", "error"};
	validating *all = payload;
	cli_text line = {0};
	if ((all->quiet && fault->level != CLAUSARY_ERROR) || is_too_many(all, fault->id))
		return;
	cli_text_add_visible(&line, all->name, strlen(all->name));
	cli_text_print(&line, ":%u:%u: %s: ", (unsigned)fault->line, (unsigned)fault->column,
	               cli_message(levels[fault->level]));
	if (fault->entry.size) {
		cli_text_add_visible(&line, fault->entry.data, fault->entry.size);
		cli_text_add(&line, ": ", 2);
	}
	cli_text_add_visible(&line, fault->message.data, fault->message.size);
	cli_text_print(&line, " [%s]", fault->id);
	put(all, &line);
	cli_text_finish(&line);
}

static void
show_rest(validating *all)
{
	cli_text line = {0};
	for (size_t i = 0; i < all->kind_count; i++) {
		if (all->all || all->kinds[i].count <= SHOWN_OF_A_KIND)
			continue;
		cli_text_add_visible(&line, all->name, strlen(all->name));
		cli_text_print(&line, cli_message(": %zu more of the kind %s; --all shows them"),
		               all->kinds[i].count - SHOWN_OF_A_KIND, all->kinds[i].id);
		put(all, &line);
	}
	cli_text_finish(&line);
	all->kind_count = 0;
}

static void
show_verdict(validating *all, const clausary_validation *found, bool good)
{
	cli_text line = {0};
	if (all->quiet && good)
		return;
	cli_text_add_visible(&line, all->name, strlen(all->name));
	cli_text_print(&line, good ? cli_message(": valid") : cli_message(": not valid"));
	cli_text_print(&line, " (%s", found->format[0] ? found->format : cli_message("no TBX"));
	if (found->dialect[0]) {
		cli_text_add(&line, ", ", 2);
		cli_text_add_visible(&line, found->dialect, strlen(found->dialect));
	}
	cli_text_print(
	        &line,
	        cli_message("; entries: %zu; terms: %zu; errors: %zu; warnings: %zu; notes: %zu)"),
	        (size_t)found->entries, (size_t)found->terms, (size_t)found->faults[CLAUSARY_ERROR],
	        (size_t)found->faults[CLAUSARY_WARNING], (size_t)found->faults[CLAUSARY_NOTE]);
	put(all, &line);
	cli_text_finish(&line);
}

static void
validate_file(validating *all, const cli_input *input)
{
	clausary_validation found;
	cli_notes notes = {0};
	cli_pieces pieces;
	clausary_input bytes = {cli_pieces_read, &pieces};
	bool done = false;
	all->name = input->path ? input->path : input->name;
	if (cli_pieces_open(&pieces, input, &notes)) {
		clausary_status status =
		        clausary_validate(&found, all->context, &bytes, show_fault, all);
		show_rest(all);
		done = cli_pieces_close(&pieces, &notes);
		if (status != CLAUSARY_OK && done)
			cli_notes_error(&notes, input->name, "%s",
			                cli_failure(all->context, status));
		done = status == CLAUSARY_OK;
	}
	if (done) {
		bool good = found.faults[CLAUSARY_ERROR] == 0
		            && !(all->strict && found.faults[CLAUSARY_WARNING]);
		show_verdict(all, &found, good);
		all->good += good;
		all->bad += !good;
	}
	all->unread += !done;
	cli_notes_print(&notes, &all->report, input->name);
	cli_notes_finish(&notes);
}

static int
validate(validating *all, const cli_settings *settings, cli_inputs *inputs)
{
	if (inputs->count == 0
	    || !cli_output_open(&all->output, settings->output, inputs, &all->report))
		return CLI_FAILED;
	for (size_t i = 0; i < inputs->count && all->output.cause == 0; i++)
		validate_file(all, &inputs->items[i]);
	if (!cli_output_commit(&all->output, &all->report) || all->good + all->bad == 0)
		return CLI_FAILED;
	return all->bad || all->unread || inputs->unread ? CLI_PROBLEMS : CLI_DONE;
}

int
cli_validate(const cli_settings *settings)
{
	cli_inputs inputs = {0};
	validating all = {
	        .all = settings->all, .quiet = settings->quiet, .strict = settings->strict};
	if (settings->operand_count == 0)
		return cli_usage_error(settings->command,
		                       "name a termbase, or - for standard input");
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	cli_report_start(&all.report, settings->quiet);
	for (size_t i = 0; i < settings->operand_count; i++)
		cli_inputs_add(&inputs, settings->operands[i], &all.report);
	int status = validate(&all, settings, &inputs);
	cli_inputs_finish(&inputs);
	clausary_context_free(all.context);
	return status;
}
