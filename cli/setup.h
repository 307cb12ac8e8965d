/* What commands do before they begin: open the library, check what options name. */
#ifndef CLI_SETUP_H
#define CLI_SETUP_H

#include "inputs.h"
#include "options.h"

#include <clausary.h>

/** A context of the data directory asked for. Owner: caller. Fails: returns NULL after a message.
 */
clausary_context *cli_context_open(const cli_settings *settings);

/**
 * Check that `name` stands in a list; NULL and "none" do.
 *
 * Fails: returns false after a message with the nearest name.
 */
bool cli_check_name(clausary_context *context, const cli_settings *settings,
                    clausary_list_kind kind, const char *option, const char *name);

/** Fill the reader's options. Fails: returns false after a message. */
bool cli_read_options(clausary_read_options *out, clausary_context *context,
                      const cli_settings *settings);

/**
 * Give each document its own language, where the option names several.
 *
 * Fails: returns false after a message when there are not as many as documents.
 */
bool cli_share_languages(cli_inputs *inputs, const cli_settings *settings);

/** A limit of `clausary list limits`, such as "FILE_BYTES"; SIZE_MAX - 1 where there is none. */
size_t cli_limit(clausary_context *context, const char *name);

/** How many jobs to do at a time for so many documents (0: not known yet). Fails: returns 0 after a
 * message. */
size_t cli_jobs(const cli_settings *settings, size_t documents);

/** What the last failed call says, or the sentence of its status. Owner: the context. */
const char *cli_failure(const clausary_context *context, clausary_status status);

/** The writer asked for, or the one that fits the output. Fails: returns NULL after a message. */
const char *cli_choose_writer(clausary_context *context, const cli_settings *settings, bool folder);

#endif
