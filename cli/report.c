/* What a person is told: `path:line: warning: sentence [id]` (GNU coding standards, "Formatting
 * Error Messages"), in colour on a terminal unless NO_COLOR is set (no-color.org). */
#include "report.h"

#include "messages.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { SHOWN_OF_A_KIND = 5 };

static const char *const level_names[] = {"note", "warning", "error"};
static const char *const level_colours[] = {"\033[36m", "\033[35m", "\033[1;31m"};

void
cli_report_start(cli_report *report, bool quiet)
{
	const char *no_colour = getenv("NO_COLOR"), *terminal = getenv("TERM");
	bool is_terminal = isatty(STDERR_FILENO) && terminal && strcmp(terminal, "dumb") != 0;
	*report =
	        (cli_report){.quiet = quiet, .colour = is_terminal && !(no_colour && no_colour[0])};
	cli_progress_start(&report->progress, false, 0);
}

/* Print one line at once, so that lines of several programs do not mix. */
static void
print(cli_report *report, clausary_level level, const char *name, uint32_t line,
      const char *message, const char *id)
{
	cli_text text = {0};
	if (level == CLAUSARY_ERROR)
		report->errors++;
	if (level == CLAUSARY_WARNING)
		report->warnings++;
	if (report->quiet && level != CLAUSARY_ERROR)
		return;
	cli_text_add_visible(&text, name ? name : "clausary", strlen(name ? name : "clausary"));
	if (line)
		cli_text_print(&text, ":%u", (unsigned)line);
	cli_text_print(&text, ": %s%s:%s ", report->colour ? level_colours[level] : "",
	               cli_message(level_names[level]), report->colour ? "\033[0m" : "");
	cli_text_add_visible(&text, message, strlen(message));
	if (id)
		cli_text_print(&text, " [%s]", id);
	cli_text_add(&text, "\n", 1);
	cli_progress_clear(&report->progress);
	fwrite(text.data, 1, text.size, stderr);
	cli_text_finish(&text);
}

static char *
format_message(const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int size = vsnprintf(NULL, 0, format, arguments);
	char *message = cli_resize(NULL, (size_t)(size > 0 ? size : 0) + 1);
	message[0] = '\0';
	vsnprintf(message, (size_t)(size > 0 ? size : 0) + 1, format, again);
	va_end(again);
	return message;
}

void
cli_report_error(cli_report *report, const char *name, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *message = format_message(cli_message(format), arguments);
	va_end(arguments);
	print(report, CLAUSARY_ERROR, name, 0, message, NULL);
	free(message);
}

void
cli_report_note(cli_report *report, clausary_level level, const char *name, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *message = format_message(cli_message(format), arguments);
	va_end(arguments);
	print(report, level, name, 0, message, NULL);
	free(message);
}

/* The kind of an id, counted once more; NULL when there are too many kinds. */
static struct cli_tally_kind *
tally_count(cli_tally *tally, const char *id, clausary_level level, size_t times)
{
	size_t at = 0;
	while (at < tally->count && strcmp(tally->kinds[at].id, id) != 0)
		at++;
	if (at == sizeof tally->kinds / sizeof *tally->kinds)
		return NULL;
	if (at == tally->count)
		tally->kinds[tally->count++] = (struct cli_tally_kind){.id = id, .level = level};
	tally->kinds[at].count += times;
	return &tally->kinds[at];
}

static struct cli_note *
add_note(cli_notes *notes)
{
	if (notes->count == notes->capacity) {
		notes->capacity = notes->capacity * 2 + 8;
		notes->items = cli_resize(notes->items, notes->capacity * sizeof *notes->items);
	}
	return &notes->items[notes->count++];
}

void
cli_notes_sink(void *payload, const clausary_diagnostic *diagnostic)
{
	cli_notes *notes = payload;
	struct cli_tally_kind *kind =
	        tally_count(&notes->tally, diagnostic->id, diagnostic->level, 1);
	if (!kind || (kind->shown >= SHOWN_OF_A_KIND && !notes->all))
		return;
	kind->shown++;
	*add_note(notes) = (struct cli_note){
	        .level = diagnostic->level,
	        .line = diagnostic->line,
	        .id = diagnostic->id,
	        .name = cli_copy(diagnostic->document.data, diagnostic->document.size),
	        .message = cli_copy(diagnostic->message.data, diagnostic->message.size)};
}

void
cli_notes_error(cli_notes *notes, const char *name, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *message = format_message(cli_message(format), arguments);
	va_end(arguments);
	*add_note(notes) = (struct cli_note){
	        .level = CLAUSARY_ERROR, .name = cli_copy(name, strlen(name)), .message = message};
}

/* Say how many of each kind were not shown. */
static void
print_rest(cli_tally *tally, cli_report *report, const char *name)
{
	for (size_t i = 0; i < tally->count; i++) {
		struct cli_tally_kind *kind = &tally->kinds[i];
		size_t rest = kind->count - kind->shown;
		char message[200];
		if (rest == 0)
			continue;
		snprintf(message, sizeof message, cli_message("%zu more of this kind"), rest);
		print(report, kind->level, name, 0, message, kind->id);
		if (kind->level == CLAUSARY_ERROR)
			report->errors += rest - 1;
		if (kind->level == CLAUSARY_WARNING)
			report->warnings += rest - 1;
	}
	tally->count = 0;
}

void
cli_notes_print(cli_notes *notes, cli_report *report, const char *name)
{
	for (size_t i = 0; i < notes->count; i++) {
		struct cli_note *note = &notes->items[i];
		struct cli_tally_kind *kind = NULL;
		if (report->whole_run && note->id)
			kind = tally_count(&report->tally, note->id, note->level, 1);
		if (!kind || kind->shown < SHOWN_OF_A_KIND)
			print(report, note->level, note->name[0] ? note->name : name, note->line,
			      note->message, note->id);
		if (kind && kind->shown < SHOWN_OF_A_KIND)
			kind->shown++;
		free(note->name);
		free(note->message);
	}
	notes->count = 0;
	for (size_t i = 0; i < notes->tally.count && report->whole_run; i++) {
		const struct cli_tally_kind *kind = &notes->tally.kinds[i];
		tally_count(&report->tally, kind->id, kind->level, kind->count - kind->shown);
	}
	if (report->whole_run)
		notes->tally.count = 0;
	else
		print_rest(&notes->tally, report, name);
}

void
cli_report_finish(cli_report *report)
{
	cli_progress_clear(&report->progress);
	print_rest(&report->tally, report, NULL);
}

void
cli_notes_finish(cli_notes *notes)
{
	for (size_t i = 0; i < notes->count; i++) {
		free(notes->items[i].name);
		free(notes->items[i].message);
	}
	free(notes->items);
	*notes = (cli_notes){0};
}
