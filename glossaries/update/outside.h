/* A termbase made from documents as a file would have it: sources are citations that point at the
 * bibliography, remarks are notes. So what was written and read again is the same as what was not.
 */
#ifndef CLAUSARY_UPDATE_OUTSIDE_H
#define CLAUSARY_UPDATE_OUTSIDE_H

#include "termbase/termbase.h"

/** Bring a finished termbase into that form, whatever it is in; places are forgotten. */
void clausary_termbase_go_outside(clausary_termbase *termbase);

#endif
