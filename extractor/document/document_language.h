/* The language of a document and of its passages. */
#ifndef CLAUSARY_DOCUMENT_DOCUMENT_LANGUAGE_H
#define CLAUSARY_DOCUMENT_DOCUMENT_LANGUAGE_H

#include "document/document.h"

/**
 * Set the language of a document whose blocks are complete: `wanted`, or what the text shows, or,
 * where the text is too short to show it, what the source says. Then that of each block in another
 * language. Reads samples, whatever the size of the text. Tells where the language is none of those
 * with a locale. Fails: never.
 */
void clausary_document_find_language(clausary_document *document, const char *wanted);

/** The language of the block that byte `at` stands in; the document's where it has none of its own.
 * Owner: the document. */
const char *clausary_document_language_at(const clausary_document *document, uint32_t at);

#endif
