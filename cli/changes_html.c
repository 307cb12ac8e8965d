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
flush(cli_changes *changes, cli_text *text)
{
	cli_output_write(changes->output, text->data, text->size);
	cli_text_finish(text);
}

static void
begin(cli_changes *changes)
{
	cli_text page = {0};
	const char *title = cli_message("What two termbases say differently");
	cli_text_print(&page,
	               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head><meta charset=\"utf-8\">"
	               "<title>",
	               cli_messages_language());
	say(&page, title);
	cli_text_print(&page, "</title>\n%s<body dir=\"auto\">\n<h1>", HEAD);
	say(&page, title);
	cli_text_print(&page, "</h1>\n");
	flush(changes, &page);
}

/* An entry that is new or gone, with one of its terms. */
static void
put_entry(cli_text *to, const clausary_change *change)
{
	bool added = change->kind == CLAUSARY_CHANGE_ENTRY_ADDED;
	cli_text_print(to, "<h2>");
	put_text(to, "bdi", (clausary_slice){0}, change->entry);
	cli_text_print(to, "</h2>\n<p>");
	say(to, added ? cli_message("New entry") : cli_message("Entry that is gone"));
	cli_text_print(to, ": ");
	put_text(to, added ? "ins" : "del", change->language, change->term);
	cli_text_print(to, "</p>\n");
}

static void
begin_table(cli_text *to, const clausary_change *change)
{
	const char *const heads[] = {cli_message("Language"), cli_message("Term"),
	                             cli_message("Field"), cli_message("Before"),
	                             cli_message("After")};
	cli_text_print(to, "<h2>");
	put_text(to, "bdi", (clausary_slice){0}, change->entry);
	cli_text_print(to, "</h2>\n<table>\n<tr>");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		cli_text_print(to, "<th scope=\"col\">");
		say(to, heads[i]);
		cli_text_print(to, "</th>");
	}
	cli_text_print(to, "</tr>\n");
}

static void
put_row(cli_text *to, const clausary_change *change)
{
	const clausary_slice none = {0};
	cli_text_print(to, "<tr>");
	put_text(to, "td", none, change->language);
	put_text(to, "td", change->language, change->term);
	put_text(to, "td", none, change->field);
	put_value(to, "del", change->language, change->before);
	put_value(to, "ins", change->language, change->after);
	cli_text_print(to, "</tr>\n");
}

/* An entry is remembered for as long as its table is open. */
static void
put(cli_changes *changes, const clausary_change *change)
{
	cli_text rows = {0};
	bool entry = change->kind <= CLAUSARY_CHANGE_ENTRY_REMOVED;
	bool open = changes->entry.size > 0;
	bool turns = entry || cli_changes_turn(changes, change);
	if (turns && open)
		cli_text_print(&rows, "</table>\n");
	if (entry) {
		changes->entry.size = 0;
		put_entry(&rows, change);
	} else {
		if (turns)
			begin_table(&rows, change);
		put_row(&rows, change);
	}
	flush(changes, &rows);
}

static void
end(cli_changes *changes)
{
	cli_text page = {0};
	if (changes->entry.size)
		cli_text_print(&page, "</table>\n");
	if (changes->count == 0) {
		cli_text_print(&page, "<p>");
		say(&page, cli_message("No difference"));
		cli_text_print(&page, "</p>\n");
	}
	cli_text_print(&page, "</body>\n</html>\n");
	flush(changes, &page);
}

const cli_change_report cli_change_report_html = {"html", begin, put, end};
