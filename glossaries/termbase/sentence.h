/* Context sentences: the sentence round a mention, short enough to be read. */
#ifndef CLAUSARY_TERMBASE_SENTENCE_H
#define CLAUSARY_TERMBASE_SENTENCE_H

#include "base/buffer.h"
#include "document/document.h"

enum {
	CLAUSARY_SENTENCE_BYTES = 300
}; /* about: a cut is made at a blank, and an ellipsis shows it */

typedef struct clausary_sentences clausary_sentences;

/** Make a finder of sentences for one document. Owner: caller frees. */
clausary_sentences *clausary_sentences_new(const clausary_document *document);

void clausary_sentences_free(clausary_sentences *sentences);

/**
 * The sentence of `clause` round `mention`, without the clause's printed mark and without what the
 * document skips, blanks folded. Owner: `sentences`, until the next call. Fails: empty where the
 * mention is not inside the clause.
 */
clausary_slice clausary_sentences_at(clausary_sentences *sentences, const clausary_clause *clause,
                                     clausary_span mention);

#endif
