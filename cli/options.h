/* The commands and the one table of options, from which parsing, --help, the manual page and the
 * shell completions come. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "text.h"

#include <stdio.h>

/** Where an option stands. */
enum {
	CLI_EXTRACT = 1,
	CLI_SHOW = 2,
	CLI_LIST = 4,
	CLI_HELP = 8,
	CLI_CHECK = 16,
	CLI_CONVERT = 32,
	CLI_VALIDATE = 64,
	CLI_EXPLAIN = 128,
	CLI_MERGE = 256,
	CLI_ADD = 1024,
	CLI_EXPORT = 2048,
	CLI_GLOSSARY = 4096,
	CLI_DIFF = 8192,
	CLI_UPDATE = 16384,
	CLI_HIDDEN = 1 << 16,
	CLI_EVERYWHERE = CLI_HIDDEN - 1
};

/** What the user asked for; zeros are the defaults. Strings belong to argv. */
typedef struct cli_settings {
	const struct cli_command *command; /* NULL: none was named */
	const char *output, *writer, *format, *language, *profile, *changes;
	const char *languages, *language_map, *pair, *doubts;
	const char *reference, *title, *subject, *jobs, *data_directory, *stage;
	const char *report, *house, *rules, *authority, *level, *fail_on, *baseline, *suppressions;
	const char *manual, *completion, *ui_language;
	const char *clauses;
	const char *columns, *policy, *comparison;
	const char *last, *run, *change_report, *replaces, *sheet;
	bool stream, sentences, versions, all, quiet, strict, help, version, losses, refuse, record,
	        dry;
	char **operands; /* owned */
	size_t operand_count;
} cli_settings;

typedef struct cli_option {
	const char *name;  /* "output" */
	char letter;       /* 'o', or 0 */
	unsigned commands; /* bits */
	size_t offset; /* of the field of cli_settings: bool without an argument, else const char *
	                */
	const char *argument; /* what help calls it, or NULL */
	const char *values; /* for completion: words, "@KIND" a list, "/" files, "//" folders; NULL:
	                       nothing */
	const char *help;   /* one sentence or two */
} cli_option;

/** A command line and what it is for. */
typedef struct cli_example {
	const char *purpose, *command;
} cli_example;

typedef struct cli_command {
	const char *name;
	unsigned bit;
	const char *operands;        /* for the synopsis */
	const char *values;          /* of the operands, as cli_option has it */
	const char *summary;         /* half a line */
	const char *description;     /* paragraphs parted by a line feed */
	const cli_example *examples; /* ended by zeros */
	int (*run)(const cli_settings *settings);
} cli_command;

extern const cli_option cli_options[];
extern const size_t cli_option_count;
extern const cli_command cli_commands[];
/** Of the program: ended by zeros. */
extern const cli_example cli_examples[];
extern const size_t cli_command_count;
enum { CLI_MOST_COMMANDS = 32 };

enum { CLI_EXIT_STATUSES = 3 };
/** What the exit status of that number means. */
extern const char *const cli_exit_statuses[CLI_EXIT_STATUSES];

/** The command of that name, or NULL. Owner: static. */
const cli_command *cli_command_find(const char *name);

/**
 * Fill `settings` from the arguments of main().
 *
 * Owner: caller frees `settings->operands`.
 * Fails: returns false after a message on standard error that says what to type.
 */
bool cli_options_parse(cli_settings *settings, int count, char **arguments);

/** Print the help of a command, or of the program when NULL. */
void cli_help(FILE *to, const cli_command *command);

/** Fill the manual page's template, a file; see man/. Fails: returns CLI_FAILED after a message. */
int cli_manual(FILE *to, const char *template_path);

/** Print the completion of a shell: bash, zsh or fish. Fails: returns CLI_FAILED after a message.
 */
int cli_completion(FILE *to, const char *shell);

int cli_check(const cli_settings *settings);
int cli_convert(const cli_settings *settings);
int cli_diff(const cli_settings *settings);
int cli_update(const cli_settings *settings);
int cli_merge(const cli_settings *settings);
int cli_extract(const cli_settings *settings);
int cli_stream(const cli_settings *settings);
int cli_show(const cli_settings *settings);
int cli_validate(const cli_settings *settings);
int cli_explain(const cli_settings *settings);
int cli_glossary(const cli_settings *settings);
int cli_add(const cli_settings *settings);
int cli_export(const cli_settings *settings);
int cli_list(const cli_settings *settings);
int cli_help_command(const cli_settings *settings);

/** Say "clausary: …" on standard error and what to type for help; returns CLI_FAILED. */
__attribute__((format(printf, 2, 3))) int cli_usage_error(const cli_command *command,
                                                          const char *format, ...);

#endif
