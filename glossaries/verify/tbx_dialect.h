/* The dialects of TBX: which data categories each has. */
#ifndef CLAUSARY_VERIFY_TBX_DIALECT_H
#define CLAUSARY_VERIFY_TBX_DIALECT_H

#include "termbase/category.h"

/* A dialect is its last module; of a private one nothing is known of its categories. */
typedef enum clausary_dialect {
	CLAUSARY_DIALECT_CORE = CLAUSARY_MODULE_CORE,
	CLAUSARY_DIALECT_MIN = CLAUSARY_MODULE_MIN,
	CLAUSARY_DIALECT_BASIC = CLAUSARY_MODULE_BASIC,
	CLAUSARY_DIALECT_LINGUIST = CLAUSARY_MODULE_LINGUIST,
	CLAUSARY_DIALECT_PRIVATE
} clausary_dialect;

/** The dialect of a type such as "TBX-Basic". */
clausary_dialect clausary_dialect_of(clausary_slice type);

/** The dialect whose module has this namespace (DCT), or PRIVATE. */
clausary_dialect clausary_dialect_of_space(clausary_slice space);

/** The names of the categories that an element may carry in a dialect, "a, b, c", for people.
 * Fails: cut where `to` is full. */
void clausary_dialect_categories(clausary_dialect dialect, clausary_datum_element element, char *to,
                                 size_t size);

#endif
