/* The last steps of clausary_termbase_finish(). */
#ifndef CLAUSARY_TERMBASE_FINISH_H
#define CLAUSARY_TERMBASE_FINISH_H

#include "termbase/termbase.h"

/**
 * Give every concept its id: "term_", the document's slug when there are several documents, the
 * clause's key with '.' for '/', and a slug of the designation when the clause introduces several
 * concepts. Term sections that something points at get ids too. Concepts must be in order.
 */
void clausary_termbase_give_ids(clausary_termbase *termbase);

/** Write terms that a list of abbreviations gives as running text does. */
void clausary_termbase_cite(clausary_termbase *termbase);

/** Say in remarks what a reader of the termbase must know: what is missing, double or uncertain. */
void clausary_termbase_remark(clausary_termbase *termbase);

/** Whether a note is one of the remarks that always say the same. */
bool clausary_is_remark(clausary_slice note);

/** List what a person should look at. */
void clausary_termbase_doubt(clausary_termbase *termbase);

#endif
