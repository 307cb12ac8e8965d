/* Whether a term is a short form, told so that joining entries never takes it back: by its letters,
 * or by what any of several termbases says. */
#ifndef CLAUSARY_UPDATE_TERM_KIND_H
#define CLAUSARY_UPDATE_TERM_KIND_H

#include "termbase/concept.h"

/** Whether a form is an acronym by its letters, "AI", "3GM", "TSRs": capitals, no blank and no
 * small letter but that of a plural. */
bool clausary_form_is_in_capitals(clausary_slice form);

/** Whether a termbase says that a term is a short form: in its field, or beside it, where another
 * one says something else. */
bool clausary_term_is_said_short(const clausary_term *term);

#endif
