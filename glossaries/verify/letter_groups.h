/* Which groups of three letters the words of a text are made of. A form in capitals that has no
 * other may be a word of the text's language, or a name that is spoken like one; most acronyms have
 * groups that no word has. That takes no dictionary, and holds in every alphabet with two cases. */
#ifndef CLAUSARY_VERIFY_LETTER_GROUPS_H
#define CLAUSARY_VERIFY_LETTER_GROUPS_H

#include "verify/index.h"

typedef struct clausary_letter_groups {
	uint64_t *once, *more; /* bits by hash: read once, read again */
} clausary_letter_groups;

/** Read the words in small letters of a document, or of its beginning where it is long.
 * Owner: caller calls clausary_letter_groups_finish(). */
void clausary_letter_groups_read(clausary_letter_groups *out, const clausary_index *index);

/** Whether the words have all groups of a form, its beginning and its end among them, twice or
 * more; of each part where hyphens part it. */
bool clausary_letter_groups_make(const clausary_letter_groups *groups, clausary_slice form);

void clausary_letter_groups_finish(clausary_letter_groups *groups);

#endif
