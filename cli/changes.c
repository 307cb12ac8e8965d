/* Changes as text for people and as JSON for programs. */
#include "changes.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

bool
cli_changes_turn(cli_changes *changes, const clausary_change *change)
{
	if (changes->entry.size == change->entry.size
	    && memcmp(changes->entry.data, change->entry.data, change->entry.size) == 0)
		return false;
	changes->entry.size = 0;
	cli_text_add(&changes->entry, change->entry.data, change->entry.size);
	return true;
}

static const char *const kinds[] = {"entry-added", "entry-removed", "added", "removed", "changed"};

static void
put_json(cli_changes *changes, const clausary_change *change)
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
	cli_text_print(&line, "%s%s", changes->count ? ",\n" : "[\n", text ? text : "{}");
	cli_output_write(changes->output, line.data, line.size);
	cli_text_finish(&line);
	free(text);
	json_decref(object);
}

/* "c1" on a line, then "  en  buoy lamp  administrativeStatus: -admitted +preferred". */
static void
put_text(cli_changes *changes, const clausary_change *change)
{
	static const char *const marks[] = {"+ ", "- ", "  + ", "  - ", "  ~ "};
	cli_text line = {0};
	bool entry = change->kind <= CLAUSARY_CHANGE_ENTRY_REMOVED;
	if (!entry && cli_changes_turn(changes, change)) {
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
	cli_output_write(changes->output, line.data, line.size);
	cli_text_finish(&line);
}

static void
pass(cli_changes *changes)
{
	(void)changes;
}

static void
end_json(cli_changes *changes)
{
	const char *end = changes->count ? "\n]\n" : "[]\n";
	cli_output_write(changes->output, end, strlen(end));
}

const cli_change_report *
cli_change_report_named(const char *name)
{
	static const cli_change_report text = {"text", pass, put_text, pass};
	static const cli_change_report json = {"json", pass, put_json, end_json};
	const cli_change_report *const all[] = {&text, &json, &cli_change_report_html};
	for (size_t i = 0; name && i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
	return name ? NULL : &text;
}
