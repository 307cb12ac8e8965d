/* The data categories of ISO 30042's public modules and of TBX-Default (v2): what carries them, at
 * which levels they may stand, and what their values may be. */
#ifndef CLAUSARY_TERMBASE_CATEGORY_H
#define CLAUSARY_TERMBASE_CATEGORY_H

#include "termbase/concept.h"

enum {
	CLAUSARY_LEVEL_CONCEPT = 1,
	CLAUSARY_LEVEL_LANGUAGE = 2,
	CLAUSARY_LEVEL_TERM = 4,
	CLAUSARY_LEVELS = 7
};

/* The modules, each with those before it; what only TBX-Default has comes last. */
typedef enum clausary_module {
	CLAUSARY_MODULE_CORE,
	CLAUSARY_MODULE_MIN,
	CLAUSARY_MODULE_BASIC,
	CLAUSARY_MODULE_LINGUIST,
	CLAUSARY_MODULE_DEFAULT
} clausary_module;

typedef struct clausary_category {
	const char *name;
	clausary_datum_element element;
	clausary_module module;
	unsigned levels;    /* CLAUSARY_LEVEL_…; of what is part of a group: those of the group */
	const char *values; /* of a picklist, parted by blanks; NULL: any text */
} clausary_category;

/** Category `index` in the order of names; NULL past the end. Owner: static. */
const clausary_category *clausary_category_at(size_t index);

/** The category of that name, or NULL. Owner: static. */
const clausary_category *clausary_category_named(clausary_slice name);

/** The word of a picklist that is `value`, or one of no data. Owner: `values`. */
clausary_slice clausary_category_value(const char *values, clausary_slice value);

/** Whether `value` is one of the words of a picklist. */
static inline bool
clausary_category_has_value(const char *values, clausary_slice value)
{
	return clausary_category_value(values, value).data != NULL;
}

/** The name of the element that carries it in TBX: "descrip", "termNote". Owner: static. */
const char *clausary_datum_element_name(clausary_datum_element element);

#endif
