/* What the short forms of a termbase stand for in one language. */
#ifndef CLAUSARY_VERIFY_SHORT_FORMS_H
#define CLAUSARY_VERIFY_SHORT_FORMS_H

#include "verify/index.h"

/* A concept that has a short form; others with the same form follow. */
typedef struct clausary_meaning {
	const clausary_language_section *section;
	uint32_t next; /* index, or CLAUSARY_NONE */
} clausary_meaning;

typedef struct clausary_short_forms {
	clausary_map first; /* short form -> index into `meanings` */
	CLAUSARY_ARRAY(clausary_meaning) meanings;
} clausary_short_forms;

/** Read the short forms of a termbase in a language. Owner: caller calls
 * clausary_short_forms_finish(); the termbase must outlive it. */
void clausary_short_forms_read(clausary_short_forms *out, const clausary_termbase *termbase,
                               const char *language);

void clausary_short_forms_finish(clausary_short_forms *forms);

/** The first meaning of a form, in the order of the entries, or NULL; then the next one. */
const clausary_meaning *clausary_short_forms_get(const clausary_short_forms *forms,
                                                 clausary_slice form);
const clausary_meaning *clausary_short_forms_next(const clausary_short_forms *forms,
                                                  const clausary_meaning *meaning);

/** Whether a meaning has a full form, and one of them is made of the words of `text`. */
bool clausary_meaning_is(const clausary_meaning *meaning, const clausary_cues *cues,
                         clausary_slice text);

#endif
