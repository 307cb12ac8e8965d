/* A termbase made from documents as a file would have it: sources are citations that point at the
 * bibliography, remarks are notes. So what was written and read again is the same as what was not.
 */
#ifndef CLAUSARY_UPDATE_OUTSIDE_H
#define CLAUSARY_UPDATE_OUTSIDE_H

#include "termbase/termbase.h"

/** Bring a finished termbase into that form, whatever it is in; places are forgotten. */
void clausary_termbase_go_outside(clausary_termbase *termbase);

/** The text of an item of an object of the bibliography: "title", "file"; empty where it has none.
 * Owner: that of the object. */
clausary_slice clausary_object_item(const clausary_datum *object, const char *category);

/** Add the documents of a bibliography to `works`: id -> a number of the name that the files of its
 * language versions share. Ids are borrowed. */
void clausary_termbase_list_works(clausary_map *works, const clausary_termbase *termbase);

#endif
