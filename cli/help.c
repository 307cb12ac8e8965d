/* Help, made from the tables of commands and options and folded to 79 columns. */
#include "options.h"

#include <stdarg.h>
#include <string.h>

enum { WIDTH = 79, MARGIN = 24 };

/* Columns that UTF-8 text takes: every byte but the continuation bytes. */
static size_t
columns(const char *text, size_t size)
{
	size_t count = 0;
	for (size_t i = 0; i < size; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

/* Print words folded to the width; the first line already holds `used` columns. */
static void
print_folded(FILE *to, const char *text, size_t size, size_t margin, size_t used)
{
	const char *end = text + size;
	size_t column = used;
	for (bool first = true; text < end; first = false) {
		const char *blank = memchr(text, ' ', (size_t)(end - text));
		size_t word = (size_t)((blank ? blank : end) - text), wide = columns(text, word);
		if (column + wide + !first > WIDTH) {
			fprintf(to, "\n%*s", (int)margin, "");
			column = margin;
		} else if (!first) {
			fputc(' ', to);
			column++;
		}
		fwrite(text, 1, word, to);
		column += wide;
		text += word + (blank != NULL);
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
	fputs("\nOptions:\n", to);
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
		print_entry(to, cli_text_string(&left), option->help, strlen(option->help));
		cli_text_finish(&left);
	}
}

static void
print_exit_statuses(FILE *to)
{
	fputs("\nExit status:\n", to);
	for (const char *line = cli_exit_statuses; *line;) {
		size_t size = strcspn(line, "\n");
		char left[] = {line[0], '\0'};
		print_entry(to, left, line + 2, size - 2);
		line += size + 1;
	}
}

static void
print_examples(FILE *to, const char *examples)
{
	fputs("\nExamples:\n", to);
	for (bool command = false; *examples; command = !command) {
		size_t size = strcspn(examples, "\n");
		fprintf(to, command ? "    $ %.*s\n" : "  %.*s\n", (int)size, examples);
		examples += size + 1;
	}
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
	fputs("clausary: glossaries keyed by clause\n\n"
	      "Usage: clausary COMMAND [option…] [operand…]\n\nCommands:\n",
	      to);
	for (size_t i = 0; i < cli_command_count; i++)
		print_entry(to, cli_commands[i].name, cli_commands[i].summary,
		            strlen(cli_commands[i].summary));
	print_options(to, CLI_EVERYWHERE);
	print_examples(
	        to,
	        "The glossary of a document, on the terminal:\nclausary extract resolution.docx\n"
	        "A TBX termbase from a folder:\nclausary extract -o terms.tbx documents/\n"
	        "The clauses of a document and their keys:\nclausary show resolution.docx\n");
	print_exit_statuses(to);
	fputs("\nclausary help COMMAND says more.\n", to);
}

void
cli_help(FILE *to, const cli_command *command)
{
	if (!command) {
		print_program(to);
		return;
	}
	fprintf(to, "clausary %s: %s\n\nUsage: clausary %s [option…] %s\n", command->name,
	        command->summary, command->name, command->operands);
	if (command->bit == CLI_EXTRACT)
		fputs("       clausary extract --stream [option…]\n", to);
	print_paragraphs(to, command->description);
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
		const char *names[8];
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
	vsnprintf(line, sizeof line, format, arguments);
	va_end(arguments);
	cli_text message = {0};
	cli_text_add_visible(&message, line, strlen(line));
	fprintf(stderr, "clausary: %s\n`clausary help%s%s` says more.\n", cli_text_string(&message),
	        command ? " " : "", command ? command->name : "");
	cli_text_finish(&message);
	return CLI_FAILED;
}
