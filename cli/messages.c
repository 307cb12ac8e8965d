/* The catalogue of translated messages: like that of gettext it belongs to the process, is loaded
 * before threads start, and only read afterwards. */
#include "messages.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
	clausary_context *context; /* NULL: English */
	char language[64];         /* BCP 47, as asked for */
	bool known;                /* there are messages in it */
} catalogue;

/* The value of a long option among the arguments, without parsing the others; NULL: not there. */
static const char *
early_value(int count, char **arguments, const char *option)
{
	size_t size = strlen(option);
	for (int i = 1; i < count && strcmp(arguments[i], "--") != 0; i++) {
		if (strncmp(arguments[i], option, size) != 0)
			continue;
		if (arguments[i][size] == '=')
			return arguments[i] + size + 1;
		if (!arguments[i][size] && i + 1 < count)
			return arguments[i + 1];
	}
	return NULL;
}

/* What the environment asks for (POSIX.1-2017, 8.2): the first that is set and not empty. */
static const char *
environment_language(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && value[0])
			return value;
	}
	return "";
}

void
cli_messages_open(int count, char **arguments)
{
	const char *wanted = early_value(count, arguments, "--ui-language");
	if (!wanted)
		wanted = environment_language();
	size_t size = strcspn(wanted, ".@"); /* "fr_FR.UTF-8" */
	if (size == 0 || size >= sizeof catalogue.language || strncmp(wanted, "en", 2) == 0
	    || strncmp(wanted, "C", size) == 0 || strncmp(wanted, "POSIX", size) == 0)
		return;
	for (size_t i = 0; i < size; i++)
		catalogue.language[i] = wanted[i] == '_' ? '-' : wanted[i];
	catalogue.language[size] = '\0';
	if (clausary_context_new(&catalogue.context,
	                         early_value(count, arguments, "--data-directory"))
	    != CLAUSARY_OK)
		catalogue.context = NULL;
	catalogue.known = catalogue.context
	                  && clausary_context_set_messages(catalogue.context, catalogue.language)
	                             == CLAUSARY_OK;
}

void
cli_messages_close(void)
{
	clausary_context_free(catalogue.context);
	catalogue.context = NULL;
}

const char *
cli_message(const char *english)
{
	return clausary_message(catalogue.context, english);
}

const char *
cli_messages_language(void)
{
	return catalogue.known ? catalogue.language : "en";
}

void
cli_messages_share(clausary_context *context)
{
	if (context && catalogue.language[0])
		clausary_context_set_messages(context, catalogue.language);
}
