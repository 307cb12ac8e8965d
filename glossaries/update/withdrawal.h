/* An entry that a new edition has no more stays, and says so: a note with the name of the edition,
 * and the status of its terms. */
#ifndef CLAUSARY_UPDATE_WITHDRAWAL_H
#define CLAUSARY_UPDATE_WITHDRAWAL_H

#include "termbase/concept.h"

/** Whether a note says that its entry is withdrawn: "withdrawn: Resolution 17 (2034)". */
bool clausary_note_withdraws(clausary_slice note);

bool clausary_concept_is_withdrawn(const clausary_concept *concept);

/** Add the note `mark`; terms without a status are superseded. `also`, what is remembered of the
 * entry (or NULL), gets the same marks. Owner: `arena`; `mark` is kept. */
void clausary_concept_withdraw(clausary_arena *arena, clausary_concept *concept,
                               clausary_concept *also, clausary_slice mark);

/** Take out such notes. */
void clausary_concept_restore(clausary_concept *concept);

#endif
