/* clausary update: a new edition of documents, or a new run, into a termbase that people have
 * worked on. What the last run made stands in a file beside the termbase, so that it can be told
 * from what people made of it. */
#include "changes.h"
#include "messages.h"
#include "run.h"
#include "termbase.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct updating {
	clausary_context *context;
	const cli_settings *settings;
	const char *writer;
	cli_report report;
	cli_inputs documents,
	        termbases; /* of the second: the one to update, the last run, the new */
	clausary_termbase *mine, *last, *run;
	const cli_change_report *as;
	cli_changes changes;
	cli_text text; /* the report */
} updating;

static clausary_status
keep_text(void *payload, const char *data, size_t size)
{
	cli_text_add(payload, data, size);
	return CLAUSARY_OK;
}

static void
tell_change(void *payload, const clausary_change *change)
{
	updating *all = payload;
	all->as->put(&all->changes, change);
	all->changes.count++;
}

static void
tell_conflict(void *payload, const clausary_merge_conflict *conflict)
{
	updating *all = payload;
	cli_text name = {0};
	all->as->conflict(&all->changes, conflict);
	all->changes.count++;
	cli_text_add_visible(&name, conflict->entry.data, conflict->entry.size);
	cli_report_note(&all->report, CLAUSARY_WARNING, cli_text_string(&name),
	                "%s %.*s: yours is '%.*s', the new run says '%.*s'", conflict->field,
	                (int)conflict->language.size, conflict->language.data,
	                (int)conflict->values[0].size, conflict->values[0].data,
	                (int)conflict->values[1].size, conflict->values[1].data);
	cli_text_finish(&name);
}

static bool
read_termbase(updating *all, clausary_termbase **out, const char *path)
{
	clausary_termbase_read_options reading = {.columns = all->settings->columns,
	                                          .sheet = all->settings->sheet};
	size_t count = all->termbases.count;
	cli_inputs_add(&all->termbases, path, &all->report);
	if (all->termbases.count != count + 1)
		return false;
	return cli_termbase_read(out, all->context, &all->termbases.items[count], &reading,
	                         &all->report);
}

/* What the last run made: named, or in the file beside the termbase. */
static bool
read_last(updating *all)
{
	const char *base = all->settings->operands[0];
	if (all->settings->last)
		return read_termbase(all, &all->last, all->settings->last);
	char *beside = cli_record_path(base);
	bool good = true, exists = strcmp(base, "-") != 0 && access(beside, F_OK) == 0;
	if (exists)
		good = read_termbase(all, &all->last, beside);
	else
		cli_report_note(
		        &all->report, CLAUSARY_NOTE, base,
		        "nothing says what the last run made of it (no %s, no --last): what "
		        "the new one does not say counts as yours",
		        beside);
	free(beside);
	return good;
}

/* The new run: a termbase, or what the documents give. */
static bool
read_run(updating *all)
{
	const cli_settings *settings = all->settings;
	cli_plan plan = {.context = all->context,
	                 .termbase = {.title = settings->title,
	                              .reference = settings->reference,
	                              .subject = settings->subject,
	                              .languages = settings->languages,
	                              .language_map = settings->language_map},
	                 .finding = {.sentences = settings->sentences},
	                 .versions = settings->versions,
	                 .writer = "tbx",
	                 .inputs = &all->documents,
	                 .termbase_made = &all->run,
	                 .limit = cli_limit(all->context, "FILE_BYTES"),
	                 .report = &all->report};
	if (settings->run)
		return read_termbase(all, &all->run, settings->run);
	for (size_t i = 1; i < settings->operand_count; i++)
		cli_inputs_add(&all->documents, settings->operands[i], &all->report);
	plan.threads = cli_jobs(settings, all->documents.count);
	if (plan.threads == 0 || all->documents.count == 0 || all->documents.unread
	    || !cli_share_languages(&all->documents, settings)
	    || !cli_read_options(&plan.reading, all->context, settings))
		return false;
	cli_progress_start(&all->report.progress, isatty(STDERR_FILENO) && !settings->quiet,
	                   all->documents.count);
	cli_run(&plan);
	/* a document that could not be read would seem to have lost all its entries */
	return all->run != NULL && plan.failed == 0;
}

/* The report goes where it is asked for; else a person reads it beside the other messages. */
static int
write_report(updating *all)
{
	const char *path = all->settings->change_report;
	cli_output output;
	if (!path) {
		if (!all->settings->quiet)
			fwrite(cli_text_string(&all->text), 1, all->text.size, stderr);
		return CLI_DONE;
	}
	if (!cli_output_open(&output, path, &all->documents, &all->report))
		return CLI_FAILED;
	cli_output_write(&output, cli_text_string(&all->text), all->text.size);
	return cli_output_commit(&output, &all->report) ? CLI_DONE : CLI_FAILED;
}

/* The termbase first: when it cannot be written, what is beside it must stay as it is. */
static int
write_all(updating *all, const clausary_termbase *updated, const clausary_termbase *made)
{
	const cli_settings *settings = all->settings;
	clausary_results results = {.termbase = updated};
	if (settings->dry)
		return write_report(all);
	int status = cli_termbase_write(all->context, all->writer, &results, settings->output,
	                                &all->documents, &all->report);
	if (status == CLI_DONE && cli_output_is_file(settings->output))
		status = cli_record_write(all->context, made, settings->output, &all->report);
	return status == CLI_DONE ? write_report(all) : status;
}

static void
summarize(updating *all, const clausary_update_counts *counts)
{
	cli_report_note(&all->report, CLAUSARY_NOTE, NULL,
	                "entries new: %u, changed: %u, moved: %u, withdrawn: %u, left out again "
	                "because you took them out: %u; decisions of yours kept: %u; conflicts: %u",
	                counts->added, counts->changed, counts->moved, counts->withdrawn,
	                counts->rejected, counts->kept, counts->conflicts);
}

static int
update(updating *all)
{
	const cli_settings *settings = all->settings;
	clausary_termbase *updated = NULL, *made = NULL;
	clausary_update_counts counts;
	clausary_update_options options = {.replaces = settings->replaces,
	                                   .generated = &made,
	                                   .conflict = tell_conflict,
	                                   .change = tell_change,
	                                   .payload = all};
	cli_notes notes = {0};
	all->writer = cli_choose_writer(all->context, settings, false);
	if (!all->writer || !read_termbase(all, &all->mine, settings->operands[0])
	    || !read_last(all) || !read_run(all))
		return CLI_FAILED;
	if (clausary_termbase_size(all->run) == 0) {
		cli_report_error(
		        &all->report, NULL,
		        "the new edition has no entry, so that all would be withdrawn: nothing is "
		        "done; look at it with `clausary extract`, and at its options");
		return CLI_FAILED;
	}
	clausary_context_set_sink(all->context, cli_notes_sink, &notes);
	all->as->begin(&all->changes);
	clausary_termbase_update(&updated, all->context, all->last, all->mine, all->run, &options,
	                         &counts);
	all->as->end(&all->changes);
	all->mine = all->last = all->run = NULL;
	clausary_context_set_sink(all->context, NULL, NULL);
	cli_notes_print(&notes, &all->report, settings->operands[0]);
	cli_notes_finish(&notes);
	int status = write_all(all, updated, made);
	if (status == CLI_DONE)
		summarize(all, &counts);
	clausary_termbase_free(made);
	clausary_termbase_free(updated);
	if (status == CLI_DONE && (counts.conflicts || (settings->strict && all->report.warnings)))
		return CLI_PROBLEMS;
	return status;
}

/* "changes.html" is a page. */
static const char *
format_of(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;
	bool known = dot && (strcmp(dot, ".json") == 0 || strcmp(dot, ".html") == 0);
	return known ? dot + 1 : "text";
}

static int
check_settings(const cli_settings *settings)
{
	const char *report = settings->change_report, *output = settings->output;
	bool to_screen = !output || strcmp(output, "-") == 0;
	if (settings->operand_count == 1 && !settings->run)
		return cli_usage_error(settings->command,
		                       "name the termbase, then the documents of the new edition");
	if (settings->operand_count == 0 || (settings->run && settings->operand_count > 1))
		return cli_usage_error(settings->command,
		                       "with --run name one termbase, the one to update");
	if (report && strcmp(report, "-") == 0 && to_screen && !settings->dry)
		return cli_usage_error(
		        settings->command,
		        "--report - and the termbase would go to the same place: name "
		        "a file with -o, or say --dry-run");
	return CLI_DONE;
}

int
cli_update(const cli_settings *settings)
{
	updating all = {.settings = settings};
	if (check_settings(settings) != CLI_DONE)
		return CLI_FAILED;
	all.context = cli_context_open(settings);
	if (!all.context)
		return CLI_FAILED;
	all.as = cli_change_report_named(format_of(settings->change_report));
	all.changes.to = (clausary_output){keep_text, &all.text};
	all.changes.title = cli_message("What the new edition changed in the termbase");
	cli_report_start(&all.report, settings->quiet);
	int status = update(&all);
	clausary_termbase_free(all.mine);
	clausary_termbase_free(all.last);
	clausary_termbase_free(all.run);
	cli_changes_finish(&all.changes);
	cli_text_finish(&all.text);
	cli_inputs_finish(&all.documents);
	cli_inputs_finish(&all.termbases);
	clausary_context_free(all.context);
	return status;
}
