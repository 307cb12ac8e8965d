/* The commands of the store, in a module of their own: SQLite costs every program that is linked
 * with it a third of a millisecond before its first line. The module calls functions of this
 * program. */
#define _GNU_SOURCE /* dladdr() */
#include "messages.h"
#include "options.h"
#include "text.h"

#include <dlfcn.h>
#include <stdint.h>
#include <string.h>

typedef int (*command)(const cli_settings *settings);

/* The module, from a folder beside the library, in a build folder or an installation. An rpath
 * would be searched for every library at every start. */
static void *
open_module(void)
{
	static const char *const FOLDERS[] = {"cli", "clausary"};
	Dl_info library;
	void *module = NULL;
	if (dladdr((void *)(uintptr_t)clausary_version, &library) == 0)
		return NULL;
	const char *slash = strrchr(library.dli_fname, '/');
	for (size_t i = 0; !module && i < sizeof FOLDERS / sizeof *FOLDERS; i++) {
		cli_text path = {0};
		cli_text_print(&path, "%.*s/%s/clausary-store.so",
		               slash ? (int)(slash - library.dli_fname) : 1,
		               slash ? library.dli_fname : ".", FOLDERS[i]);
		module = dlopen(cli_text_string(&path), RTLD_NOW);
		cli_text_finish(&path);
	}
	return module;
}

static int
run(const cli_settings *settings, const char *name)
{
	void *module = open_module();
	command found = module ? (command)(uintptr_t)dlsym(module, name) : NULL;
	if (found)
		return found(settings);
	fputs("clausary: ", stderr);
	fprintf(stderr, cli_message("the module of the store cannot be loaded: %s\n"), dlerror());
	return CLI_FAILED;
}

int
cli_add(const cli_settings *settings)
{
	return run(settings, "cli_store_add");
}

int
cli_export(const cli_settings *settings)
{
	return run(settings, "cli_store_export");
}
