/* What a new edition has no more stays, and says so: an entry or a term by a note with the name of
 * the edition, and the status of its terms. */
#ifndef CLAUSARY_UPDATE_WITHDRAWAL_H
#define CLAUSARY_UPDATE_WITHDRAWAL_H

#include "update/fact.h"

/** Whether a note says that its entry or term is withdrawn: "withdrawn: Resolution 17 (2034)". */
bool clausary_note_withdraws(clausary_slice note);

bool clausary_term_is_withdrawn(const clausary_term *term);

/** Whether a fact is such a note. */
bool clausary_fact_withdraws(const clausary_fact *fact);

/** The edition that such a note names; may be empty. Owner: that of the fact. */
clausary_slice clausary_fact_withdrawn_by(const clausary_fact *fact);

/** Whether facts say so of a term; of the entry, where `language` and `term` are empty. */
bool clausary_facts_withdraw(const clausary_facts *facts, clausary_slice language,
                             clausary_slice term);

/** Add the note `mark`; terms without a status are superseded. `also`, what is remembered of the
 * entry (or NULL), gets the same marks. Owner: `arena`; `mark` is kept. */
void clausary_concept_withdraw(clausary_arena *arena, clausary_concept *concept,
                               clausary_concept *also, clausary_slice mark);

/** Keep of a concept its terms and what marks them or it as withdrawn: what is remembered of an
 * entry where nothing says what else of it a run wrote. */
void clausary_concept_keep_marks(clausary_concept *concept);

/** Add the terms among `mine` that the last run wrote and the new run has in no writing; of a
 * language in which it has no term, whatever is said of it as well. Sets are sorted; owner:
 * `arena`. */
void clausary_withdrawal_find(clausary_arena *arena, clausary_facts *gone,
                              const clausary_facts *mine, const clausary_facts *last,
                              const clausary_concept *run);

/** Mark the terms in `gone`, but none that `last` marks: what it marked and is no more, a person
 * has taken out. `also` as above. Owner: `arena`; `mark` is kept. */
void clausary_terms_withdraw(clausary_arena *arena, clausary_concept *concept,
                             clausary_concept *also, const clausary_facts *gone,
                             const clausary_facts *last, clausary_slice mark);

#endif
