/* Changes as one HTML page without anything from elsewhere: a heading an entry, below it a table
 * with what it said before and says now. It speaks the language of the messages; a text that runs
 * from right to left keeps its direction, and the page has that of its first words, which are ours.
 */
#include "changes.h"
#include "messages.h"

#include <string.h>

static const char HEAD[] =
        "<meta name=\"viewport\" content=\"width=device-width\">\n<style>"
        "body{font:16px/1.5 system-ui,sans-serif;max-width:72em;margin:2em auto;padding:0 1em}"
        "table{border-collapse:collapse;width:100%}th,td{padding:.2em .6em;vertical-align:top;"
        "text-align:start;border-top:1px solid #999}th{font-weight:normal}"
        "h2{margin-bottom:.2em}del{background:#fdd}ins{background:#dfd;text-decoration:none}"
        "@media(prefers-color-scheme:dark){body{background:#111;color:#eee}"
        "del{background:#522}ins{background:#253}}</style></head>\n";

static void
put_escaped(cli_text *to, const char *text, size_t size)
{
	for (size_t i = 0; i < size; i++) {
		char c = text[i];
		if (c == '&')
			cli_text_print(to, "&amp;");
		else if (c == '<')
			cli_text_print(to, "&lt;");
		else if (c == '>')
			cli_text_print(to, "&gt;");
		else if (c == '"')
			cli_text_print(to, "&quot;");
		else if ((unsigned char)c >= ' ' || c == '\n' || c == '\t')
			cli_text_add(to, &c, 1);
	}
}

/* What holds a text of the termbase has its direction and, where that is known, its language. */
static void
open_element(cli_text *to, const char *element, clausary_slice language)
{
	cli_text_print(to, "<%s dir=\"auto\"", element);
	if (language.size) {
		cli_text_print(to, " lang=\"");
		put_escaped(to, language.data, language.size);
		cli_text_print(to, "\"");
	}
	cli_text_print(to, ">");
}

static void
put_text(cli_text *to, const char *element, clausary_slice language, clausary_slice text)
{
	open_element(to, element, language);
	put_escaped(to, text.data, text.size);
	cli_text_print(to, "</%s>", element);
}

/* A cell with a value that went or came; empty where there is none. */
static void
put_value(cli_text *to, const char *element, clausary_slice language, clausary_slice text)
{
	open_element(to, "td", language);
	if (text.size) {
		cli_text_print(to, "<%s>", element);
		put_escaped(to, text.data, text.size);
		cli_text_print(to, "</%s>", element);
	}
	cli_text_print(to, "</td>");
}

static void
say(cli_text *to, const char *words)
{
	put_escaped(to, words, strlen(words));
}

static void
begin(cli_changes *changes)
{
	cli_text page = {0};
	cli_text_print(&page,
	               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\">"
	               "<title>",
	               cli_messages_language());
	say(&page, changes->title);
	cli_text_print(&page, "</title>\n%s<body dir=\"auto\">\n<h1>", HEAD);
	say(&page, changes->title);
	cli_text_print(&page, "</h1>\n");
	cli_changes_write(changes, &page);
}

/* An entry that is new or gone, with one of its terms. */
static void
put_entry(cli_text *to, const clausary_change *change)
{
	bool gone = change->kind == CLAUSARY_CHANGE_ENTRY_REMOVED;
	bool withdrawn = change->kind == CLAUSARY_CHANGE_ENTRY_WITHDRAWN;
	cli_text_print(to, "<h2>");
	put_text(to, "bdi", (clausary_slice){0}, change->entry);
	cli_text_print(to, "</h2>\n<p>");
	say(to, gone        ? cli_message("Entry that is gone")
	        : withdrawn ? cli_message("Withdrawn")
	                    : cli_message("New entry"));
	cli_text_print(to, ": ");
	put_text(to, gone || withdrawn ? "del" : "ins", change->language, change->term);
	cli_text_print(to, "</p>\n");
}

static void
begin_table(cli_text *to, clausary_slice entry)
{
	const char *const heads[] = {cli_message("Language"), cli_message("Term"),
	                             cli_message("Field"), cli_message("Before"),
	                             cli_message("After")};
	cli_text_print(to, "<h2>");
	put_text(to, "bdi", (clausary_slice){0}, entry);
	cli_text_print(to, "</h2>\n<table>\n<tr>");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		cli_text_print(to, "<th scope=\"col\">");
		say(to, heads[i]);
		cli_text_print(to, "</th>");
	}
	cli_text_print(to, "</tr>\n");
}

/* Of a move the clauses, and that it is one. */
static void
put_row(cli_text *to, const clausary_change *change)
{
	const clausary_slice none = {0};
	bool moved = change->kind == CLAUSARY_CHANGE_MOVED;
	cli_text_print(to, "<tr>");
	put_text(to, "td", none, change->language);
	put_text(to, "td", change->language, change->term);
	open_element(to, "td", none);
	put_escaped(to, change->field.data, change->field.size);
	if (moved) {
		cli_text_print(to, ", ");
		say(to, cli_message("moved"));
	}
	cli_text_print(to, "</td>");
	put_value(to, "del", change->language, moved ? change->from : change->before);
	put_value(to, "ins", change->language, moved ? change->to : change->after);
	cli_text_print(to, "</tr>\n");
}

/* An entry is remembered for as long as its table is open. */
static void
open_entry(cli_changes *changes, cli_text *rows, clausary_slice entry)
{
	bool open = changes->entry.size > 0;
	if (!cli_changes_turn(changes, entry))
		return;
	if (open)
		cli_text_print(rows, "</table>\n");
	begin_table(rows, entry);
}

static void
put(cli_changes *changes, const clausary_change *change)
{
	cli_text rows = {0};
	if (change->kind == CLAUSARY_CHANGE_EDITION) {
		cli_changes_add_edition(changes, change);
		return;
	}
	if (change->kind <= CLAUSARY_CHANGE_ENTRY_WITHDRAWN) {
		if (changes->entry.size)
			cli_text_print(&rows, "</table>\n");
		changes->entry.size = 0;
		put_entry(&rows, change);
	} else {
		open_entry(changes, &rows, change->entry);
		if (change->kind != CLAUSARY_CHANGE_MOVED || cli_changes_new_move(changes, change))
			put_row(&rows, change);
	}
	cli_changes_write(changes, &rows);
}

/* Both values of a conflict, the person's first. */
static void
put_conflict(cli_changes *changes, const clausary_merge_conflict *conflict)
{
	cli_text rows = {0};
	const clausary_slice none = {0};
	open_entry(changes, &rows, conflict->entry);
	cli_text_print(&rows, "<tr>");
	put_text(&rows, "td", none, conflict->language);
	put_text(&rows, "td", none, none);
	cli_text_print(&rows, "<td><strong>%s: ", conflict->field);
	say(&rows, cli_message("yours, and what the new run says"));
	cli_text_print(&rows, "</strong></td>");
	put_text(&rows, "td", conflict->language, conflict->values[0]);
	put_text(&rows, "td", conflict->language, conflict->values[1]);
	cli_text_print(&rows, "</tr>\n");
	cli_changes_write(changes, &rows);
}

/* Documents that became others, a line each. */
static void
put_editions(cli_text *page, const cli_text *editions)
{
	if (editions->size == 0)
		return;
	cli_text_print(page, "<h2>");
	say(page, cli_message("Another edition"));
	cli_text_print(page, "</h2>\n<ul>\n");
	for (size_t at = 0; at < editions->size;) {
		const char *start = editions->data + at;
		const char *end = memchr(start, '\n', editions->size - at);
		size_t size = end ? (size_t)(end - start) : editions->size - at;
		put_text(page, "li", (clausary_slice){0}, (clausary_slice){start, size});
		cli_text_print(page, "\n");
		at += size + 1;
	}
	cli_text_print(page, "</ul>\n");
}

static void
end(cli_changes *changes)
{
	cli_text page = {0};
	if (changes->entry.size)
		cli_text_print(&page, "</table>\n");
	put_editions(&page, &changes->editions);
	if (changes->count == 0) {
		cli_text_print(&page, "<p>");
		say(&page, cli_message("No difference"));
		cli_text_print(&page, "</p>\n");
	}
	cli_text_print(&page, "</body>\n</html>\n");
	cli_changes_write(changes, &page);
}

const cli_change_report cli_change_report_html = {"html", begin, put, put_conflict, end};
