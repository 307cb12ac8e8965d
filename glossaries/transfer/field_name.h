/* What users call the fields of a termbase: in MultiTerm, in the heads of tables. */
#ifndef CLAUSARY_TRANSFER_FIELD_NAME_H
#define CLAUSARY_TRANSFER_FIELD_NAME_H

#include "transfer/filling.h"

/** The data category that a field of this name usually is: "Part of Speech" is "partOfSpeech"; the
 * name itself where nobody knows. "note" is a note. */
clausary_slice clausary_field_category(clausary_slice name);

/** Make the datum of a field: its category and its value, in the words of TBX. */
void clausary_field_datum(clausary_filling *filling, clausary_datum *datum, clausary_slice name,
                          bool at_term, clausary_slice value);

#endif
