/* The parser of options, and the table it reads. */
#include "unit.h"

#include "options.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static cli_settings settings;

/* Parse words parted by blanks. */
static bool
parse(const char *line)
{
	static char copy[400]; /* what is parsed points into it */
	char *words[40];
	int count = 0;
	snprintf(copy, sizeof copy, "%s", line);
	for (char *at = copy; *at; count++) {
		words[count] = at;
		at += strcspn(at, " ");
		if (*at)
			*at++ = '\0';
	}
	free(settings.operands);
	return cli_options_parse(&settings, count, words);
}

/* Fail quietly: what is said of an error is tested elsewhere. */
static bool
refuses(const char *line)
{
	int nothing = open("/dev/null", O_WRONLY);
	int before = dup(STDERR_FILENO);
	dup2(nothing, STDERR_FILENO);
	bool good = parse(line);
	dup2(before, STDERR_FILENO);
	close(before);
	close(nothing);
	return !good;
}

START_TEST(forms)
{
	ck_assert(parse("clausary extract --to=tbx -ox.tbx --language fr -qj4 a --werror b"));
	ck_assert_str_eq(settings.command->name, "extract");
	ck_assert_str_eq(settings.writer, "tbx");
	ck_assert_str_eq(settings.output, "x.tbx");
	ck_assert_str_eq(settings.language, "fr");
	ck_assert_str_eq(settings.jobs, "4");
	ck_assert(settings.quiet && settings.strict && !settings.stream);
	ck_assert_uint_eq(settings.operand_count, 1 + 1);
	ck_assert(parse("clausary extract --to= -- -x --to -"));
	ck_assert_str_eq(settings.writer, "");
	ck_assert_uint_eq(settings.operand_count, 3);
	ck_assert_str_eq(settings.operands[0], "-x");
	ck_assert(parse("clausary --data-directory d list"));
	ck_assert_str_eq(settings.data_directory, "d");
	ck_assert(parse("clausary --help") && settings.help && !settings.command);
	ck_assert(parse("clausary"));
	ck_assert(parse("clausary --print-completion bash"));
}
END_TEST

START_TEST(refused)
{
	ck_assert(refuses("clausary extract --unknown"));
	ck_assert(refuses("clausary extract -Z"));
	ck_assert(refuses("clausary extract --to"));
	ck_assert(refuses("clausary extract -o"));
	ck_assert(refuses("clausary extract --quiet=yes a"));
	ck_assert(refuses("clausary --to tbx extract a"));
	ck_assert(refuses("clausary show --to tbx a"));
	ck_assert(refuses("clausary list -q"));
	ck_assert(refuses("clausary extract --print-manual x"));
	ck_assert(refuses("clausary extrct a"));
	ck_assert(refuses("clausary a.docx"));
}
END_TEST

/* Every option can be found, told from the others and explained. */
START_TEST(table)
{
	for (size_t i = 0; i < cli_option_count; i++) {
		const cli_option *option = &cli_options[i];
		ck_assert(option->commands == CLI_HIDDEN || option->help);
		ck_assert(option->argument || !option->values);
		for (size_t j = 0; j < i; j++) {
			bool together = (option->commands & cli_options[j].commands) != 0;
			ck_assert(!together || strcmp(option->name, cli_options[j].name) != 0);
			ck_assert(!together || !option->letter
			          || option->letter != cli_options[j].letter);
			/* one field is one option, which commands may explain each in its way */
			ck_assert(option->offset != cli_options[j].offset
			          || (!together && strcmp(option->name, cli_options[j].name) == 0));
		}
	}
	ck_assert(parse("clausary"));
	free(settings.operands);
	settings.operands = NULL;
}
END_TEST

UNIT_MAIN(cli_options, forms, refused, table)
