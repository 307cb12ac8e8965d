/* Resolutions that come as one physical line: blocks cut where their clauses begin. */
#ifndef CLAUSARY_DOCUMENT_SPLIT_H
#define CLAUSARY_DOCUMENT_SPLIT_H

#include "document/document.h"
#include "document/vocabulary.h"

/**
 * Cut the blocks that hold several clauses of a resolution: "recalling a) …; b) …, resolves 1 that
 * …; 2 that …". Only where several clause words stand at the start of a clause, each after a comma,
 * a semicolon or a stop and before a label or "that". A reference, "resolves 2 above", cuts
 * nothing.
 */
void clausary_split_blocks(clausary_document *document, clausary_vocabulary *vocabulary);

#endif
