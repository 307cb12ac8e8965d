/* What commands do before they begin: open the library, check what options name. */
#include "setup.h"

#include "messages.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

clausary_context *
cli_context_open(const cli_settings *settings)
{
	clausary_context *context = NULL;
	const char *directory = settings->data_directory;
	if (clausary_context_new(&context, directory) == CLAUSARY_OK) {
		if (!settings->stream) /* whose messages are for machines */
			cli_messages_share(context);
		return context;
	}
	if (!directory)
		directory = getenv("CLAUSARY_DATA");
	cli_usage_error(settings->command,
	                "there is no language data in %s; name the folder that holds it, "
	                "share/clausary of the "
	                "installation, with --data-directory or CLAUSARY_DATA",
	                directory && directory[0] ? directory
	                                          : cli_message("the folder of the installation"));
	return NULL;
}

const char *
cli_failure(const clausary_context *context, clausary_status status)
{
	const char *failure = clausary_context_failure(context);
	return failure[0] ? failure : cli_message(clausary_status_text(status));
}

static const char *const list_names[] = {"readers", "writers",    "languages",       "profiles",
                                         "finders", "references", "limits",          "houses",
                                         "rules",   "reports",    "termbase-readers"};

bool
cli_check_name(clausary_context *context, const cli_settings *settings, clausary_list_kind kind,
               const char *option, const char *name)
{
	const char *names[256], *entry;
	size_t count = 0;
	if (!name || strcmp(name, "none") == 0)
		return true;
	while (count < 256 && (entry = clausary_list(context, kind, count).name)) {
		if (strcmp(entry, name) == 0)
			return true;
		names[count++] = entry;
	}
	const char *nearest = cli_nearest(name, names, count);
	if (nearest)
		cli_usage_error(settings->command,
		                "--%s %s: there is no such name; did you mean %s?", option, name,
		                nearest);
	else
		cli_usage_error(settings->command,
		                "--%s %s: there is no such name; `clausary list %s` has them",
		                option, name, list_names[kind]);
	return false;
}

bool
cli_read_options(clausary_read_options *out, clausary_context *context,
                 const cli_settings *settings)
{
	*out = (clausary_read_options){.format = settings->format,
	                               .language = settings->language,
	                               .profile = settings->profile};
	if (settings->changes && strcmp(settings->changes, "original") == 0) {
		out->changes = CLAUSARY_CHANGES_ORIGINAL;
	} else if (settings->changes && strcmp(settings->changes, "final") != 0) {
		cli_usage_error(settings->command, "--changes %s: say final or original",
		                settings->changes);
		return false;
	}
	return cli_check_name(context, settings, CLAUSARY_LIST_READERS, "format", settings->format)
	       && cli_check_name(context, settings, CLAUSARY_LIST_PROFILES, "profile",
	                         settings->profile);
}

bool
cli_share_languages(cli_inputs *inputs, const cli_settings *settings)
{
	const char *at = settings->language;
	size_t count = 0;
	if (!at || !strchr(at, ','))
		return true;
	for (; at; count++) {
		size_t size = strcspn(at, ",");
		if (count < inputs->count)
			inputs->items[count].language = cli_copy(at, size);
		at = at[size] ? at + size + 1 : NULL;
	}
	if (count == inputs->count)
		return true;
	cli_usage_error(settings->command,
	                "--language %s: %zu languages for %zu documents; say one for each, or one "
	                "for all",
	                settings->language, count, inputs->count);
	return false;
}

size_t
cli_limit(clausary_context *context, const char *name)
{
	size_t size = strlen(name); /* an entry of the list is called "FILE_BYTES 536870912" */
	for (size_t i = 0;; i++) {
		clausary_list_entry entry = clausary_list(context, CLAUSARY_LIST_LIMITS, i);
		if (!entry.name)
			return SIZE_MAX - 1;
		if (strncmp(entry.name, name, size) == 0 && entry.name[size] == ' ') {
			unsigned long long number = strtoull(entry.name + size, NULL, 10);
			return number && number < SIZE_MAX ? (size_t)number : SIZE_MAX - 1;
		}
	}
}

/* The first writer whose files end as `path` does, or NULL. */
static const char *
writer_of(clausary_context *context, const char *path)
{
	const char *slash = strrchr(path, '/'), *dot = strrchr(slash ? slash : path, '.'), *name;
	for (size_t i = 0; dot && (name = clausary_list(context, CLAUSARY_LIST_WRITERS, i).name);
	     i++) {
		const char *suffix = clausary_writer_suffix(name);
		if (suffix && strcmp(suffix, dot + 1) == 0)
			return name;
	}
	return NULL;
}

static bool
is_special(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && !S_ISREG(status.st_mode);
}

const char *
cli_choose_writer(clausary_context *context, const cli_settings *settings, bool folder)
{
	const char *path = settings->output;
	if (settings->writer)
		return cli_check_name(context, settings, CLAUSARY_LIST_WRITERS, "to",
		                      settings->writer)
		               ? settings->writer
			       : NULL;
	if (!path || strcmp(path, "-") == 0)
		return isatty(STDOUT_FILENO) ? "table" : "tbx";
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	if (folder || !strchr(name, '.') || is_special(path))
		return "tbx";
	const char *writer = writer_of(context, path);
	if (!writer)
		cli_usage_error(settings->command,
		                "no writer makes files that end as %s does; name one with --to "
		                "(`clausary list "
		                "writers` has them)",
		                path);
	return writer;
}

enum { MOST_JOBS = 512 };

size_t
cli_jobs(const cli_settings *settings, size_t documents)
{
	if (settings->jobs) {
		char *end;
		unsigned long jobs = strtoul(settings->jobs, &end, 10);
		if (*end || settings->jobs[0] < '0' || settings->jobs[0] > '9' || jobs < 1
		    || jobs > MOST_JOBS) {
			cli_usage_error(settings->command, "--jobs %s: say a number from 1 to %d",
			                settings->jobs, MOST_JOBS);
			return 0;
		}
		return documents && jobs > documents ? documents : jobs;
	}
	long processors = sysconf(_SC_NPROCESSORS_ONLN);
	size_t jobs = processors < 1 ? 1 : processors > MOST_JOBS ? MOST_JOBS : (size_t)processors;
	return documents && jobs > documents ? documents : jobs;
}
