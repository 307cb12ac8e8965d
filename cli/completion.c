/* Shell completions from the tables of commands and options: bash, zsh, fish. Names of writers and
 * the like are asked of the program when they are needed. */
#include "options.h"

#include <string.h>

/* Print the beginning of a text for a quoted string, without what a shell would read. */
static void
print_sentence(FILE *to, const char *text)
{
	for (; *text && !(strchr(".:;", text[0]) && (text[1] == ' ' || !text[1])); text++)
		if (!strchr("'`\"[]:$\\", *text))
			fputc(*text, to);
}

/* The list that values beginning with @ name, "writers", and what follows it. */
static size_t
list_size(const char *values)
{
	return strcspn(values + 1, " ");
}

/* Whether any option or operand of the command has this kind of value. */
static bool
shown(const cli_option *option, const cli_command *command)
{
	return option->help && (option->commands & command->bit);
}

static void
bash_values(FILE *to, const char *values)
{
	if (!values || values[0] == '/')
		fputs("return", to); /* readline completes names of files itself, blanks and all */
	else if (values[0] == '@')
		fprintf(to,
		        "COMPREPLY=($(compgen -W \"$(_clausary_names %.*s)%s\" -- \"$word\")); "
		        "return",
		        (int)list_size(values), values + 1, values + 1 + list_size(values));
	else
		fprintf(to, "COMPREPLY=($(compgen -W '%s' -- \"$word\")); return", values);
}

static void
bash_options(FILE *to, const cli_command *command)
{
	for (size_t i = 0; i < cli_option_count; i++) {
		if (!shown(&cli_options[i], command))
			continue;
		if (cli_options[i].letter)
			fprintf(to, " -%c", cli_options[i].letter);
		fprintf(to, " --%s", cli_options[i].name);
	}
}

/* The option after each command that has it: two commands may have one of the same name. */
static void
bash_pattern(FILE *to, const cli_option *option)
{
	const char *before = "\t";
	for (size_t i = 0; i < cli_command_count; i++) {
		const cli_command *command = &cli_commands[i];
		if (!(option->commands & command->bit))
			continue;
		fprintf(to, "%s'%s --%s'", before, command->name, option->name);
		if (option->letter)
			fprintf(to, "|'%s -%c'", command->name, option->letter);
		before = "|";
	}
	fputs(") ", to);
}

static void
print_bash(FILE *to)
{
	fputs("# bash completion for clausary; made from its table of options\n"
	      "_clausary_names() {\n\tclausary list \"$1\" 2>/dev/null | while read -r name _; do "
	      "echo \"$name\"; done\n}\n"
	      "_clausary() {\n\tlocal word=\"${COMP_WORDS[COMP_CWORD]}\" "
	      "previous=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
	      "\tif [ \"$previous\" = '=' ]; then previous=\"${COMP_WORDS[COMP_CWORD-2]}\"; fi\n"
	      "\tif [ \"$word\" = '=' ]; then word=; fi\n"
	      "\tcase \"${COMP_WORDS[1]} $previous\" in\n",
	      to);
	for (size_t i = 0; i < cli_option_count; i++) {
		const cli_option *option = &cli_options[i];
		if (!option->help || !option->argument)
			continue;
		bash_pattern(to, option);
		bash_values(to, option->values);
		fputs(";;\n", to);
	}
	fputs("\tesac\n\tcase \"${COMP_WORDS[1]}\" in\n", to);
	for (size_t i = 0; i < cli_command_count; i++) {
		const cli_command *command = &cli_commands[i];
		fprintf(to,
		        "\t%s)\n\t\tif [ \"${word#-}\" != \"$word\" ]; then COMPREPLY=($(compgen "
		        "-W '",
		        command->name);
		bash_options(to, command);
		fputs("' -- \"$word\")); return; fi\n\t\t", to);
		bash_values(to, command->values);
		fputs(";;\n", to);
	}
	fputs("\t*) COMPREPLY=($(compgen -W '", to);
	for (size_t i = 0; i < cli_command_count; i++)
		fprintf(to, "%s ", cli_commands[i].name);
	fputs("--help --version' -- \"$word\"));;\n\tesac\n}\ncomplete -o default -F _clausary "
	      "clausary\n",
	      to);
}

static void
zsh_values(FILE *to, const char *values)
{
	if (!values)
		return;
	if (values[0] == '/')
		fputs(values[1] ? "_files -/" : "_files", to);
	else if (values[0] == '@')
		fprintf(to, "_clausary_names %.*s", (int)list_size(values), values + 1);
	else
		fprintf(to, "(%s)", values);
}

static void
zsh_option(FILE *to, const cli_option *option)
{
	fputs("\t\t\t", to);
	if (option->letter)
		fprintf(to, "'(-%c --%s)'{-%c%s,--%s%s}'[", option->letter, option->name,
		        option->letter, option->argument ? "+" : "", option->name,
		        option->argument ? "=" : "");
	else
		fprintf(to, "'--%s%s[", option->name, option->argument ? "=" : "");
	print_sentence(to, option->help);
	fputs("]", to);
	if (option->argument) {
		fprintf(to, ":%s:", option->argument);
		zsh_values(to, option->values);
	}
	fputs("' \\\n", to);
}

static void
print_zsh(FILE *to)
{
	fputs("#compdef clausary\n# made from clausary's table of options\n"
	      "_clausary_names() {\n\tlocal -a names\n"
	      "\tnames=(${(f)\"$(clausary list $1 2>/dev/null | sed 's/:/\\\\:/g; s/   */:/')\"})\n"
	      "\t_describe $1 names\n}\n"
	      "_clausary() {\n\tlocal -a commands\n\tcommands=(\n",
	      to);
	for (size_t i = 0; i < cli_command_count; i++) {
		fprintf(to, "\t\t'%s:", cli_commands[i].name);
		print_sentence(to, cli_commands[i].summary);
		fputs("'\n", to);
	}
	fputs("\t)\n\tif (( CURRENT == 2 )); then\n\t\t_describe command "
	      "commands\n\t\treturn\n\tfi\n"
	      "\tlocal command=$words[2]\n\tshift words\n\t(( CURRENT-- ))\n\tcase $command in\n",
	      to);
	for (size_t i = 0; i < cli_command_count; i++) {
		const cli_command *command = &cli_commands[i];
		fprintf(to, "\t%s)\n\t\t_arguments -s \\\n", command->name);
		for (size_t j = 0; j < cli_option_count; j++)
			if (shown(&cli_options[j], command))
				zsh_option(to, &cli_options[j]);
		fputs("\t\t\t'*:operand:", to);
		zsh_values(to, command->values);
		fputs("'\n\t\t;;\n", to);
	}
	fputs("\tesac\n}\n_clausary \"$@\"\n", to);
}

static void
fish_values(FILE *to, const char *values)
{
	if (!values)
		return;
	if (values[0] == '@')
		fprintf(to,
		        " -f -a '(clausary list %.*s 2>/dev/null | string replace -r \"  +\" "
		        "\\t)%s'",
		        (int)list_size(values), values + 1, values + 1 + list_size(values));
	else if (values[0] == '/')
		fputs(values[1] ? " -f -a '(__fish_complete_directories)'" : " -F", to);
	else
		fprintf(to, " -f -a '%s'", values);
}

static void
fish_option(FILE *to, const cli_option *option, const cli_command *command)
{
	fprintf(to, "complete -c clausary -n '__fish_seen_subcommand_from %s' -l %s", command->name,
	        option->name);
	if (option->letter)
		fprintf(to, " -s %c", option->letter);
	if (option->argument)
		fputs(" -r", to);
	fish_values(to, option->values);
	fputs(" -d '", to);
	print_sentence(to, option->help);
	fputs("'\n", to);
}

static void
print_fish(FILE *to)
{
	fputs("# fish completion for clausary; made from its table of options\n", to);
	for (size_t i = 0; i < cli_command_count; i++) {
		const cli_command *command = &cli_commands[i];
		fprintf(to, "complete -c clausary -f -n __fish_use_subcommand -a %s -d '",
		        command->name);
		print_sentence(to, command->summary);
		fputs("'\n", to);
		if (command->values && command->values[0] != '/')
			fprintf(to,
			        "complete -c clausary -f -n '__fish_seen_subcommand_from %s' -a "
			        "'%s'\n",
			        command->name, command->values);
		for (size_t j = 0; j < cli_option_count; j++)
			if (shown(&cli_options[j], command))
				fish_option(to, &cli_options[j], command);
	}
}

int
cli_completion(FILE *to, const char *shell)
{
	if (strcmp(shell, "bash") == 0)
		print_bash(to);
	else if (strcmp(shell, "zsh") == 0)
		print_zsh(to);
	else if (strcmp(shell, "fish") == 0)
		print_fish(to);
	else
		return cli_usage_error(NULL, "--print-completion %s: say bash, zsh or fish", shell);
	return CLI_DONE;
}
