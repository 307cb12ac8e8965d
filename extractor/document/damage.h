/* Texts that a conversion damaged: told, or refused where nothing true can be found in them. */
#ifndef CLAUSARY_DOCUMENT_DAMAGE_H
#define CLAUSARY_DOCUMENT_DAMAGE_H

#include "document/document.h"

/**
 * Look at the first words of the blocks for what readers of PDF files do to text from right to
 * left: letters in reverse, letters apart, lam and alef turned round. A few such words give a
 * diagnostic.
 *
 * Fails: CLAUSARY_EFORMAT so many words are damaged that none can be trusted; the failure says
 * where the first stands and what to do.
 */
clausary_status clausary_document_check(const clausary_document *document);

#endif
