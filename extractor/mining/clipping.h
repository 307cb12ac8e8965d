/* Clippings: short names made of letters of the long one in their order, as Chinese makes them. */
#ifndef CLAUSARY_MINING_CLIPPING_H
#define CLAUSARY_MINING_CLIPPING_H

#include "base/slice.h"

/** Whether `form` is a clipping of `name`: every square letter of it stands in the name, in this
 * order, there are two or more, and the name has more.
 * Letters of other scripts may be added. The common noun that a name ends with is no clipping. */
bool clausary_clipping_of(clausary_slice form, clausary_slice name);

/** The bytes of `text` from its start on that are a clipping of `name`; 0 for none. */
size_t clausary_clipping_read(clausary_slice text, clausary_slice name);

#endif
