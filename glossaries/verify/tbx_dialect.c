/* The public dialects of ISO 30042:2019. */
#include "verify/tbx_dialect.h"

#include <stdio.h>

static const struct {
	const char *type, *space;
} DIALECTS[] = {
        [CLAUSARY_DIALECT_CORE] = {"TBX-Core", NULL},
        [CLAUSARY_DIALECT_MIN] = {"TBX-Min", "http://www.tbxinfo.net/ns/min"},
        [CLAUSARY_DIALECT_BASIC] = {"TBX-Basic", "http://www.tbxinfo.net/ns/basic"},
        [CLAUSARY_DIALECT_LINGUIST] = {"TBX-Linguist", "http://www.tbxinfo.net/ns/linguist"}};

clausary_dialect
clausary_dialect_of(clausary_slice type)
{
	for (int i = CLAUSARY_DIALECT_CORE; i < CLAUSARY_DIALECT_PRIVATE; i++)
		if (clausary_slice_equal(type, clausary_slice_of(DIALECTS[i].type)))
			return (clausary_dialect)i;
	return CLAUSARY_DIALECT_PRIVATE;
}

clausary_dialect
clausary_dialect_of_space(clausary_slice space)
{
	for (int i = CLAUSARY_DIALECT_MIN; i < CLAUSARY_DIALECT_PRIVATE; i++)
		if (clausary_slice_equal(space, clausary_slice_of(DIALECTS[i].space)))
			return (clausary_dialect)i;
	return CLAUSARY_DIALECT_PRIVATE;
}

void
clausary_dialect_categories(clausary_dialect dialect, clausary_datum_element element, char *to,
                            size_t size)
{
	const clausary_category *category;
	size_t used = 0;
	to[0] = '\0';
	for (size_t i = 0; (category = clausary_category_at(i)) != NULL && used < size; i++)
		if ((int)category->module <= (int)dialect && category->element == element)
			used += (size_t)snprintf(to + used, size - used, "%s%s", used ? ", " : "",
			                         category->name);
}
