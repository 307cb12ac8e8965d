/* Help, made from the tables of commands and options and folded to 79 columns. */
#include "messages.h"
#include "options.h"

#include <stdarg.h>
#include <string.h>

enum { WIDTH = 79, MARGIN = 24 };

/* Whether a character of three bytes is wide: U+3000-9FFF and U+F900-FFFF, Chinese, Japanese and
 * full-width marks. */
static bool
is_wide(const char *at)
{
	unsigned char first = (unsigned char)*at;
	return (first >= 0xE3 && first <= 0xE9) || first == 0xEF;
}

/* Columns that UTF-8 text takes on a terminal. */
static size_t
columns(const char *text, size_t size)
{
	size_t count = 0;
	for (size_t i = 0; i < size; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80 ? 1 + is_wide(text + i) : 0;
	return count;
}

/* Whether a mark stands that begins no line: the comma, stop and closing bracket of Chinese. */
static bool
is_closing(const char *at, const char *end)
{
	static const char *const marks[] = {"、", "。", "，", "；", "：", "）", "”", "？", "！"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks && end - at >= 3; i++)
		if (memcmp(at, marks[i], 3) == 0)
			return true;
	return false;
}

/* The bytes up to the next place where a line may end: before a blank, after a wide character. */
static size_t
unbroken(const char *text, const char *end)
{
	const char *at = text;
	while (at < end && *at != ' ' && !is_wide(at))
		at++;
	if (at < end && *at != ' ')
		at += end - at < 3 ? end - at : 3;
	while (is_closing(at, end))
		at += 3;
	return (size_t)(at - text);
}

/* Print words folded to the width; the first line already holds `used` columns. */
static void
print_folded(FILE *to, const char *text, size_t size, size_t margin, size_t used)
{
	const char *end = text + size;
	size_t column = used;
	for (bool blank = false; text < end; blank = text < end && *text == ' ', text += blank) {
		size_t word = unbroken(text, end), wide = columns(text, word);
		if (column + blank + wide > WIDTH && column > margin) {
			fprintf(to, "\n%*s", (int)margin, "");
			column = margin;
		} else if (blank) {
			fputc(' ', to);
			column++;
		}
		fwrite(text, 1, word, to);
		column += wide;
		text += word;
	}
	fputc('\n', to);
}

/* Print `left` in a column of its own and `right` folded beside it. */
static void
print_entry(FILE *to, const char *left, const char *right, size_t size)
{
	size_t wide = columns(left, strlen(left)) + 2;
	fprintf(to, "  %s", left);
	if (wide + 2 > MARGIN) {
		fputc('\n', to);
		wide = 0;
	}
	fprintf(to, "%*s", (int)(MARGIN - wide), "");
	print_folded(to, right, size, MARGIN, MARGIN);
}

static void
print_options(FILE *to, unsigned commands)
{
	fprintf(to, "\n%s\n", cli_message("Options:"));
	for (size_t i = 0; i < cli_option_count; i++) {
		const cli_option *option = &cli_options[i];
		if (!option->help || (option->commands & commands) != commands)
			continue;
		cli_text left = {0};
		if (option->letter)
			cli_text_print(&left, "-%c, ", option->letter);
		else
			cli_text_print(&left, "    ");
		cli_text_print(&left, "--%s%s%s", option->name, option->argument ? " " : "",
		               option->argument ? option->argument : "");
		const char *help = cli_message(option->help);
		print_entry(to, cli_text_string(&left), help, strlen(help));
		cli_text_finish(&left);
	}
}

static void
print_exit_statuses(FILE *to)
{
	fprintf(to, "\n%s\n", cli_message("Exit status:"));
	for (int status = 0; status < CLI_EXIT_STATUSES; status++) {
		char left[] = {(char)('0' + status), '\0'};
		const char *meaning = cli_message(cli_exit_statuses[status]);
		print_entry(to, left, meaning, strlen(meaning));
	}
}

static void
print_examples(FILE *to, const cli_example *examples)
{
	fprintf(to, "\n%s\n", cli_message("Examples:"));
	for (; examples->command; examples++)
		fprintf(to, "  %s\n    $ %s\n", cli_message(examples->purpose), examples->command);
}

static void
print_paragraphs(FILE *to, const char *text)
{
	while (*text) {
		size_t size = strcspn(text, "\n");
		fputc('\n', to);
		print_folded(to, text, size, 0, 0);
		text += size + (text[size] == '\n');
	}
}

static void
print_program(FILE *to)
{
	fprintf(to, "clausary: %s\n\n%s clausary COMMAND [option…] [operand…]\n\n%s\n",
	        cli_message("glossaries keyed by clause"), cli_message("Usage:"),
	        cli_message("Commands:"));
	for (size_t i = 0; i < cli_command_count; i++) {
		const char *summary = cli_message(cli_commands[i].summary);
		print_entry(to, cli_commands[i].name, summary, strlen(summary));
	}
	print_options(to, CLI_EVERYWHERE);
	print_examples(to, cli_examples);
	print_exit_statuses(to);
	fprintf(to, "\n%s\n", cli_message("clausary help COMMAND says more."));
}

void
cli_help(FILE *to, const cli_command *command)
{
	if (!command) {
		print_program(to);
		return;
	}
	fprintf(to, "clausary %s: %s\n\n%s\n  clausary %s [option…] %s\n", command->name,
	        cli_message(command->summary), cli_message("Usage:"), command->name,
	        command->operands);
	if (command->bit == CLI_EXTRACT)
		fputs("  clausary extract --stream [option…]\n", to);
	print_paragraphs(to, cli_message(command->description));
	print_options(to, command->bit);
	print_examples(to, command->examples);
	if (command->bit == CLI_EXTRACT || command->bit == CLI_SHOW)
		print_exit_statuses(to);
}

int
cli_help_command(const cli_settings *settings)
{
	const cli_command *command = NULL;
	if (settings->operand_count > 1)
		return cli_usage_error(settings->command, "help takes one command");
	if (settings->operand_count == 1) {
		const char *names[CLI_MOST_COMMANDS];
		command = cli_command_find(settings->operands[0]);
		for (size_t i = 0; i < cli_command_count; i++)
			names[i] = cli_commands[i].name;
		const char *nearest = cli_nearest(settings->operands[0], names, cli_command_count);
		if (!command && nearest)
			return cli_usage_error(
			        NULL, "there is no command %s; did you mean clausary help %s?",
			        settings->operands[0], nearest);
		if (!command)
			return cli_usage_error(NULL, "there is no command %s",
			                       settings->operands[0]);
	}
	cli_help(stdout, command);
	return CLI_DONE;
}

int
cli_usage_error(const cli_command *command, const char *format, ...)
{
	char line[2000];
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(line, sizeof line, cli_message(format), arguments);
	va_end(arguments);
	cli_text message = {0};
	cli_text_add_visible(&message, line, strlen(line));
	fprintf(stderr, "clausary: %s\n", cli_text_string(&message));
	fprintf(stderr, cli_message("`clausary help%s%s` says more."), command ? " " : "",
	        command ? command->name : "");
	fputc('\n', stderr);
	cli_text_finish(&message);
	return CLI_FAILED;
}
