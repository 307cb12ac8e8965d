/* The manual page: a template of hand-written man(7) macros, where a line @COMMANDS@, @OPTIONS@,
 * @EXAMPLES@,
 * @STATUSES@ or @VERSION@ is filled from the tables. */
#include "options.h"

#include <clausary.h>

#include <errno.h>
#include <string.h>

/* Print text for roff: hyphens as typed, `code` in bold, no control line by accident. */
static void
print_text(FILE *to, const char *text, size_t size)
{
	bool code = false;
	for (size_t i = 0; i < size; i++) {
		bool starts = i == 0 || text[i - 1] == '\n';
		if (starts && (text[i] == '.' || text[i] == '\''))
			fputs("\\&", to);
		if (text[i] == '-')
			fputs("\\-", to);
		else if (text[i] == '\\')
			fputs("\\e", to);
		else if (text[i] == '`')
			fputs((code = !code) ? "\\fB" : "\\fR", to);
		else if (size - i >= 3 && memcmp(text + i, "…", 3) == 0)
			fputs("\\|.\\|.\\|.", to), i += 2;
		else
			fputc(text[i], to);
	}
}

static void
print_line(FILE *to, const char *before, const char *text, size_t size)
{
	fputs(before, to);
	print_text(to, text, size);
	fputc('\n', to);
}

static void
print_commands(FILE *to)
{
	for (size_t i = 0; i < cli_command_count; i++) {
		const cli_command *command = &cli_commands[i];
		fprintf(to, ".SS \"clausary %s\"\n.B clausary %s\n[\\fIoption\\fR\\|.\\|.\\|.] ",
		        command->name, command->name);
		print_line(to, "", command->operands, strlen(command->operands));
		for (const char *text = command->description; *text;) {
			size_t size = strcspn(text, "\n");
			print_line(to, ".PP\n", text, size);
			text += size + (text[size] == '\n');
		}
	}
}

/* "(extract, show)"; nothing for an option of every command. */
static void
print_places(FILE *to, unsigned commands)
{
	const char *before = "(";
	if (commands == CLI_EVERYWHERE)
		return;
	for (size_t i = 0; i < cli_command_count; i++) {
		if (!(commands & cli_commands[i].bit))
			continue;
		fprintf(to, "%s%s", before, cli_commands[i].name);
		before = ", ";
	}
	fputs(")\n", to);
}

static void
print_options(FILE *to)
{
	for (size_t i = 0; i < cli_option_count; i++) {
		const cli_option *option = &cli_options[i];
		if (!option->help)
			continue;
		fputs(".TP\n", to);
		if (option->letter)
			fprintf(to, "\\fB\\-%c\\fR, ", option->letter);
		fputs("\\fB\\-\\-", to);
		print_text(to, option->name, strlen(option->name));
		fputs("\\fR", to);
		if (option->argument)
			fprintf(to, " \\fI%s\\fR", option->argument);
		fputc('\n', to);
		print_line(to, "", option->help, strlen(option->help));
		print_places(to, option->commands);
	}
}

static void
print_examples(FILE *to)
{
	for (size_t i = 0; i < cli_command_count; i++) {
		const cli_example *example = cli_commands[i].examples;
		for (; example->command; example++) {
			if (example != cli_commands[0].examples)
				fputs(".PP\n", to);
			print_line(to, "", example->purpose, strlen(example->purpose));
			print_line(to, ".IP\n.nf\n$ ", example->command, strlen(example->command));
			fputs(".fi\n", to);
		}
	}
}

static void
print_statuses(FILE *to)
{
	for (int status = 0; status < CLI_EXIT_STATUSES; status++) {
		fprintf(to, ".TP\n\\fB%d\\fR\n", status);
		print_line(to, "", cli_exit_statuses[status], strlen(cli_exit_statuses[status]));
	}
}

int
cli_manual(FILE *to, const char *template_path)
{
	char line[1024];
	FILE *template_file = fopen(template_path, "r");
	if (!template_file) {
		fprintf(stderr, "clausary: %s: %s\n", template_path, strerror(errno));
		return CLI_FAILED;
	}
	while (fgets(line, sizeof line, template_file)) {
		if (strcmp(line, "@VERSION@\n") == 0)
			fprintf(to, ".TH CLAUSARY 1 \"\" \"Clausary %s\" \"User Commands\"\n",
			        clausary_version());
		else if (strcmp(line, "@COMMANDS@\n") == 0)
			print_commands(to);
		else if (strcmp(line, "@OPTIONS@\n") == 0)
			print_options(to);
		else if (strcmp(line, "@EXAMPLES@\n") == 0)
			print_examples(to);
		else if (strcmp(line, "@STATUSES@\n") == 0)
			print_statuses(to);
		else
			fputs(line, to);
	}
	fclose(template_file);
	return CLI_DONE;
}
