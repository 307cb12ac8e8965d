/* Reading a termbase of our own from TBX. */
#ifndef CLAUSARY_TERMBASE_LOAD_TBX_H
#define CLAUSARY_TERMBASE_LOAD_TBX_H

#include "termbase/termbase.h"

/**
 * Read a TBX-Basic file (v3 DCA; v2's names for the same elements are known too). Entries keep
 * their ids and their order; sources become citations. `name` is for messages.
 *
 * Owner: caller frees `*out` with clausary_termbase_free(); `bytes` is not kept.
 * Fails: CLAUSARY_EFORMAT not well-formed, nested too deep, or no TBX; CLAUSARY_ELIMIT too many
 * entries.
 */
clausary_status clausary_termbase_load_tbx(clausary_termbase **out, clausary_context *context,
                                           clausary_slice bytes, const char *name);

#endif
