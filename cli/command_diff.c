/* clausary diff and clausary update: what two termbases say differently, and a new run with what a
 * person has decided. */
#include "messages.h"
#include "termbase.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 3 };

typedef struct comparing {
	clausary_context *context;
	const cli_settings *settings;
	cli_report report;
	cli_inputs inputs;
	cli_output output;
	clausary_termbase *termbases[MOST];
	size_t count;
	cli_text entry; /* that is told of */
	size_t changes;
	bool as_json;
} comparing;

static const char *const kinds[] = {"entry-added", "entry-removed", "added", "removed", "changed"};

static void
put_json(comparing *all, const clausary_change *change)
{
	const struct {
		const char *name;
		clausary_slice value;
	} members[] = {{"entry", change->entry},   {"language", change->language},
	               {"term", change->term},     {"field", change->field},
	               {"before", change->before}, {"after", change->after}};
	json_t *object = json_object();
	cli_text line = {0};
	json_object_set_new(object, "kind", json_string(kinds[change->kind]));
	for (size_t i = 0; i < sizeof members / sizeof *members; i++)
		if (members[i].value.size)
			json_object_set_new(
			        object, members[i].name,
			        json_stringn(members[i].value.data, members[i].value.size));
	char *text = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
	cli_text_print(&line, "%s%s", all->changes ? ",\n" : "[\n", text ? text : "{}");
	cli_output_write(&all->output, line.data, line.size);
	cli_text_finish(&line);
	free(text);
	json_decref(object);
}

/* "c1" on a line, then "  en  buoy lamp  administrativeStatus: -admitted +preferred". */
static void
put_text(comparing *all, const clausary_change *change)
{
	static const char *const marks[] = {"+ ", "- ", "  + ", "  - ", "  ~ "};
	cli_text line = {0};
	bool entry = change->kind <= CLAUSARY_CHANGE_ENTRY_REMOVED;
	if (!entry
	    && (all->entry.size != change->entry.size
	        || memcmp(all->entry.data, change->entry.data, change->entry.size) != 0)) {
		all->entry.size = 0;
		cli_text_add(&all->entry, change->entry.data, change->entry.size);
		cli_text_print(&line, "~ ");
		cli_text_add_visible(&line, change->entry.data, change->entry.size);
		cli_text_add(&line, "\n", 1);
	}
	cli_text_print(&line, "%s", marks[change->kind]);
	const clausary_slice words[] = {entry ? change->entry : change->language, change->term,
	                                entry ? change->language : change->field};
	for (size_t i = 0; i < 3; i++) {
		cli_text_add_visible(&line, words[i].data, words[i].size);
		if (words[i].size && i < 2)
			cli_text_add(&line, "  ", 2);
	}
	if (!entry) {
		cli_text_add(&line, ": ", 2);
		cli_text_add_visible(&line, change->before.data, change->before.size);
		if (change->kind == CLAUSARY_CHANGE_VALUE)
			cli_text_print(&line, " -> ");
		cli_text_add_visible(&line, change->after.data, change->after.size);
	}
	cli_text_add(&line, "\n", 1);
	cli_output_write(&all->output, line.data, line.size);
	cli_text_finish(&line);
}

static void
tell_change(void *payload, const clausary_change *change)
{
	comparing *all = payload;
	if (all->as_json)
		put_json(all, change);
	else
		put_text(all, change);
	all->changes++;
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
	const char *as = all->settings->comparison;
	all->as_json = as && strcmp(as, "json") == 0;
	if (as && !all->as_json && strcmp(as, "text") != 0)
		return cli_usage_error(all->settings->command, "--to %s: say text or json", as);
	if (!read_all(all)
	    || !cli_output_open(&all->output, all->settings->output, &all->inputs, &all->report))
		return CLI_FAILED;
	clausary_termbase_compare(all->context, all->termbases[0], all->termbases[1], tell_change,
	                          all);
	if (all->as_json) {
		const char *end = all->changes ? "\n]\n" : "[]\n";
		cli_output_write(&all->output, end, strlen(end));
	}
	if (!cli_output_commit(&all->output, &all->report))
		return CLI_FAILED;
	return all->changes ? CLI_PROBLEMS : CLI_DONE;
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
	cli_text_finish(&all.entry);
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
