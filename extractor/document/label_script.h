/* Labels that only a language or a direction of writing explains: letters of other alphabets,
 * numbers that were turned round in text from right to left. */
#ifndef CLAUSARY_DOCUMENT_LABEL_SCRIPT_H
#define CLAUSARY_DOCUMENT_LABEL_SCRIPT_H

#include "document/document.h"
#include "document/label.h"
#include "document/vocabulary.h"

/**
 * The label that `text` begins with, as clausary_label_parse() has it, or else in the letters of
 * the vocabulary's language ("\u0431)" is b), the name of a letter before a dash), or a number
 * whose mark came out on the wrong side (".1", "(1") before text from right to left.
 */
clausary_label clausary_label_read(clausary_vocabulary *vocabulary, clausary_slice text);

/**
 * Whether the decimal numbers of a document are written from right to left, the last part first:
 * "1.1.3" for the first entry of 3.1, as in Arabic. Known from the order in which they come.
 */
bool clausary_label_runs_backwards(const clausary_document *document);

/** Turn the parts of a decimal label round. */
void clausary_label_turn(clausary_label *label);

#endif
