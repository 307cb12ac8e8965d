/* The check that a termbase passes before it is written. */
#ifndef CLAUSARY_VERIFY_VERIFY_H
#define CLAUSARY_VERIFY_VERIFY_H

#include "termbase/termbase.h"

/**
 * Whether a finished termbase may be written: no schema of TBX, and no rule that the schemas
 * forget, would refuse it. Ids are NCNames and unique; every entry has a language section and every
 * section a term; languages are BCP 47 tags, one section each; no text is empty, ill-formed or has
 * a character that XML forbids.
 *
 * Fails: CLAUSARY_EINVALID; the failure names the entry and what is wrong with it.
 */
clausary_status clausary_verify(clausary_context *context, const clausary_termbase *termbase);

#endif
