/* The context: made with its language data checked, so that a broken installation is told at once.
 */
#include "base/context.h"

#include "base/arena.h"
#include "base/locale.h"
#include "base/message.h"

#include <libxml/parser.h>
#include <stdlib.h>

static const char *
default_directory(void)
{
	const char *directory = getenv("CLAUSARY_DATA");
	return directory && directory[0] ? directory : CLAUSARY_DATA_DIRECTORY;
}

clausary_status
clausary_context_new(clausary_context **out, const char *data_directory)
{
	const char *directory = data_directory ? data_directory : default_directory();
	clausary_context *context = clausary_memory_zeros(1, sizeof *context);
	clausary_locale *root;
	xmlInitParser(); /* before threads read: its own first use is not safe from two of them */
	context->data_directory = clausary_memory_zeros(1, strlen(directory) + 1);
	memcpy(context->data_directory, directory, strlen(directory));
	clausary_status status = clausary_locale_open(&root, context, "");
	if (status != CLAUSARY_OK) {
		clausary_context_free(context);
		return status;
	}
	*out = context;
	return CLAUSARY_OK;
}

clausary_status
clausary_context_copy(clausary_context **out, const clausary_context *context)
{
	clausary_status status =
	        clausary_context_new(out, context ? context->data_directory : NULL);
	if (status == CLAUSARY_OK && context && context->messages)
		clausary_context_set_messages(*out, context->messages->language);
	return status;
}

void
clausary_context_set_sink(clausary_context *context, clausary_diagnostic_sink sink, void *payload)
{
	context->sink = sink;
	context->sink_payload = payload;
}

const char *
clausary_context_failure(const clausary_context *context)
{
	return context->failure.size ? context->failure.data : "";
}
