/* The outline: blocks become clauses, by the rules of a profile and the clause words of a language.
 */
#ifndef CLAUSARY_DOCUMENT_OUTLINE_H
#define CLAUSARY_DOCUMENT_OUTLINE_H

#include "document/document.h"

/**
 * Number the clauses of a document whose blocks are complete; sets its language, profile,
 * identifier and title, and the clause of every block. `options` may be NULL.
 *
 * Fails: CLAUSARY_ELOCALE no data for the language, CLAUSARY_EUSAGE no such profile.
 */
clausary_status clausary_outline(clausary_document *document, const clausary_read_options *options);

#endif
