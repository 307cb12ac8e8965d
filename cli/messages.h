/* The language in which the command speaks to people. */
#ifndef CLI_MESSAGES_H
#define CLI_MESSAGES_H

#include <clausary.h>

/**
 * Choose the language from --ui-language among the arguments of main(), else from the environment
 * as POSIX has it: LC_ALL, LC_MESSAGES, LANG. Called once, before anything is said and before
 * threads start: an error in the arguments is told in it too.
 *
 * Owner: cli_messages_close() frees what it opens. Fails: never; without messages in that language
 * they are English.
 */
void cli_messages_open(int count, char **arguments);

void cli_messages_close(void);

/** The translation of a sentence or format, or `english` itself. Owner: the module. */
const char *cli_message(const char *english);

/** The tag of that language, BCP 47. Owner: the module. */
const char *cli_messages_language(void);

/** Let a context speak the same language: failures and diagnostics. */
void cli_messages_share(clausary_context *context);

#endif
