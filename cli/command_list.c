/* clausary list: what this build has. */
#include "messages.h"
#include "setup.h"

#include <string.h>

static const char *const kinds[] = {"readers", "writers",    "languages",       "profiles",
                                    "finders", "references", "limits",          "houses",
                                    "rules",   "reports",    "termbase-readers"};
enum { KINDS = sizeof kinds / sizeof *kinds };

static void
print_list(clausary_context *context, clausary_list_kind kind, const char *indent)
{
	size_t widest = 0;
	clausary_list_entry entry;
	for (size_t i = 0; (entry = clausary_list(context, kind, i)).name; i++)
		if (strlen(entry.name) > widest)
			widest = strlen(entry.name);
	for (size_t i = 0; (entry = clausary_list(context, kind, i)).name; i++)
		printf("%s%-*s  %s\n", indent, (int)widest, entry.name,
		       entry.label ? cli_message(entry.label) : "");
}

/* The kind of that name, or KINDS after a message. */
static size_t
find_kind(const cli_settings *settings, const char *name)
{
	size_t kind = 0;
	while (kind < KINDS && strcmp(kinds[kind], name) != 0)
		kind++;
	if (kind < KINDS)
		return kind;
	const char *nearest = cli_nearest(name, kinds, KINDS);
	if (nearest)
		cli_usage_error(settings->command, "there is no list of %s; did you mean %s?", name,
		                nearest);
	else
		cli_usage_error(settings->command, "there is no list of %s", name);
	return KINDS;
}

int
cli_list(const cli_settings *settings)
{
	bool asked = settings->operand_count > 0, several = settings->operand_count != 1;
	size_t count = asked ? settings->operand_count : KINDS;
	for (size_t i = 0; asked && i < count; i++)
		if (find_kind(settings, settings->operands[i]) == KINDS)
			return CLI_FAILED;
	clausary_context *context = cli_context_open(settings);
	if (!context)
		return CLI_FAILED;
	for (size_t i = 0; i < count; i++) {
		size_t kind = asked ? find_kind(settings, settings->operands[i]) : i;
		if (several)
			printf("%s%s:\n", i ? "\n" : "", kinds[kind]);
		print_list(context, (clausary_list_kind)kind, several ? "  " : "");
	}
	clausary_context_free(context);
	return CLI_DONE;
}
