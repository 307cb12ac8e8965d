/* The context: what is opened once and used by every call of one thread. */
#ifndef CLAUSARY_BASE_CONTEXT_H
#define CLAUSARY_BASE_CONTEXT_H

#include "base/buffer.h"
#include "base/diagnostic.h"

struct clausary_locale;
struct clausary_messages;

struct clausary_context {
	char *data_directory;
	clausary_diagnostic_sink sink;
	void *sink_payload;
	clausary_buffer failure;            /* NUL-terminated */
	struct clausary_locale *locales;    /* opened so far, linked */
	struct clausary_messages *messages; /* NULL: English */
	struct clausary_context_cache { /* what a later stage keeps for the life of the context */
		void *value;
		void (*free)(void *value);
	} word_table, references, profiles, identifier;
};

/** Record why a call fails and return `status`. `format` as for printf: one line, no final stop. */
__attribute__((format(printf, 3, 4))) clausary_status
clausary_context_fail(clausary_context *context, clausary_status status, const char *format, ...);

#endif
