/* Changes as text for people and as JSON for programs. */
#include "changes.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

bool
cli_changes_turn(cli_changes *changes, clausary_slice entry)
{
	if (changes->entry.size == entry.size
	    && memcmp(changes->entry.data, entry.data, entry.size) == 0)
		return false;
	changes->entry.size = changes->moves.size = 0;
	cli_text_add(&changes->entry, entry.data, entry.size);
	return true;
}

/* Add a line to lines; returns false when they have it. */
static bool
add_line(cli_text *lines, const cli_text *line)
{
	for (size_t at = 0; at < lines->size;) {
		const char *end = memchr(lines->data + at, '\n', lines->size - at);
		size_t size = end ? (size_t)(end - lines->data) - at : lines->size - at;
		if (size == line->size && memcmp(lines->data + at, line->data, size) == 0)
			return false;
		at += size + 1;
	}
	cli_text_add(lines, line->data, line->size);
	cli_text_add(lines, "\n", 1);
	return true;
}

static void
add_arrow(cli_text *to, clausary_slice from, clausary_slice into)
{
	cli_text_add_visible(to, from.data, from.size);
	cli_text_add(to, " -> ", 4);
	cli_text_add_visible(to, into.data, into.size);
}

bool
cli_changes_new_move(cli_changes *changes, const clausary_change *change)
{
	cli_text line = {0};
	add_arrow(&line, change->from, change->to);
	bool is_new = add_line(&changes->moves, &line);
	cli_text_finish(&line);
	return is_new;
}

/* "Resolution 17 (Port Almira, 2031)" of a source that ends with ", CLAUSE". */
static clausary_slice
document_of(clausary_slice source, clausary_slice clause)
{
	size_t rest = clause.size ? clause.size + 2 : 0;
	return (clausary_slice){source.data, source.size > rest ? source.size - rest : 0};
}

void
cli_changes_add_edition(cli_changes *changes, const clausary_change *change)
{
	cli_text line = {0};
	add_arrow(&line, document_of(change->before, change->from),
	          document_of(change->after, change->to));
	add_line(&changes->editions, &line);
	cli_text_finish(&line);
}

void
cli_changes_write(cli_changes *changes, cli_text *text)
{
	changes->to.write(changes->to.payload, text->data, text->size);
	cli_text_finish(text);
}

void
cli_changes_finish(cli_changes *changes)
{
	cli_text_finish(&changes->entry);
	cli_text_finish(&changes->moves);
	cli_text_finish(&changes->editions);
}

static const char *const kinds[] = {"entry-added", "entry-removed", "entry-withdrawn",
                                    "withdrawn",   "added",         "removed",
                                    "changed",     "moved",         "edition"};

typedef struct json_member {
	const char *name;
	clausary_slice value;
} json_member;

/* One object, a line; members without a value are left out. */
static void
put_object(cli_changes *changes, const char *kind, const json_member *members, size_t count)
{
	json_t *object = json_object();
	cli_text line = {0};
	json_object_set_new(object, "kind", json_string(kind));
	for (size_t i = 0; i < count; i++)
		if (members[i].value.size)
			json_object_set_new(
			        object, members[i].name,
			        json_stringn(members[i].value.data, members[i].value.size));
	char *text = json_dumps(object, JSON_COMPACT | JSON_PRESERVE_ORDER);
	cli_text_print(&line, "%s%s", changes->begun ? ",\n" : "[\n", text ? text : "{}");
	changes->begun = true;
	cli_changes_write(changes, &line);
	free(text);
	json_decref(object);
}

static void
put_json(cli_changes *changes, const clausary_change *change)
{
	const json_member members[] = {{"entry", change->entry},   {"language", change->language},
	                               {"term", change->term},     {"field", change->field},
	                               {"before", change->before}, {"after", change->after},
	                               {"from", change->from},     {"to", change->to}};
	if (change->kind == CLAUSARY_CHANGE_EDITION)
		cli_changes_add_edition(changes, change);
	else
		put_object(changes, kinds[change->kind], members, sizeof members / sizeof *members);
}

static void
conflict_json(cli_changes *changes, const clausary_merge_conflict *conflict)
{
	const json_member members[] = {{"entry", conflict->entry},
	                               {"language", conflict->language},
	                               {"field", {conflict->field, strlen(conflict->field)}},
	                               {"yours", conflict->values[0]},
	                               {"run", conflict->values[1]}};
	put_object(changes, "conflict", members, sizeof members / sizeof *members);
}

/* The line that begins an entry of which something changed, unless it stands. */
static void
open_entry(cli_changes *changes, cli_text *line, clausary_slice entry)
{
	if (!cli_changes_turn(changes, entry))
		return;
	cli_text_print(line, "~ ");
	cli_text_add_visible(line, entry.data, entry.size);
	cli_text_add(line, "\n", 1);
}

static void
put_value(cli_text *line, const clausary_change *change)
{
	cli_text_add(line, ": ", 2);
	if (change->kind == CLAUSARY_CHANGE_MOVED)
		add_arrow(line, change->from, change->to);
	else if (change->kind == CLAUSARY_CHANGE_VALUE)
		add_arrow(line, change->before, change->after);
	else
		cli_text_add_visible(
		        line, change->before.size ? change->before.data : change->after.data,
		        change->before.size ? change->before.size : change->after.size);
}

/* "c1" on a line, then "  ~ en  buoy lamp  administrativeStatus: admitted -> preferred". */
static void
put_text(cli_changes *changes, const clausary_change *change)
{
	static const char *const marks[] = {"+ ",   "- ",   "x ",   "  x ", "  + ",
	                                    "  - ", "  ~ ", "  > ", "  = "};
	cli_text line = {0};
	bool entry = change->kind <= CLAUSARY_CHANGE_ENTRY_WITHDRAWN;
	if (change->kind == CLAUSARY_CHANGE_EDITION) {
		cli_changes_add_edition(changes, change);
		return;
	}
	if (!entry)
		open_entry(changes, &line, change->entry);
	if (change->kind == CLAUSARY_CHANGE_MOVED && !cli_changes_new_move(changes, change)) {
		cli_changes_write(changes, &line);
		return;
	}
	cli_text_print(&line, "%s", marks[change->kind]);
	const clausary_slice words[] = {entry ? change->entry : change->language, change->term,
	                                entry ? change->language : change->field};
	for (size_t i = 0; i < 3; i++) {
		cli_text_add_visible(&line, words[i].data, words[i].size);
		if (words[i].size && i < 2)
			cli_text_add(&line, "  ", 2);
	}
	if (!entry)
		put_value(&line, change);
	cli_text_add(&line, "\n", 1);
	cli_changes_write(changes, &line);
}

/* "  ! en  definition: yours -> the run's". */
static void
conflict_text(cli_changes *changes, const clausary_merge_conflict *conflict)
{
	cli_text line = {0};
	open_entry(changes, &line, conflict->entry);
	cli_text_print(&line, "  ! ");
	cli_text_add_visible(&line, conflict->language.data, conflict->language.size);
	cli_text_print(&line, "%s%s: ", conflict->language.size ? "  " : "", conflict->field);
	add_arrow(&line, conflict->values[0], conflict->values[1]);
	cli_text_add(&line, "\n", 1);
	cli_changes_write(changes, &line);
}

static void
begin_text(cli_changes *changes)
{
	(void)changes;
}

/* "= Resolution 17 (Port Almira, 2031) -> Resolution 17 (Cape Sorrow, 2034)". */
static void
end_text(cli_changes *changes)
{
	cli_text lines = {0};
	for (size_t at = 0; at < changes->editions.size;) {
		const char *start = changes->editions.data + at;
		const char *end = memchr(start, '\n', changes->editions.size - at);
		size_t size = end ? (size_t)(end - start) + 1 : changes->editions.size - at;
		cli_text_print(&lines, "= ");
		cli_text_add(&lines, start, size);
		at += size;
	}
	cli_changes_write(changes, &lines);
}

static void
begin_json(cli_changes *changes)
{
	(void)changes;
}

/* What became another edition, once for all entries. */
static void
end_json(cli_changes *changes)
{
	static const char arrow[] = " -> ";
	cli_text end = {0};
	for (size_t at = 0; at < changes->editions.size;) {
		char *line = changes->editions.data + at;
		char *stop = memchr(line, '\n', changes->editions.size - at);
		size_t size = (size_t)(stop - line);
		*stop = '\0';
		char *middle = strstr(line, arrow);
		const json_member members[] = {
		        {"before", {line, (size_t)(middle - line)}},
		        {"after",
			 {middle + strlen(arrow), size - (size_t)(middle - line) - strlen(arrow)}}};
		put_object(changes, "edition", members, 2);
		at += size + 1;
	}
	cli_text_print(&end, "%s", changes->begun ? "\n]\n" : "[]\n");
	cli_changes_write(changes, &end);
}

const cli_change_report *
cli_change_report_named(const char *name)
{
	static const cli_change_report text = {"text", begin_text, put_text, conflict_text,
	                                       end_text};
	static const cli_change_report json = {"json", begin_json, put_json, conflict_json,
	                                       end_json};
	const cli_change_report *const all[] = {&text, &json, &cli_change_report_html};
	for (size_t i = 0; name && i < sizeof all / sizeof *all; i++)
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
	return name ? NULL : &text;
}
