/* Sentences for people in the language of the reader: translations keyed by the English sentence,
 * as in gettext. */
#ifndef CLAUSARY_BASE_MESSAGE_H
#define CLAUSARY_BASE_MESSAGE_H

#include "base/arena.h"
#include "base/context.h"
#include "base/map.h"

typedef struct clausary_messages {
	char language[64]; /* as asked for */
	clausary_arena arena;
	clausary_map translations;   /* English sentence -> index */
	const clausary_slice *texts; /* NUL-terminated */
	size_t count;
} clausary_messages;

/** Free; NULL is allowed. */
void clausary_messages_free(clausary_messages *messages);

/**
 * Whether a translated format takes what the English one takes: the same conversions, in the same
 * order or numbered ("%2$s"). Anything else would read arguments that are not there.
 */
bool clausary_message_fits(clausary_slice english, clausary_slice translation);

#endif
