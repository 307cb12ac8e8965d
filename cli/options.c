/* The table of options, and the parser it feeds: the rules of POSIX 12.2 with long options and
 * options after operands as in GNU; "--" ends the options. */
#include "options.h"

#include <stdlib.h>
#include <string.h>

#define FIELD(name) offsetof(cli_settings, name)
#define SEVERAL (CLI_EXTRACT | CLI_CHECK | CLI_SHOW)
#define READING (SEVERAL | CLI_EXPLAIN)
#define TERMBASES (CLI_CONVERT | CLI_MERGE)
#define MINING (CLI_EXTRACT | CLI_ADD | CLI_UPDATE)
#define STORES (CLI_ADD | CLI_EXPORT)

const cli_option cli_options[] = {
        {"output", 'o',
	 READING | TERMBASES | CLI_UPDATE | CLI_DIFF | CLI_VALIDATE | CLI_EXPORT | CLI_GLOSSARY,
	 FIELD(output), "FILE", "/",
	 "Write to FILE, all or nothing: FILE is replaced when everything is done. With extract, a "
	 "folder (an "
	 "existing one, or a name that ends in /) gets one file for each document. Default, or "
	 "when FILE is -: "
	 "standard output."},
        {"to", 't', CLI_EXTRACT | TERMBASES | CLI_UPDATE | CLI_EXPORT | CLI_GLOSSARY, FIELD(writer),
	 "WRITER", "@writers",
	 "What to write: a name of `clausary list writers`. Default: what the ending of the output "
	 "file says; "
	 "without one, table on a terminal and tbx elsewhere."},
        {"to", 't', CLI_CHECK, FIELD(report), "REPORT", "@reports",
	 "How to report: a name of `clausary list reports`. Default: text."},
        {"house", 0, CLI_CHECK, FIELD(house), "HOUSE", "@houses",
	 "House style to check against: a name of `clausary list houses`, or a file of your own "
	 "that begins with a line such as \"inherit itu\". Default: plain."},
        {"rules", 0, CLI_CHECK, FIELD(rules), "RULE,…", NULL,
	 "Rules by id or name, as `clausary list rules` has them: A02,L04 only these, -A04 all but "
	 "this, D07=error at another level."},
        {"termbase", 0, CLI_CHECK, FIELD(authority), "FILE", "/",
	 "Terms that hold: a termbase of any format of `clausary list termbase-readers`. "
	 "Expansions and terms are compared with it."},
        {"level", 0, CLI_CHECK, FIELD(level), "LEVEL", "note warning error",
	 "Show issues from this level on: note (the default), warning or error."},
        {"baseline", 0, CLI_CHECK, FIELD(baseline), "FILE", "/",
	 "What was reported before, as `--to baseline` wrote it: such issues are known, do not "
	 "count "
	 "for the exit status, and text leaves them out."},
        {"suppressions", 0, CLI_CHECK, FIELD(suppressions), "FILE", "/",
	 "Issues that are to stay: a line for each, with rule, clause key, form and the reason, "
	 "parted by tabs; * is any clause or form. A file beside a document, "
	 "DOCUMENT.suppressions, "
	 "is read without being named. What suppresses nothing any more is told."},
        {"fail-on", 0, CLI_CHECK, FIELD(fail_on), "LEVEL", "note warning error",
	 "Exit with status 1 when there is an issue of this level or above. Default: error."},
        {"stream", 0, CLI_EXTRACT, FIELD(stream), NULL, NULL,
	 "Read documents from standard input, one JSON object a line with id, text and, where "
	 "known, "
	 "language; write findings to standard output, one JSON object a line."},
        {"stage", 's', CLI_SHOW, FIELD(stage), "STAGE",
	 "text blocks clauses tokens findings alignment",
	 "What to show: text, blocks, clauses (the default), tokens, findings, or the alignment of "
	 "language versions."},
        {"language", 'l', READING | CLI_UPDATE | CLI_ADD | CLI_GLOSSARY, FIELD(language), "TAG",
	 "@languages",
	 "Language of the documents, such as fr or zh-Hant, or one for each of them in their "
	 "order, as in en,fr,ru. Default: found from the text."},
        {"versions", 0, SEVERAL | CLI_UPDATE | CLI_ADD, FIELD(versions), NULL, NULL,
	 "All documents are language versions of one. Default: told from their content: number and "
	 "year, outline, numerals, citations and acronyms."},
        {"profile", 'p', READING | CLI_UPDATE | CLI_ADD | CLI_GLOSSARY, FIELD(profile), "PROFILE",
	 "@profiles",
	 "How clauses are numbered: a name of `clausary list profiles`. Default: chosen by "
	 "evidence."},
        {"format", 'f', READING | TERMBASES | CLI_UPDATE | CLI_ADD | CLI_GLOSSARY, FIELD(format),
	 "READER", "@readers @termbase-readers",
	 "Format of the input: a name of `clausary list readers`, of a termbase one of "
	 "`clausary list termbase-readers`. Default: chosen by content, never by the file's "
	 "name."},
        {"columns", 0, TERMBASES | CLI_UPDATE, FIELD(columns), "NAME,…", NULL,
	 "What the columns of a table are, in their order, as in en:term,fr:term,note; a column "
	 "without a name is left out. Default: what the head of the table says."},
        {"sheet", 0, TERMBASES | CLI_UPDATE | CLI_GLOSSARY, FIELD(sheet), "NAME", NULL,
	 "Which sheet of a workbook to read, by its name or its number from 1. Default: the first "
	 "with a table of terms; the others are told."},
        {"to", 't', CLI_DIFF, FIELD(comparison), "REPORT", "text json html",
	 "How to report changes: text (the default), json, or html for a page to read."},
        {"policy", 0, CLI_MERGE, FIELD(policy), "POLICY", "terms careful",
	 "What joins entries: terms (the default), also terms that are shared in two languages; "
	 "careful, those only where one of them has several words, and nothing by its clause "
	 "alone."},
        {"report", 0, CLI_CONVERT, FIELD(losses), NULL, NULL,
	 "Say before writing what the format has no place for, field by field, with how often."},
        {"report", 0, CLI_UPDATE, FIELD(change_report), "FILE", "/",
	 "Write to FILE what is new, changed, moved and withdrawn, and the conflicts: as JSON or "
	 "as "
	 "an HTML page where its name ends so, else as text; - is standard output. Default: text "
	 "on "
	 "standard error."},
        {"last", 0, CLI_UPDATE, FIELD(last), "FILE", "/",
	 "A termbase: what the last run made, before people worked on it. Default: "
	 "BASE.generated, which update and extract --record leave."},
        {"run", 0, CLI_UPDATE, FIELD(run), "FILE", "/",
	 "A termbase: what the new run made, in the place of documents."},
        {"replaces", 0, CLI_UPDATE, FIELD(replaces), "NAME", NULL,
	 "Which of the documents that BASE cites has the new edition: its identifier, such as "
	 "“Resolution 17”, or its file. Default: the one with the same number."},
        {"dry-run", 'n', CLI_UPDATE, FIELD(dry), NULL, NULL, "Report only; write no termbase."},
        {"record", 0, CLI_EXTRACT, FIELD(record), NULL, NULL,
	 "Keep beside the output, as FILE.generated, what was found, so that `clausary update` can "
	 "tell later what people have changed."},
        {"strict", 0, CLI_CONVERT, FIELD(refuse), NULL, NULL,
	 "Write nothing when the format does not keep everything."},
        {"changes", 0, READING | CLI_UPDATE | CLI_ADD | CLI_GLOSSARY, FIELD(changes), "WHICH",
	 "final original",
	 "Which text to read where changes are tracked: final (the default) or original."},
        {"reference", 'r', MINING, FIELD(reference), "NAME", "@references none",
	 "Reference glossary that completes entries, a name of `clausary list references`, or "
	 "none. "
	 "Default: chosen by the document."},
        {"title", 0, CLI_EXTRACT, FIELD(title), "TEXT", NULL,
	 "Title of the glossary. Default: made from the documents."},
        {"subject", 0, MINING, FIELD(subject), "TEXT", NULL, "Subject field of every entry."},
        {"languages", 0, MINING, FIELD(languages), "TAG,…", NULL,
	 "Order of languages in entries and columns, as in en,fr,ru; those not named follow. "
	 "Default: the order of the documents."},
        {"languages", 0, CLI_GLOSSARY, FIELD(languages), "TAG,…", NULL,
	 "Only these languages of the entries, as in en,fr; the others are left out. Default: "
	 "all."},
        {"lang-map", 0, MINING, FIELD(language_map), "TAG=TAG,…", NULL,
	 "Call languages otherwise in the output: en=en-US,zh=zh-Hans."},
        {"pair", 0, CLI_EXTRACT | CLI_CONVERT, FIELD(pair), "TAG,TAG", NULL,
	 "The two languages of tsv, tsv-comment, utx and tbx-flat, from and to. Default: the first "
	 "two, of tbx-flat all; with a folder as output, a file for every two."},
        {"doubts", 0, CLI_EXTRACT, FIELD(doubts), "FILE", "/",
	 "Write to FILE, as CSV, what a person should look at: links between languages that are "
	 "not sure enough, pairs that may be none, and entries that lack a language."},
        {"sentences", 0, CLI_EXTRACT | CLI_UPDATE, FIELD(sentences), NULL, NULL,
	 "Take sentences that define, such as “a tide gauge is an instrument that …”, from "
	 "documents "
	 "that define nothing otherwise. JSON Lines always has them."},
        {"jobs", 'j', CLI_EXTRACT | CLI_UPDATE, FIELD(jobs), "N", NULL,
	 "Work on N documents at a time; the output is the same for every N. Default: one for each "
	 "processor, and 1 with --stream."},
        {"all", 'a', CLI_VALIDATE, FIELD(all), NULL, NULL,
	 "Show every fault. Default: at most 20 of a kind for each file, and how many more there "
	 "are."},
        {"clauses", 0, CLI_GLOSSARY, FIELD(clauses), "KEY,…", NULL,
	 "Only what occurs in these clauses of the document or below them, as in annex-B,3.2: keys "
	 "of "
	 "`clausary show`."},
        {"quiet", 'q',
	 READING | TERMBASES | CLI_UPDATE | CLI_DIFF | CLI_VALIDATE | STORES | CLI_GLOSSARY,
	 FIELD(quiet), NULL, NULL,
	 "Say nothing of warnings, notes and progress; errors are still told."},
        {"werror", 0,
	 READING | TERMBASES | CLI_UPDATE | CLI_DIFF | CLI_VALIDATE | STORES | CLI_GLOSSARY,
	 FIELD(strict), NULL, NULL, "Count every warning as a problem: exit status 1."},
        {"data-directory", 0, CLI_EVERYWHERE, FIELD(data_directory), "FOLDER", "//",
	 "Where languages, profiles and reference glossaries are. Default: the environment's "
	 "CLAUSARY_DATA, "
	 "else the installation."},
        {"ui-language", 0, CLI_EVERYWHERE, FIELD(ui_language), "TAG", "en fr es ru ar zh",
	 "Language of messages and help. Default: what LC_ALL, LC_MESSAGES or LANG says, English "
	 "where there is no translation. What is written for machines never changes with it."},
        {"help", 'h', CLI_EVERYWHERE, FIELD(help), NULL, NULL, "Explain the command and stop."},
        {"version", 'V', CLI_EVERYWHERE, FIELD(version), NULL, NULL, "Print the version and stop."},
        {"print-manual", 0, CLI_HIDDEN, FIELD(manual), "TEMPLATE", "/", NULL},
        {"print-completion", 0, CLI_HIDDEN, FIELD(completion), "SHELL", "bash zsh fish", NULL},
};
const size_t cli_option_count = sizeof cli_options / sizeof *cli_options;

/* The arguments while they are read. */
typedef struct parser {
	cli_settings *settings;
	char **arguments;
	int count, at;
} parser;

static const char *
nearest_option(const char *name, size_t size)
{
	const char *names[sizeof cli_options / sizeof *cli_options];
	size_t count = 0;
	for (size_t i = 0; i < cli_option_count; i++)
		if (cli_options[i].help)
			names[count++] = cli_options[i].name;
	char *word = cli_copy(name, size);
	const char *nearest = cli_nearest(word, names, count);
	free(word);
	return nearest;
}

/* Whether the option may stand here: before a command only what stands everywhere. */
static bool
fits(const cli_command *command, const cli_option *option)
{
	if (option->commands == CLI_HIDDEN)
		return !command;
	return command ? (option->commands & command->bit) != 0
	               : option->commands == CLI_EVERYWHERE;
}

static bool
misplaced(const cli_command *command, const cli_option *option)
{
	for (size_t i = 0; i < cli_command_count; i++) {
		if (!(option->commands & cli_commands[i].bit))
			continue;
		if (command)
			cli_usage_error(command,
			                "--%s is an option of `clausary %s`, not of `clausary %s`",
			                option->name, cli_commands[i].name, command->name);
		else
			cli_usage_error(command,
			                "--%s is an option of a command: clausary %s --%s%s%s …",
			                option->name, cli_commands[i].name, option->name,
			                option->argument ? " " : "",
			                option->argument ? option->argument : "");
		return false;
	}
	cli_usage_error(command, "--%s stands alone, without a command", option->name);
	return false;
}

/* Give the option its value; NULL: the next argument. */
static bool
set(parser *p, const cli_option *option, const char *value)
{
	const cli_command *command = p->settings->command;
	char *field = (char *)p->settings + option->offset;
	if (!fits(command, option))
		return misplaced(command, option);
	if (!option->argument) {
		if (value)
			return cli_usage_error(command, "--%s takes no value", option->name), false;
		*(bool *)(void *)field = true;
		return true;
	}
	if (!value && ++p->at >= p->count)
		return cli_usage_error(command, "--%s needs a value: --%s %s", option->name,
		                       option->name, option->argument),
		       false;
	*(const char **)(void *)field = value ? value : p->arguments[p->at];
	return true;
}

/* The option with that name, or with that letter where there is none; of two the one that fits the
 * command. */
static const cli_option *
find_option(const cli_command *command, const char *name, size_t size, char letter)
{
	const cli_option *found = NULL;
	for (size_t i = 0; i < cli_option_count; i++) {
		const cli_option *option = &cli_options[i];
		bool same = letter ? option->letter == letter
		                   : strlen(option->name) == size
		                             && memcmp(option->name, name, size) == 0;
		if (same && (!found || fits(command, option)))
			found = option;
	}
	return found;
}

static bool
long_option(parser *p, const char *name)
{
	const cli_command *command = p->settings->command;
	size_t size = strcspn(name, "=");
	const cli_option *option = find_option(command, name, size, '\0');
	if (option)
		return set(p, option, name[size] ? name + size + 1 : NULL);
	const char *nearest = nearest_option(name, size);
	if (nearest)
		cli_usage_error(command, "there is no option --%.*s; did you mean --%s?", (int)size,
		                name, nearest);
	else
		cli_usage_error(command, "there is no option --%.*s", (int)size, name);
	return false;
}

/* Letters in a row; the first that takes a value takes the rest of them. */
static bool
short_options(parser *p, const char *letters)
{
	for (; *letters; letters++) {
		const cli_option *option = find_option(p->settings->command, NULL, 0, *letters);
		if (!option)
			return cli_usage_error(p->settings->command, "there is no option -%s",
			                       letters),
			       false;
		if (option->argument)
			return set(p, option, letters[1] ? letters + 1 : NULL);
		if (!set(p, option, NULL))
			return false;
	}
	return true;
}

/* The first operand is the command, the others are its operands. */
static bool
operand(parser *p, char *argument)
{
	cli_settings *settings = p->settings;
	if (settings->command) {
		settings->operands[settings->operand_count++] = argument;
		return true;
	}
	settings->command = cli_command_find(argument);
	if (settings->command)
		return true;
	const char *names[CLI_MOST_COMMANDS];
	for (size_t i = 0; i < cli_command_count; i++)
		names[i] = cli_commands[i].name;
	const char *nearest = cli_nearest(argument, names, cli_command_count);
	if (nearest)
		cli_usage_error(NULL, "there is no command %s; did you mean clausary %s?", argument,
		                nearest);
	else if (strpbrk(argument, "./"))
		cli_usage_error(NULL, "name a command first: clausary extract %s", argument);
	else
		cli_usage_error(NULL, "there is no command %s", argument);
	return false;
}

bool
cli_options_parse(cli_settings *settings, int count, char **arguments)
{
	parser p = {settings, arguments, count, 0};
	bool ended = false;
	*settings = (cli_settings){0};
	settings->operands =
	        cli_resize(NULL, (size_t)(count > 0 ? count : 1) * sizeof *settings->operands);
	for (p.at = 1; p.at < count; p.at++) {
		char *argument = arguments[p.at];
		bool good = true;
		if (ended || argument[0] != '-' || !argument[1])
			good = operand(&p, argument);
		else if (argument[1] != '-')
			good = short_options(&p, argument + 1);
		else if (argument[2])
			good = long_option(&p, argument + 2);
		else
			ended = true;
		if (!good)
			return false;
	}
	return true;
}
