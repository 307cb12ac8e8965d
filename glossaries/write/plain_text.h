/* What writers for people share: which clause a language section stands in, and text made safe for
 * a format. */
#ifndef CLAUSARY_WRITE_PLAIN_TEXT_H
#define CLAUSARY_WRITE_PLAIN_TEXT_H

#include "termbase/termbase.h"
#include "write/sink.h"

/** A character and what stands for it; the list ends with one that has no text. */
typedef struct clausary_escape {
	char c;
	const char *text;
} clausary_escape;

/** What HTML and XML have for the characters that they use themselves. */
extern const clausary_escape CLAUSARY_ESCAPES_HTML[];

/** Write `text` with its characters replaced as the list says; line feeds and other control
 * characters become blanks. */
void clausary_put_escaped(clausary_sink *sink, clausary_slice text, const clausary_escape *escapes);

/** Where the terms of a section come from: "Resolution 7, recalling a)"; empty where that is not
 * known. Owner: `to`, until it changes. */
clausary_slice clausary_section_source(clausary_buffer *to, const clausary_termbase *termbase,
                                       const clausary_language_section *section);

#endif
